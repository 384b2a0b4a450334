"""What was not reported: tasks without a report and indicators without a figure of a year, by unit, and the rate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.facts.breakdown import binding_and_whole
from generator.analysis.facts.next_due import last_due
from generator.analysis.facts.task import years_under_way
from generator.analysis.facts.unit import indicators_led, tasks_with_role
from generator.analysis.target_states import IN_WORDS
from generator.language import formatting
from generator.ledger.enums import Nature, OrganizationKind, Role, State
from generator.ledger.periods import time_of
from generator.ledger.records import Organization
from generator.pages.components.references import Ref, indicator_ref, organization_ref, task_ref
from generator.pages.context import PageContext, once_in_context
from generator.pages.overviews.rounds.round import RoundRow
from generator.pages.overviews.rounds.rounds import rounds_view
from generator.pages.page import index_kind


class Rate(NamedTuple):
    """So many of so many, and the same in per cent; empty where there is nothing to report."""

    done: int
    total: int
    percent: str


ROUNDS = "rounds"
"""The work of the office that settings make public."""
NOTHING = Rate(0, 0, "")


class YearRate(NamedTuple):
    """A year: how many of the tasks under way, and of the indicators whose target is a number, are told of."""

    title: str
    tasks: Rate
    indicators: Rate


class UnitGaps(NamedTuple):
    """A unit that leads: its rates, and what has no report or figure of the year."""

    anchor: str
    ref: Ref
    tasks: Rate
    indicators: Rate
    calendar: bool
    """Whether it has targets, whose days stand in its calendar."""
    unreported_tasks: tuple[Ref, ...]
    unreported_indicators: tuple[Ref, ...]


class PlanWhole(NamedTuple):
    """A plan's binding indicators of which no organisation has a target, of how many, and the list of these."""

    plan: Ref
    refs: tuple[Ref, ...]
    total: int


class ReportingGapsView(NamedTuple):
    """What the page shows; without a year nothing has been reported at all."""

    year: str
    tasks: Rate
    """Of the year, whoever leads them."""
    indicators: Rate
    """Those whose target is a number."""
    in_words: Rate
    """Those whose target is that something is built or is in words: how many have a verdict of the year."""
    years: tuple[YearRate, ...]
    units: tuple[UnitGaps, ...]
    collectives: tuple[UnitGaps, ...]
    """The same of collectives, which are no unit to be compared with others."""
    complete: tuple[Ref, ...]
    """Units that lead something of the year and left nothing unreported."""
    unled: int
    """Indicators with a target of the year for which no unit is named."""
    last_due: str = ""
    """The last day on which a target of the whole place is due; empty where there is none."""


class SupervisionView(NamedTuple):
    """What the page shows: what was not reported, and binding indicators of which no organisation has a target."""

    gaps: ReportingGapsView
    whole: tuple[PlanWhole, ...]
    rounds: tuple[RoundRow, ...]
    """Rounds of asking with the numbers of their pages, where these are public."""


class Coverage(NamedTuple):
    """The years in which a task or an indicator is under way, and those of which documents report it."""

    years: frozenset[int]
    reported: frozenset[int]


def supervision_view(context: PageContext) -> SupervisionView:
    """What the page shows."""
    rounds = rounds_view(context) if ROUNDS in context.site.public else ()
    return SupervisionView(reporting_gaps_view(context), _whole(context), rounds)


@once_in_context
def reporting_gaps_view(context: PageContext) -> ReportingGapsView:
    """The newest year that a document tells of or a round asks about, in detail; the years before it in numbers."""
    index = context.index
    tasks = {t.id: _of_task(context, t.id) for t in index.ledger.tasks}
    every = {i.id: _of_indicator(context, i.id) for i in index.ledger.indicators}
    indicators = {id_: one for id_, one in every.items() if index.indicators[id_].measure not in IN_WORDS}
    in_words = {id_: one for id_, one in every.items() if id_ not in indicators}
    last = index.as_of.year if index.as_of else 0
    reported = {y for one in (*tasks.values(), *every.values()) for y in one.reported if y <= last}
    if not reported:
        return ReportingGapsView("", NOTHING, NOTHING, NOTHING, (), (), (), (), 0)
    asked = {time_of(one.period)[0] for one in index.ledger.rounds if index.as_of and one.opens_on <= index.as_of}
    held = {year for year in (*reported, *asked) if year <= last}
    newest = max(held)
    years = (YearRate(formatting.year(y), _rate(tasks, y), _rate(indicators, y)) for y in sorted(held, reverse=True))
    units = {u.id: _unit(context, u, newest, tasks, every) for u in index.ledger.organizations}
    found = [(index.organizations[id_].kind, unit) for id_, unit in units.items() if unit]
    lacking = [(kind, unit) for kind, unit in found if unit.unreported_tasks or unit.unreported_indicators]
    return ReportingGapsView(
        year=formatting.year(newest),
        tasks=_rate(tasks, newest),
        indicators=_rate(indicators, newest),
        in_words=_rate(in_words, newest),
        years=tuple(y for y in years if y.tasks.total or y.indicators.total),
        units=tuple(unit for kind, unit in lacking if kind is not OrganizationKind.COLLECTIVE),
        collectives=tuple(unit for kind, unit in lacking if kind is OrganizationKind.COLLECTIVE),
        complete=tuple(unit.ref for kind, unit in found if (kind, unit) not in lacking),
        unled=sum(1 for id_ in _due(indicators, newest) if not index.leads_of_indicator(index.indicators[id_])),
        last_due=last_due_words(context),
    )


