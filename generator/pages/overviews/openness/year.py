"""The page of a year: what was promised for it, what was reached, what was reported, what was to be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_spec import over
from generator.analysis.target_status import periods_of
from generator.language import formatting, page_words
from generator.ledger.enums import ReportState
from generator.ledger.records import Observation, Report, Target, Task
from generator.pages.components.breakdown_table import BreakdownBuilder
from generator.pages.components.builder import mark
from generator.pages.components.views import AimLine, Figure, Ref, ReportLine, RollupLine, StateLine, TaskLine, Unit
from generator.pages.overviews.openness.years import YearPlan, annual_plans, year_plan, year_ref, years_with_page
from generator.pages.page import PageContent, PageContext, PageEntry, PageKind, index_ref

SHOWN = 400
"""Targets and observations that the page lists; the rest stand on the pages of documents and indicators."""


class YearDocument(NamedTuple):
    """A document that speaks of a year, and what it says of it."""

    ref: Ref
    day: date | None
    tasks: int
    targets: int
    results: int
    reports: int


class Answered(NamedTuple):
    """A target of several years with where it stands, and the year's results that belong to it."""

    target: Figure
    standing: StateLine
    results: tuple[Figure, ...]


class Part(NamedTuple):
    """Results or reports below one heading of a plan."""

    anchor: str
    ref: Ref
    other: str
    """The plan of the heading, where it is not the year's own."""
    lines: tuple[Figure | ReportLine, ...]


class StateGroup(NamedTuple):
    """Reports of one state, by heading."""

    state: str
    mark: str
    total: int
    parts: tuple[Part, ...]


class Carried(NamedTuple):
    """A task of the plan above that a year's task carries on."""

    task: Ref
    plan: str
    reason: str
    leads: tuple[Unit, ...]


class YearTask(NamedTuple):
    """A task of the year; ``inherited`` are the leads of what it carries on, where its own document names none."""

    line: TaskLine
    carries: tuple[Carried, ...]
    inherited: tuple[Unit, ...]


class YearView(NamedTuple):
    """What the page of a year shows."""

    title: str
    over: bool
    """Whether the year was over when the newest document was made."""
    plans: tuple[YearPlan, ...]
    documents: tuple[YearDocument, ...]
    rollup: RollupLine | None
    targets: tuple[AimLine, ...]
    aims: int
    """How many targets the year has."""
    targets_more: int
    """How many of them are not listed."""
    parts: int
    """How many of the targets are an organisation's own, and so not in the roll-up."""
    results: int
    results_more: int
    answers: tuple[Answered, ...]
    others: tuple[Part, ...]
    reports: int
    states: tuple[StateGroup, ...]
    tasks: tuple[YearTask, ...]
    inherited: bool
    """Whether a task shows leads that its document does not print."""


def year_view(context: PageContext, year: int) -> YearView:
    """What the page of a year shows."""
    components, index = context.components, context.index
    plans, targets = annual_plans(index, year), _targets(index, year)
    results = [o for period in periods_of(year) for o in index.observations_in.get(period, ())]
    reports = [r for period in periods_of(year) for r in index.reports_in.get(period, ())]
    tasks = [t for plan in plans for t in index.tasks_of_plan.get(plan.id, ())]
    whole = [t for t in targets if t.organization is None]
    with_targets = [(o, _targets_over_years(index, o)) for o in results[:SHOWN]]
    own = {plan.id for plan in plans}
    lines = tuple(_task(context, task) for task in tasks)
    return YearView(
        title=formatting.year(year),
        over=bool(index.as_of and over(year, index.as_of)),
        plans=tuple(year_plan(context, plan) for plan in plans),
        documents=_documents(context, (tasks, targets, results, reports)),
        rollup=components.rollup(components.statuses.of(t) for t in whole) if whole else None,
        targets=tuple(map(BreakdownBuilder(components).aim, targets[:SHOWN])),
        aims=len(targets),
        targets_more=len(targets[SHOWN:]),
        parts=len(targets) - len(whole),
        results=len(results),
        results_more=len(results[SHOWN:]),
        answers=tuple(_answered(context, with_targets)),
        others=_by_heading(context, [o for o, targets in with_targets if not targets], "results", own),
        reports=len(reports),
        states=tuple(_states(context, reports, own)),
        tasks=lines,
        inherited=any(line.inherited for line in lines),
    )


