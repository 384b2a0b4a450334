"""The lists of organisations: departments and others, towns and subdistricts."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from generator.analysis.facts.unit import tasks_in_other_roles, tasks_through_collectives, tasks_with_role
from generator.ledger.enums import OrganizationKind, Role
from generator.ledger.records import Organization
from generator.pages.components.filters import FilterView
from generator.pages.components.references import Ref, organization_ref
from generator.pages.context import PageContext
from generator.pages.page import index_kind


class UnitRow(NamedTuple):
    """An organisation with how many tasks it leads, supports, and has through collectives."""

    ref: Ref
    aliases: str
    leads: int
    supports: int
    others: int
    """Tasks in which it takes part, guides or assesses."""
    through: int


class UnitGroup(NamedTuple):
    """The units of a kind."""

    anchor: str
    title: str
    rows: tuple[UnitRow, ...]


class UnitsView(NamedTuple):
    """Organisations by kind."""

    territories: bool
    """Whether they are towns and subdistricts."""
    others: bool
    """Whether a unit takes part in, guides or assesses a task."""
    filter: FilterView
    groups: tuple[UnitGroup, ...]


def units_view(context: PageContext, *, territories: bool) -> UnitsView:
    """Towns and subdistricts, or all other organisations; they belong to no plan and no area."""
    groups: list[UnitGroup] = []
    for number, kind in enumerate(OrganizationKind, 1):
        own = context.index.organizations_of_kind.get(kind, [])
        if own and context.index.is_territory(own[0]) == territories:
            groups.append(UnitGroup(f"kind-{number}", kind, tuple(unit_row(context, one) for one in own)))
    others = any(row.others for group in groups for row in group.rows)
    return UnitsView(territories, others, FilterView(), tuple(groups))


def unit_row(context: PageContext, record: Organization) -> UnitRow:
    """An organisation as a row."""
    return UnitRow(
        ref=organization_ref(record),
        aliases=record.aliases or "",
        leads=len(tasks_with_role(context.index, record.id, Role.LEAD)),
        supports=len(tasks_with_role(context.index, record.id, Role.SUPPORT)),
        others=len(tasks_in_other_roles(context.index, record.id)),
        through=len(tasks_through_collectives(context.index, record.id)),
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
