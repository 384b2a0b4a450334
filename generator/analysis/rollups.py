"""How many targets are in which state: of a unit, a heading, a nature, a plan, or any other lot of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from generator.analysis.target_status import StatusSummary
from generator.ledger.enums import State


class Tally(NamedTuple):
    """A state and how many targets are in it."""

    state: State
    targets: int


class Rollup(NamedTuple):
    """Targets by state, each target once, with how many of them have a figure or a report of their time."""

    total: int
    disclosed: int
    tallies: tuple[Tally, ...]
    """States that occur, in their own order."""


def rollup(standings: Iterable[StatusSummary]) -> Rollup:
    """Sum up; a target that comes twice, because it has two leads for example, counts once."""
    own = {s.target: s for s in standings}
    states = Counter(s.state for s in own.values())
    tallies = tuple(Tally(state, states[state]) for state in State if states[state])
    return Rollup(len(own), sum(1 for s in own.values() if s.disclosed), tallies)
