"""The responsibility matrix: how many tasks each unit leads and supports in each area of a plan."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.analysis.facts.plan import running_first
from generator.ledger.enums import OrganizationKind, Role
from generator.ledger.records import Organization, Plan, Task
from generator.pages.components.references import Ref, organization_ref, plan_ref, section_ref
from generator.pages.context import PageContext
from generator.pages.page import index_kind

MOST_COLUMNS = 20
"""So many columns have room on a screen of 1280 pixels, also when the text is large."""
SHADES = (8, 4, 2, 1)
"""A cell is as dark as the part of the fullest cell that it reaches: an eighth, a quarter, half, the whole."""


class Cell(NamedTuple):
    """The tasks of a unit in an area; ``shade`` is a class of the stylesheet, 0 where there are none."""

    leads: int
    supports: int
    others: int
    """Those in which it takes part, guides or assesses."""
    shade: int


class UnitArea(NamedTuple):
    """An area in which a unit has tasks."""

    ref: Ref
    cell: Cell


class MatrixRow(NamedTuple):
    """A unit, its cells in the order of the areas, and their sums."""

    unit: Ref
    cells: tuple[Cell, ...]
    leads: int
    supports: int
    areas: tuple[UnitArea, ...]
    """The cells that are not empty, each with its area: what a phone shows instead of columns."""


class MatrixGroup(NamedTuple):
    """Units of a kind."""

    kind: str
    collective: bool
    rows: tuple[MatrixRow, ...]


class AreaColumn(NamedTuple):
    """An area: how many of its tasks have a lead, a supporter, neither; each task counts once."""

    id: str
    ref: Ref
    led: int
    supported: int
    unassigned: int


class ColumnGroup(NamedTuple):
    """A heading of the first level over its columns; ``alone`` when it is a column itself and has no others."""

    ref: Ref
    areas: tuple[AreaColumn, ...]
    alone: bool


class Shade(NamedTuple):
    """A step of the shading and the numbers of tasks that it stands for."""

    shade: int
    low: int
    high: int


class MatrixView(NamedTuple):
    """The matrix of a plan; ``columns`` is the width of the table."""

    anchor: str
    plan: Ref
    column_groups: tuple[ColumnGroup, ...]
    groups: tuple[MatrixGroup, ...]
    columns: int
    fits: bool
    """Whether a screen has room for all columns; else the table scrolls in a frame."""
    units: int
    collectives: int
    """How many of the units are collectives."""
    tasks: int
    led: int
    supported: int
    unassigned: int
    shades: tuple[Shade, ...]


class MatricesView(NamedTuple):
    """The matrix of each plan that assigns responsibility, and the plans whose tasks name no unit."""

    plans: tuple[MatrixView, ...]
    others: bool
    """Whether a unit takes part in, guides or assesses a task."""
    without_assignments: tuple[Ref, ...]


Counts = Counter[tuple[str, str, Role]]
"""How many tasks by unit, area and role."""


def matrices_view(context: PageContext) -> MatricesView:
    """The matrices of all plans."""
    index = context.index
    matrices, without_assignments = [], []
    for plan in running_first(index):
        tasks = index.tasks_of_plan.get(plan.id, [])
        if any(t.id in index.assignments_of_task for t in tasks):
            matrices.append(_matrix(context, plan, tasks))
        elif tasks:
            without_assignments.append(plan_ref(plan))
    cells = (cell for one in matrices for group in one.groups for row in group.rows for cell in row.cells)
    return MatricesView(tuple(matrices), any(cell.others for cell in cells), tuple(without_assignments))


def _matrix(context: PageContext, plan: Plan, tasks: list[Task]) -> MatrixView:
    by_area: dict[str, list[Task]] = {}
    for task in tasks:
        by_area.setdefault(context.index.area(task.section).id, []).append(task)
    counts = _counts(context, by_area)
    bounds = _bounds(counts)
    column_groups = tuple(_column_groups(context, plan, by_area))
    areas = [area for group in column_groups for area in group.areas]
    groups = tuple(_groups(context, counts, bounds, areas))
    led, supported, unassigned = _totals(context, tasks)
    return MatrixView(
        anchor=plan.id,
        plan=plan_ref(plan),
        column_groups=column_groups,
        groups=groups,
        columns=len(areas) + 3,
        fits=len(areas) + 3 <= MOST_COLUMNS,
        units=sum(len(g.rows) for g in groups),
        collectives=sum(len(g.rows) for g in groups if g.collective),
        tasks=len(tasks),
        led=led,
        supported=supported,
        unassigned=unassigned,
        shades=tuple(Shade(n, low + 1, high) for n, (low, high) in enumerate(pairwise([0, *bounds]), 1)),
    )


def _counts(context: PageContext, by_area: dict[str, list[Task]]) -> Counts:
    return Counter(
        (assignment.organization, area, assignment.role)
        for area, tasks in by_area.items()
        for task in tasks
        for assignment in context.index.assignments_of_task.get(task.id, ())
    )


def _bounds(counts: Counts) -> list[int]:
    """The greatest number of tasks of each step of the shading."""
    full: Counter[tuple[str, str]] = Counter()
    for (unit, area, _), tasks in counts.items():
        full[unit, area] += tasks
    most = max(full.values())
    return sorted({-(-most // part) for part in SHADES})


def _column_groups(context: PageContext, plan: Plan, by_area: dict[str, list[Task]]) -> Iterator[ColumnGroup]:
    """Headings of the first level with the areas that they hold, in the order of the document."""
    index = context.index
    for top in index.subsections.get(None, ()):
        if top.plan == plan.id:
            own = [s for s in (top, *index.subsections.get(top.id, ())) if s.id in by_area]
            areas = tuple(AreaColumn(s.id, section_ref(s), *_totals(context, by_area[s.id])) for s in own)
            if own:
                yield ColumnGroup(section_ref(top), areas, own == [top])


def _totals(context: PageContext, tasks: list[Task]) -> tuple[int, int, int]:
    """How many tasks have a lead, a supporter, neither."""
    roles = [{a.role for a in context.index.assignments_of_task.get(task.id, ())} for task in tasks]
    return sum(Role.LEAD in r for r in roles), sum(Role.SUPPORT in r for r in roles), sum(not r for r in roles)


def _groups(context: PageContext, counts: Counts, bounds: list[int], areas: list[AreaColumn]) -> Iterator[MatrixGroup]:
    busy = {unit for unit, _, _ in counts}
    for kind in OrganizationKind:
        units = [unit for unit in context.index.organizations_of_kind.get(kind, ()) if unit.id in busy]
        if units:
            rows = tuple(_row(counts, bounds, unit, areas) for unit in units)
            yield MatrixGroup(kind, kind is OrganizationKind.COLLECTIVE, rows)


def _row(counts: Counts, bounds: list[int], unit: Organization, areas: list[AreaColumn]) -> MatrixRow:
    cells = tuple(_cell(counts, bounds, unit.id, area.id) for area in areas)
    leads, supports = sum(c.leads for c in cells), sum(c.supports for c in cells)
    own = tuple(UnitArea(area.ref, cell) for area, cell in zip(areas, cells, strict=True) if cell.shade)
    return MatrixRow(organization_ref(unit), cells, leads, supports, own)


def _cell(counts: Counts, bounds: list[int], unit: str, area: str) -> Cell:
    leads, supports = (counts[unit, area, role] for role in (Role.LEAD, Role.SUPPORT))
    others = sum(counts[unit, area, role] for role in Role if role not in (Role.LEAD, Role.SUPPORT))
    tasks = leads + supports + others
    return Cell(leads, supports, others, bisect_left(bounds, tasks) + 1 if tasks else 0)


KINDS = (
    index_kind(
        "matrix",
        matrices_view,
        template="overviews/openness/responsibility_matrix.html",
        order=65,
        map_order=110,
        in_navigation=True,
    ),
)
