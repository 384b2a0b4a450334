"""Tables of a document: lines of cells between tabs or bars, below a line that names the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from generator.language.chinese_numbers import parse
from generator.language.official_text import Layout
from generator.language.wording import table_words
from generator.language.wording.responsibility_words import RESPONSIBLE_UNIT
from generator.ledger.enums import Assigns, Measure
from generator.ledger.wording.brackets import without_brackets
from generator.ledger.wording.numbering import NUMBER
from generator.ledger.wording.printed_figures import Figure, read_figures
from generator.ledger.wording.printed_quantities import PERCENT
from generator.ledger.wording.responsibility.assignees import Responsibility
from generator.ledger.wording.responsibility.labels import LABEL, names_units_of, read_labels

BAR = "|"
TASK_COLUMN = re.compile(table_words.TASK_COLUMNS)
TITLE_COLUMN = re.compile(table_words.TITLE_COLUMNS)
SHARING_COLUMN = re.compile(table_words.SHARING_COLUMNS)
SERIAL_COLUMN = re.compile(table_words.SERIAL_COLUMNS)
SERIAL = re.compile(table_words.SERIALS)
TOTAL = re.compile(table_words.TOTALS)
UNIT_COLUMN, YEAR_COLUMN = re.compile(table_words.UNIT_COLUMN), re.compile(table_words.YEAR_COLUMN)
REACHED_YEAR, AIMED_YEAR = re.compile(table_words.REACHED_YEAR), re.compile(table_words.AIMED_YEAR)
GROWTH_COLUMN = re.compile(table_words.GROWTH_COLUMN)
NUMBER_ALONE = re.compile(r"[\[【〔]?(?<![0-9.,])[0-9][0-9,]*(?:\.[0-9]+)?(?![0-9.,%‰—–~～-])[\]】〕]?")
"""A number, or a total in brackets, with no unit behind it; of a range the second one."""
IN_BRACKETS = re.compile(r"^[\[【〔]")
BELOW = re.compile(table_words.BELOW_TABLE)
BLANK_IS_ABOVE = re.compile(table_words.BLANK_IS_ABOVE)
NAMES = re.compile("[、,和及与]")
LIST_GOES_ON = ",、;"
LONGEST_TITLE = 40
FEWEST = 3
"""Cells that a line which names columns has at least."""

Span = tuple[int, int]
"""Where words begin and end."""
Cell = tuple[Span, ...]
"""The pieces of a cell: one in each line in which it has words."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: where it ends, where the words of its task stand, and what it says of who is responsible."""

    end: int
    words: Span
    said: Responsibility
    words_at: int
    """Where the words begin in which figures stand: behind a title of its own."""
    title: str
    """Its title, where another column has the words, or where they stand in several pieces; else empty."""
    number: int | None
    """Its number, where a column has it."""
    figures: tuple[Figure, ...] = ()
    """The figures in cells of their own, which count places from ``words_at``."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table."""

    names: tuple[str, ...]
    inherited: frozenset[int]
    """Those in which a blank cell is as the one above it."""

    @property
    def serial(self) -> int | None:
        """The column of numbers."""
        return next((at for at, name in enumerate(self.names) if SERIAL_COLUMN.fullmatch(name)), None)

    def of_units(self) -> Iterator[int]:
        """The columns of units."""
        for at, name in enumerate(self.names):
            label = LABEL.fullmatch(f"{_label(name)}:")
            if label and names_units_of(label):
                yield at

    def of_level(self) -> int | None:
        """The column of the last year, where it is one that is aimed at."""
        years = [(at, match["said"]) for at, name in enumerate(self.names) if (match := YEAR_COLUMN.fullmatch(name))]
        if not years or REACHED_YEAR.search(years[-1][1]):
            return None
        return years[-1][0] if len(years) > 1 or AIMED_YEAR.search(years[-1][1]) else None

    def of_growth(self) -> int | None:
        """The column of growth by the year."""
        return next((at for at, name in enumerate(self.names) if GROWTH_COLUMN.fullmatch(name)), None)

    def of_tasks(self) -> list[int]:
        """The columns that hold the words of the tasks."""
        return [at for at, name in enumerate(self.names) if TASK_COLUMN.fullmatch(name)]


