"""Write the draft of a notice into the folder of a ledger: all files, or none."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from generator.language.office import split_words
from generator.language.official_text import digest
from generator.ledger.contract import Contract, load_contract
from generator.ledger.enums import Grade
from generator.ledger.load import InvalidLedger, read
from generator.ledger.reading.findings import those_of
from generator.ledger.reading.ledger_files import TEXTS
from generator.ledger.reading.nodes import Mapping, Scalar
from generator.ledger.reading.rows import Tables
from generator.office.documents.document_file import DocumentText, read_document
from generator.office.documents.refused import refusal
from generator.office.new_files import write_new_files
from generator.office.splitting.drafts.files import draft_files
from generator.office.splitting.drafts.ledger import Draft, draft_ledger
from generator.office.splitting.interchange import notice_json
from generator.office.splitting.notice import Notice, read_notice
from generator.office.start.new_place import DATA, IGNORE, may_begin, other_place, start_of_issuer
from generator.support.whole_files import write_together

SETTINGS = "site.yml"


@dataclass(frozen=True, slots=True)
class Split:
    """What became of a notice."""

    notes: tuple[str, ...]
    """What a person should know of how it was read."""
    counts: dict[str, int]
    """Table → how many new records; ``doubts`` → how many comments."""
    written: int
    """How many files were written."""


def split_notice(path: Path, folder: Path | None, contract_path: Path, json_path: Path | None = None) -> Split:
    """Read a notice and write what was found.

    Args:
        path: the notice.
        folder: the folder of a ledger, with data/ in it, or one that is empty or missing; None to write no ledger.
        contract_path: datapackage.json.
        json_path: where the clauses, figures and units are written for other programs; None for nowhere.

    Raises:
        DocumentRefused: the notice cannot be read or holds nothing to record, or the folder is no ledger's.
        InvalidLedger: the ledger in the folder has faults.
        EditRefused: a file is in the way.
        OSError: a file cannot be written; nothing is changed.
    """
    document = read_document(path)
    notice = read_notice(document.text)
    if not notice.clauses:
        raise refusal("no-clauses", path)
    others: dict[Path, bytes] = {}
    if json_path is not None:
        if json_path.exists() and (json_path.is_dir() or json_path.samefile(path)):
            raise refusal("json-in-the-way", json_path)
        others[json_path] = (json.dumps(notice_json(notice), ensure_ascii=False, indent=1) + "\n").encode()
    if folder is None:
        write_together(others)
        return Split(document.notes, {}, len(others))
    return _write(path, document, notice, folder, load_contract(contract_path), contract_path, others)


def _write(
    path: Path,
    document: DocumentText,
    notice: Notice,
    folder: Path,
    contract: Contract,
    contract_path: Path,
    others: dict[Path, bytes],
) -> Split:
    """Write the draft, the text that its passages count in, and what a new ledger needs."""
    known = _known(path, notice, folder, contract_path)
    draft = draft_ledger(notice, path.stem, known)
    files = draft_files(notice, draft, contract, known)
    if known is None:
        for name, start in start_of_issuer(notice.head.issuer, notice.head.title, draft.level).items():
            records = files.pop(name.removeprefix(f"{DATA}/"), ())
            others[folder / name] = "\n".join((start, *records)).encode()
    text = folder / TEXTS / f"{draft.document}.txt"
    if text.exists():
        raise refusal("text-in-the-way", text)
    others[text] = notice.source.encode()
    if (ignored := _ignored(folder / IGNORE, others.get(folder / IGNORE, b""))) is not None:
        others[folder / IGNORE] = ignored
    written = write_new_files(folder / DATA, files, others)
    return Split((*document.notes, *_other_place(notice, known)), _counts(draft), len(written) + len(others))


def _other_place(notice: Notice, known: Tables | None) -> tuple[str, ...]:
    """That a notice seems to be of another place than the ledger."""
    name = known.site.get("place") if known and isinstance(known.site, Mapping) else None
    own = name.text if isinstance(name, Scalar) else ""
    other = other_place(notice.head.issuer, notice.head.title, own)
    return (split_words.OTHER_PLACE.format(other=other, own=own),) if other else ()


def _known(path: Path, notice: Notice, folder: Path, contract_path: Path) -> Tables | None:
    """What the ledger of the folder holds; None where it is to become one."""
    if folder.exists() and not folder.is_dir():
        raise refusal("into-file", folder)
    if not (folder / DATA / SETTINGS).is_file():
        if not may_begin(folder):
            raise refusal("into-other", folder)
        return None
    ledger = read(folder / DATA, contract_path)
    if faults := those_of(Grade.FAULT, ledger.findings()):
        raise InvalidLedger(faults)
    same = next((r for r in ledger.tables.rows["documents"] if r["text_sha256"] == digest(notice.text)), None)
    if same is not None:
        raise refusal("notice-twice", path, id=same["id"])
    return ledger.tables


def _ignored(path: Path, new: bytes) -> bytes | None:
    """What git is to ignore, with the folder of the texts; None where it stands there."""
    old = path.read_bytes() if path.is_file() else new
    line = f"/{TEXTS}/".encode()
    if any(one.strip().strip(b"/") == TEXTS.encode() for one in old.splitlines()):
        return None
    return old + (b"" if not old or old.endswith(b"\n") else b"\n") + line + b"\n"


def _counts(draft: Draft) -> dict[str, int]:
    counts = {table: len(rows) for table, rows in draft.rows.items()}
    counts["doubts"] = sum(len(row.comments) for rows in draft.rows.values() for row in rows)
    return counts


def summary(split: Split) -> str:
    """What was written, in one sentence."""
    return split_words.DONE.format(**split.counts)
