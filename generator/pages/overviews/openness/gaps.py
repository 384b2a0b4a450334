"""What is still missing: the way to every list of what no document tells, with how much each holds."""

from __future__ import annotations

from typing import NamedTuple

from generator.ledger.enums import State
from generator.pages.context import PageContext
from generator.pages.page import index_kind


class GapsView(NamedTuple):
    """What the page shows: targets for the whole place, and how many of them lack what they need."""

    targets: int
    disclosed: int
    ended: int
    """Those that are not judged any more and of which no document tells."""
    silent: int
    """The others: no document tells of their time."""
    overdue: int
    """Those whose time is over, and whose end no document tells."""


def gaps_view(context: PageContext) -> GapsView:
    """What the page shows."""
    statuses = [status for plan in context.index.plans for status in context.statuses.of_plan(plan)]
    silent = [status for status in statuses if not status.disclosed]
    ended = sum(status.state is State.ENDED for status in silent)
    return GapsView(
        targets=len(statuses),
        disclosed=len(statuses) - len(silent),
        ended=ended,
        silent=len(silent) - ended,
        overdue=sum(status.state is State.OVERDUE for status in statuses),
    )


KINDS = (
    index_kind("gaps", gaps_view, template="overviews/openness/gaps.html", order=68, map_order=115, in_navigation=True),
)
