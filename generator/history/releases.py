"""Releases of the data: states of the ledger that a tag of git names, frozen by a digest of their rows in its words.

A tag ``data-v1.2.0`` is a release. Its words have a line ``rows-sha256: …`` with the digest of all rows as the program
reads them: what is published under a version can never silently become something else.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from generator.downloads.output import OutputFile
from generator.downloads.tabular import Cells, to_csv, to_description
from generator.history.change_log import Snapshots, Unreadable
from generator.history.diff import Change, RowDiff, keyed
from generator.history.git import NoHistory, Repository, Tag
from generator.ledger.contract import Contract, read_contract
from generator.ledger.enums import Edit
from generator.ledger.load import undisturbed
from generator.ledger.reading.rows import Row
from generator.support.cache_store import CacheStore, digest, program

PREFIX = "data-v"
NAME = re.compile(rf"{PREFIX}(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
LINE = re.compile(r"^rows-sha256: ([0-9a-f]{64})$", re.MULTILINE)
WORDS = "rows-sha256: {sha256}"

RELEASES = "releases"
"""Name of the look-up."""

Version = tuple[int, int, int]


class BadRelease(Exception):
    """A tag whose rows are not those that its words promise; ``reason`` is a key of :data:`cli_terms.BAD_RELEASE`."""

    def __init__(self, tag: str, reason: str) -> None:
        super().__init__(tag, reason)
        self.tag, self.reason = tag, reason


class Release(NamedTuple):
    """A release: plain data."""

    version: str
    commit: str
    day: str
    """When the tag was made."""
    words: str
    """What the tag says beside the digest."""
    sha256: str
    rows: tuple[tuple[str, int], ...]
    """Tables and how many rows each has."""
    reason: str
    """Which part of the version changed since the release before, a key of :data:`terms.DUE_PARTS`."""
    changed: tuple[tuple[str, int, int, int], ...]
    """Of each table that differs from the release before: rows that are new, gone, and changed."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A state of the ledger with the contract of its time."""

    contract: Contract
    rows: dict[str, list[Row]]

    def cells(self, table: str) -> list[Cells]:
        """The rows of a table, a cell for every column."""
        columns = self.contract.tables[table].columns
        return [row.texts(columns) for row in self.rows[table]]

    def csv(self, table: str) -> bytes:
        """A table as it is published."""
        return to_csv(self.contract.tables[table].columns, self.cells(table))

    def sha256(self) -> str:
        """A digest of all tables with their names, as CSV."""
        found = hashlib.sha256()
        for table in sorted(self.contract.tables):
            content = self.csv(table)
            found.update(f"{table} {len(content)}\n".encode() + content)
        return found.hexdigest()


class Due(NamedTuple):
    """Which part of the version has to change: ``major``, ``minor``, ``patch``, or none; and why."""

    part: str
    reasons: tuple[str, ...]
    """Tables, columns and records: what was found first of each kind."""

    def after(self, version: Version) -> Version:
        """The version that follows."""
        major, minor, patch = version
        following = {"major": (major + 1, 0, 0), "minor": (major, minor + 1, 0), "patch": (major, minor, patch + 1)}
        return following.get(self.part, version)


def due(old: Frozen, new: Frozen) -> Due:
    """What the change from one state to another asks for.

    A changed column, and a row that is gone, break what others built on the data; a new row adds; a corrected value
    repairs.
    """
    if columns := _columns(old.contract, new.contract):
        return Due("major", tuple(columns))
    changes = _changes(old, new)
    for edit, part in ((Edit.REMOVED, "major"), (Edit.ADDED, "minor"), (Edit.CHANGED, "patch")):
        if found := [f"{c.table}/{'/'.join(c.key)}" for c in changes if c.edit == edit]:
            return Due(part, tuple(found))
    return Due("", ())


def _columns(old: Contract, new: Contract) -> list[str]:
    """Columns that were, and are no more as they were; tables stand for all of theirs."""
    found = []
    for name in dict.fromkeys((*old.tables, *new.tables)):
        if name not in old.tables or name not in new.tables:
            found.append(name)
            continue
        before, after = ({f.name: f.type for f in c.tables[name].fields} for c in (old, new))
        found += [f"{name}.{c}" for c in dict.fromkeys((*before, *after)) if before.get(c) != after.get(c)]
        if old.tables[name].primary_key != new.tables[name].primary_key:
            found.append(f"{name}.primaryKey")
    return found


def _changes(old: Frozen, new: Frozen) -> list[Change]:
    before, after = keyed(old.contract, old.rows), keyed(new.contract, new.rows)
    return RowDiff(new.contract, after).changes(before, after)


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
        assert version is not None, "releases are found by their versions"
        return ".".join(map(str, self.due.after(version)))

    def fits(self, version: str) -> bool:
        """Whether a version is the one that is due."""
        return version == (self.version or version)


