"""The head of a table: what each column is, and what kind of table that makes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from generator.language.office import column_words as words
from generator.language.official_text import normalise
from generator.ledger.wording.brackets import without_brackets
from generator.office.workbooks.sheets import Sheet

UNITS: Final = ("lead", "responsible", "support", "participate", "guide", "assess")
DEEPEST: Final = 3
"""Rows that a head may have."""
KINDS: Final = {
    kind: re.compile(f"(?:{names}){words.WITH_PERSONS if kind in UNITS else ''}")
    for kind, names in words.COLUMNS.items()
}
YEAR: Final = re.compile(words.YEAR)
YEARS_OF_GROWTH: Final = re.compile(words.YEARS_OF_GROWTH)
STEP: Final = re.compile(words.STEPS)
TERRITORY: Final = re.compile(words.TERRITORY)
NO_TARGET: Final = re.compile(words.NO_TARGET)
UNIT_ALONE: Final = re.compile(r"\([^()]{1,12}\)")
IS_NUMBER: Final = re.compile(r"[0-9.,]+")
RESPONSIBLE: Final = ("lead", "responsible", "support", "participate", "leader", "due")
OF_PROJECTS: Final = ("total_investment", "year_investment", "project_nature", "project_period", "starts", "finishes")
OF_INDICATORS: Final = ("year", "growth", "total", "target", "base")
ONLY_ONE: Final = ("serial", "indicator", "unit", "growth", "nature", "project", "due", "town", "weight")
"""Kinds of which a second column is something else."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    index: int
    kind: str
    """Empty where nobody knows it; ``value`` where it is the figure of an indicator that its name says."""
    name: str
    """What its head shows, in normal form."""
    match: re.Match[str] | None = None
    """Of a year or a part of a year: its parts."""
    lowest: str = ""
    """The last of the names above it, where a name may stand over several columns."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table."""

    kind: str
    columns: tuple[Column, ...]
    depth: int

    def of(self, *kinds: str) -> list[Column]:
        """The columns of some kinds, from left to right."""
        return [column for column in self.columns if column.kind in kinds]


def read_head(sheet: Sheet, row: int, more_names: Mapping[str, str]) -> Head | None:
    """The head that begins in a row; None where none does.

    Args:
        sheet: the sheet.
        row: the row.
        more_names: names of columns that a person gave → their kinds.
    """
    if len({sheet.origin(row, column) for column, _ in sheet.cells(row)}) < 2:
        return None  # a title
    for depth in dict.fromkeys((_depth(sheet, row), 1)):
        names = {
            column: [*dict.fromkeys(text for at in range(row, row + depth) if (text := _named(sheet, at, column)))]
            for column in sheet.columns
        }
        names = {column: levels for column, levels in names.items() if levels}
        if sum(bool(TERRITORY.fullmatch("".join(levels))) for levels in names.values()) > 1:
            return _breakdown(sheet, row + depth, names, depth)
        for kind in words.KINDS_OF_TABLES:
            columns = tuple(_with_areas(sheet, row + depth - 1, _columns(names, kind, more_names)))
            if _is_head(kind, {column.kind for column in columns}):
                return Head(kind, columns, depth)
        if (head := _breakdown(sheet, row + depth, names, depth)) is not None:
            return head
    return None


def _named(sheet: Sheet, row: int, column: int) -> str:
    return normalise(sheet.text(row, column))


def _depth(sheet: Sheet, row: int) -> int:
    """How many rows a head has that begins in a row.

    Cells merged downwards say it; below a name over several columns stands a second row, where nothing stands below
    the other names; and so does a row of nothing but units and words of roles.
    """
    depth = 1
    across: set[int] = set()
    for top, left, bottom, right in sheet.merged:
        if top == row and left <= sheet.size[1]:
            depth = max(depth, bottom - top + 1)
            across |= {*range(left, min(right, sheet.size[1]) + 1)} if right > left else set()
    below = {
        column: normalise(text) for column, text in sheet.cells(row + 1) if sheet.origin(row + 1, column)[0] == row + 1
    }
    if depth == 1 and across & {*below} and not {*below} - across:
        depth = 2
    if depth == 1 and below and all(UNIT_ALONE.fullmatch(text) or _is_name(text) for text in below.values()):
        depth = 2
    return min(depth, DEEPEST)


def _kind_of_value(whole: str, levels: list[str]) -> str:
    """Whether a column of a table of towns holds targets; what was reached, shares and ranks are none."""
    if KINDS["note"].fullmatch(whole) or (len(levels) > 1 and NO_TARGET.fullmatch(levels[-1])):
        return "note"
    return "progress" if KINDS["progress"].fullmatch(whole) else "value"


