"""The whole change log as two downloads, beside its page."""

from __future__ import annotations

from functools import partial

from generator.downloads.output import OutputFile
from generator.downloads.tabular import to_json
from generator.history.change_log import ChangeLog
from generator.history.reports import COLUMNS, log_cells
from generator.ledger.contract import Contract
from generator.support.cache_store import digest, program
from generator.support.csv_text import to_csv


def change_outputs(contract: Contract, log: ChangeLog) -> list[OutputFile]:
    """The files; none where the ledger has no history."""
    if log.begin is None:
        return []
    ends = (entry.id for entry in (*log.entries[:1], *log.entries[-1:]))
    key = digest(program(), repr(contract.descriptor), *ends)
    return [
        OutputFile("changes/changes.csv", key, partial(log_csv, contract, log)),
        OutputFile("changes/changes.json", key, partial(log_json, contract, log)),
    ]


def log_csv(contract: Contract, log: ChangeLog) -> bytes:
    """A row for each value."""
    return to_csv(COLUMNS, log_cells(contract, log))


def log_json(contract: Contract, log: ChangeLog) -> bytes:
    """A record for each value."""
    return to_json(tuple((column, "string") for column in COLUMNS), log_cells(contract, log))
