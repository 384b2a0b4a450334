"""Files of the whole ledger by format: the writer of a format is the module of its name in ``downloads/formats``.

A writer has ``write_table(spec, rows)`` where each table is a file, or ``write_ledger(dataset)`` where the ledger is
one. It is loaded when a file of its format is made.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

from generator.downloads.dataset import Dataset
from generator.downloads.output import OutputFile
from generator.language.download_words import Format


def format_outputs(dataset: Dataset, form: Format) -> list[OutputFile]:
    """The files of a format, below ``data/``."""
    if form.one_file:
        name = form.file(dataset.site.package)
        return [OutputFile(f"data/{name}", partial(_ledger, dataset, form))]
    return [
        OutputFile(f"data/{form.file(table)}", partial(_table, dataset, form, table))
        for table in dataset.contract.tables
    ]


def _ledger(dataset: Dataset, form: Format) -> bytes:
    content: bytes = _writer(form).write_ledger(dataset)
    return content


def _table(dataset: Dataset, form: Format, table: str) -> bytes:
    content: bytes = _writer(form).write_table(dataset.contract.tables[table], dataset.cells(table))
    return content


def _writer(form: Format) -> Any:
    return import_module(f"generator.downloads.formats.{form.name}")
