"""What each page shows, ready to print: no template computes or looks anything up.

A view is made of refs (title and path of another page), texts and lists. Paths are relative to the site's root.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.model import Document, Indicator, Organization, Plan, Section, Task
from generator.pictures import Bullet, Picture


class Ref(NamedTuple):
    """A link to a page of the site."""

    title: str
    path: str


class Source(NamedTuple):
    """Where a record comes from; ``words`` is the official wording, where the text was supplied."""

    document: Ref
    locator: str
    passage: str | None
    fingerprint: str | None
    words: str | None


class Unit(NamedTuple):
    """An organisation with what a task prints about it."""

    ref: Ref
    printed: str
    scope: str | None
    collective: bool


class Figure(NamedTuple):
    """One target or result as a row: of which indicator, period, what it is, the figure, the printed words."""

    indicator: Ref
    result: bool
    period: str
    kind: str
    organization: Ref | None
    text: str
    printed: str
    remarks: tuple[str, ...]
    note: str | None
    source: Source


class RelatedLine(NamedTuple):
    """A related indicator: how it relates, why the two are not compared, and what it says itself."""

    ref: Ref
    relation: str
    reason: str
    figures: tuple[str, ...]


class StateLine(NamedTuple):
    """Where a target stands: the state's word, class and shape, what it means, how much is done, and how it was found.

    ``share`` is printed ("至少" included) or empty; it stands nowhere without ``sentence`` beside it or one click away.
    """

    state: str
    mark: str
    sign: str
    meaning: str
    share: str
    sentence: str
    bullet: Bullet | None
    """The share as a small bar for lists."""


class TallyLine(NamedTuple):
    """How many of some targets are in a state, and which part of a bar of 100 they take."""

    state: str
    mark: str
    sign: str
    meaning: str
    targets: int
    start: str
    width: str


class RollupLine(NamedTuple):
    """Targets by state."""

    total: int
    disclosed: int
    tallies: tuple[TallyLine, ...]


class IndicatorRow(NamedTuple):
    """An indicator in a list: its row is the same in all lists, and is made once for all of them."""

    id: str


class IndicatorLine(NamedTuple):
    """What an indicator's row in a list says."""

    ref: Ref
    nature: str
    target: str
    result: str
    disclosed: bool
    leads: tuple[Unit, ...]
    standing: StateLine | None
    """Where its plan's target stands; None for an indicator without a target."""
    joint: bool
    """Whether several units lead, so that it is on each one's page and counts once in totals."""


class TaskLine(NamedTuple):
    """A task as a row of a list."""

    ref: Ref
    locator: str
    summary: str
    section: Ref
    leads: tuple[Unit, ...]
    supports: tuple[Unit, ...]
    via: Ref | None = None
    role: str = ""


class ReportLine(NamedTuple):
    """What a document says in words; ``mark`` is the state as a class of the stylesheet."""

    period: str
    state: str
    mark: str
    summary: str
    organization: Ref | None
    tasks: tuple[Ref, ...]
    source: Source


class Link(NamedTuple):
    """A task that another carries on, with the reason."""

    ref: Ref
    plan: str
    reason: str


class Group(NamedTuple):
    """A titled list of lines, with an anchor."""

    anchor: str
    title: str
    lines: tuple[object, ...]
    ref: Ref | None = None


class AimLine(NamedTuple):
    """A target with the newest figure of its time and where it stands; of what, of whom, when."""

    indicator: Ref
    organization: Ref | None
    period: str
    target: str
    """What was promised; empty for an organisation that has a figure without a target."""
    printed: str
    """The printed words, where they say more than the figure."""
    result: str
    standing: StateLine | None


class SumLine(NamedTuple):
    """What the organisations have together, against the whole place: of which time, of what kind, the arithmetic."""

    period: str
    kind: str
    sentence: str


class BreakdownView(NamedTuple):
    """The parts of an indicator, what they add up to or why they are not added, and who has none."""

    parts: tuple[AimLine, ...]
    sums: tuple[SumLine, ...]
    obstacle: str
    territories: bool
    """Whether towns or subdistricts have targets: only then it can be said which have none."""
    without: tuple[Ref, ...]


class IndicatorView(NamedTuple):
    record: Indicator
    plan: Plan
    task: Ref | None
    task_summary: str
    leads: tuple[Unit, ...]
    supports: tuple[Unit, ...]
    headlines: tuple[Figure, ...]
    """The plan's target and the newest result for the whole district: what a reader wants first."""
    figures: tuple[Figure, ...]
    """Targets, then results."""
    broken_down: bool
    """Whether a figure is one organisation's own."""
    breakdown: BreakdownView | None
    disclosed: bool
    standings: tuple[tuple[Figure, StateLine], ...]
    """Each target for the whole district with where it stands."""
    picture: Picture | None
    """The whole place's target over its years."""
    documents: tuple[Ref, ...]
    """The documents that the figures come from."""
    related: tuple[RelatedLine, ...]
    replaced_by: Ref | None
    reports: tuple[ReportLine, ...]
    words: tuple[Source, ...]


