"""The list of rounds."""

from __future__ import annotations

from generator.analysis.rounds.appraisal import dated_round
from generator.pages.context import PageContext
from generator.pages.overviews.rounds import only_public
from generator.pages.overviews.rounds.round import RoundRow, round_row
from generator.pages.page import index_kind


def rounds_view(context: PageContext) -> tuple[RoundRow, ...]:
    """All rounds, the newest first."""
    rounds = sorted(context.index.ledger.rounds, key=lambda one: (one.opens_on, one.id), reverse=True)
    return tuple(round_row(context, dated_round(context.index, one)) for one in rounds)


KINDS = (
    only_public(
        index_kind(
            "rounds",
            rounds_view,
            template="overviews/rounds/rounds.html",
            order=182,
            map_order=142,
            above=("gaps",),
        ),
        "rounds",
    ),
)
