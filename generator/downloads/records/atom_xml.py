"""A feed as XML (Atom, RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from generator.analysis.ledger_index import unit_path
from generator.downloads.dataset import Dataset
from generator.history.change_log import LogEntry
from generator.history.diff import Change
from generator.history.git import CONTROL
from generator.history.reports import correction_line, counted, record
from generator.language import formatting, history_words, setting_words
from generator.ledger.contract import Contract
from generator.ledger.enums import Edit
from generator.ledger.reading.site_settings import SiteSettings

ATOM = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
PAGED = ("plans", "sections", "documents", "tasks", "indicators")
"""Tables whose records have pages below the table's name."""

ET.register_namespace("", ATOM)


class FeedEntry(NamedTuple):
    """What one commit did to a record and to what belongs to it."""

    commit: LogEntry
    owner: str
    """The record, as ``table/id``; empty where the commit changed no record."""
    changes: tuple[Change, ...]


class Feed(NamedTuple):
    """A feed before it is written."""

    path: str
    """Of the file, below the site's root."""
    page: str
    """The page that it is the feed of."""
    title: str
    entries: tuple[FeedEntry, ...]


def write_feed(dataset: Dataset, feed: Feed) -> bytes:
    """The feed as a file."""
    site, begin = dataset.site, dataset.index.changes.log.begin
    assert begin is not None, "without history there are no feeds"
    root = ET.Element(_tag("feed"), {LANGUAGE: "zh-CN"})
    _text(root, "id", _id(site, feed.path, ""))
    _text(root, "title", feed.title)
    dates = [entry.commit.date for entry in feed.entries] or [begin.date]
    _text(root, "updated", max(dates, key=datetime.fromisoformat))
    _text(ET.SubElement(root, _tag("author")), "name", site.publisher or site.name)
    ET.SubElement(root, _tag("link"), rel="self", href=_link(site, feed.path, feed))
    ET.SubElement(root, _tag("link"), rel="alternate", type="text/html", href=_link(site, feed.page, feed))
    for entry in feed.entries:
        _add_entry(ET.SubElement(root, _tag("entry")), dataset, feed, entry)
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _add_entry(node: ET.Element, dataset: Dataset, feed: Feed, entry: FeedEntry) -> None:
    site, contract, commit = dataset.site, dataset.contract, entry.commit
    _text(node, "id", _id(site, f"{commit.id}/{entry.owner}", commit.day))
    _text(node, "title", _title(contract, commit, entry.changes))
    _text(node, "updated", commit.date)
    page = _page(dataset, entry.owner)
    ET.SubElement(node, _tag("link"), rel="alternate", type="text/html", href=_link(site, page, feed))
    items = "".join(f"<li>{escape(line)}</li>" for line in _lines(contract, entry.changes))
    content = ET.SubElement(node, _tag("content"), type="html")
    content.text = CONTROL.sub(" ", f"<p>{escape(commit.words)}（{commit.short}）</p><ul>{items}</ul>")


def _page(dataset: Dataset, owner: str) -> str:
    """The page of a record; that of all changes where it has none today."""
    table, _, id_ = owner.partition("/")
    if table == "organizations" and id_ in dataset.by_id(table):
        return unit_path(id_, dataset.by_id(table)[id_]["kind"])
    return f"{table}/{id_}/" if table in PAGED and id_ in dataset.by_id(table) else "changes/"


def _title(contract: Contract, commit: LogEntry, changes: Sequence[Change]) -> str:
    if changes:
        return history_words.FEED_ENTRY.format(record=changes[0].title, counted=counted(changes))
    if commit.unreadable:
        return history_words.UNREADABLE_COMMIT.format(files=formatting.AND.join(commit.unreadable))
    counts = (
        history_words.TABLE_COUNT.format(table=contract.tables[table].title, count=number)
        for table, number in commit.begun
    )
    return history_words.BEGUN_COMMIT.format(counts=formatting.AND.join(counts))


def _lines(contract: Contract, changes: Sequence[Change]) -> Iterator[str]:
    """A line for each new or removed record, and for each value that changed."""
    for change in changes:
        name = record(contract, change)
        if told := correction_line(contract, change):
            yield f"{history_words.CORRECTED} {told}"
        elif change.edit != Edit.CHANGED:
            yield history_words.FEED_SUMMARY.format(edit=change.edit, record=f"{name} {change.words}".strip())
            continue
        for value in change.values if change.edit == Edit.CHANGED else ():
            title = contract.title(change.table, value.column)
            old, new = value.old_words or setting_words.EMPTY, value.new_words or setting_words.EMPTY
            yield f"{name} {history_words.FIELD_CHANGED.format(title=title, old=old, new=new)}"


def _id(site: SiteSettings, what: str, day: str) -> str:
    """An id that never changes: of the site's own address, else of the package's name."""
    if not site.url:
        return uuid5(NAMESPACE_URL, f"{site.package}/{what}").urn
    if not day:
        return site.url + what
    address = urlsplit(site.url)
    return f"tag:{address.hostname},{day}:{address.path}{what}"


def _link(site: SiteSettings, path: str, feed: Feed) -> str:
    return site.url + path if site.url else "../" * feed.path.count("/") + path


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _text(node: ET.Element, name: str, text: str) -> None:
    ET.SubElement(node, _tag(name)).text = CONTROL.sub(" ", text)
