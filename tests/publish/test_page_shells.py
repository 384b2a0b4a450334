"""Pages that are filled into shells are, byte for byte, those that the engine makes one by one."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import command_words, page_words
from generator.pages.page import Heading, Page
from generator.publish.build import build_site
from generator.publish.engine.log import OWN_LOG
from generator.publish.engine.site_files import THEME
from generator.publish.page_shells import Shells, cut, fill, shape, specimen
from generator.publish.site_content import BuildOptions
from tests.conftest import ROOT, built, project
from tests.helpers import ledger
from tests.helpers.endurance import examples
from tests.helpers.sites import DISTRICT, ODD, different, edit, odd, snapshot, toy, unfilled, unsearched

NORMALISED: tuple[tuple[bytes, bytes, str], ...] = ()
"""Pattern, what stands in its place, and why the two ways may differ there. They may differ nowhere."""

LEAVES = {
    "指标": r"indicators/(?!(?:undisclosed|binding|expected|clues|missed|overdue)/)[^/]+/index\.html",
    "任务": r"tasks/[^/]+/index\.html",
    "单位": r"departments/[^/]+/index\.html",
    "街镇": r"towns/[^/]+/index\.html",
    "领域": r"sections/[^/]+/index\.html",
    "文件": r"documents/[^/]+/index\.html",
    "申请书": r"requests/[^/]+/index\.html",
    "评估": r"evaluations/[^/]+/index\.html",
}
"""Kind of leaf page → the files of its pages."""

DIFFER = command_words.SHELLS_DIFFER.partition("{")[0]


def normalised(site: Path) -> dict[str, bytes]:
    """Every file of a site without what may differ."""
    files = snapshot(site)
    for pattern, put, _ in NORMALISED:
        files = {name: re.sub(pattern, put, content) for name, content in files.items()}
    return files


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What the plugin tells while it builds."""
    caplog.set_level(logging.INFO, logger=OWN_LOG.name)
    return caplog


FOLDERS = {"real_project": ROOT / "data", "district_project": DISTRICT}


@pytest.mark.parametrize("name", [pytest.param("real_project", marks=pytest.mark.endurance), "district_project"])
def test_filled_pages_are_those_of_the_engine(
    name: str, tmp_path_factory: pytest.TempPathFactory, told: pytest.LogCaptureFixture
) -> None:
    """All pages of a site, the sitemap included, are the same whether leaf pages are filled or made by the engine."""
    # the index of the search takes long and is made from the pages that are compared here
    folder, ordinary = (unsearched(project(tmp_path_factory.mktemp(name), FOLDERS[name])) for _ in range(2))
    filled = normalised(built(folder, further=False))
    assert DIFFER not in told.text, "the leaf pages were not filled but made by the engine"
    made = normalised(built(unfilled(ordinary), further=False))
    assert different(filled, made) == []
    compared = {kind for kind, pattern in LEAVES.items() if any(re.fullmatch(pattern, path) for path in filled)}
    assert {*LEAVES} - compared == (
        {page_words.EVALUATION} if name == "real_project" else set()
    )  # nobody evaluated it yet
    assert {"index.html", "404.html", "sitemap.xml", "sitemap.xml.gz", "indicators/undisclosed/index.html"} <= set(made)


def test_odd_names_come_out_the_same_both_ways(tmp_path: Path, told: pytest.LogCaptureFixture) -> None:
    """Titles, descriptions and headings with signs of HTML, quotes and double blanks are escaped as the engine does."""
    sites = []
    for way in ("filled", "made"):
        (tmp_path / way).mkdir()
        folder = unsearched(project(tmp_path / way, DISTRICT))
        odd(folder / "data")
        sites.append(built(folder if way == "filled" else unfilled(folder), further=False))
    filled, made = map(normalised, sites)
    assert different(filled, made) == []
    assert DIFFER not in told.text, "the leaf pages were not filled but made by the engine"
    page = filled["indicators/new-jobs/index.html"].decode()
    assert page.count("R&amp;D经费&lt;投入&gt;&quot;强度&quot;  &#x27;甲&#x27;") >= 2
    assert ODD not in page and "<投入>" not in page


