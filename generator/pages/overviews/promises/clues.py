"""The page of silent targets that have clues."""

from __future__ import annotations

from generator.pages.components.promises.silent import SilentView, silent_view
from generator.pages.context import PageContext
from generator.pages.page import index_kind


def clues_view(context: PageContext) -> SilentView:
    """Silent targets with clues, of all silent ones."""
    return silent_view(context, context.promises.with_clues, len(context.promises.silent))


KINDS = (
    index_kind(
        "clues",
        clues_view,
        template="overviews/promises/clues.html",
        order=102,
        map_order=222,
        above=("indicators",),
        folder="indicators/",
    ),
)
