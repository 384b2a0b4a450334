"""Each year by itself: 每年."""

from __future__ import annotations

from decimal import Decimal

from generator.analysis.measure_rules.rule_input import RuleInput, nothing_usable
from generator.analysis.target_spec import FLOWS, Assessment, DatedValue, adds_up, meets, over, sense, whole_years
from generator.ledger.enums import State


def yearly(known: RuleInput) -> Assessment:
    """Each year by itself; the whole is reached when every year is."""
    full = whole_years(known.spec, known.numbers)
    deciding = {**_early_sums(known), **full}
    if not deciding:
        return nothing_usable(known)
    years = tuple((y, _year(known, deciding.get(y), y)) for y in known.years if y in deciding or over(y, known.as_of))
    states = [state for _, state in years]
    missing = tuple(y for y, state in years if state is State.OVERDUE)
    used = tuple(deciding[y] for y in sorted(deciding))
    found = Assessment(known.short, "years-missed", used, missing=missing, years=years)
    if State.MISSED in states:
        return found
    if missing:
        return found._replace(state=State.INCOMPLETE, why="years-gaps")
    if len(deciding) == len(known.years):
        return found._replace(state=State.REACHED, why="years")
    return found._replace(state=State.ON_TRACK, why="years-so-far")


def _year(known: RuleInput, figure: DatedValue | None, year: int) -> State:
    if figure is None or figure.value is None:
        return State.OVERDUE if over(year, known.as_of) else State.NO_DATA
    return State.REACHED if meets(figure.value, known.spec) else State.MISSED


def _early_sums(known: RuleInput) -> dict[int, DatedValue]:
    """Sums of a part of a year that have passed the floor or the ceiling of the year, and that cannot shrink."""
    spec, way, passed = known.spec, sense(known.spec), dict[int, DatedValue]()
    if way == 0 or not adds_up(spec.unit):
        return passed
    floor = way * known.target > 0
    for year in known.years:
        parts = [k for k in known.numbers if k.year == year and k.basis in FLOWS and not k.full]
        steps = [way * (k.value or Decimal()) for k in parts]
        if parts and (min(steps) >= 0 if floor else max(steps) <= 0):
            largest = max(parts, key=lambda k: abs(k.value or Decimal()))
            if meets(largest.value or Decimal(), spec) == floor:
                passed[year] = largest
    return passed
