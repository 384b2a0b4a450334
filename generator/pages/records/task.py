"""The page of a task: who is responsible, its indicators, what was reported, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.record_dates import RecordDates, record_dates
from generator.language import page_words
from generator.ledger.records import Plan, Task
from generator.pages.components.structured_data import source_tags
from generator.pages.components.views import IndicatorLine, Ref, ReportLine, Source, Unit
from generator.pages.page import PageContent, PageContext, PageEntry, PageKind, index_ref


class Link(NamedTuple):
    """A task that another carries on, with the reason."""

    ref: Ref
    plan: str
    reason: str


class TaskView(NamedTuple):
    """What the page of a task shows."""

    record: Task
    plan: Plan
    leads: tuple[Unit, ...]
    supports: tuple[Unit, ...]
    indicators: tuple[IndicatorLine, ...]
    continues: tuple[Link, ...]
    continued_by: tuple[Link, ...]
    reports: tuple[ReportLine, ...]
    replaced_by: Ref | None
    source: Source
    dates: RecordDates
    """When it last changed, and the day of its document."""


def task_view(context: PageContext, record: Task) -> TaskView:
    """What the page of a task shows."""
    components, index = context.components, context.index
    replaced = index.tasks.get(record.replaced_by or "")
    return TaskView(
        record=record,
        plan=index.plans[record.plan],
        leads=components.leads(record.id),
        supports=components.supports(record.id),
        indicators=tuple(components.indicator_line(i.id) for i in index.indicators_of_task.get(record.id, ())),
        continues=tuple(_link(context, c.continues, c.reason) for c in index.continues.get(record.id, ())),
        continued_by=tuple(_link(context, c.task, c.reason) for c in index.continued_by.get(record.id, ())),
        reports=tuple(components.report(r) for r in index.reports_of_task(record.id)),
        replaced_by=components.task(replaced) if replaced else None,
        source=components.source(record),
        dates=record_dates(index, "tasks", record.id, [record.document]),
    )


def _link(context: PageContext, id_: str, reason: str) -> Link:
    task = context.index.tasks[id_]
    return Link(context.components.task(task), context.index.plans[task.plan].title, reason)


def _content(context: PageContext, id_: str) -> PageContent:
    record = context.index.tasks[id_]
    trail = (index_ref("tasks"), *map(context.components.section, context.index.trail(record.section)))
    tags = source_tags(context.index, record.document)
    return PageContent(record.title, record.summary, task_view(context, record), trail, record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for id_ in context.index.tasks:
        yield f"tasks/{id_}/", page_words.TASK, partial(_content, context, id_)


KINDS = (PageKind(order=320, template="records/task.html", pages=_pages),)
