"""The headings of a notice, nested, and where each clause stands below them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.formatting import full_width
from generator.language.official_text import Layout
from generator.ledger.wording.brackets import brackets
from generator.ledger.wording.clauses import LONGEST_HEADING, Clause, first_sentence
from generator.ledger.wording.numbering import ITEM, STARS, Marker, markers

NUMBER_SIGNS = re.compile(rf"^[{re.escape(STARS)}]|[、.:]$")
TITLE_END = re.compile("[。;:!?]")
LONGEST_ITEM = 30
"""Characters of the words of an item that is a heading."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading: its place in the tree, and in the text."""

    path: tuple[int, ...]
    """Which one it is among those of its parent, from 1, and the same of those above it."""
    number: str
    title: str
    start: int
    """Where its number begins."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a clause stands: below which headings, and how its place is called."""

    path: tuple[int, ...]
    """The lowest of its headings; empty where it has none."""
    locator: str


@dataclass(frozen=True, slots=True)
class _Node:
    """A number of the text with those above it."""

    marker: Marker
    chain: tuple[Marker, ...]
    """Its own is the last."""


def read_sections(text: str, layout: Layout, clauses: Sequence[Clause]) -> tuple[list[Section], list[Standing]]:
    """The headings of a text, in order, and the standing of each clause.

    Args:
        text: the text in normal form.
        layout: how it was laid out.
        clauses: the clauses that were read in it.
    """
    nodes = _nodes(markers(text, layout))
    starts = [node.marker.start for node in nodes]
    own = {clause.start: _own(nodes, starts, clause) for clause in clauses}
    of_clauses = {node.marker.start for node in own.values() if node}
    above = {m.start for clause in clauses for m in _above(own[clause.start], clause)}
    headings: dict[int, Section] = {}
    counts: dict[tuple[int, ...], int] = {}
    inside = [(clause.start, clause.end) for clause in clauses]
    for number, node in enumerate(nodes):
        marker, end = node.marker, starts[number + 1] if number + 1 < len(nodes) else len(text)
        title = _heading(text, layout, marker.end, end)
        is_high = marker.level < ITEM and not any(first <= marker.end < last for first, last in inside)
        fits = title and (marker.level < ITEM or len(title) <= LONGEST_ITEM)
        if fits and (marker.start in above or (is_high and marker.start not in of_clauses)):
            parent = next((headings[m.start].path for m in reversed(node.chain[:-1]) if m.start in headings), ())
            counts[parent] = counts.get(parent, 0) + 1
            path = (*parent, counts[parent])
            headings[marker.start] = Section(path, text[marker.start : marker.end], title, marker.start)
    standings = _standings(text, clauses, own, headings)
    return [*headings.values()], standings


def _nodes(found: Sequence[Marker]) -> list[_Node]:
    """Every number with those above it."""
    stack: list[Marker] = []
    nodes = []
    for marker in found:
        while stack and stack[-1].level >= marker.level:
            stack.pop()
        stack.append(marker)
        nodes.append(_Node(marker, tuple(stack)))
    return nodes


def _own(nodes: list[_Node], starts: list[int], clause: Clause) -> _Node | None:
    """The last number before the words of a clause."""
    place = bisect_right(starts, clause.start) - 1
    if place >= 0 and nodes[place].marker.end > clause.start:
        place -= 1
    return nodes[place] if place >= 0 else None


def _above(node: _Node | None, clause: Clause) -> tuple[Marker, ...]:
    """The numbers above a clause; its own is none where its words begin right behind it."""
    if node is None:
        return ()
    return node.chain[:-1] if node.marker.end == clause.start else node.chain


def _heading(text: str, layout: Layout, start: int, end: int) -> str:
    """The words of a heading: to the end of its line, of its sentence, or to the next number."""
    line = min((place for place in layout.lines if start < place < end), default=end)
    stop = TITLE_END.search(text, start, line)
    end = stop.start() if stop else line
    words = text[start:end]
    last = [*brackets(words)][-1:]
    if last and last[0].end == len(words) and last[0].start:
        words = words[: last[0].start]
    words = words.strip(",、")
    return full_width(words) if 1 < len(words) <= LONGEST_HEADING else ""


def _standings(
    text: str, clauses: Sequence[Clause], own: dict[int, _Node | None], headings: dict[int, Section]
) -> list[Standing]:
    """Where clauses stand; those below one number are counted."""
    found: list[tuple[tuple[int, ...], str]] = []
    for clause in clauses:
        node = own[clause.start]
        chain = node.chain if node else ()
        path = next((headings[m.start].path for m in reversed(chain) if m.start in headings), ())
        printed = "".join(NUMBER_SIGNS.sub("", text[m.start : m.end]) for m in chain)
        found.append((path, printed))
    totals: dict[str, int] = {}
    for _, printed in found:
        totals[printed] = totals.get(printed, 0) + 1
    seen: dict[str, int] = {}
    standings = []
    for path, printed in found:
        seen[printed] = seen.get(printed, 0) + 1
        counted = f"{printed}-{seen[printed]}" if totals[printed] > 1 and printed else printed
        standings.append(Standing(path, counted or f"{seen[printed]}"))
    return standings


def title_of_task(clause: Clause) -> tuple[str, bool]:
    """A title for the task of a clause, and whether it is the whole sentence that the clause opens with."""
    sentence = first_sentence(clause.title)
    if len(sentence) <= LONGEST_ITEM:
        return full_width(sentence), True
    phrase = re.split("[,;:]", sentence)[0]
    if 3 < len(phrase) <= LONGEST_ITEM:
        return full_width(phrase), False
    return full_width(sentence[:LONGEST_ITEM]), False
