"""Lists in groups, and what their rows are filtered by: plans and their areas, and the states in their order.

Everything else that a row is filtered by, the row says itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.analysis.facts.plan import running_first
from generator.ledger.enums import State
from generator.pages.components.references import Ref, area_title
from generator.pages.components.rows import TaskRow
from generator.pages.context import PageContext

MANY = 10
"""Rows from which on the lists of a unit can be filtered."""
STATES = tuple(map(str, State))


class RowGroup(NamedTuple):
    """A titled list of rows, with an anchor."""

    anchor: str
    title: str
    rows: tuple[object, ...]
    ref: Ref | None = None
    plan: str = ""
    """The title of the plan, where the page lists several."""


class FilterPlan(NamedTuple):
    """A plan that rows of a list may belong to, and its areas: id and title of each."""

    id: str
    title: str
    areas: tuple[tuple[str, str], ...]


class FilterView(NamedTuple):
    """What rows of a list may be filtered by, as far as the rows do not say it themselves."""

    plans: tuple[FilterPlan, ...] = ()
    states: tuple[str, ...] = ()
    """In the order in which they are sorted."""


class ListView(NamedTuple):
    """A page that lists records in groups."""

    filter: FilterView
    groups: tuple[RowGroup, ...]


def filter_of_ledger(context: PageContext) -> FilterView:
    """All areas of all plans."""
    index = context.index
    return _filter(context, (s.id for s in index.ledger.sections if index.area(s.id).id == s.id))


def filter_of_unit(context: PageContext, tasks: Sequence[TaskRow], indicators: int) -> FilterView | None:
    """The areas of a unit's tasks, which are those of its indicators, too; None for a few rows."""
    if len(tasks) + indicators < MANY:
        return None
    return _filter(context, dict.fromkeys(task.area for task in tasks))


def _filter(context: PageContext, areas: Iterable[str]) -> FilterView:
    index = context.index
    by_plan: dict[str, list[tuple[str, str]]] = {}
    for id_ in areas:
        area = index.sections[id_]
        by_plan.setdefault(area.plan, []).append((id_, area_title(index, area)))
    running = [plan for plan in running_first(index) if plan.id in by_plan]
    plans = tuple(FilterPlan(plan.id, plan.title, tuple(by_plan[plan.id])) for plan in running)
    return FilterView(plans, STATES)
