"""The files of a draft: those of its rows, with the numbers that no record uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.ledger.contract import Contract
from generator.ledger.reading.ledger_files import FileContent, LedgerFiles
from generator.ledger.reading.rows import Tables
from generator.ledger.reading.tables import build_tables
from generator.ledger.verify.coverage import numbers_left
from generator.office.new_records import EXCLUSIONS, new_files
from generator.office.splitting.drafts.exclusions import draft_exclusions
from generator.office.splitting.drafts.ledger import Draft
from generator.office.splitting.notice import Notice


def draft_files(
    notice: Notice, draft: Draft, contract: Contract, known: Tables | None = None
) -> dict[str, tuple[str, ...]]:
    """The files of a draft: name below data/ → the texts of its records.

    Args:
        notice: the notice.
        draft: its rows.
        contract: says the columns of each table.
        known: the rows that the ledger has already.
    """
    files = new_files(draft.rows, contract, known)
    left = numbers_left(_read(files, contract), draft.document, notice.text)
    exclusions = {EXCLUSIONS: draft_exclusions(notice, draft.document, left)}
    return files | new_files(exclusions, contract, known)


def _read(files: Mapping[str, Sequence[str]], contract: Contract) -> Tables:
    """The rows of files that are not written yet."""
    contents = {name: FileContent("\n".join(records).encode()) for name, records in sorted(files.items())}
    return build_tables(LedgerFiles("data", contents), contract)
