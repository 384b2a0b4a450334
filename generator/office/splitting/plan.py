"""Which plan a notice sets out: its title, kind and years, read from the title of the notice."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.language.chinese_numbers import parse
from generator.language.formatting import full_width
from generator.language.office import notice_words as words
from generator.language.official_text import normalise
from generator.ledger.enums import PlanKind, TaskKind
from generator.office.splitting.head import Head

BOOK = re.compile(words.PLAN_TITLE)
ABOUT = re.compile(words.ABOUT)
YEARS = re.compile(words.ACTION_YEARS)
TERM = re.compile(words.YEAR_TERM)
NOTICE_END = re.compile(words.NOTICE_END)
UNTIL = re.compile(words.UNTIL_YEAR)
FIVE = 5
LONGEST_TERM = 15
NO_YEAR = 2000
"""Stands where a notice tells no year at all."""
NEAR_TOP = 1500
"""Characters at the top of a text among which its years are looked for where its title has none."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as the notice calls it."""

    title: str
    kind: PlanKind
    start_year: int
    end_year: int
    is_sure: bool
    """Whether the title says the years."""


def read_plan(head: Head, text: str) -> Plan:
    """The plan of a notice.

    Args:
        head: what the notice says of itself.
        text: its text in normal form.
    """
    title = normalise(head.title)
    years = _years(title)
    is_sure = years is not None
    years = years or _years_in_text(text[:NEAR_TOP], _year_of_day(head))
    kind = next((PlanKind(kind) for kind, form in words.PLAN_KINDS if re.search(form, title)), PlanKind.KEY_WORK)
    if kind is PlanKind.FIVE_YEAR and years[1] - years[0] != FIVE - 1:
        kind = PlanKind.SPECIAL if years[0] != years[1] else PlanKind.ANNUAL
    return Plan(full_width(_title(title, head)), kind, *years, is_sure)


def _title(title: str, head: Head) -> str:
    """What the notice is about: a title between 《》, or the words behind 关于."""
    short = NOTICE_END.sub("", title)
    about = ABOUT.search(short)
    behind = short[about.end() :] if about else short.removeprefix(normalise(head.issuer))
    book = BOOK.match(behind) or (BOOK.search(behind) if behind.endswith("》") else None)
    if book:
        return book["title"]
    return behind.removeprefix("《") if "《" not in behind[1:] and behind.startswith("《") else behind or title


def _years(text: str) -> tuple[int, int] | None:
    """The years that a text names: of a five-year plan, from … to …, or one."""
    found = ((text.find(name), start) for name, start in words.FIVE_YEARS.items() if name in text)
    plan = min(found, default=None)
    match = YEARS.search(text)
    ordinal = re.search(words.ORDINAL_YEARS, text)
    if match and match["first"] and int(match["first"]) <= int(match["last"]):
        return int(match["first"]), int(match["last"])
    if ordinal:
        start = words.FIVE_YEARS[words.FIVE_YEAR_NAME.format(number=ordinal["number"])]
        return start, start + FIVE - 1
    if match and match["only"] and not (plan and plan[0] < match.start()):
        first = int(match["only"])
        term = TERM.search(text)
        count = int(parse(term["count"]) or 1) if term else 1
        return first, first + count - 1
    return (plan[1], plan[1] + FIVE - 1) if plan else None


def _years_in_text(text: str, first: int) -> tuple[int, int]:
    """The years of a plan that its title does not say: from that of the notice to the last that is to be reached."""
    found = _years(text)
    ends = [int(year) for year in UNTIL.findall(text) if first <= int(year) <= first + LONGEST_TERM]
    if first == NO_YEAR:
        return found or (first, first)
    return (first, max(ends)) if ends else found if found and found[0] >= first - 1 else (first, first)


def _year_of_day(head: Head) -> int:
    """The year in which the notice was signed; the first of the calendar where it is not known."""
    return int((head.signed_on or head.published_on or str(NO_YEAR))[:4])


def kind_of_task(heading: str) -> TaskKind:
    """The kind of the tasks below a highest heading."""
    return next((TaskKind(kind) for kind, form in words.TASK_KINDS if re.search(form, heading)), TaskKind.KEY)
