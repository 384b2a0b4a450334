"""The lists of organisations: departments and others, towns and subdistricts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.facts.former_records import most_rows
from generator.analysis.facts.unit import (
    indicators_led,
    tasks_in_other_roles,
    tasks_through_collectives,
    tasks_with_role,
)
from generator.language import page_words
from generator.ledger.enums import TERRITORIES, OrganizationKind, Role, State
from generator.ledger.records import Organization
from generator.pages.components.filters import ListView, RowGroup, filter_of_kinds
from generator.pages.components.references import Ref, organization_ref
from generator.pages.context import PageContext
from generator.pages.list_pages import list_kind
from generator.pages.page import PageKind


class UnitColumns(NamedTuple):
    """Which columns a list of organisations has beside those of tasks led and supported: no column of zeros alone."""

    aliases: bool
    targets: bool
    others: bool
    through: bool

    @property
    def total(self) -> int:
        """How many columns the table has."""
        return 3 + self.aliases + 2 * self.targets + self.others + self.through


class UnitRow(NamedTuple):
    """An organisation with how many tasks it leads, supports, and has through collectives."""

    kind: str
    ref: Ref
    aliases: str
    leads: int
    targets: int
    """Targets for the whole place of what it leads."""
    disclosed: int
    """Those of them of which a document tells."""
    supports: int
    others: int
    """Tasks in which it takes part, guides or assesses."""
    through: int


def units_view(context: PageContext, *, territories: bool) -> ListView:
    """Towns and subdistricts, or all other organisations, by kind; they belong to no plan and no area."""
    groups, rows = list[RowGroup](), list[UnitRow]()
    for number, kind, own in _by_kind(context, territories):
        of_kind = tuple(unit_row(context, one) for one in own)
        groups.append(RowGroup(f"kind-{number}", kind, of_kind))
        rows += of_kind
    counts = {
        Role.LEAD: sum(row.leads for row in rows),
        Role.SUPPORT: sum(row.supports for row in rows),
        page_words.OTHER_ROLES: sum(row.others for row in rows),
        page_words.THROUGH: sum(row.through for row in rows),
    }
    chosen = filter_of_kinds(
        (row.kind for row in rows), ("kind",), roles=(role for role, tasks in counts.items() if tasks)
    )
    return ListView(chosen, tuple(_with_columns(groups, rows)), territories)


def _with_columns(groups: list[RowGroup], rows: list[UnitRow]) -> Iterator[RowGroup]:
    """The groups, each with the columns that the whole list has."""
    columns = UnitColumns(
        aliases=any(row.aliases for row in rows),
        targets=any(row.targets for row in rows),
        others=any(row.others for row in rows),
        through=any(row.through for row in rows),
    )
    return (group._replace(columns=columns) for group in groups)


def _by_kind(context: PageContext, territories: bool) -> Iterator[tuple[int, OrganizationKind, list[Organization]]]:
    for number, kind in enumerate(OrganizationKind, 1):
        own = context.index.organizations_of_kind.get(kind, [])
        if own and context.index.is_territory(own[0]) == territories:
            yield number, kind, own


def unit_row(context: PageContext, record: Organization) -> UnitRow:
    """An organisation as a row."""
    led = tasks_with_role(context.index, record.id, Role.LEAD)
    statuses = [s for i in indicators_led(context.index, record.id, led) for s in context.statuses.of_indicator(i.id)]
    standing = [s for s in statuses if s.target.organization is None and s.state is not State.ENDED]
    return UnitRow(
        kind=record.kind,
        ref=organization_ref(record),
        aliases=record.aliases or "",
        leads=len(led),
        targets=len(standing),
        disclosed=sum(status.disclosed for status in standing),
        supports=len(tasks_with_role(context.index, record.id, Role.SUPPORT)),
        others=len(tasks_in_other_roles(context.index, record.id)),
        through=len(tasks_through_collectives(context.index, record.id)),
    )


def _kind(name: str, order: int, *, territories: bool) -> PageKind:
    kinds = [kind for kind in OrganizationKind if (kind in TERRITORIES) == territories]
    return list_kind(
        name,
        partial(units_view, territories=territories),
        lambda context: sum(len(own) for _, _, own in _by_kind(context, territories)),
        most=lambda context: most_rows(context.index, "organizations", kinds),
        rows="unit_groups",
        template="overviews/lists/units.html",
        order=order,
        map_order=order,
        in_navigation=True,
    )


KINDS = (_kind("departments", 30, territories=False), _kind("towns", 40, territories=True))
