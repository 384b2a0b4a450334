"""The page of a year: what was promised for it, what was reached, what was reported, what was to be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from typing import NamedTuple

from generator.analysis.facts.breakdown import newest_in_time
from generator.analysis.facts.task import ContinuedTask, continued_tasks
from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_spec import over
from generator.language import formatting, page_words
from generator.ledger.enums import ReportState
from generator.ledger.periods import periods_of
from generator.ledger.records import Observation, Report, Target, Task
from generator.pages.components.breakdown_table import TargetRow, target_row
from generator.pages.components.figures import Figure, observation_figure, target_figure
from generator.pages.components.references import (
    AssignedUnit,
    Ref,
    assigned_units,
    document_ref,
    section_ref,
    task_ref,
)
from generator.pages.components.rows import ProjectRow, ReportRow, TaskRow, project_row, report_row, task_row
from generator.pages.components.states import RollupView, StatusView, css_class, rollup_of, status_view
from generator.pages.context import PageContext
from generator.pages.overviews.openness.years import YearPlan, annual_plans, year_plan, year_ref, years_with_page
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref

SHOWN = 400
"""Targets and observations that the page lists; the rest stand on the pages of documents and indicators."""


class YearDocument(NamedTuple):
    """A document with facts of a year, and how many."""

    ref: Ref
    day: date | None
    tasks: int
    targets: int
    observations: int
    reports: int


class AnsweredTarget(NamedTuple):
    """A target of several years with where it stands, and the year's observations that belong to it."""

    target: Figure
    status: StatusView
    observations: tuple[Figure, ...]


class HeadingGroup(NamedTuple):
    """Observations or reports below one heading of a plan."""

    anchor: str
    ref: Ref
    other_plan: str
    """The plan of the heading, where it is not the year's own."""
    rows: tuple[Figure | ReportRow, ...]


class StateGroup(NamedTuple):
    """Reports of one state, by heading."""

    state: str
    css_class: str
    total: int
    headings: tuple[HeadingGroup, ...]


class ContinuedWithLeads(NamedTuple):
    """A task of the plan above that a year's task continues, with the units that lead it."""

    task: Ref
    reason: str
    leads: tuple[AssignedUnit, ...]


class YearTask(NamedTuple):
    """A task of the year, and what it continues."""

    row: TaskRow
    continues: tuple[ContinuedWithLeads, ...]


class YearView(NamedTuple):
    """What the page of a year shows."""

    title: str
    over: bool
    """Whether the year was over when the newest document was made."""
    plans: tuple[YearPlan, ...]
    documents: tuple[YearDocument, ...]
    rollup: RollupView | None
    """Of the targets for the whole place."""
    targets: tuple[TargetRow, ...]
    targets_total: int
    """How many targets the year has, those included that are not listed."""
    targets_more: int
    """How many of them are not listed."""
    targets_of_organizations: int
    """How many of them are an organisation's own, and so not in the roll-up."""
    observations: int
    observations_more: int
    answered: tuple[AnsweredTarget, ...]
    others: tuple[HeadingGroup, ...]
    """Observations that belong to no target of several years."""
    reports: int
    states: tuple[StateGroup, ...]
    tasks: tuple[YearTask, ...]
    continued: bool
    """Whether a task continues one of a plan of several years."""
    projects: tuple[ProjectRow, ...]


def year_view(context: PageContext, year: int) -> YearView:
    """What the page of a year shows."""
    index = context.index
    plans, targets = annual_plans(index, year), _targets(index, year)
    observations = [o for period in periods_of(year) for o in index.observations_in.get(period, ())]
    reports = [r for period in periods_of(year) for r in index.reports_in.get(period, ())]
    tasks = [t for plan in plans for t in index.tasks_of_plan.get(plan.id, ())]
    whole = [t for t in targets if t.organization is None]
    with_targets = [(o, _targets_over_years(index, o)) for o in observations[:SHOWN]]
    own = {plan.id for plan in plans}
    year_tasks = tuple(_task(context, task) for task in tasks)
    return YearView(
        title=formatting.year(year),
        over=bool(index.as_of and over(year, index.as_of)),
        plans=tuple(year_plan(context, plan) for plan in plans),
        documents=_documents(index, (tasks, targets, observations, reports)),
        rollup=rollup_of(map(context.statuses.of, whole)) if whole else None,
        targets=tuple(_target(context, target) for target in targets[:SHOWN]),
        targets_total=len(targets),
        targets_more=len(targets[SHOWN:]),
        targets_of_organizations=len(targets) - len(whole),
        observations=len(observations),
        observations_more=len(observations[SHOWN:]),
        answered=tuple(_answered(context, with_targets)),
        others=_by_heading(context, [o for o, targets in with_targets if not targets], "results", own),
        reports=len(reports),
        states=tuple(_states(context, reports, own)),
        tasks=year_tasks,
        continued=any(task.continues for task in year_tasks),
        projects=tuple(project_row(context, p) for plan in plans for p in index.projects_of_plan.get(plan.id, ())),
    )


