"""The history as Atom feeds: one of everything and one for each unit.

An entry is one record in one commit. Its id and its date are the commit's, so that nobody who subscribed sees it twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, islice

from generator.analysis.ledger_index import unit_path
from generator.downloads.dataset import Dataset
from generator.downloads.output import OutputFile
from generator.downloads.records.atom_xml import Feed, FeedEntry, write_feed
from generator.history.change_index import ChangeIndex, DatedChange
from generator.history.change_log import ChangeLog, LogEntry
from generator.history.diff import Change
from generator.language import history_words
from generator.ledger.enums import Role

MOST = 100
"""Entries of a feed, the newest."""


def feed_outputs(dataset: Dataset) -> Iterator[OutputFile]:
    """All feeds; none where the ledger has no history."""
    changes, site = dataset.index.changes, dataset.site.name
    if not changes.known:
        return
    title = history_words.FEED_OF_ALL.format(site=site)
    yield _output(dataset, "changes/", title, _entries_of_log(changes.log))
    owners = owners_of_units(dataset, changes)
    for row in dataset.rows("organizations"):
        page = unit_path(row["id"], row["kind"])
        title = history_words.FEED_OF_UNIT.format(site=site, unit=row["name"])
        yield _output(dataset, page, title, _entries_of_changes(changes.every(owners.get(row["id"], ()))))


def _output(dataset: Dataset, page: str, title: str, entries: Iterable[FeedEntry]) -> OutputFile:
    feed = Feed(f"{page}feed.xml", page, title, tuple(islice(entries, MOST)))
    return OutputFile(feed.path, partial(write_feed, dataset, feed))


def owners_of_units(dataset: Dataset, changes: ChangeIndex) -> dict[str, list[str]]:
    """Unit → the records with changes that are its own: itself, the tasks that it leads, and their indicators."""
    tasks, assignments = dataset.by_id("indicators"), dataset.grouped("assignments", "task")
    units: dict[str, list[str]] = {}
    for owner in changes.owners:
        table, _, id_ = owner.partition("/")
        if table == "organizations":
            units.setdefault(id_, []).append(owner)
            continue
        named = dataset.grouped("indicator_assignments", "indicator").get(id_, ()) if table == "indicators" else ()
        task = id_ if table == "tasks" else tasks[id_]["task"] if table == "indicators" and id_ in tasks else ""
        for assignment in named or assignments.get(task, ()):
            if assignment["role"] == Role.LEAD:
                units.setdefault(assignment["organization"], []).append(owner)
    return units


def _entries_of_log(log: ChangeLog) -> Iterator[FeedEntry]:
    """The newest first; a commit without changes of records is an entry of its own."""
    for entry in reversed(log.entries):
        if entry.changes:
            yield from _by_record(entry, entry.changes)
        elif entry.begun or entry.unreadable:
            yield FeedEntry(entry, "", ())


def _entries_of_changes(changes: Sequence[DatedChange]) -> Iterator[FeedEntry]:
    for entry, of_commit in groupby(changes, key=lambda dated: dated.entry):
        yield from _by_record(entry, [dated.change for dated in of_commit])


def _by_record(entry: LogEntry, changes: Iterable[Change]) -> Iterator[FeedEntry]:
    """An entry for each record that a commit changed."""
    records: dict[str, list[Change]] = {}
    for change in changes:
        owner = change.owners[0] if change.owners else f"{change.table}/{'/'.join(change.key)}"
        records.setdefault(owner, []).append(change)
    return (FeedEntry(entry, owner, tuple(of_record)) for owner, of_record in records.items())
