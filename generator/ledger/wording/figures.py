"""The words around a printed figure: its comparator, and its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.language import document_words
from generator.language.chinese_numbers import NUMERALS, Quantity, unit_after
from generator.language.official_text import normalise
from generator.language.wording import figure_words

_COMPARATORS = [(re.compile(words), comparator) for words, comparator in document_words.COMPARATOR_WORDS]
_SPELLINGS = [(re.compile(form), spelling) for form, spelling in figure_words.SAME_UNITS]
_ABOUT, _MORE = re.compile(figure_words.SOFT_ABOUT), re.compile(figure_words.SOFT_MORE)
_ANY, _EFFORT = re.compile(figure_words.ANY_SOFTENER), re.compile(figure_words.SOFT_EFFORT)


@cache
def plain_unit(unit: str) -> str:
    """A unit in the spelling that stands for all of its spellings: ㎡ and 平米 are 平方米."""
    plain = normalise(unit).replace(figure_words.EACH, "/")
    for form, spelling in _SPELLINGS:
        plain = form.sub(spelling, plain)
    return plain


def comparators(text: str) -> Iterator[str]:
    """Comparators whose words stand in a text, the one that decides first; 不超过 is not also 超过."""
    for words, comparator in _COMPARATORS:
        text, count = words.subn(" ", text)
        if count:
            yield comparator


class Softeners(NamedTuple):
    """The words that make a printed figure less than exact; each is empty where there is none."""

    about: str
    """约, 左右."""
    more: str
    """余, 多."""
    effort: str
    """力争, 预计."""


NONE = Softeners("", "", "")


def softeners(text: str) -> Softeners:
    """The softeners in a text in normal form."""
    if not _ANY.search(text):
        return NONE
    about, more, effort = _ABOUT.search(text), _MORE.search(text), _EFFORT.search(text)
    return Softeners(
        (about["before"] or about["behind"]) if about else "",
        more["more"] if more else "",
        effort[0] if effort else "",
    )


def has_unit(printed: str, quantity: Quantity, unit: str) -> bool:
    """Whether a unit stands right behind a quantity of a printed expression; of 元/亩 (每亩6146元) one part anywhere.

    元 is left out behind a Chinese numeral that carries the unit's factor (千亿产业 in 亿元).
    """
    if unit == document_words.PERCENT and document_words.PERCENT_IN_WORDS in printed:
        return True
    first, *others = [part for part in unit.split("/") if part]
    behind = printed[quantity.end :].lstrip("余多")
    if unit.startswith("/") or not others:
        whole = f"/{first}" if unit.startswith("/") else first
        if unit_after(printed, quantity.end) in ("", whole) and behind.startswith(whole):
            return not behind.startswith(f"{whole}/")
        factor_in_numeral = printed[quantity.end - 1] in NUMERALS and whole.endswith("元") and len(whole) > 1
        return factor_in_numeral and behind.startswith(whole[:-1])
    return behind.startswith(unit) or (behind.startswith(first) and all(part in printed for part in others))