def _whole(context: PageContext) -> tuple[PlanWhole, ...]:
    index = context.index
    totals = Counter(one.plan for one in index.indicators_of_nature.get(Nature.BINDING.value, ()))
    return tuple(
        PlanWhole(
            Ref(index.plans[plan].title, f"indicators/binding/#{plan}-whole"),
            tuple(map(indicator_ref, own)),
            totals[plan],
        )
        for plan, own in binding_and_whole(index).items()
    )


@once_in_context
def last_due_words(context: PageContext) -> str:
    """The last day on which a target for the whole place is due; empty where there is none."""
    targets = context.index.targets_for.get(None, ())
    day = last_due(context.index, map(context.statuses.of, targets))
    return formatting.day(day) if day else ""


def _unit(
    context: PageContext, unit: Organization, year: int, tasks: dict[str, Coverage], indicators: dict[str, Coverage]
) -> UnitGaps | None:
    """What a unit left unreported; None where it leads no task and no indicator of the year."""
    index = context.index
    all_led = tasks_with_role(index, unit.id, Role.LEAD)
    led = {t.id: tasks[t.id] for t in all_led if year in tasks[t.id].years}
    own = [i.id for i in indicators_led(index, unit.id, all_led) if i.task is None or i.task in led]
    dated = {id_: indicators[id_] for id_ in own if year in indicators[id_].years}
    measured = {id_: one for id_, one in dated.items() if index.indicators[id_].measure not in IN_WORDS}
    if not (led or measured):
        return None
    return UnitGaps(
        anchor=f"unit-{unit.id}",
        ref=organization_ref(unit),
        tasks=_rate(led, year),
        indicators=_rate(measured, year),
        calendar=bool(dated),
        unreported_tasks=tuple(task_ref(index.tasks[id_]) for id_ in _unreported(led, year)),
        unreported_indicators=tuple(indicator_ref(index.indicators[i]) for i in _unreported(measured, year)),
    )


def _of_task(context: PageContext, id_: str) -> Coverage:
    task = context.index.tasks[id_]
    periods = [report.period for report in context.index.reports_of_task(id_)]
    for indicator in context.index.indicators_of_task.get(id_, ()):
        periods += [o.period for o in context.index.observations_of.get(indicator.id, ())]
    return Coverage(frozenset(years_under_way(context.index, task)), _years(periods))


def _of_indicator(context: PageContext, id_: str) -> Coverage:
    index = context.index
    whole = (t for t in index.targets_of.get(id_, ()) if not t.organization)
    targets = (t for t in whole if context.statuses.of(t).state is not State.ENDED)
    periods = [o.period for o in index.observations_of.get(id_, ()) if not o.organization]
    if index.indicators[id_].measure in IN_WORDS:  # of others a document's verdict is no figure
        periods += [r.period for r in index.reports_of_indicator(id_)]
    years = frozenset(year for t in targets for year in range(t.start_year, t.end_year + 1))
    return Coverage(years, _years(periods))


def _years(periods: Iterable[str]) -> frozenset[int]:
    return frozenset({time_of(period)[0] for period in periods})


def _due(records: dict[str, Coverage], year: int) -> list[str]:
    """Those that are under way in a year."""
    return [id_ for id_, one in records.items() if year in one.years]


def _unreported(records: dict[str, Coverage], year: int) -> list[str]:
    """Those without a report or a figure of a year."""
    return [id_ for id_, one in records.items() if year not in one.reported]


def _rate(records: dict[str, Coverage], year: int) -> Rate:
    due = _due(records, year)
    done = sum(1 for id_ in due if year in records[id_].reported)
    return Rate(done, len(due), formatting.percent(Decimal(done) / len(due)) if due else "")


KINDS = (
    index_kind(
        "supervision",
        supervision_view,
        template="overviews/openness/reporting_gaps.html",
        order=210,
        map_order=120,
        above=("gaps",),
    ),
)
