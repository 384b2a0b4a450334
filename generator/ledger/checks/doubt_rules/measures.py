"""Doubts about measures: the words of a figure say another one, or what is to be reached was reached at the start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.language import document_words
from generator.language.findings import gap_words
from generator.language.official_text import normalise
from generator.language.wording import figure_words as words
from generator.ledger.checks.doubt_rules.series import Goal, LedgerFigures, is_rate, last_month
from generator.ledger.enums import Basis, Comparator, Direction, Measure
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row

SUMS = (Measure.CUMULATIVE, Measure.CHANGE)
YEARLY = (Measure.ANNUAL, Measure.ANNUAL_GROWTH)
SAYINGS: tuple[tuple[str, re.Pattern[str], tuple[Measure, ...]], ...] = (
    ("yearly", re.compile(words.SAYS_YEARLY), YEARLY),
    ("each-year", re.compile(words.SAYS_EACH_YEAR), YEARLY),
    ("stock", re.compile(words.SAYS_STOCK), (*SUMS, Measure.LEVEL)),
    ("sum", re.compile(words.SAYS_SUM), SUMS),
    ("share", re.compile(words.SAYS_SHARE), (Measure.LEVEL, Measure.ANNUAL, Measure.CHANGE)),
    ("level", re.compile(words.SAYS_LEVEL), (Measure.LEVEL, *YEARLY)),
    ("change", re.compile(words.SAYS_CHANGE), (*SUMS, *YEARLY)),
)
"""What words say of a figure, the words, and the measures that fit; the first that fits decides."""
NAMES = (
    ("yearly", re.compile(words.NAMES_YEARLY), YEARLY),
    ("each-year", re.compile(words.SAYS_EACH_YEAR), YEARLY),
    ("growth", re.compile(words.NAMES_GROWTH), (*YEARLY, Measure.CHANGE)),
    ("sum", re.compile(words.NAMES_SUM), (*SUMS, Measure.LEVEL)),
)
"""The same of the name of an indicator; a stock may be called so, too."""
SHARES = re.compile(words.NAMES_SHARE)
NO_SHARE = (Measure.CUMULATIVE, Measure.ANNUAL_GROWTH)
SPOKEN = re.compile(words.SAYS_ANYTHING)
"""Without one of these signs a text says nothing of the kind."""
ONE_YEAR, SEVERAL = re.compile(words.OF_ONE_YEAR), re.compile(words.OF_SEVERAL_YEARS)
TIMED = re.compile(words.OF_SOME_TIME)
AT_YEAR, PART = re.compile(words.AT_YEAR), re.compile(words.PARTS_OF_A_YEAR)
WHOLE_YEAR = re.compile(words.WHOLE_YEAR)
OF_A_YEAR = (Basis.YEAR, Basis.YEAR_TO_DATE, Basis.PART)
LEVELS = (Basis.POINT, Basis.YEAR)
AS_MUCH = (Comparator.PLAIN, Comparator.ABOUT)
"""Comparators that are no bound."""


def targets(figures: LedgerFigures) -> Iterator[Finding]:
    """What the words of a target say of its figure is the measure of its indicator."""
    for row in figures.tables.rows["targets"]:
        indicator = figures.indicators.get(row["indicator"])
        if indicator is None or row.broken or not SPOKEN.search(row["value_text"]):
            continue
        text = normalise(row["value_text"])
        yield from _times(row, text)
        said = _said(SAYINGS, text, indicator)
        if said == "each-year" and row["start_year"] == row["end_year"]:
            continue
        if said == "yearly" and indicator["measure"] == Measure.LEVEL:
            yield _doubt("yearly-level", row, "value_text", measure=indicator["measure"])
        elif said:
            values = {"measure": indicator["measure"], "said": gap_words.SAID_OF_FIGURES[said]}
            yield _doubt("measure-words", row, "value_text", **values)


def names(figures: LedgerFigures) -> Iterator[Finding]:
    """What the name of an indicator says of its figures is its measure."""
    of_a_year = {row["id"] for row in figures.tables.rows["plans"] if row["start_year"] == row["end_year"]}
    for row in figures.indicators.values():
        said = _said(NAMES, row["name"], row)
        if not said and SHARES.search(row["name"]) and row["unit"] == document_words.PERCENT:
            said = "share" if row["measure"] in NO_SHARE else ""
        if said and not (said == "each-year" and row["plan"] in of_a_year):
            yield _doubt("measure-name", row, "measure", name=row["name"], said=gap_words.SAID_OF_FIGURES[said])


def _said(sayings: tuple[tuple[str, re.Pattern[str], tuple[Measure, ...]], ...], text: str, indicator: Row) -> str:
    """What a text says of the figures of an indicator where its measure is another; empty where it fits."""
    said, fitting = next(((said, fits) for said, form, fits in sayings if form.search(text)), ("", ()))
    if said == "yearly":
        fitting = (Measure.ANNUAL_GROWTH,) if is_rate(indicator) else (Measure.ANNUAL,)
    return said if said and indicator["measure"] not in fitting else ""


def results(figures: LedgerFigures) -> Iterator[Finding]:
    """The words of a result do not say another time than the one that it counts."""
    for row in figures.tables.rows["observations"]:
        text, basis = row.cells.get("value_text", ""), row.cells.get("basis", "")
        if not TIMED.search(text) or row.broken or row["indicator"] not in figures.indicators:
            continue
        yield from _times(row, normalise(text))
        is_one, is_of_several = ONE_YEAR.search(text), SEVERAL.search(text)
        if basis == Basis.SINCE and is_one and not is_of_several and row["since_year"] != row["period"][:4]:
            yield _doubt("basis-words", row, "value_text", basis=basis, said=gap_words.SAID_OF_FIGURES["one-year"])
        elif basis in OF_A_YEAR and is_of_several and not is_one:
            yield _doubt("basis-words", row, "value_text", basis=basis, said=gap_words.SAID_OF_FIGURES["several"])


def _times(row: Row, text: str) -> Iterator[Finding]:
    """The months or the year that the words of a result begin with are its period; a target's lie in its years."""
    period = row["period"] or f"{row['start_year']}—{row['end_year']}"
    if (match := AT_YEAR.search(text)) and not _is_within(match["year"], row):
        yield _doubt("year-words", row, "value_text", said=match["year"], period=period)
    elif (last := last_month(period)) and (month := _last_month(text)) and month != last[5:]:
        yield _doubt("period-words", row, "value_text", said=int(month), period=period)