# -- what git knows


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases of a ledger, the oldest first."""

    all: tuple[Release, ...] = ()

    def digest(self) -> bytes:
        """A digest of all that pages tell of them."""
        return digest(RELEASES, repr(self.all))


NO_RELEASES = Releases()


def read_releases(folder: Path, contract_path: Path, store: CacheStore) -> Releases:
    """The releases that the repository of a ledger's folder knows.

    What was proved once of a tag is kept. Raises BadRelease when the rows of one are not what its words say.
    """
    try:
        repository = Repository(folder)
    except NoHistory:
        return NO_RELEASES
    try:
        tags = sorted(
            (version, tag) for tag in repository.tags(PREFIX) if (version := version_of(tag.name)) is not None
        )
        with undisturbed():
            return Releases(tuple(_releases(_Reader(repository, folder, contract_path), [t for _, t in tags], store)))
    finally:
        repository.close()


def version_of(name: str) -> Version | None:
    """The version that a tag names, None where it is no release."""
    found = NAME.fullmatch(name)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the states that tags name."""

    repository: Repository
    folder: Path
    contract_path: Path

    def frozen(self, tag: str, commit: str) -> Frozen:
        """The state of a commit, with the contract of its time."""
        place = os.path.relpath(self.contract_path, self.folder).replace(os.sep, "/")
        content = self.repository.beside(commit, place)
        if content is None:
            raise BadRelease(tag, "no-contract")
        try:
            contract = read_contract(content)
            snapshots = Snapshots(self.repository, contract)
            names = self.repository.tree(commit)
            snapshots.fetch(names.values())
            tables = snapshots.tables(names)
        except (ValueError, KeyError, Unreadable) as error:
            raise BadRelease(tag, "unreadable") from error
        return Frozen(contract, tables.rows)


def _releases(reader: _Reader, tags: Sequence[Tag], store: CacheStore) -> list[Release]:
    found: list[Release] = []
    last: Frozen | None = None
    for tag, before in zip(tags, (None, *tags), strict=False):
        key = digest(program(), *tag, *(before or ()))
        plain = store.load(f"releases/{tag.name}", key)
        if plain is None:
            if before and last is None:
                last = reader.frozen(before.name, before.commit)
            frozen = reader.frozen(tag.name, tag.commit)
            plain = tuple(_release(tag, frozen, last))
            store.save(f"releases/{tag.name}", key, plain)
            last = frozen
        else:
            last = None
        version, commit, day, words, sha256, rows, reason, changed = plain
        known = (version, commit, day, words, sha256, tuple(map(tuple, rows)), reason, tuple(map(tuple, changed)))
        found.append(Release._make(known))
    return found


def _release(tag: Tag, frozen: Frozen, before: Frozen | None) -> Release:
    promised = LINE.search(tag.words)
    if promised is None:
        raise BadRelease(tag.name, "no-digest")
    sha256 = frozen.sha256()
    if promised[1] != sha256:
        raise BadRelease(tag.name, "other-rows")
    words = LINE.sub("", tag.words).strip()
    rows = tuple((table, len(found)) for table, found in frozen.rows.items())
    version = tag.name.removeprefix(PREFIX)
    reason = due(before, frozen).part if before else "first"
    counts = _counts(before, frozen) if before else ()
    return Release(version, tag.commit, tag.date[:10], words, sha256, rows, reason, counts)


def _counts(old: Frozen, new: Frozen) -> tuple[tuple[str, int, int, int], ...]:
    found: dict[str, list[int]] = {}
    order = (Edit.ADDED, Edit.REMOVED, Edit.CHANGED)
    for change in _changes(old, new):
        found.setdefault(change.table, [0, 0, 0])[order.index(Edit(change.edit))] += 1
    return tuple((table, *numbers) for table, numbers in found.items())  # type: ignore[misc]  # three of them


def release_outputs(folder: Path, contract_path: Path, releases: Releases) -> list[OutputFile]:
    """The files of every release, below ``releases/<version>/``: its tables as CSV, and what describes them."""
    found = []
    for release in releases.all:
        frozen = cache(partial(frozen_of, folder, contract_path, release))
        key = digest(program(), *map(repr, release))
        contents: dict[str, Callable[[], bytes]] = {
            f"{table}.csv": partial(_csv_of, frozen, table) for table, _ in release.rows
        }
        contents["datapackage.json"] = partial(_descriptor_of, frozen, release)
        for name, make in contents.items():
            found.append(OutputFile(f"releases/{release.version}/{name}", digest(key, name), make))
    return found


def _csv_of(frozen: Callable[[], Frozen], table: str) -> bytes:
    return frozen().csv(table)


def _descriptor_of(frozen: Callable[[], Frozen], release: Release) -> bytes:
    """The data package of a release: the contract of its time, and the files that stand beside it."""
    contract = frozen().contract.descriptor
    resources = [{**resource, "path": f"{resource['name']}.csv"} for resource in contract["resources"]]
    about = {"version": release.version, "created": f"{release.day}T00:00:00Z", "resources": resources}
    return to_description({**contract, **about})


def frozen_of(folder: Path, contract_path: Path, release: Release) -> Frozen:
    """The state that a release is; raises BadRelease where it cannot be read."""
    repository = Repository(folder)
    try:
        with undisturbed():
            return _Reader(repository, folder, contract_path).frozen(PREFIX + release.version, release.commit)
    finally:
        repository.close()


# -- making one


def upcoming(folder: Path, contract_path: Path, releases: Releases, frozen: Frozen) -> Upcoming:
    """The release that may be made of the ledger's present state, after those that there are.

    Raises BadRelease where the last one cannot be read.
    """
    last = releases.all[-1] if releases.all else None
    found = due(frozen_of(folder, contract_path, last), frozen) if last else Due("", ())
    return Upcoming(last, found)


def words_of(frozen: Frozen, message: str) -> str:
    """The words of the tag of a release."""
    return f"{message.strip()}\n\n{WORDS.format(sha256=frozen.sha256())}\n".lstrip()
