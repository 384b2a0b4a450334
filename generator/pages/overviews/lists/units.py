"""The lists of organisations: departments and others, towns and subdistricts."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from generator.ledger.enums import OrganizationKind, Role
from generator.ledger.records import Organization
from generator.pages.components.views import FilterView, Group, Ref
from generator.pages.page import PageContext, index_kind


class UnitLine(NamedTuple):
    """An organisation with how many tasks it leads, supports, and has through collectives."""

    ref: Ref
    aliases: str
    leads: int
    supports: int
    through: int


class UnitsView(NamedTuple):
    """Organisations by kind."""

    territories: bool
    """Whether they are towns and subdistricts."""
    filter: FilterView
    groups: tuple[Group, ...]


def units_view(context: PageContext, *, territories: bool) -> UnitsView:
    """Towns and subdistricts, or all other organisations; they belong to no plan and no area."""
    groups = []
    for number, kind in enumerate(OrganizationKind, 1):
        own = context.index.organizations_of_kind.get(kind, [])
        if own and context.index.is_territory(own[0]) == territories:
            groups.append(Group(f"kind-{number}", kind, tuple(unit_line(context, o) for o in own)))
    return UnitsView(territories, FilterView((), ()), tuple(groups))


def unit_line(context: PageContext, record: Organization) -> UnitLine:
    """An organisation as a row."""
    components = context.components
    return UnitLine(
        ref=components.organization(record.id),
        aliases=record.aliases or "",
        leads=len(components.assigned(record.id, Role.LEAD)),
        supports=len(components.assigned(record.id, Role.SUPPORT)),
        through=sum(1 for _ in components.through(record.id)),
    )


TEMPLATE = "overviews/lists/units.html"
KINDS = (
    index_kind(
        "departments",
        partial(units_view, territories=False),
        template=TEMPLATE,
        order=30,
        map_order=30,
        in_navigation=True,
    ),
    index_kind(
        "towns", partial(units_view, territories=True), template=TEMPLATE, order=40, map_order=40, in_navigation=True
    ),
)
