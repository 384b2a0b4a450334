"""Records by id, by what they refer to, and in the order in which they are shown: what look-ups are made with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from generator.ledger.enums import Basis, SetBy, Tier
from generator.ledger.periods import time_of
from generator.ledger.records import Observation, Target

TIERS = (None, Tier.BASIC, Tier.STRIVING, Tier.CHALLENGE)


class _Record(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Record)
T = TypeVar("T")


def order_of_target(one: Target) -> tuple[object, ...]:
    """The whole place first, the plan before the years, what stands before what was revised, 基本 before 力争."""
    years = (one.start_year - one.end_year, one.start_year)
    return (
        one.organization or "",
        *years,
        bool(one.replaced_by),
        TIERS.index(one.tier),
        one.set_by is SetBy.HIGHER_LEVEL,
    )


def order_of_result(one: Observation) -> tuple[object, ...]:
    """The whole place first, then by time, a whole year after its parts, what came since January after one quarter."""
    whole = one.basis is not Basis.PART
    return one.organization or "", *time_of(one.period), whole, one.since_year or 0, one.document


def by_id(records: Iterable[R]) -> dict[str, R]:
    """Id → record."""
    return {record.id: record for record in records}


def grouped(records: Iterable[T], column: str, order: Callable[[T], Any] | None = None) -> dict[Any, list[T]]:
    """Value of a column → the records that have it."""
    groups: dict[Any, list[T]] = {}
    for record in records:
        groups.setdefault(getattr(record, column), []).append(record)
    if order:
        for group in groups.values():
            group.sort(key=order)
    return groups


def pairs(records: Iterable[Any], key: str, value: str) -> dict[str, list[str]]:
    """One id of a table of pairs → the other ids that stand beside it."""
    return {one: [getattr(r, value) for r in group] for one, group in grouped(records, key).items()}
