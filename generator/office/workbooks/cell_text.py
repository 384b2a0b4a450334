"""What a cell shows: numbers, shares and dates as a person sees them in the sheet."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

DECIMALS: Final = re.compile(r"[0#?,]+(?:\.(?P<decimals>[0#?]+))?")
LITERAL: Final = re.compile(r'"([^"]*)"|\\(.)')
SKIPPED: Final = re.compile(r"\[[^\]]*\]|_.|\*.")
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


def _number(value: float, number_format: str) -> str:
    """A number with as many decimals as its format shows, the sign of a share, and words that stand in the format."""
    section = number_format.split(";", maxsplit=1)[0]
    words = "".join(one or other for one, other in LITERAL.findall(section))
    plain = SKIPPED.sub("", LITERAL.sub("", section))
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        return str(value)
    share = "%" in plain
    if share:
        number *= 100
    match = None if plain == "General" else DECIMALS.search(plain)
    if match and "E" not in plain and "/" not in plain:
        decimals = match["decimals"] or ""
        number = number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP) if abs(number) < 10**15 else number
        optional = len(decimals) - len(decimals.rstrip("#?"))
        text = f"{number:f}"
        while optional and text.endswith("0"):
            text, optional = text[:-1], optional - 1
        return f"{text.rstrip('.')}{'%' if share else ''}{words.strip()}"
    if number:
        number = Decimal(f"{number:.{DIGITS}g}")
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text}{'%' if share else ''}{words.strip()}"
