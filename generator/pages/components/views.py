"""What each page shows, ready to print: no template computes or looks anything up.

A view is made of refs (title and path of another page), texts and lists. Paths are relative to the site's root.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis.chart_geometry import ProgressBar
from generator.ledger.records import Document, Indicator, Organization, Plan, Section, Task


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
    bullet: ProgressBar | None
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
    area: str
    """Id of the heading that it is filtered by."""


class TaskLine(NamedTuple):
    """A task as a row of a list."""

    ref: Ref
    locator: str
    summary: str
    section: Ref
    area: str
    """Id of the heading that it is filtered by."""
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


class FilterPlan(NamedTuple):
    """A plan that rows of a list may belong to, and its areas: id and title of each."""

    id: str
    title: str
    areas: tuple[tuple[str, str], ...]


class FilterView(NamedTuple):
    """What rows of a list may be filtered by, as far as the rows do not say it themselves."""

    plans: tuple[FilterPlan, ...]
    states: tuple[str, ...]
    """In the order in which they are sorted."""


class ListView(NamedTuple):
    """A page that lists records in groups."""

    filter: FilterView
    groups: tuple[Group, ...]


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


class FieldLine(NamedTuple):
    """A field before and after; empty texts stand for no value."""

    title: str
    old: str
    new: str


class ChangeLine(NamedTuple):
    """What became of a record; ``path`` is empty where it has no page, ``title`` on the page of the record itself."""

    path: str
    title: str
    table: str
    part: str
    edit: str
    words: str
    """What a record that is new or gone says."""
    fields: tuple[FieldLine, ...]
    more: int
    """Fields that are not shown."""


class RecentLine(NamedTuple):
    day: str
    change: ChangeLine


class RecentView(NamedTuple):
    """The last changes of a record."""

    day: str
    """Of the newest one; where there is none, of the first commit of the ledger."""
    lines: tuple[RecentLine, ...]
    shallow: bool
    """Whether nothing older is known than a first commit without a change since."""


class Headline(NamedTuple):
    """A figure with what it is: a word that is explained, and what stands before it and after it."""

    before: str
    word: str
    after: str
    text: str

    @property
    def label(self) -> str:
        """What the figure is, in one text."""
        return f"{self.before}{self.word}{self.after}"


class IndicatorView(NamedTuple):
    record: Indicator
    plan: Plan
    task: Ref | None
    task_summary: str
    leads: tuple[Unit, ...]
    supports: tuple[Unit, ...]
    headlines: tuple[Headline, ...]
    """The plan's target and the figure that answers it: what a reader wants first."""
    figures: tuple[Figure, ...]
    """Targets, then results."""
    bases: tuple[str, ...]
    """Words by which the results say how they count and whether they are final."""
    broken_down: bool
    """Whether a figure is one organisation's own."""
    breakdown: BreakdownView | None
    disclosed: bool
    standings: tuple[tuple[Figure, StateLine], ...]
    """Each target for the whole district with where it stands."""
    picture: Markup
    """The whole place's target over its years; empty where there is nothing to draw."""
    documents: tuple[Ref, ...]
    """The documents that the figures come from."""
    updated: str
    """The day of the newest of them, as data; empty where none bears one."""
    related: tuple[RelatedLine, ...]
    replaced_by: Ref | None
    reports: tuple[ReportLine, ...]
    words: tuple[Source, ...]
    changes: RecentView | None
    """None where the ledger has no history."""


class TaskView(NamedTuple):
    record: Task
    plan: Plan
    leads: tuple[Unit, ...]
    supports: tuple[Unit, ...]
    indicators: tuple[IndicatorLine, ...]
    continues: tuple[Link, ...]
    continued_by: tuple[Link, ...]
    reports: tuple[ReportLine, ...]
    replaced_by: Ref | None
    source: Source
    updated: str
    """The day of its document, as data; empty where it bears none."""


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
    wanted: int
    """Targets of these, the parts of organisations included, whose result is not disclosed."""
    periods: tuple[PeriodLine, ...]
    """Reports on the tasks that it leads and those that name it."""
    leads: tuple[TaskLine, ...]
    supports: tuple[TaskLine, ...]
    through: tuple[TaskLine, ...]
    indicators: tuple[IndicatorLine, ...]
    filter: FilterView | None
    """None where the lists are so short that a glance does."""
    own_targets: tuple[AimLine, ...]
    partners: PartnersView
    members: tuple[tuple[Ref, Source], ...]
    collectives: tuple[Ref, ...]
    predecessors: tuple[tuple[Ref, date], ...]
    successors: tuple[tuple[Ref, date], ...]
    changes: RecentView | None
    """None where the ledger has no history."""
    updated: str
    """The day of the newest document of its tasks, as data; empty where none bears one."""


class SectionView(NamedTuple):
    record: Section
    plan: Plan
    rollup: RollupLine
    """Indicators of this heading and of those below it."""
    subsections: tuple[Ref, ...]
    tasks: tuple[TaskLine, ...]
    indicators: tuple[IndicatorLine, ...]
    reports: tuple[ReportLine, ...]


class Evaluated(NamedTuple):
    """An evaluation that a document tells of."""

    ref: Ref
    plan: Ref
    evaluator: str
    conclusion: str


class DocumentView(NamedTuple):
    record: Document
    withdrawn: bool
    plans: tuple[str, ...]
    tasks: int
    targets: tuple[Figure, ...]
    results: tuple[Figure, ...]
    reports: tuple[ReportLine, ...]
    evaluations: tuple[Evaluated, ...]


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
    """An area or a nature: where its targets stand, on a bar that is as long as they are many."""

    above: str
    """The heading of the first level above an area, empty where it is one itself."""
    ref: Ref | None
    title: str
    rollup: RollupLine
    scale: str
    """The width of the frame in which the bar of all its targets is 100 wide."""


class AreasView(NamedTuple):
    """A plan's targets by nature and by area, and the areas that have none."""

    natures: tuple[AreaLine, ...]
    areas: tuple[AreaLine, ...]
    silent: tuple[Ref, ...]
    elsewhere: int
    """Targets that stand under headings of another plan."""


class PlanLine(NamedTuple):
    """A plan on the home page: what it promises and how much of that is disclosed."""

    plan: Plan
    document: Ref | None
    tasks: int
    indicators: int
    rollup: RollupLine
    areas: AreasView


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


class HomeView(NamedTuple):
    plans: tuple[PlanLine, ...]
    targets: int
    tasks: int
    units: int
    towns: int
    areas: int
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
    examples: tuple[Ref, ...]
    """Searches to try."""


class FormatLine(NamedTuple):
    """A format of the data package."""

    title: str
    file: str
    """Its only file, beside the page of the data; empty where each table is a file."""
    suffix: str
    description: Markup


class DataView(NamedTuple):
    """The data package: its tables, and the formats that it has."""

    tables: tuple[TableLine, ...]
    described: Markup
    """What catalogues of data sets read."""
    formats: tuple[FormatLine, ...]


class MapView(NamedTuple):
    """Pages that lead to all others; a column with a line about it."""

    columns: tuple[tuple[Ref, str], ...]
    indicators: tuple[Ref, ...]
    years: tuple[Ref, ...]
    plans: tuple[Ref, ...]
    explanations: tuple[Ref, ...]
