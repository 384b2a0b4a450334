"""Drafts: counted and told apart, in nobody's way but a publisher's."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.main import main
from generator.language.finding_words import NOT_WRITTEN
from generator.ledger.checks.drafts import without_drafts
from generator.ledger.load import CheckedLedger, ReadLedger, read
from tests.conftest import ROOT
from tests.helpers.ledger import Case, Edit, case, edited, params, write

TASKS, INDICATORS = "tasks/five/01-industry.yml", "indicators/five/01-industry.yml"
DISCLOSURE, EXCLUSIONS = "disclosures/doc-2018.yml", "exclusions/doc-2018.yml"

PARKS: Edit = (TASKS, "- id: parks\n", "- «id: parks\n  draft: true\n")
CASES: dict[str, Case] = {
    "drafts-left": case(
        PARKS,
        (TASKS, "  summary: 建园区\n", ""),
        (DISCLOSURE, "  - indicator: output\n", "  - «indicator: output\n    draft: true\n"),
        (DISCLOSURE, "  - id: report-grow\n", "  - id: report-grow\n    draft: true\n"),
        (EXCLUSIONS, "- {number", "- «{draft: true, number"),
        expect=(
            "{1}: 草稿：这个文件里还有 2 条草稿，这是第一条。请用 review 命令逐条核对，采用或者不要。",
            "{2}: 草稿：这个文件里还有 1 条草稿，这是第一条。请用 review 命令逐条核对，采用或者不要。",
            "{0}: 草稿：这个文件里还有 1 条草稿，这是第一条。请用 review 命令逐条核对，采用或者不要。",
        ),
    ),
}


def read_ledger(folder: Path, *edits: Edit) -> ReadLedger:
    """The small ledger after some edits."""
    return read(write(folder, edited(*edits)[0]), ROOT / "datapackage.json")


def checked(folder: Path, *edits: Edit) -> CheckedLedger:
    """The same, checked."""
    return read_ledger(folder, *edits).checked()


@pytest.mark.parametrize("value", params(CASES))
def test_one_finding_tells_of_the_drafts_of_a_file(value: Case, tmp_path: Path) -> None:
    """How many there are, and where the first one is; nothing that a draft lacks is told."""
    files, places = edited(*value.edits)
    found = read(write(tmp_path, files), ROOT / "datapackage.json").findings()
    assert [str(f) for f in found] == [words.format(*places) for words in value.expected]


def test_what_is_wrong_in_a_draft_is_told_of_the_draft(tmp_path: Path) -> None:
    """A summary that is missing, a word that is none, a unit that nobody knows: none of them stops anything."""
    ledger = read_ledger(
        tmp_path, PARKS, (TASKS, "  summary: 建园区\n", ""), (TASKS, "lead: [区发展局, 区文化局]", "lead: [区发展居]")
    )
    assert [f.code for f in ledger.findings()] == ["drafts-left"]
    (draft,) = ledger.drafts
    assert (draft.table, draft.row["id"]) == ("tasks", "parks")
    assert {f.code for f in draft.findings} >= {"required", "unknown-organization"}
    assert all(f.mark.line <= draft.row.draft_end for f in draft.findings)


def test_a_record_beside_a_draft_is_checked_as_ever(tmp_path: Path) -> None:
    """The same mistakes in the record before it are faults."""
    ledger = read_ledger(tmp_path, PARKS, (TASKS, "  summary: 把产业做大\n", ""))
    assert [f.code for f in ledger.findings()] == ["required", "drafts-left"]


def test_false_is_no_draft(tmp_path: Path) -> None:
    """Whoever writes ``draft: false`` means that it is none."""
    assert read_ledger(tmp_path, (TASKS, "- id: parks\n", "- id: parks\n  draft: false\n")).findings() == []


def test_a_draft_is_shown_with_a_word_for_what_it_lacks(tmp_path: Path) -> None:
    """A preview has the record of a draft; the word says that nobody has written its summary."""
    (parks,) = [t for t in checked(tmp_path, PARKS, (TASKS, "  summary: 建园区\n", "")).ledger.tasks if t.id == "parks"]
    assert parks.summary == NOT_WRITTEN


def test_a_faulty_draft_is_not_shown_nor_what_refers_to_it(tmp_path: Path) -> None:
    """No page can be made of it; everything else is shown."""
    grow: Edit = (TASKS, "- id: grow\n", "- id: grow\n  draft: true\n")
    ledger = checked(tmp_path, grow, (TASKS, "summary: 把产业做大\n  kind: 重点任务", "kind: 重要任务")).ledger
    assert [task.id for task in ledger.tasks] == ["parks", "grow-2018"]
    assert [one.id for one in ledger.indicators] == ["planting", "output-2018"]
    assert {one.task for one in ledger.assignments} == {"parks"}
    assert [one.indicator for one in ledger.observations] == ["planting"]


@pytest.fixture
def drafted(tmp_path: Path) -> list[str]:
    """The options of a ledger with two drafts."""
    data = write(
        tmp_path, edited(PARKS, (DISCLOSURE, "  - id: report-grow\n", "  - id: report-grow\n    draft: true\n"))[0]
    )
    return ["--data", str(data), "--contract", str(ROOT / "datapackage.json")]


def test_check_tells_drafts_and_goes_on(drafted: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """How many there are and where, status 0."""
    assert main([*drafted, "check"]) == 0
    lines = capsys.readouterr().out.strip().splitlines()[2:]
    assert [line.split(": ")[1] for line in lines[:2]] == [
        "草稿：这个文件里还有 1 条草稿，这是第一条。请用 review 命令逐条核对，采用或者不要。"
    ] * 2
    assert lines[2].startswith("台账没有问题：29 张表")
    assert lines[3] == "还有 2 条草稿；发布以前，请用 review 逐条核对"


@pytest.mark.parametrize("command", ["export", "pages"])
def test_no_draft_is_published(
    command: str, drafted: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written before each draft is accepted or rejected."""
    assert main([*drafted, command, str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert "台账有 2 条草稿，没有发布任何内容；核对过的草稿才能发布" in said
    assert not (tmp_path / "out").exists()


def test_a_release_waits_for_drafts(drafted: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """No tag is made of a ledger with drafts."""
    assert main([*drafted, "release"]) == 1
    assert "台账有 2 条草稿" in capsys.readouterr().err


def test_the_key_is_in_no_row(tmp_path: Path) -> None:
    """It is no column of the contract, so no download has it."""
    rows = [row for rows in checked(tmp_path, PARKS).tables.rows.values() for row in rows]
    assert rows and not any("draft" in row.cells for row in rows)


def test_a_ledger_without_its_drafts_is_what_a_person_has_looked_at(tmp_path: Path) -> None:
    """A draft goes with what is nested in it; where there is none nothing goes."""
    tables = read_ledger(tmp_path, PARKS).tables
    before, left = ([row["id"] for row in one.rows["tasks"]] for one in (tables, without_drafts(tables)))
    assert [id_ for id_ in before if id_ not in left] == ["parks"]
    assert "parks" not in [row["task"] for row in without_drafts(tables).rows["assignments"]]
    assert without_drafts(without_drafts(tables)).rows["tasks"] == without_drafts(tables).rows["tasks"]
