"""Checked records as frozen dataclasses, one per table of the contract, and the ledger that holds them."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from operator import eq
from typing import Any, TypeVar, overload

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

T = TypeVar("T")


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
    evaluation_kinds: str | None


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
class ReportIndicator(Origin):
    """A report that says whether a milestone was reached."""

    report: str
    indicator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation(Evidence):
    id: str
    plan: str
    kind: EvaluationKind
    period: str
    evaluator: str
    third_party: bool
    conclusion: str


class Records(Sequence[T]):
    """The records of a table in the order of its rows, each made of its row when it is first asked for.

    Behaves as a tuple of them. Who needs a few of many finds their places with :meth:`by` without making the others.
    """

    __slots__ = ("_made", "_make", "_places", "rows")

    def __init__(self, rows: Sequence[Row], make: Callable[[Row], T]) -> None:
        self.rows = rows
        """The rows, in text: ``rows[i]`` is what record ``i`` is made of."""
        self._make = make
        self._made: list[T | None] = [None] * len(rows)
        self._places: dict[str, dict[str, list[int]]] = {}

    def by(self, column: str) -> dict[str, list[int]]:
        """Text of a cell of this column → places of the records that have it, in order; no record is made for it."""
        places = self._places.get(column)
        if places is None:
            places = self._places[column] = {}
            for place, row in enumerate(self.rows):
                places.setdefault(row.cells.get(column, ""), []).append(place)
        return places

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(self[i] for i in range(*place.indices(len(self))))
        record = self._made[place]
        if record is None:
            record = self._made[place] = self._make(self.rows[place])
        return record

    def __iter__(self) -> Iterator[T]:
        return map(self.__getitem__, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Records | tuple) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # to hash it would be to make all records

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All records of a ledger, table by table in the order of the contract."""

    documents: Records[Document]
    plans: Records[Plan]
    organizations: Records[Organization]
    successions: Records[Succession]
    memberships: Records[Membership]
    sections: Records[Section]
    tasks: Records[Task]
    continuations: Records[Continuation]
    assignments: Records[Assignment]
    indicators: Records[Indicator]
    relations: Records[Related]
    targets: Records[Target]
    observations: Records[Observation]
    reports: Records[Report]
    report_tasks: Records[ReportTask]
    report_indicators: Records[ReportIndicator]
    evaluations: Records[Evaluation]


RECORDS: dict[str, type[Any]] = {name: typing.get_args(hint)[0] for name, hint in typing.get_type_hints(Ledger).items()}
"""Table → class of its records."""


def build_ledger(tables: Tables, label: str) -> Ledger:
    """The records of checked tables; ``label`` is the folder's name that stands before the files in marks.

    Raises KeyError when a table is missing. Asking for a record raises ValueError or KeyError when its row was not
    checked.
    """
    return Ledger(**{name: Records(tables.rows[name], _maker(cls, label)) for name, cls in RECORDS.items()})


def _maker(cls: type[Any], label: str) -> Callable[[Row], Any]:
    """What makes a record of this class of a row.

    It is one function compiled for the class, as its ``__init__`` is: a call for each of its cells would cost more than
    the record. It fills the slots itself, since that of a frozen class takes twice the time.
    """
    hints, prefix = typing.get_type_hints(cls), len(label) + 1
    scope: dict[str, Any] = {"new": object.__new__, "cls": cls, "missing": _missing}
    scope |= {f"set_{f.name}": getattr(cls, f.name).__set__ for f in fields(cls)}
    values = {f.name: "file" if f.name == "file" else _value(f.name, hints[f.name], scope) for f in fields(cls)}
    sets = (f"set_{name}(made, {value})" for name, value in values.items())
    exec("\n ".join(("def record(file, get):", "made = new(cls)", *sets, "return made")), scope)
    record = scope["record"]
    return lambda row: record(row.mark.file[prefix:], row.cells.get)


def _value(name: str, hint: Any, scope: dict[str, Any]) -> str:
    """The expression that makes a value of this type of a cell; an empty one is None where the type allows that."""
    kind, optional = _kind(hint)
    if kind is str:
        return f"get({name!r}) or {'None' if optional else 'missing()'}"
    convert = f"to_{name}"
    members = {str(member): member for member in kind}.__getitem__ if issubclass(kind, Enum) else None
    scope[convert] = members or CONVERTERS.get(kind) or kind
    if optional:
        return f"{convert}(cell) if (cell := get({name!r})) else None"
    return f"{convert}(get({name!r}) or missing())"


def _missing() -> str:
    raise ValueError("a required cell is empty")


def _kind(hint: Any) -> tuple[Any, bool]:
    """The type behind ``X | None``, and whether None is allowed."""
    if isinstance(hint, types.UnionType):
        return next(a for a in typing.get_args(hint) if a is not type(None)), True
    return hint, False


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(text) from error


CONVERTERS: dict[type[Any], Callable[[str], Any]] = {
    bool: {"true": True, "false": False}.__getitem__,
    Decimal: _decimal,
    date: date.fromisoformat,
}
