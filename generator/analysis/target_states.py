"""Where a target stands: the rule of its measure, and what holds for all measures.

What has ended is not judged. A figure that is not final decides nothing for good, and a target that is only about
right (左右) is never called missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generator.analysis.measure_rules.registry import RULES
from generator.analysis.measure_rules.rule_input import RuleInput, nothing_known
from generator.analysis.target_spec import Assessment, DatedReport, DatedValue, TargetSpec, in_time, sense
from generator.ledger.enums import Comparator, Measure, State, Status

IN_WORDS = (Measure.MILESTONE, Measure.QUALITATIVE)
"""Measures whose targets need no number."""
DECIDED = (State.REACHED, State.MISSED)
UNDECIDED = (State.INCOMPLETE, State.OVERDUE, State.NO_DATA, State.QUALITATIVE)
DECIDING = ("sum-exceeded", "years-missed")
"""Cases in which it is decided before the end that a target is missed."""


def assess(
    spec: TargetSpec,
    figures: Iterable[DatedValue],
    as_of: date,
    *,
    levels: Iterable[DatedValue] = (),
    reports: Iterable[DatedReport] = (),
    ended: str = "",
) -> Assessment:
    """Where a target stands as of a day.

    Args:
        spec: The target.
        figures: What documents give for its indicator and organisation.
        as_of: The day up to which documents are known.
        levels: Levels of the quantity whose growth is the target.
        reports: Those that name the indicator.
        ended: Why the target is not judged any more, a key of ``state_words.WHY``; empty where it is.
    """
    return assess_in_time(spec, in_time(figures), as_of, levels=levels, reports=reports, ended=ended)


def assess_in_time(
    spec: TargetSpec,
    figures: Sequence[DatedValue],
    as_of: date,
    *,
    levels: Iterable[DatedValue] = (),
    reports: Iterable[DatedReport] = (),
    ended: str = "",
) -> Assessment:
    """The same for figures that :func:`in_time` has put in order, as all targets of an indicator share them."""
    if ended:
        return Assessment(State.ENDED, ended, as_of=as_of)
    own = [k for k in figures if spec.start <= k.year <= spec.end]
    numbers = [k for k in figures if k.value is not None]
    known = RuleInput(spec, numbers, own, as_of, list(levels), list(reports))
    return _judged(known)._replace(as_of=as_of)


def _judged(known: RuleInput) -> Assessment:
    spec, own = known.spec, tuple(known.own)
    if spec.value is None and spec.measure not in IN_WORDS:
        return Assessment(State.INCOMPLETE, "no-number", own) if own else nothing_known(known)
    found = RULES[spec.measure](known)
    if (spec.softener or spec.comparator is Comparator.ABOUT) and found.used and _too_exact(spec, found):
        return found._replace(state=State.INCOMPLETE, why="about")
    if sense(spec) == 0 and found.used and _decided(found) and not _good(found):
        return found._replace(state=State.INCOMPLETE, why="no-direction")
    return _confirmed(known, found) if _decided(found) else found


def _too_exact(spec: TargetSpec, found: Assessment) -> bool:
    """Whether a verdict takes a figure that is only about right for an exact one."""
    return found.state not in UNDECIDED if sense(spec) == 0 else _decided(found) and not _good(found)


def _decided(found: Assessment) -> bool:
    return found.state in DECIDED or found.why in DECIDING


def _good(found: Assessment) -> bool:
    return found.state is State.REACHED


def _confirmed(known: RuleInput, found: Assessment) -> Assessment:
    """A verdict that final figures bear out; without them it is open."""
    if all(k.status is Status.FINAL for k in found.used):
        return found

    def final(figures: list[DatedValue]) -> list[DatedValue]:
        return [k for k in figures if k.status is Status.FINAL]

    confirmed = RULES[known.spec.measure](known._replace(numbers=final(known.numbers), levels=final(known.levels)))
    if _decided(confirmed):
        return confirmed
    open_state = State.ON_TRACK if _good(found) and not known.due else State.INCOMPLETE
    return found._replace(state=open_state, why="provisional")
