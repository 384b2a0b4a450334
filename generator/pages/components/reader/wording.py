"""The official wording of a block of a document, with the title of its task and its figures marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.analysis.documents.blocks import Block
from generator.language.official_text import normalise, span
from generator.ledger.records import Observation, Target, Task
from generator.pages.components.references import indicator_ref, task_ref
from generator.pages.context import PageContext

TITLE, TARGET, RESULT, DUTY = "title", "target", "result", "duty"
"""What a piece of a text is: the last is the brackets that say who is responsible."""
LONGEST = 40
"""Characters of a passage that is marked as a whole where it gives no number."""


class Piece(NamedTuple):
    """A piece of a text: what it is, and the page of the record that it gives; empty for the words between."""

    text: str
    kind: str = ""
    path: str = ""


class Wording(NamedTuple):
    """The words of a block."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    titled: bool
    """Whether the title of its task stands in it."""


class Mark(NamedTuple):
    """A piece to be marked, by its place in the text of the document."""

    start: int
    end: int
    kind: str
    path: str


def wording_of(context: PageContext, block: Block, text: str) -> Wording:
    """The words of a block; ``text`` is the document's as it is shown, each character at its place."""
    marks = _apart(sorted(_marks(context, block, context.texts[block.records[0].document])))
    paragraphs = tuple(tuple(_pieces(text, marks, start, end)) for start, end in lines_of(block))
    return Wording(paragraphs, any(mark.kind == TITLE for mark in marks))


def lines_of(block: Block) -> Iterator[tuple[int, int]]:
    """Where the lines of a block begin and end."""
    return pairwise((*block.lines, block.end))


def _marks(context: PageContext, block: Block, text: str) -> Iterator[Mark]:
    """What is marked in a block: titles, figures, and in brackets who is responsible."""
    indicators = context.index.indicators
    for record in block.records:
        start, end = span(record.passage or "")
        if isinstance(record, Task):
            title = normalise(record.title)
            if text.startswith(title, start):
                yield Mark(start, start + len(title), TITLE, task_ref(record).path)
            if text.endswith(")", start, end) and context.index.assignments_of_task.get(record.id):
                yield Mark(text.rfind("(", start, end), end, DUTY, "")
        elif isinstance(record, (Target, Observation)):
            printed, kind = normalise(record.value_text), TARGET if isinstance(record, Target) else RESULT
            at = text.find(printed, start, end)
            path = indicator_ref(indicators[record.indicator]).path
            if at >= 0 and (record.value is not None or end - start > LONGEST):
                yield Mark(at, at + len(printed), kind, path)
            elif end - start <= LONGEST:
                yield Mark(start, end, kind, path)


def _apart(marks: list[Mark]) -> list[Mark]:
    """Those that do not overlap one before them."""
    chosen: list[Mark] = []
    for mark in marks:
        if not chosen or mark.start >= chosen[-1].end:
            chosen.append(mark)
    return chosen


def _pieces(text: str, marks: list[Mark], start: int, end: int) -> Iterator[Piece]:
    """The words of a line, cut at its marks."""
    at = start
    for mark in marks:
        begin, stop = max(mark.start, at), min(mark.end, end)
        if begin >= stop:
            continue
        if at < begin:
            yield Piece(text[at:begin])
        yield Piece(text[begin:stop], mark.kind, mark.path)
        at = stop
    if at < end:
        yield Piece(text[at:end])
