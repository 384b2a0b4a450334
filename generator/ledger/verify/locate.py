"""Passage and fingerprint of given words: what an editor needs for a new record."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.official_text import fingerprint, normalise


@dataclass(frozen=True, slots=True)
class Place:
    """One place where the words stand: passage, fingerprint, and the words around."""

    passage: str
    fingerprint: str
    around: str


def locate(text: str, words: str, margin: int = 12) -> list[Place]:
    """Every place of the words in a document's text (in normal form); the words may be typed with any white space."""
    needle = normalise(words)
    places: list[Place] = []
    start = text.find(needle) if needle else -1
    while start >= 0:
        end = start + len(needle)
        around = f"{text[max(start - margin, 0) : start]}【{needle}】{text[end : end + margin]}"
        places.append(Place(f"{start}-{end}", fingerprint(needle), around))
        start = text.find(needle, start + 1)
    return places
