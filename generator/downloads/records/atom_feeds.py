"""The history as downloads and Atom feeds: one feed of everything and one for each unit.

An entry is one record in one commit. Its id and its date are the commit's, so that nobody who subscribed sees it twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from html import escape
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from generator.analysis.ledger_index import unit_path
from generator.downloads.output import OutputFile
from generator.history.change_index import ChangeIndex, DatedChange
from generator.history.change_log import ChangeLog, LogEntry
from generator.history.diff import Change
from generator.history.git import CONTROL
from generator.history.reports import counted, record
from generator.language import formatting, history_words, setting_words
from generator.ledger.contract import Contract
from generator.ledger.enums import Edit, Role
from generator.ledger.load import CheckedLedger
from generator.ledger.reading.site_settings import SiteSettings
from generator.support.cache_store import digest, program

ATOM = "http://www.w3.org/2005/Atom"
MOST = 100
"""Entries of a feed, the newest."""

Group = tuple[LogEntry, str, tuple[Change, ...]]
"""What one commit did to a record and its parts: the commit, the record as ``table/id``, the changes."""


class Feed(NamedTuple):
    """A feed before it is written."""

    path: str
    """Of the file, below the site's root."""
    page: str
    """What it is the feed of."""
    title: str
    groups: tuple[Group, ...]


def outputs(checked: CheckedLedger, past: ChangeIndex) -> list[OutputFile]:
    """All feeds; none where the ledger has no history."""
    begin = past.log.begin
    if begin is None:
        return []
    writer = Writer(checked, begin)
    return [OutputFile(feed.path, writer.key(feed), partial(writer.write, feed)) for feed in _feeds(checked, past)]


def _feeds(checked: CheckedLedger, past: ChangeIndex) -> Iterable[Feed]:
    site = checked.site
    whole = history_words.FEED_OF_ALL.format(site=site.name)
    yield Feed("changes/feed.xml", "changes/", whole, tuple(_newest(_groups_of_log(past.log))))
    units = units_of(checked, past)
    for row in checked.tables.rows["organizations"]:
        page = unit_path(row["id"], row["kind"])
        groups = _newest(_groups_of_moments(past.every(units.get(row["id"], ()))))
        yield Feed(
            f"{page}feed.xml", page, history_words.FEED_OF_UNIT.format(site=site.name, unit=row["name"]), tuple(groups)
        )


def units_of(checked: CheckedLedger, past: ChangeIndex) -> dict[str, list[str]]:
    """Unit → the records with changes that are its own: itself, the tasks that it leads, and their indicators."""
    leads: dict[str, list[str]] = {}
    for row in checked.tables.rows["assignments"]:
        if row["role"] == Role.LEAD:
            leads.setdefault(row["task"], []).append(row["organization"])
    tasks = {row["id"]: row["task"] for row in checked.tables.rows["indicators"]}
    found: dict[str, list[str]] = {}
    for owner in past.owners:
        table, _, id_ = owner.partition("/")
        task = id_ if table == "tasks" else tasks.get(id_, "") if table == "indicators" else ""
        for unit in [id_] if table == "organizations" else leads.get(task, ()):
            found.setdefault(unit, []).append(owner)
    return found


def _groups_of_log(log: ChangeLog) -> Iterable[Group]:
    """The newest first; a commit without changes of records is told by itself."""
    for entry in reversed(log.entries):
        if entry.changes:
            yield from _grouped(entry, entry.changes)
        elif entry.begun or entry.unreadable:
            yield entry, "", ()


def _groups_of_moments(moments: Sequence[DatedChange]) -> Iterable[Group]:
    for entry, found in groupby(moments, key=lambda moment: moment.entry):
        yield from _grouped(entry, [moment.change for moment in found])


def _grouped(entry: LogEntry, changes: Iterable[Change]) -> Iterable[Group]:
    found: dict[str, list[Change]] = {}
    for change in changes:
        owner = change.owners[0] if change.owners else f"{change.table}/{'/'.join(change.key)}"
        found.setdefault(owner, []).append(change)
    return ((entry, owner, tuple(own)) for owner, own in found.items())


def _newest(groups: Iterable[Group]) -> list[Group]:
    return [group for group, _ in zip(groups, range(MOST), strict=False)]


