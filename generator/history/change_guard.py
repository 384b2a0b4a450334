"""What was published is not changed by a slip: unusual changes since then are doubts that a person answers.

The ledger is held against its last release, or against what the last round made public, whichever is newer. Where
nothing was published yet, nothing is unusual.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from generator.history.git import NoHistory, Repository
from generator.history.releases import PAGED, BadRelease, public_tags, state_at
from generator.language import finding_words
from generator.ledger.checks.doubts import acknowledgements, unanswered
from generator.ledger.contract import Contract
from generator.ledger.load import CheckedLedger
from generator.ledger.reading.findings import Finding, Mark, worst_first
from generator.ledger.reading.rows import Row, number

Rows = Mapping[str, list[Row]]

SAME_PLACE = {
    "targets": ("indicator", "organization", "start_year", "end_year"),
    "observations": ("indicator", "organization", "period", "document"),
}
"""Table → what a figure keeps when its id becomes another, as that of a forecast that is final now."""
MEANING = ("unit", "measure", "direction")
"""The columns of an indicator that say what its figures mean."""
BELONGS_TO = ("plan", "indicator")
"""Columns that name what a record belongs to: it goes together with that."""
TIMES = 10
SHARE, FEWEST = 5, 5
"""More than so many per cent of the figures, and at least so many, do not change by themselves."""
ALL = "data"
"""What stands for a record where a doubt is about the whole ledger."""


@dataclass(frozen=True, slots=True)
class PublishedState:
    """What the public has: the tag that says so, and the rows of its commit."""

    tag: str
    rows: Rows


def published_state(folder: Path, contract_path: Path) -> PublishedState | None:
    """What was published last; None where git tells of nothing, or where a release tells of other rows than it has."""
    try:
        with closing(Repository(folder)) as repository:
            tags = public_tags(repository)
            if not tags:
                return None
            return PublishedState(tags[0].name, state_at(repository, folder, contract_path, tags[0]).rows)
    except (NoHistory, BadRelease):  # the build stops because of a release, and says why
        return None


def guarded(checked: CheckedLedger, contract_path: Path) -> CheckedLedger:
    """The same ledger, with unusual changes since it was published among its doubts."""
    published = published_state(checked.folder, contract_path)
    if published is None:
        return checked
    rows = checked.tables.rows
    left = unanswered(unusual_changes(published, rows, checked.contract), acknowledgements(rows))
    return replace(checked, notes=tuple(worst_first([*checked.notes, *left]))) if left else checked


def unusual_changes(published: PublishedState, rows: Rows, contract: Contract) -> list[Finding]:
    """Every change since the publication that hardly happens on purpose."""
    gone = _gone(published.rows, rows)
    figures = [pair for table in SAME_PLACE for pair in _pairs(table, published.rows[table], rows[table])]
    found = [*_lost_ids(gone), *_meanings(published.rows["indicators"], rows["indicators"], contract)]
    found += [finding for old, new in figures for finding in _figure(old, new, gone, published.tag)]
    return [*found, *_many(figures, published, rows)]


def _gone(old: Rows, new: Rows) -> dict[str, Row]:
    """The records with pages that are no more, by id."""
    there = {(table, row["id"]) for table in PAGED for row in new[table]}
    return {row["id"]: row for table in PAGED for row in old.get(table, ()) if (table, row["id"]) not in there}


def _lost_ids(gone: Mapping[str, Row]) -> Iterator[Finding]:
    for id_, row in gone.items():
        if not _follows(row, gone):
            values = {"record": id_, "value": id_, "name": row["name"] or row["title"] or row["period"]}
            yield Finding("change-id", row.mark, values)


def _follows(row: Row, gone: Mapping[str, Row]) -> bool:
    """Whether what a record belongs to is gone as well."""
    return any(row[column] in gone for column in BELONGS_TO)


def _meanings(old: Iterable[Row], new: Iterable[Row], contract: Contract) -> Iterator[Finding]:
    by_id = {row["id"]: row for row in new}
    for row in old:
        now = by_id.get(row["id"])
        for column in MEANING if now else ():
            if now and now[column] != row[column]:
                values = {"record": row["id"], "value": now[column] or finding_words.NOTHING, "name": now["name"]}
                values |= {
                    "column": contract.title("indicators", column),
                    "before": row[column] or finding_words.NOTHING,
                }
                yield Finding("change-meaning", now.at(column), values)


def _pairs(table: str, old: list[Row], new: list[Row]) -> Iterator[tuple[Row, Row | None]]:
    """Each published figure with what it is now: known by its id, or a new one at the same place."""
    known, place = {row["id"] for row in old}, SAME_PLACE[table]
    by_id = {row["id"]: row for row in new}
    by_place = {row.texts(place): row for row in new if row["id"] not in known}
    for row in old:
        yield row, by_id.get(row["id"]) or by_place.get(row.texts(place))


def _figure(old: Row, new: Row | None, gone: Mapping[str, Row], tag: str) -> Iterator[Finding]:
    before, value = number(old["value"]), number(new["value"]) if new else None
    values = {"record": old["id"], "before": old["value"], "tag": tag}
    if new is None and not _follows(old, gone):
        yield Finding("change-gone", old.mark, values | {"value": old["value"] or old["value_text"]})
    elif new and before is not None and value is None:
        yield Finding("change-gone", new.at("value"), values | {"value": old["value"]})
    elif new and before and value and (before < 0) != (value < 0):
        yield Finding("change-sign", new.at("value"), values | {"value": new["value"]})
    elif new and before and value and max(abs(before / value), abs(value / before)) >= TIMES:
        yield Finding("change-size", new.at("value"), values | {"value": new["value"]})


def _many(figures: list[tuple[Row, Row | None]], published: PublishedState, rows: Rows) -> Iterator[Finding]:
    """Too many figures are others or gone, those of rounds aside: a round may answer for a whole year anew."""
    of_rounds = {row["document"] for row in (*published.rows.get("rounds", ()), *rows["rounds"])}
    compared = [(old, new) for old, new in figures if old["document"] not in of_rounds]
    changed = sum(new is None or old["value"] != new["value"] for old, new in compared)
    if changed >= FEWEST and changed * 100 > len(compared) * SHARE:
        values = {"record": ALL, "value": published.tag, "count": changed, "total": len(compared), "share": SHARE}
        yield Finding("change-many", Mark(f"{ALL}/acknowledged.yml"), values)
