"""Clues to a silent target: figures of related indicators, and reports on its task. They never count as progress.

The rule stands on the page of methods. A target is silent when no document gives a figure of its own indicator, or a
report that decides, of its time. A clue to it is of the same time, and is

- a figure for the whole place of an indicator to which it is related in any way but 不应对应, or
- a report on its task that bears on the indicator itself, and does not admit it as missed: that is an admission and no
  clue. Other reports on the task are shown as that, and are no clues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import TargetStatus
from generator.language.state_words import FIGURE_IN, GENERAL_WORDS
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
    indicator = index.indicators[target.indicator]
    reports = [r for r in index.reports_of_task(indicator.task) if time_of(r.period)[0] in years]
    own = [r for r in reports if r.id not in admitted and bears_on(index, r, indicator)]
    return Clues(tuple(_figures(index, target.indicator, years)), tuple(own))


def bears_on(index: LedgerIndex, report: Report, indicator: Indicator) -> bool:
    """Whether a report on the task of an indicator is about the indicator, and not only about the task.

    It is when it names the indicator or one that is related to it, when its summary has a word of the indicator's name
    that is not general, or when it has a figure of the same unit. Words in the title of a task with several indicators
    do not say which one is meant.
    """
    named = set(index.indicators_of_report(report.id))
    links = index.related(indicator.id)
    if indicator.id in named or any(i in named for i, link, _ in links if link.relation is not Relation.NO_MATCH):
        return True
    words = _words(indicator.name)
    if indicator.task and len(index.indicators_of_task[indicator.task]) > 1:
        words -= _words(index.tasks[indicator.task].title)
    return any(word in report.summary for word in words) or _has_unit(report.summary, indicator.unit)


def _words(text: str) -> set[str]:
    """The pairs of neighbouring characters of a text without general words: Chinese puts no spaces between words."""
    return {a + b for part in re.split(GENERAL_WORDS, text) for a, b in pairwise(part)}


def _has_unit(text: str, unit: str | None) -> bool:
    """Whether a text has a figure of a unit; one of a single sign (个, 家, %) says nothing of what is counted."""
    return bool(unit and len(unit) > 1 and re.search(FIGURE_IN.format(unit=re.escape(unit)), text))


def _figures(index: LedgerIndex, indicator: str, years: range) -> Iterator[FigureClue]:
    for other, link, is_subject in index.related(indicator):
        results = [o for o in index.results(other, None) if time_of(o.period)[0] in years]
        if results and link.relation is not Relation.NO_MATCH:
            yield FigureClue(index.indicators[other], link.relation, is_subject, link.reason, results[-1])