def _targets(index: LedgerIndex, year: int) -> list[Target]:
    return [t for t in index.targets_from.get(year, ()) if t.end_year == year]


def _target(context: PageContext, target: Target) -> TargetRow:
    newest = newest_in_time(context.index, context.statuses, target)
    return target_row(context, context.statuses.of(target), newest)


def _targets_over_years(index: LedgerIndex, record: Observation) -> list[Target]:
    """Targets of several years, of the observation's organisation, whose time it belongs to."""
    return [
        t
        for t in index.targets_of.get(record.indicator, ())
        if t.organization == record.organization and t.start_year < t.end_year
        if t.start_year <= int(record.period[:4]) <= t.end_year
    ]


def _documents(
    index: LedgerIndex, records: Iterable[Iterable[Task | Target | Observation | Report]]
) -> tuple[YearDocument, ...]:
    """The documents of tasks, targets, observations and reports, the newest first."""
    counts = [Counter(record.document for record in group) for group in records]
    documents = [index.documents[id_] for id_ in dict.fromkeys(chain.from_iterable(counts))]
    rows = [YearDocument(document_ref(d), index.day(d), *(count[d.id] for count in counts)) for d in documents]
    return tuple(sorted(rows, key=lambda row: (row.day or date.min, row.ref.path), reverse=True))


def _answered(context: PageContext, with_targets: list[tuple[Observation, list[Target]]]) -> Iterator[AnsweredTarget]:
    """Targets of several years with the year's observations that belong to them."""
    answers: dict[str, tuple[Target, list[Figure]]] = {}
    for record, targets in with_targets:
        for target in targets:
            answers.setdefault(target.id, (target, []))[1].append(observation_figure(context, record))
    for target, observations in answers.values():
        status = status_view(context, context.statuses.of(target))
        yield AnsweredTarget(target_figure(context, target), status, tuple(observations))


def _by_heading(
    context: PageContext, records: Iterable[Observation | Report], anchor: str, own: set[str]
) -> tuple[HeadingGroup, ...]:
    """Records below the headings of the second level, those of the year's own plans first."""
    index = context.index
    rows: dict[str, list[Figure | ReportRow]] = {}
    for record in records:
        if isinstance(record, Report):
            rows.setdefault(index.area(record.section).id, []).append(report_row(context, record))
        else:
            indicator = index.indicators[record.indicator]
            rows.setdefault(index.area(indicator.section).id, []).append(observation_figure(context, record))
    groups = []
    for id_, below in rows.items():
        section = index.sections[id_]
        other_plan = "" if section.plan in own else index.plans[section.plan].title
        groups.append(HeadingGroup(f"{anchor}-{id_}", section_ref(section), other_plan, tuple(below)))
    return tuple(sorted(groups, key=lambda group: group.other_plan))


def _states(context: PageContext, reports: list[Report], own: set[str]) -> Iterator[StateGroup]:
    for state in ReportState:
        if matching := [r for r in reports if r.state is state]:
            headings = _by_heading(context, matching, css_class(state), own)
            yield StateGroup(state, css_class(state), len(matching), headings)


def _task(context: PageContext, task: Task) -> YearTask:
    continues = tuple(_continued(context, one) for one in continued_tasks(context.index, task.id))
    return YearTask(task_row(context, task), continues)


def _continued(context: PageContext, task: ContinuedTask) -> ContinuedWithLeads:
    leads = assigned_units(context, context.index.leads(task.record.id))
    return ContinuedWithLeads(task_ref(task.record), task.reason, leads)


def _content(context: PageContext, year: int) -> PageContent:
    view = year_view(context, year)
    counts = {
        "targets": len(view.targets),
        "observations": view.observations,
        "reports": view.reports,
        "tasks": len(view.tasks),
    }
    description = page_words.DESCRIPTIONS["year"].format(year=view.title, **counts)
    return PageContent(view.title, description, view, (index_ref("years"),))


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for year in years_with_page(context.index):
        yield PageEntry(year_ref(year).path, page_words.INDEX, partial(_content, context, year))


KINDS = (PageKind(order=130, template="overviews/openness/year.html", pages=_pages),)
