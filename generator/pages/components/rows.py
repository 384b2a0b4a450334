"""Rows of lists: indicators, tasks, reports and evaluations as many pages show them, each made once."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.facts.indicator import indicator_summary
from generator.analysis.facts.unit import TaskThroughCollective
from generator.analysis.state_explanation import plain
from generator.language import formatting
from generator.language.document_words import PERCENT
from generator.ledger.records import Evaluation, Indicator, Report, Task
from generator.pages.components.figures import observation_figure, target_figure
from generator.pages.components.references import (
    AssignedUnit,
    Ref,
    Source,
    assigned_units,
    evaluation_ref,
    indicator_ref,
    organization_ref,
    plan_ref,
    section_ref,
    source_of,
    task_ref,
)
from generator.pages.components.states import StatusView, css_class, status_view
from generator.pages.context import PageContext, made_once


class IndicatorRow(NamedTuple):
    """An indicator as a row."""

    ref: Ref
    nature: str
    target: str
    observation: str
    disclosed: bool
    leads: tuple[AssignedUnit, ...]
    status: StatusView | None
    """Where its plan's target stands; None for an indicator without a target."""
    joint: bool
    """Whether several units lead, so that it is on each one's page and counts once in totals."""
    area: str
    """Id of the heading that it is filtered by."""


class TaskRow(NamedTuple):
    """A task as a row."""

    ref: Ref
    locator: str
    summary: str
    section: Ref
    area: str
    """Id of the heading that it is filtered by."""
    leads: tuple[AssignedUnit, ...]
    supports: tuple[AssignedUnit, ...]
    via: Ref | None = None
    """The collective through which it reaches the organisation of the page."""
    role: str = ""
    """The role of that collective."""


class ReportRow(NamedTuple):
    """What a document says in words."""

    period: str
    state: str
    css_class: str
    summary: str
    progress: str
    """In per cent, where the document gives it."""
    reason: str
    """Why it is late, as the document says."""
    organization: Ref | None
    tasks: tuple[Ref, ...]
    source: Source


class EvaluationRow(NamedTuple):
    """What an evaluation concluded, and who made it."""

    ref: Ref
    plan: Ref
    evaluator: str
    third_party: bool
    conclusion: str
    source: Source


@made_once
def indicator_row(context: PageContext, record: Indicator) -> IndicatorRow:
    """The row of an indicator."""
    summary = indicator_summary(context.index, context.statuses, record.id)
    targets = [target_figure(context, target) for target in summary.targets]
    texts = (f"{target.period} {target.text}" if len(targets) > 1 else target.text for target in targets)
    observation = observation_figure(context, summary.newest) if summary.newest else None
    return IndicatorRow(
        ref=indicator_ref(record),
        nature=record.nature,
        target=formatting.SEMICOLON.join(map(formatting.unbroken, texts)),
        observation=formatting.unbroken(f"{observation.period} {observation.text}") if observation else "",
        disclosed=summary.disclosed,
        leads=assigned_units(context, summary.leads),
        status=status_view(context, summary.main) if summary.main else None,
        joint=len(summary.leads) > 1,
        area=summary.area.id,
    )


@made_once
def task_row(context: PageContext, record: Task) -> TaskRow:
    """The row of a task."""
    index = context.index
    return TaskRow(
        ref=task_ref(record),
        locator=record.locator,
        summary=record.summary,
        section=section_ref(index.sections[record.section]),
        area=index.area(record.section).id,
        leads=assigned_units(context, index.leads(record.id)),
        supports=assigned_units(context, index.supports(record.id)),
    )


@made_once
def task_row_through(context: PageContext, reached: TaskThroughCollective) -> TaskRow:
    """The row of a task that reaches an organisation through a collective: the same for all its members."""
    own = task_row(context, reached.record)
    return own._replace(via=organization_ref(reached.collective), role=reached.role)


@made_once
def report_row(context: PageContext, record: Report) -> ReportRow:
    """The row of a report."""
    index = context.index
    return ReportRow(
        period=formatting.period(record.period),
        state=record.state,
        css_class=css_class(record.state),
        summary=record.summary,
        progress=formatting.amount(plain(record.progress), PERCENT) if record.progress is not None else "",
        reason=record.reason or "",
        organization=organization_ref(index.organizations[record.organization]) if record.organization else None,
        tasks=tuple(map(task_ref, index.tasks_of_report(record.id))),
        source=source_of(context, record),
    )


def evaluation_row(context: PageContext, record: Evaluation) -> EvaluationRow:
    """The row of an evaluation."""
    return EvaluationRow(
        ref=evaluation_ref(record),
        plan=plan_ref(context.index.plans[record.plan]),
        evaluator=record.evaluator,
        third_party=record.third_party,
        conclusion=record.conclusion,
        source=source_of(context, record),
    )
