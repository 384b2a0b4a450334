"""Releases of the data: states of the ledger that a tag of git names, with a digest of their rows in its message.

A tag ``data-v1.2.0`` is a release. Its message has a line ``rows-sha256: …`` with the digest of all rows as the program
reads them: what is published under a version can never become something else unnoticed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from generator.history.due_version import PREFIX, Due, LedgerState, changes_between, due, version_of
from generator.history.git import NoHistory, Repository, Tag
from generator.history.snapshots import Unreadable, tables_of
from generator.language import formatting, page_words
from generator.ledger.contract import read_contract
from generator.ledger.enums import Edit, Role
from generator.ledger.hidden_characters import without_hidden
from generator.ledger.periods import PERIOD
from generator.ledger.personal_data import masked_half
from generator.ledger.reading.rows import Row
from generator.support.cache_store import CacheStore, digest
from generator.support.collector import collector_paused
from generator.support.packaged_files import CONTRACT

ROUND_PREFIX = "published-"
"""Before the round in the name of a tag that makes its answers public."""
DIGEST_LINE = re.compile(r"^rows-sha256: ([0-9a-f]{64})$", re.MULTILINE)
MESSAGE = "{message}\n\nrows-sha256: {sha256}\n"


class BadRelease(Exception):
    """A tag whose rows are not those that its message promises.

    ``reason`` is a key of :data:`command_words.BAD_RELEASE`.
    """

    def __init__(self, tag: str, reason: str) -> None:
        super().__init__(tag, reason)
        self.tag, self.reason = tag, reason


PAGED = ("plans", "documents", "organizations", "sections", "tasks", "indicators", "evaluations")
"""Tables whose records have pages of their own: their ids are addresses. A record comes behind those it belongs to."""


LAYOUT = "4"
"""To be raised when what is kept of a release between runs is made in another way."""


class ReleasedRecord(NamedTuple):
    """A record that had a page, or a page about several records that was there because of them.

    Of such a page ``table`` and ``id`` are its address: ``requests`` and a unit, ``years`` and a year,
    ``appraisal`` and a period.
    """

    table: str
    id: str
    kind: str
    """The kind of a unit, the nature of an indicator; empty for others."""
    title: str


class Release(NamedTuple):
    """A release."""

    version: str
    commit: str
    day: str
    """When the tag was made."""
    words: str
    """The message of the tag without the digest and what nobody sees; of numbers of persons the ends alone."""
    sha256: str
    rows: tuple[tuple[str, int], ...]
    """Tables and how many rows each has."""
    reason: str
    """Which part of the version changed since the release before, a key of :data:`history_words.DUE_PARTS`."""
    changed: tuple[tuple[str, int, int, int], ...]
    """Of each table that differs from the release before: rows that are new, gone, and changed."""
    records: tuple[ReleasedRecord, ...] = ()
    """What had a page."""


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases of a ledger, the oldest first."""

    all: tuple[Release, ...] = ()
    missing: str = ""
    """Why there may be releases that git did not tell of, a key of :data:`history_words.NO_RELEASES`; empty: none."""


NO_RELEASES = Releases(missing="not-read")


def read_releases(folder: Path, contract_path: Path, store: CacheStore) -> Releases:
    """The releases in the repository of a ledger's folder. What was proved of a tag is kept in the store.

    Raises:
        BadRelease: the rows of a release are not what its tag promises.
    """
    try:
        with closing(Repository(folder)) as repository, collector_paused():
            missing = "no-tags" if repository.lacks_tags() else ""
            return Releases(tuple(_releases(_Reader(repository, folder, contract_path), store)), missing)
    except NoHistory as none:
        return Releases(missing=none.reason)


def public_tags(repository: Repository) -> list[Tag]:
    """The tags of what the public has had, the newest first: releases, and rounds that were made public."""
    places = {commit: place for place, commit in enumerate(repository.commit_ids)}
    releases = (tag for tag in repository.tags(PREFIX) if version_of(tag.name))
    tags = [tag for tag in (*releases, *repository.tags(ROUND_PREFIX)) if tag.commit in places]
    return sorted(tags, key=lambda tag: places[tag.commit])


