"""Checked records as frozen dataclasses, one per table of the contract, and the ledger that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.ledger.enums import (
    Assigns,
    Basis,
    Comparator,
    Direction,
    EndReason,
    EvaluationKind,
    LeadMode,
    Measure,
    Nature,
    OrganizationKind,
    PlanKind,
    ProjectNature,
    Recurrence,
    Relation,
    ReportState,
    Role,
    SetBy,
    Status,
    TaskKind,
    Tier,
    TitleSource,
    Validity,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The file of a record, relative to data/."""

    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Origin):
    """The source group: the place in a document that a record comes from."""

    document: str
    locator: str
    passage: str | None
    fingerprint: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Origin):
    """An official document."""

    id: str
    title: str
    issuer: str
    doc_number: str | None
    index_number: str | None
    topic: str | None
    drafted_on: date | None
    published_on: date | None
    signed_on: date | None
    validity: Validity
    repeal_basis: str | None
    disclosure: str | None
    url: str | None
    text_sha256: str | None
    assigns: Assigns | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Origin):
    """A plan, with the one that it carries out and the one before it."""

    id: str
    title: str
    kind: PlanKind
    start_year: int
    end_year: int
    parent: str | None
    previous: str | None
    document: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Origin):
    """A department, town, company or other unit, or a collective of such."""

    id: str
    name: str
    full_name: str | None
    aliases: str | None
    kind: OrganizationKind
    parent: str | None
    phone: str | None
    url: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession(Origin):
    """An organisation that took over from another one."""

    organization: str
    successor: str
    on_date: date
    document: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Evidence):
    """An organisation that belongs to a collective."""

    collective: str
    member: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Origin):
    """A heading of a plan."""

    id: str
    plan: str
    parent: str | None
    position: int
    number: str | None
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Evidence):
    """The smallest unit with a responsibility of its own."""

    id: str
    plan: str
    section: str
    position: int
    title: str
    title_source: TitleSource
    summary: str
    kind: TaskKind
    lead_mode: LeadMode | None
    start_year: int | None
    due: str | None
    due_text: str | None
    recurrence: Recurrence | None
    weight: Decimal | None
    ended_on: date | None
    end_reason: EndReason | None
    evaluation_kinds: str | None
    replaced_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Evidence):
    """A step of a task with a deadline of its own."""

    id: str
    task: str
    position: int
    due: str
    text: str
    state: ReportState | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation(Origin):
    """A task that continues a task of the plan above or of the plan before."""

    task: str
    continues: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Origin):
    """An organisation with its role in a task."""

    task: str
    position: int
    organization: str
    role: Role
    printed_name: str
    printed_role: str | None
    post: str | None
    scope: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Origin):
    """One measurable figure."""

    id: str
    plan: str
    section: str
    task: str | None
    position: int
    name: str
    aliases: str | None
    nature: Nature
    measure: Measure
    unit: str | None
    direction: Direction | None
    definition: str | None
    note: str | None
    weight: Decimal | None
    replaced_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorAssignment(Origin):
    """An organisation with its role for an indicator, where the document names one."""

    indicator: str
    position: int
    organization: str
    role: Role
    printed_name: str
    printed_role: str | None
    post: str | None
    scope: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related(Origin):
    """How an indicator is related to another one."""

    indicator: str
    related: str
    relation: Relation
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Evidence):
    """What an indicator must reach; ``value`` is in its unit, an empty organisation is the whole place.

    ``value_max`` is the upper end of a range, whose lower end is ``value``.
    """

    id: str
    indicator: str
    organization: str | None
    start_year: int
    end_year: int
    due: str | None
    comparator: Comparator | None
    value: Decimal | None
    value_max: Decimal | None
    value_text: str
    qualifier: str | None
    tier: Tier | None
    set_by: SetBy | None
    replaced_by: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Evidence):
    """What a document says was reached; ``value`` is in the indicator's unit."""

    id: str
    indicator: str
    organization: str | None
    period: str
    since_year: int | None
    value: Decimal | None
    value_text: str
    qualifier: str | None
    basis: Basis
    status: Status
    as_of_on: date | None
    reported_by: str | None
    reported_on: date | None
    revises: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Evidence):
    """What happened in a period, in words."""

    id: str
    plan: str
    section: str
    organization: str | None
    period: str
    state: ReportState
    summary: str
    reason: str | None
    progress: Decimal | None
    """In per cent."""
    evidence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTask(Origin):
    """A task that a report is about."""

    report: str
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportIndicator(Origin):
    """An indicator that a report is about, and what the document itself says of it."""

    report: str
    indicator: str
    verdict: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Evidence):
    """A project of a list; the investments are in ``unit``."""

    id: str
    plan: str
    task: str | None
    name: str
    owner: str | None
    nature: ProjectNature
    total_investment: Decimal | None
    year_investment: Decimal | None
    unit: str | None
    starts: str | None
    finishes: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace(Origin):
    """A town or another place that the passage of a task, report or project names."""

    record: str
    organization: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation(Evidence):
    """An evaluation of a plan."""

    id: str
    plan: str
    kind: EvaluationKind
    period: str
    evaluator: str
    third_party: bool
    conclusion: str