def table_rows(text: str, layout: Layout, assigns: Assigns | None = None) -> Iterator[TableRow]:
    """The rows of all tables whose columns are named, in order; those that name nobody are left out."""
    columns: _Columns | None = None
    row: list[Cell] = []
    above: list[Cell] = []
    for start, end in pairwise((*sorted(layout.breaks), len(text))):
        cells = _cells(text, layout, start, end)
        named = [text[first:last] for first, last in cells]
        if columns is None and not names_columns(named):
            continue
        if columns is not None and (longer := _longer(text, columns, row, cells)) is not None:
            row = longer
            continue
        if columns is not None:
            row = _with_above(columns, row, above)
            yield from _row(text, layout, columns, row, assigns)
        above = row or above
        is_end = len(cells) == 1 and BELOW.match(named[0])
        if names_columns(named):
            columns, row, above = _columns(text, named), [], []
        elif is_end:
            columns, row = None, []
        else:
            is_row = len(cells) > 1 and not TOTAL.match("".join(named))
            row = [(cell,) if cell[0] < cell[1] else () for cell in cells] if is_row else []
    if columns is not None:
        yield from _row(text, layout, columns, _with_above(columns, row, above), assigns)


def names_columns(cells: list[str]) -> bool:
    """Whether the cells of a line are the names of columns, of tasks and of units."""
    return (
        len(cells) >= FEWEST
        and any(LABEL.fullmatch(f"{_label(_bare(cell))}:") for cell in cells)
        and any(TASK_COLUMN.fullmatch(_bare(cell)) for cell in cells)
    )


def _bare(name: str) -> str:
    """The name of a column without brackets behind it."""
    return without_brackets(name) or name


def _label(name: str) -> str:
    """The label that the name of a column is, if it is one."""
    return RESPONSIBLE_UNIT if SHARING_COLUMN.fullmatch(name) else name


@lru_cache(maxsize=1)
def _blank_is_above(text: str) -> str | None:
    """The columns of which a text says that a blank cell is as the one above; None where it says nothing of the kind.

    Looked for once in a text, however many tables it has.
    """
    told = BLANK_IS_ABOVE.search(text)
    return told and told["columns"]


def _columns(text: str, names: list[str]) -> _Columns:
    bare = tuple(map(_bare, names))
    told = _blank_is_above(text)
    if told is None:
        return _Columns(bare, frozenset())
    meant = [name for name in NAMES.split(told) if len(name) > 1]
    found = {at for at, name in enumerate(bare) if any(one in name or name in one for one in meant)}
    return _Columns(bare, frozenset(found or range(len(bare))))


def _cells(text: str, layout: Layout, start: int, end: int) -> list[Span]:
    """The cells of a line."""
    if text[start:end].startswith(BAR):
        start += 1
    if text[start:end].endswith(BAR):
        end -= 1
    cuts = [(tab, tab) for tab in layout.tabs if start <= tab < end]
    cuts += [(at, at + 1) for at in range(start, end) if text[at] == BAR]
    ends = [start, *(place for cut in sorted(cuts) for place in cut), end]
    return [*zip(ends[::2], ends[1::2], strict=True)]


# -- cells that go on in the next line


def _longer(text: str, columns: _Columns, row: list[Cell], cells: list[Span]) -> list[Cell] | None:
    """A row with a line that goes on with its cells; None where the line begins something new."""
    first = text[slice(*cells[0])]
    if not row or TOTAL.match(text, cells[0][0]) or BELOW.match(first) or (NUMBER.match(text, cells[0][0]) and first):
        return None
    size = len(columns.names)
    together = len(row) + len(cells) - 1
    if not first:
        return None if len(cells) > size or _is_new_row(text, columns, row, cells) else _added(row, cells)
    if len(row) < size and together <= size and not SERIAL.fullmatch(first):
        is_sure = text[cells[0][0] - 1] in LIST_GOES_ON or (len(cells) > 1 and together == size)
        if is_sure or columns.serial == 0:
            return [*row[:-1], (*row[-1], cells[0]), *((cell,) if cell[0] < cell[1] else () for cell in cells[1:])]
    if len(cells) == 1:
        open_ = [at for at, cell in enumerate(row) if cell and text[cell[-1][1] - 1] in LIST_GOES_ON]
        return _added(row, [(0, 0)] * open_[0] + cells) if len(open_) == 1 else None
    return None


def _is_new_row(text: str, columns: _Columns, row: list[Cell], cells: list[Span]) -> bool:
    """Whether a line whose first cell is blank is a row of its own: it has words, and units of its own or of above."""
    told = [at for at, (start, end) in enumerate(cells) if start < end]
    if columns.serial is not None and columns.serial in told:
        return bool(SERIAL.fullmatch(text[slice(*cells[columns.serial])]))
    units = [*columns.of_units()]
    tasks = [at for at in columns.of_tasks() if at in told]
    if not tasks or not units:
        return False
    if units[0] in told:
        return bool(columns.inherited) or len(told) >= len(columns.names) // 2
    before = row[tasks[-1]] if tasks[-1] < len(row) else ()
    return units[0] in columns.inherited and bool(before) and text[before[-1][1] - 1] not in LIST_GOES_ON


