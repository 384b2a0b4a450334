"""The home page: how far the plans have come, and what the newest document brings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.analysis.facts.plan import PlanFacts, plan_facts, running_first
from generator.analysis.target_status import TargetStatus
from generator.language import page_words
from generator.ledger.enums import OrganizationKind
from generator.pages.components.figures import Figure, target_figure
from generator.pages.components.plan_sections import AreasView, areas_view
from generator.pages.components.references import Ref, document_ref, plan_ref
from generator.pages.components.states import RollupView, StatusView, rollup_of, status_view
from generator.pages.context import PageContext
from generator.pages.overviews.lists.natures import nature_refs
from generator.pages.overviews.site.search import examples
from generator.pages.page import PageContent, PageEntry, PageKind

SHOWN = 20
"""Targets that the page shows of those for which the newest document gives figures."""


class PlanSummary(NamedTuple):
    """A plan: its targets and how much of them is disclosed."""

    id: str
    ref: Ref
    kind: str
    document: Ref | None
    tasks: int
    indicators: int
    projects: int
    rollup: RollupView
    areas: AreasView


class HomeView(NamedTuple):
    """What the home page shows."""

    plans: tuple[PlanSummary, ...]
    targets: int
    tasks: int
    units: int
    towns: int
    areas: int
    rollup: RollupView
    newest: Ref | None
    answered: tuple[tuple[Figure, StatusView], ...]
    """Targets for which the newest document gives figures, with where they stand since: the first of them."""
    answered_more: int
    """How many others there are."""
    newest_observations: int
    newest_targets: int
    newest_reports: int
    natures: tuple[Ref, ...]
    projects: int
    examples: tuple[Ref, ...]
    """Searches to try."""


def home_view(context: PageContext) -> HomeView:
    """What the home page shows."""
    index, ledger = context.index, context.index.ledger
    plans = [plan_facts(index, context.statuses, plan.id) for plan in running_first(index)]
    statuses = [status for plan in plans for status in plan.statuses]
    newest = max(ledger.documents, key=lambda d: d.published_on or d.signed_on or date.min, default=None)
    document = newest.id if newest else ""
    answered = _answered(context, document)
    towns = sum(1 for o in ledger.organizations if index.is_territory(o))
    organizations = sum(1 for o in ledger.organizations if o.kind is not OrganizationKind.COLLECTIVE)
    return HomeView(
        plans=tuple(map(_plan, plans)),
        targets=len(statuses),
        tasks=len(ledger.tasks),
        units=organizations - towns,
        towns=towns,
        areas=sum(len(plan.areas) for plan in plans),
        rollup=rollup_of(statuses),
        newest=document_ref(newest) if newest else None,
        answered=tuple((target_figure(context, s.target), status_view(context, s)) for s in answered[:SHOWN]),
        answered_more=len(answered[SHOWN:]),
        newest_observations=len(index.observations_of_document.get(document, ())),
        newest_targets=len(index.targets_of_document.get(document, ())),
        newest_reports=len(index.reports_of_document.get(document, ())),
        natures=nature_refs(context),
        projects=len(ledger.projects),
        examples=examples(index),
    )


def _plan(facts: PlanFacts) -> PlanSummary:
    return PlanSummary(
        id=facts.record.id,
        ref=plan_ref(facts.record),
        kind=facts.record.kind,
        document=document_ref(facts.document) if facts.document else None,
        tasks=facts.tasks,
        indicators=facts.indicators,
        projects=len(facts.projects),
        rollup=rollup_of(facts.statuses),
        areas=areas_view(facts),
    )


def _answered(context: PageContext, document: str) -> list[TargetStatus]:
    """The district-wide targets that a document gives figures of their time for, or reports that decide."""
    index = context.index
    indicators = [o.indicator for o in index.observations_of_document.get(document, ())]
    indicators += [i for r in index.reports_of_document.get(document, ()) for i in index.indicators_of_report(r.id)]
    statuses = (status for id_ in dict.fromkeys(indicators) for status in context.statuses.of_indicator(id_))
    return [status for status in statuses if status.target.organization is None and status.disclosed]


def _pages(context: PageContext) -> Iterator[PageEntry]:
    yield PageEntry("", page_words.HOME, lambda: PageContent("", "", home_view(context)))


KINDS = (PageKind(order=0, template="overviews/site/home.html", pages=_pages, nav_title=page_words.HOME),)
