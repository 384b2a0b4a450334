"""Views of the releases: the list of all, and the page of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.history.releases import Release
from generator.language import history_words
from generator.pages.components.views import Ref


class TableChange(NamedTuple):
    """What changed in a table since the release before, in rows."""

    title: str
    added: int
    removed: int
    changed: int


class ReleaseLine(NamedTuple):
    """A release in the list."""

    ref: Ref
    day: str
    words: tuple[str, ...]
    """What the tag says, line by line."""
    reason: str
    rows: int


class ReleaseView(NamedTuple):
    """The page of a release."""

    line: ReleaseLine
    commit: str
    sha256: str
    tables: tuple[tuple[str, str, int], ...]
    """Name, title and number of rows of each table."""
    before: Ref | None
    changes: tuple[TableChange, ...]


@dataclass(frozen=True)
class Versions:
    """Makes the views; tables that the contract no longer has go by their names."""

    index: LedgerIndex

    def lines(self) -> tuple[ReleaseLine, ...]:
        """All releases, the newest first."""
        return tuple(map(_line, reversed(self.index.releases)))

    def view(self, version: str) -> ReleaseView:
        """The page of one."""
        releases = self.index.releases
        place = next(n for n, r in enumerate(releases) if r.version == version)
        release = releases[place]
        return ReleaseView(
            line=_line(release),
            commit=release.commit,
            sha256=release.sha256,
            tables=tuple((name, self._title(name), count) for name, count in release.rows),
            before=_ref(releases[place - 1]) if place else None,
            changes=tuple(TableChange(self._title(name), *numbers) for name, *numbers in release.changed),
        )

    def _title(self, table: str) -> str:
        spec = self.index.contract.tables.get(table)
        return spec.title if spec else table


def _line(release: Release) -> ReleaseLine:
    words = tuple(line for line in release.words.splitlines() if line.strip())
    rows = sum(count for _, count in release.rows)
    return ReleaseLine(_ref(release), release.day, words, history_words.DUE_PARTS[release.reason], rows)


def _ref(release: Release) -> Ref:
    return Ref(f"v{release.version}", f"releases/{release.version}/")
