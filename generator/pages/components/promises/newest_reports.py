"""How the newest reports on a task are told in a line: what they say of single things is no verdict on the task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from generator.language import formatting
from generator.language.pages import promise_words
from generator.ledger.enums import ReportState
from generator.ledger.records import Report
from generator.pages.components.references import Ref, clause_ref
from generator.pages.context import PageContext

UNDECIDED = (ReportState.UNDER_WAY, ReportState.NOT_SAID)
"""States of which a line is silent where other reports of the period say more."""


class NewestReports(NamedTuple):
    """The reports on a task of the latest period: 2017 年有进展 2 条，其中 1 条说的事已完成."""

    period: str
    words: str
    """What stands behind the period."""
    clause: Ref
    """Where the first of them stands."""

    @property
    def line(self) -> str:
        """The whole line."""
        return f"{self.period}{self.words}"


def newest_reports(context: PageContext, task: str) -> NewestReports | None:
    """The newest reports on a task, in a line; None where no document tells anything in words."""
    reports = context.index.newest_reports(task)
    if not reports:
        return None
    words = promise_words.HAS_REPORTS.format(told=reports_in_words(reports))
    return NewestReports(formatting.period(reports[0].period), words, clause_ref(context, reports[0]))


def reports_in_words(reports: Sequence[Report]) -> str:
    """How many reports there are, and of how many things they say that these are done: 2 条，其中 1 条说的事已完成."""
    counts = Counter(report.state for report in reports)
    if len(counts) == 1:
        every = promise_words.EVERY_REPORT if len(reports) > 1 else ""
        said = promise_words.SAID_OF_THING[reports[0].state].format(every=every)
    else:
        telling = [state for state in ReportState if counts[state] and state not in UNDECIDED] or list(counts)
        parts = (
            promise_words.SOME_REPORTS.format(
                count=counts[state], said=promise_words.SAID_OF_THING[state].format(every="")
            )
            for state in telling
        )
        said = promise_words.AMONG_REPORTS.format(parts=promise_words.COMMA.join(parts))
    return promise_words.COUNTED_REPORTS.format(count=len(reports), said=said)
