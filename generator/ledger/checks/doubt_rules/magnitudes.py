"""Doubts about the size of a value: ten, a hundred or ten thousand times the last one or its target."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.language import finding_words
from generator.ledger.checks.doubt_rules.series import Figure, Goal, LedgerFigures, Series, is_rate
from generator.ledger.enums import Basis, Direction, Measure
from generator.ledger.reading.findings import Finding

TEN = (6.5, 16.0)
"""About ten times, when the figure also changed as figures do."""
FAR = 50.0
"""So many times as much is a hundred times, or more."""
ABOVE_GOAL, BELOW_GOAL = 5.0, 0.1
"""Half of a target times ten; less than a tenth of a level."""
FAST = 50.0
"""A growth of more than so many per cent is rare."""
SMALL = 20
"""Counts below this may well be many times as much as before."""


def magnitudes(figures: LedgerFigures) -> Iterator[Finding]:
    """A value is of the size of the one before, and of its target; told once for a value."""
    for series in figures.series.values():
        goals = figures.goals.get((series.indicator["id"], series.organization), [])
        is_growth = is_rate(series.indicator) and series.indicator["measure"] != Measure.LEVEL
        for figure in series.figures:
            if not figure.value or (is_growth and abs(figure.value) <= FAST):
                continue
            before = figure.before
            if before and _is_far(figure.monthly, before.monthly) and not _both_small(figure.value, before.value):
                other = finding_words.VALUE_BEFORE.format(period=before.row["period"])
                yield _doubt(figure, other, before.row["value"], before.value)
            elif goals and (goal := _missed(figure, series, goals)):
                yield _doubt(figure, finding_words.VALUE_TO_REACH, goal.row["value"], goal.value)


def _doubt(figure: Figure, other: str, printed: str, reference: Decimal) -> Finding:
    ratio = abs(figure.value / reference)
    times = finding_words.TIMES.format(times=round(ratio)) if ratio >= 1 else f"1/{round(1 / ratio)}"
    values = {"record": figure.row["id"], "value": figure.row["value"]}
    return Finding(
        "magnitude", figure.row.at("value"), {**values, "other": other, "reference": printed, "times": times}
    )


def _is_far(one: float, other: float) -> bool:
    """Whether one number is about ten times the other, or a hundred times and more, either way."""
    small, great = abs(one), abs(other)
    if small > great:
        small, great = great, small
    return great >= TEN[0] * small > 0 and (great <= TEN[1] * small or great >= FAR * small)


def _both_small(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers are small counts; a count is printed without a decimal point."""
    return all(abs(value) < SMALL and value.as_tuple().exponent == 0 for value in (one, other))


def _missed(figure: Figure, series: Series, goals: list[Goal]) -> Goal | None:
    """The target of which a value is far from; None where it is of the size of one that it may have.

    The level from which a change is computed is of no size that the change has.
    """
    if series.indicator["measure"] == Measure.CHANGE and series.basis == Basis.POINT:
        return None
    year = int(figure.month[:4])
    own = [goal for goal in goals if goal.start <= year <= goal.end and goal.value]
    return own[0] if own and all(_is_beyond(figure, series, goal.value) for goal in own) else None


def _is_beyond(figure: Figure, series: Series, goal: Decimal) -> bool:
    ratio = abs(float(figure.value / goal))
    if _both_small(figure.value, goal):
        return False
    is_level = series.indicator["measure"] == Measure.LEVEL and series.basis in (Basis.POINT, Basis.YEAR)
    may_be_low = series.indicator["direction"] == Direction.LOWER or figure.before is not None or not is_level
    return ratio >= ABOVE_GOAL or (ratio <= BELOW_GOAL and not may_be_low)


RULES = (magnitudes,)
