"""States of the ledger in git are read file by file, and give the rows that the whole ledger gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.history.diff import POSITION, identity
from generator.history.git import Repository
from generator.history.log_reader import differences
from generator.history.snapshots import TAKES_FROM, Snapshots
from generator.ledger.reading.ledger_files import find_files
from generator.ledger.reading.record_readers import READERS
from generator.ledger.reading.rows import Row
from generator.ledger.reading.tables import build_tables
from tests.conftest import ROOT
from tests.helpers.git import Writer, commit_all
from tests.helpers.ledger import LEDGER, contract

DISTRICT = ROOT / "tests" / "district" / "data"
EDITS = {
    "the id of a town": (
        "organizations/towns.yml",
        ("id: rain\n", "id: shower\n"),
        {"organizations", "memberships", "targets", "task_places", "report_places", "project_places"},
    ),
    "the id of a department": (
        "organizations/departments.yml",
        ("id: development\n", "id: progress\n"),
        {
            *("organizations", "assignments", "indicator_assignments", "reports"),
            *("projects", "submissions", "task_remarks"),
        },
    ),
    "the section of a task": (
        "tasks/five/01-industry.yml",
        ("- id: grow\n  section: s1-1", "- id: grow\n  section: s1"),
        {"tasks", "indicators"},
    ),
    "the years of a plan": (
        "plans.yml",
        ("end_year: 2020", "end_year: 2021"),
        {"plans", "targets"},
    ),
    "the document of a plan": (
        "plans.yml",
        ("document: doc-five", "document: doc-2018"),
        {"plans", "tasks", "milestones", "projects", "targets"},
    ),
}
"""What others take from a file: the file, an edit of it, and the tables that it changes."""


def test_every_file_has_the_rows_of_the_whole_ledger(tmp_path: Path) -> None:
    """Also when it alone is new, and is read with no more than what its kind takes something from."""
    names = [path.relative_to(DISTRICT).as_posix() for path in sorted(DISTRICT.rglob("*.yml"))]
    texts = {f"data/{name}": (DISTRICT / name).read_text(encoding="utf-8") for name in names}
    writer = Writer(tmp_path)
    first = writer.commit("all", texts)
    writer.commit("a comment in each", {name: f"# 注\n{text}" for name, text in texts.items()}, (first,))
    repository = Repository(writer.write() / "data")
    old, new = repository.tree("HEAD~1"), repository.tree("HEAD")
    specs = contract().tables
    tables = build_tables(find_files(DISTRICT), contract()).rows
    expected = {t: {row.texts(identity(specs[t])): values(row) for row in rows} for t, rows in tables.items()}
    for name in names:
        snapshots = Snapshots(repository, contract())
        snapshots.rows(old)
        rows = snapshots.rows(old | {name: new[name]})
        assert {t: {key: values(row) for key, row in of_table.items()} for t, of_table in rows.items()} == expected
    repository.close()


def values(row: Row) -> dict[str, str]:
    """The cells of a row without its place among others."""
    return {column: text for column, text in row.cells.items() if column != POSITION and text}


@pytest.mark.parametrize(("file", "edit", "tables"), EDITS.values(), ids=EDITS)
def test_what_other_files_take_from_a_file_changes_with_it(
    file: str, edit: tuple[str, str], tables: set[str], tmp_path: Path
) -> None:
    """A commit of one file changes the rows of the files that take something from it."""
    writer = Writer(tmp_path)
    writer.commit("begin", {f"data/{name}": text for name, text in LEDGER.items()})
    folder = writer.write() / "data"
    text = (folder / file).read_text(encoding="utf-8")
    assert edit[0] in text
    (folder / file).write_text(text.replace(*edit), encoding="utf-8")
    commit_all(tmp_path, "edit")
    assert {change.table for change in differences(folder, contract(), "HEAD~1", "HEAD")} == tables


def test_every_kind_of_file_is_known() -> None:
    """A new kind of file has to say what it takes from others."""
    assert {pattern.split("/")[0] for pattern, _ in READERS} == set(TAKES_FROM)


def test_a_record_is_new_when_it_is_no_draft_any_more(tmp_path: Path) -> None:
    """What happens to a draft is no change of the ledger; accepted, it is a new record."""
    name = "data/tasks/five/01-industry.yml"
    done = LEDGER["tasks/five/01-industry.yml"]
    draft = done.replace("- id: parks\n", "- id: parks\n  draft: true\n")
    writer = Writer(tmp_path / "repository")
    first = writer.commit("draft", {f"data/{file}": text for file, text in LEDGER.items()} | {name: draft})
    second = writer.commit("edited", {name: draft.replace("建园区", "建设两个园区")}, (first,))
    writer.commit("accepted", {name: done}, (second,))
    data = writer.write() / "data"
    assert differences(data, contract(), "HEAD~2", "HEAD~1") == []
    changes = differences(data, contract(), "HEAD~1", "HEAD")
    assert {(change.table, change.key[0]) for change in changes} == {
        *((table, "parks") for table in ("tasks", "assignments", "task_places")),
        ("milestones", "parks-m1"),
    }
    (data / "tasks/five/01-industry.yml").write_text(draft, encoding="utf-8")
    assert {change.edit for change in differences(data, contract(), "HEAD", None)} == {"删去"}