class TaskView(NamedTuple):
    record: Task
    plan: Plan
    leads: tuple[Unit, ...]
    supports: tuple[Unit, ...]
    indicators: tuple[IndicatorRow, ...]
    continues: tuple[Link, ...]
    continued_by: tuple[Link, ...]
    reports: tuple[ReportLine, ...]
    replaced_by: Ref | None
    source: Source


class PeriodLine(NamedTuple):
    """How many reports of a period say which state: each the state's word and class, and a number."""

    period: str
    states: tuple[tuple[str, str, int], ...]


class PartnerLine(NamedTuple):
    """A partner of a unit: tasks that the unit leads and it supports, the other way round, and that both lead."""

    ref: Ref
    collective: bool
    leads: int
    follows: int
    jointly: int
    total: int


class PartnersView(NamedTuple):
    """Partners of a unit, those to show at once and the others; ``beside`` only support the same tasks as it."""

    first: tuple[PartnerLine, ...]
    others: tuple[PartnerLine, ...]
    beside: int


class UnitView(NamedTuple):
    record: Organization
    rollup: RollupLine
    """Indicators of the tasks that it leads, each once."""
    periods: tuple[PeriodLine, ...]
    """Reports on the tasks that it leads and those that name it."""
    leads: tuple[TaskLine, ...]
    supports: tuple[TaskLine, ...]
    through: tuple[TaskLine, ...]
    indicators: tuple[IndicatorRow, ...]
    own_targets: tuple[AimLine, ...]
    partners: PartnersView
    members: tuple[tuple[Ref, Source], ...]
    collectives: tuple[Ref, ...]
    predecessors: tuple[tuple[Ref, date], ...]
    successors: tuple[tuple[Ref, date], ...]


class SectionView(NamedTuple):
    record: Section
    plan: Plan
    rollup: RollupLine
    """Indicators of this heading and of those below it."""
    subsections: tuple[Ref, ...]
    tasks: tuple[TaskLine, ...]
    indicators: tuple[IndicatorRow, ...]
    reports: tuple[ReportLine, ...]


class DocumentView(NamedTuple):
    record: Document
    withdrawn: bool
    plans: tuple[str, ...]
    tasks: int
    targets: tuple[Figure, ...]
    results: tuple[Figure, ...]
    reports: tuple[ReportLine, ...]


class SectionNode(NamedTuple):
    """A heading in the tree of a plan, with how much stands under it."""

    id: str
    ref: Ref
    tasks: int
    indicators: int
    children: tuple[SectionNode, ...]


class UnitLine(NamedTuple):
    ref: Ref
    aliases: str
    leads: int
    supports: int
    through: int


class AreaLine(NamedTuple):
    """A heading of the second level, or of the first where there is none below it: where its targets stand."""

    above: str
    """The heading of the first level above it, empty where it is one itself."""
    node: SectionNode
    rollup: RollupLine


class PlanLine(NamedTuple):
    """A plan on the home page: what it promises and how much of that is disclosed."""

    plan: Plan
    document: Ref | None
    tasks: int
    indicators: int
    rollup: RollupLine
    natures: tuple[tuple[str, RollupLine], ...]
    areas: tuple[AreaLine, ...]


class PlanTree(NamedTuple):
    """A plan with its headings."""

    plan: Plan
    areas: tuple[SectionNode, ...]


class TableLine(NamedTuple):
    """A table of the data package: name, Chinese title, description, number of rows, columns."""

    name: str
    title: str
    description: str
    rows: int
    columns: tuple[tuple[str, str, str, bool], ...]


class DataView(NamedTuple):
    """The data package: its tables, and the formats that it has beside CSV and JSON."""

    tables: tuple[TableLine, ...]
    formats: tuple[str, ...]


class HomeView(NamedTuple):
    plans: tuple[PlanLine, ...]
    targets: int
    tasks: int
    units: int
    rollup: RollupLine
    newest: Ref | None
    answered: tuple[tuple[Figure, StateLine], ...]
    """Targets that the newest document answers, with where they stand since: the first of them."""
    answered_more: int
    """How many others there are."""
    newest_results: int
    newest_targets: int
    newest_reports: int
    natures: tuple[Ref, ...]
