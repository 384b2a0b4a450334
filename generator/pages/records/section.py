"""The page of a heading of a plan: the tasks, indicators and reports below it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.language import page_words
from generator.ledger.records import Plan, Section
from generator.pages.components.structured_data import source_tags
from generator.pages.components.views import IndicatorLine, Ref, ReportLine, RollupLine, TaskLine
from generator.pages.page import PageContent, PageContext, PageEntry, PageKind, index_ref


class SectionView(NamedTuple):
    """What the page of a heading shows."""

    record: Section
    plan: Plan
    rollup: RollupLine
    """Indicators of this heading and of those below it."""
    subsections: tuple[Ref, ...]
    tasks: tuple[TaskLine, ...]
    indicators: tuple[IndicatorLine, ...]
    reports: tuple[ReportLine, ...]


def section_view(context: PageContext, record: Section) -> SectionView:
    """What the page of a heading shows."""
    components, index = context.components, context.index
    return SectionView(
        record=record,
        plan=index.plans[record.plan],
        rollup=components.rollup(components.statuses.under(record.id)),
        subsections=tuple(map(components.section, index.subsections.get(record.id, ()))),
        tasks=tuple(map(components.task_line, index.tasks_of_section.get(record.id, ()))),
        indicators=tuple(components.indicator_line(i.id) for i in index.indicators_of_section.get(record.id, ())),
        reports=tuple(map(components.report, index.reports_of_section.get(record.id, ()))),
    )


def _content(context: PageContext, id_: str) -> PageContent:
    record = context.index.sections[id_]
    trail = (index_ref("sections"), *map(context.components.section, context.index.trail(record.parent)))
    view = section_view(context, record)
    description = page_words.DESCRIPTIONS["section"].format(name=record.title, plan=view.plan.title)
    tags = source_tags(context.index, view.plan.document)
    return PageContent(f"{record.number}{record.title}", description, view, trail, record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for id_ in context.index.sections:
        yield f"sections/{id_}/", page_words.SECTION, partial(_content, context, id_)


KINDS = (PageKind(order=340, template="records/section.html", pages=_pages),)
