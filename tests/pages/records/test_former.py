"""No address of a release is lost: what is gone or has another id keeps a page that says where it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.cli import main as cli
from generator.publish.build import build_site
from generator.publish.site_content import BuildOptions
from tests.conftest import project
from tests.helpers import ledger
from tests.helpers.git import PERSON, commit_all
from tests.helpers.sites import edit

ANSWERS = """\
- {code: change-id, record: planting, value: planting, reason: 标识写错了, on: 2018-12-01}
- {code: change-id, record: culture-tourism, value: culture-tourism, reason: 没有这个单位, on: 2018-12-01}
"""
QUICK = BuildOptions(search=False)


def pages(folder: Path) -> set[str]:
    """The addresses of a site."""
    return {path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html")}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site of a release, and that after an indicator got another id, a unit went and a town became an office."""
    root = tmp_path_factory.mktemp("former")
    (root / "place").mkdir()
    folder = project(root / "place", ledger.write(root, ledger.LEDGER))
    (folder / ".gitignore").write_text("site\nbuild\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in PERSON.items():
            patch.setenv(name, value)
        patch.chdir(folder)
        commit_all(folder, "begin")
        assert cli.main(["release"]) == 0
        build_site(folder / "mkdocs.yml", root / "old", QUICK)
        data = folder / "data"
        edit(data / "indicators/five/01-industry.yml", "- id: planting\n", "- id: trees\n")
        edit(data / "disclosures/doc-2018.yml", "indicator: planting", "indicator: trees", 2)
        units = data / "organizations/departments.yml"
        edit(
            units, "  successors:\n    - successor: 区文旅局\n      on_date: 2018-12-01\n      document: doc-2018\n", ""
        )
        edit(units, "\n- id: culture-tourism\n  name: 区文旅局\n  kind: 政府部门\n", "")
        edit(data / "organizations/towns.yml", "  name: 望星镇\n  kind: 镇\n", "  name: 望星镇\n  kind: 功能区\n")
        (data / "acknowledged.yml").write_text(ANSWERS, encoding="utf-8")
        commit_all(folder, "改正标识")
        build_site(folder / "mkdocs.yml", root / "new", QUICK)
    return root / "old", root / "new"


def test_no_address_of_the_last_release_is_lost(sites: tuple[Path, Path]) -> None:
    """Every page that was public is there, of records and of all that stands there because of them."""
    old, new = map(pages, sites)
    assert {"indicators/planting", "departments/culture-tourism"} <= old
    assert old - new == set()


@pytest.mark.parametrize(
    ("path", "link", "words"),
    [
        ("indicators/planting", "../../indicators/trees/", "这条记录现在在：植树"),
        ("departments/culture-tourism", "", "台账里已经没有这条记录"),
    ],
)
def test_the_page_says_where_it_went(sites: tuple[Path, Path], path: str, link: str, words: str) -> None:
    """With the release that had it last, the day, and what the change said."""
    page = LexborHTMLParser((sites[1] / path / "index.html").read_text(encoding="utf-8"))
    article = page.css_first("article")
    assert article is not None
    text = article.text()
    assert words in text
    assert "v0.1.0" in text
    assert "改正标识" in text
    links = [a.attributes["href"] for a in article.css("p.pl-summary a")]
    assert links == ([link] if link else [])


def files(folder: Path, path: str) -> set[str]:
    """The names of the data files at an address."""
    return {file.name for file in (folder / path).iterdir()} - {"index.html"}


def test_the_files_of_a_record_with_another_id_stay(sites: tuple[Path, Path]) -> None:
    """Whoever fetches them every month gets what stands at the new address."""
    old, new = sites
    assert {"data.csv", "data.json", "metadata.json"} <= files(old, "indicators/planting")
    assert files(old, "indicators/planting") - files(new, "indicators/planting") == set()
    for name in files(new, "indicators/trees"):
        now = (new / "indicators/trees" / name).read_bytes()
        assert (new / "indicators/planting" / name).read_bytes() == now


def test_a_record_that_is_gone_says_so_to_machines(sites: tuple[Path, Path]) -> None:
    """Its last figures would be taken for those of today: they are in the release that had them."""
    assert files(sites[1], "departments/culture-tourism") == {"metadata.json"}
    said = json.loads((sites[1] / "departments/culture-tourism/metadata.json").read_bytes())
    assert (said["id"], said["removed"], said["last_release"]["version"]) == ("culture-tourism", True, "0.1.0")
    page = (sites[1] / "departments/culture-tourism/index.html").read_text(encoding="utf-8")
    assert "它自己的数据文件（data.csv 等）也不再有了" in page


def test_the_release_lists_what_it_was_the_last_to_have(sites: tuple[Path, Path]) -> None:
    """So every page can be reached."""
    page = (sites[1] / "releases/0.1.0/index.html").read_text(encoding="utf-8")
    assert 'href="../../indicators/planting/"' in page
    assert 'href="../../departments/culture-tourism/"' in page
