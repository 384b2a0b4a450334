"""The words that the search boxes know before they look into the index, in a file of JSON.

With them ``docs/assets/question.js`` takes a question apart: what is asked, which unit or page is named, what it is
about.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from generator.language import formatting
from generator.language.search.question_words import ASKED, CHARGE, KIND_WORDS, PARTICLES, QUESTIONS, SURNAMES
from generator.language.search.unit_names import FIELDS, FORMS
from generator.publish.search.entries import SearchEntry
from generator.publish.search.names import UNITS, field, given_names, is_record, names_of_place, other_names, spell

FILE = "words.pf_words"
"""Compressed, as all files of the index are: not every server compresses what it sends."""


def named(entry: SearchEntry) -> bool:
    """Whether the search knows an entry before it looks into the index: a unit, a page that can be asked for."""
    return (entry.kind in UNITS and is_record(entry)) or entry.path in ASKED


class Lexicon:
    """Gathers what is known of entries while they are written."""

    def __init__(self) -> None:
        self.named: list[SearchEntry] = []
        """In the order of their numbers."""
        self.everyday: dict[str, None] = {}
        self.syllables: set[str] = set()

    def add(self, entry: SearchEntry) -> int | None:
        """Take note of an entry; gives its number where the search knows it by name."""
        pairs = [pair.partition("=") for pair in entry.also.split(formatting.AND) if pair]
        self.everyday.update(dict.fromkeys(word for word, _, official in pairs if official != entry.title))
        self.syllables.update(entry.spelled)
        if not named(entry):
            return None
        self.named.append(entry)
        return len(self.named) - 1

    def file(self, place: str) -> bytes:
        """The file of words, for a place of this name."""
        places = names_of_place(place)
        units = [_unit(at, one, places) for at, one in enumerate(self.named) if one.path not in ASKED]
        used = {unit[4] for unit in units if len(unit) > 4}
        content: dict[str, Any] = {
            "questions": QUESTIONS,
            "particles": PARTICLES,
            "charge": CHARGE,
            "kinds": KIND_WORDS,
            "places": places,
            "surnames": SURNAMES,
            "everyday": " ".join(sorted(self.everyday)),
            "syllables": " ".join(sorted(self.syllables)),
            "fields": [" ".join(names) if at in used else "" for at, names in enumerate(FIELDS)],
            "forms": FORMS,
            "units": units,
            "asked": [[at, *ASKED[one.path]] for at, one in enumerate(self.named) if one.path in ASKED],
        }
        return _compressed(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


def _compressed(content: bytes) -> bytes:
    """The same bytes on every system: ``gzip.compress`` notes the system in its head, from Python 3.13 on none."""
    packed = BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as file:
        file.write(content)
    return packed.getvalue()


def _unit(number: int, entry: SearchEntry, places: Sequence[str]) -> list[Any]:
    """Its number, its names, what else it is called, its names in syllables, and the field of its work."""
    given = tuple(dict.fromkeys(_without_place(name, places) for name in given_names(entry)))
    spelled = list(dict.fromkeys(" ".join(spell(name)) for name in given))
    new = [one for one in spelled if not any(other != one and other.endswith(f" {one}") for other in spelled)]
    names = (given, other_names(entry, places), new)
    work = field(entry, places)
    return [number, *(formatting.AND.join(some) for some in names), *([] if work is None else [work])]


def _without_place(name: str, places: Sequence[str]) -> str:
    """A name without the place before it, which is taken out of questions; where more is left than its kind."""
    place = next((place for place in places if name.startswith(place) and len(name) > len(place) + 2), "")
    return name.removeprefix(place)
