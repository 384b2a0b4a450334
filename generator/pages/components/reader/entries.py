"""What the ledger has from a clause of a document: tasks, figures, reports; and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from generator.analysis.ledger_index import Sourced
from generator.language import formatting, page_words
from generator.ledger.records import Evaluation, Membership, Milestone, Observation, Project, Report, Target, Task
from generator.pages.components.figures import Figure, figure_of
from generator.pages.components.promises.newest_reports import NewestReports, newest_reports
from generator.pages.components.references import (
    AssignedUnit,
    Ref,
    assigned_units,
    evaluation_ref,
    organization_ref,
    project_ref,
    task_ref,
)
from generator.pages.components.states import StatusView, css_class, status_view
from generator.pages.context import PageContext


class TaskEntry(NamedTuple):
    """A task that a clause sets."""

    ref: Ref
    summary: str
    leads: tuple[AssignedUnit, ...]
    supports: tuple[AssignedUnit, ...]


class IndicatorEntry(NamedTuple):
    """An indicator of which a clause gives a figure, and where it stands."""

    ref: Ref
    figures: str
    """The figures of the clause, each with its time."""
    status: StatusView | None
    """Where it stands; None where the clause gives results alone, which are their own answer."""


class ReportState(NamedTuple):
    """What a report says in one word, and in the words of this site."""

    state: str
    css_class: str
    summary: str


class ReportEntry(NamedTuple):
    """What a document says in words of the progress of some tasks in a period."""

    period: str
    states: tuple[ReportState, ...]
    tasks: tuple[Ref, ...]
    later: NewestReports | None = None
    """The newest reports on the task of the clause, where they stand in another."""


class OtherEntry(NamedTuple):
    """A project, milestone, evaluation or membership."""

    ref: Ref
    words: str


class Entries(NamedTuple):
    """What the ledger has from a clause, or from one paragraph of it."""

    tasks: tuple[TaskEntry, ...]
    indicators: tuple[IndicatorEntry, ...]
    reports: tuple[ReportEntry, ...]
    others: tuple[OtherEntry, ...]


def entries_of(context: PageContext, records: Iterable[Sourced]) -> Entries:
    """What the ledger has from some records of one place."""
    tasks, figures, reports, others = list[Task](), list[Target | Observation](), list[Report](), list[Sourced]()
    for record in records:
        match record:
            case Target() | Observation():
                figures.append(record)
            case Task():
                tasks.append(record)
            case Report():
                reports.append(record)
            case _:
                others.append(record)
    return Entries(
        tasks=tuple(_task(context, task) for task in tasks) if tasks else (),
        indicators=tuple(_indicators(context, figures)) if figures else (),
        reports=(*_reports(context, reports), *_later_reports(context, tasks, reports)) if tasks or reports else (),
        others=tuple(_others(context, others, bool(tasks))) if others else (),
    )


def _task(context: PageContext, record: Task) -> TaskEntry:
    index = context.index
    leads, supports = (assigned_units(context, find(record.id)) for find in (index.leads, index.supports))
    return TaskEntry(task_ref(record), record.summary, leads, supports)


def _indicators(context: PageContext, records: Sequence[Target | Observation]) -> Iterator[IndicatorEntry]:
    """Each indicator once, with all its figures."""
    by_indicator: dict[str, list[Target | Observation]] = {}
    for record in records:
        by_indicator.setdefault(record.indicator, []).append(record)
    for id_, own in by_indicator.items():
        figures = [figure_of(context, record) for record in own]
        words = formatting.SEMICOLON.join(map(_words, repeat(context), own, figures))
        main = None if all(figure.observed for figure in figures) else context.statuses.main(id_)
        yield IndicatorEntry(figures[0].indicator, words, status_view(context, main) if main else None)


def _words(context: PageContext, record: Target | Observation, figure: Figure) -> str:
    who = f"{figure.organization.title} " if figure.organization else ""
    when = "" if _is_of_plan(context, record) else f"{figure.period} "
    return f"{when}{who}{formatting.unbroken(figure.text)}"


def _is_of_plan(context: PageContext, record: Target | Observation) -> bool:
    """Whether a figure is a target of its plan's own years, which the document has in its title."""
    if not isinstance(record, Target):
        return False
    plan = context.index.plans[context.index.indicators[record.indicator].plan]
    years = (plan.start_year, plan.end_year)
    return plan.document == record.document and (record.start_year, record.end_year) == years


def _reports(context: PageContext, records: Sequence[Report]) -> Iterator[ReportEntry]:
    """What a clause says of progress, together where it is of the same tasks and time."""
    groups: dict[tuple[str, tuple[Ref, ...]], list[Report]] = {}
    for record in records:
        tasks = tuple(map(task_ref, context.index.tasks_of_report(record.id)))
        groups.setdefault((formatting.period(record.period), tasks), []).append(record)
    for (period, tasks), own in groups.items():
        yield ReportEntry(period, tuple(map(_state, own)), tasks)


def _later_reports(context: PageContext, tasks: Sequence[Task], here: Sequence[Report]) -> Iterator[ReportEntry]:
    """The newest reports on each task, where they stand in another clause."""
    for task in tasks:
        newest = newest_reports(context, task.id)
        if newest and context.index.newest_reports(task.id)[0] not in here:
            yield ReportEntry(newest.period, (), (), newest)


def _state(record: Report) -> ReportState:
    return ReportState(record.state, css_class(record.state), record.summary)


def _others(context: PageContext, records: Iterable[Sourced], of_task: bool) -> Iterator[OtherEntry]:
    """What is neither task, figure nor report; who belongs to a collective is left out where a task stands there."""
    index = context.index
    for record in records:
        match record:
            case Milestone():
                yield OtherEntry(task_ref(index.tasks[record.task]), f"{formatting.done_by(record.due)}：{record.text}")
            case Project():
                yield OtherEntry(project_ref(context, record), record.nature)
            case Evaluation():
                yield OtherEntry(evaluation_ref(record), record.conclusion)
            case Membership() if not of_task:
                collective, member = (index.organizations[id_] for id_ in (record.collective, record.member))
                yield OtherEntry(organization_ref(collective), page_words.INCLUDES.format(member=member.name))
