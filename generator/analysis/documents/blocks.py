"""The official text of a document in blocks: headings, clauses and paragraphs, with the records that lie in each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.analysis.documents.clauses import Clause
from generator.analysis.documents.headings import Headings
from generator.analysis.ledger_index import Sourced
from generator.language import document_words
from generator.language.official_text import Layout, normalise, places_of, span
from generator.ledger.records import Section, Task

SENTENCE_END = "。"
GOES_ON = ",、"
"""What stands before a line that goes on with the sentence of the line before."""
ITEM_NUMBER = re.compile(document_words.ITEM_NUMBER)
"""What stands before the passage of a task and belongs to it."""


class Block(NamedTuple):
    """A piece of a text: a heading, the clause of a task, or a paragraph."""

    start: int
    end: int
    heading: Section | None
    lines: tuple[int, ...]
    """Where its lines begin, its own start first."""
    clauses: tuple[Clause, ...]
    """Those that begin in it."""
    records: tuple[Sourced, ...]
    """Those whose passage begins in it."""


class Span(NamedTuple):
    """A range of a text before its records are known."""

    start: int
    end: int
    heading: Section | None = None
    whole: bool = False
    """Whether it is a heading or the clause of a task, which are not cut."""


def read_blocks(text: str, layout: Layout, headings: Headings, clauses: Sequence[Clause]) -> list[Block]:
    """The blocks of a text, which together are the whole of it.

    Args:
        text: the text in its normal form.
        layout: where its lines begin; an empty one where that is not known.
        headings: the headings that the document has.
        clauses: its clauses; those without a passage are in no block.
    """
    placed = [clause for clause in clauses if any(record.passage for record in clause.records)]
    fixed, firsts = _fixed(text, layout, headings, placed), [clause.start for clause in placed]
    spans = [part for one in _filled(len(text), fixed) for part in _cut(text, layout, one, firsts)]
    starts, lines = [one.start for one in spans], sorted(layout.lines)
    begun: dict[int, list[Clause]] = {}
    lying: dict[int, list[Sourced]] = {}
    for clause in placed:
        begun.setdefault(bisect_right(starts, clause.start), []).append(clause)
        for record in clause.records:
            if record.passage:
                lying.setdefault(bisect_right(starts, span(record.passage)[0]), []).append(record)
    return [
        Block(
            one.start,
            one.end,
            one.heading,
            (one.start, *lines[bisect_right(lines, one.start) : bisect_right(lines, one.end - 1)]),
            tuple(begun.get(number, ())),
            tuple(lying.get(number, ())),
        )
        for number, one in enumerate(spans, 1)
    ]


def _fixed(text: str, layout: Layout, headings: Headings, clauses: Iterable[Clause]) -> list[Span]:
    """Headings and clauses of tasks, in order; what overlaps an earlier one is left out."""
    passages = (r.passage for clause in clauses for r in clause.records if isinstance(r, Task) and r.passage)
    tasks = [Span(*span(passage), whole=True) for passage in passages]
    found: list[Span] = []
    for one in sorted([*_headings(text, layout, headings), *tasks], key=lambda one: (one.start, one.heading is None)):
        before = found[-1].end if found else 0
        if one.end <= len(text) and one.start >= before:
            numbered = one.heading is None and ITEM_NUMBER.fullmatch(text, before, one.start)
            found.append(one._replace(start=before) if numbered else one)
    return found


def _headings(text: str, layout: Layout, headings: Headings) -> Iterator[Span]:
    """Where the headings stand, those of each plan one after the other; one without a number is a line of its own."""
    for plan in headings.plans:
        at = 0
        for section in headings.sections:
            if section.plan != plan:
                continue
            printed = normalise(f"{section.number or ''}{section.title}")
            places = places_of(text, printed, at)
            start = next((place for place in places if section.number or _is_line(layout, place, printed)), -1)
            if start >= 0:
                at = start + len(printed)
                at += text.startswith(SENTENCE_END, at)
                yield Span(start, at, section, whole=True)


def _is_line(layout: Layout, start: int, printed: str) -> bool:
    return start in layout.breaks and start + len(printed) in layout.breaks


def _filled(length: int, fixed: Sequence[Span]) -> Iterator[Span]:
    """Those ranges and what lies between them; of a range without text :func:`_cut` makes nothing."""
    at = 0
    for one in fixed:
        yield Span(at, one.start)
        yield one
        at = one.end
    yield Span(at, length)


def _cut(text: str, layout: Layout, one: Span, firsts: Sequence[int]) -> Iterator[Span]:
    """A range at its lines, and these where another clause begins: at the sentence with which it does.

    A heading or a task's clause is not cut.
    """
    if one.whole:
        yield one
        return
    own = (at for at in layout.lines if one.start < at < one.end and text[at - 1] not in GOES_ON)
    lines = [one.start, *sorted(own), one.end]
    for start, end in pairwise(lines):
        begun = firsts[bisect_left(firsts, start) : bisect_left(firsts, end)]
        sentences = {text.rfind(SENTENCE_END, start, at) + 1 for at in begun[1:]}
        cuts = sorted({start, end, *(at for at in sentences if at > start)})
        yield from (Span(*cut) for cut in pairwise(cuts))
