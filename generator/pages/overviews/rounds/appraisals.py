"""The list of the periods that were asked about."""

from __future__ import annotations

from generator.analysis.rounds.appraisal import periods_appraised
from generator.pages.components.references import Ref
from generator.pages.context import PageContext
from generator.pages.overviews.rounds import only_public
from generator.pages.overviews.rounds.appraisal import appraisal_ref
from generator.pages.page import index_kind


def appraisals_view(context: PageContext) -> tuple[Ref, ...]:
    """The pages of all periods, the newest first."""
    return tuple(map(appraisal_ref, periods_appraised(context.index)))


KINDS = (
    only_public(
        index_kind(
            "appraisal",
            appraisals_view,
            template="overviews/rounds/appraisals.html",
            order=184,
            map_order=144,
            above=("gaps",),
        ),
        "appraisal",
    ),
)
