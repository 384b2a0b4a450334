"""The page of a heading of a plan: the tasks, indicators and reports below it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.facts.section import SectionFacts, section_facts
from generator.language import page_words
from generator.pages.components.charts.small_charts import SmallCharts, small_charts
from generator.pages.components.references import Ref, plan_ref, section_ref
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


class SectionView(NamedTuple):
    """What the page of a heading shows."""

    plan: Ref
    rollup: RollupView
    """Indicators of this heading and of those below it."""
    charts: SmallCharts
    """Of the indicators that have figures."""
    subsections: tuple[Ref, ...]
    tasks: tuple[TaskRow, ...]
    indicators: tuple[IndicatorRow, ...]
    reports: tuple[ReportRow, ...]
    projects: tuple[ProjectRow, ...]
    """Of its tasks; of its plan where it is the only heading."""


def section_view(context: PageContext, facts: SectionFacts) -> SectionView:
    """What the page of a heading shows."""
    return SectionView(
        plan=plan_ref(facts.plan),
        rollup=rollup_of(facts.statuses),
        charts=small_charts(context, facts.statuses),
        subsections=tuple(map(section_ref, facts.subsections)),
        tasks=tuple(task_row(context, task) for task in facts.tasks),
        indicators=tuple(indicator_row(context, indicator) for indicator in facts.indicators),
        reports=tuple(report_row(context, report) for report in facts.reports),
        projects=tuple(project_row(context, project) for project in facts.projects),
    )


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
