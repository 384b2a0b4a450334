"""Rows of lists: indicators, tasks, reports and evaluations as many pages show them, each made once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, TypeVar

from generator.analysis.facts.indicator import IndicatorSummary, indicator_summary
from generator.analysis.ledger_index import in_role
from generator.analysis.state_explanation import plain
from generator.analysis.target_status import TargetStatus
from generator.language import formatting
from generator.language.document_words import PERCENT
from generator.language.pages import promise_words
from generator.ledger.enums import RemarkState, Role, State
from generator.ledger.office_records import ObservationRemark, TaskRemark
from generator.ledger.records import Evaluation, Indicator, Project, Report, Task
from generator.pages.components.duties.deadlines import end_words, short_deadline
from generator.pages.components.duties.responsibility import is_joint
from generator.pages.components.figures import newest_text, target_period, target_text
from generator.pages.components.promises.newest_reports import newest_reports
from generator.pages.components.references import (
    AssignedUnit,
    Ref,
    Source,
    assigned_units,
    evaluation_ref,
    indicator_ref,
    plan_ref,
    project_ref,
    section_ref,
    source_of,
    task_ref,
    unit_ref,
    unit_refs,
)
from generator.pages.components.states import StatusView, TallyView, css_class, rollup_of, status_view
from generator.pages.context import PageContext, made_once

Remark = TypeVar("Remark", bound=TaskRemark | ObservationRemark)

OTHER_ROLES = (Role.PARTICIPANT, Role.GUIDE, Role.ASSESSOR)
"""The roles beside those who lead and support."""


class IndicatorRow(NamedTuple):
    """An indicator as a row."""

    ref: Ref
    nature: str
    plan: str
    """The years of its plan: a list may have an indicator of the same name from another."""
    target: str
    observation: str
    disclosed: bool
    leads: tuple[AssignedUnit, ...]
    status: StatusView | None
    """Where its plan's target stands; None for an indicator without a target."""
    joint: bool
    """Whether several units lead, none with a share of its own: on each one's page, and once in totals."""
    area: str
    """Id of the heading that it is filtered by."""
    clues: int = 0
    """How many clues there are to its plan's target, of which nothing is disclosed."""
    promise: tuple[str, ...] = ()
    """Which of ``promise_words.IS_ADMITTED`` and the like it is."""


class OtherRole(NamedTuple):
    """The units of a role that neither leads nor supports."""

    role: str
    units: tuple[AssignedUnit, ...]


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
    others: tuple[OtherRole, ...] = ()
    due: str = ""
    """When it is due, in words; empty where no more than a year is printed."""
    ended: str = ""
    """What became of it; empty while it goes on."""
    tallies: tuple[TallyView, ...] = ()
    """The states of its targets; empty where it has none."""
    promise: tuple[str, ...] = ()
    """Which of ``promise_words.IS_ADMITTED`` and the like it or one of its indicators is."""
    reports: str = ""
    """What the newest reports say, in a line; empty where no document tells anything in words."""


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
    evidence: str
    places: tuple[Ref, ...]


class ProjectRow(NamedTuple):
    """A project as a row; its investments with their unit, empty where they are not printed."""

    ref: Ref
    anchor: str
    task: Ref | None
    nature: str
    total: str
    year: str
    owner: Ref | None
    time: str
    places: tuple[Ref, ...]
    note: str
    source: Source


class RemarkRow(NamedTuple):
    """A question or a standing note; ``about`` says on which result it is."""

    state: str
    on: date
    about: str
    organization: Ref | None
    text: str
    answer: str


class EvaluationRow(NamedTuple):
    """What an evaluation concluded, and who made it."""

    ref: Ref
    plan: Ref
    evaluator: str
    third_party: bool
    conclusion: str
    source: Source


def years_of_plan(context: PageContext, id_: str) -> str:
    """The years of a plan: 2016—2020 年."""
    plan = context.index.plans[id_]
    return formatting.years(plan.start_year, plan.end_year)


