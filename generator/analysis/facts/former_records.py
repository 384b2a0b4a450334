"""Addresses that releases had and the ledger has no more: what stood there, and where it is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex, unit_path
from generator.history.releases import Release, ReleasedRecord
from generator.language import formatting
from generator.ledger.enums import Edit

Key = tuple[str, str]
"""Table and id."""


class Address(NamedTuple):
    """A page of a record: its title, and its path from the site's root."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class FormerRecord:
    """A record that a release had at an address where no record is now."""

    record: ReleasedRecord
    path: str
    release: Release
    """The last release that had it."""
    now: Address | None
    """The record that it became, as far as the ledger or its history tells."""
    day: str
    words: str
    """When it went, and what the change said of that in Chinese; empty where the history does not tell."""


def former_records(index: LedgerIndex) -> Iterator[FormerRecord]:
    """The records of all releases whose address is no more, each with the last release that had it."""
    if not index.releases:
        return
    now = _addresses(index)
    there = {address.path for address in now.values()}
    last = {
        path_of(one.table, one.id, one.kind): (one, release) for release in index.releases for one in release.records
    }
    lost = {path: one for path, one in last.items() if path not in there}
    gone = _removals(index) if lost else {}
    for path, (record, release) in lost.items():
        became, day, words = gone.get((record.table, record.id), ("", "", ""))
        address = now.get((record.table, record.id)) or now.get((record.table, became))
        yield FormerRecord(record, path, release, address, formatting.day_or_less(day) if day else "", words)


def path_of(table: str, id_: str, kind: str) -> str:
    """The address of a record's page; the kind tells towns from other units."""
    return unit_path(id_, kind) if table == "organizations" else f"{table}/{id_}/"


def _addresses(index: LedgerIndex) -> dict[Key, Address]:
    titles: dict[Key, tuple[str, str]] = {}
    titles |= {("plans", one.id): (one.title, "") for one in index.plans.values()}
    titles |= {("documents", one.id): (one.title, "") for one in index.documents.values()}
    titles |= {("organizations", one.id): (one.name, one.kind) for one in index.organizations.values()}
    titles |= {("sections", one.id): (one.title, "") for one in index.sections.values()}
    titles |= {("tasks", one.id): (one.title, "") for one in index.tasks.values()}
    titles |= {("indicators", one.id): (one.name, "") for one in index.indicators.values()}
    titles |= {("evaluations", one.id): (f"{one.period} {one.kind}", "") for one in index.evaluations.values()}
    return {key: Address(title, path_of(*key, kind)) for key, (title, kind) in titles.items()}


def _removals(index: LedgerIndex) -> Mapping[Key, tuple[str, str, str]]:
    """What each removed record became in the same commit, by its title; the day; and the words of the commit."""
    removals = {}
    for entry in index.changes.log.entries:
        added = {(one.table, one.title): one.key[0] for one in entry.changes if one.edit == Edit.ADDED}
        for one in entry.changes:
            if one.edit == Edit.REMOVED:
                removals[one.table, one.key[0]] = added.get((one.table, one.title), ""), entry.day, entry.words
    return removals
