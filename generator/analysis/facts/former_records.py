"""Addresses that releases had and the ledger has no more: what stood there, and where it is now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.analysis.facts.plan import years_with_page
from generator.analysis.facts.request import leading
from generator.analysis.ledger_index import LedgerIndex, unit_path
from generator.analysis.rounds.appraisal import periods_appraised
from generator.history.releases import Release, ReleasedRecord
from generator.language import formatting, page_words
from generator.ledger.enums import Edit

Key = tuple[str, str]
"""Table and id."""
WITH_FILES = ("indicators", "tasks", "organizations")
"""Tables whose records have data files of their own, beside their page."""
OFFICE = ("rounds", "appraisal")
"""The work of the office: its pages are there where the settings make them public."""


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
    public = index.site.public
    last = {
        path_of(one.table, one.id, one.kind): (one, release)
        for release in index.releases
        for one in release.records
        if one.table not in OFFICE or one.table in public
    }
    lost = {path: one for path, one in last.items() if path not in there}
    gone = _removals(index) if lost else {}
    for path, (record, release) in lost.items():
        of_table = "organizations" if record.table == "requests" else record.table
        became, day, words = gone.get((of_table, record.id), ("", "", ""))
        address = now.get((record.table, record.id)) or now.get((record.table, became))
        yield FormerRecord(record, path, release, address, formatting.day_or_less(day) if day else "", words)


def most_rows(index: LedgerIndex, table: str, kinds: Collection[str] = ()) -> int:
    """How many records a table had in the release with the most; ``kinds`` are those of them that count."""
    counts = (_rows(release, table, kinds) for release in index.releases)
    return max(counts, default=0)


def _rows(release: Release, table: str, kinds: Collection[str]) -> int:
    if not kinds:
        return dict(release.rows).get(table, 0)
    return sum(one.table == table and one.kind in kinds for one in release.records)


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
    requests = {id_: page_words.REQUEST_TO.format(name=index.organizations[id_].name) for id_ in leading(index)}
    titles |= {("requests", id_): (title, "") for id_, title in requests.items()}
    titles |= {("years", str(year)): (formatting.year(year), "") for year in years_with_page(index)}
    titles |= {("rounds", one.id): (_of_period(page_words.ROUND, one.period), "") for one in index.ledger.rounds}
    titles |= {
        ("appraisal", period): (_of_period(page_words.APPRAISAL, period), "") for period in periods_appraised(index)
    }
    return {key: Address(title, path_of(*key, kind)) for key, (title, kind) in titles.items()}


def _of_period(words: str, period: str) -> str:
    return words.format(period=formatting.period(period))


def _removals(index: LedgerIndex) -> Mapping[Key, tuple[str, str, str]]:
    """What each removed record became in the same commit, by its title; the day; and the words of the commit."""
    removals = {}
    for entry in index.changes.log.entries:
        added = {(one.table, one.title): one.key[0] for one in entry.changes if one.edit == Edit.ADDED}
        for one in entry.changes:
            if one.edit == Edit.REMOVED:
                removals[one.table, one.key[0]] = added.get((one.table, one.title), ""), entry.day, entry.words
    return removals
