"""Checked records as frozen dataclasses, one per table of the contract, and the ledger that holds them."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from generator.tables import Row, Tables


class Role(StrEnum):
    LEAD = "牵头"
    SUPPORT = "配合"


class Measure(StrEnum):
    LEVEL = "期末水平"
    CUMULATIVE = "规划期累计"
    ANNUAL_GROWTH = "年均增速"
    ANNUAL = "每年"
    CHANGE = "比基期增减"
    MILESTONE = "建成创建"
    QUALITATIVE = "定性"


class Nature(StrEnum):
    EXPECTED = "预期性"
    BINDING = "约束性"
    OF_TASK = "任务指标"
    ANNUAL = "年度指标"


class OrganizationKind(StrEnum):
    DEPARTMENT = "区级部门"
    PARTY = "党委部门"
    MASS = "群团组织"
    TOWN = "镇"
    SUBDISTRICT = "街道"
    ZONE = "功能区"
    INSTITUTION = "事业单位"
    VERTICAL = "垂直管理和驻区单位"
    COMPANY = "企业"
    COLLECTIVE = "集合"


class PlanKind(StrEnum):
    FIVE_YEAR = "五年规划"
    ANNUAL = "年度计划"


class TaskKind(StrEnum):
    MAIN_TARGET = "主要目标"
    KEY = "重点任务"
    SAFEGUARD = "保障措施"
    REQUIREMENT = "工作要求"
    ANNUAL = "年度任务"


class TitleSource(StrEnum):
    PRINTED = "原文"
    OWN = "自拟"


class Relation(StrEnum):
    SUBSET = "其中"
    FLOW_AND_STOCK = "增量与存量"
    LEVEL_AND_RATE = "水平与增速"
    TOLD_TWICE = "同量异表"
    OTHER_DEFINITION = "口径不同"
    NO_MATCH = "不应对应"


class ReportState(StrEnum):
    DONE = "完成"
    UNDER_WAY = "推进中"
    SHORT = "未达预期"
    NOT_SAID = "未说明"


class Validity(StrEnum):
    VALID = "有效"
    EXPIRED = "失效"
    REPEALED = "废止"
    NOT_SAID = "未标注"


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
    lead_mode: str | None
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
    direction: str | None
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
    """What an indicator must reach; ``value`` is in the indicator's unit, an empty organisation is the whole district."""

    id: str
    indicator: str
    organization: str | None
    start_year: int
    end_year: int
    comparator: str | None
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
    basis: str
    status: str
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


RECORDS: dict[str, type[Any]] = {
    name: typing.get_args(hint)[0] for name, hint in typing.get_type_hints(Ledger).items()
}
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


def _value(text: str, kind: Any, optional: bool) -> Any:
    if optional and not text:
        return None
    if kind is bool:
        return text == "true"
    if kind is date:
        return date.fromisoformat(text)
    return kind(text)
