"""Rows in the sheets of a sample workbook.

The library makes the workbook with all but its rows: each sheet has a header and a sample row with a cell of each
style. The rows take the place of that one.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import count
from typing import Any, NamedTuple

from xlsxwriter.utility import xl_col_to_name

from generator.downloads.formats.xlsx_cells import GUARDED, Look, Looks, cut
from generator.downloads.output import Cells
from generator.language import download_words
from generator.support.zip_files import to_zip

SETTINGS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""Of the library, so that texts stand in their cells and not in a file of their own."""
SHEET = "xl/worksheets/sheet{}.xml"
EXACT = 15
"""Digits that a number in a cell keeps."""
FIRST_DAY, DAY_ZERO = date(1900, 3, 1), date(1899, 12, 30)
"""Excel counts days from the second; before the first it counts otherwise than the calendar."""
STYLE = re.compile(r'<c r="[A-Z]+2"( s="\d+")?')
SAMPLE_ROW = re.compile('<row r="2".*</row>')
DIMENSION = re.compile('<dimension ref="[^"]*"/>')
SIGNS = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x(?=[0-9A-Fa-f]{4}_)")
"""Signs that XML cannot hold or changes, and what a reader of a workbook takes for the code of one."""
CODES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "_x": "_x005F_x"}
TOGETHER = 1000
"""Rows that are handed on together."""


class Styles(NamedTuple):
    """The attribute of a cell by what stands in it; empty for a look that all cells have."""

    text: str
    guarded: str
    """Of a text that a spreadsheet would take for a formula."""
    day: str
    numbers: tuple[str, ...]
    """By their decimals."""


class SampleSheet(NamedTuple):
    """A sheet as the library made it."""

    head: str
    foot: str
    styles: Styles


class SheetRows(NamedTuple):
    """What takes the place of the sample row."""

    kinds: Sequence[str]
    """The types of the columns."""
    rows: Sequence[Cells]
    height: Callable[[Cells], int] | None = None
    """How high a row is, in points; without it the program that opens the workbook decides."""


def write_sample(sheet: Any, looks: Looks, look: Look) -> None:
    """Write the sample row of a sheet whose rows have this look."""
    formats = ["0." + "0" * places if places else "0" for places in range(EXACT)]
    styles = [
        look,
        {**look, "quote_prefix": True},
        *({**look, "num_format": kind} for kind in ("yyyy-mm-dd", *formats)),
    ]
    for at, style in enumerate(styles):
        sheet.write_string(1, at, "0", looks.format(style))


def read_sample(xml: str) -> SampleSheet:
    """The sheet with such a row."""
    text, guarded, day, *numbers = STYLE.findall(xml)
    head, foot = SAMPLE_ROW.split(xml)
    return SampleSheet(head, foot, Styles(text, guarded, day, tuple(numbers)))


def filled(workbook: io.BytesIO, sheets: Iterable[SheetRows]) -> bytes:
    """The library's workbook with the rows of its sheets."""
    contents = dict(zip(map(SHEET.format, count(1)), sheets))  # noqa: B905 numbers have no end
    with zipfile.ZipFile(workbook) as made:
        first = to_zip((name, made.read(name)) for name in made.namelist() if name not in contents)
        samples = {name: read_sample(made.read(name).decode()) for name in contents}
    return to_zip(((name, with_rows(samples[name], rows)) for name, rows in contents.items()), first)


def with_rows(sheet: SampleSheet, content: SheetRows) -> Iterator[bytes]:
    """A sheet with rows, in pieces."""
    kinds, rows, height = content
    last = f"{xl_col_to_name(len(kinds) - 1)}{len(rows) + 1}"
    columns = [(CELLS[kind], xl_col_to_name(at)) for at, kind in enumerate(kinds)]

    def row(number: int, cells: Cells) -> str:
        written = [
            write(sheet.styles, f"{letter}{number}", cell)
            for (write, letter), cell in zip(columns, cells, strict=True)
            if cell
        ]
        high = f' ht="{height(cells)}" customHeight="1"' if height else ""
        return f'<row r="{number}"{high}>{"".join(written)}</row>'

    yield DIMENSION.sub(f'<dimension ref="A1:{last}"/>', sheet.head).encode()
    for first in range(0, len(rows), TOGETHER):
        piece = rows[first : first + TOGETHER]
        yield "".join([row(number, cells) for number, cells in enumerate(piece, first + 2)]).encode()
    yield sheet.foot.encode()


def _text(styles: Styles, place: str, text: str) -> str:
    return _words(styles.guarded if text.startswith(GUARDED) else styles.text, place, text)


def _words(style: str, place: str, text: str) -> str:
    space = "" if text == text.strip() else ' xml:space="preserve"'
    return f'<c r="{place}"{style} t="inlineStr"><is><t{space}>{SIGNS.sub(_code, cut(text))}</t></is></c>'


def _code(sign: re.Match[str]) -> str:
    return CODES.get(sign[0]) or f"_x{ord(sign[0]):04X}_"


def _number(styles: Styles, place: str, text: str) -> str:
    """A number that shows the digits that are written; one with more than a cell keeps is a text."""
    whole, _, places = text.partition(".")
    if len(whole.lstrip("-")) + len(places) > EXACT or (text[0] == "-" and not text.strip("-0.")):
        return _words(styles.text, place, text)
    return f'<c r="{place}"{styles.numbers[len(places)]}><v>{text}</v></c>'


def _date(styles: Styles, place: str, text: str) -> str:
    day = date.fromisoformat(text)
    if day < FIRST_DAY:
        return _words(styles.text, place, text)
    return f'<c r="{place}"{styles.day}><v>{(day - DAY_ZERO).days}</v></c>'


def _boolean(styles: Styles, place: str, text: str) -> str:
    return _words(styles.text, place, download_words.YES_NO[text])


CELLS: dict[str, Callable[[Styles, str, str], str]] = {
    "string": _text,
    "number": _number,
    "integer": _number,
    "date": _date,
    "boolean": _boolean,
}
"""Type of a column → what writes its cells."""
