"""Cells in which a day, a period or a state is asked for."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from generator.language.chinese_numbers import parse
from generator.language.office.rounds import filled_dates as dates
from generator.language.office.rounds import filled_words as words
from generator.ledger.enums import CellGrade
from generator.ledger.periods import LAST_MONTHS
from generator.office.ingest.cells.readings import FilledCell, Reading, refused
from generator.support.bare_text import bare

NOTICE, DOUBT = CellGrade.NOTICE, CellGrade.DOUBT
FIRST_SERIAL: Final = date(1899, 12, 30)
"""The day from which Excel counts days."""
SERIALS: Final = range(36_526, 73_051)
"""Those of the years from 2000 to 2099."""


def read_day(cell: FilledCell, filed_on: date | None) -> Reading:
    """The day of a cell as 2024-03-28, or its month; nobody has done what is later than the day of filing."""
    if cell.day is not None:
        return _not_later(Reading(cell.day.isoformat()), filed_on)
    if cell.number is not None and cell.number == int(cell.number) and int(cell.number) in SERIALS:
        day = FIRST_SERIAL + timedelta(days=int(cell.number))
        return _not_later(Reading(day.isoformat()).because("day-serial", NOTICE, value=day), filed_on)
    text, numerals = _arabic(cell.text)
    if text in words.BLANKS:
        return Reading(None).because("no-answer", NOTICE)
    if text.startswith(words.DAY_PLANNED):
        return Reading(None).because("day-planned", NOTICE, text=text)
    reading = _written_day(text, filed_on)
    if numerals and reading.value is not None:
        reading = reading.because("day-numerals", NOTICE, value=reading.value)
    return _not_later(reading, filed_on)


def _written_day(text: str, filed_on: date | None) -> Reading:
    if text.isdigit() and int(text) in SERIALS:
        day = FIRST_SERIAL + timedelta(days=int(text))
        return Reading(day.isoformat()).because("day-serial", NOTICE, value=day)
    if match := dates.DAY.fullmatch(text):
        return _day(text, *map(int, match.groups()))
    if match := dates.TURNED_DAY.fullmatch(text):
        first, second, year = map(int, match.groups())
        if first <= 12 and second <= 12 and first != second:
            return Reading(None).because("day-order", DOUBT)
        reading = _day(text, year, *((second, first) if first > 12 else (first, second)))
        return reading.because("day-turned", NOTICE, value=reading.value) if reading.value else reading
    if match := dates.SHORT_DAY.fullmatch(text):
        reading = _day(text, 2000 + int(match[1]), int(match[2]), int(match[3]))
        return reading.because("day-century", DOUBT, value=reading.value) if reading.value else reading
    if match := dates.MONTH.fullmatch(text):
        year, month = int(match[1] or (filed_on.year if filed_on else 0)), int(match[2])
        if year and 1 <= month <= 12:
            value = f"{year}-{month:02}"
            return Reading(value).because("day-month", NOTICE, value=value)
    return refused("day-unread", text=text)


def _day(text: str, year: int, month: int, day: int) -> Reading:
    try:
        return Reading(date(year, month, day).isoformat())
    except ValueError:
        return refused("day-none", text=text)


def _not_later(reading: Reading, filed_on: date | None) -> Reading:
    if filed_on and isinstance(reading.value, str) and reading.value > filed_on.isoformat():
        return refused("day-later")
    return reading


def read_period(cell: FilledCell, asked: str) -> Reading:
    """The period of a cell; ``asked`` is the one that the form asks for, which gives the year where it is left out."""
    text, numerals = _arabic(cell.text)
    text = text.replace(*dates.YEAR_WORD)
    if text in words.BLANKS:
        return Reading(None).because("no-answer", NOTICE)
    if text in words.THIS_PERIOD:
        return Reading(asked).because("period-word", DOUBT, text=text, value=asked)
    year, part = _period(text.upper())
    year = year or (asked[:4] if part else "")
    value = f"{year}{part}"
    if not year or (part and part[1:] not in LAST_MONTHS and not 1 <= int(part[1:]) <= 12):
        return refused("period-unread", text=text)
    reading = Reading(value)
    if numerals:
        return reading.because("period-numerals", NOTICE, value=value)
    return reading if year in text else reading.because("period-part", NOTICE, value=value)


def _period(text: str) -> tuple[str, str]:
    """Year and part of a period as it is written; empty where they are not."""
    if match := dates.QUARTER.fullmatch(text):
        return match["year"] or "", f"-Q{match['quarter'] or match['letter']}"
    if match := dates.HALF.fullmatch(text):
        return match["year"] or "", f"-{words.HALVES[match['half']] if match['half'] else 'H' + match['letter']}"
    if match := dates.MONTHS.fullmatch(text) or dates.ONE_MONTH.fullmatch(text):
        return match["year"] or "", f"-{int(match['month']):02}"
    if match := dates.WHOLE_YEAR.fullmatch(text):
        return match["year"], ""
    return "", ""


def read_state(cell: FilledCell) -> Reading:
    """The state of a cell, in the words of the contract."""
    text = bare(cell.text if cell.standing is None else cell.standing).strip(dates.MARKS)
    if text in words.BLANKS:
        return Reading(None).because("no-answer", NOTICE)
    if text in words.STATES:
        return Reading(words.STATES[text])
    if text in words.NO_CHANGE:
        return Reading(None, answer=words.NO_CHANGE_ANSWER).because("no-change", NOTICE)
    if text in words.STATE_WORDS:
        value = words.STATE_WORDS[text]
        return Reading(value).because("state-word", NOTICE, text=text, value=value)
    if text.startswith(words.NEARLY):
        return Reading(words.UNDER_WAY).because("state-nearly", DOUBT, text=text, value=words.UNDER_WAY)
    return refused("state-unread", text=text)


def _arabic(text: str) -> tuple[str, bool]:
    """A text in normal form with Arabic digits, and whether it had Chinese ones."""
    plain = bare(text)
    found = dates.HAN_DATE.sub(_digits, plain)
    return found, _has_year(plain, found)


def _has_year(plain: str, found: str) -> bool:
    """一季度 is how everybody writes it; 二〇二四年 is not."""
    return plain[:4] != found[:4] and found[:4].isdigit()


def _digits(match: re.Match[str]) -> str:
    text = match[0]
    if len(text) == 4:  # a year, digit by digit
        return "".join(str(parse(sign) or 0) for sign in text)
    value = parse(text)
    return text if value is None else str(int(value))
