"""One indicator as an Excel workbook: ``indicators/<id>/data.xlsx``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib import import_module

from generator.downloads.dataset import Dataset
from generator.downloads.output import OutputFile
from generator.ledger.records import Indicator

WRITER = "generator.downloads.formats.xlsx_indicator"
"""Loaded when the first workbook is made."""


def workbook_outputs(dataset: Dataset) -> Iterator[OutputFile]:
    """The workbook of every indicator, in the order of the indicators."""
    for indicator in dataset.index.ledger.indicators:
        yield OutputFile(f"indicators/{indicator.id}/data.xlsx", partial(_workbook, dataset, indicator))


def _workbook(dataset: Dataset, indicator: Indicator) -> bytes:
    content: bytes = import_module(WRITER).write_indicator(dataset, indicator)
    return content
