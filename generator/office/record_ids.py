"""Ids of new records: the name in pinyin, short, and no two alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from pypinyin import lazy_pinyin
from pypinyin.seg.mmseg import seg

from generator.language.office import record_words
from generator.support.file_names import RESERVED

LONGEST: Final = 24
"""Characters of an id, without the number that tells two of one name apart."""
UNNAMED: Final = "record"
"""The id of a name without letters."""
PIECE: Final = re.compile(r"(?P<latin>[a-z0-9]+(?:\.[0-9]+)?)|(?P<chinese>[\u3400-\u9fff]+)")
ORGAN: Final = re.compile(record_words.ORGAN)
LATIN: Final = re.compile("[^a-z0-9]")


def propose_id(name: str, taken: Collection[str]) -> str:
    """The id of a new record: its name in pinyin, cut between words; the same name always gives the same one.

    Args:
        name: what the record is called.
        taken: ids that exist; of two with one name the second ends in ``-2``.
    """
    slug = _slug(name) or UNNAMED
    return f"{slug}-{_next_number(slug, taken)}" if slug in taken or slug in RESERVED else slug


def _next_number(slug: str, taken: Collection[str]) -> int:
    """The number behind those that are taken: they were given one after the other, and there may be thousands."""
    last, free = 1, 2
    while f"{slug}-{free}" in taken:
        last, free = free, free * 2
    while free - last > 1:
        middle = (last + free) // 2
        last, free = (middle, free) if f"{slug}-{middle}" in taken else (last, middle)
    return free


@lru_cache(maxsize=1_000)
def _slug(name: str) -> str:
    """The words of a name, as many as fit; of a first word that is too long, as much as fits."""
    slug = ""
    for word in _words(unicodedata.normalize("NFKC", name).lower()):
        longer = f"{slug}-{word}" if slug else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        slug = longer
    return slug


def _words(name: str) -> Iterator[str]:
    """The words of a name in Latin letters. Single characters in a row are joined by twos."""
    for piece in PIECE.finditer(name):
        if piece["latin"]:
            yield LATIN.sub("", piece["latin"])
            continue
        if organ := ORGAN.fullmatch(piece["chinese"]):
            yield from (_letters(organ["level"]), *_organ(organ["body"], organ["end"]))
            continue
        singles: list[str] = []
        for word in seg.cut(piece["chinese"]):
            syllables = _syllables(word)
            if len(word) > 1:
                yield from _by_twos(singles)
                yield "".join(syllables)
                singles = []
            else:
                singles += syllables
        yield from _by_twos(singles)


def _organ(body: str, end: str) -> Iterator[str]:
    """What an organ is for, by twos, and what it is: a single sign of either goes with what stands before it."""
    groups = [*_by_twos(_syllables(body))]
    if len(body) % 2 and len(groups) > 1:
        groups[-2:] = ["".join(groups[-2:])]
    if len(end) == 1:
        groups[-1] += _letters(end)
    else:
        groups.append(_letters(end))
    yield from groups


def _syllables(word: str) -> list[str]:
    return [LATIN.sub("", syllable) for syllable in lazy_pinyin(word)]


def _letters(word: str) -> str:
    return "".join(_syllables(word))


def _by_twos(syllables: list[str]) -> Iterator[str]:
    pairs = ("".join(syllables[at : at + 2]) for at in range(0, len(syllables), 2))
    return filter(None, pairs)