def _added(row: list[Cell], cells: list[Span]) -> list[Cell]:
    """A row with more pieces of its cells."""
    size = max(len(row), len(cells))
    more: list[Cell] = [(cell,) if cell[0] < cell[1] else () for cell in cells]
    more += [()] * (size - len(more))
    return [(*cell, *piece) for cell, piece in zip([*row, *[()] * (size - len(row))], more, strict=True)]


def _with_above(columns: _Columns, row: list[Cell], above: list[Cell]) -> list[Cell]:
    """A row in which blank cells are those above, where the document says so; its title is in any case."""
    if not row or not above:
        return row
    tasks = columns.of_tasks()
    serial = columns.serial
    no_number = serial is not None and serial < len(row) and not row[serial]
    titles = {tasks[0]} if len(tasks) > 1 and no_number else set()
    full = [*row, *[()] * (len(columns.names) - len(row))]
    return [
        above[at]
        if not cell and at < len(above) and (at in titles or (no_number and at in columns.inherited))
        else cell
        for at, cell in enumerate(full)
    ]


# -- what a row says


def _row(
    text: str, layout: Layout, columns: _Columns, cells: list[Cell], assigns: Assigns | None
) -> Iterator[TableRow]:
    """What a row says: its columns of units are labels."""
    named = [(at, column, cell) for at, (column, cell) in enumerate(zip(columns.names, cells, strict=False)) if cell]
    told = [(at, cell) for at, _, cell in named if at in columns.of_tasks()]
    labels = [
        printed if LABEL.match(printed := _printed(text, layout, cell)) else f"{_label(column)}:{printed}"
        for _, column, cell in named
        if LABEL.fullmatch(f"{_label(column)}:")
    ]
    said = read_labels(";".join(labels), assigns)
    if not told or said is None or not (said.assignees or said.same):
        return
    at, first = told[0]
    title = (first[0][0], first[-1][1])
    is_name = len(told) > 1 and (TITLE_COLUMN.fullmatch(columns.names[at]) or _apart(text, told))
    has_title = is_name and title[1] - title[0] <= LONGEST_TITLE
    rest = told[1:] if has_title and _apart(text, told) else told
    words = (rest[0][1][0][0], max(cell[-1][1] for _, cell in rest))
    words_at = title[1] if has_title and rest is told else words[0]
    is_split = len(first) > 1
    pieces = "".join(text[slice(*piece)] for piece in first)
    ends = [cell[-1][1] for _, _, cell in named]
    end = max(*ends, words[1])
    serial = columns.serial
    number = "".join(text[slice(*piece)] for piece in cells[serial]) if serial is not None else ""
    value = parse(number) if number else None
    shown = pieces if has_title or is_split else ""
    figures = tuple(_figures(text, columns, cells, words, words_at))
    yield TableRow(end, words, said, words_at, shown, None if value is None else int(value), figures)


def _figures(text: str, columns: _Columns, cells: list[Cell], words: Span, words_at: int) -> Iterator[Figure]:
    """The figures of an indicator: the level of the last year, and the growth by the year; a dash is none."""
    at_unit = next((at for at, name in enumerate(columns.names) if UNIT_COLUMN.fullmatch(name)), None)
    if at_unit is None or at_unit >= len(cells):
        return
    unit = "".join(text[slice(*piece)] for piece in cells[at_unit])
    for at, is_growth in ((columns.of_level(), False), (columns.of_growth(), True)):
        if at is None or at >= len(cells) or len(cells[at]) != 1:
            continue
        start, end = cells[at][0]
        is_rate = is_growth and not IN_BRACKETS.match(text[start:end])
        found = read_figures(_with_unit(text[start:end], PERCENT if is_rate else unit))
        if len(found) == 1:
            figure = replace(
                found[0], start=start - words_at, end=end - words_at, value_text=text[start:end], subject=""
            )
            name = text[slice(*words)]
            rate = replace(figure, name=table_words.YEARLY_NAME.format(name=name), measure=Measure.ANNUAL_GROWTH)
            yield rate if is_rate else replace(figure, name=name)


def _with_unit(cell: str, unit: str) -> str:
    """The words of a cell, with a unit behind each number that has none."""
    return NUMBER_ALONE.sub(lambda match: f"{match[0]}{unit}", cell)


def _apart(text: str, told: list[tuple[int, Cell]]) -> bool:
    """Whether the words of a task do not stand right behind its title, but for the bar between their cells."""
    (_, title), (_, words) = told[:2]
    end, start = title[-1][1], words[0][0]
    return len(title) > 1 or start < end or bool(text[end:start].strip(BAR))


def _printed(text: str, layout: Layout, cell: Cell) -> str:
    """The words of a cell, with a blank where the document has one, or begins a line."""
    pieces = []
    for start, end in cell:
        places = [place for place in (*layout.gaps, *layout.breaks) if start < place < end]
        pieces += [text[first:last] for first, last in pairwise((start, *sorted({*places}), end))]
    return " ".join(pieces)
