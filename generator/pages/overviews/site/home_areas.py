"""The areas on the home page: how much each holds, who leads most of it, and what is newest in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.analysis.facts.plan import running_first
from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.promises.admissions import Admission
from generator.language import formatting
from generator.language.pages import home_words
from generator.ledger.periods import time_of
from generator.ledger.records import Indicator, Observation, Plan, Report, Section, Task
from generator.pages.components.figures import observation_figure, observed_period
from generator.pages.components.plan_names import numeral
from generator.pages.components.promises.admissions import AdmissionView, admission_view
from generator.pages.components.references import Ref, area_title, indicator_ref, section_ref
from generator.pages.components.states import StatusView, status_view
from generator.pages.context import PageContext

MOST = 24
"""Areas that the page shows."""
NAMES = 2
"""Units that are named as those that lead most; more are counted."""


class NewestFigure(NamedTuple):
    """The newest figure of an area, with where its target stands."""

    ref: Ref
    period: str
    text: str
    status: StatusView | None


class AreaCard(NamedTuple):
    """An area; of the newest of it at most one is given."""

    ref: Ref
    tasks: int
    targets: int
    leads: str
    """Who leads most, in words; empty where it has no task."""
    admission: AdmissionView | None
    """What a document admits as missed in it."""
    figure: NewestFigure | None
    report: str
    """A report in our words, with its time."""


class AreasView(NamedTuple):
    """The areas of the plan that the page is about."""

    title: str
    plan: Ref | None
    cards: tuple[AreaCard, ...]
    untold: int
    """How many of the cards have nothing new to tell."""
    more: int
    """Areas of which there is something to tell that are not shown."""
    quiet: tuple[Ref, ...]
    """Areas without a target and without anything new."""


class _Area(NamedTuple):
    """What stands under a heading."""

    section: Section
    tasks: list[Task]
    indicators: list[Indicator]


def home_areas(context: PageContext) -> AreasView | None:
    """The areas of the first running plan that has several; None where no plan has."""
    index = context.index
    for plan in running_first(index):
        areas = [area for area in _areas(index, plan) if area.tasks or area.indicators]
        if areas:
            cards = [_card(context, plan, area) for area in areas]
            telling = [card for card in cards if card.targets or card.report or card.figure or card.admission] or cards
            quiet = tuple(card.ref for card in cards if card not in telling)
            ref = Ref(plan.title, f"plans/{plan.id}/")
            shown = tuple(telling[:MOST])
            title = (
                home_words.AREAS.format(count=home_words.TWO if len(shown) == 2 else numeral(len(shown)))
                if len(shown) > 1
                else home_words.ONE_AREA
            )
            untold = sum(not (card.admission or card.figure or card.report) for card in shown)
            return AreasView(title, ref, shown, untold, len(telling[MOST:]), quiet[:MOST])
    return None


def _areas(index: LedgerIndex, plan: Plan) -> Iterable[_Area]:
    """The areas of a plan, in the order of its document."""
    areas: dict[str, _Area] = {}
    for top in index.subsections.get(None, ()):
        if top.plan == plan.id:
            for section in (top, *index.subsections.get(top.id, ())):
                areas[section.id] = _Area(section, [], [])
    for task in index.tasks_of_plan.get(plan.id, ()):
        areas[index.area(task.section).id].tasks.append(task)
    for area in areas.values():
        for section in _below(index, area.section, areas):
            area.indicators.extend(index.indicators_of_section.get(section, ()))
    return areas.values()


def _below(index: LedgerIndex, section: Section, areas: dict[str, _Area]) -> Iterable[str]:
    """A heading and those below it that are no areas of their own."""
    yield section.id
    for below in index.subsections.get(section.id, ()):
        if below.id not in areas:
            yield from _below(index, below, areas)


def _card(context: PageContext, plan: Plan, area: _Area) -> AreaCard:
    index = context.index
    targets = sum(
        index.plan_of_target(target) == plan.id and target.organization is None
        for indicator in area.indicators
        for target in index.targets_of.get(indicator.id, ())
    )
    admission = _admission(context, area)
    figure = None if admission else _figure(context, plan, area.indicators)
    report = "" if admission or figure else _report(context, plan, area.tasks)
    title = area_title(index, area.section)
    ref = section_ref(area.section)._replace(title=title)
    return AreaCard(ref, len(area.tasks), targets, _leads(index, area.tasks), admission, figure, report)


def _leads(index: LedgerIndex, tasks: Sequence[Task]) -> str:
    """Who leads most tasks; each of several that lead one together counts one."""
    if not tasks:
        return ""
    counts = Counter(lead.organization for task in tasks for lead in index.leads(task.id))
    if not counts:
        return home_words.NO_LEAD
    most = max(counts.values())
    first = [id_ for id_, count in counts.items() if count == most]
    names = formatting.AND.join(index.organizations[id_].name for id_ in first)
    units = names if len(first) <= NAMES else home_words.MANY_UNITS.format(count=len(first))
    if len(tasks) == 1 or len(counts) == 1:
        return home_words.LEADS_ALONE.format(units=units)
    if len(first) == len(counts):
        return home_words.LEAD_EACH.format(units=units, count=most)
    pattern = home_words.LEADS_MOST if len(first) == 1 else home_words.LEAD_MOST_EACH
    return pattern.format(units=units, count=most)


def _admission(context: PageContext, area: _Area) -> AdmissionView | None:
    promises = context.promises
    found: list[Admission] = [one for i in area.indicators for one in promises.admissions_of_indicator(i.id)]
    found += [one for task in area.tasks for one in promises.admissions_of_task(task.id)]
    newest = max(found, key=lambda one: (bool(one.indicators), one.year, one.month), default=None)
    return admission_view(context, newest) if newest else None


def _figure(context: PageContext, plan: Plan, indicators: Sequence[Indicator]) -> NewestFigure | None:
    """The newest figure of the plan's time: one that has a target before one that has none."""
    index = context.index

    def rank(figure: Observation) -> tuple[int, int, bool]:
        return *time_of(figure.period)[:2], bool(index.main_target(figure.indicator))

    figures = [figure for one in indicators if (figure := index.newest(one.id))]
    own = [figure for figure in figures if time_of(figure.period)[0] >= plan.start_year]
    newest = max(own, key=rank, default=None)
    if newest is None:
        return None
    main = context.statuses.main(newest.indicator)
    return NewestFigure(
        ref=indicator_ref(index.indicators[newest.indicator]),
        period=observed_period(newest),
        text=observation_figure(context, newest).text,
        status=status_view(context, main) if main and main.disclosed else None,
    )


def _report(context: PageContext, plan: Plan, tasks: Sequence[Task]) -> str:
    reports: list[Report] = [report for task in tasks for report in context.index.reports_of_task(task.id)]
    own = [report for report in reports if time_of(report.period)[0] >= plan.start_year]
    newest = max(own, key=lambda report: time_of(report.period)[:2], default=None)
    return f"{formatting.period(newest.period)}：{formatting.full_width(newest.summary)}" if newest else ""
