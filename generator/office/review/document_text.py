"""The text of a document beside a record: its paragraphs, in which every clause and every figure is marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from generator.language.official_text import Layout, normalise, places_of
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.rows import Row, Tables
from generator.office.review.draft_records import Item

CLAUSE, FIGURE, EXCLUDED, MENTION = "clause", "figure", "excluded", "mention"
KINDS: Final = {"tasks": CLAUSE, "targets": FIGURE, "observations": FIGURE, "milestones": FIGURE, "projects": FIGURE}
"""Table → what the words of one of its records are in the text."""
GOES_ON: Final = (",", "、")
"""What stands before a line that goes on with the sentence of the line before."""


class Marked(NamedTuple):
    """Words of a text from which a record comes."""

    start: int
    end: int
    kind: str
    key: str
    """The item to which the record belongs; empty where it is no draft any more."""


class Piece(NamedTuple):
    """Characters of a text that are marked in one way."""

    start: int
    text: str
    signs: str
    """Names of classes, with blanks between."""
    key: str
    """The item that is opened with it; empty where there is none."""


def marked_words(tables: Tables, items: Sequence[Item], document: str) -> list[Marked]:
    """The words of a document from which records come.

    Args:
        tables: all rows.
        items: the drafts.
        document: the id of the document.
    """
    keys = {
        (record.row.mark.file, line): item.main.key
        for item in items
        for record in item.records
        for line in range(record.row.mark.line, record.row.draft_end + 1)
    }
    rows = [(kind, row) for table, kind in KINDS.items() for row in tables.rows[table] if row["document"] == document]
    rows += [(EXCLUDED, one.row) for one in tables.exclusions if one.document == document]
    return [Marked(*row.passage, kind, _key(row, keys)) for kind, row in rows if row.passage]


def mentions(text: str, names: Iterable[str], key: str) -> list[Marked]:
    """Where names stand in a text: of a unit or a heading there is no passage."""
    return [
        Marked(start, start + len(name), MENTION, key)
        for name in filter(None, map(normalise, names))
        for start in places_of(text, name)
    ]


def _key(row: Row, keys: Mapping[tuple[str, int], str]) -> str:
    mark: Mark = row.mark
    return keys.get((mark.file, mark.line), "")


def paragraphs(text: str, layout: Layout, marked: Sequence[Marked], current: str) -> list[list[Piece]]:
    """A text in paragraphs, each in pieces.

    Args:
        text: the text in normal form.
        layout: where its lines begin; without lines, a clause begins a paragraph.
        marked: the words from which records come.
        current: the key of the item that is looked at.
    """
    lines = {at for at in layout.lines if text[at - 1 : at] not in GOES_ON}
    breaks = lines if len(lines) > 1 else {one.start for one in marked if one.kind == CLAUSE}
    places = {0, len(text), *breaks, *(place for one in marked for place in (one.start, one.end))}
    cuts = sorted(place for place in places if place <= len(text))
    found: list[list[Piece]] = []
    for start, pieces in _pieces(text, cuts, marked, current):
        if start in breaks or not found:
            found.append([])
        found[-1].append(pieces)
    return found


def _pieces(text: str, cuts: Sequence[int], marked: Sequence[Marked], current: str) -> Iterator[tuple[int, Piece]]:
    waiting = sorted(marked, reverse=True)
    active: list[Marked] = []
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].start <= start:
            active.append(waiting.pop())
        active = [one for one in active if one.end > start]
        yield start, _piece(start, text[start:end], active, current)


def _piece(start: int, text: str, active: Sequence[Marked], current: str) -> Piece:
    key = next((one.key for one in reversed(active) if one.key), "")
    signs = {one.kind for one in active}
    if any(one.key for one in active):
        signs.add("draft")
    if current and any(one.key == current for one in active):
        signs.add("current")
    return Piece(start, text, " ".join(sorted(signs)), key)
