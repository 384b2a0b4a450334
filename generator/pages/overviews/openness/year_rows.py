"""Rows of the page of a year, and the headings that they stand below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.analysis.facts.breakdown import newest_in_time
from generator.analysis.facts.task import ContinuedTask, continued_tasks
from generator.ledger.enums import ReportState
from generator.ledger.records import Observation, Target, Task
from generator.pages.components.breakdown_table import TargetRow, target_row
from generator.pages.components.figures import Figure, observation_figure, target_figure
from generator.pages.components.references import (
    AssignedUnit,
    Ref,
    assigned_units,
    section_ref,
    task_ref,
)
from generator.pages.components.rows import TaskRow, task_row
from generator.pages.components.states import StatusView, css_class, status_view
from generator.pages.context import PageContext


class ResultRow(NamedTuple):
    """An observation of the year."""

    figure: Figure
    printed: str
    """The printed words, where they say more than the figure."""
    remarks: tuple[str, ...]
    """Those that a figure of a year does not have by itself."""


class AnsweredTarget(NamedTuple):
    """A target of several years with where it stands, and the year's observations that belong to it."""

    target: Figure
    status: StatusView
    observations: tuple[ResultRow, ...]


class ContinuedWithLeads(NamedTuple):
    """A task of the plan above that a year's task continues, with the units that lead it."""

    task: Ref
    reason: str
    leads: tuple[AssignedUnit, ...]


class YearTask(NamedTuple):
    """A task of the year, and what it continues."""

    row: TaskRow
    continues: tuple[ContinuedWithLeads, ...]


class StateCount(NamedTuple):
    """How many reports have a state."""

    state: str
    css_class: str
    total: int


class HeadingGroup(NamedTuple):
    """Rows below one heading of a plan; ``other_plan`` is the plan where it is not the year's own."""

    anchor: str
    ref: Ref
    other_plan: str
    rows: tuple[Any, ...]
    states: tuple[StateCount, ...] = ()
    """Of reports."""


def target_line(context: PageContext, target: Target) -> TargetRow:
    """A target of the year with the newest observation of its time."""
    newest = newest_in_time(context.index, context.statuses, target)
    return target_row(context, context.statuses.of(target), newest)


def result_row(context: PageContext, record: Observation) -> ResultRow:
    """An observation of the year."""
    figure = observation_figure(context, record)
    return ResultRow(figure, figure.wording, figure.remarks)


def year_task(context: PageContext, task: Task) -> YearTask:
    """A task of the year."""
    continues = tuple(_continued(context, one) for one in continued_tasks(context.index, task.id))
    return YearTask(task_row(context, task), continues)


def _continued(context: PageContext, task: ContinuedTask) -> ContinuedWithLeads:
    leads = assigned_units(context, context.index.leads(task.record.id))
    return ContinuedWithLeads(task_ref(task.record), task.reason, leads)


def answered_targets(
    context: PageContext, with_targets: Iterable[tuple[Observation, list[Target]]]
) -> Iterator[AnsweredTarget]:
    """Targets of several years with the year's observations that belong to them."""
    answers: dict[str, tuple[Target, list[ResultRow]]] = {}
    for record, targets in with_targets:
        for target in targets:
            answers.setdefault(target.id, (target, []))[1].append(result_row(context, record))
    for target, observations in answers.values():
        status = status_view(context, context.statuses.of(target))
        yield AnsweredTarget(target_figure(context, target), status, tuple(observations))


def by_heading(
    context: PageContext, own: set[str], anchor: str, rows: Iterable[tuple[str, Any]]
) -> tuple[HeadingGroup, ...]:
    """Rows, each with its section, below the headings of the second level.

    Args:
        context: The ledger.
        own: The plans of the year; their headings come first.
        anchor: What the ids of the headings begin with.
        rows: Each with the id of its section.
    """
    index = context.index
    below: dict[str, list[Any]] = {}
    for section, row in rows:
        below.setdefault(index.area(section).id, []).append(row)
    groups = []
    for id_, group in below.items():
        heading = index.sections[id_]
        other_plan = "" if heading.plan in own else index.plans[heading.plan].title
        groups.append(HeadingGroup(f"{anchor}-{id_}", section_ref(heading), other_plan, tuple(group)))
    return tuple(sorted(groups, key=lambda group: group.other_plan))


def state_counts(states: Iterable[str]) -> tuple[StateCount, ...]:
    """How often each state occurs, in the order of the states."""
    counts = Counter(states)
    return tuple(StateCount(state, css_class(state), counts[state]) for state in ReportState if counts[state])