@made_once
def indicator_row(context: PageContext, record: Indicator) -> IndicatorRow:
    """The row of an indicator."""
    summary = indicator_summary(context.index, context.statuses, record.id)
    targets = [target for target in summary.targets if not target.replaced_by]
    clues = context.promises.clues(summary.main).total if summary.main else 0
    admitted = bool(context.promises.admissions_of_indicator(record.id))
    texts = [target_text(target, context.statuses.spec_of(target)) for target in targets]
    if len(texts) > 1:
        texts = [f"{target_period(target)} {text}" for target, text in zip(targets, texts, strict=True)]
    return IndicatorRow(
        ref=indicator_ref(record),
        nature=record.nature,
        plan=years_of_plan(context, record.plan),
        target=formatting.SEMICOLON.join(map(formatting.unbroken, texts)),
        observation=formatting.unbroken(_told(context, summary)),
        disclosed=summary.disclosed,
        leads=assigned_units(context, summary.leads),
        status=status_view(context, summary.main) if summary.main else None,
        joint=is_joint(summary.leads),
        area=summary.area.id,
        clues=clues,
        promise=_promise(admitted, clues, (summary.main,) if summary.main else ()),
    )


def _told(context: PageContext, summary: IndicatorSummary) -> str:
    """The newest figure, else a level that is no figure of the target, else what a document says in words."""
    start = summary.main.spec.start if summary.main else 0
    if summary.newest:
        return newest_text(context, summary.newest, start)
    if summary.level:
        return promise_words.AMOUNT_ALONE.format(figure=newest_text(context, summary.level))
    if summary.report and summary.disclosed:
        return f"{formatting.period(summary.report.period)} {summary.report.state}"
    return ""


def _promise(admitted: bool, clues: int, statuses: Iterable[TargetStatus]) -> tuple[str, ...]:
    """What lists of promises a row is on."""
    overdue = any(status.state is State.OVERDUE for status in statuses)
    lists = (
        (promise_words.IS_ADMITTED, admitted),
        (promise_words.HAS_CLUES, clues),
        (promise_words.IS_OVERDUE, overdue),
    )
    return tuple(name for name, on in lists if on)


@made_once
def task_row(context: PageContext, record: Task) -> TaskRow:
    """The row of a task."""
    index, promises = context.index, context.promises
    statuses = context.statuses.of_tasks([record.id])
    clues = sum(promises.clues(status).total for status in statuses)
    newest = newest_reports(context, record.id)
    return TaskRow(
        ref=task_ref(record),
        locator=formatting.full_width(record.locator),
        summary=record.summary,
        section=section_ref(index.sections[record.section]),
        area=index.area(record.section).id,
        leads=assigned_units(context, index.leads(record.id)),
        supports=assigned_units(context, index.supports(record.id)),
        others=_other_roles(context, record),
        due=short_deadline(record),
        ended=end_words(record),
        tallies=rollup_of(statuses).tallies,
        promise=_promise(bool(promises.admissions_of_task(record.id)), clues, statuses),
        reports=newest.line if newest else "",
    )


def _other_roles(context: PageContext, record: Task) -> tuple[OtherRole, ...]:
    duties = context.index.duties_of_task(record.id)
    by_role = ((role, in_role(duties, role)) for role in OTHER_ROLES)
    return tuple(OtherRole(role, assigned_units(context, own)) for role, own in by_role if own)


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
        organization=unit_ref(context, record.organization),
        tasks=tuple(map(task_ref, index.tasks_of_report(record.id))),
        source=source_of(context, record),
        evidence=record.evidence or "",
        places=unit_refs(context, index.places_of_report.get(record.id, ())),
    )


@made_once
def project_row(context: PageContext, record: Project) -> ProjectRow:
    """The row of a project."""
    index = context.index
    total, year = (
        "" if value is None else formatting.amount(str(value), record.unit)
        for value in (record.total_investment, record.year_investment)
    )
    return ProjectRow(
        ref=project_ref(context, record),
        anchor=f"project-{record.id}",
        task=task_ref(index.tasks[record.task]) if record.task else None,
        nature=record.nature,
        total=total,
        year=year,
        owner=unit_ref(context, record.owner),
        time=formatting.span_of_time(record.starts, record.finishes),
        places=unit_refs(context, index.places_of_project.get(record.id, ())),
        note=record.note or "",
        source=source_of(context, record),
    )


def remark_row(context: PageContext, record: TaskRemark | ObservationRemark, about: str = "") -> RemarkRow:
    """The row of a remark."""
    ref = unit_ref(context, record.organization)
    return RemarkRow(record.state, record.on, about, ref, record.text, record.answer or "")


def standing_apart(remarks: Iterable[Remark]) -> tuple[list[Remark], list[Remark]]:
    """Remarks that always hold, which are footnotes, and the questions."""
    both = [*remarks]
    standing = [remark for remark in both if remark.state is RemarkState.STANDING]
    return standing, [remark for remark in both if remark.state is not RemarkState.STANDING]


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
