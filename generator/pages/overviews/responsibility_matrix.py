"""The responsibility matrix: how many tasks each unit leads and supports in each area of a plan."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.enums import OrganizationKind, Role
from generator.ledger.records import Assignment, Organization, Plan, Section, Task
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.views import Ref

SHADES = (8, 4, 2, 1)
"""A cell is as dark as the part of the fullest cell that it reaches: an eighth, a quarter, half, the whole."""


class Cell(NamedTuple):
    """The tasks of a unit in an area; ``shade`` is a class of the stylesheet, 0 where there are none."""

    leads: int
    supports: int
    shade: int


class MatrixRow(NamedTuple):
    """A unit, its cells in the order of the areas, and their sums."""

    unit: Ref
    cells: tuple[Cell, ...]
    leads: int
    supports: int


class MatrixGroup(NamedTuple):
    """Units of a kind."""

    kind: str
    collective: bool
    rows: tuple[MatrixRow, ...]


class Area(NamedTuple):
    """A column: how many of its tasks have a lead, a supporter, nobody at all; each task counts once."""

    ref: Ref
    led: int
    supported: int
    unassigned: int


class Part(NamedTuple):
    """A heading of the first level over its columns; ``alone`` when it is a column itself and has no others."""

    ref: Ref
    areas: tuple[Area, ...]
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
    parts: tuple[Part, ...]
    groups: tuple[MatrixGroup, ...]
    columns: int
    units: int
    collectives: int
    """How many of the units are collectives."""
    tasks: int
    led: int
    supported: int
    unassigned: int
    shades: tuple[Shade, ...]


class MatricesView(NamedTuple):
    """The matrix of each plan that assigns responsibility, and the plans whose tasks name nobody."""

    plans: tuple[MatrixView, ...]
    silent: tuple[Ref, ...]


def matrices(components: ComponentBuilder) -> MatricesView:
    """The matrices of all plans, from one walk over the tasks and one over the assignments."""
    tables = components.index.ledger
    tasks: dict[str, list[Task]] = {}
    for task in tables.tasks:
        tasks.setdefault(task.plan, []).append(task)
    duties: dict[str, list[Assignment]] = {}
    for duty in tables.assignments:
        duties.setdefault(duty.task, []).append(duty)
    found, silent = [], []
    for plan in tables.plans:
        own = tasks.get(plan.id, [])
        if any(t.id in duties for t in own):
            found.append(_Matrix(components, plan, own, duties).view())
        elif own:
            silent.append(components.plan(plan))
    return MatricesView(tuple(found), tuple(silent))


@dataclass(frozen=True)
class _Matrix:
    """Counts the tasks of one plan; ``duties`` are assignments by task."""

    components: ComponentBuilder
    plan: Plan
    tasks: list[Task]
    duties: dict[str, list[Assignment]]

    @property
    def _book(self) -> LedgerIndex:
        return self.components.index

    @cached_property
    def _tasks_of(self) -> dict[str, list[Task]]:
        """Tasks by area."""
        found: dict[str, list[Task]] = {}
        for task in self.tasks:
            found.setdefault(self._book.area(task.section).id, []).append(task)
        return found

    @cached_property
    def _counts(self) -> Counter[tuple[str, str, Role]]:
        """Tasks by unit, area and role."""
        return Counter(
            (duty.organization, area, duty.role)
            for area, tasks in self._tasks_of.items()
            for task in tasks
            for duty in self.duties.get(task.id, ())
        )

    @cached_property
    def _bounds(self) -> list[int]:
        """The greatest number of tasks of each step of the shading."""
        full: Counter[tuple[str, str]] = Counter()
        for (unit, area, _), tasks in self._counts.items():
            full[unit, area] += tasks
        most = max(full.values())
        return sorted({-(-most // part) for part in SHADES})

    def view(self) -> MatrixView:
        parts = tuple(self._parts())
        order = [area.ref.path for part in parts for area in part.areas]
        groups = tuple(self._groups())
        led, supported, unassigned = self._totals(self.tasks)
        return MatrixView(
            anchor=self.plan.id,
            plan=self.components.plan(self.plan),
            parts=parts,
            groups=groups,
            columns=len(order) + 3,
            units=sum(len(g.rows) for g in groups),
            collectives=sum(len(g.rows) for g in groups if g.collective),
            tasks=len(self.tasks),
            led=led,
            supported=supported,
            unassigned=unassigned,
            shades=tuple(Shade(n, low + 1, high) for n, (low, high) in self._steps()),
        )

    def _steps(self) -> Iterable[tuple[int, tuple[int, int]]]:
        return enumerate(pairwise([0, *self._bounds]), 1)

    def _headings(self) -> Iterable[tuple[Section, list[Section]]]:
        """Headings of the first level with the areas that they hold, in the order of the document."""
        for top in self._book.subsections.get(None, ()):
            if top.plan == self.plan.id:
                own = [s for s in (top, *self._book.subsections.get(top.id, ())) if s.id in self._tasks_of]
                if own:
                    yield top, own

    def _parts(self) -> Iterable[Part]:
        for top, own in self._headings():
            areas = tuple(Area(self.components.section(s), *self._totals(self._tasks_of[s.id])) for s in own)
            yield Part(self.components.section(top), areas, own == [top])

    def _totals(self, tasks: list[Task]) -> tuple[int, int, int]:
        """How many tasks have a lead, a supporter, nobody."""
        roles = [{duty.role for duty in self.duties.get(task.id, ())} for task in tasks]
        return sum(Role.LEAD in r for r in roles), sum(Role.SUPPORT in r for r in roles), sum(not r for r in roles)

    def _groups(self) -> Iterable[MatrixGroup]:
        areas = [s.id for _, own in self._headings() for s in own]
        busy = {unit for unit, _, _ in self._counts}
        units: dict[OrganizationKind, list[Organization]] = {}
        for unit in self._book.ledger.organizations:
            if unit.id in busy:
                units.setdefault(unit.kind, []).append(unit)
        for kind in OrganizationKind:
            if kind in units:
                rows = tuple(self._row(unit.id, areas) for unit in units[kind])
                yield MatrixGroup(kind, kind is OrganizationKind.COLLECTIVE, rows)

    def _row(self, unit: str, areas: list[str]) -> MatrixRow:
        cells = tuple(self._cell(unit, area) for area in areas)
        return MatrixRow(
            self.components.organization(unit), cells, sum(c.leads for c in cells), sum(c.supports for c in cells)
        )

    def _cell(self, unit: str, area: str) -> Cell:
        leads, supports = (self._counts[unit, area, role] for role in (Role.LEAD, Role.SUPPORT))
        tasks = leads + supports
        return Cell(leads, supports, bisect_left(self._bounds, tasks) + 1 if tasks else 0)
