"""Growth by the year: 年均增速."""

from __future__ import annotations

from decimal import Decimal

from generator.analysis.measure_rules.rule_input import RuleInput, nothing_known, nothing_usable
from generator.analysis.target_spec import EXACT, RATES, Assessment, DatedValue, meets, over, whole_years, year_ends
from generator.ledger.enums import State


def growth(known: RuleInput) -> Assessment:
    """The mean growth since the year before the period, from yearly rates or from levels, never from both."""
    spec, whole = known.spec, RATES.get(known.spec.unit or "")
    if whole is None:
        return Assessment(State.INCOMPLETE, "no-rate", tuple(known.own)) if known.own else nothing_known(known)
    rates = whole_years(spec, known.numbers)
    run = [rates[y] for y in known.years if all(x in rates for x in range(spec.start, y + 1))]
    points = {k.year: k for k in year_ends(known.levels) if k.value is not None}
    base = points.get(spec.start - 1)
    last = max((y for y in points if y in known.years), default=None)
    if last is not None and base and base.value and last > (run[-1].year if run else 0):
        return _grown(known, last, EXACT.divide(points[last].value or 0, base.value), (base, points[last]), base)
    if run:
        product = Decimal(1)
        for one in run:
            product = EXACT.multiply(product, 1 + EXACT.divide(one.value or 0, Decimal(whole)))
        return _grown(known, run[-1].year, product, tuple(run), None)
    used = tuple(sorted((*rates.values(), *points.values()), key=lambda k: k.time))
    if not used:
        return nothing_usable(known)
    due = tuple(y for y in known.years if over(y, known.as_of) and y not in rates)
    return Assessment(State.INCOMPLETE, "growth-gaps", used, missing=due)


def _grown(
    known: RuleInput, year: int, factor: Decimal, used: tuple[DatedValue, ...], base: DatedValue | None
) -> Assessment:
    """A growth by a factor from the year before the period to the end of a year."""
    spec, whole = known.spec, Decimal(RATES[known.spec.unit or "%"])
    count = year - spec.start + 1
    mean = (EXACT.power(factor, EXACT.divide(Decimal(1), Decimal(count))) - 1) * whole if factor > 0 else -whole
    # compared by their powers: a root is rounded
    goals = [EXACT.power(1 + EXACT.divide(v, whole), count) for v in (spec.value, spec.value_max) if v is not None]
    holds = meets(factor, spec._replace(value=goals[0], value_max=goals[1] if len(goals) > 1 else None))
    assessment = Assessment(State.REACHED, "growth", used, mean, base=base)
    if year == spec.end:
        return assessment if holds else assessment._replace(state=State.MISSED, why="growth-missed")
    if known.due:
        return assessment._replace(state=State.OVERDUE, why="growth-overdue", missing=(spec.end,))
    missing = tuple(y for y in range(year + 1, spec.end + 1) if over(y, known.as_of))
    if missing:
        return assessment._replace(state=State.INCOMPLETE, why="growth-open", missing=missing)
    return assessment._replace(state=State.ON_TRACK if holds else State.BEHIND, why="growth-path")
