"""Doubts about break-downs: the targets of organisations beside the target of the whole place.

Sums alone are added up. Of shares, rates and averages nothing is summed: the whole lies between its parts, and no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.language import finding_words
from generator.ledger.checks.doubt_rules.series import Goal, LedgerFigures
from generator.ledger.checks.parts_sums import ADDED, FIXED_SUMS, UPPER_BOUNDS, adds_up, beyond, rounding
from generator.ledger.enums import AREAS, TERRITORIES, Comparator, Direction, OrganizationKind
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row

LOWER_BOUNDS = (Comparator.PLAIN, Comparator.AT_LEAST, Comparator.MORE)


class _BrokenDown(NamedTuple):
    """A target of the whole place, and the targets of organisations for the same time."""

    indicator: Row
    whole: Goal
    parts: tuple[Goal, ...]
    complete: bool
    """Whether all towns and subdistricts that there are have one, and nobody else."""

    @property
    def total(self) -> Decimal:
        """The parts together."""
        return sum((part.value for part in self.parts), Decimal())

    @property
    def spare(self) -> Decimal:
        """By how much rounding alone may part them."""
        return rounding([*(part.value for part in self.parts), self.whole.value], self.indicator["unit"])


def _broken_down(figures: LedgerFigures) -> Iterator[_BrokenDown]:
    """Targets that were broken down, of organisations that do not overlap."""
    units = figures.tables.by_id("organizations")
    gone = {row["organization"] for row in figures.tables.rows["successions"]}
    territories = {id_ for id_, row in units.items() if row["kind"] in TERRITORIES and id_ not in gone}
    parts: dict[str, dict[tuple[str, ...], dict[str, Goal]]] = {}
    for (indicator, organization), goals in figures.goals.items():
        for goal in goals if organization in units and indicator in figures.indicators else ():
            if not goal.row["value_max"]:
                parts.setdefault(indicator, {}).setdefault(_time(goal), {})[organization] = goal
    for indicator, by_time in parts.items():
        for whole in figures.goals.get((indicator, ""), ()):
            own = by_time.get(_time(whole), {})
            kinds = {units[id_]["kind"] for id_ in own}
            overlap = OrganizationKind.COLLECTIVE in kinds or len({kind in AREAS for kind in kinds}) > 1
            if own and not overlap and not whole.row["value_max"]:
                complete = bool(territories) and own.keys() == territories
                yield _BrokenDown(figures.indicators[indicator], whole, tuple(own.values()), complete)


def _time(goal: Goal) -> tuple[str, ...]:
    return goal.row.texts(("start_year", "end_year", "tier", "set_by"))


def _doubt(code: str, one: _BrokenDown, **values: object) -> Finding:
    """A doubt about the last part; of all of them it is the one that was added."""
    row = max((part.row for part in one.parts), key=lambda row: row.mark)
    limit = one.whole.row["comparator"] + one.whole.row["value"]
    return Finding(code, row.at("value"), {"record": row["id"], "value": row["value"], "whole": limit, **values})


def sums_beyond(figures: LedgerFigures) -> Iterator[Finding]:
    """Parts together are no more than the whole allows: by so little that rounding may do it, or of a level."""
    for one in _broken_down(figures):
        measure, comparator = one.indicator["measure"], one.whole.row["comparator"]
        if measure not in ADDED or comparator not in UPPER_BOUNDS or not adds_up(one.indicator):
            continue
        wanted = one.indicator["direction"] != Direction.LOWER
        if measure not in FIXED_SUMS and comparator == Comparator.PLAIN and wanted:
            continue  # a level may be more than its bare number
        fault = measure in FIXED_SUMS and (len(one.parts) == 1 or one.total - one.whole.value > one.spare)
        if beyond(one.total, one.whole.value, comparator) and not fault:
            yield _doubt("parts-beyond", one, total=one.total)


def sums_short(figures: LedgerFigures) -> Iterator[Finding]:
    """Where every town has a part, these together reach what the whole is to reach; there may be more towns."""
    for one in _broken_down(figures):
        summed = one.indicator["measure"] in ADDED and adds_up(one.indicator)
        wanted = one.whole.row["comparator"] in LOWER_BOUNDS and one.indicator["direction"] != Direction.LOWER
        if summed and wanted and one.complete and one.whole.value - one.total > one.spare:
            yield _doubt("parts-short", one, total=one.total)


def shares_off(figures: LedgerFigures) -> Iterator[Finding]:
    """The share of the whole lies between those of its parts: not all of them may ask for less."""
    for one in _broken_down(figures):
        if adds_up(one.indicator) and one.indicator["measure"] in ADDED:
            continue
        way = -1 if one.indicator["direction"] == Direction.LOWER else 1
        if one.complete and all(way * part.value < way * one.whole.value for part in one.parts):
            yield _doubt("parts-all-off", one, how=finding_words.LESS_OR_MORE[way])


RULES = (sums_beyond, sums_short, shares_off)
