"""A workbook is opened: what it may be, how large it may be, and what is left out of it."""

from __future__ import annotations

import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils.escape import unescape

from generator.language.findings.file_words import MEGABYTE
from generator.office.workbooks.cell_text import shown
from generator.office.workbooks.sheets import Area, Place, Sheet
from generator.support.files import UnfitFile, read_plain

MAX_FILE: Final = 20 * MEGABYTE
"""Bytes of a workbook."""
MAX_UNPACKED: Final = 100 * MEGABYTE
"""Bytes of all its parts."""
MAX_PART: Final = 60 * MEGABYTE
"""Bytes of the largest part."""
MAX_PARTS: Final = 1000
MAX_CELLS: Final = 200_000
MAX_TEXT: Final = 5_000
"""Characters of a cell that are read."""
OLD_FORMAT: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The beginning of a file of Excel 97, and of one with a password."""
PASSWORD: Final = "EncryptedPackage".encode("utf-16-le")
ZIP: Final = b"PK\x03\x04"
WORKBOOK_PART: Final = "xl/workbook.xml"
BINARY_PART: Final = "xl/workbook.bin"
MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
CELL: Final = re.compile(rb"<(?:\w+:)?c[ />]")
BREAK: Final = re.compile(r"\r+\n")
"""A line break as files of different programs have it, some with one sign more."""
ENTITIES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
MACROS: Final = "vbaProject.bin"
LINKS: Final = "xl/externalLinks/"


class WorkbookRefused(Exception):
    """A file cannot be read as a workbook; ``code`` says why."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = code, values


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook, and what was left out."""

    sheets: tuple[Sheet, ...]
    left_out: tuple[str, ...] = ()
    """Codes of findings: macros, links to other files."""


def read_workbook(path: Path) -> Workbook:
    """Read a workbook; nothing in it is run, and no other file is opened.

    Raises:
        WorkbookRefused: it is no workbook, has a password, or is too large.
        OSError: it cannot be read.
    """
    if path.is_dir():
        raise WorkbookRefused("workbook-folder")
    try:
        content = read_plain(path, MAX_FILE)
    except UnfitFile as unfit:
        if unfit.limit:
            raise WorkbookRefused("workbook-size", limit=MAX_FILE // MEGABYTE) from unfit
        raise
    names = parts_of(content)
    left_out = [code for code, found in (("macros", MACROS), ("links", LINKS)) if any(found in name for name in names)]
    return Workbook(tuple(_sheets(content)), tuple(left_out))


def parts_of(content: bytes) -> list[str]:
    """The names of the parts of a workbook that may be opened. Raises WorkbookRefused for any other content."""
    if not content:
        raise WorkbookRefused("workbook-empty")
    if len(content) > MAX_FILE:
        raise WorkbookRefused("workbook-size", limit=MAX_FILE // MEGABYTE)
    if content.startswith(OLD_FORMAT):
        raise WorkbookRefused("workbook-password" if PASSWORD in content else "workbook-old")
    if not content.startswith(ZIP):
        raise WorkbookRefused("workbook-text")
    return _checked_parts(content)


def _checked_parts(content: bytes) -> list[str]:
    """The names of the parts of a workbook, none of which is too large or unpacks to more than it says."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as file:
            parts = file.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise WorkbookRefused("workbook-password")
            names = [part.filename for part in parts]
            if BINARY_PART in names:
                raise WorkbookRefused("workbook-binary")
            if WORKBOOK_PART not in names:
                raise WorkbookRefused("workbook-other")
            sizes = [part.file_size for part in parts]
            if len(parts) > MAX_PARTS or max(sizes) > MAX_PART or sum(sizes) > MAX_UNPACKED:
                raise WorkbookRefused("workbook-unpacked", limit=MAX_UNPACKED // MEGABYTE)
            cells = 0
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    text = file.read(part)
                    if ENTITIES.search(text):
                        raise WorkbookRefused("workbook-entities")
                    cells += _cells(text) if part.filename.startswith("xl/worksheets/") else 0
            if cells > MAX_CELLS:
                raise WorkbookRefused("workbook-cells", count=cells, limit=MAX_CELLS)
            return names
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise WorkbookRefused("workbook-damaged") from error
    except Exception as error:
        if isinstance(error, WorkbookRefused):
            raise
        raise WorkbookRefused("workbook-damaged") from error  # zlib and others have errors of their own


def _cells(sheet: bytes) -> int:
    """How many cells a sheet has, with those that are merged: each of them takes room when it is opened."""
    merged = (
        (abs(_column(right) - _column(left)) + 1) * (abs(int(last) - int(first)) + 1)
        for left, first, right, last in MERGED.findall(sheet)
    )
    return len(CELL.findall(sheet)) + sum(merged)


def _column(letters_: bytes) -> int:
    return reduce(lambda number, letter: number * 26 + letter - 64, letters_, 0)


def _sheets(content: bytes) -> Iterator[Sheet]:
    """The sheets of cells; openpyxl stumbles in many ways over a damaged file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            formulas = load_workbook(BytesIO(content), keep_links=False)
            results = load_workbook(BytesIO(content), keep_links=False, data_only=True)
            yield from [_sheet(formulas[sheet.title], sheet) for sheet in results.worksheets]
    except Exception as error:
        raise WorkbookRefused("workbook-damaged") from error


def _sheet(formulas: Any, results: Any) -> Sheet:
    texts: dict[Place, str] = {}
    broken: dict[Place, str] = {}
    for place, cell in [*results._cells.items()]:  # the cells that there are; rows and columns may go to the end
        text = _clean(shown(cell.value, cell.number_format or "General")) if isinstance(cell, Cell) else ""
        if formulas._cells[place].data_type == "f" and cell.value is None:
            broken[place] = "cell-formula"
        elif cell.data_type == "e":
            broken[place], text = "cell-error", ""
        elif text and cell.font is not None and cell.font.strike:
            broken[place] = "cell-struck"
        elif len(text) > MAX_TEXT:
            broken[place], text = "cell-long", text[:MAX_TEXT]
        if text:
            texts[place] = text
    merged: list[Area] = [(r.min_row, r.min_col, r.max_row, r.max_col) for r in results.merged_cells.ranges]
    rows = frozenset(row for row, d in results.row_dimensions.items() if d.hidden or d.height == 0)
    columns = frozenset(
        column
        for d in results.column_dimensions.values()
        if d.hidden or d.width == 0
        for column in range(d.min, min(d.max, 16384) + 1)
    )
    shown_not = results.sheet_state != "visible"
    name = _clean(results.title).replace("\n", " ")
    return Sheet(name, texts, tuple(sorted(merged)), rows, columns, shown_not, broken)


def _clean(text: str) -> str:
    """A text with plain line breaks, without signs that nobody sees, and without blanks at its ends."""
    lines = (_seen(line) for line in BREAK.sub("\n", unescape(text)).splitlines())
    return "\n".join(lines).strip()


def _seen(line: str) -> str:
    """The signs of a line that a person sees: neither control signs nor those that no font has."""
    return "".join(sign for sign in line if unicodedata.category(sign)[0] != "C" or sign == "\t").strip()
