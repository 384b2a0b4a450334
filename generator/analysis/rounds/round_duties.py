"""Who owes an answer to a round, and to what: it follows from who leads tasks and indicators on the day it opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.analysis.ledger_index import Duty, LedgerIndex
from generator.ledger.enums import Measure, OrganizationKind, Role
from generator.ledger.office_records import Round
from generator.ledger.periods import time_of
from generator.ledger.records import Indicator, Organization, Target, Task

COUNTED = frozenset(Measure) - {Measure.QUALITATIVE, Measure.MILESTONE}
"""Measures that are answered with a number; where the others stand is told with their task."""


class OwedValue(NamedTuple):
    """A result that a unit is asked for."""

    indicator: Indicator
    measured: str | None
    """The organisation that the figure measures; None for the whole place."""


class OwedTask(NamedTuple):
    """A task whose progress a unit is asked for."""

    task: Task
    share: str | None
    """The organisation whose own share is told; None for the task as a whole."""


class UnitDuties(NamedTuple):
    """What one unit is asked for, in the order of the plan."""

    organization: Organization
    values: tuple[OwedValue, ...]
    tasks: tuple[OwedTask, ...]


class RoundDuties(NamedTuple):
    """What a round asks for."""

    record: Round
    units: tuple[UnitDuties, ...]
    """In the order of the ledger; those that owe nothing are not among them."""
    unasked: tuple[Organization, ...]
    """Collectives whose members no document names: nobody may guess whom to ask."""
    without_lead: tuple[Task | Indicator, ...]
    """What nobody leads."""
    without_unit: tuple[Indicator, ...]
    """Whose results are not asked for: a number would have no unit."""


def round_duties(index: LedgerIndex, record: Round) -> RoundDuties:
    """Who owes what in a round."""
    values: dict[str, dict[OwedValue, None]] = {}
    tasks: dict[str, dict[OwedTask, None]] = {}
    unasked: dict[str, Organization] = {}
    without_lead: list[Task | Indicator] = []
    without_unit: list[Indicator] = []
    for indicator, own in asked_indicators(index, record):
        if not indicator.unit:
            without_unit.append(indicator)
            continue
        for unit, measured in answering(index, index.duties_of_indicator(indicator), record.opens_on, unasked):
            values.setdefault(unit, {})[OwedValue(indicator, measured)] = None
        for unit in own:
            for follower in in_office(index, unit, record.opens_on):
                values.setdefault(follower, {})[OwedValue(indicator, unit)] = None
        if not index.leads_of_indicator(indicator) and not own:
            without_lead.append(indicator)
    for task in asked_tasks(index, record):
        for unit, share in answering(index, index.duties_of_task(task.id), record.opens_on, unasked):
            tasks.setdefault(unit, {})[OwedTask(task, share)] = None
        if not index.leads(task.id):
            without_lead.append(task)
    units = (
        UnitDuties(one, tuple(values.get(id_, ())), tuple(tasks.get(id_, ())))
        for id_, one in index.organizations.items()
        if id_ in values or id_ in tasks
    )
    return RoundDuties(record, tuple(units), tuple(unasked.values()), tuple(without_lead), tuple(without_unit))


def asked_indicators(index: LedgerIndex, record: Round) -> Iterator[tuple[Indicator, tuple[str, ...]]]:
    """The indicators of a round's plan that have a target for its year, with the organisations that have one."""
    year = time_of(record.period)[0]
    wanted = {target.indicator for target in index.targets_of_plan(record.plan) if holds(target, year)}
    for indicator in index.indicators.values():
        if indicator.measure not in COUNTED or indicator.replaced_by:
            continue
        own = [t.organization for t in index.targets_of.get(indicator.id, ()) if t.organization and holds(t, year)]
        if indicator.id in wanted or (own and indicator.plan == record.plan):
            yield indicator, tuple(dict.fromkeys(own))


def asked_tasks(index: LedgerIndex, record: Round) -> Iterator[Task]:
    """The tasks of a round's plan that have begun and have not been ended or replaced."""
    year = time_of(record.period)[0]
    for task in index.tasks_of_plan.get(record.plan, ()):
        over = task.replaced_by or (task.ended_on and task.ended_on < record.opens_on)
        if not over and (task.start_year or year) <= year:
            yield task


def in_office(index: LedgerIndex, unit: str, on: date) -> tuple[str, ...]:
    """Who does the work of a unit on a day: the unit itself, else those that took its place by then."""
    found: list[str] = []
    seen: set[str] = set()
    waiting = [unit]
    while waiting:
        one = waiting.pop(0)
        if one in seen:
            continue
        seen.add(one)
        followers = [s.successor for s in index.successors_of.get(one, ()) if s.on_date <= on]
        waiting += followers
        if not followers:
            found.append(one)
    return tuple(found)


def holds(target: Target, year: int) -> bool:
    """Whether a target is one of a year, and was not revised."""
    return target.start_year <= year <= target.end_year and not target.replaced_by


def answering(
    index: LedgerIndex, duties: Iterable[Duty], on: date, unasked: dict[str, Organization]
) -> Iterator[tuple[str, str | None]]:
    """The units that answer for those who lead, and of a member of a collective whose share it tells: its own."""
    for duty in duties:
        if duty.role is not Role.LEAD:
            continue
        organization = index.organizations[duty.organization]
        members = index.members_of.get(organization.id, ())
        if organization.kind is OrganizationKind.COLLECTIVE and not members:
            unasked[organization.id] = organization
        elif members:
            yield from ((unit, unit) for one in members for unit in in_office(index, one.member, on))
        else:
            yield from ((unit, None) for unit in in_office(index, organization.id, on))
