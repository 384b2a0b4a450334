"""The whole ledger as an Excel workbook for offices: two overviews to read first, then every table of the contract."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from xlsxwriter import Workbook

from generator.downloads.dataset import Dataset
from generator.downloads.formats.xlsx_cells import HEADER, PLAIN, WRAPPED, Looks
from generator.downloads.formats.xlsx_rows import SETTINGS, SheetRows, filled, write_sample
from generator.downloads.output import Cells
from generator.downloads.overviews import Overview, indicator_overview, task_overview
from generator.language import download_words, page_words

SHEET_NAME = 31
"""Characters that a sheet's name has room for."""
EPOCH = date(1980, 1, 1)
"""When a workbook is said to be made whose ledger bears no date."""
WIDE = (48, 30)
"""Greatest width of columns, in characters: of texts on one line, and of those that go on below."""
MARGIN = 2
LINE, HIGHEST = 16, 400
"""Height of a line of text, and the greatest that a row can have, in points."""
SAMPLED = 300
"""Rows by which the width of a column is chosen."""
FILTER = "    "
"""As wide as the button that a header has for its filter."""
LAST_COLUMN = "XFD"
A4 = 9


def write_ledger(dataset: Dataset) -> bytes:
    """The workbook: tasks and indicators with all that belongs to them, where the data comes from, and the tables."""
    out = io.BytesIO()
    with Workbook(out, SETTINGS) as workbook:
        workbook.set_properties(workbook_properties(dataset))
        looks = Looks(workbook)
        sheets = [
            _add_sheet(workbook, looks, overview, wrapped=True)
            for overview in (task_overview(dataset), indicator_overview(dataset), _about(dataset))
        ]
        for table, spec in dataset.contract.tables.items():
            columns = tuple((field.title, field.type) for field in spec.fields)
            overview = Overview(spec.title[:SHEET_NAME], columns, dataset.cells(table))
            sheets.append(_add_sheet(workbook, looks, overview, wrapped=False))
    return filled(out, sheets)


def workbook_properties(dataset: Dataset) -> dict[str, object]:
    """What the workbook says about itself; the library gives the day of its making to its last change, too."""
    site, provenance = dataset.site, dataset.provenance
    day = dataset.index.changes.data_changed or provenance.as_of or EPOCH
    lines = ("：".join(line) for line in provenance.lines() if line[0] != page_words.SOURCE_DOCUMENT)
    return {
        "title": site.name,
        "subject": site.description,
        "company": site.publisher,
        "author": site.publisher or site.name,
        "keywords": "、".join(site.keywords),
        "comments": "\n".join(lines),
        "created": datetime.combine(day, time(), UTC),
    }


def _about(dataset: Dataset) -> Overview:
    """Where the data comes from, and what each table is."""
    tables = ((spec.title, spec.description) for spec in dataset.contract.tables.values())
    columns = tuple((title, "string") for title in download_words.ABOUT_COLUMNS)
    return Overview(download_words.ABOUT_SHEET, columns, (*dataset.provenance.lines(), *tables))


def _add_sheet(workbook: Any, looks: Looks, overview: Overview, *, wrapped: bool) -> SheetRows:
    """A sheet with a header that stays in view and filters; it is as wide as its first rows."""
    sheet = workbook.add_worksheet(overview.title)
    titles, kinds = [title for title, _ in overview.columns], [kind for _, kind in overview.columns]
    for at, title in enumerate(titles):
        sheet.write_string(0, at, title, looks.format(HEADER))
    write_sample(sheet, looks, WRAPPED if wrapped else PLAIN)
    rows = [*overview.rows]
    widths = _widths(titles, rows[:SAMPLED], WIDE[wrapped])
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width + MARGIN)
    _finish(sheet, len(rows), len(titles) - 1)

    def height(row: Cells) -> int:
        return min(LINE * max(map(_lines, row, widths)), HIGHEST)

    return SheetRows(kinds, rows, height if wrapped else None)


def _finish(sheet: Any, rows: int, columns: int) -> None:
    """What a reader of a long table needs, on the screen and on paper."""
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), columns)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{LAST_COLUMN}{rows + 1}"})
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _widths(titles: Sequence[str], sample: Sequence[Cells], most: int) -> list[int]:
    """How wide each column must be for its texts, in characters."""
    columns: Iterable[Cells] = zip(*sample, strict=True) if sample else [()] * len(titles)
    return [min(max(map(_width, (title + FILTER, *cells))), most) for title, cells in zip(titles, columns, strict=True)]


def _width(text: str) -> int:
    """A Chinese character is as wide as two others: it is one character, and three bytes."""
    return (len(text) + len(text.encode())) // 2


def _lines(text: str, width: int) -> int:
    """Lines that a text takes; not every program finds out by itself when it opens a workbook."""
    return -(-_width(text) // width) or 1
