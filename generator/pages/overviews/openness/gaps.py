"""What is still missing: the way to every list of what no document tells, with how much each holds."""

from __future__ import annotations

from typing import NamedTuple

from generator.ledger.enums import State
from generator.pages.context import PageContext
from generator.pages.overviews.openness.reporting_gaps import Rate, reporting_gaps_view
from generator.pages.page import index_kind


class GapsView(NamedTuple):
    """What the page shows: targets for the whole place, and how many of them lack what they need."""

    targets: int
    disclosed: int
    ended: int
    """Those that are not judged any more, whether a document tells of them or not."""
    silent: int
    """The others: no document tells of their time."""
    with_clues: int
    """Those of the silent ones that have a clue."""
    overdue: int
    """Those whose time is over, and whose end no document tells."""
    admissions: int
    """What documents admit as missed."""
    tasks: Rate
    """Tasks with a report of the newest year of which anything is reported; none where nothing is."""
    year: str


def gaps_view(context: PageContext) -> GapsView:
    """What the page shows."""
    promises, reporting = context.promises, reporting_gaps_view(context)
    targets = context.index.targets_for.get(None, ())
    statuses = [context.statuses.of(target) for target in targets]
    disclosed = sum(status.disclosed and status.state is not State.ENDED for status in statuses)
    return GapsView(
        targets=len(targets),
        disclosed=disclosed,
        ended=len(targets) - disclosed - len(promises.silent),
        silent=len(promises.silent),
        with_clues=len(promises.with_clues),
        overdue=len(promises.overdue),
        admissions=len(promises.admissions),
        tasks=reporting.tasks,
        year=reporting.year,
    )


KINDS = (
    index_kind("gaps", gaps_view, template="overviews/openness/gaps.html", order=68, map_order=115, in_navigation=True),
)
