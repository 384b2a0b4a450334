"""What documents themselves admit as missed. It stands beside our state of a target, and never changes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.language.state_words import SHORTFALLS
from generator.ledger.due import last_day
from generator.ledger.enums import ReportState
from generator.ledger.periods import time_of
from generator.ledger.records import Indicator, Milestone, Report, Task

SHORT = (ReportState.SHORT, ReportState.WEAKNESS)
"""States by which a document admits that something was missed or is weak."""


class Admission(NamedTuple):
    """What a document admits in a report, or of a milestone of a task."""

    source: Report | Milestone
    """Where it stands."""
    state: ReportState
    verdict: str
    """The document's own words of an indicator, where the ledger has them; else empty."""
    summary: str
    """Our summary of the report, or the text of the milestone."""
    reason: str
    """Why, as the document says; empty where it does not."""
    year: int
    month: int
    """The last month of its time."""
    period: str
    """Its time as records write it; a deadline for a milestone."""
    tasks: tuple[Task, ...]
    indicators: tuple[Indicator, ...]
    """The indicators of which it is said; empty where it is said of a task, or of no record at all."""


def find_admissions(index: LedgerIndex) -> tuple[Admission, ...]:
    """All that documents admit: what is said of indicators first, in their order, then the rest, the newest first."""
    places = {indicator: place for place, indicator in enumerate(index.indicators)}

    def order(one: Admission) -> tuple[int, int, int]:
        return (places[one.indicators[0].id] if one.indicators else len(places)), -one.year, -one.month

    return tuple(sorted([*_of_reports(index), *_of_milestones(index)], key=order))


def is_shortfall(verdict: str | None, state: ReportState) -> bool:
    """Whether a report admits that an indicator was missed: its words on the indicator decide, else its state."""
    return any(word in verdict for word in SHORTFALLS) if verdict else state in SHORT


def _of_reports(index: LedgerIndex) -> Iterator[Admission]:
    links = {(link.report, link.indicator): link.verdict for link in index.ledger.report_indicators}
    for report in index.ledger.reports:
        tasks = tuple(index.tasks_of_report(report.id))
        named = index.indicators_of_report(report.id)
        short = [i for i in named if is_shortfall(links[report.id, i], report.state)]
        if not named and report.state is ReportState.SHORT:
            short = _only_indicators(index, tasks)
        if short or report.state in SHORT:
            words = next(filter(None, (links.get((report.id, i)) for i in short)), "")
            year, month, _ = time_of(report.period)
            indicators = tuple(index.indicators[i] for i in short)
            yield Admission(
                *(report, report.state, words, report.summary, report.reason or ""),
                *(year, month, report.period, tasks, indicators),
            )


def _only_indicators(index: LedgerIndex, tasks: tuple[Task, ...]) -> list[str]:
    """The indicator of a task that has one alone: what is said of the task is said of it."""
    own = [index.indicators_of_task.get(task.id, []) for task in tasks]
    return [indicators[0].id for indicators in own if len(indicators) == 1]


def _of_milestones(index: LedgerIndex) -> Iterator[Admission]:
    for step in index.ledger.milestones:
        if step.state in SHORT:
            day = last_day(step.due)
            task = index.tasks[step.task]
            yield Admission(step, step.state, "", step.text, "", day.year, day.month, step.due, (task,), ())
