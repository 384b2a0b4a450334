"""What the words 约束性 and 预期性 stand for: all indicators of a nature, and how far they have come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.language import page_words
from generator.ledger.enums import Nature, TaskKind
from generator.ledger.records import Indicator
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.filters import Facets
from generator.pages.components.views import FilterView, IndicatorLine, Ref, RollupLine, TaskLine

PAGES = {Nature.BINDING: "binding", Nature.EXPECTED: "expected"}
"""Natures that have a page, and its name below the indicators."""


class NaturePlan(NamedTuple):
    """A plan's indicators of a nature: by state, one by one, and those that nobody's part is known of."""

    anchor: str
    title: str
    rollup: RollupLine | None
    """None where no indicator has a target for the whole place."""
    lines: tuple[IndicatorLine, ...]
    whole: tuple[Ref, ...]
    """Indicators without a target for an organisation."""
    orders: tuple[TaskLine, ...]
    """What the plan's notice requires of this nature by name."""


class NatureView(NamedTuple):
    nature: str
    binding: bool
    filter: FilterView
    plans: tuple[NaturePlan, ...]


@dataclass(frozen=True)
class Natures:
    """Makes the views of natures."""

    components: ComponentBuilder

    @property
    def index(self) -> LedgerIndex:
        return self.components.index

    def ref(self, nature: Nature) -> Ref | None:
        """The page of a nature; None for a nature that has none."""
        name = PAGES.get(nature)
        if name is None or nature not in self.index.indicators_of_nature:
            return None
        return Ref(page_words.INDEXES[name][0], f"indicators/{name}/")

    def refs(self) -> tuple[Ref, ...]:
        """The pages that there are."""
        return tuple(filter(None, map(self.ref, PAGES)))

    def view(self, nature: Nature) -> NatureView:
        found: dict[str, list[Indicator]] = {}
        for one in self.index.indicators_of_nature.get(nature.value, ()):
            found.setdefault(one.plan, []).append(one)
        plans = tuple(self._plan(id_, nature, own) for id_, own in found.items())
        return NatureView(nature, nature is Nature.BINDING, Facets(self.components).everywhere(), plans)

    def _plan(self, id_: str, nature: Nature, indicators: list[Indicator]) -> NaturePlan:
        standings = self.components.statuses.of_indicators(i.id for i in indicators)
        return NaturePlan(
            anchor=id_,
            title=self.index.plans[id_].title,
            rollup=self.components.rollup(standings) if standings else None,
            lines=tuple(self.components.indicator_line(i.id) for i in indicators),
            whole=tuple(self.components.indicator(i) for i in indicators if not self._broken_down(i)),
            orders=tuple(
                self.components.task_line(t)
                for t in self.index.tasks_of_kind.get(TaskKind.REQUIREMENT.value, ())
                if t.plan == id_ and nature in t.title
            ),
        )

    def _broken_down(self, indicator: Indicator) -> bool:
        return any(t.organization for t in self.index.targets_of.get(indicator.id, ()))
