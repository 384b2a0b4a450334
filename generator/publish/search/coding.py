"""Texts written as words that Pagefind can index.

Pagefind knows words between blanks, and Chinese has none. So a run of Chinese characters goes in as its overlapping
pairs: whatever two characters a reader types are found inside any longer word, and a longer query finds the places
where its pairs stand together. Each character is written as four letters, a word that neither Pagefind nor the
browser's word breaker takes apart; ``docs/assets/find.js`` writes queries the same way and reads excerpts back.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from unicodedata import normalize

RUN = re.compile(r"([\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)|([0-9０-９]+(?:[.．][0-9０-９]+)*|[A-Za-zＡ-Ｚａ-ｚ]+)")
"""What is searched for: Chinese characters, numbers, Latin words. The rest is kept for the excerpts."""
LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
KIND_MARK, NAMED_MARK, SPELLED_MARK = "q", "r", "y"
"""Before the letters of a kind, of the number of a page that the search knows by name, and of syllables: words that no
text has. Pagefind writes its own filters in another order each time.
"""
WORD_END = "z"
"""Behind a word that is no pair: else a query of 14 would find 14.6, too."""
NUMBER_LETTERS = 3
"""Of the number of a page: as many for each, so that none is the beginning of another."""


class _Codes(dict[str, str]):
    """Characters → the letters that stand for them; of one ledger there are few thousand pairs."""

    def __missing__(self, word: str) -> str:
        code = word.lower().encode("utf-16-be").hex().translate(LETTERS)
        self[word] = code.upper() if word != word.lower() else code
        return self[word]


_CODES = _Codes()


def encode(text: str) -> str:
    """A text as words that Pagefind can index; blanks become ``|``, other signs stay."""
    return RUN.sub(lambda run: _pairs(run[1]) if run[1] else _word(run[2]), "|".join(text.split()))


def encode_kind(kind: str) -> str:
    """The word by which all entries of a kind are found."""
    return KIND_MARK + "".join(_CODES[sign] for sign in kind)


def encode_number(number: int) -> str:
    """The word by which one entry is found."""
    letters = ""
    for _ in range(NUMBER_LETTERS):
        number, letter = divmod(number, 26)
        letters = chr(ord("a") + letter) + letters
    return NAMED_MARK + letters


def encode_syllables(spelled: tuple[str, ...]) -> str:
    """A name in Latin letters, as its overlapping pairs of syllables and as their first letters in one word."""
    pairs = [f"{SPELLED_MARK}{one}{two}" for one, two in itertools.pairwise(spelled)]
    return " ".join([*pairs, SPELLED_MARK + "".join(syllable[0] for syllable in spelled)])


@lru_cache(maxsize=1 << 16)  # pages say the same words again and again
def _pairs(run: str) -> str:
    pairs = [_CODES[run[i : i + 2]] for i in range(len(run) - 1)]
    return f" {' '.join(pairs or [_CODES[run] + WORD_END])} "


@lru_cache(maxsize=1 << 16)
def _word(run: str) -> str:
    return f" {''.join([_CODES[sign] for sign in normalize('NFKC', run)])}{WORD_END} "
