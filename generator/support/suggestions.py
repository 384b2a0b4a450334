"""Which name somebody may have meant who mistyped one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

LEAST_LIKENESS, LEAST_LIKENESS_ASCII = 0.5, 0.7
"""From which likeness (0 to 1) on a name is suggested: a Chinese name, where one character of two counts, and a word of
letters, since such words share many letters by chance."""


def closest_match(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like a word, or None when none is like it; ties go to the first in alphabetical order."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word.lower())
    best, best_ratio = None, LEAST_LIKENESS_ASCII if word.isascii() else LEAST_LIKENESS
    for candidate in sorted(set(candidates)):
        matcher.set_seq1(candidate.lower())
        if matcher.real_quick_ratio() < best_ratio or matcher.quick_ratio() < best_ratio:
            continue
        ratio = matcher.ratio()
        if ratio > best_ratio or (best is None and ratio >= best_ratio):
            best, best_ratio = candidate, ratio
    return best
