"""The page of targets whose time is over and of which no document says whether they were reached."""

from __future__ import annotations

from generator.pages.components.promises.silent import SilentView, silent_view
from generator.pages.context import PageContext
from generator.pages.page import index_kind


def overdue_view(context: PageContext) -> SilentView:
    """Targets that are overdue, of all targets for the whole place."""
    return silent_view(context, context.promises.overdue, len(context.index.targets_for.get(None, ())))


KINDS = (
    index_kind(
        "overdue",
        overdue_view,
        template="overviews/promises/overdue.html",
        order=103,
        map_order=223,
        above=("indicators",),
        folder="indicators/",
    ),
)
