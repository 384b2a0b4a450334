"""The page of a task: who is responsible, its indicators, what was reported, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.facts.task import ContinuedTask, TaskFacts, task_facts
from generator.analysis.record_dates import RecordDates
from generator.language import page_words
from generator.ledger.records import Task
from generator.pages.components.changes.recent_changes import RecentChangesView, recent_changes
from generator.pages.components.duties.deadlines import Deadline, deadline
from generator.pages.components.duties.responsibility import Responsibility, responsibility
from generator.pages.components.feedback.answered import FeedbackRow, feedback_at
from generator.pages.components.promises.admissions import AdmissionView, admission_view
from generator.pages.components.promises.chain import ChainStep
from generator.pages.components.promises.newest_reports import newest_reports
from generator.pages.components.promises.task import task_lead, task_steps
from generator.pages.components.references import (
    Ref,
    Source,
    organization_ref,
    plan_ref,
    section_ref,
    source_of,
    task_ref,
)
from generator.pages.components.rows import (
    IndicatorRow,
    ProjectRow,
    RemarkRow,
    ReportRow,
    indicator_row,
    project_row,
    remark_row,
    report_row,
    standing_apart,
)
from generator.pages.components.structured_data import source_tags
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref


class ContinuedRow(NamedTuple):
    """A task that another continues, with the title of its plan and the reason."""

    ref: Ref
    plan: str
    reason: str
    earlier_plan: bool
    """Whether one of the two plans goes on from the other; else one carries the other out."""


class TaskView(NamedTuple):
    """What the page of a task shows."""

    record: Task
    plan: Ref
    weight: str
    """How many points it has in an appraisal; empty where it has none."""
    deadline: Deadline
    duty: Responsibility
    places: tuple[Ref, ...]
    projects: tuple[ProjectRow, ...]
    footnotes: tuple[RemarkRow, ...]
    """What always holds of it."""
    remarks: tuple[RemarkRow, ...]
    indicators: tuple[IndicatorRow, ...]
    continues: tuple[ContinuedRow, ...]
    continued_by: tuple[ContinuedRow, ...]
    reports: tuple[ReportRow, ...]
    newest: str
    """What the newest of the reports say, in a line; empty where there is none."""
    replaced_by: Ref | None
    plan_end: int
    """The last year of its plan."""
    lead: str
    """Who leads, how many targets have a figure, what documents said last."""
    chain: tuple[ChainStep, ...]
    """Its plan, milestones and reports, its end."""
    admissions: tuple[AdmissionView, ...]
    """What documents themselves admit of it."""
    headings: tuple[Ref, ...]
    """Where in the plan it stands, the highest heading first."""
    feedback: tuple[FeedbackRow, ...]
    """What readers asked about it."""
    changes: RecentChangesView | None
    """None where the ledger has no history."""
    expired: bool
    """Whether its document is no longer in force."""
    as_of: str
    """The day up to which documents of its plan are known."""
    source: Source
    dates: RecordDates
    """When it last changed, and the day of its document."""


def task_view(context: PageContext, facts: TaskFacts) -> TaskView:
    """What the page of a task shows."""
    record, plan = facts.record, facts.plan
    standing, asked = standing_apart(facts.remarks)
    chain = context.promises.task_chain(record.id)
    newest = newest_reports(context, record.id)
    key = f"tasks/{record.id}"
    return TaskView(
        record=record,
        plan=plan_ref(plan),
        weight="" if record.weight is None else str(record.weight),
        deadline=deadline(record, facts.milestones),
        duty=responsibility(context, facts.duties, context.index.documents[record.document], record.lead_mode),
        places=tuple(map(organization_ref, facts.places)),
        projects=tuple(project_row(context, project) for project in facts.projects),
        footnotes=tuple(remark_row(context, remark) for remark in standing),
        remarks=tuple(remark_row(context, remark) for remark in asked),
        indicators=tuple(indicator_row(context, indicator) for indicator in facts.indicators),
        continues=tuple(_continued(task, plan.previous == task.plan.id) for task in facts.continues),
        continued_by=tuple(_continued(task, task.plan.previous == plan.id) for task in facts.continued_by),
        reports=tuple(report_row(context, report) for report in facts.reports),
        newest=newest.line if newest else "",
        replaced_by=task_ref(facts.replaced_by) if facts.replaced_by else None,
        plan_end=plan.end_year,
        lead=task_lead(context, chain),
        chain=task_steps(context, chain),
        admissions=tuple(admission_view(context, one) for one in chain.admissions),
        headings=tuple(map(section_ref, facts.trail)),
        feedback=feedback_at(context, record.id),
        changes=recent_changes(context.index, key, context.index.changes.recent([key])),
        expired=facts.expired,
        as_of=context.as_of_plan(plan.id),
        source=source_of(context, record),
        dates=facts.dates,
    )


def _continued(task: ContinuedTask, earlier_plan: bool) -> ContinuedRow:
    return ContinuedRow(task_ref(task.record), task.plan.title, task.reason, earlier_plan)


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
