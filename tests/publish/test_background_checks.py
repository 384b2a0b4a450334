"""A large ledger is checked while its pages begin: faults stop the build as if they had been found first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.publish.build import build_site
from generator.publish.engine import project as engine_project
from generator.support.child_process import CAN_FORK
from tests.helpers.sites import edit, snapshot

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="checks come first where this system cannot copy a process")


@pytest.fixture
def small(tmp_path: Path, copied: Callable[[Path], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the small ledger and its site; from now on no ledger is too small for a process of its own."""
    folder = copied(tmp_path / "project")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(engine_project, "FEWEST_ROWS", 0)
    return folder


def test_a_ledger_without_faults_gives_the_same_site(small: Path) -> None:
    """It does not matter when the checks are made."""
    before = snapshot(small / "site")
    assert main(["build"]) == 0
    assert snapshot(small / "site") == before


def test_tables_that_a_child_wrote_are_known_as_changed_or_not(small: Path) -> None:
    """One changed value rewrites its table and the files of its indicator; other tables keep their bytes and times."""
    edit(small / "data/disclosures/doc-2018.yml", "410.5\n    value_text: 410.5", "410.6\n    value_text: 410.6")
    written = build_site(small / "mkdocs.yml", small / "site").written
    assert {"data/observations.csv", "data/observations.json", "indicators/output/data.csv"} <= {*written}
    assert "data/tasks.csv" not in written and (small / "site/data/tasks.csv").is_file()


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("title: ", "title: \u00a0", 2),
        ("validity: 有效", "validity: 有笑", 1),
        ("published_on: ", "published_on: 二〇", 1),
    ],
    ids=["pages could be made", "no page can be made", "no look-up can be made"],
)
def test_a_fault_stops_the_build(
    small: Path, old: str, new: str, count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """The findings are said and nothing else; the old site stays, and nothing is left beside it."""
    edit(small / "data/documents.yml", old, new, count)
    before = snapshot(small / "site")
    capsys.readouterr()
    assert main(["build"]) == 1
    said = capsys.readouterr()
    assert "data/documents.yml" in said.out and f"台账有 {count} 处问题" in said.err
    assert "原来的网站未动" in said.err
    assert "MkDocs：" not in said.out, "the engine says nothing of a page that could not be made"
    assert snapshot(small / "site") == before and not list(small.glob(".site-*"))


@pytest.mark.parametrize("fewest", [0, 5_000], ids=["checked meanwhile", "checked first"])
def test_a_doubt_stops_the_build(
    small: Path, fewest: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said with how to acknowledge it; acknowledged, the site is built with the value."""
    monkeypatch.setattr(engine_project, "FEWEST_ROWS", fewest)
    edit(small / "data/disclosures/doc-2018.yml", "410.5\n    value_text: 410.5", "4105\n    value_text: 4105")
    before = snapshot(small / "site")
    capsys.readouterr()
    assert main(["build"]) == 1
    said = capsys.readouterr()
    assert "record: output-2017, value: 4105" in said.out and "台账有 1 处疑点，没有发布任何内容" in said.err
    assert snapshot(small / "site") == before and not list(small.glob(".site-*"))
    answer = "- {code: magnitude, record: output-2017, value: 4105, reason: 原文如此, on: 2018-03-01}\n"
    (small / "data/acknowledged.yml").write_text(answer, encoding="utf-8")
    assert main(["build"]) == 0
    assert "4105" in (small / "site/indicators/output/index.html").read_text(encoding="utf-8").replace(",", "")


def test_a_fault_is_found_beside_an_index_of_the_search(small: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Where the pages are made in a process of their own, the findings come from there."""
    edit(small / "mkdocs.yml", "      search: false\n", "")
    edit(small / "data/documents.yml", "validity: 有效", "validity: 有笑")
    assert main(["build"]) == 1
    said = capfd.readouterr()
    assert "“有笑”不在可选范围" in said.out and "原来的网站未动" in said.err


@pytest.mark.parametrize("fewest", [0, 5_000], ids=["checked meanwhile", "checked first"])
def test_a_draft_stops_the_build(
    small: Path, fewest: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said for each file how many drafts there are; the old site stays."""
    monkeypatch.setattr(engine_project, "FEWEST_ROWS", fewest)
    edit(small / "data/tasks/five/01-industry.yml", "- id: parks\n", "- id: parks\n  draft: true\n")
    edit(small / "data/tasks/five/01-industry.yml", "  summary: 建园区\n", "")
    before = snapshot(small / "site")
    capsys.readouterr()
    assert main(["build"]) == 1
    said = capsys.readouterr()
    assert "01-industry.yml:14:3: 草稿：这个文件里还有 1 条草稿" in said.out
    assert "台账有 1 条草稿，没有发布任何内容" in said.err and "原来的网站未动" in said.err
    assert snapshot(small / "site") == before and not list(small.glob(".site-*"))
