"""Which name somebody may have meant who mistyped one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

LEAST_LIKENESS, LEAST_LIKENESS_ASCII = 0.5, 0.7
"""From which likeness (0 to 1) on a name is suggested: a Chinese name, where one character of two counts, and a word of
letters, since such words share many letters by chance."""
NEARLY = 0.1
"""So little less like is nearly as like."""


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


def sure_match(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was surely meant; None where another is nearly as like, or one sign alone is shared by chance.

    Of 乡镇 nobody knows whether 乡 or 镇 was meant, and 期末 is not 当期: they share no sign at one place.
    """
    words = set(candidates)
    best = closest_match(word, words)
    if best is None:
        return None
    likeness = {other: SequenceMatcher(None, other.lower(), word.lower(), autojunk=False).ratio() for other in words}
    rivals = [other for other in words if other != best and likeness[other] > likeness[best] - NEARLY]
    at_one_place = word[0] == best[0] or word[-1] == best[-1]
    is_sure = best.isascii() or at_one_place or likeness[best] > LEAST_LIKENESS
    return best if is_sure and not rivals else None
