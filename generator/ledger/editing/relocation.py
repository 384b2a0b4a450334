"""Passages that moved because the text of their document changed: found again by their fingerprints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.language.official_text import fingerprint, span

LONG = 12
"""Characters from which on words hardly stand twice in a text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as a record has it."""

    start: int
    end: int
    fingerprint: str

    @property
    def length(self) -> int:
        """How many characters it has."""
        return self.end - self.start


def read_passage(passage: str, own: str) -> Passage | None:
    """A passage and its fingerprint; None where they are not written as such."""
    try:
        return Passage(*span(passage), own)
    except ValueError:
        return None


@dataclass(slots=True)
class _Search:
    """A text in which passages are looked for, and what was found in it."""

    text: str
    found: dict[Passage, int] = field(default_factory=dict)
    """Passage → where it starts now."""
    indexes: dict[int, dict[str, list[int]]] = field(default_factory=dict)
    """Length → fingerprint → every place where such words stand."""

    def is_at(self, passage: Passage, start: int) -> bool:
        """Whether the words of a passage stand at a place."""
        end = start + passage.length
        return start >= 0 and end <= len(self.text) and fingerprint(self.text[start:end]) == passage.fingerprint

    def places(self, passage: Passage) -> list[int]:
        """Every place of the words of a passage; all places of words of one length are looked up at once."""
        index = self.indexes.get(passage.length)
        if index is None:
            index = self.indexes[passage.length] = {}
            for start in range(len(self.text) - passage.length + 1):
                index.setdefault(fingerprint(self.text[start : start + passage.length]), []).append(start)
        return index.get(passage.fingerprint, [])


def relocate(passages: Iterable[Passage], text: str) -> dict[Passage, int]:
    """Where passages start in a new text, without those that are gone.

    Short words that stand in several places are gone, too, unless what is around them says which one is meant.

    Args:
        passages: the passages in the old text.
        text: the new text in normal form.
    """
    search = _Search(text)
    ordered = sorted(set(passages), key=lambda p: (p.start, -p.length))
    for passage in (p for p in ordered if p.length >= LONG):
        _find(search, passage)
    for passage in (p for p in ordered if p.length < LONG):
        _find(search, passage)
    return search.found


def _find(search: _Search, passage: Passage) -> None:
    """Look for a passage: where those around it went, then near that place, then everywhere."""
    shifts = [*_shifts(search, passage)] or [0]
    start = next((passage.start + shift for shift in shifts if search.is_at(passage, passage.start + shift)), None)
    if start is None:
        places = search.places(passage)
        if len(places) == 1 or (places and passage.length >= LONG):
            start = min(places, key=lambda place: abs(place - passage.start - shifts[0]))
    if start is not None:
        search.found[passage] = start


def _shifts(search: _Search, passage: Passage) -> Iterator[int]:
    """How far the passages around a passage moved: first those that hold it, then the nearest before and behind it."""
    moved = [(other, start - other.start) for other, start in search.found.items()]
    holding = [shift for other, shift in moved if other.start <= passage.start and passage.end <= other.end]
    yield from holding[-1:]
    if not holding:
        before = [(other.end, shift) for other, shift in moved if other.end <= passage.start]
        behind = [(-other.start, shift) for other, shift in moved if other.start >= passage.end]
        yield from (max(side)[1] for side in (before, behind) if side)
