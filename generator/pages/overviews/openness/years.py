"""The list of years: what documents give for each."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from generator.analysis.facts.plan import years_of_plans, years_with_page
from generator.analysis.ledger_index import LedgerIndex
from generator.language import formatting
from generator.ledger.periods import periods_of
from generator.ledger.records import Plan
from generator.pages.components.references import Ref, document_ref, plan_ref
from generator.pages.context import PageContext
from generator.pages.page import index_kind


class YearPlan(NamedTuple):
    """A plan of one year and its document, None where its text was not available."""

    ref: Ref
    document: Ref | None
    expired: bool
    """Whether the document is no longer in force."""


class YearRow(NamedTuple):
    """A year as a row; a year of which nothing is known has no page."""

    title: str
    ref: Ref | None
    plans: tuple[YearPlan, ...]
    targets: int
    observations: int
    reports: int
    tasks: int


def years_view(context: PageContext) -> tuple[YearRow, ...]:
    """Every year of every plan, the newest first."""
    annual = Counter(t.start_year for t in context.index.ledger.targets if t.start_year == t.end_year)
    return tuple(_row(context, year, annual[year]) for year in reversed(years_of_plans(context.index)))


def year_ref(year: int) -> Ref:
    """The page of a year."""
    return Ref(formatting.year(year), f"years/{year}/")


def year_refs(context: PageContext) -> tuple[Ref, ...]:
    """The pages of all years, the newest first."""
    return tuple(map(year_ref, reversed(years_with_page(context.index))))


def annual_plans(index: LedgerIndex, year: int) -> list[Plan]:
    """The plans of that one year: annual plans, lists of 民生实事, key work."""
    return [p for p in index.ledger.plans if p.start_year == p.end_year == year]


def year_plan(context: PageContext, plan: Plan) -> YearPlan:
    """A plan of one year with its document."""
    document = context.index.documents.get(plan.document or "")
    expired = document is not None and context.index.is_withdrawn(document.id)
    return YearPlan(plan_ref(plan), document_ref(document) if document else None, expired)


def _row(context: PageContext, year: int, targets: int) -> YearRow:
    index, periods, plans = context.index, periods_of(year), annual_plans(context.index, year)
    observations = sum(len(index.observations_in.get(p, ())) for p in periods)
    reports = sum(len(index.reports_in.get(p, ())) for p in periods)
    ref = year_ref(year) if targets or observations or reports else None
    tasks = sum(len(index.tasks_of_plan.get(p.id, ())) for p in plans)
    own = tuple(year_plan(context, plan) for plan in plans)
    return YearRow(formatting.year(year), ref, own, targets, observations, reports, tasks)


KINDS = (
    index_kind(
        "years", years_view, template="overviews/openness/years.html", order=60, map_order=90, in_navigation=True
    ),
)
