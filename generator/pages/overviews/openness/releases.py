"""The list of all releases of the data."""

from __future__ import annotations

from generator.pages.page import PageContext, index_kind
from generator.pages.records.release import ReleaseLine, release_line


def releases_view(context: PageContext) -> tuple[ReleaseLine, ...]:
    """All releases, the newest first."""
    return tuple(map(release_line, reversed(context.index.releases)))


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
