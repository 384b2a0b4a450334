"""The ledger as records: what it holds, and how it is built from checked rows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

from generator.language.formatting import unstopped
from generator.ledger.office_records import (
    Acknowledgement,
    Feedback,
    ObservationRemark,
    Round,
    Submission,
    TaskRemark,
)
from generator.ledger.reading.rows import Row, Tables
from generator.ledger.records import (
    Assignment,
    Continuation,
    Document,
    Evaluation,
    Indicator,
    IndicatorAssignment,
    Membership,
    Milestone,
    NamedPlace,
    Observation,
    Organization,
    Plan,
    Project,
    Related,
    Report,
    ReportIndicator,
    ReportTask,
    Section,
    Succession,
    Target,
    Task,
)


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
    milestones: tuple[Milestone, ...]
    continuations: tuple[Continuation, ...]
    assignments: tuple[Assignment, ...]
    indicators: tuple[Indicator, ...]
    indicator_assignments: tuple[IndicatorAssignment, ...]
    relations: tuple[Related, ...]
    targets: tuple[Target, ...]
    observations: tuple[Observation, ...]
    reports: tuple[Report, ...]
    report_tasks: tuple[ReportTask, ...]
    report_indicators: tuple[ReportIndicator, ...]
    projects: tuple[Project, ...]
    task_places: tuple[NamedPlace, ...]
    report_places: tuple[NamedPlace, ...]
    project_places: tuple[NamedPlace, ...]
    evaluations: tuple[Evaluation, ...]
    rounds: tuple[Round, ...]
    submissions: tuple[Submission, ...]
    observation_remarks: tuple[ObservationRemark, ...]
    task_remarks: tuple[TaskRemark, ...]
    acknowledged: tuple[Acknowledgement, ...]
    feedback: tuple[Feedback, ...]


RECORDS: dict[str, type[Any]] = {name: get_args(hint)[0] for name, hint in get_type_hints(Ledger).items()}
"""Table → class of its records."""


UNSTOPPED = {"summary", "reason", "evidence", "conclusion", "note"}
"""Columns of sentences; some who write them set a full stop at the end, others do not, or another sign."""


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
    converters |= {name: _unstopped(converters[name]) for name in UNSTOPPED & converters.keys()}
    for row in rows:
        values = {column: convert(row.cells.get(column, "")) for column, convert in converters.items()}
        yield cls(file=sys.intern(row.mark.file.partition("/")[2]), **values)


def _converter(hint: Any) -> Converter:
    """The converter for a field of this type; an empty cell is None where the type allows that, else an error."""
    optional = isinstance(hint, UnionType)
    kind = next(kind for kind in get_args(hint) if kind is not NoneType) if optional else hint
    convert: Converter = _members(kind).__getitem__ if issubclass(kind, Enum) else CONVERTERS[kind]
    if optional:
        return lambda text: convert(text) if text else None
    return convert


def _unstopped(convert: Converter) -> Converter:
    """The same for a sentence of our own words: pages set its full stop, so what was typed there is left out."""
    return lambda text: convert(unstopped(text))


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
