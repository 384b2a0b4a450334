"""When data last changed: the day of the last commit that changed it, beside the day of its newest document.

Git alone knows when a record changed. Where it does not say (no repository, or a copy without the older commits), the
document's day stands in, and whoever shows it says so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from generator.analysis.ledger_index import UNIT_FOLDERS, LedgerIndex


class RecordDates(NamedTuple):
    """Two days as data (YYYY-MM-DD), each empty where it is not known."""

    changed: str
    """Of the last commit that changed the record or what belongs to it."""
    document: str
    """Of the newest document that the data comes from."""

    @property
    def modified(self) -> str:
        """The day of the last change; the document's day where git does not say."""
        return self.changed or self.document


def record_dates(index: LedgerIndex, table: str, id_: str, documents: Iterable[str]) -> RecordDates:
    """The days of a record whose data comes from some documents."""
    days = (index.day(index.documents[document]) for document in dict.fromkeys(documents))
    newest = max((day for day in days if day), default=None)
    return _dates(index.changes.last_changed(table, id_), newest)


def table_dates(index: LedgerIndex, table: str) -> RecordDates:
    """The days of a table."""
    return _dates(index.changes.table_changed(table), index.as_of)


def site_dates(index: LedgerIndex) -> RecordDates:
    """The days of all data."""
    return _dates(index.changes.data_changed, index.as_of)


def page_modified(index: LedgerIndex, path: str) -> str:
    """The day of the last change of the data on a page: of its record, or of all data where it shows many records."""
    folder, _, id_ = path.strip("/").partition("/")
    table = "organizations" if folder in UNIT_FOLDERS else folder
    records: dict[str, Collection[str]] = {
        "documents": index.documents,
        "indicators": index.indicators,
        "organizations": index.organizations,
        "plans": index.plans,
        "sections": index.sections,
        "tasks": index.tasks,
    }
    if id_ in records.get(table, ()):
        return _dates(index.changes.last_changed(table, id_), index.as_of).modified
    return site_dates(index).modified


def _dates(changed: date | None, document: date | None) -> RecordDates:
    return RecordDates(changed.isoformat() if changed else "", document.isoformat() if document else "")
