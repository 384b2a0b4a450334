"""Deadlines as documents print them: 2024年9月底前, 每季度, 长期坚持, 一期5月底前,二期2025年6月."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.language.chinese_numbers import parse
from generator.language.official_text import normalise
from generator.language.wording import deadline_words as words
from generator.language.wording import name_words
from generator.ledger.enums import Recurrence
from generator.ledger.wording.brackets import split_outside

Years = tuple[int, int]
"""The first and the last year of a plan."""

IN_CHINESE = re.compile(r"[〇零一二三四五六七八九十]+(?=[年月日号季])")
DOTTED = re.compile(r"(?<![0-9])([12][0-9]{3})[./-](1[0-2]|0?[1-9])(?:[./-]([12][0-9]|3[01]|0?[1-9]))?(?![0-9])")
SHORT_YEAR = re.compile(r"(?<![0-9年])([2-4][0-9])年(?=[底末终]|(?:1[0-2]|[1-9])月|[上下]半年|第?[1-4]季)")
QUARTER = re.compile("[Qq]([1-4])(?![0-9])")
MONTH_AND_DAY = re.compile(r"(1[0-2]|0?[1-9])\.([12][0-9]|3[01]|0?[1-9])(?=之?前?$)")
FIVE_YEARS_END = re.compile(words.FIVE_YEARS_END)
YEAR = "(?:(?P<{0}>[12][0-9]{{3}})年|(?P<{0}_told>[本当今明次来])年)"
DATE = re.compile(
    f"{YEAR.format('year')}?"
    "(?:(?<![0-9])(?P<month>1[0-2]|0?[1-9])月份?(?:(?P<day>[12][0-9]|3[01]|0?[1-9])[日号])?"
    "|第?(?P<quarter>[1-4])季度|(?P<half>[上下])半年|年?(?P<year_end>(?<=年)[底末终]))"
    f"|{YEAR.format('whole')}度?|(?P<this_year>{words.WHOLE_YEAR})|(?P<plan_end>{words.PLAN_END})"
)
"""A day, a month, a quarter, half a year, the end of a year, a year, or the end of a plan."""
SERIAL = re.compile("[34][0-9]{4}")
"""A date as a workbook counts it: days since the end of 1899."""
PART = re.compile("[,;。]")
STEP = re.compile(words.STEPS)
LOOKED_AFTER = re.compile(words.LOOKED_AFTER)
RECURRENCES = [(re.compile(form), Recurrence(name)) for name, form in words.RECURRENCES.items()]
DAY_WORDS = re.compile(words.DAY_WORDS)
BESIDES = re.compile("|".join((words.DAY_WORDS, words.DUE_WORDS, *words.RECURRENCES.values(), "[于在到至,;、—-]")))
"""What may stand in a deadline beside its dates."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step with its own deadline."""

    due: str
    text: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline: as printed, and what it means."""

    due_text: str
    due: str = ""
    """``2024``, ``2024-09`` or ``2024-09-30``; empty where none of them is said."""
    recurrence: Recurrence | None = None
    milestones: tuple[Milestone, ...] = ()


def read_deadline(printed: str, years: Years | None = None) -> Deadline | None:
    """What a printed deadline means; None where nothing is printed but a dash.

    Args:
        printed: the words, in any form.
        years: the plan's years: where it has but one, that is the year of a month that is printed without.
    """
    text = normalise(printed).strip("。;,")
    if not text or text in name_words.NOBODY:
        return None
    if SERIAL.fullmatch(text):
        return Deadline(text, (date(1899, 12, 30) + timedelta(int(text))).isoformat(), Recurrence.ONCE)
    stages = [*_stages(MONTH_AND_DAY.sub(r"\1月\2日", text) if MONTH_AND_DAY.match(text) else text, years)]
    if stages:
        due = max((stage.due for stage in stages), key=_last_day)
        return Deadline(text, due, Recurrence.ONCE, tuple(stages) if len(stages) > 1 else ())
    said = "".join(part for part in PART.split(text) if not LOOKED_AFTER.search(part)) or text
    recurrence = next((name for form, name in RECURRENCES if form.search(said)), None)
    return Deadline(text, "", recurrence)


def is_deadline(text: str) -> bool:
    """Whether words are a deadline and nothing else."""
    plain = _plain(text)
    rest = DATE.sub("", plain)
    return bool(text) and not BESIDES.sub("", rest) and (rest != plain or any(f.search(text) for f, _ in RECURRENCES))


def deadline_apart(inside: str) -> tuple[str, str]:
    """The inside of a parenthesis without the deadline that is a part of it, mostly the last, and that deadline."""
    pieces = [*split_outside(inside, PART)]
    found = [(piece, start) for piece, start in pieces if is_deadline(piece)] if len(pieces) > 1 else []
    if len(found) == len(pieces):
        return inside, ""
    for piece, start in reversed(found):
        inside = inside[: max(start - 1, 0)] + inside[start + len(piece) + (not start) :]
    return inside, ",".join(piece for piece, _ in found)


def dates(text: str, years: Years | None = None) -> Iterator[str]:
    """The dates in words: ``2024``, ``2024-09`` or ``2024-09-30``; a month without a year is one of the year before."""
    year = _year_of(years)
    for match in DATE.finditer(_plain(text)):
        year, due = _date(match, year, years)
        if due:
            yield due


def first_of_five_years(number: str) -> int:
    """The first year of a five-year plan, by its number in Chinese numerals: 十三 is 2016."""
    return words.BEFORE_FIVE_YEARS + 5 * int(parse(number) or 0)


def _plain(text: str) -> str:
    """Words in which all dates are written in one way: 2024年9月30日."""
    text = FIVE_YEARS_END.sub(lambda m: f"{first_of_five_years(m['which']) + 4}年", text)
    text = SHORT_YEAR.sub(r"20\1年", IN_CHINESE.sub(lambda m: str(parse(m[0])), QUARTER.sub(r"\1季度", text)))
    return DOTTED.sub(lambda m: f"{m[1]}年{m[2]}月" + (f"{m[3]}日" if m[3] else ""), text)


def _stages(text: str, years: Years | None) -> Iterator[Milestone]:
    """The parts of a deadline that name a date, each with its latest one."""
    year = _year_of(years)
    for part in PART.split(text):
        if STEP.match(part):
            continue
        found = ""
        for match in DATE.finditer(_plain(part)):
            year, due = _date(match, year, years)
            found = due if due.startswith(found) else max(due, found, key=_last_day)
        if found:
            yield Milestone(found, DAY_WORDS.sub("", DATE.sub("", _plain(part))))


def _year_of(years: Years | None) -> int | None:
    """The only year of a plan."""
    return years[0] if years and years[0] == years[1] else None


def _date(match: re.Match[str], year: int | None, years: Years | None) -> tuple[int | None, str]:
    """The year that a date names or that goes on, and the date as it is recorded."""
    printed, told = match["year"] or match["whole"], match["year_told"] or match["whole_told"]
    if match["plan_end"]:
        return year, str(years[1]) if years else ""
    if printed:
        year = int(printed)
    elif told and years:
        year = years[1] + (told in words.NEXT_YEAR)
    if year is None:
        return None, ""
    if match["day"]:
        return year, f"{year}-{int(match['month']):02}-{int(match['day']):02}"
    if match["month"]:
        return year, f"{year}-{int(match['month']):02}"
    if match["quarter"]:
        return year, f"{year}-{int(match['quarter']) * 3:02}"
    if match["half"]:
        return year, f"{year}-{'06' if match['half'] == words.FIRST_HALF else '12'}"
    return year, f"{year}-12" if match["year_end"] else str(year)


def _last_day(due: str) -> str:
    """A text by which dates are ordered: a year ends with its last day."""
    return f"{due}-99-99"[:10]
