"""A sheet as plain texts: merged cells have the text of the first, hidden rows and columns are left out."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.office.workbooks import workbook_file
from generator.office.workbooks.sheets import Sheet, letters
from generator.office.workbooks.workbook_file import WorkbookRefused, read_workbook
from tests.helpers.workbooks import TASKS, workbook

TEXTS = {(1, 1): "题", (2, 1): "甲", (2, 3): "乙", (4, 2): "丙", (5, 4): "丁"}
SHEET_PART = "xl/worksheets/sheet1.xml"
SHEET = Sheet("表", TEXTS, ((1, 1, 1, 9), (2, 1, 3, 2), (4, 2, 9, 2)), frozenset({5}), frozenset({3}))


def test_merged_cells_have_the_text_of_the_first() -> None:
    """As far as the sheet goes; a cell is named by where its text stands."""
    assert SHEET.size == (5, 4)
    assert [SHEET.text(3, column) for column in (1, 2, 3)] == ["甲", "甲", ""]
    assert SHEET.text(5, 2) == "丙" and SHEET.text(6, 2) == ""
    assert SHEET.origins[1, 4] == (1, 1) and (1, 5) not in SHEET.origins
    assert SHEET.name_of(3, 2) == "表!A2" and SHEET.name_of(5, 4) == "表!D5"
    assert [SHEET.is_across(row, column) for row, column in ((1, 3), (3, 2), (5, 2), (2, 3))] == [
        True,
        True,
        False,
        False,
    ]


def test_what_is_hidden_is_left_out() -> None:
    """Rows and columns; a row that only goes on with the one above it counts as one that holds something."""
    assert SHEET.rows == (1, 2, 3, 4) and SHEET.columns == (1, 2, 4)
    assert [*SHEET.cells(2)] == [(1, "甲"), (2, "甲")]
    assert Sheet("表", {(2, 1): "甲"}, ((3, 1, 4, 1),)).rows == (2,)
    assert Sheet("空", {}).size == (0, 0) and Sheet("空", {}).rows == Sheet("空", {}).columns == ()


def test_letters_of_columns() -> None:
    """After Z comes AA."""
    assert [letters(number) for number in (1, 26, 27, 28, 702, 703)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


@pytest.mark.parametrize("name", ["MAX_FILE", "MAX_PARTS", "MAX_PART", "MAX_UNPACKED", "MAX_CELLS"])
def test_a_workbook_may_just_be_as_large_as_allowed(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte, part or cell more, and it is refused."""
    path = workbook(tmp_path / "a.xlsx", {"S": TASKS})
    parts = zipfile.ZipFile(path).infolist()
    sizes = [part.file_size for part in parts]
    cells = sum(1 for row in TASKS for value in row if value != "")
    size = {
        "MAX_FILE": path.stat().st_size,
        "MAX_PARTS": len(parts),
        "MAX_PART": max(sizes),
        "MAX_UNPACKED": sum(sizes),
        "MAX_CELLS": cells,
    }[name]
    monkeypatch.setattr(workbook_file, name, size)
    assert read_workbook(path).sheets[0].size == (9, 7)
    monkeypatch.setattr(workbook_file, name, size - 1)
    with pytest.raises(WorkbookRefused):
        read_workbook(path)


def test_a_long_text_is_cut_and_told(tmp_path: Path) -> None:
    """At five thousand signs."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"] = "甲" * 5000, "乙" * 5001
    book.save(tmp_path / "a.xlsx")
    read = read_workbook(tmp_path / "a.xlsx").sheets[0]
    assert read.texts == {(1, 1): "甲" * 5000, (2, 1): "乙" * 5000}
    assert read.broken == {(2, 1): "cell-long"}


def test_rows_and_columns_of_no_size_are_hidden(tmp_path: Path) -> None:
    """Somebody drew them so small that nobody sees them; several columns may have one width."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["F4"] = "x"
    sheet.row_dimensions[2].height = 77
    sheet.row_dimensions[3].height = 1
    sheet.title = "甲 乙"
    book.save(tmp_path / "a.xlsx")
    columns = '<cols><col min="2" max="4" width="0" customWidth="1"/><col min="5" max="5" width="1"/></cols>'
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts[SHEET_PART] = parts[SHEET_PART].replace("<sheetData>", f"{columns}<sheetData>").replace('ht="77"', 'ht="0"')
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    read = read_workbook(tmp_path / "a.xlsx").sheets[0]
    assert ([*read.hidden_rows], sorted(read.hidden_columns), read.name) == ([2], [2, 3, 4], "甲 乙")


@pytest.mark.parametrize(("row", "area"), [(("甲",), "A1:B3"), ((*[""] * 25, "甲"), "Z1:AB2")])
def test_merged_cells_count_as_those_that_they_cover(
    row: tuple[str, ...], area: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each takes room: A1:B3 are six beside the one that holds the text."""
    path = workbook(tmp_path / "a.xlsx", {"S": (row,)}, {"S": [area]})
    cells = 1 + 6
    monkeypatch.setattr(workbook_file, "MAX_CELLS", cells)
    assert read_workbook(path).sheets[0].texts == {(1, len(row)): "甲"}
    monkeypatch.setattr(workbook_file, "MAX_CELLS", cells - 1)
    with pytest.raises(WorkbookRefused) as refused:
        read_workbook(path)
    assert refused.value.values["count"] == cells
