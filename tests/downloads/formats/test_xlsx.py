"""The workbook, as Excel's users and their programs meet it."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.downloads.formats.xlsx import write_ledger
from generator.downloads.formats.xlsx_cells import GUARDED, LONGEST
from generator.downloads.output import Cells
from generator.downloads.overviews import heading
from generator.language import download_words
from generator.pages.components.figures import observation_figure, target_figure
from tests.conftest import ROOT
from tests.helpers.copying import FORMULAS, NUMBERS, Spoilt, district, specs, spoilt, spoilt_cells
from tests.helpers.readers import shown

SOFFICE = shutil.which("soffice")
TO_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
"""LibreOffice's filter: commas, quotes, UTF-8, cells as they are shown, every sheet a file."""


def made(cells: Callable[[str], list[Cells]]) -> bytes:
    return write_ledger(Spoilt(cells))


@cache
def published() -> bytes:
    """The district's workbook."""
    return made(district().cells)


@cache
def opened() -> Any:
    """The district's workbook with spoilt rows, as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(made(spoilt_cells)))


def expected(table: str, cells: Callable[[str], Sequence[Cells]]) -> list[list[str]]:
    """A table's rows as they are shown: true and false in Chinese, all else as it is written."""
    kinds = [field.type for field in specs()[table].fields]
    return [
        [
            download_words.YES_NO.get(cell, "") if kind == "boolean" else cell
            for cell, kind in zip(row, kinds, strict=True)
        ]
        for row in cells(table)
    ]


def test_figures_are_numbers_and_ids_are_texts() -> None:
    """Years and figures can be computed with; what only looks like a number stays a text; odd lengths stay exact."""
    sheet, spec = opened()[specs()["targets"].title], specs()["targets"]
    column = {name: at for at, name in enumerate(spec.columns)}
    for row in sheet.iter_rows(min_row=2):
        assert isinstance(row[column["id"]].value, str) and isinstance(row[column["start_year"]].value, int)
        value = row[column["value"]].value
        assert isinstance(value, str) == (value in ("12345678901234567.5", "-0"))
        assert isinstance(row[column["note"]].value, str)


def test_nothing_is_taken_for_a_formula_and_no_number_is_guarded() -> None:
    """No cell is a formula; a text that begins like one has the quote prefix and its own words; no number has it."""
    sheet, at = opened()[specs()["targets"].title], specs()["targets"].columns.index("note")
    notes = {shown(row[at]): row[at] for row in sheet.iter_rows(min_row=2)}
    assert all(notes[text].quotePrefix for text in FORMULAS)
    for one in opened():
        for row in one.iter_rows(min_row=2):
            for cell in row:
                assert cell.data_type != "f"
                text = isinstance(cell.value, str) and cell.value not in NUMBERS
                assert bool(cell.quotePrefix) == (text and shown(cell).startswith(GUARDED))


def sheet_records(workbook: openpyxl.Workbook, name: str) -> list[dict[str, Any]]:
    """The rows of a sheet by the titles of its columns; columns that the contract has gained stand at the end."""
    header, *rows = workbook[name].values
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_tasks_and_indicators_come_first() -> None:
    """The first sheet has a row for each task with its units, the second one for each indicator with its state."""
    workbook, sample = openpyxl.load_workbook(io.BytesIO(published())), district()
    assert workbook.sheetnames[:2] == [download_words.TASK_SHEET, download_words.INDICATOR_SHEET]
    tasks = sheet_records(workbook, download_words.TASK_SHEET)
    assert [*tasks[0]][: len(download_words.TASK_COLUMNS)] == [*download_words.TASK_COLUMNS.values()]
    assert [row["标识"] for row in tasks] == [*sample.index.tasks]
    for row in tasks:
        task = sample.index.tasks[row["标识"]]
        names = [sample.index.organizations[a.organization].name for a in sample.index.leads(task.id)]
        assert (row["牵头单位"] or "") == "、".join(names)
        assert (row["领域"], row["任务"], row["完成时限"]) == (
            heading(sample.index, task.section),
            task.title,
            task.due,
        )
    rows = sheet_records(workbook, download_words.INDICATOR_SHEET)
    assert [*rows[0]][: len(download_words.INDICATOR_COLUMNS)] == [*download_words.INDICATOR_COLUMNS.values()]
    assert [row["标识"] for row in rows] == [*sample.index.indicators]
    for row in rows:
        status, newest = sample.context.statuses.main(row["标识"]), sample.index.newest(row["标识"])
        assert row["状态"] == (status.state if status else None)
        assert row["规划目标"] == (target_figure(sample.context, status.target).text if status else None)
        assert row["最近完成值"] == (observation_figure(sample.context, newest).text if newest else None)
    assert any(row["年度目标"] for row in rows) and any(row["怎样得出"] for row in rows)


def test_every_sheet_is_ready_to_be_used() -> None:
    """The header stays in view and filters, columns are as wide as their texts, names fit."""
    for sheet in openpyxl.load_workbook(io.BytesIO(published())):
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref.startswith("A1:")
        assert len(sheet.title) <= 31 and sheet.print_title_rows == "$1:$1"
        assert all(8 <= dimension.width <= 60 for dimension in sheet.column_dimensions.values())


def test_the_workbook_says_whose_it_is() -> None:
    """Name, licence, attribution, date and sources stand on a sheet; properties name licence and date, too."""
    workbook, sample = openpyxl.load_workbook(io.BytesIO(published())), district()
    told = {tuple(row) for row in workbook[download_words.ABOUT_SHEET].values}
    assert set(sample.provenance.lines()) <= told
    licence = sample.site.licence
    assert licence.name in workbook.properties.description and licence.attribution in workbook.properties.description
    assert workbook.properties.created.date() == sample.index.as_of


def test_a_text_that_no_cell_can_hold_says_so() -> None:
    """It is cut where the cell ends, with words that send the reader to the CSV."""
    spec = specs()["targets"]
    content = made(lambda name: spoilt(name, ["字" * 40_000]) if name == "targets" else district().cells(name))
    cell = openpyxl.load_workbook(io.BytesIO(content))[spec.title].cell(2, spec.columns.index("note") + 1)
    assert len(cell.value) == LONGEST and cell.value.endswith(download_words.TOO_LONG)


def test_the_same_rows_give_the_same_bytes_in_every_process() -> None:
    """Nothing of the moment or of the process is in the file."""
    code = (
        "import hashlib; from tests.downloads.formats.test_xlsx import published;"
        "print(hashlib.sha256(published()).hexdigest())"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == hashlib.sha256(published()).hexdigest()


@pytest.mark.office
@pytest.mark.skipif(SOFFICE is None and not os.environ.get("CI"), reason="LibreOffice is not installed")
def test_an_office_program_shows_the_rows_of_the_csv(tmp_path: Path) -> None:
    """LibreOffice opens the workbook and writes each sheet as CSV: every cell is shown as the ledger has it."""
    assert SOFFICE, "LibreOffice is not installed"
    (tmp_path / "x.xlsx").write_bytes(made(spoilt_cells))
    command = [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", TO_CSV, "x.xlsx"], cwd=tmp_path, capture_output=True, check=True, timeout=180
    )
    for table, spec in specs().items():
        text = (tmp_path / f"x-{spec.title}.csv").read_bytes().decode("utf-8-sig")
        header, *found = csv.reader(io.StringIO(text, newline=""))
        assert header == [field.title for field in spec.fields]
        for row, wanted in zip_longest(found, expected(table, spoilt_cells)):
            assert row == wanted
