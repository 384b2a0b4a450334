"""Forms that came back are written on the branches of their rounds, one commit for each round."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Final

from generator.analysis.ledger_index import LedgerIndex
from generator.language.office.rounds import branch_words as words
from generator.ledger.contract import Contract, load_contract
from generator.ledger.load import CheckedLedger, load
from generator.office.forms.form_identity import NAMES
from generator.office.ingest.collecting.collect import collect, write_collection
from generator.office.ingest.collecting.received_files import Collection, ReceivedFile
from generator.office.ingest.filled_workbooks import read_filled
from generator.office.rounds.commits import ledger_at
from generator.office.rounds.round_branch import OpenRound, RoundBranch, RoundRefused, Say, locked, round_branch
from generator.office.workbooks.workbook_file import WORKBOOK_PART, WorkbookRefused, parts_of

ROUND_NAME: Final = NAMES[3]
ROUND: Final = re.compile(rb'<definedName[^>]* name="' + ROUND_NAME.encode() + rb'"[^>]*>(?:"|&quot;)([a-z0-9-]+)')


def collect_on_branches(
    checked: CheckedLedger, contract_path: Path, received: Sequence[ReceivedFile], on: date, round_: str, say: Say
) -> list[tuple[RoundBranch | None, Collection]]:
    """Read forms, and commit what holds on the branch of each round.

    Args:
        checked: the ledger in the editor's folder, which stays as it is.
        contract_path: the contract.
        received: the files.
        on: the day on which they came.
        round_: the round that is collected; empty for that of each form.
        say: prints what is to be known meanwhile.

    Returns:
        What was read, by branch; None for forms of no round that is known: of these nothing is taken.

    Raises:
        NoHistory: the ledger is not in git.
        RoundRefused: a branch cannot be written.
        EditRefused, InvalidLedger, OSError: as in :mod:`generator.office.ingest.collecting.collect`.
    """
    done: list[tuple[RoundBranch | None, Collection]] = []
    for id_, files in by_round(checked, received, round_).items():
        if not id_:
            done.append((None, collect(LedgerIndex(checked), checked, files, on, round_)))
            continue
        branch = round_branch(checked.folder, id_)
        with locked(branch, say) as work:
            done.append((branch, _collect(work, contract_path, files, on, round_)))
    return done


def collect_without_writing(
    checked: CheckedLedger, contract_path: Path, received: Sequence[ReceivedFile], on: date, round_: str
) -> list[Collection]:
    """Read forms as :func:`collect_on_branches` would; nothing is written, and nobody is waited for.

    Raises NoHistory and InvalidLedger.
    """
    done = []
    for id_, files in by_round(checked, received, round_).items():
        branch = round_branch(checked.folder, id_)
        is_there = bool(id_) and branch.ledger.is_dir()
        ledger = load(branch.ledger, contract_path) if is_there else checked
        done.append(collect(LedgerIndex(ledger), ledger, files, on, round_))
    return done


def by_round(
    checked: CheckedLedger, received: Sequence[ReceivedFile], round_: str = ""
) -> Mapping[str, list[ReceivedFile]]:
    """Files by their rounds; those of none that the ledger knows stand under an empty name."""
    known = {one.id for one in checked.ledger.rounds}
    if round_:
        return {round_ if round_ in known else "": [*received]}
    grouped: dict[str, list[ReceivedFile]] = {}
    for file in received:
        id_ = round_of(file.content)
        grouped.setdefault(id_ if id_ in known else "", []).append(file)
    return grouped


def round_of(content: bytes) -> str:
    """The round that a form says it is of; empty where it is no form."""
    with suppress(WorkbookRefused, zipfile.BadZipFile, KeyError):
        parts_of(content)
        with zipfile.ZipFile(BytesIO(content)) as parts:
            if found := ROUND.search(parts.read(WORKBOOK_PART)):
                return found[1].decode()
        return read_filled(content).names.get(ROUND_NAME, "")
    return ""


def _collect(work: OpenRound, contract_path: Path, files: Sequence[ReceivedFile], on: date, round_: str) -> Collection:
    """Collect on the branch of a round, and commit."""
    branch, contract = work.branch, load_contract(contract_path)
    approved = _approved(branch, contract)
    work.open(new=True)
    if clashing := work.update():
        work.say(words.NOT_UPDATED.format(branch=branch.base, files=words.SEPARATOR.join(clashing)))
    checked = load(branch.ledger, contract_path)
    collection = collect(LedgerIndex(checked), checked, files, on, round_, approved)
    if collection.contents:
        with work.writing():
            write_collection(branch.ledger, collection)
            units = [result.unit for result in collection.results if result.taken]
            work.commit(
                words.RECEIVED.format(round=branch.round, units=_named(units)),
                [("Round", branch.round), ("Received", on.isoformat())],
            )
    return collection


def _approved(branch: RoundBranch, contract: Contract) -> frozenset[str]:
    """The results that the editor's newest commit has. Raises RoundRefused where it does not know the round."""
    rows = ledger_at(branch.data, branch.head(), contract).tables.rows
    if branch.tip() is None and all(row["id"] != branch.round for row in rows["rounds"]):
        raise RoundRefused(words.ROUND_NOT_COMMITTED.format(round=branch.round))
    return frozenset(row["id"] for row in rows["observations"])


def _named(units: Sequence[str]) -> str:
    return units[0] if len(units) == 1 else words.UNITS.format(first=units[0], count=len(units))
