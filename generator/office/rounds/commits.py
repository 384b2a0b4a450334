"""The ledger as commits have it: nothing is checked out."""

from __future__ import annotations

from pathlib import Path

from generator.history.git import Repository
from generator.ledger.contract import Contract
from generator.ledger.load import ReadLedger, read_files
from generator.ledger.reading.ledger_files import FileContent, LedgerFiles


def ledger_at(data: Path, commit: str, contract: Contract) -> ReadLedger:
    """The ledger of a folder as a commit has it.

    Args:
        data: the folder in a work tree of the repository.
        commit: the commit.
        contract: today's contract.
    """
    repository = Repository(data)
    try:
        names = repository.tree(commit)
        contents = repository.contents([*dict.fromkeys(names.values())])
    finally:
        repository.close()
    files = {name: FileContent(contents[names[name]]) for name in sorted(names)}
    return read_files(LedgerFiles(data.absolute().name, files), contract, data)
