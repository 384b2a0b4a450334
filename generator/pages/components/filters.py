"""Lists in groups, and what their rows are filtered by.

A page of a list has a part of its rows, so the form names all values that rows of the list have. On the page of a unit
it names plans, areas and states; the others assets/lists.js finds in the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.analysis.facts.plan import running_first
from generator.language import page_words
from generator.language.pages import promise_words
from generator.ledger.enums import Role, State
from generator.pages.components.references import Ref, area_title
from generator.pages.components.rows import OTHER_ROLES, IndicatorRow, TaskRow
from generator.pages.context import PageContext

STATES = tuple(map(str, State))


class RowGroup(NamedTuple):
    """A titled list of rows, with an anchor."""

    anchor: str
    title: str
    rows: tuple[object, ...]
    plan: str = ""
    """The title of the plan, where the page lists several and the group is part of one."""
    path: str = ""
    """The page that its title leads to; empty where it leads nowhere."""
    continued: bool = False
    """Whether it began on the page before."""
    size: int = 0
    """How many rows it has on all pages; 0 where ``rows`` are all."""
    columns: Any = None
    """Which columns its table has, where that depends on the rows."""


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
    natures: tuple[str, ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    """Id and name of each."""
    roles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    """Whether a document admits it as missed, whether there are clues, whether it is overdue."""
    groupings: tuple[tuple[str, str], ...] = ()
    """What they can be grouped by: key of assets/lists.js and what it is called."""


class ListView(NamedTuple):
    """A whole list, in groups."""

    filter: FilterView
    groups: tuple[RowGroup, ...]
    about: Any = None
    """What the first page says besides."""

    @property
    def total(self) -> int:
        """How many rows it has."""
        return sum(len(group.rows) for group in self.groups)


@dataclass(frozen=True, slots=True)
class ListSource:
    """Where the rows of a list come from, and how they are rendered."""

    path: str
    """The address of its first page."""
    view: Callable[[PageContext], ListView]
    """Makes the whole list."""
    count: Callable[[PageContext], int]
    """How many rows it has, found without making them."""
    rows: str
    """The macro of ``components/rows.html`` that renders groups of its rows."""

    def whole(self, context: PageContext) -> ListView:
        """The whole list, made once."""
        key = (ListSource, self.path)
        if key not in context.components:
            context.components[key] = self.view(context)
        view: ListView = context.components[key]
        return view


def filter_of_indicators(context: PageContext, rows: Sequence[IndicatorRow], groupings: Iterable[str]) -> FilterView:
    """What rows of indicators are filtered and grouped by; ``groupings`` are keys of ``page_words.GROUPINGS``."""
    found = {row.status.state for row in rows if row.status}
    alone = any(row.disclosed and not row.status for row in rows)
    return _filter(context, _areas_in_order(context, (row.area for row in rows)))._replace(
        states=(*(state for state in STATES if state in found), *({page_words.IS_DISCLOSED} if alone else ())),
        promises=_promises(rows),
        natures=tuple(dict.fromkeys(row.nature for row in rows)),
        units=_units(unit.ref for row in rows for unit in row.leads),
        groupings=_named(groupings),
    )


def filter_of_tasks(context: PageContext, rows: Sequence[TaskRow], groupings: Iterable[str]) -> FilterView:
    """The same of tasks."""
    found = {tally.state for row in rows for tally in row.tallies}
    roles = {
        Role.LEAD: [unit.ref for row in rows for unit in row.leads],
        Role.SUPPORT: [unit.ref for row in rows for unit in row.supports],
        **{role: [u.ref for r in rows for o in r.others if o.role == role for u in o.units] for role in OTHER_ROLES},
    }
    return _filter(context, _areas_in_order(context, (row.area for row in rows)))._replace(
        states=tuple(state for state in STATES if state in found),
        units=_units(ref for refs in roles.values() for ref in refs),
        roles=tuple(role for role, refs in roles.items() if refs),
        promises=_promises(rows),
        groupings=_named(groupings),
    )


def filter_of_kinds(
    kinds: Iterable[str], groupings: Iterable[str], units: Iterable[Ref] = (), roles: Iterable[str] = ()
) -> FilterView:
    """The same of rows that belong to no area."""
    return FilterView(
        kinds=tuple(dict.fromkeys(kinds)), units=_units(units), roles=tuple(roles), groupings=_named(groupings)
    )


def _promises(rows: Iterable[IndicatorRow | TaskRow]) -> tuple[str, ...]:
    found = {name for row in rows for name in row.promise}
    names = (promise_words.IS_ADMITTED, promise_words.HAS_CLUES, promise_words.IS_OVERDUE)
    return tuple(name for name in names if name in found)


def _areas_in_order(context: PageContext, areas: Iterable[str]) -> Iterator[str]:
    """Areas that rows have, in the order of their plans."""
    found = set(areas)
    return (section.id for section in context.index.ledger.sections if section.id in found)


def _units(refs: Iterable[Ref]) -> tuple[tuple[str, str], ...]:
    """Id and name of each unit, once."""
    return tuple({ref.path.split("/")[-2]: ref.title for ref in refs}.items())


def _named(groupings: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((key, page_words.GROUPINGS[key]) for key in groupings)


def _filter(context: PageContext, areas: Iterable[str]) -> FilterView:
    index = context.index
    by_plan: dict[str, list[tuple[str, str]]] = {}
    for id_ in areas:
        area = index.sections[id_]
        by_plan.setdefault(area.plan, []).append((id_, area_title(index, area)))
    running = [plan for plan in running_first(index) if plan.id in by_plan]
    plans = tuple(FilterPlan(plan.id, plan.title, tuple(by_plan[plan.id])) for plan in running)
    return FilterView(plans, STATES)
