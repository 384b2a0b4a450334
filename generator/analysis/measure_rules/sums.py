"""Sums over the years of a plan: 规划期累计."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from generator.analysis.measure_rules.rule_input import RuleInput, nothing_usable, path_state
from generator.analysis.target_spec import (
    EXACT,
    FLOWS,
    Assessment,
    DatedValue,
    TargetSpec,
    adds_up,
    meets,
    over,
    sense,
    whole_years,
)
from generator.ledger.enums import Basis, State


def cumulative(known: RuleInput) -> Assessment:
    """The sum of what is known; a bound of the whole sum as long as nothing can be taken away from it."""
    spec = known.spec
    parts, counted = _parts(known, _summands(known))
    if not parts:
        return nothing_usable(known)
    bound = _sum(known, parts)
    full, whole = _parts(known, [k for k in _summands(known) if k.full or _reaches_deadline(k, known)])
    open_years = [y for y in known.years if over(y, known.as_of) and y not in whole]
    missing = tuple(y for y in open_years if y not in counted)
    way, steps = sense(spec), [sense(spec) * (p.value or 0) for p in parts]
    grows = way * known.target > 0 and min(steps) >= 0
    shrinks = way * known.target <= 0 and max(steps) <= 0 > min(steps)
    bound = bound._replace(at_least=grows and bool(missing), missing=missing)
    assert bound.total is not None, "a sum has a total"
    if whole.issuperset(known.years):
        found = _sum(known, full)
        holds = meets(found.total or Decimal(), spec)
        return found if holds else found._replace(state=State.MISSED, why="sum-missed")
    if grows and meets(bound.total, spec):
        return bound._replace(why="sum-early")
    if shrinks and not meets(bound.total, spec):
        return bound._replace(state=known.short, why="sum-exceeded")
    if missing:
        return bound._replace(state=State.INCOMPLETE, why="sum-gaps" if grows else "sum-unknown")
    if open_years:  # they lie in a sum that ends within a year, and cannot be held against a path by themselves
        return bound._replace(state=State.INCOMPLETE, why="sum-within-year")
    if not whole or way == 0:
        return bound._replace(state=State.INCOMPLETE, why="sum-no-direction" if whole else "sum-open")
    found = _sum(known, full)
    expected = EXACT.divide(known.target * len(whole), Decimal(len(known.years)))
    return found._replace(state=path_state(found.total or Decimal(), expected, spec), why="sum-path", expected=expected)


def _reaches_deadline(one: DatedValue, known: RuleInput) -> bool:
    """Whether a sum goes on to the month in which the target was due, so that nothing of its time is missing."""
    last = known.spec.last_day
    return (
        known.due
        and one.basis in (Basis.YEAR_TO_DATE, Basis.SINCE)
        and (one.year, one.month) == (last.year, last.month)
    )


def _sum(known: RuleInput, parts: list[DatedValue]) -> Assessment:
    total = sum((p.value for p in parts if p.value is not None), Decimal())
    share = EXACT.divide(total, known.target) if known.target else None
    return Assessment(State.REACHED, "sum", tuple(parts), total, share)


def _summands(known: RuleInput) -> list[DatedValue]:
    """Figures that can be added up: levels and means cannot, nor can parts of years whose unit is a rate."""
    parts = adds_up(known.spec.unit)
    return [k for k in known.numbers if (k.basis in FLOWS or k.basis is Basis.SINCE) and (k.full or parts)]


def parts_of_sum(spec: TargetSpec, figures: Iterable[DatedValue], as_of: date) -> list[DatedValue]:
    """All figures that add up to what is known of a sum, parts of years included; each time is counted once."""
    numbers = [k for k in figures if k.value is not None]
    known = RuleInput(spec, numbers, [k for k in numbers if spec.start <= k.year <= spec.end], as_of, [], [])
    return _parts(known, _summands(known))[0]


def _parts(known: RuleInput, figures: list[DatedValue]) -> tuple[list[DatedValue], set[int]]:
    """Figures that add up without counting a time twice, and the years that they cover in whole."""
    spec = known.spec
    sums = [k for k in figures if k.basis is Basis.SINCE and k.since in known.years and k.year in known.years]
    parts, whole, covered = [], set[int](), set[int]()
    if sums:
        newest = max([k for k in sums if _reaches_deadline(k, known)] or sums, key=lambda k: (k.time, -(k.since or 0)))
        parts.append(newest)
        is_whole = newest.full or _reaches_deadline(newest, known)
        whole.update(range(newest.since or spec.start, newest.year + (1 if is_whole else 0)))
        covered = set(range(newest.since or spec.start, newest.year + 1))
    years = whole_years(spec, figures)
    for year in known.years:
        if year in covered:
            continue
        own = [k for k in figures if k.year == year and k.basis is not Basis.SINCE]
        at_end = [k for k in own if _reaches_deadline(k, known)]
        if at_end or year in years:
            parts.append(at_end[-1] if at_end else years[year])
            whole.add(year)
        elif own:
            # parts of a year may lie in each other, so only one is taken
            parts.append(max(own, key=lambda k: abs(k.value or Decimal())))
    return sorted(parts, key=lambda k: (k.year, k.month)), whole
