"""Records of the office's own work: rounds of asking, remarks, acknowledged values, and readers' remarks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.ledger.enums import RemarkState, SubmissionState
from generator.ledger.records import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Origin):
    """One asking of all units for one period."""

    id: str
    plan: str
    document: str
    period: str
    opens_on: date
    due_on: date
    grace_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission(Origin):
    """One unit's answer to a round."""

    round: str
    organization: str
    number: int
    received_on: date
    state: SubmissionState
    file_sha256: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationRemark(Origin):
    """A question or a standing note on a result."""

    id: str
    observation: str
    organization: str | None
    on: date
    state: RemarkState
    text: str
    answer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRemark(Origin):
    """A question or a standing note on a task."""

    id: str
    task: str
    organization: str | None
    on: date
    state: RemarkState
    text: str
    answer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement(Origin):
    """A value that looks wrong and that a person found to be right."""

    code: str
    record: str
    value: str
    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback(Origin):
    """A reader's remark and the office's answer."""

    id: str
    record: str | None
    asked_on: date
    question: str
    answered_on: date | None
    answer: str | None
    commit: str | None
