"""Who has answered a round, when, and how completely."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import RoundDuties, UnitDuties
from generator.ledger.enums import SubmissionState
from generator.ledger.office_records import Submission
from generator.ledger.records import Organization

FIRST_REMINDERS = (1, 7)
"""Days late on which a unit is reminded."""
FURTHER_REMINDERS = 30
"""Then every so many days."""


class UnitStatus(NamedTuple):
    """How a unit stands in a round."""

    duties: UnitDuties
    submissions: tuple[Submission, ...]
    """Its answers, the first one first."""
    on_time: bool | None
    """Whether it answered within the days of grace; None before it answered."""
    days_late: int
    """Days from the last day on which an answer is on time to the answer, else to the day that is asked for."""

    @property
    def state(self) -> SubmissionState | None:
        """What its newest answer is; None before it answered."""
        return self.submissions[-1].state if self.submissions else None

    @property
    def answered(self) -> bool:
        """Whether something was answered: an empty form is no answer."""
        return any(one.state is not SubmissionState.EMPTY for one in self.submissions)


class RoundStatus(NamedTuple):
    """How a round stands on a day."""

    on: date
    last_day: date
    """The last day on which an answer is on time."""
    units: tuple[UnitStatus, ...]
    unexpected: tuple[Organization, ...]
    """Units that answered without being asked: they count for nothing."""

    @property
    def expected(self) -> int:
        """Units that are asked."""
        return len(self.units)

    @property
    def received(self) -> int:
        """Of these, those that answered."""
        return sum(unit.answered for unit in self.units)

    @property
    def on_time(self) -> int:
        """Of these, those that answered in time."""
        return sum(unit.on_time is True for unit in self.units)

    def in_state(self, state: SubmissionState) -> int:
        """Of the units that are asked, those whose newest answer is in a state."""
        return sum(unit.state is state for unit in self.units)


def round_status(index: LedgerIndex, duties: RoundDuties, on: date) -> RoundStatus:
    """How a round stands on a day."""
    record = duties.record
    last_day = record.due_on + timedelta(days=record.grace_days)
    by_unit: dict[str, list[Submission]] = {}
    for one in index.ledger.submissions:
        if one.round == record.id and one.received_on <= on:
            by_unit.setdefault(one.organization, []).append(one)
    units = tuple(_unit(unit, by_unit.get(unit.organization.id, []), last_day, on) for unit in duties.units)
    asked = {unit.organization.id for unit in duties.units}
    unexpected = tuple(index.organizations[id_] for id_ in by_unit if id_ not in asked)
    return RoundStatus(on, last_day, units, unexpected)


def _unit(duties: UnitDuties, submissions: list[Submission], last_day: date, on: date) -> UnitStatus:
    ordered = tuple(sorted(submissions, key=lambda one: one.number))
    answers = [one.received_on for one in ordered if one.state is not SubmissionState.EMPTY]
    day = min(answers, default=on)
    return UnitStatus(duties, ordered, day <= last_day if answers else None, max((day - last_day).days, 0))


def is_reminded(days_late: int) -> bool:
    """Whether a unit that has not answered is reminded on a day: the first, the seventh, then every thirtieth."""
    return days_late in FIRST_REMINDERS or (days_late >= FURTHER_REMINDERS and days_late % FURTHER_REMINDERS == 0)
