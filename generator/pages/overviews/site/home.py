"""The home page: how far the plans have come, and what the newest document brings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.analysis.target_status import TargetStatus
from generator.language import page_words
from generator.ledger.enums import OrganizationKind
from generator.ledger.records import Plan, Target
from generator.pages.components.area_summary import areas, by_nature
from generator.pages.components.section_tree import section_tree
from generator.pages.components.views import AreasView, Figure, Ref, RollupLine, StateLine
from generator.pages.overviews.lists.natures import nature_refs
from generator.pages.overviews.site.search import examples
from generator.pages.page import PageContent, PageContext, PageEntry, PageKind

SHOWN = 20
"""Targets that the page shows of those that the newest document answers."""


class PlanLine(NamedTuple):
    """A plan: what it promises and how much of that is disclosed."""

    plan: Plan
    document: Ref | None
    tasks: int
    indicators: int
    rollup: RollupLine
    areas: AreasView


class HomeView(NamedTuple):
    """What the home page shows."""

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


def home_view(context: PageContext) -> HomeView:
    """What the home page shows."""
    components, index = context.components, context.index
    ledger = index.ledger
    standings = [(plan, components.statuses.of_plan(plan.id)) for plan in ledger.plans]
    promises = [status for _, own in standings for status in own]
    newest = max(ledger.documents, key=lambda d: d.published_on or d.signed_on or date.min, default=None)
    document = newest.id if newest else ""
    answered = _answered(context, document)
    plans = tuple(_plan(context, plan, own) for plan, own in standings)
    towns = sum(1 for o in ledger.organizations if index.is_territory(o))
    organizations = sum(1 for o in ledger.organizations if o.kind is not OrganizationKind.COLLECTIVE)
    return HomeView(
        plans=plans,
        targets=len(promises),
        tasks=len(ledger.tasks),
        units=organizations - towns,
        towns=towns,
        areas=sum(len(plan.areas.areas) + len(plan.areas.silent) for plan in plans),
        rollup=components.rollup(promises),
        newest=components.document(document) if newest else None,
        answered=tuple((components.target(t), components.state(components.statuses.of(t))) for t in answered[:SHOWN]),
        answered_more=len(answered[SHOWN:]),
        newest_results=len(index.observations_of_document.get(document, ())),
        newest_targets=len(index.targets_of_document.get(document, ())),
        newest_reports=len(index.reports_of_document.get(document, ())),
        natures=nature_refs(context),
        examples=examples(index),
    )


def _plan(context: PageContext, record: Plan, standings: list[TargetStatus]) -> PlanLine:
    components = context.components
    tree = section_tree(components, record.id)
    return PlanLine(
        plan=record,
        document=components.document(record.document) if record.document else None,
        tasks=sum(n.tasks for n in tree),
        indicators=sum(n.indicators for n in tree),
        rollup=components.rollup(standings),
        areas=areas(components, record.id, by_nature(standings)),
    )


def _answered(context: PageContext, document: str) -> list[Target]:
    """The district-wide targets that a document gives figures of their time for, or reports that decide."""
    index, statuses = context.index, context.components.statuses
    indicators = [o.indicator for o in index.observations_of_document.get(document, ())]
    indicators += [i for r in index.reports_of_document.get(document, ()) for i in index.indicators_of_report(r.id)]
    targets = (t for i in dict.fromkeys(indicators) for t in index.targets_of.get(i, ()) if t.organization is None)
    return [target for target in targets if statuses.of(target).disclosed]


def _pages(context: PageContext) -> Iterator[PageEntry]:
    yield "", page_words.HOME, lambda: PageContent("", "", home_view(context))


KINDS = (PageKind(order=0, template="overviews/site/home.html", pages=_pages, nav_title=page_words.HOME),)
