"""The headings and clauses of a document, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.analysis.documents.blocks import Block, read_blocks
from generator.analysis.documents.clauses import Clause
from generator.analysis.documents.headings import document_headings
from generator.analysis.documents.parts import Part
from generator.language import formatting, page_words
from generator.language.official_text import Layout
from generator.ledger.records import Section
from generator.pages.components.reader.entries import Entries, entries_of
from generator.pages.components.reader.wording import Wording, lines_of, wording_of
from generator.pages.components.references import Ref, document_pages, part_path, section_ref
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
    """A clause, or one paragraph of it; with the official wording where its text was supplied."""

    anchors: tuple[Anchor, ...]
    """The clauses that begin in it."""
    wording: Wording | None
    entries: Entries


class ReaderItem(NamedTuple):
    """One thing that a reader of the document meets: a heading, a clause, or a paragraph without records."""

    heading: HeadingItem | None = None
    clause: ClauseItem | None = None
    paragraphs: tuple[str, ...] = ()


class Reader(NamedTuple):
    """A part of a document as it is read."""

    opening: tuple[str, ...]
    """The paragraphs before its first heading or clause: title, addressees, introduction."""
    items: tuple[ReaderItem, ...]
    worded: bool
    """Whether it shows the official text."""
    contents: tuple[HeadingItem, ...]
    """Its headings of the two highest levels, for screens that have no room beside the text."""


def reader(context: PageContext, id_: str, part: Part) -> Reader:
    """A part of a document: by its text where that was supplied, else by its headings and clauses."""
    if id_ not in context.texts:
        structure = tuple(_structure(context, part.clauses))
        return Reader((), structure, worded=False, contents=_contents(structure))
    opening: list[str] = []
    items: list[ReaderItem] = []
    text = formatting.full_width(context.texts[id_])
    for block in _blocks(context, id_)[part.name]:
        item = _item(context, block, text)
        if item.paragraphs and not items:
            opening += item.paragraphs
        else:
            items.append(item)
    elsewhere = [clause for clause in part.clauses if not any(record.passage for record in clause.records)]
    items += _structure(context, elsewhere)
    return Reader(tuple(opening), tuple(items), worded=True, contents=_contents(items))


def _contents(items: Iterable[ReaderItem]) -> tuple[HeadingItem, ...]:
    found = tuple(item.heading for item in items if item.heading and item.heading.level < LOWEST)
    return found if len(found) > 1 else ()


def _structure(context: PageContext, clauses: Iterable[Clause]) -> Iterator[ReaderItem]:
    """Clauses under their headings, each heading once."""
    index, shown = context.index, set[str]()
    for clause in clauses:
        if clause.section and clause.section.id not in shown:
            for section in index.trail(clause.section.id):
                if section.id not in shown:
                    shown.add(section.id)
                    yield ReaderItem(heading=_heading(context, section))
        yield ReaderItem(clause=ClauseItem((_anchor(clause),), None, entries_of(context, clause.records)))


def _item(context: PageContext, block: Block, text: str) -> ReaderItem:
    """A block of the text."""
    if block.heading:
        return ReaderItem(heading=_heading(context, block.heading))
    if not block.records:
        return ReaderItem(paragraphs=tuple(text[start:end] for start, end in lines_of(block)))
    anchors = tuple(_anchor(clause) for clause in block.clauses)
    return ReaderItem(clause=ClauseItem(anchors, wording_of(context, block, text), entries_of(context, block.records)))


def _blocks(context: PageContext, id_: str) -> dict[str, list[Block]]:
    """The blocks of a text by the part that shows them, found once: what has no clause goes with the next one."""
    key = (_blocks, id_)
    if key not in context.components:
        parts = document_pages(context, id_).parts
        part_of = {clause.anchor: part.name for part in parts for clause in part.clauses}
        clauses = [clause for part in parts for clause in part.clauses]
        layout = context.layouts.get(id_, Layout())
        blocks = read_blocks(context.texts[id_], layout, document_headings(context.index, id_), clauses)
        by_part: dict[str, list[Block]] = {part.name: [] for part in parts}
        last = next((part_of[block.clauses[-1].anchor] for block in reversed(blocks) if block.clauses), parts[-1].name)
        for block in reversed(blocks):
            last = part_of[block.clauses[-1].anchor] if block.clauses else last
            by_part[last].insert(0, block)
        context.components[key] = by_part
    found: dict[str, list[Block]] = context.components[key]
    return found


def part_ref(id_: str, part: Part) -> Ref:
    """The page of a part of a document, called by its heading."""
    title = section_ref(part.section).title if part.section else page_words.WITHOUT_HEADING
    if part.run:
        title = page_words.RUN.format(title=title, number=part.run)
    return Ref(title, part_path(id_, part))


def _heading(context: PageContext, section: Section) -> HeadingItem:
    depth = len(context.index.trail(section.id)) - 1
    return HeadingItem(min(depth + HIGHEST, LOWEST), section.id, section_ref(section))


def _anchor(clause: Clause) -> Anchor:
    return Anchor(clause.anchor, formatting.full_width(clause.locator))
