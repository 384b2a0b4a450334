"""What readers call a page besides its own names: everyday words, a unit before and after reforms, Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from generator.language import formatting, page_words, setting_words
from generator.language.search.everyday_words import EVERYDAY
from generator.language.search.unit_names import ENDINGS, FIELDS, RANKS, TERRITORY_ENDINGS
from generator.publish.search.entries import SearchEntry

Synonyms = tuple[tuple[str, tuple[str, ...]], ...]
"""Everyday word → official words, as the settings of the site give them."""

GENERAL: Synonyms = tuple((word, tuple(officials.split())) for word, officials in EVERYDAY.items())
"""Everyday words of any government."""
TERRITORIES = frozenset(setting_words.TERRITORIES.values())
UNITS = frozenset({page_words.UNIT, *TERRITORIES})
"""Kinds of pages that are found by their ids, too: a town's is its name in Latin letters."""
SPELLED = frozenset({*UNITS, page_words.INDICATOR, page_words.TASK})
"""Kinds of pages that are found by their titles in Latin letters."""
SHORTEST = 3
"""Characters of a name that nobody gave the unit: shorter ones are parts of other words."""
SHORTEST_TOWN = 2
NOT_CHINESE = re.compile(r"[^\u3400-\u9fff]+")
FIELD_OF = {name: at for at, names in enumerate(FIELDS) for name in names}


def known_as(entry: SearchEntry, synonyms: Synonyms) -> SearchEntry:
    """An entry with the everyday words that its names and its line call for, and its title in Latin letters."""
    texts = (entry.title, entry.names, entry.about)
    own = "\n".join(texts)
    pairs = []
    for word, officials in synonyms:
        there = [one for one in officials if one in own and one != word]
        if there:
            pairs.append(f"{word}={next(one for text in texts for one in there if one in text)}")
    if entry.kind in UNITS and is_record(entry):
        id_ = entry.path.rstrip("/").rpartition("/")[2]
        pairs += [f"{spelled}={entry.title}" for spelled in dict.fromkeys((id_, id_.replace("-", "")))]
    spelled = spell(entry.title) if entry.kind in SPELLED and is_record(entry) else ()
    return replace(entry, also=formatting.AND.join(pairs), spelled=spelled)


def is_record(entry: SearchEntry) -> bool:
    """Whether an entry is the page of a record: its address has a folder, and it is no part of a page."""
    return "/" in entry.path.rstrip("/") and "#" not in entry.path


@lru_cache(maxsize=1 << 14)
def spell(name: str) -> tuple[str, ...]:
    """The syllables of a name in Latin letters; what is not Chinese is left out."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 takes 0.1 s: a build without the search does without

    return tuple(lazy_pinyin(NOT_CHINESE.sub("", name), errors="ignore"))


def given_names(entry: SearchEntry) -> tuple[str, ...]:
    """What documents call a unit."""
    return tuple(filter(None, (entry.title, *entry.names.split(formatting.AND))))


def other_names(entry: SearchEntry, places: Iterable[str]) -> tuple[str, ...]:
    """What else readers call a unit: a town without 镇, an organ without the rank of its government."""
    given = given_names(entry)
    if entry.kind in TERRITORIES:
        names, shortest = [_without_end(name, TERRITORY_ENDINGS) for name in given], SHORTEST_TOWN
    else:
        names, shortest = [_without_rank(name, places) for name in given], SHORTEST
    return tuple(dict.fromkeys(name for name in names if len(name) >= shortest and name not in given))


def field(entry: SearchEntry, places: Iterable[str]) -> int | None:
    """Which of the fields of work an organ has by its name; a name without an ending such as 局 is that of no organ."""
    for name in given_names(entry):
        bare = _without_rank(name, places)
        shorter = _without_end(bare, ENDINGS)
        while shorter != bare:
            if shorter in FIELD_OF:
                return FIELD_OF[shorter]
            bare, shorter = shorter, _without_end(shorter, ENDINGS)
    return None


def _without_rank(name: str, places: Iterable[str]) -> str:
    """区商务委 → 商务委, and a branch of a place without the place."""
    for place in places:
        name = name.replace(place, "")
    rank = next((rank for rank in RANKS if name.startswith(rank)), "")
    return name.removeprefix(rank)


def _without_end(name: str, endings: Iterable[str]) -> str:
    return name.removesuffix(next((end for end in endings if name.endswith(end)), ""))


def names_of_place(place: str) -> tuple[str, ...]:
    """东江市青石县 → itself, its parts, and these without their rank: the longest first."""
    parts = [part for part in re.split(f"(?<=[{''.join(set(''.join(RANKS)))}])", place) if part]
    whole = {"".join(parts[at:]) for at in range(len(parts))} | set(parts)
    short = {_without_end(part, RANKS) for part in whole}
    return tuple(sorted((name for name in whole | short if len(name) > 1), key=lambda name: (-len(name), name)))