@pytest.mark.parametrize("printed", ["page.title | length", "page.content | length"])
def test_a_theme_that_does_not_fit_shells_costs_time_and_nothing_else(
    printed: str, tmp_path: Path, told: pytest.LogCaptureFixture
) -> None:
    """When the theme prints what a shell cannot know, the build says so and makes every page with the engine."""
    sites = {}
    for way in ("filled", "made"):
        (tmp_path / way).mkdir()
        data = ledger.write(tmp_path / way, ledger.LEDGER).rename(tmp_path / way / "ledger")
        (tmp_path / way / "project").mkdir()
        folder = unsearched(project(tmp_path / way / "project", data))
        theme = THEME.joinpath("main.html").read_text(encoding="utf-8")
        sign = "{% if page %}<i>{{ " + printed + " }}</i>{% endif %}"
        (folder / "overrides").mkdir()
        own = theme.replace("{% block announce %}", "{% block announce %}" + sign)
        (folder / "overrides" / "main.html").write_text(own, encoding="utf-8")
        edit(folder / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
        sites[way] = built(folder if way == "filled" else unfilled(folder), trust=True, further=False)
        assert (DIFFER in told.text) == (way == "filled")
        told.clear()
    assert different(snapshot(sites["filled"]), snapshot(sites["made"])) == []
    options = BuildOptions(trust=True, further=False)
    again = build_site(tmp_path / "filled" / "project" / "mkdocs.yml", sites["filled"], options)
    assert again.written == []


# -- shells without an engine

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    [ODD, "zz-title-zz", "zz-heading-0-zz", "<h1>zz-body-zz</h1>", "&amp;"]
)
SLUG = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
HEADINGS = st.lists(st.builds(Heading, st.sampled_from([2, 3]), SLUG, TEXT), max_size=4).map(tuple)


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """A leaf page with any texts."""
    folder = draw(st.sampled_from(["indicators/", "departments/", ""]))
    edit_url = draw(st.sampled_from(["", "https://git.example/edit/data/plans.yml?a=1&b=2"]))
    path, kind = f"{folder}{draw(SLUG)}/", draw(st.sampled_from([page_words.INDICATOR, page_words.UNIT]))
    return Page(path, kind, draw(TEXT), draw(TEXT), f"<h1>x</h1>{draw(TEXT)}", draw(HEADINGS), edit_url)


@given(pages())
def test_a_filled_page_is_the_page_of_the_engine(page: Page) -> None:
    """A page in the shell of its shape is what the engine makes of it, whatever its texts say."""
    assert fill(cut(toy(specimen(shape(page)))), page, page.body.encode()) == toy(page).encode()


@examples(30)
@given(st.lists(pages(), min_size=1, max_size=6))
def test_pages_of_one_shape_share_a_shell(found: list[Page]) -> None:
    """The engine makes one shell for each shape, and never fills a page into the shell of another."""
    asked: list[Page] = []

    def engine(page: Page) -> str:
        asked.append(page)
        return toy(page)

    shells = Shells(engine)
    assert [shells(page).decode() for page in found] == [toy(page) for page in found]
    assert len(asked) == len({shape(page) for page in found})


@given(pages())
def test_a_specimen_is_of_the_shape_that_it_stands_for(page: Page) -> None:
    """What is rendered for a shape has this shape."""
    assert shape(specimen(shape(page))) == shape(page)


def test_a_page_with_fewer_headings_is_refused() -> None:
    """A shell whose marker has no value in the page is never filled half."""
    more = Page("tasks/a/", page_words.TASK, "甲", "", "<h1>甲</h1>", (Heading(2, "duty", "责任"),))
    less = Page("tasks/a/", page_words.TASK, "甲", "", "<h1>甲</h1>", ())
    with pytest.raises(KeyError):
        fill(cut(toy(specimen(shape(more)))), less, less.body.encode())
