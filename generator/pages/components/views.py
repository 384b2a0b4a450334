"""What each page shows, ready to print: no template computes or looks anything up.

A view is made of refs (title and path of another page), texts and lists. Paths are relative to the site's root.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.chart_geometry import ProgressBar


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


class SectionNode(NamedTuple):
    """A heading in the tree of a plan, with how much stands under it."""

    id: str
    ref: Ref
    tasks: int
    indicators: int
    children: tuple[SectionNode, ...]


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
