"""What a cell shows: numbers, shares and dates as a person sees them in the sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from operator import eq, ge, gt, le, lt, ne
from typing import Final

DECIMALS: Final = re.compile(r"[0#?,]+(?:\.(?P<decimals>[0#?]+))?")
LITERAL: Final = re.compile(r'"([^"]*)"|\\(.)')
SKIPPED: Final = re.compile(r"\[[^\]]*\]|_.|\*.")
FORMAT_PART: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\\\!](?P<one>.)|(?P<skipped>\[[^\]]*\]|_.|\*.)|(?P<share>%)'
    r"|(?P<digits>General|G/[^\W\d_]+|[0#?,]+(?:\.[0#?]+)?(?:E[+-]?0+|/[0-9?#]+)?)|(?P<other>.)"
)
"""A part of a number format: words, what is skipped, the sign of a share, digits, any other sign."""
CONDITION: Final = re.compile(r"\[(?P<sign>[<>=]{1,2})(?P<limit>-?[0-9.]+)\]")
COMPARE: Final = {">": gt, ">=": ge, "<": lt, "<=": le, "=": eq, "<>": ne}
POINT: Final = re.compile(r"0[\\!]\.(?P<decimals>0+)(?P<thousands>,?)")
MINUS: Final = "-"
DIGITS: Final = 11
"""Digits that a cell without a format shows."""
MONTH_ONLY: Final = re.compile("d", re.IGNORECASE)


def shown(value: object, number_format: str) -> str:
    """The text of a cell as it is shown.

    Args:
        value: what openpyxl gives for it.
        number_format: its format; ``General`` has none.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (datetime, date)):
        return _date(value, number_format)
    if isinstance(value, (time, timedelta)):
        return str(value)
    if isinstance(value, (int, float)):
        return _number(value, number_format)
    return str(value)


def _date(value: datetime | date, number_format: str) -> str:
    """A day, or a month where the format shows no day."""
    plain = SKIPPED.sub("", LITERAL.sub("", number_format))
    return f"{value:%Y-%m-%d}" if MONTH_ONLY.search(plain) else f"{value:%Y-%m}"


@dataclass(frozen=True, slots=True)
class _Format:
    """A part of a number format: words before and behind the digits, and how these are shown."""

    before: str
    digits: str
    """Empty where the format shows words alone."""
    behind: str
    share: bool


def _number(value: float, number_format: str) -> str:
    """A number with as many decimals as its format shows, the sign of a share, and words that stand in the format."""
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        return str(value)
    section, number = _section(number, number_format)
    if match := POINT.search(section):  # a point among the digits, as tens of thousands are shown
        places = len(match["decimals"])
        number = (number / 1000 if match["thousands"] else number).to_integral_value(ROUND_HALF_UP)
        section = POINT.sub("0." + "0" * places, section)
        number = number.scaleb(-places)
    parts = _parts(section)
    if not parts.digits and (parts.before or parts.behind):
        return f"{parts.before}{parts.behind}".strip()
    digits = _digits(number * 100 if parts.share else number, parts.digits)
    return f"{parts.before}{digits}{'%' if parts.share else ''}{parts.behind}"


def _section(number: Decimal, number_format: str) -> tuple[str, Decimal]:
    """The part of a format that is meant for a number, and the number as that part shows it."""
    sections = number_format.split(";")
    if conditions := [CONDITION.search(section) for section in sections if CONDITION.search(section)]:
        for section, match in zip(sections, conditions, strict=False):
            if match and COMPARE[match["sign"]](number, Decimal(match["limit"])):
                return section, number
        return sections[min(len(conditions), len(sections) - 1)], number
    if number < 0 and len(sections) > 1 and sections[1]:
        return sections[1], -number
    if number == 0 and len(sections) > 2 and sections[2]:
        return sections[2], number
    return sections[0], number


def _parts(section: str) -> _Format:
    before, digits, behind, share = "", "", "", False
    for match in FORMAT_PART.finditer(section):
        words = match["quoted"] or match["one"] or (match["other"] if not (match["other"] or "a").isascii() else "")
        if match["digits"]:
            digits = match["digits"] if not digits or "/" in match["digits"] else digits
        elif match["share"]:
            share = True
        elif digits:
            behind += words or ""
        else:
            before += MINUS if match["other"] == MINUS else words or ""
    return _Format(before.strip(), digits, behind.strip(), share)


def _digits(number: Decimal, form: str) -> str:
    """The digits of a number in their form: with its decimals, or as many as a cell without a format shows."""
    match = DECIMALS.fullmatch(form)
    if match:
        decimals = match["decimals"] or ""
        number = number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP) if abs(number) < 10**15 else number
        optional = len(decimals) - len(decimals.rstrip("#?"))
        text = f"{number:f}"
        while optional and text.endswith("0"):
            text, optional = text[:-1], optional - 1
        return text.rstrip(".")
    if number:
        number = Decimal(f"{number:.{DIGITS}g}")
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
