"""Checked records as frozen dataclasses, one per table of the contract, and the ledger that holds them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

from generator.ledger.enums import (
    Basis,
    Comparator,
    Direction,
    EvaluationKind,
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
from generator.ledger.reading.rows import Row, Tables


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Origin):
    """A five-year plan, or an annual plan with its parent."""

    id: str
    title: str
    kind: PlanKind
    start_year: int
    end_year: int
    parent: str | None
    document: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Origin):
    """A department, town, company or other unit, or a collective of such."""

    id: str
    name: str
    full_name: str | None
    aliases: str | None
    kind: OrganizationKind
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession(Origin):
    """An organisation that took over from another one."""

    organization: str
    successor: str
    on_date: date
    document: str


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
    number: str
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
    due_year: int | None
    replaced_by: str | None
    evaluation_kinds: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation(Origin):
    """A task of an annual plan that continues a task of the plan above."""

    task: str
    continues: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Origin):
    """An organisation with its role in a task."""

    task: str
    organization: str
    role: Role
    position: int
    printed_name: str
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
    nature: Nature
    measure: Measure
    unit: str | None
    direction: Direction | None
    definition: str | None
    note: str | None
    replaced_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related(Origin):
    """How an indicator is related to another one."""

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
    """What happened in a period, in words."""

    id: str
    plan: str
    section: str
    organization: str | None
    period: str
    state: ReportState
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTask(Origin):
    """A task that a report is about."""

    report: str
    task: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportIndicator(Origin):
    """An indicator of which a report says whether it was reached."""

    report: str
    indicator: str


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
    report_indicators: tuple[ReportIndicator, ...]
    evaluations: tuple[Evaluation, ...]


RECORDS: dict[str, type[Any]] = {name: get_args(hint)[0] for name, hint in get_type_hints(Ledger).items()}
"""Table → class of its records."""


def build_ledger(tables: Tables) -> Ledger:
    """The records of checked tables.

    Raises KeyError when a table is missing, and KeyError or ValueError when a row was not checked.
    """
    return Ledger(**{name: tuple(_records(cls, tables.rows[name])) for name, cls in RECORDS.items()})


Converter = Callable[[str], Any]
"""Makes the value of a field of the text of a cell."""


def _records(cls: type[Any], rows: Iterable[Row]) -> Iterator[Any]:
    """The records of rows; the names of files are those of the rows without the folder."""
    hints = get_type_hints(cls)
    converters = {field.name: _converter(hints[field.name]) for field in fields(cls) if field.name != "file"}
    for row in rows:
        values = {column: convert(row[column]) for column, convert in converters.items()}
        yield cls(file=sys.intern(row.mark.file.partition("/")[2]), **values)


def _converter(hint: Any) -> Converter:
    """The converter for a field of this type; an empty cell is None where the type allows that, else an error."""
    optional = isinstance(hint, UnionType)
    kind = next(kind for kind in get_args(hint) if kind is not NoneType) if optional else hint
    convert: Converter = _members(kind).__getitem__ if issubclass(kind, Enum) else CONVERTERS[kind]
    if optional:
        return lambda text: convert(text) if text else None
    return convert


def _members(kind: type[Enum]) -> dict[str, Enum]:
    """The words of an enumeration and their members."""
    return {str(member): member for member in kind}


def _text(text: str) -> str:
    if not text:
        raise ValueError("a required cell is empty")
    return text


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error


CONVERTERS: dict[type[Any], Converter] = {
    str: _text,
    int: int,
    bool: {"true": True, "false": False}.__getitem__,
    Decimal: _decimal,
    date: date.fromisoformat,
}
"""Type of a field → its converter; enumerations have their own."""
