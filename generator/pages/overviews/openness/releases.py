"""The list of all releases of the data."""

from __future__ import annotations

from generator.pages.context import PageContext
from generator.pages.page import index_kind
from generator.pages.records.release import ReleaseRow, release_row


def releases_view(context: PageContext) -> tuple[ReleaseRow, ...]:
    """All releases, the newest first."""
    return tuple(map(release_row, reversed(context.index.releases)))


KINDS = (
    index_kind(
        "releases",
        releases_view,
        template="overviews/openness/releases.html",
        order=230,
        map_order=160,
        above=("data",),
    ),
)
