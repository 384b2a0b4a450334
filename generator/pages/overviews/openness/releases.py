"""The list of all releases of the data."""

from __future__ import annotations

from typing import NamedTuple

from generator.language import history_words
from generator.pages.context import PageContext
from generator.pages.page import index_kind
from generator.pages.records.release import ReleaseRow, release_row


class ReleasesView(NamedTuple):
    """The releases, and whether there may be more."""

    rows: tuple[ReleaseRow, ...]
    """The newest first."""
    missing: str
    """Why git did not tell of all, in Chinese; empty where it did."""


def releases_view(context: PageContext) -> ReleasesView:
    """All releases that git tells of."""
    missing = context.index.missing_releases
    rows = tuple(release_row(context, release) for release in reversed(context.index.releases))
    return ReleasesView(rows, history_words.NO_RELEASES[missing] if missing else "")


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
