"""What the lists of pages are filtered by: plans and their areas, and the states in their order.

Everything else that a row is filtered by, the row says itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.enums import State
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.views import FilterPlan, FilterView, Group, ListView, TaskLine

MANY = 10
"""Rows from which on the lists of a unit can be filtered."""
STATES = tuple(map(str, State))


@dataclass(frozen=True)
class Facets:
    """Makes what lists are filtered by."""

    components: ComponentBuilder

    @property
    def index(self) -> LedgerIndex:
        return self.components.index

    def listed(self, groups: tuple[Group, ...]) -> ListView:
        """A page of indicators or tasks."""
        return ListView(self.everywhere(), groups)

    def units(self, groups: tuple[Group, ...]) -> ListView:
        """A page of units, which belong to no plan and no area."""
        return ListView(FilterView((), ()), groups)

    def everywhere(self) -> FilterView:
        """All areas of all plans."""
        areas = (s.id for s in self.index.ledger.sections if self.index.area(s.id).id == s.id)
        return self._view(areas)

    def of_unit(self, tasks: Sequence[TaskLine], indicators: int) -> FilterView | None:
        """The areas of a unit's tasks, which are those of its indicators, too; None for a few rows."""
        if len(tasks) + indicators < MANY:
            return None
        return self._view(dict.fromkeys(t.area for t in tasks))

    def _view(self, areas: Iterable[str]) -> FilterView:
        found: dict[str, list[tuple[str, str]]] = {}
        for id_ in areas:
            area = self.index.sections[id_]
            found.setdefault(area.plan, []).append((id_, self.components.area_title(area)))
        plans = tuple(FilterPlan(id_, self.index.plans[id_].title, tuple(own)) for id_, own in found.items())
        return FilterView(plans, STATES)
