"""Brackets of any kind in a text, one inside the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

OPENING, CLOSING = "([〔【", ")]〕】"
SIGN = re.compile(r"[(\[〔【)\]〕】]")


@dataclass(slots=True)
class Bracket:
    """A bracket: from its opening sign to behind its closing sign."""

    start: int
    end: int
    inside: list[Bracket] = field(default_factory=list)


def brackets(text: str) -> list[Bracket]:
    """The outermost brackets of a text. One that is never closed, or never opened, is none.

    Signs of different kinds close each other: they are mixed up in print.
    """
    outermost: list[Bracket] = []
    opened: list[tuple[int, list[Bracket]]] = []
    for match in SIGN.finditer(text):
        if match[0] in OPENING:
            opened.append((match.start(), []))
        elif opened:
            start, inside = opened.pop()
            (opened[-1][1] if opened else outermost).append(Bracket(start, match.end(), inside))
    return sorted([*outermost, *(b for _, found in opened for b in found)], key=lambda b: b.start)


def split_outside(text: str, separators: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """The pieces of a text between separators that stand in no bracket, each with where it starts."""
    inside = [(b.start, b.end) for b in brackets(text)]
    at = 0
    for match in separators.finditer(text):
        if not any(start < match.start() < end for start, end in inside):
            yield text[at : match.start()], at
            at = match.end()
    yield text[at:], at


def without_brackets(text: str) -> str:
    """A text without its brackets and what stands in them."""
    pieces, at = [], 0
    for bracket in brackets(text):
        pieces.append(text[at : bracket.start])
        at = bracket.end
    return "".join((*pieces, text[at:]))
