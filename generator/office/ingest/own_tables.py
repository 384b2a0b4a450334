"""The tables in a file that a unit made itself: a workbook or a text file."""

from __future__ import annotations

from collections.abc import Sequence

from generator.office.ingest.collecting.received_files import ReceivedFile
from generator.office.ingest.filled_tables import FilledTable, read_text_table
from generator.office.ingest.filled_workbooks import read_filled
from generator.office.ingest.form_findings import FormRefused, not_workbook
from generator.office.workbooks.workbook_file import WorkbookRefused


def read_own_tables(file: ReceivedFile) -> Sequence[FilledTable]:
    """The tables that are shown. Raises FormRefused where the file cannot be read."""
    if file.name.lower().endswith(".csv"):
        table = read_text_table(file.content)
        if table is None:
            raise FormRefused("not-table")
        return [table]
    try:
        return read_filled(file.content).shown
    except WorkbookRefused as refused:
        raise not_workbook(refused) from refused
