"""Passage and fingerprint of given words: what an editor needs for a new record."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.official_text import fingerprint, normalise, places_of


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words of a document's text: their passage, their fingerprint, and the words around."""

    passage: str
    fingerprint: str
    around: str


def locate(text: str, words: str, margin: int = 12) -> list[Occurrence]:
    """Every occurrence of words in a document's text (in normal form); they may be typed with any white space.

    Args:
        text: the text in normal form.
        words: what is looked for.
        margin: how many characters to show on either side.
    """
    needle = normalise(words)
    occurrences: list[Occurrence] = []
    for start in places_of(text, needle):
        end = start + len(needle)
        around = f"{text[max(start - margin, 0) : start]}【{needle}】{text[end : end + margin]}"
        occurrences.append(Occurrence(f"{start}-{end}", fingerprint(needle), around))
    return occurrences
