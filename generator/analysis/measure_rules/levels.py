"""Levels at the end of the years, and changes since a base: 期末水平, 比基期增减."""

from __future__ import annotations

from decimal import Decimal

from generator.analysis.measure_rules.rule_input import RuleInput, nothing_usable, path_state
from generator.analysis.target_spec import (
    EXACT,
    Assessment,
    DatedValue,
    TargetSpec,
    change_levels,
    meets,
    sense,
    since_base,
)
from generator.ledger.enums import Basis, State


def level(known: RuleInput) -> Assessment:
    """The newest level against the target, and against the straight path from a base where there is one."""
    spec, levels = known.spec, [k for k in known.numbers if _ends(k, known.spec)]
    before = [k for k in levels if k.year < spec.start]
    return _toward(known, [k for k in levels if k.year in known.years], before[-1] if before else None)


def _ends(one: DatedValue, spec: TargetSpec) -> bool:
    """Whether a level is of the end of a year, or of the month in which the target is due."""
    return (one.full and one.basis is not Basis.SINCE) or _at_deadline(one, spec)


def _at_deadline(one: DatedValue, spec: TargetSpec) -> bool:
    month = (spec.last_day.year, spec.last_day.month)
    return one.basis is Basis.POINT and (one.year, one.month) == month


def change(known: RuleInput) -> Assessment:
    """The change since the base, as documents give it or from two levels; one since last year says nothing of it."""
    spec = known.spec
    zero = DatedValue(spec.start - 1, Decimal(), Basis.POINT)
    if changes := since_base(spec, known.numbers):
        return _as_change(_toward(known, changes, zero))
    if not (points := change_levels(spec, known.numbers)):
        found = nothing_usable(known)
        return found._replace(why="no-base") if found.why == "unusable" else found
    base, newest = points[0], points[-1]
    assert base.value is not None and newest.value is not None, "only figures with a number come here"
    size = (newest.value - base.value) * (-1 if spec.falls else 1)
    found = _toward(known, [newest._replace(value=size)], zero)
    return _as_change(found)._replace(used=(base, newest), base=base)


def _as_change(found: Assessment) -> Assessment:
    """The path of a change in its own words: it begins at no level."""
    return found._replace(why="change-path") if found.why == "level-path" else found


def _toward(known: RuleInput, levels: list[DatedValue], base: DatedValue | None) -> Assessment:
    """The last of some levels on the way from a base to the target."""
    if not levels:
        return nothing_usable(known)
    spec, newest = known.spec, levels[-1]
    assert newest.value is not None, "only figures with a number come here"
    found = Assessment(State.REACHED, "level", (newest,), newest.value, base=base)
    holds = meets(newest.value, spec)
    if (newest.full and newest.year == spec.end) or _at_deadline(newest, spec):
        return found if holds else found._replace(state=State.MISSED, why="level-missed")
    if known.due:
        return found._replace(state=State.OVERDUE, why="level-overdue", missing=(spec.end,))
    if holds and (spec.kept or sense(spec) <= 0 or spec.value_max is not None):
        return found._replace(state=State.ON_TRACK, why="level-so-far")
    if holds:
        return found._replace(why="level-early")
    earlier = [base, *(levels[:-1] if spec.kept else ())]
    if sense(spec) != 0 and any(one and one.value is not None and meets(one.value, spec) for one in earlier):
        return found._replace(state=State.BEHIND, why="level-lost")
    if base is None or base.value is None:
        return found._replace(state=State.INCOMPLETE, why="level-no-base")
    if sense(spec) == 0:
        return found._replace(state=State.INCOMPLETE, why="level-no-direction")
    way, length = newest.time - base.time, Decimal(spec.end) - base.time
    span = known.target - base.value
    expected = base.value + EXACT.divide(span * way, length)
    share = EXACT.divide(newest.value - base.value, span) if span else None
    state = path_state(newest.value, expected, spec)
    return found._replace(state=state, why="level-path", expected=expected, share=share)
