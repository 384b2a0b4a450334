"""The rows of 绩效考核参考表 and 通报: the numbers of the analysis in the words of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.analysis.ledger_index import LedgerIndex, Sourced
from generator.analysis.rounds.appraisal import (
    Appraisal,
    AppraisedTarget,
    AppraisedTask,
    DatedRound,
    RoundAnswer,
    Share,
    UnitAppraisal,
)
from generator.analysis.state_explanation import explain, level_unit
from generator.analysis.target_status import StatusIndex
from generator.language import formatting
from generator.language.office.rounds import appraisal_words as words
from generator.ledger.enums import Nature, SubmissionState
from generator.ledger.records import Indicator, Task
from generator.pages.components.figures import observation_text, observed_period, target_text

Cell = str | int
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Appraised:
    """An appraisal with the ledger that it is of, and what it was made from."""

    index: LedgerIndex
    statuses: StatusIndex
    appraisal: Appraisal
    made_from: str
    """The commit in words."""
    made_on: date
    """Its day."""

    @property
    def period(self) -> str:
        """The period in words."""
        return formatting.period(self.appraisal.period)

    @property
    def as_of(self) -> str:
        """The day up to which documents are known, in words."""
        return formatting.day(self.index.as_of) if self.index.as_of else words.NOTHING

    @property
    def notice(self) -> str:
        """What a demonstration says of itself; empty for the ledger of an office."""
        return self.index.site.notice if self.index.site.demonstration else ""

    def name_of(self, unit: UnitAppraisal) -> str:
        """The name of a unit; what the whole place is called."""
        return unit.organization.name if unit.organization else self.index.site.whole


def fact_rows(made: Appraised, unit: UnitAppraisal) -> Iterator[Row]:
    """What is known of a unit, line by line."""
    binding = words.WITH_BINDING.format(targets=len(unit.targets), binding=unit.binding)
    values = {
        "unit": made.name_of(unit),
        "period": made.period,
        "as_of": made.as_of,
        "made_from": made.made_from,
        "notice": made.notice,
        "targets": binding if unit.targets else words.NONE,
        "states": states(unit) or words.NONE,
        "told_targets": share(unit.told_targets, words.NO_TARGETS),
        "tasks": words.TASK_COUNT.format(count=len(unit.tasks)) if unit.tasks else words.NONE,
        "told_tasks": share(unit.told_tasks, words.NO_TASKS),
        "rounds": words.ROUND_COUNT.format(count=len(unit.answers)) if unit.answers else words.NONE,
        "answered": share(unit.answered, words.NO_ROUNDS),
        "on_time": share(unit.on_time, words.NO_ROUNDS),
        "complete": share(unit.complete, words.NO_ROUNDS),
    }
    return ((words.FACT_LABELS[key], value) for key, value in values.items() if value)


def share(one: Share, nothing: str) -> str:
    """So many of so many, with the part in per cent: 3/4（75.0%）; the words for nothing where there is no whole."""
    part = one.of_one
    return (
        nothing
        if part is None
        else words.SHARE.format(part=one.part, whole=one.whole, percent=formatting.percent(part))
    )


def states(unit: UnitAppraisal) -> str:
    """The targets of a unit by state."""
    tallies = unit.states.tallies
    return formatting.AND.join(words.STATE_COUNT.format(state=one.state, count=one.targets) for one in tallies)


def unit_rows(units: Iterable[UnitAppraisal]) -> Iterator[Row]:
    """A row for each unit; the whole of each count stands beside its part."""
    for unit in units:
        answered = (unit.answered.part, unit.on_time.part, unit.complete.part) if unit.answers else (words.NOTHING,) * 3
        yield (
            unit.organization.name if unit.organization else "",
            len(unit.targets),
            unit.binding,
            unit.told_targets.part,
            len(unit.tasks),
            unit.told_tasks.part,
            len(unit.answers),
            *answered,
        )


def target_rows(made: Appraised, targets: Iterable[AppraisedTarget]) -> Iterator[Row]:
    """A row for each target."""
    for one in targets:
        target, indicator, figure = one.status.target, one.indicator, one.figure
        yield (
            indicator.name,
            str(indicator.nature),
            scope(made, one),
            formatting.years(target.start_year, target.end_year),
            target_text(target, one.status.spec),
            f"{indicator.weight:f}" if indicator.weight is not None else "",
            figure_text(one),
            observed_period(figure) if figure else "",
            words.HAS[one.told],
            str(one.status.state),
            explain(one.status.spec, one.status.assessment),
            _source(made.index, target),
        )


def scope(made: Appraised, one: AppraisedTarget) -> str:
    """Whose figure it is."""
    organization = made.index.organizations.get(one.status.target.organization or "")
    return organization.name if organization else made.index.site.whole


def figure_text(one: AppraisedTarget) -> str:
    """The result of the period as documents print it; empty where there is none."""
    figure = one.figure
    return observation_text(figure, level_unit(one.indicator.unit, figure.basis)) if figure else ""


def task_rows(made: Appraised, tasks: Iterable[AppraisedTask]) -> Iterator[Row]:
    """A row for each task."""
    for one in tasks:
        task = one.task
        yield (
            task.title,
            str(task.kind),
            f"{task.weight:f}" if task.weight is not None else "",
            formatting.due(task.due) if task.due else str(task.recurrence or ""),
            words.HAS[one.told],
            formatting.AND.join(dict.fromkeys(str(report.state) for report in one.reports)),
            formatting.SEMICOLON.join(report.summary for report in one.reports),
            _source(made.index, task),
        )


def answer_rows(answers: Iterable[RoundAnswer]) -> Iterator[Row]:
    """A row for each round that asked a unit."""
    for record, status in answers:
        received = status.submissions
        yield (
            formatting.period(record.period),
            record.due_on.isoformat(),
            (record.due_on + timedelta(days=record.grace_days)).isoformat(),
            received[0].received_on.isoformat() if received else "",
            str(status.state) if status.state else words.NOT_RECEIVED,
            words.ON_TIME[status.on_time],
            status.days_late or "",
            len(received),
        )


def round_rows(rounds: Iterable[DatedRound]) -> Iterator[Row]:
    """A row for each round of the whole place."""
    for record, status in rounds:
        late = sum(unit.on_time is False for unit in status.units)
        counts = [status.in_state(state) for state in STATES]
        yield (
            formatting.period(record.period),
            record.due_on.isoformat(),
            status.last_day.isoformat(),
            status.expected,
            status.received,
            status.on_time,
            late,
            *counts,
            status.expected - sum(counts),
        )


STATES = (SubmissionState.COMPLETE, SubmissionState.PARTIAL, SubmissionState.NO_CHANGE, SubmissionState.EMPTY)
"""States of an answer, in the order of the columns."""


def unled_rows(made: Appraised) -> Iterator[Row]:
    """What nobody leads."""
    for one in made.appraisal.without_lead:
        record: Sourced | None = one if isinstance(one, Task) else made.index.main_target(one.id)
        yield name(one), _source(made.index, record) if record else ""


def name(one: Task | Indicator) -> str:
    """What a task or an indicator is called."""
    return one.title if isinstance(one, Task) else one.name


def binding_rows(made: Appraised) -> Iterator[Row]:
    """The binding targets of the whole place, as the circular lists them."""
    index = made.index
    for one in made.appraisal.whole.targets:
        if one.indicator.nature is Nature.BINDING and one.status.target.organization is None:
            leads = (index.organizations[duty.organization].name for duty in index.leads_of_indicator(one.indicator))
            yield (
                one.indicator.name,
                target_text(one.status.target, one.status.spec),
                figure_text(one) or words.HAS[False],
                str(one.status.state),
                formatting.AND.join(leads) or words.NONE,
            )


def _source(index: LedgerIndex, record: Sourced) -> str:
    return words.SOURCE.format(document=index.documents[record.document].title, locator=record.locator)
