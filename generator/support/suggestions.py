"""The nearest known name to a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

ENOUGH, ENOUGH_ASCII = 0.5, 0.7
"""Least likeness (0 to 1) at which a name is worth suggesting: of Chinese names, where one character of two counts, and
of words of letters, which share many letters by chance."""


def closest_match(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, or None when none is like it; ties go to the first in alphabetical order."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word.lower())
    best, best_ratio = None, ENOUGH_ASCII if word.isascii() else ENOUGH
    for candidate in sorted(set(known)):
        matcher.set_seq1(candidate.lower())
        if matcher.real_quick_ratio() < best_ratio or matcher.quick_ratio() < best_ratio:
            continue
        ratio = matcher.ratio()
        if ratio > best_ratio or (best is None and ratio >= best_ratio):
            best, best_ratio = candidate, ratio
    return best