def _targets(index: LedgerIndex, year: int) -> list[Target]:
    return [t for t in index.targets_from.get(year, ()) if t.end_year == year]


def _targets_over_years(index: LedgerIndex, record: Observation) -> list[Target]:
    """Targets of several years, of the observation's organisation, whose time it belongs to."""
    return [
        t
        for t in index.targets_of.get(record.indicator, ())
        if t.organization == record.organization and t.start_year < t.end_year
        if t.start_year <= int(record.period[:4]) <= t.end_year
    ]


def _documents(
    context: PageContext, records: Iterable[Iterable[Task | Target | Observation | Report]]
) -> tuple[YearDocument, ...]:
    """The documents of tasks, targets, observations and reports, the newest first."""
    index = context.index
    counts = [Counter(record.document for record in group) for group in records]
    lines = [
        YearDocument(context.components.document(id_), index.day(index.documents[id_]), *(c[id_] for c in counts))
        for id_ in dict.fromkeys(chain.from_iterable(counts))
    ]
    return tuple(sorted(lines, key=lambda d: (d.day or date.min, d.ref.path), reverse=True))


def _answered(context: PageContext, with_targets: list[tuple[Observation, list[Target]]]) -> Iterator[Answered]:
    """Targets of several years with the year's observations that belong to them."""
    components = context.components
    answers: dict[str, tuple[Target, list[Figure]]] = {}
    for record, targets in with_targets:
        for target in targets:
            answers.setdefault(target.id, (target, []))[1].append(components.result(record))
    for target, results in answers.values():
        standing = components.state(components.statuses.of(target))
        yield Answered(components.target(target), standing, tuple(results))


def _by_heading(
    context: PageContext, records: Iterable[Observation | Report], anchor: str, own: set[str]
) -> tuple[Part, ...]:
    """Records below the headings of the second level, those of the year's own plans first."""
    components, index = context.components, context.index
    lines: dict[str, list[Figure | ReportLine]] = {}
    for record in records:
        if isinstance(record, Report):
            lines.setdefault(index.area(record.section).id, []).append(components.report(record))
        else:
            indicator = index.indicators[record.indicator]
            lines.setdefault(index.area(indicator.section).id, []).append(components.result(record))
    parts = []
    for id_, below in lines.items():
        section = index.sections[id_]
        other = "" if section.plan in own else index.plans[section.plan].title
        parts.append(Part(f"{anchor}-{id_}", components.section(section), other, tuple(below)))
    return tuple(sorted(parts, key=lambda part: part.other))


def _states(context: PageContext, reports: list[Report], own: set[str]) -> Iterator[StateGroup]:
    for state in ReportState:
        if matching := [r for r in reports if r.state is state]:
            yield StateGroup(state, mark(state), len(matching), _by_heading(context, matching, mark(state), own))


def _task(context: PageContext, task: Task) -> YearTask:
    line = context.components.task_line(task)
    carries = tuple(_carried(context, c.continues, c.reason) for c in context.index.continues.get(task.id, ()))
    units = {} if line.leads else {unit.ref: unit for c in carries for unit in c.leads}
    return YearTask(line, carries, tuple(units.values()))


def _carried(context: PageContext, id_: str, reason: str) -> Carried:
    task, components = context.index.tasks[id_], context.components
    return Carried(components.task(task), context.index.plans[task.plan].title, reason, components.leads(id_))


def _content(context: PageContext, year: int) -> PageContent:
    view = year_view(context, year)
    counts = {"targets": len(view.targets), "results": view.results, "reports": view.reports, "tasks": len(view.tasks)}
    description = page_words.DESCRIPTIONS["year"].format(year=view.title, **counts)
    return PageContent(view.title, description, view, (index_ref("years"),))


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for year in years_with_page(context.index):
        yield year_ref(year).path, page_words.INDEX, partial(_content, context, year)


KINDS = (PageKind(order=130, template="overviews/openness/year.html", pages=_pages),)
