"""Doubts about values that nature does not know: 820 years of life, half a firm, a target that asks for less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.language import document_words, finding_words
from generator.language.findings import bound_words
from generator.language.wording import figure_words
from generator.ledger.checks.doubt_rules.series import Goal, LedgerFigures, is_rate
from generator.ledger.checks.doubt_rules.values import stands_in
from generator.ledger.enums import Basis, Direction, Measure, SetBy, Tier
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row

OF_A_TIME = (Measure.LEVEL, Measure.ANNUAL)
"""Measures whose figure is what is so at a time, or in one year."""
BOUNDS = [(unit, re.compile(name), Decimal(least), Decimal(most)) for unit, name, least, most in bound_words.BOUNDS]
NO_WHOLE_COUNT = re.compile(bound_words.NO_WHOLE_COUNT)
FROM_ABOVE = re.compile(figure_words.SET_FROM_ABOVE)
TIERS = {Tier.BASIC: 0, Tier.STRIVING: 1, Tier.CHALLENGE: 2}
ABOVE_GOAL = 5
"""No year is to bring so many times what the plan ends with."""
MEANS = (Basis.MEAN_TO_DATE,)
"""Counts of which the mean need not be whole."""


def _doubt(code: str, row: Row, **values: object) -> Finding:
    """A doubt about the value of a figure."""
    return Finding(code, row.at("value"), {"record": row["id"], "value": row["value"], **values})


def natural_bounds(figures: LedgerFigures) -> Iterator[Finding]:
    """A life has no 820 years, a year no 400 days, and no rank is before the first."""
    for row, indicator, value in figures.rows(lambda one: one["measure"] in OF_A_TIME):
        for unit, name, least, most in BOUNDS:
            if indicator["unit"] == unit and name.search(indicator["name"]) and not least <= value <= most:
                how, bound = (bound_words.LESS, least) if value < least else (bound_words.MORE, most)
                yield _doubt("bound-beyond", row, name=indicator["name"], how=how, bound=f"{bound}{unit}")


def whole_counts(figures: LedgerFigures) -> Iterator[Finding]:
    """Firms, people and places are counted by whole numbers; where another unit is printed, that is told."""
    for row, indicator, value in figures.rows(_is_whole):
        is_printed = stands_in(row["value_text"].replace(" ", ""), row["value"] + indicator["unit"])
        if value != value.to_integral_value() and is_printed and row["basis"] not in MEANS:
            yield _doubt("count-part", row, name=indicator["name"], unit=indicator["unit"])


def _is_whole(indicator: Row) -> bool:
    return (
        indicator["unit"] in bound_words.WHOLE_UNITS
        and indicator["measure"] != Measure.ANNUAL_GROWTH
        and not NO_WHOLE_COUNT.search(indicator["name"])
    )


def tiers(figures: LedgerFigures) -> Iterator[Finding]:
    """What is striven for is more than the basic target, or less where less is better."""
    for (id_, _), goals in figures.goals.items():
        direction = figures.indicators[id_]["direction"]
        if direction not in (Direction.HIGHER, Direction.LOWER):
            continue
        tiered = sorted((goal for goal in goals if goal.row["tier"] in TIERS), key=lambda g: TIERS[Tier(g.row["tier"])])
        for number, goal in enumerate(tiered):
            for basic in tiered[:number]:
                is_other = basic.row["tier"] != goal.row["tier"] and (basic.start, basic.end) == (goal.start, goal.end)
                more, less = (goal, basic) if direction == Direction.HIGHER else (basic, goal)
                if is_other and more.value <= less.value:
                    values = {"tier": goal.row["tier"], "basic": basic.row["value"], "other": basic.row["tier"]}
                    yield _doubt("tier-order", goal.row, **values, how=bound_words.BETTER[direction])
                    break


def years_above_plans(figures: LedgerFigures) -> Iterator[Finding]:
    """What one year is to bring is not more than what all years of the plan are to bring together."""
    for (id_, _), goals in figures.goals.items():
        indicator = figures.indicators[id_]
        if indicator["measure"] != Measure.CUMULATIVE or is_rate(indicator):
            continue
        for goal in goals:
            whole = _whole_of(goal, goals)
            if whole is not None and goal.value > whole.value > 0 and indicator["direction"] == Direction.HIGHER:
                yield _doubt("year-above-plan", goal.row, whole=whole.row["value"])


def goals_of_years(figures: LedgerFigures) -> Iterator[Finding]:
    """What is to be so in one year is not many times what is to be so when the plan ends."""
    for (id_, _), goals in figures.goals.items():
        indicator = figures.indicators[id_]
        if indicator["measure"] != Measure.LEVEL or indicator["direction"] != Direction.HIGHER:
            continue
        for goal in goals:
            whole = _whole_of(goal, goals)
            if whole is not None and whole.value > 0 and goal.value >= ABOVE_GOAL * whole.value:
                values = {"other": finding_words.VALUE_TO_REACH, "reference": whole.row["value"]}
                times = finding_words.TIMES.format(times=round(goal.value / whole.value))
                yield _doubt("magnitude", goal.row, **values, times=times)


def _whole_of(goal: Goal, goals: list[Goal]) -> Goal | None:
    """The target of several years of which a target is a year's; the greatest of several tiers."""
    around = [one for one in goals if one.start <= goal.start and goal.end <= one.end]
    longer = [one for one in around if one.end - one.start > goal.end - goal.start]
    return max(longer, key=lambda one: one.value, default=None)


def set_by(figures: LedgerFigures) -> Iterator[Finding]:
    """What the higher level gave to do is not told as the place's own."""
    for row in figures.tables.rows["targets"]:
        if row["set_by"] == SetBy.OWN_LEVEL and FROM_ABOVE.search(row["value_text"]):
            values = {"record": row["id"], "value": row["set_by"], "text": row["value_text"]}
            yield Finding("set-by-words", row.at("set_by"), {**values, "expected": SetBy.HIGHER_LEVEL})


def negative_shares(figures: LedgerFigures) -> Iterator[Finding]:
    """A share of a whole and so much in a cubic metre are not less than nothing."""
    for row, indicator, value in figures.rows(_is_never_negative):
        if value < 0:
            yield _doubt("negative-count", row, name=indicator["name"])


def _is_never_negative(indicator: Row) -> bool:
    if indicator["measure"] not in OF_A_TIME or not is_rate(indicator):
        return False
    return not any(word in indicator["name"] for word in (*document_words.BELOW_ZERO, *bound_words.RATES_BELOW_ZERO))


RULES = (natural_bounds, whole_counts, tiers, years_above_plans, goals_of_years, set_by, negative_shares)
