"""Lists in pages of a hundred rows: every row once, in one order, on pages that are known everywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.pages.components.filters import ListSource
from generator.pages.components.references import project_ref
from generator.pages.context import PageContext
from generator.pages.list_pages import list_page
from generator.pages.page import PageSpec
from generator.pages.registry import page_kinds, row_files
from tests.conftest import ROOT
from tests.helpers import ledger
from tests.helpers.pages import context_of, specs_of

LINK = re.compile(r'href="([^"]*)"')


@pytest.fixture(scope="module")
def real() -> PageContext:
    """What the pages of this project's own ledger are made from."""
    return context_of(ROOT / "data")


def sources(context: PageContext) -> Iterator[ListSource]:
    """The lists that a ledger has."""
    return (kind.rows for kind in page_kinds() if kind.rows and any(True for _ in kind.pages(context)))


def by_path(context: PageContext) -> dict[str, PageSpec]:
    return {spec.path: spec for spec in specs_of(context)}


def rows(html: str) -> list[str]:
    """What the rows of a table say, in their order."""
    tree = LexborHTMLParser(html)
    return [row.text() for row in tree.css("tbody tr") if row.css_first("th[scope=row]")]


@pytest.mark.parametrize("place", ["data", "tests/district/data", "tests/samples/two-plans/data"])
def test_the_number_of_rows_is_known_before_they_are_made(place: str) -> None:
    """The addresses of pages follow from it."""
    context = context_of(ROOT / place)
    lists = {source.path: source.whole(context).total for source in sources(context)}
    assert lists == {source.path: source.count(context) for source in sources(context)}
    assert len(lists) >= 5


def test_the_pages_of_a_list_have_every_row_once(real: PageContext) -> None:
    """One page goes on where the one before ends, and the groups of all pages together are those of the list."""
    for source in sources(real):
        whole = source.whole(real)
        pages = [list_page(source, real, number) for number in range(1, -(-whole.total // 100) + 1)]
        joined: dict[str, list[object]] = {}
        for page in pages:
            assert [row for group in page.groups for row in group.rows]
            for group in page.groups:
                assert group.continued == (group.anchor in joined)
                joined.setdefault(group.anchor, []).extend(group.rows)
                assert group.size == len(next(g for g in whole.groups if g.anchor == group.anchor).rows)
        assert joined == {group.anchor: [*group.rows] for group in whole.groups}
        assert [(p.first, p.last) for p in pages] == [
            (n * 100 + 1, min(n * 100 + 100, whole.total)) for n in range(len(pages))
        ]


def test_the_file_has_the_rows_of_all_pages(real: PageContext) -> None:
    """What a script sorts and filters is what stands in the pages, with links from the root of the site."""
    files = {path: make().decode() for path, make in row_files(real)}
    assert {*files} == {f"{s.path}rows.js" for s in sources(real) if s.count(real) > 100} > {"indicators/rows.js"}
    specs = by_path(real)
    for path, script in files.items():
        body = json.loads(script.removeprefix("globalThis.ledgerRows = ").removesuffix(";\n"))
        folder = path.removesuffix("rows.js")
        pages = [folder, *sorted(p for p in specs if p.startswith(f"{folder}page/"))]
        assert rows(f"<table>{body}</table>") == [row for page in pages for row in rows(specs[page].make().body)]
        for link in LINK.findall(body):
            assert link.partition("#")[0] in specs or link.startswith("glossary/"), link


def test_pages_of_a_list_have_titles_of_their_own(real: PageContext) -> None:
    """The list stands above its further pages; only its first page is in the navigation and on the map."""
    specs = by_path(real)
    pages = [specs[path].make() for path in ("indicators/", "indicators/page/2/", "indicators/page/3/")]
    assert [page.title for page in pages] == ["指标", "指标（第 2 页，共 3 页）", "指标（第 3 页，共 3 页）"]
    assert len({page.description for page in pages}) == 3
    assert [specs[page.path].nav_title for page in pages] == ["指标", "", ""]
    assert [page.path for page in real.site_map if page.path.startswith("indicators/")].count("indicators/") == 1
    assert not any("/page/" in page.path for page in real.site_map)
    trail = LexborHTMLParser(pages[1].body).css(".pl-trail li")
    assert [item.text().strip() for item in trail][:2] == ["首页", "指标"]


def test_a_site_has_the_pages_and_the_file(real_site: Path) -> None:
    """They are written like all others: pages with the frame of the site, the file beside the first."""
    for path in ("indicators/page/2/", "indicators/page/3/", "tasks/page/2/", "indicators/undisclosed/page/2/"):
        assert (real_site / path / "index.html").stat().st_size < 400_000
    assert (real_site / "indicators" / "rows.js").stat().st_size < 400_000


@pytest.mark.parametrize(("projects", "pages"), [(100, 1), (101, 2), (250, 3)])
def test_a_list_of_a_hundred_rows_is_one_page(tmp_path: Path, projects: int, pages: int) -> None:
    """With one more it has two, and a link to a project leads to the page where its row stands."""
    one = "- {id: works-%d, name: 工程%d, nature: 新建, source: {locator: 三(一)1}}\n"
    files = {**ledger.LEDGER, "projects/five/01.yml": "".join(one % (n, n) for n in range(projects))}
    context = context_of(ledger.write(tmp_path, files))
    bodies = {path: spec.make().body for path, spec in by_path(context).items() if path.startswith("projects/")}
    assert len(bodies) == pages
    for project in context.index.ledger.projects:
        path, _, anchor = project_ref(context, project).path.partition("#")
        assert f'id="{anchor}"' in bodies[path]
