"""Which row of a sheet is which row of the sheet as it was: rows that came, went, moved, or changed in a few cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Final

from generator.office.workbooks.sheets import Sheet

ALIKE: Final = 0.5
"""Share of equal cells from which on two rows are one row that changed."""
Texts = tuple[str, ...]


def paired_rows(old: Sheet, new: Sheet) -> dict[int, int]:
    """Row of the new sheet → the same row of the old one; rows that are new are left out."""
    olds, news = _rows(old), _rows(new)
    pairs: dict[int, int] = {}
    matcher = SequenceMatcher(None, [t for _, t in olds], [t for _, t in news], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            pairs |= {news[j][0]: olds[i][0] for i, j in zip(range(i1, i2), range(j1, j2), strict=True)}
        elif tag == "replace":
            pairs |= _alike(olds[i1:i2], news[j1:j2])
    return pairs


def _rows(sheet: Sheet) -> list[tuple[int, Texts]]:
    columns = range(1, sheet.size[1] + 1)
    return [(row, tuple(sheet.texts.get((row, c), "") for c in columns)) for row in range(1, sheet.size[0] + 1)]


def _alike(olds: Sequence[tuple[int, Texts]], news: Iterable[tuple[int, Texts]]) -> dict[int, int]:
    """The rows of two groups that are most alike, in their order."""
    pairs: dict[int, int] = {}
    start = 0
    for row, texts in news:
        ranked = [(_share(texts, other), -at, old) for at, (old, other) in enumerate(olds) if at >= start]
        best = max(ranked, default=(0.0, 0, 0))
        if best[0] >= ALIKE:
            pairs[row] = best[2]
            start = -best[1] + 1
    return pairs


def _share(one: Texts, other: Texts) -> float:
    """The share of equal cells among those that are filled; the first one, a running number, aside."""
    cells = [(a, b) for a, b in zip(one[1:], other[1:], strict=False) if a or b]
    return sum(a == b for a, b in cells) / len(cells) if cells else 0.0
