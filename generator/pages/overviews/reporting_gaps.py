"""What nobody has reported: tasks and indicators without a word of a year, by unit, with the reporting rate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.state_explanation import plain, rounded
from generator.analysis.target_status import time_of
from generator.language import formatting
from generator.ledger.enums import Role
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.views import Ref


class Rate(NamedTuple):
    """So many of so many, and the same in per cent; empty where there is nothing to report."""

    done: int
    total: int
    percent: str


class YearRate(NamedTuple):
    """A year: how many of the tasks under way and of the indicators with a target have a word or a figure of it."""

    title: str
    tasks: Rate
    indicators: Rate


class UnitSilence(NamedTuple):
    """A unit that leads: its rates, and what has no word of the year."""

    anchor: str
    ref: Ref
    tasks: Rate
    indicators: Rate
    silent_tasks: tuple[Ref, ...]
    silent_indicators: tuple[Ref, ...]


class SupervisionView(NamedTuple):
    """The page; without a year nothing has been reported at all."""

    year: str
    years: tuple[YearRate, ...]
    units: tuple[UnitSilence, ...]
    complete: tuple[Ref, ...]
    """Units that lead something of the year and left nothing unreported."""
    unled: int
    """Indicators with a target of the year for which no unit is named."""


class Span(NamedTuple):
    """When something is under way, and the years that documents tell of it."""

    years: frozenset[int]
    told: frozenset[int]


@dataclass(frozen=True)
class Supervision:
    """Makes the page."""

    components: ComponentBuilder

    @property
    def index(self) -> LedgerIndex:
        return self.components.index

    def view(self) -> SupervisionView:
        """The newest year of which anything is told, in detail; the years before it in numbers."""
        tasks = {t.id: self._of_task(t.id) for t in self.index.ledger.tasks}
        indicators = {i.id: self._of_indicator(i.id) for i in self.index.ledger.indicators}
        last = self.index.as_of.year if self.index.as_of else 0
        told = {year for span in (*tasks.values(), *indicators.values()) for year in span.told if year <= last}
        if not told:
            return SupervisionView("", (), (), (), 0)
        newest, first = max(told), min(year for span in tasks.values() for year in span.years)
        years = (
            YearRate(formatting.year(y), _rate(tasks, y), _rate(indicators, y)) for y in range(newest, first - 1, -1)
        )
        units = list(self._units(newest, tasks, indicators))
        return SupervisionView(
            year=formatting.year(newest),
            years=tuple(y for y in years if y.tasks.total or y.indicators.total),
            units=tuple(u for u in units if u.silent_tasks or u.silent_indicators),
            complete=tuple(u.ref for u in units if not (u.silent_tasks or u.silent_indicators)),
            unled=sum(1 for id_ in _due(indicators, newest) if not self.index.leads(self.index.indicators[id_].task)),
        )

    def _units(self, year: int, tasks: dict[str, Span], indicators: dict[str, Span]) -> Iterable[UnitSilence]:
        for unit in self.index.ledger.organizations:
            led = [t.id for t in self.components.assigned(unit.id, Role.LEAD) if year in tasks[t.id].years]
            own = [
                i.id
                for task in led
                for i in self.index.indicators_of_task.get(task, ())
                if year in indicators[i.id].years
            ]
            if led:
                yield UnitSilence(
                    anchor=f"unit-{unit.id}",
                    ref=self.components.organization(unit.id),
                    tasks=_rate({id_: tasks[id_] for id_ in led}, year),
                    indicators=_rate({id_: indicators[id_] for id_ in own}, year),
                    silent_tasks=tuple(
                        self.components.task(self.index.tasks[id_]) for id_ in led if year not in tasks[id_].told
                    ),
                    silent_indicators=tuple(
                        self.components.indicator(self.index.indicators[id_])
                        for id_ in own
                        if year not in indicators[id_].told
                    ),
                )

    def _of_task(self, id_: str) -> Span:
        task = self.index.tasks[id_]
        plan = self.index.plans[task.plan]
        start, end = task.start_year or plan.start_year, task.due_year or plan.end_year
        return Span(frozenset(range(start, end + 1)), _years(r.period for r in self.index.reports_of_task(id_)))

    def _of_indicator(self, id_: str) -> Span:
        spans = (range(t.start_year, t.end_year + 1) for t in self.index.targets_of.get(id_, ()) if not t.organization)
        told = [o.period for o in self.index.observations_of.get(id_, ()) if not o.organization]
        told += [r.period for r in self.index.reports_of_indicator(id_)]
        return Span(frozenset(year for span in spans for year in span), _years(told))


def _years(periods: Iterable[str]) -> frozenset[int]:
    return frozenset({time_of(period)[0] for period in periods})


def _due(spans: dict[str, Span], year: int) -> list[str]:
    return [id_ for id_, span in spans.items() if year in span.years]


def _rate(spans: dict[str, Span], year: int) -> Rate:
    due = _due(spans, year)
    done = sum(1 for id_ in due if year in spans[id_].told)
    percent = f"{plain(rounded(Decimal(100 * done) / len(due), 1))}%" if due else ""
    return Rate(done, len(due), percent)
