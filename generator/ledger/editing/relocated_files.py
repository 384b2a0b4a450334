"""The files of a ledger after the text of a document changed: its passages are written anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.language.official_text import digest
from generator.ledger.editing.edits import replace_value
from generator.ledger.editing.evidence import Evidence, document_of, evidence, ledger_files, plan_documents
from generator.ledger.editing.quotations import FINGERPRINT, PASSAGE
from generator.ledger.editing.relocation import Passage, read_passage, relocate
from generator.ledger.editing.yaml_file import Edit, YamlFile, write_files
from generator.ledger.reading.nodes import Mapping, Scalar, Sequence

DIGEST = "text_sha256"


@dataclass(frozen=True, slots=True)
class Relocation:
    """What became of the passages of a document."""

    count: int
    moved: int
    gone: list[Evidence]
    """Those whose words do not stand in the new text, or nobody can say where."""
    renewed: bool
    """Whether the checksum of the document was written anew, too: nothing of it is gone."""


def relocate_ledger(folder: Path, document: str, text: str) -> Relocation:
    """Find the passages of a document in its new text, and write them anew; all files are written, or none.

    Args:
        folder: the folder data/.
        document: the id of the document.
        text: its new text in normal form.

    Raises:
        EditRefused, InvalidLedger, OSError: see :func:`read_file` and :func:`write_files`.
    """
    documents = plan_documents(folder)
    edits: dict[str, tuple[YamlFile, list[Edit]]] = {}
    of_document: list[tuple[str, Evidence, Passage]] = []
    for name, file in ledger_files(folder):
        edits[name] = file, []
        for item in evidence(file, PASSAGE, document_of(name, documents)):
            passage = read_passage(item.text(PASSAGE), item.text(FINGERPRINT))
            if item.document == document and passage is not None:
                of_document.append((name, item, passage))
    found = relocate((passage for _, _, passage in of_document), text)
    moved = 0
    for name, item, passage in of_document:
        start = found.get(passage, passage.start)
        if start != passage.start:
            moved += 1
            edits[name][1].append(_edit(item, PASSAGE, f"{start}-{start + passage.length}"))
    gone = [item for _, item, passage in of_document if passage not in found]
    renewal = None if gone else _renewal(edits, document, digest(text))
    if renewal is not None:
        edits["documents.yml"][1].append(renewal)
    write_files(edits.values())
    return Relocation(len(of_document), moved, gone, renewal is not None)


def _renewal(edits: dict[str, tuple[YamlFile, list[Edit]]], document: str, checksum: str) -> Edit | None:
    """The edit of a document's checksum; None where it has none, or has this one."""
    file = edits["documents.yml"][0] if "documents.yml" in edits else None
    for record in file.root if file is not None and isinstance(file.root, Sequence) else ():
        if file is not None and isinstance(record, Mapping):
            item = Evidence(file, record, document)
            if item.text("id") == document and item.text(DIGEST) not in ("", checksum):
                return _edit(item, DIGEST, checksum)
    return None


def _edit(item: Evidence, key: str, text: str) -> Edit:
    node = item.mapping.values[key]
    assert isinstance(node, Scalar)
    return replace_value(item.file, node, text)
