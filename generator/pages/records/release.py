"""The page of a release of the data: what it holds, and what changed since the one before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.history.releases import Release
from generator.language import history_words, page_words
from generator.pages.components.references import Ref
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref


class TableChange(NamedTuple):
    """What changed in a table since the release before, in rows."""

    title: str
    added: int
    removed: int
    changed: int


class ReleaseRow(NamedTuple):
    """A release in the list."""

    ref: Ref
    day: str
    words: tuple[str, ...]
    """What the tag says, line by line."""
    reason: str
    rows: int


class ReleaseView(NamedTuple):
    """What the page of a release shows."""

    row: ReleaseRow
    commit: str
    sha256: str
    tables: tuple[tuple[str, str, int], ...]
    """Name, title and number of rows of each table."""
    before: Ref | None
    changes: tuple[TableChange, ...]
    former: tuple[Ref, ...]
    """What this release was the last to have."""


def release_view(context: PageContext, version: str) -> ReleaseView:
    """What the page of a release shows; tables that the contract no longer has go by their names."""
    releases = context.index.releases
    place = next(n for n, r in enumerate(releases) if r.version == version)
    release = releases[place]
    return ReleaseView(
        row=release_row(context, release),
        commit=release.commit,
        sha256=release.sha256,
        tables=tuple((name, _title(context, name), count) for name, count in public_rows(context, release)),
        before=release_ref(releases[place - 1]) if place else None,
        changes=tuple(
            TableChange(_title(context, name), *numbers)
            for name, *numbers in release.changed
            if name not in context.site.unpublished_tables
        ),
        former=tuple(Ref(one.record.title, one.path) for one in context.former if one.release is release),
    )


def public_rows(context: PageContext, release: Release) -> list[tuple[str, int]]:
    """The tables of a release that everybody may see, with their rows."""
    return [(name, count) for name, count in release.rows if name not in context.site.unpublished_tables]


def release_row(context: PageContext, release: Release) -> ReleaseRow:
    """A release as a row."""
    words = tuple(line for line in release.words.splitlines() if line.strip())
    rows = sum(count for _, count in public_rows(context, release))
    return ReleaseRow(release_ref(release), release.day, words, history_words.DUE_PARTS[release.reason], rows)


def release_ref(release: Release) -> Ref:
    """The page of a release."""
    return Ref(f"v{release.version}", f"releases/{release.version}/")


def _title(context: PageContext, table: str) -> str:
    spec = context.contract.tables.get(table)
    return spec.title if spec else table


def _content(context: PageContext, version: str) -> PageContent:
    title = history_words.RELEASE.format(version=version)
    return PageContent(title, title, release_view(context, version), (index_ref("data"), index_ref("releases")))


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for release in context.index.releases:
        yield PageEntry(f"releases/{release.version}/", page_words.INDEX, partial(_content, context, release.version))


KINDS = (PageKind(order=370, template="records/release.html", pages=_pages),)
