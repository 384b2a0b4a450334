"""The command import, as a person meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.cli.main import main
from generator.ledger.load import load
from generator.support.packaged_files import CONTRACT
from tests.helpers.workbooks import TASKS, workbook


def test_a_folder_with_other_things_is_told_how_to_begin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written, and the command that makes a ledger is named."""
    Workbook().save(tmp_path / "ledger.xlsx")
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "notes.txt").write_text("", encoding="utf-8")
    assert main(["import", str(tmp_path / "ledger.xlsx"), "--into", str(folder)]) == 2
    assert f"{folder} 里已有别的内容，却没有台账（data）" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("made", [(), ("",), (".git",), ("data",)], ids=["missing", "empty", "with git", "empty data"])
def test_a_new_folder_begins_as_init_would(tmp_path: Path, made: tuple[str, ...]) -> None:
    """With the settings of the place that the workbook names; what is said of it is nothing but drafts."""
    path = workbook(tmp_path / "ledger.xlsx", {"Sheet1": (("松河区2025年重点任务分解表",), *TASKS[1:])})
    folder = tmp_path / "new"
    for name in made:
        (folder / name).mkdir(parents=True)
    assert main(["import", str(path), "--into", str(folder)]) == 0
    assert "松河区" in (folder / "data" / "site.yml").read_text(encoding="utf-8")
    assert (folder / "README.md").is_file()
    assert {finding.grade for finding in load(folder / "data", CONTRACT).notes} <= {"草稿"}
    assert main(["import", str(path), "--into", str(folder)]) == 0


def test_a_new_folder_stays_missing_where_the_workbook_is_refused(tmp_path: Path) -> None:
    """All or nothing."""
    Workbook().save(tmp_path / "ledger.xlsx")
    assert main(["import", str(tmp_path / "ledger.xlsx"), "--into", str(tmp_path / "new")]) == 1
    assert not (tmp_path / "new").exists()
