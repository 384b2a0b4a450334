"""The page of a task: who is responsible, its indicators, what was reported, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.facts.task import ContinuedTask, TaskFacts, task_facts
from generator.analysis.record_dates import RecordDates
from generator.language import formatting, page_words
from generator.ledger.records import Task
from generator.pages.components.references import (
    AssignedUnit,
    Ref,
    Source,
    assigned_units,
    plan_ref,
    section_ref,
    source_of,
    task_ref,
)
from generator.pages.components.rows import IndicatorRow, ReportRow, indicator_row, report_row
from generator.pages.components.structured_data import source_tags
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref


class ContinuedRow(NamedTuple):
    """A task that another continues, with the title of its plan and the reason."""

    ref: Ref
    plan: str
    reason: str


class TaskView(NamedTuple):
    """What the page of a task shows."""

    record: Task
    plan: Ref
    due: str
    """The deadline in words."""
    leads: tuple[AssignedUnit, ...]
    supports: tuple[AssignedUnit, ...]
    indicators: tuple[IndicatorRow, ...]
    continues: tuple[ContinuedRow, ...]
    continued_by: tuple[ContinuedRow, ...]
    reports: tuple[ReportRow, ...]
    replaced_by: Ref | None
    expired: bool
    """Whether its document is no longer in force."""
    as_of: str
    """The day up to which documents of its plan are known."""
    source: Source
    dates: RecordDates
    """When it last changed, and the day of its document."""


def task_view(context: PageContext, facts: TaskFacts) -> TaskView:
    """What the page of a task shows."""
    return TaskView(
        record=facts.record,
        plan=plan_ref(facts.plan),
        due=formatting.done_by(facts.record.due) if facts.record.due else "",
        leads=assigned_units(context, facts.leads),
        supports=assigned_units(context, facts.supports),
        indicators=tuple(indicator_row(context, indicator) for indicator in facts.indicators),
        continues=tuple(map(_continued, facts.continues)),
        continued_by=tuple(map(_continued, facts.continued_by)),
        reports=tuple(report_row(context, report) for report in facts.reports),
        replaced_by=task_ref(facts.replaced_by) if facts.replaced_by else None,
        expired=facts.expired,
        as_of=context.as_of_plan(facts.plan.id),
        source=source_of(context, facts.record),
        dates=facts.dates,
    )


def _continued(task: ContinuedTask) -> ContinuedRow:
    return ContinuedRow(task_ref(task.record), task.plan.title, task.reason)


def _content(context: PageContext, id_: str) -> PageContent:
    facts = task_facts(context.index, id_)
    record = facts.record
    trail = (index_ref("tasks"), *map(section_ref, facts.trail))
    tags = source_tags(context.index, record.document)
    return PageContent(record.title, record.summary, task_view(context, facts), trail, record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for id_ in context.index.tasks:
        yield PageEntry(f"tasks/{id_}/", page_words.TASK, partial(_content, context, id_))


KINDS = (PageKind(order=320, template="records/task.html", pages=_pages),)
