"""What every rule is given, and what it answers where no figure is of use.

Every rule is a pure function of the target, the figures, and the day up to which documents are known. It gives the
state together with what it was computed from, so that a page can print the arithmetic. A missing figure never counts
as bad: a state needs either all the figures that it depends on, or figures that decide whatever the missing ones are.
A figure of a part of a year decides nothing about the year, but for a sum that cannot shrink and has passed its floor
or its ceiling. The rules are written out, with examples, on the site's page of methods.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.analysis.target_spec import Assessment, DatedReport, DatedValue, TargetSpec, aim, sense
from generator.ledger.enums import State


class RuleInput(NamedTuple):
    """What a rule judges by."""

    spec: TargetSpec
    numbers: list[DatedValue]
    """Figures with a number, each time once, in the order of time; those before the target's years, too."""
    own: list[DatedValue]
    """Figures of the target's years, those that are words, too."""
    as_of: date
    levels: list[DatedValue]
    """Levels of the quantity whose growth is the target."""
    reports: list[DatedReport]
    """Of something that is built or won, those that name the indicator; of other measures none."""

    @property
    def target(self) -> Decimal:
        """The number that decides."""
        return aim(self.spec)

    @property
    def due(self) -> bool:
        """Whether the target's time is over."""
        return self.as_of >= self.spec.last_day

    @property
    def years(self) -> range:
        """The target's years."""
        return range(self.spec.start, self.spec.end + 1)

    @property
    def short(self) -> State:
        """What a target is that falls short of what it needs: behind while it runs, missed when it is over."""
        return State.MISSED if self.due else State.BEHIND


def nothing_known(known: RuleInput) -> Assessment:
    """No figure of the target's time."""
    if known.due:
        return Assessment(State.OVERDUE, "overdue")
    return Assessment(State.NO_DATA, "silent-expired" if known.spec.expired else "silent")


def nothing_usable(known: RuleInput) -> Assessment:
    """No figure that the rule can use: none at all, parts of years alone, or words."""
    if not known.own:
        return nothing_known(known)
    parts = tuple(k for k in known.own if k.value is not None and not k.full)
    if not parts:
        return Assessment(State.INCOMPLETE, "unusable", tuple(known.own))
    if known.due:
        return Assessment(State.OVERDUE, "part-overdue", parts, missing=(known.spec.end,))
    return Assessment(State.INCOMPLETE, "part", parts)


def path_state(value: Decimal, expected: Decimal, spec: TargetSpec) -> State:
    """Whether a value is as far as the straight path to the target."""
    way = sense(spec)
    return State.ON_TRACK if way * value >= way * expected else State.BEHIND
