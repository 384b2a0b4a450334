"""Doubts about the numbers of headings: one that stands twice, that goes back, or that leaves one out.

A ledger may begin in the middle of a document, and need not have its end. Headings in Arabic numerals without a clause
of their own are left out on purpose, so only a Chinese number that is missing between two others is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.chinese_numbers import NUMERALS, parse
from generator.language.official_text import normalise
from generator.ledger.checks.doubt_rules.series import LedgerFigures
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row

NUMBER = re.compile(f"[0-9]+(?=[^0-9]*$)|[{NUMERALS}]+")
"""The number of a heading; of 2.1 the last one."""


def numbers(figures: LedgerFigures) -> Iterator[Finding]:
    """The numbers of headings below one heading go on by one."""
    last: dict[tuple[str, ...], tuple[int, Row]] = {}
    for row in figures.tables.rows["sections"]:
        read = _read(row["number"])
        if read is None or row.broken:
            continue
        number, style = read
        key = (*row.texts(("plan", "parent")), style)
        before, other = last.get(key, (None, row))
        last[key] = (number, row)
        if before is None or number == before + 1:
            continue
        values = {"record": row["id"], "value": row["number"], "before": other["number"]}
        if number <= before:
            yield Finding("heading-number", row.at("number"), values)
        elif not any(map(str.isdecimal, row["number"])):
            yield Finding("heading-gap", row.at("number"), values)


def _read(printed: str) -> tuple[int, str] | None:
    """The number of a heading and what stands around it; None where there is none."""
    text = normalise(printed)
    match = NUMBER.search(text)
    if match is None or (value := parse(match[0])) is None:
        return None
    return int(value), f"{text[: match.start()]}#{text[match.end() :]}"


RULES = (numbers,)
