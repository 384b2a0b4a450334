"""The page of annual monitoring: for each year of each plan what was ordered, held, reached, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.analysis.facts.plan import running_first, years_with_page
from generator.analysis.target_spec import over
from generator.language import formatting
from generator.ledger.enums import EvaluationKind, PlanKind
from generator.ledger.periods import periods_of
from generator.ledger.records import Evaluation, Plan
from generator.pages.components.references import Ref
from generator.pages.components.rows import EvaluationRow, evaluation_row
from generator.pages.components.states import RollupView, rollup_of
from generator.pages.context import PageContext
from generator.pages.overviews.lists.evaluations import EvaluationOrder, evaluation_orders
from generator.pages.overviews.openness.year_rows import StateCount, state_counts
from generator.pages.overviews.openness.years import year_ref
from generator.pages.page import index_kind


class MonitoredYear(NamedTuple):
    """A year of a plan: its monitoring, where its targets stand, what documents report of it."""

    title: str
    ref: Ref | None
    """The page of the year; None where nothing is known of it."""
    held: tuple[EvaluationRow, ...]
    over: bool
    """Whether the year was over when the newest document of the plan was made."""
    too_early: bool
    """Whether its monitoring would be made in the year in which the documents end."""
    rollup: RollupView | None
    """The targets of that year for the whole place by state; the page of the year lists them."""
    results: int
    reports: tuple[StateCount, ...]
    told: int
    """How many reports these are."""


class MonitoredPlan(NamedTuple):
    """A plan with what orders its monitoring, and its years up to the newest document."""

    plan: Plan
    orders: tuple[EvaluationOrder, ...]
    years: tuple[MonitoredYear, ...]
    held: int
    """How many of the years were monitored."""
    missing: str
    """The years that are over and were not monitored, where it is ordered."""
    later: int
    """How many years of it come after the newest document."""


def monitoring_view(context: PageContext) -> tuple[MonitoredPlan, ...]:
    """Every five-year plan, and other plans that were monitored or are to be."""
    index = context.index
    monitored = {e.plan for e in index.ledger.evaluations if e.kind is EvaluationKind.MONITORING}
    plans = []
    for plan in running_first(index):
        orders = evaluation_orders(context, plan.id, {EvaluationKind.MONITORING})
        if plan.kind is PlanKind.FIVE_YEAR or plan.id in monitored or orders:
            plans.append(_plan(context, plan, orders))
    return tuple(plans)


def _plan(context: PageContext, plan: Plan, orders: tuple[EvaluationOrder, ...]) -> MonitoredPlan:
    as_of = context.index.as_of_plan(plan.id) or context.index.as_of
    last = as_of.year if as_of else plan.end_year
    own = [e for e in context.index.evaluations_of.get(plan.id, ()) if e.kind is EvaluationKind.MONITORING]
    span, known = range(plan.start_year, plan.end_year + 1), {*years_with_page(context.index)}
    years = tuple(_year(context, as_of, year, own, known=year in known) for year in span if year <= last)
    missing = [year.title for year in years if year.over and not year.held] if orders else []
    held = sum(bool(year.held) for year in years)
    return MonitoredPlan(plan, orders, years, held, formatting.AND.join(missing), len(span) - len(years))


def _year(
    context: PageContext, as_of: date | None, year: int, evaluations: Iterable[Evaluation], *, known: bool
) -> MonitoredYear:
    index = context.index
    targets = [t for t in index.targets_from.get(year, ()) if t.end_year == year and t.organization is None]
    reports = [report for period in periods_of(year) for report in index.reports_in.get(period, ())]
    is_over = bool(as_of and over(year, as_of))
    return MonitoredYear(
        title=formatting.year(year),
        ref=year_ref(year) if known else None,
        held=tuple(evaluation_row(context, e) for e in evaluations if e.period[:4] == str(year)),
        over=is_over,
        too_early=is_over and as_of is not None and as_of.year == year + 1,
        rollup=rollup_of(map(context.statuses.of, targets)) if targets else None,
        results=sum(len(index.observations_in.get(period, ())) for period in periods_of(year)),
        reports=state_counts(report.state for report in reports),
        told=len(reports),
    )


KINDS = (
    index_kind(
        "monitoring",
        monitoring_view,
        template="overviews/stages/monitoring.html",
        order=185,
        map_order=145,
        above=("gaps", "evaluations"),
    ),
)
