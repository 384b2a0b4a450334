"""The page of an organisation: what it leads and supports, how its targets stand, with whom it works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from generator.analysis.facts.unit import Partner, UnitFacts, unit_facts
from generator.analysis.record_dates import RecordDates
from generator.language import formatting, page_words
from generator.ledger.enums import OrganizationKind, ReportState
from generator.ledger.records import Organization, Succession
from generator.pages.components.breakdown_table import TargetRow, target_row
from generator.pages.components.filters import FilterView, filter_of_unit
from generator.pages.components.recent_changes import RecentChangesView, recent_changes
from generator.pages.components.references import Ref, Source, document_ref, organization_ref, source_of
from generator.pages.components.rows import (
    IndicatorRow,
    ProjectRow,
    ReportRow,
    TaskRow,
    indicator_row,
    project_row,
    report_row,
    task_row,
    task_row_as,
    task_row_through,
)
from generator.pages.components.states import RollupView, css_class, rollup_of
from generator.pages.components.structured_data import source_tags
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref

OPEN = 15
"""Partners that a reader sees at once; the others are folded away."""


class StateCount(NamedTuple):
    """How many reports say a state: its word, its class in the stylesheet, the number."""

    state: str
    css_class: str
    reports: int


class PeriodRow(NamedTuple):
    """How many reports of a period say which state."""

    period: str
    states: tuple[StateCount, ...]


class PartnerRow(NamedTuple):
    """A partner of a unit: tasks that the unit leads and it supports, the other way round, and that both lead."""

    ref: Ref
    collective: bool
    leads: int
    supports: int
    jointly: int
    total: int


class PartnersView(NamedTuple):
    """Partners of a unit, those to show at once and the others; ``beside`` only support the same tasks as it."""

    first: tuple[PartnerRow, ...]
    others: tuple[PartnerRow, ...]
    beside: int


class SuccessionRow(NamedTuple):
    """The other unit of a hand-over, the day, and the document that says so, None where none is known."""

    ref: Ref
    on: date
    document: Ref | None


class UnitView(NamedTuple):
    """What the page of an organisation shows."""

    record: Organization
    rollup: RollupView
    """Indicators of the tasks that it leads, each once."""
    undisclosed: int
    """Targets of these, the parts of organisations included, whose end is not disclosed."""
    periods: tuple[PeriodRow, ...]
    """Reports on the tasks that it leads and those that name it."""
    leads: tuple[TaskRow, ...]
    supports: tuple[TaskRow, ...]
    others: tuple[TaskRow, ...]
    """Tasks in which it takes part, guides or assesses."""
    through: tuple[TaskRow, ...]
    indicators: tuple[IndicatorRow, ...]
    filter: FilterView | None
    """None where the lists are so short that a glance does."""
    own_targets: tuple[TargetRow, ...]
    partners: PartnersView
    members: tuple[tuple[Ref, Source], ...]
    collectives: tuple[Ref, ...]
    parent: Ref | None
    children: tuple[Ref, ...]
    """Units that belong to it."""
    projects: tuple[ProjectRow, ...]
    """Those that it is responsible for."""
    named_tasks: tuple[TaskRow, ...]
    named_reports: tuple[ReportRow, ...]
    named_projects: tuple[ProjectRow, ...]
    """What names it as a place."""
    predecessors: tuple[SuccessionRow, ...]
    successors: tuple[SuccessionRow, ...]
    changes: RecentChangesView | None
    """None where the ledger has no history."""
    dates: RecordDates
    """When it last changed, and the day of the newest document of its tasks."""


def unit_view(context: PageContext, facts: UnitFacts) -> UnitView:
    """What the page of an organisation shows."""
    leads, supports = (tuple(task_row(context, task) for task in tasks) for tasks in (facts.led, facts.supported))
    others = tuple(task_row_as(context, task.record, task.role) for task in facts.others)
    through = tuple(task_row_through(context, task) for task in facts.through)
    organizations = context.index.organizations
    return UnitView(
        record=facts.record,
        rollup=rollup_of(facts.statuses),
        undisclosed=facts.undisclosed,
        periods=tuple(_period(period, states) for period, states in facts.report_states.items()),
        leads=leads,
        supports=supports,
        others=others,
        through=through,
        indicators=tuple(indicator_row(context, indicator) for indicator in facts.indicators),
        filter=filter_of_unit(context, (*leads, *supports, *others, *through), len(facts.indicators)),
        own_targets=tuple(target_row(context, status, newest) for status, newest in facts.own_targets),
        partners=partners_view(facts.partners, facts.beside),
        members=tuple((organization_ref(organizations[m.member]), source_of(context, m)) for m in facts.members),
        collectives=tuple(map(organization_ref, facts.collectives)),
        parent=organization_ref(facts.parent) if facts.parent else None,
        children=tuple(map(organization_ref, facts.children)),
        projects=tuple(project_row(context, project) for project in facts.projects),
        named_tasks=tuple(task_row(context, task) for task in facts.named.tasks),
        named_reports=tuple(report_row(context, report) for report in facts.named.reports),
        named_projects=tuple(project_row(context, project) for project in facts.named.projects),
        predecessors=tuple(_succession(context, one, one.organization) for one in facts.predecessors),
        successors=tuple(_succession(context, one, one.successor) for one in facts.successors),
        changes=recent_changes(context.index, f"organizations/{facts.record.id}", facts.changes),
        dates=facts.dates,
    )


def _succession(context: PageContext, record: Succession, other: str) -> SuccessionRow:
    document = context.index.documents.get(record.document or "")
    ref = organization_ref(context.index.organizations[other])
    return SuccessionRow(ref, record.on_date, document_ref(document) if document else None)


def partners_view(partners: list[Partner], beside: int) -> PartnersView:
    """The partners of a unit."""
    rows = tuple(map(_partner, partners))
    return PartnersView(rows[:OPEN], rows[OPEN:], beside)


def _partner(partner: Partner) -> PartnerRow:
    collective = partner.organization.kind is OrganizationKind.COLLECTIVE
    numbers = (partner.leads, partner.supports, partner.jointly, partner.total)
    return PartnerRow(organization_ref(partner.organization), collective, *numbers)


def _period(period: str, states: Counter[ReportState]) -> PeriodRow:
    counts = (StateCount(state, css_class(state), states[state]) for state in ReportState if states[state])
    return PeriodRow(formatting.period(period), tuple(counts))


def _list_of(context: PageContext, facts: UnitFacts) -> Ref:
    return index_ref("towns", context.site.territories) if facts.territory else index_ref("departments")


def _content(context: PageContext, id_: str) -> PageContent:
    facts = unit_facts(context.index, context.statuses, id_)
    record, trail = facts.record, (_list_of(context, facts),)
    counts = {"leads": len(facts.led), "supports": len(facts.supported)}
    description = page_words.DESCRIPTIONS["unit"].format(name=record.name, **counts)
    tags = source_tags(context.index, None)
    return PageContent(record.name, description, unit_view(context, facts), trail, record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for record in context.index.ledger.organizations:
        kind = context.site.territories if context.index.is_territory(record) else page_words.UNIT
        yield PageEntry(organization_ref(record).path, kind, partial(_content, context, record.id))


KINDS = (PageKind(order=330, template="records/unit.html", pages=_pages),)
