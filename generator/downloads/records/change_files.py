"""The whole change log as two downloads, beside its page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.downloads.dataset import Dataset
from generator.downloads.formats.json import Columns, to_json
from generator.downloads.output import OutputFile
from generator.history.reports import COLUMNS, log_cells
from generator.support.csv_text import to_csv

TYPES: Columns = tuple((column, "string") for column in COLUMNS)


def change_outputs(dataset: Dataset) -> Iterator[OutputFile]:
    """The files; none where the ledger has no history."""
    if dataset.index.changes.known:
        yield OutputFile("changes/changes.csv", partial(_csv, dataset))
        yield OutputFile("changes/changes.json", partial(_json, dataset))


def _csv(dataset: Dataset) -> bytes:
    """A row for each value."""
    return to_csv(COLUMNS, log_cells(dataset.contract, dataset.index.changes.log), with_mark=True)


def _json(dataset: Dataset) -> bytes:
    """A record for each value."""
    return to_json(TYPES, log_cells(dataset.contract, dataset.index.changes.log))
