"""The targets and results of one indicator as downloads: ``indicators/<id>/data.csv`` and ``data.json``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import repeat

from generator.downloads.dataset import Dataset
from generator.downloads.formats.json import Columns, to_json
from generator.downloads.output import Cells, OutputFile
from generator.language import page_words
from generator.ledger.reading.rows import Row
from generator.support.csv_text import to_csv

COLUMNS = (
    "kind",
    "indicator",
    "name",
    "organization",
    "start",
    "end",
    "comparator",
    "value",
    "unit",
    "value_text",
    "qualifier",
    "basis",
    "status",
    "document",
    "locator",
    "passage",
    "fingerprint",
    "note",
)
"""Targets and results in one table; a column that one of both does not have is empty."""
TYPES: Columns = tuple((column, "number" if column == "value" else "string") for column in COLUMNS)

TARGETS = ("targets", page_words.TARGET, "start_year", "end_year")
RESULTS = ("observations", page_words.OBSERVATION, "period", "period")
"""Table, kind, and the columns of the first and last year or period; ``since_year``, where given, is the first."""


def series_outputs(dataset: Dataset) -> Iterator[OutputFile]:
    """Both files of every indicator, in the order of the indicators."""
    for indicator in dataset.rows("indicators"):
        folder, cells = f"indicators/{indicator['id']}/", cache(partial(_cells, dataset, indicator))
        yield OutputFile(f"{folder}data.csv", partial(_csv, cells))
        yield OutputFile(f"{folder}data.json", partial(_json, cells))


def _csv(cells: Callable[[], list[Cells]]) -> bytes:
    return to_csv(COLUMNS, cells(), with_mark=True)


def _json(cells: Callable[[], list[Cells]]) -> bytes:
    return to_json(TYPES, cells())


def _cells(dataset: Dataset, indicator: Row) -> list[Cells]:
    own, rows = {"name": indicator["name"], "unit": indicator["unit"]}, []
    for table, kind, start, end in (TARGETS, RESULTS):
        for row in dataset.grouped(table, "indicator").get(indicator["id"], ()):
            ends = {"start": row["since_year"] or row[start], "end": row[end]}
            cells = row.cells | own | ends | {"kind": kind}
            rows.append(tuple(map(cells.get, COLUMNS, repeat(""))))
    return rows
