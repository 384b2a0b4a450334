"""The ledger as commits have it: nothing is checked out."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from generator.history.git import NoHistory, Repository
from generator.ledger.contract import Contract
from generator.ledger.load import ReadLedger, read_files
from generator.ledger.reading.ledger_files import FileContent, LedgerFiles


def ledger_at(data: Path, commit: str, contract: Contract) -> ReadLedger:
    """The ledger of a folder as a commit has it.

    Args:
        data: the folder in a work tree of the repository.
        commit: the commit.
        contract: today's contract.

    Raises:
        NoHistory: the repository is damaged.
    """
    with closing(Repository(data)) as repository:
        names = repository.tree(commit)
        contents = repository.contents([*dict.fromkeys(names.values())])
    if any(name not in contents for name in names.values()):
        raise NoHistory("damaged")
    files = {name: FileContent(contents[names[name]]) for name in sorted(names)}
    return read_files(LedgerFiles(data.absolute().name, files), contract, data)
