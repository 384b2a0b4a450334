"""Tables whose columns stand below each other by runs of blanks: the same lines with tabs between their cells."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from generator.language.official_text import normalise
from generator.language.wording import name_words, responsibility_words
from generator.ledger.wording.deadlines import is_deadline
from generator.ledger.wording.responsibility.labels import LABEL, names_units_of
from generator.ledger.wording.tables import BELOW, SERIAL, SERIAL_COLUMN, names_columns
from generator.ledger.wording.unit_names import is_unit, split_names

CHUNK: Final = re.compile(r"[^ \u3000]+(?: [^ \u3000]+)*")
POST: Final = re.compile(f"(?:{name_words.POST_ENDINGS})$")
WIDE: Final = ("W", "F", "A")
LONGEST_HEADING: Final = 30
FITS, OTHER_KIND, SAME_COLUMN, NO_NAME = 0, 60, 14, 20
"""What it costs to take a chunk for a cell of its kind or of another, for more of the cell before, for half a name."""
TAB: Final = "\t"


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Words between runs of blanks, and how far from the margin they begin."""

    text: str
    at: int


def with_tabs(text: str) -> str:
    """A text in which the lines of such tables have tabs between their cells. Only white space is different.

    A run of blanks is one wide blank, or two others. A table begins with a line that names its columns.
    """
    lines: list[str] = []
    columns: list[_Chunk] = []
    full: list[_Chunk] = []
    for line in text.split("\n"):
        chunks = _chunks(line)
        if TAB in line or (len(chunks) == 1 and _ends(chunks[0], columns)):
            columns = []
        elif names_columns([normalise(chunk.text) for chunk in chunks]):
            columns = full = chunks
        elif not columns or not chunks or (len(chunks) == 1 and _is_left(chunks[0], columns)):
            lines.append(line)
            continue
        if not columns:
            lines.append(line)
            continue
        places = _places(chunks, columns, full)
        if places == [*range(len(columns))]:
            full = chunks
        cells = [" ".join(c.text for c, at in zip(chunks, places, strict=True) if at == n) for n in range(len(columns))]
        lines.append(TAB.join(cells).rstrip(TAB))
    return "\n".join(lines)


def _chunks(line: str) -> list[_Chunk]:
    return [_Chunk(match[0], _width(line[: match.start()])) for match in CHUNK.finditer(line)]


def _width(text: str) -> int:
    """How wide a text is in print, in half-width signs."""
    return sum(2 if unicodedata.east_asian_width(sign) in WIDE else 1 for sign in text)


def _ends(chunk: _Chunk, columns: list[_Chunk]) -> bool:
    """Whether a line of one chunk stands below a table."""
    if not columns:
        return False
    plain = normalise(chunk.text)
    return bool(BELOW.match(plain)) or (_is_left(chunk, columns) and len(plain) > LONGEST_HEADING)


def _is_left(chunk: _Chunk, columns: list[_Chunk]) -> bool:
    """Whether words begin nearer to the first column than to the second, as those of a heading do."""
    return 2 * chunk.at < columns[1].at


def _places(chunks: list[_Chunk], columns: list[_Chunk], full: list[_Chunk]) -> list[int]:
    """The column of each chunk: the cheapest way from left to right, by where chunks begin and what they are."""
    names = [normalise(column.text) for column in columns]
    best: dict[int, tuple[int, list[int]]] = {-1: (0, [])}
    for number, chunk in enumerate(chunks):
        longer: dict[int, tuple[int, list[int]]] = {}
        for last, (cost, places) in best.items():
            for at in range(max(last, 0), len(columns)):
                away = min(abs(chunk.at - columns[at].at), abs(chunk.at - full[at].at))
                if len(chunks) == len(columns):
                    away = OTHER_KIND * (number != at)
                more = cost + away + _strange(normalise(chunk.text), names[at]) + (SAME_COLUMN if at == last else 0)
                if at not in longer or more < longer[at][0]:
                    longer[at] = more, [*places, at]
        best = longer
    return min(best.values())[1]


def _strange(text: str, column: str) -> int:
    """How little words look like those of a column."""
    if text in name_words.NOBODY:
        return FITS
    label = LABEL.fullmatch(f"{column}:")
    is_day = is_deadline(text)
    if SERIAL_COLUMN.fullmatch(column):
        return FITS if SERIAL.fullmatch(text) else OTHER_KIND
    names = split_names(text)
    units = bool(names) and all(map(is_unit, names))
    if label is None:
        return (
            (OTHER_KIND if is_day else FITS)
            + (NO_NAME if units else FITS)
            + (NO_NAME if SERIAL.fullmatch(text) else FITS)
        )
    if names_units_of(label):
        return FITS if units else OTHER_KIND if is_day or POST.search(text) else NO_NAME
    is_leader = bool(re.search(responsibility_words.LEADER_LABELS, column))
    if is_leader:
        return FITS if POST.search(text) else OTHER_KIND
    return FITS if is_day else OTHER_KIND if units else NO_NAME
