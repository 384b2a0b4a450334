"""The tables of a sheet: titles above, the head, headings between rows, rows, totals and notes below."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.language.office import column_words as words
from generator.language.official_text import normalise
from generator.office.importing.tables.columns import Head, read_head
from generator.office.workbooks.sheets import Sheet

TOTAL: Final = re.compile(words.TOTALS)
NOTE: Final = re.compile(words.NOTES)
SIGNED: Final = re.compile(words.SIGNED)
AREA: Final = re.compile(words.AREA)
AREA_SERIAL: Final = re.compile(words.AREA_SERIAL)
SECOND_LEVEL: Final = re.compile(r"\(")
LOOK_AHEAD: Final = 4
"""Rows of titles that may stand above the next head."""
SERIAL: Final = re.compile(r"[0-9]+(?:[.-][0-9]+)*[.、]?")


@dataclass(frozen=True, slots=True)
class Area:
    """A heading between the rows of a table, or in a column of its own."""

    number: str
    title: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class DataRow:
    """A row of a table with the headings above it."""

    row: int
    areas: tuple[Area, ...]


@dataclass(slots=True)
class Table:
    """A table of a sheet."""

    sheet: Sheet
    head: Head
    above: list[str]
    """The lines above its head."""
    rows: list[DataRow] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    row: int = 0
    """The row of its head."""

    def text(self, row: int, *kinds: str) -> str:
        """The text of the first column of some kinds that is filled in a row."""
        return next((text for _, text in self.texts(row, *kinds)), "")

    def texts(self, row: int, *kinds: str) -> Iterator[tuple[int, str]]:
        """The filled columns of some kinds in a row."""
        seen = set()
        for column in self.head.of(*kinds):
            origin = self.sheet.origin(row, column.index)
            if origin not in seen and (text := self.sheet.text(row, column.index)):
                seen.add(origin)
                yield column.index, text

    def place(self, row: int, *kinds: str) -> str:
        """The name of the cell of a column in a row; of its first cell where that is empty."""
        columns = [index for index, _ in self.texts(row, *kinds)] or [self.head.columns[0].index]
        return self.sheet.name_of(row, columns[0])


def find_tables(sheet: Sheet, more_names: Mapping[str, str]) -> list[Table]:
    """The tables of a sheet, in order."""
    tables: list[Table] = []
    above: list[str] = []
    areas: list[Area] = []
    skip_to = 0
    for at, row in enumerate(sheet.rows):
        if row < skip_to:
            continue
        if (head := read_head(sheet, row, more_names)) is not None:
            if tables and _same(tables[-1].head, head):
                areas += _areas_in(above, row)
            else:
                tables.append(Table(sheet, head, above, row=row))
                areas = []
            above, skip_to = [], row + head.depth
            continue
        texts = _distinct(sheet, row)
        if not texts:
            continue
        if not tables or _is_title(sheet, at, more_names):
            above.append(_line(sheet, row))
        else:
            areas = _take_row(tables[-1], row, texts, areas)
    return tables


def _same(one: Head, other: Head) -> bool:
    return one.kind == other.kind and [c.name for c in one.columns] == [c.name for c in other.columns]


def _distinct(sheet: Sheet, row: int) -> list[tuple[int, str]]:
    """The texts of a row; merged cells count once."""
    found: dict[tuple[int, int], tuple[int, str]] = {}
    for column, text in sheet.cells(row):
        found.setdefault(sheet.origin(row, column), (column, normalise(text)))
    return [*found.values()]


def _is_title(sheet: Sheet, at: int, more_names: Mapping[str, str]) -> bool:
    """Whether a row, which is no head, has one text and stands above the head of another table."""
    for below in sheet.rows[at : at + LOOK_AHEAD]:
        if read_head(sheet, below, more_names) is not None:
            return True
        texts = _distinct(sheet, below)
        if len(texts) > 2 or (len(texts) == 2 and not any(":" in text for _, text in texts)):
            return False
        if texts and any(form.match(texts[0][1]) for form in (NOTE, TOTAL, SIGNED)):
            return False
    return False


def _areas_in(lines: list[str], row: int) -> list[Area]:
    """Headings above a head that is printed again on the next page."""
    found = [_area(normalise(line), row, 1) for line in lines]
    return [area for area in found if area.number and area.title]


def _area(text: str, row: int, column: int) -> Area:
    match = AREA.fullmatch(text)
    number, title = (match["number"] or "", match["title"]) if match else ("", text)
    return Area(number, title.strip(":"), row, column)


def _take_row(table: Table, row: int, texts: list[tuple[int, str]], areas: list[Area]) -> list[Area]:
    """Add a row to a table, unless it is a heading, a total or a note; returns the headings for the next row."""
    first = next((text for _, text in texts if not SERIAL.fullmatch(text)), "")
    if not first:
        return areas
    if len(texts) <= 2 and (NOTE.match(first) or SIGNED.match(first)):
        table.notes.append(_line(table.sheet, row))
        return areas
    if TOTAL.match(first):
        return areas
    if (heading := _heading(table, row, texts)) is not None:
        level = bool(SECOND_LEVEL.match(heading.number))
        return [*(area for area in areas[:1] if level and not SECOND_LEVEL.match(area.number)), heading]
    table.rows.append(DataRow(row, (*areas, *_own_area(table, row))))
    return areas


def _heading(table: Table, row: int, texts: list[tuple[int, str]]) -> Area | None:
    """The heading that a row is: one text over several columns or with a number, or a Chinese number and a text."""
    (column, text), *others = texts
    if not others:
        alone = table.sheet.is_across(row, column) or column == table.head.columns[0].index
        numbered = bool((match := AREA.fullmatch(text)) and match["number"])
        return _area(text, row, column) if (alone or numbered) and _area(text, row, column).title else None
    if len(others) == 1 and AREA_SERIAL.fullmatch(text) and table.sheet.origin(row, others[0][0])[0] == row:
        title = _area(others[0][1], row, column).title
        return Area(text, title, row, others[0][0]) if title else None
    return None


def _line(sheet: Sheet, row: int) -> str:
    """The texts of a row in one line, with blanks where it has them."""
    texts = dict.fromkeys(text for _, text in sheet.cells(row))
    return " ".join(unicodedata.normalize("NFKC", word) for text in texts for word in text.split())


def _own_area(table: Table, row: int) -> tuple[Area, ...]:
    """The headings that stand in columns of their own."""
    areas = [_area(normalise(text), *table.sheet.origin(row, at)) for at, text in table.texts(row, "area")]
    return tuple(area for area in areas if area.title)
