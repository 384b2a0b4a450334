"""The page of a heading of a plan: the tasks, indicators and reports below it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.facts.plan import tree_below
from generator.analysis.facts.section import SectionContents, SectionFacts, section_facts
from generator.language import page_words
from generator.ledger.records import Indicator, Task
from generator.pages.components.charts.small_charts import SmallCharts, small_charts
from generator.pages.components.plan_sections import Branch, branches
from generator.pages.components.promises.newest_reports import NewestReports, newest_reports
from generator.pages.components.references import (
    AssignedUnit,
    Ref,
    assigned_units,
    clause_ref,
    plan_ref,
    section_ref,
    task_ref,
)
from generator.pages.components.rows import (
    IndicatorRow,
    ProjectRow,
    ReportRow,
    TaskRow,
    indicator_row,
    project_row,
    report_row,
    task_row,
)
from generator.pages.components.states import RollupView, rollup_of
from generator.pages.components.structured_data import source_tags
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref

MOST_BELOW = 60
"""Tasks and indicators without a task that a heading lists of those below it; of more it tells how many there are."""


class TaskBelow(NamedTuple):
    """A task of a heading below: who is responsible, its indicators, and what was reported last."""

    ref: Ref
    clause: Ref
    leads: tuple[AssignedUnit, ...]
    supports: tuple[AssignedUnit, ...]
    indicators: tuple[IndicatorRow, ...]
    reports: NewestReports | None


class Below(NamedTuple):
    """What stands under a heading below."""

    anchor: str
    ref: Ref
    tasks: tuple[TaskBelow, ...]
    indicators: tuple[IndicatorRow, ...]
    """Those without a task."""


class SectionView(NamedTuple):
    """What the page of a heading shows."""

    plan: Ref
    rollup: RollupView
    """Indicators of this heading and of those below it."""
    charts: SmallCharts
    """Of the indicators that have figures."""
    below: tuple[Below, ...]
    """What stands under the headings below it; empty where that is too much for one page."""
    branches: tuple[Branch, ...]
    """The headings below it, where their contents are not listed."""
    tasks: tuple[TaskRow, ...]
    indicators: tuple[IndicatorRow, ...]
    reports: tuple[ReportRow, ...]
    projects: tuple[ProjectRow, ...]
    """Of its tasks; of its plan where it is the only heading."""


def section_view(context: PageContext, facts: SectionFacts) -> SectionView:
    """What the page of a heading shows."""
    few = sum(len(one.tasks) + len(one.indicators) for one in facts.below) <= MOST_BELOW
    return SectionView(
        plan=plan_ref(facts.plan),
        rollup=rollup_of(facts.statuses),
        charts=small_charts(context, facts.statuses),
        below=tuple(_below(context, contents) for contents in facts.below) if few else (),
        branches=() if few and facts.below else _branches(context, facts),
        tasks=tuple(task_row(context, task) for task in facts.tasks),
        indicators=tuple(indicator_row(context, indicator) for indicator in facts.indicators),
        reports=tuple(report_row(context, report) for report in facts.reports),
        projects=tuple(project_row(context, project) for project in facts.projects),
    )


def _branches(context: PageContext, facts: SectionFacts) -> tuple[Branch, ...]:
    statuses = {section.id: context.statuses.under(section.id) for section in facts.subsections}
    return branches(tree_below(context.index, facts.record.id), statuses)


def _below(context: PageContext, contents: SectionContents) -> Below:
    return Below(
        anchor=contents.record.id,
        ref=section_ref(contents.record),
        tasks=tuple(_task(context, task) for task in contents.tasks),
        indicators=tuple(_indicator(context, indicator) for indicator in contents.indicators),
    )


def _task(context: PageContext, record: Task) -> TaskBelow:
    index = context.index
    return TaskBelow(
        ref=task_ref(record),
        clause=clause_ref(context, record),
        leads=assigned_units(context, index.leads(record.id)),
        supports=assigned_units(context, index.supports(record.id)),
        indicators=tuple(_indicator(context, indicator) for indicator in index.indicators_of_task.get(record.id, ())),
        reports=newest_reports(context, record.id),
    )


def _indicator(context: PageContext, record: Indicator) -> IndicatorRow:
    """Its row; a target in words that its name repeats is not said twice."""
    row = indicator_row(context, record)
    return row._replace(target="") if row.target in record.name else row


def _content(context: PageContext, id_: str) -> PageContent:
    facts = section_facts(context.index, context.statuses, id_)
    record, plan = facts.record, facts.plan
    description = page_words.DESCRIPTIONS["section"].format(name=record.title, plan=plan.title)
    trail = (index_ref("sections"), *map(section_ref, facts.trail))
    tags = source_tags(context.index, plan.document)
    return PageContent(section_ref(record).title, description, section_view(context, facts), trail, record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for id_ in context.index.sections:
        yield PageEntry(f"sections/{id_}/", page_words.SECTION, partial(_content, context, id_))


KINDS = (PageKind(order=340, template="records/section.html", pages=_pages),)
