"""The page of an organisation: in a sentence what it answers for, what is due next, its tasks, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from generator.analysis.facts.next_due import NextDue
from generator.analysis.facts.partners import Partner
from generator.analysis.facts.unit import UnitFacts, unit_facts
from generator.analysis.record_dates import RecordDates
from generator.language import formatting, page_words
from generator.ledger.enums import OrganizationKind, State
from generator.ledger.records import Organization, Succession
from generator.pages.components.changes.recent_changes import RecentChangesView, recent_changes
from generator.pages.components.feedback.answered import FeedbackRow, feedback_at
from generator.pages.components.references import Ref, document_ref, indicator_ref, organization_ref, task_ref
from generator.pages.components.states import RollupView, rollup_of
from generator.pages.components.structured_data import source_tags
from generator.pages.components.units.requests import RequestView, unit_request
from generator.pages.components.units.unit_lists import UnitLists, unit_lists
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref

OPEN = 15
"""Partners that a reader sees at once; the others are folded away."""
NAMED_TARGETS = 2
"""Targets that fall due which are named where there are no more."""
NAMED_DUE = 3
"""Tasks that fall due which are named; the others are counted."""


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


class DueView(NamedTuple):
    """What falls due next, on which day; empty texts where nothing does."""

    day: str
    targets: int
    named: tuple[Ref, ...]
    """The indicators of these targets, where they are few enough to be named."""
    tasks: tuple[tuple[Ref, str], ...]
    """Tasks, and steps of tasks with their words."""
    more: int
    """Further tasks and steps of the day."""
    overdue: int
    """Targets whose time is over and whose end nobody disclosed."""
    recurring: tuple[tuple[Ref, str], ...]
    """Tasks that are due again and again, and how often."""
    more_recurring: int


class UnitView(NamedTuple):
    """What the page of an organisation shows."""

    record: Organization
    rollup: RollupView
    """The targets of the indicators that it leads, each once: states add up to them."""
    answered: int
    """Those whose results documents disclose."""
    ended: int
    collective: bool
    """Whether it is a name for several units, which nobody can ask."""
    parts: int
    """Those that are the part of one organisation."""
    leads: int
    """Tasks that it leads."""
    shared: bool
    """Whether it leads some of them together with others."""
    joint: str
    """How many of them it leads together with others, in words."""
    due: DueView
    lists: UnitLists
    request: RequestView | None
    """None where there is nothing to ask for."""
    partners: PartnersView
    collectives: tuple[Ref, ...]
    parent: Ref | None
    children: tuple[Ref, ...]
    """Units that belong to it."""
    predecessors: tuple[SuccessionRow, ...]
    successors: tuple[SuccessionRow, ...]
    feedback: tuple[FeedbackRow, ...]
    """What readers asked about it."""
    changes: RecentChangesView | None
    """None where the ledger has no history."""
    dates: RecordDates
    """When it last changed, and the day of the newest document of its tasks."""


def unit_view(context: PageContext, facts: UnitFacts) -> UnitView:
    """What the page of an organisation shows."""
    statuses = facts.statuses
    ended = sum(status.state is State.ENDED for status in statuses)
    return UnitView(
        record=facts.record,
        rollup=rollup_of(statuses),
        answered=sum(not status.wanting for status in statuses) - ended,
        ended=ended,
        collective=facts.record.kind is OrganizationKind.COLLECTIVE,
        parts=sum(status.target.organization is not None for status in statuses),
        leads=len(facts.led),
        shared=facts.joint > 0,
        joint=_joint(facts),
        due=due_view(context, facts.next_due),
        lists=unit_lists(context, facts),
        request=unit_request(context, facts.record),
        partners=partners_view(facts.partners, facts.beside),
        collectives=tuple(map(organization_ref, facts.collectives)),
        parent=organization_ref(facts.parent) if facts.parent else None,
        children=tuple(map(organization_ref, facts.children)),
        predecessors=tuple(_succession(context, one, one.organization) for one in facts.predecessors),
        successors=tuple(_succession(context, one, one.successor) for one in facts.successors),
        feedback=feedback_at(context, facts.record.id),
        changes=recent_changes(context.index, f"organizations/{facts.record.id}", facts.changes),
        dates=facts.dates,
    )


def _joint(facts: UnitFacts) -> str:
    """``4 项``, ``都`` for all of several; empty where there is one task or nothing to say."""
    if facts.joint and facts.joint == len(facts.led):
        return page_words.ALL if facts.joint > 1 else ""
    return page_words.TASKS.format(count=facts.joint)


def due_view(context: PageContext, due: NextDue) -> DueView:
    """What falls due next, in words."""
    indicators = [context.index.indicators[status.target.indicator] for status in due.targets]
    tasks = [(task_ref(task), "") for task in due.tasks]
    tasks += [(task_ref(context.index.tasks[step.task]), step.text) for step in due.milestones]
    again = [(task_ref(task), page_words.RECURRENCES[task.recurrence]) for task in due.recurring if task.recurrence]
    return DueView(
        day=formatting.day(due.day) if due.day else "",
        targets=len(due.targets),
        named=tuple(map(indicator_ref, indicators)) if len(indicators) <= NAMED_TARGETS else (),
        tasks=tuple(tasks[:NAMED_DUE]),
        more=len(tasks[NAMED_DUE:]),
        overdue=len(due.overdue),
        recurring=tuple(again[:NAMED_DUE]),
        more_recurring=len(again[NAMED_DUE:]),
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
