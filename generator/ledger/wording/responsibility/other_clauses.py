"""Words that say that units are those of another clause, or of several: 同上, 以上各项, 第(二)、(三)项."""

from __future__ import annotations

import re

from generator.language.chinese_numbers import parse
from generator.language.wording import responsibility_words as words

SAME_UNITS = re.compile(f"(?:{words.SAME_UNITS}|{words.SAME_AS_NUMBER})[。,;]?")
SAME_AS_NUMBER = re.compile(f"{words.SAME_AS_NUMBER}[。,;]?")
CLAUSES_ABOVE = re.compile(f"^{words.CLAUSES_ABOVE}[,:]?")
NAMED_ITEMS = re.compile(words.NAMED_ITEMS)
ITEM_NUMBER = re.compile(r"[0-9]+|[一二三四五六七八九十]+|[至到—–~～-]+")


def same_number(words_: str) -> int | None:
    """The number of the clause whose units are meant: 同第19项; None where none is named."""
    match = SAME_AS_NUMBER.fullmatch(words_)
    value = parse(match["number"] or match["han"]) if match else None
    return None if value is None else int(value)


def clauses_meant(printed: str | None) -> int | None:
    """How many clauses are meant; None for all."""
    value = parse(printed) if printed else None
    return None if value is None else int(value)


def named_numbers(items: str) -> tuple[int, ...]:
    """The numbers of clauses that words name: 第(二)、(四)至(六)."""
    numbers: list[int] = []
    goes_on = False
    for piece in ITEM_NUMBER.findall(items):
        value = parse(piece)
        if value is None:
            goes_on = True
            continue
        first = numbers[-1] + 1 if goes_on and numbers else int(value)
        numbers += range(first, int(value) + 1)
        goes_on = False
    return tuple(numbers)
