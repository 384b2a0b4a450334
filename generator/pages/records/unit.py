"""The page of an organisation: what it leads and supports, how its targets stand, with whom it works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import NamedTuple

from generator.analysis.record_dates import RecordDates, record_dates
from generator.language import formatting, page_words
from generator.ledger.enums import OrganizationKind, ReportState, Role
from generator.ledger.records import Organization, Task
from generator.pages.components.breakdown_table import BreakdownBuilder
from generator.pages.components.builder import ComponentBuilder, mark, organization_ref
from generator.pages.components.filters import Facets
from generator.pages.components.recent_changes import changes_of_unit
from generator.pages.components.structured_data import source_tags
from generator.pages.components.views import (
    AimLine,
    FilterView,
    IndicatorLine,
    RecentView,
    Ref,
    RollupLine,
    Source,
    TaskLine,
)
from generator.pages.page import PageContent, PageContext, PageEntry, PageKind, index_ref

OPEN = 15
"""Partners that a reader sees at once; the others are folded away."""

ROLES = {(Role.LEAD, Role.SUPPORT): 0, (Role.SUPPORT, Role.LEAD): 1, (Role.LEAD, Role.LEAD): 2}
"""The unit's role and its partner's → which count a shared task adds to; two that only support are no pair."""


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
    """What the page of an organisation shows."""

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
    dates: RecordDates
    """When it last changed, and the day of the newest document of its tasks."""


def unit_view(context: PageContext, record: Organization) -> UnitView:
    """What the page of an organisation shows."""
    components, index = context.components, context.index
    led, supported = (components.assigned(record.id, role) for role in (Role.LEAD, Role.SUPPORT))
    through = tuple(components.through(record.id))
    owned = [i.id for task in led for i in index.indicators_of_task.get(task.id, ())]
    indicators = tuple(map(components.indicator_line, owned))
    leads, supports = (tuple(map(components.task_line, tasks)) for tasks in (led, supported))
    return UnitView(
        record=record,
        rollup=components.rollup(components.statuses.of_tasks(t.id for t in led)),
        wanted=sum(status.wanting for id_ in owned for status in components.statuses.of_indicator(id_)),
        periods=_periods(context, record.id, led),
        leads=leads,
        supports=supports,
        through=through,
        indicators=indicators,
        filter=Facets(components).of_unit((*leads, *supports, *through), len(indicators)),
        own_targets=tuple(map(BreakdownBuilder(components).aim, index.targets_for.get(record.id, ()))),
        partners=partners(components, record.id),
        members=tuple(
            (components.organization(m.member), components.source(m)) for m in index.members_of.get(record.id, ())
        ),
        collectives=tuple(components.organization(m.collective) for m in index.collectives_of.get(record.id, ())),
        predecessors=tuple(
            (components.organization(s.organization), s.on_date) for s in index.predecessors_of.get(record.id, ())
        ),
        successors=tuple(
            (components.organization(s.successor), s.on_date) for s in index.successors_of.get(record.id, ())
        ),
        changes=changes_of_unit(index, record.id, [t.id for t in led]),
        dates=record_dates(
            index, "organizations", record.id, (task.document for task in _concerning(context, record.id))
        ),
    )


def _concerning(context: PageContext, organization: str) -> Iterator[Task]:
    """The tasks of an organisation and of the collectives that it belongs to."""
    collectives = (m.collective for m in context.index.collectives_of.get(organization, ()))
    for id_ in (organization, *dict.fromkeys(collectives)):
        for role in Role:
            yield from context.components.assigned(id_, role)


def _periods(context: PageContext, organization: str, led: list[Task]) -> tuple[PeriodLine, ...]:
    """Reports by period, the newest first, and by state in the order of the states."""
    index = context.index
    reports = {r.id: r for task in led for r in index.reports_of_task(task.id)}
    reports |= {r.id: r for r in index.reports_of_organization.get(organization, ())}
    periods: dict[str, Counter[ReportState]] = {}
    for report in reports.values():
        periods.setdefault(report.period, Counter())[report.state] += 1
    return tuple(
        PeriodLine(formatting.period(period), tuple((s, mark(s), states[s]) for s in ReportState if states[s]))
        for period, states in sorted(periods.items(), reverse=True)
    )


# -- with whom it works


def partners(components: ComponentBuilder, organization: str) -> PartnersView:
    """The partners of a unit, those with the most shared tasks first; looks once at each assignment of its tasks."""
    index = components.index
    counts: dict[str, list[int]] = {}
    beside: set[str] = set()
    for own in index.assignments_of_organization.get(organization, ()):
        for other in index.assignments_of_task.get(own.task, ()):
            kind = ROLES.get((own.role, other.role))
            if other.organization == organization:
                continue
            if kind is None:
                beside.add(other.organization)
            else:
                counts.setdefault(other.organization, [0, 0, 0])[kind] += 1
    lines = [_partner(components, id_, *numbers) for id_, numbers in counts.items()]
    lines.sort(key=lambda line: (-line.total, line.ref.title))
    return PartnersView(tuple(lines[:OPEN]), tuple(lines[OPEN:]), len(beside - counts.keys()))


def _partner(components: ComponentBuilder, id_: str, leads: int, follows: int, jointly: int) -> PartnerLine:
    collective = components.index.organizations[id_].kind is OrganizationKind.COLLECTIVE
    return PartnerLine(components.organization(id_), collective, leads, follows, jointly, leads + follows + jointly)


# -- registration


def _content(context: PageContext, id_: str) -> PageContent:
    record = context.index.organizations[id_]
    view = unit_view(context, record)
    trail = (index_ref("towns" if context.index.is_territory(record) else "departments"),)
    counts = {"leads": len(view.leads), "supports": len(view.supports)}
    description = page_words.DESCRIPTIONS["unit"].format(name=record.name, **counts)
    return PageContent(record.name, description, view, trail, record.file, source_tags(context.index, None))


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for record in context.index.ledger.organizations:
        label = page_words.TERRITORY if context.index.is_territory(record) else page_words.UNIT
        yield organization_ref(record).path, label, partial(_content, context, record.id)


KINDS = (PageKind(order=330, template="records/unit.html", pages=_pages),)