def state_at(repository: Repository, folder: Path, contract_path: Path, tag: Tag) -> LedgerState:
    """The state that a tag names. Raises BadRelease when it cannot be read."""
    with collector_paused():
        return _Reader(repository, folder, contract_path).state(tag.name, tag.commit)


def state_of(folder: Path, contract_path: Path, release: Release) -> LedgerState:
    """The state that a release names.

    Raises:
        BadRelease: it cannot be read.
        NoHistory: git does not tell of it.
    """
    with closing(Repository(folder)) as repository, collector_paused():
        return _Reader(repository, folder, contract_path).state(PREFIX + release.version, release.commit)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the states that tags name."""

    repository: Repository
    folder: Path
    contract_path: Path

    def tags(self) -> list[Tag]:
        """The tags that are releases, the lowest version first."""
        versions = ((version_of(tag.name), tag) for tag in self.repository.tags(PREFIX))
        return [tag for _, tag in sorted((version, tag) for version, tag in versions if version is not None)]

    def state(self, tag: str, commit: str) -> LedgerState:
        """The tables of a commit, with the contract of that time, or the program's own where the place keeps none."""
        files = self.repository.tree(commit)
        content = self.repository.file_at(commit, _path_from(self.folder, self.contract_path))
        if content is None and self.contract_path == CONTRACT:  # a place without the repository of the program
            content = CONTRACT.read_bytes()
        if content is None:
            raise BadRelease(tag, "no-contract")
        try:
            contract = read_contract(content)
            tables = tables_of(contract, files, self.repository.contents([*dict.fromkeys(files.values())]))
        except (ValueError, KeyError, Unreadable) as error:
            raise BadRelease(tag, "unreadable") from error
        return LedgerState(contract, tables.rows)


def _path_from(folder: Path, file: Path) -> str:
    """The path of a file as seen from a folder."""
    try:
        return os.path.relpath(file, folder).replace(os.sep, "/")
    except ValueError:  # on another drive of Windows
        return file.as_posix()


def _releases(reader: _Reader, store: CacheStore) -> Iterable[Release]:
    """Each release, compared with the one before it."""
    tags = reader.tags()
    for tag, before in zip(tags, (None, *tags), strict=False):
        name, key = f"history/released/{tag.name}", digest(LAYOUT, *tag, *(before or ()))
        plain = store.load(name, key)
        if plain is None:
            last = reader.state(before.name, before.commit) if before else None
            made = _release(tag, reader.state(tag.name, tag.commit), last)
            plain = (*made[:-1], tuple(map(tuple, made.records)))
            store.save(name, key, plain)
        yield _from_plain(plain)


def _from_plain(plain: Any) -> Release:
    version, commit, day, words, sha256, rows, reason, changed, records = plain
    counts, changes = tuple(map(tuple, rows)), tuple(map(tuple, changed))
    released = tuple(ReleasedRecord(*record) for record in records)
    return Release(version, commit, day, words, sha256, counts, reason, changes, released)


def _release(tag: Tag, state: LedgerState, before: LedgerState | None) -> Release:
    promised = DIGEST_LINE.search(tag.words)
    if promised is None:
        raise BadRelease(tag.name, "no-digest")
    sha256 = state.sha256()
    if promised[1] != sha256:
        raise BadRelease(tag.name, "other-rows")
    return Release(
        version=tag.name.removeprefix(PREFIX),
        commit=tag.commit,
        day=tag.date[:10],
        words=masked_half(without_hidden(DIGEST_LINE.sub("", tag.words))).strip(),
        sha256=sha256,
        rows=tuple((table, len(rows)) for table, rows in state.rows.items()),
        reason=due(before, state).part if before else "first",
        changed=_counts(before, state) if before else (),
        records=(*_records(state.rows), *_further_pages(state.rows)),
    )


