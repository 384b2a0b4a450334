"""Checked records as frozen dataclasses, one per table of the contract, and the ledger that holds them."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.enums import (
    Basis,
    Comparator,
    Direction,
    LeadMode,
    Measure,
    Nature,
    OrganizationKind,
    PlanKind,
    Relation,
    ReportState,
    Role,
    Status,
    TaskKind,
    TitleSource,
    Validity,
)
from generator.tables import Row, Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The file of a record, relative to data/."""

    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Origin):
    """The source group: where a record comes from."""

    document: str
    locator: str
    passage: str | None
    fingerprint: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Origin):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Origin):
    id: str
    title: str
    kind: PlanKind
    start_year: int
    end_year: int
    parent: str | None
    document: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Origin):
    id: str
    name: str
    full_name: str | None
    aliases: str | None
    kind: OrganizationKind
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession(Origin):
    organization: str
    successor: str
    on_date: date
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Evidence):
    collective: str
    member: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Origin):
    id: str
    plan: str
    parent: str | None
    position: int
    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Evidence):
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
    due_year: int | None
    replaced_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation(Origin):
    task: str
    continues: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Origin):
    task: str
    organization: str
    role: Role
    position: int
    printed_name: str
    scope: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Origin):
    id: str
    plan: str
    section: str
    task: str | None
    position: int
    name: str
    nature: Nature
    measure: Measure
    unit: str | None
    direction: Direction | None
    definition: str | None
    note: str | None
    replaced_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related(Origin):
    indicator: str
    related: str
    relation: Relation
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Evidence):
    """What an indicator must reach; ``value`` is in its unit, an empty organisation is the whole district."""

    id: str
    indicator: str
    organization: str | None
    start_year: int
    end_year: int
    comparator: Comparator | None
    value: Decimal | None
    value_text: str
    qualifier: str | None
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
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Evidence):
    id: str
    plan: str
    section: str
    organization: str | None
    period: str
    state: ReportState
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTask(Origin):
    report: str
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation(Evidence):
    id: str
    plan: str
    kind: str
    period: str
    evaluator: str
    third_party: bool
    conclusion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All records of a ledger, table by table in the order of the contract."""

    documents: tuple[Document, ...]
    plans: tuple[Plan, ...]
    organizations: tuple[Organization, ...]
    successions: tuple[Succession, ...]
    memberships: tuple[Membership, ...]
    sections: tuple[Section, ...]
    tasks: tuple[Task, ...]
    continuations: tuple[Continuation, ...]
    assignments: tuple[Assignment, ...]
    indicators: tuple[Indicator, ...]
    relations: tuple[Related, ...]
    targets: tuple[Target, ...]
    observations: tuple[Observation, ...]
    reports: tuple[Report, ...]
    report_tasks: tuple[ReportTask, ...]
    evaluations: tuple[Evaluation, ...]


RECORDS: dict[str, type[Any]] = {name: typing.get_args(hint)[0] for name, hint in typing.get_type_hints(Ledger).items()}
"""Table → class of its records."""


def build_ledger(tables: Tables, label: str) -> Ledger:
    """Type the rows of checked tables; ``label`` is the folder's name that stands before the files in marks.

    Raises ValueError or KeyError when the rows were not checked.
    """
    return Ledger(**{name: tuple(_records(cls, tables.rows[name], label)) for name, cls in RECORDS.items()})


def _records(cls: type[Any], rows: list[Row], label: str) -> list[Any]:
    hints = typing.get_type_hints(cls)
    kinds = [(f.name, *_kind(hints[f.name])) for f in fields(cls) if f.name != "file"]
    prefix = len(label) + 1
    return [
        cls(file=row.mark.file[prefix:], **{name: _value(row[name], kind, optional) for name, kind, optional in kinds})
        for row in rows
    ]


def _kind(hint: Any) -> tuple[Any, bool]:
    """The type behind ``X | None``, and whether None is allowed."""
    if isinstance(hint, types.UnionType):
        return next(a for a in typing.get_args(hint) if a is not type(None)), True
    return hint, False


BOOLEANS = {"true": True, "false": False}


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error


def _value(text: str, kind: Any, optional: bool) -> Any:
    if optional and not text:
        return None
    if not text:
        raise ValueError("a required cell is empty")
    if kind is bool:
        return BOOLEANS[text]
    if kind is Decimal:
        return _decimal(text)
    if kind is date:
        return date.fromisoformat(text)
    return kind(text)