def _is_name(text: str) -> bool:
    return bool(STEP.fullmatch(text)) or any(KINDS[kind].fullmatch(text) for kind in UNITS)


def _with_areas(sheet: Sheet, row: int, columns: list[Column]) -> Iterator[Column]:
    """The columns; of several titles the last one is that of the task, and the others are headings.

    So is the first of two columns below one merged name: the group of an indicator stands before its name.
    """
    merged = {
        column.index
        for column, following in pairwise(columns)
        if sheet.origin(row, column.index) == sheet.origin(row, following.index)
    }
    titles = [column.index for column in columns if column.kind == "title"]
    group = next((column.index for column in columns if column.kind == "indicator" and column.index in merged), None)
    for column in columns:
        if column.index in titles[:-1] or column.index == group:
            yield replace(column, kind="area")
        elif group is not None and column.index == group + 1:
            yield replace(column, kind="indicator")
        else:
            yield column


def _columns(names: Mapping[int, list[str]], table: str, more_names: Mapping[str, str]) -> list[Column]:
    found: list[Column] = []
    taken: set[str] = set()
    for index, levels in names.items():
        kind, match = _kind(levels, table, more_names)
        own = f"{kind} {YEARS_OF_GROWTH.findall(''.join(levels))}" if kind == "growth" else kind
        if kind in ONLY_ONE and own in taken:
            kind = "note" if kind != "unit" else ""
        taken.add(own)
        found.append(Column(index, kind, "".join(levels), match, levels[-1]))
    return found


def _kind(levels: list[str], table: str, more_names: Mapping[str, str]) -> tuple[str, re.Match[str] | None]:
    """What a column is by the names above it, the lowest first."""
    whole = "".join(levels)
    candidates = [*dict.fromkeys((levels[-1], whole, *reversed(levels)))]
    candidates += [bare for one in candidates if (bare := without_brackets(one)) and bare not in candidates]
    for name in candidates:
        if name in more_names:
            return more_names[name], None
    if table == "indicators":
        if len(levels) > 1 and any(
            KINDS["growth"].fullmatch(name) for name in (levels[-1], without_brackets(levels[-1]))
        ):
            return "growth", None  # 2025年目标 stands over 总量 and over 增长(%)
        for name in (whole, *candidates):
            if match := YEAR.fullmatch(name):
                return "year", match
    if table == "tasks":
        for name in candidates:
            if match := STEP.fullmatch(name):
                return "step", match
    for name in candidates:
        for kind in words.KINDS_OF_TABLES[table]:
            if KINDS[kind].fullmatch(name):
                return kind, None
    return "", None


def _is_head(table: str, kinds: set[str]) -> bool:
    if table == "projects":
        return "project" in kinds and bool(kinds & {*OF_PROJECTS})
    if table == "indicators":
        return "indicator" in kinds and bool(kinds & {*OF_INDICATORS})
    return bool(kinds & {"title", "content"}) and bool(kinds & {*RESPONSIBLE})


def _breakdown(sheet: Sheet, below: int, names: Mapping[int, list[str]], depth: int) -> Head | None:
    """The head of a table of towns: they stand in its first column, or are its other columns."""
    whole = {index: "".join(levels) for index, levels in names.items()}
    first, *others = [index for index, name in whole.items() if not KINDS["serial"].fullmatch(name)] or [0]
    if not others:
        return None
    serial = [Column(index, "serial", name) for index, name in whole.items() if KINDS["serial"].fullmatch(name)]
    rows = [row for row in sheet.rows if row >= below][:6]
    towns = [index for index in others if TERRITORY.fullmatch(whole[index])]
    if KINDS["town"].fullmatch(whole[first]):
        named = sum(bool(TERRITORY.fullmatch(_named(sheet, row, first))) for row in rows)
        if not named or not any(IS_NUMBER.match(_named(sheet, row, index)) for row in rows for index in others):
            return None
        kinds = {index: _kind_of_value(whole[index], names[index]) for index in others}
        columns = [Column(first, "town", whole[first]), *(Column(i, kinds[i], whole[i]) for i in others)]
        return Head("breakdown", (*serial, *columns), depth)
    if len(towns) > 1 and (KINDS["indicator"].fullmatch(whole[first]) or KINDS["title"].fullmatch(whole[first])):
        kinds = {index: "town" if index in towns else "" for index in others}
        kinds |= {index: "unit" for index in others if KINDS["unit"].fullmatch(whole[index])}
        columns = [Column(first, "indicator", whole[first]), *(Column(i, kinds[i], whole[i]) for i in others)]
        return Head("breakdown", (*serial, *columns), depth)
    return None