def _records(rows: Mapping[str, Sequence[Row]]) -> Iterator[ReleasedRecord]:
    kind_of = {"organizations": "kind", "indicators": "nature"}
    for table in (*PAGED, "rounds"):
        for row in rows.get(table, ()):
            kind = row[kind_of[table]] if table in kind_of else ""
            yield ReleasedRecord(table, row["id"], kind, _title_of(table, row))


def _further_pages(rows: Mapping[str, Sequence[Row]]) -> Iterator[ReleasedRecord]:
    """Pages about several records: requests to units that lead indicators, years and periods that are told of."""
    named = rows.get("indicator_assignments", ())
    own = {row["indicator"] for row in named}
    tasks = {row["task"] for row in rows.get("indicators", ()) if row["id"] not in own}
    duties = (*named, *(row for row in rows.get("assignments", ()) if row["task"] in tasks))
    leads = {row["organization"] for row in duties if row["role"] == Role.LEAD}
    for row in rows.get("organizations", ()):
        if row["id"] in leads:
            yield ReleasedRecord("requests", row["id"], "", page_words.REQUEST_TO.format(name=row["name"]))
    years = {row["start_year"] for row in rows.get("targets", ()) if row["start_year"] == row["end_year"]}
    years |= {row["period"][:4] for table in ("observations", "reports") for row in rows.get(table, ())}
    for plan in rows.get("plans", ()):
        for year in sorted(year for year in years if plan["start_year"] <= year <= plan["end_year"]):
            yield ReleasedRecord("years", year, "", formatting.year(int(year)))
    asked = [row["period"] for row in rows.get("rounds", ())]
    for period in dict.fromkeys((*asked, *(period[:4] for period in asked))):
        yield ReleasedRecord("appraisal", period, "", page_words.APPRAISAL.format(period=_period(period)))


def _title_of(table: str, row: Row) -> str:
    if title := row["name"] or row["title"]:
        return title
    period = _period(row["period"])
    return page_words.ROUND.format(period=period) if table == "rounds" else f"{period}{row['kind']}"


def _period(period: str) -> str:
    return formatting.period(period) if PERIOD.fullmatch(period) else period


def _counts(old: LedgerState, new: LedgerState) -> tuple[tuple[str, int, int, int], ...]:
    counts: dict[str, dict[str, int]] = {}
    for change in changes_between(old, new):
        counts.setdefault(change.table, dict.fromkeys(Edit, 0))[change.edit] += 1
    return tuple(
        (table, edits[Edit.ADDED], edits[Edit.REMOVED], edits[Edit.CHANGED]) for table, edits in counts.items()
    )


# -- making a release


class Upcoming(NamedTuple):
    """The release that may follow the last one."""

    last: Release | None
    """None where nothing was released yet."""
    due: Due
    """What asks for it; the part is none where the data is that of the last release."""

    @property
    def changed(self) -> bool:
        """Whether there is anything to release."""
        return self.last is None or bool(self.due.part)

    @property
    def version(self) -> str:
        """The version that is due; empty where any may be the first."""
        if self.last is None:
            return ""
        version = version_of(PREFIX + self.last.version)
        assert version is not None, "a release has a version in its name"
        return ".".join(map(str, self.due.after(version)))

    def fits(self, version: str) -> bool:
        """Whether a version is the one that is due."""
        return version == (self.version or version)


def upcoming(folder: Path, contract_path: Path, releases: Releases, state: LedgerState) -> Upcoming:
    """The release that may be made of the ledger's present state.

    Raises:
        BadRelease: the last release cannot be read.
        NoHistory: git does not tell of it.
    """
    last = releases.all[-1] if releases.all else None
    return Upcoming(last, due(state_of(folder, contract_path, last), state) if last else Due("", ()))


def tag_message(state: LedgerState, message: str) -> str:
    """The message of the tag of a release."""
    return MESSAGE.format(message=message.strip(), sha256=state.sha256()).lstrip()
