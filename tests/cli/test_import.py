"""The command import, as a person meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.cli.main import main


def test_a_folder_without_a_ledger_is_told_how_to_begin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written, and the command that comes first is named."""
    Workbook().save(tmp_path / "ledger.xlsx")
    folder = tmp_path / "new"
    assert main(["import", str(tmp_path / "ledger.xlsx"), "--into", str(folder)]) == 2
    assert f"{folder} 里还没有台账；请先建一个：python -m generator init {folder}" in capsys.readouterr().err
    assert not folder.exists()