class Writer:
    """Writes feeds of one site."""

    def __init__(self, checked: CheckedLedger, begin: LogEntry) -> None:
        self._site: SiteSettings = checked.site
        self._contract: Contract = checked.contract
        self._begin = begin
        self._about = digest(program(), repr((self._site, self._contract.descriptor, begin.date)))
        rows = checked.tables.rows
        self._pages = {f"{t}/{row['id']}": f"{t}/{row['id']}/" for t in PAGED for row in rows[t]}
        self._pages |= {f"organizations/{r['id']}": unit_path(r["id"], r["kind"]) for r in rows["organizations"]}

    def key(self, feed: Feed) -> bytes:
        """A digest of all that a feed is written of."""
        links = [self._pages.get(owner, "") for _, owner, _ in feed.groups]
        groups = [(entry[:3], entry.begun, entry.unreadable, owner, own) for entry, owner, own in feed.groups]
        return digest(self._about, repr((feed.path, feed.title, links, groups)))

    def write(self, feed: Feed) -> bytes:
        """The feed as a file."""
        root = ET.Element(_tag("feed"), {"{http://www.w3.org/XML/1998/namespace}lang": "zh-CN"})
        _text(root, "id", self._id(feed.path, ""))
        _text(root, "title", feed.title)
        dates = [entry.date for entry, _, _ in feed.groups] or [self._begin.date]
        _text(root, "updated", max(dates, key=datetime.fromisoformat))
        _text(ET.SubElement(root, _tag("author")), "name", self._site.publisher or self._site.name)
        ET.SubElement(root, _tag("link"), rel="self", href=self._link(feed.path, feed))
        ET.SubElement(root, _tag("link"), rel="alternate", type="text/html", href=self._link(feed.page, feed))
        for group in feed.groups:
            self._entry(ET.SubElement(root, _tag("entry")), feed, group)
        ET.indent(root)
        written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
        return written + b"\n"

    def _entry(self, node: ET.Element, feed: Feed, group: Group) -> None:
        entry, owner, changes = group
        _text(node, "id", self._id(f"{entry.id}/{owner}", entry.day))
        _text(node, "title", self._title(entry, changes))
        _text(node, "updated", entry.date)
        page = self._pages.get(owner, "changes/")
        ET.SubElement(node, _tag("link"), rel="alternate", type="text/html", href=self._link(page, feed))
        items = "".join(f"<li>{escape(line)}</li>" for line in self._lines(entry, changes))
        content = ET.SubElement(node, _tag("content"), type="html")
        content.text = CONTROL.sub(" ", f"<p>{escape(entry.subject)}（{entry.short}）</p><ul>{items}</ul>")

    def _title(self, entry: LogEntry, changes: Sequence[Change]) -> str:
        if changes:
            return history_words.FEED_ENTRY.format(record=changes[0].title, counted=counted(changes))
        if entry.unreadable:
            return history_words.UNREADABLE_COMMIT.format(files=formatting.AND.join(entry.unreadable))
        tables = ((self._contract.tables[table].title, number) for table, number in entry.begun)
        counts = (history_words.TABLE_COUNT.format(table=title, count=number) for title, number in tables)
        return history_words.BEGUN_COMMIT.format(counts=formatting.AND.join(counts))

    def _lines(self, entry: LogEntry, changes: Sequence[Change]) -> Iterable[str]:
        for change in changes:
            name = record(self._contract, change)
            if change.edit != Edit.CHANGED:
                yield history_words.FEED_SUMMARY.format(edit=change.edit, record=f"{name} {change.words}".strip())
                continue
            for value in change.values:
                title = self._contract.title(change.table, value.column)
                old, new = value.old_words or setting_words.EMPTY, value.new_words or setting_words.EMPTY
                yield f"{name} {history_words.FIELD_CHANGED.format(title=title, old=old, new=new)}"

    def _id(self, what: str, day: str) -> str:
        """An id that never changes: of the site's own address, else of the package's name."""
        if not self._site.url:
            return uuid5(NAMESPACE_URL, f"{self._site.package}/{what}").urn
        if not day:
            return self._site.url + what
        place = urlsplit(self._site.url)
        return f"tag:{place.hostname},{day}:{place.path}{what}"

    def _link(self, path: str, feed: Feed) -> str:
        return self._site.url + path if self._site.url else "../" * feed.path.count("/") + path


PAGED = ("plans", "sections", "documents", "tasks", "indicators")
"""Tables whose records have pages below the table's name."""


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _text(node: ET.Element, name: str, text: str) -> None:
    ET.SubElement(node, _tag(name)).text = CONTROL.sub(" ", text)


ET.register_namespace("", ATOM)