def _is_within(year: str, row: Row) -> bool:
    """Whether a year is that of a result, or one of a target."""
    return year == row["period"][:4] if row["period"] else row["start_year"] <= year <= row["end_year"]


def _last_month(text: str) -> str:
    """The last month of the part of a year that a text tells of; empty where it tells of none, or of the whole year."""
    match = None if WHOLE_YEAR.search(text) else PART.search(text)
    if not match:
        return ""
    return (
        "06" if match["half"] else words.QUARTERS.get(match["quarter"], "") or (match["until"] or match["end"]).zfill(2)
    )


def starts(figures: LedgerFigures) -> Iterator[Finding]:
    """A level that a document gives with its goal of some years is lower where it is to rise, and higher where to fall.

    What another document told later may be beyond a goal, as a goal of one year may be; a bound, too, and what is kept.
    """
    for (id_, organization), goals in figures.goals.items():
        indicator = figures.indicators[id_]
        if indicator["measure"] != Measure.LEVEL or indicator["direction"] not in tuple(Direction):
            continue
        for goal in goals:
            if goal.start == goal.end or goal.row["comparator"] not in AS_MUCH:
                continue
            base = _start(figures, id_, organization, goal)
            is_higher = indicator["direction"] == Direction.HIGHER
            if base is None or not (base > goal.value if is_higher else base < goal.value) or _is_kept(goal.row):
                continue
            values = {"base": f"{base:f}", "direction": indicator["direction"]}
            yield _doubt("start-beyond", goal.row, "value", **values)


def _start(figures: LedgerFigures, indicator: str, organization: str, goal: Goal) -> Decimal | None:
    """The last level before a goal that the document of the goal gives; None where it gives none."""
    found = [
        figure
        for basis in LEVELS
        if (series := figures.series.get((indicator, organization, basis, "")))
        for figure in series.figures
        if figure.month < f"{goal.start}" and figure.row["document"] == goal.row["document"]
    ]
    return max(found, key=lambda figure: figure.month).value if found else None


def _is_kept(target: Row) -> bool:
    """Whether the words of a target say that a level is kept."""
    text = normalise(target["value_text"])
    return any(word in text for word in document_words.KEEPING)


def _doubt(code: str, row: Row, column: str, **values: object) -> Finding:
    """A doubt about the value of a column."""
    return Finding(code, row.at(column), {"record": row["id"], "value": row[column], **values})


RULES = (targets, names, results, starts)
