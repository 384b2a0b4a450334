"""The headings and clauses of a document, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.documents.clauses import Clause
from generator.analysis.documents.parts import Part
from generator.language import formatting, page_words
from generator.pages.components.reader.entries import Entries, entries_of
from generator.pages.components.references import Ref, part_path, section_ref
from generator.pages.context import PageContext

HIGHEST, LOWEST = 2, 4
"""The levels of elements for headings of a document."""


class HeadingItem(NamedTuple):
    """A heading of the document; ``level`` is that of its element."""

    level: int
    id: str
    ref: Ref


class Anchor(NamedTuple):
    """The address of a clause on its page, and its locator."""

    id: str
    title: str


class ClauseItem(NamedTuple):
    """A clause, or one paragraph of it."""

    anchors: tuple[Anchor, ...]
    entries: Entries


class ReaderItem(NamedTuple):
    """One thing that a reader of the document meets."""

    heading: HeadingItem | None = None
    clause: ClauseItem | None = None


def reader_items(context: PageContext, part: Part) -> Iterator[ReaderItem]:
    """The clauses of a part under their headings, each heading once."""
    index, shown = context.index, set[str]()
    for clause in part.clauses:
        for depth, section in enumerate(index.trail(clause.section.id) if clause.section else ()):
            if section.id not in shown:
                shown.add(section.id)
                yield ReaderItem(heading=HeadingItem(min(depth + HIGHEST, LOWEST), section.id, section_ref(section)))
        yield ReaderItem(clause=ClauseItem((_anchor(clause),), entries_of(context, clause.records)))


def part_ref(id_: str, part: Part) -> Ref:
    """The page of a part of a document, called by its heading."""
    title = section_ref(part.section).title if part.section else page_words.WITHOUT_HEADING
    if part.run:
        title = page_words.RUN.format(title=title, number=part.run)
    return Ref(title, part_path(id_, part))


def _anchor(clause: Clause) -> Anchor:
    return Anchor(clause.anchor, formatting.full_width(clause.locator))
