"""Clues to a silent target: figures of related indicators, and reports on its task. They never count as progress.

The rule stands on the page of methods. A target is silent when no document gives a figure of its own indicator, or a
report that decides, of its time. A clue to it is of the same time, and is

- a figure for the whole place of an indicator to which it is related in any way but 不应对应, or
- a report on its task that does not admit the target itself as missed: that is an admission and no clue.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import TargetStatus
from generator.ledger.enums import Relation, State
from generator.ledger.periods import time_of
from generator.ledger.records import Indicator, Observation, Report


class FigureClue(NamedTuple):
    """The newest figure of a related indicator, and why it is not a figure of the target's own."""

    indicator: Indicator
    relation: Relation
    is_subject: bool
    """Whether the relation is said of it; otherwise it is said of the indicator of the target."""
    reason: str
    observation: Observation


class Clues(NamedTuple):
    """What bears on a silent target and says nothing of whether it is reached."""

    figures: tuple[FigureClue, ...] = ()
    reports: tuple[Report, ...] = ()

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.figures) + len(self.reports)


NO_CLUES = Clues()


def is_silent(status: TargetStatus) -> bool:
    """Whether nothing is disclosed of a target that still stands."""
    return not status.disclosed and status.state is not State.ENDED


def find_clues(index: LedgerIndex, status: TargetStatus, admitted: frozenset[str] = frozenset()) -> Clues:
    """The clues to a target for the whole place; none where it is not silent.

    Args:
        index: The look-ups of the ledger.
        status: The target and where it stands.
        admitted: Ids of reports that admit the indicator itself as missed.
    """
    if not is_silent(status):
        return NO_CLUES
    target = status.target
    years = range(target.start_year, target.end_year + 1)
    reports = index.reports_of_task(index.indicators[target.indicator].task)
    own = [r for r in reports if time_of(r.period)[0] in years and r.id not in admitted]
    return Clues(tuple(_figures(index, target.indicator, years)), tuple(own))


def _figures(index: LedgerIndex, indicator: str, years: range) -> Iterator[FigureClue]:
    for other, link, is_subject in index.related(indicator):
        results = [o for o in index.results(other, None) if time_of(o.period)[0] in years]
        if results and link.relation is not Relation.NO_MATCH:
            yield FigureClue(index.indicators[other], link.relation, is_subject, link.reason, results[-1])
