"""Which of the official texts that a build was given are the ones that the ledger was made from."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generator.language.official_text import Layout, read_documents, read_layouts
from generator.ledger.personal_data import starred
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Tables
from generator.ledger.verify import passages
from generator.ledger.verify.result import Texts, Verification


class ProvedTexts(NamedTuple):
    """The texts that pages may show, and why others are not shown."""

    texts: Texts
    layouts: dict[str, Layout]
    findings: list[Finding]
    """Where a text differs from what the ledger says of it."""
    refused: list[str]
    """Documents whose text was given and is not shown, in the order of the ledger."""
    missing: list[str]
    """Documents of whose text the ledger says something, and which was not given."""


def proved_texts(tables: Tables, folder: Path) -> ProvedTexts:
    """Read the texts of a folder and keep those that agree with the checksum and with every fingerprint in the ledger.

    A text for which the ledger has neither cannot be told from any other, so it is not kept. Numbers of persons in a
    text are compared as they are, and kept as stars: the place of every other character stays.
    """
    ids = [row["id"] for row in tables.rows["documents"]]
    texts = read_documents(folder, ids)
    result = Verification()
    passages.documents(tables, texts, result)
    passages.fingerprints(tables, texts, result)
    wrong = {finding.values["document"] for finding in result.findings}
    proved = {row["document"] for rows in tables.rows.values() for row in rows if row["passage"]}
    proved |= {row["id"] for row in tables.rows["documents"] if row["text_sha256"]}
    kept = {id_: starred(text) for id_, text in texts.items() if id_ in proved - wrong}
    refused = [id_ for id_ in texts if id_ not in kept]
    missing = [id_ for id_ in ids if id_ in proved and id_ not in texts]
    return ProvedTexts(kept, read_layouts(folder, list(kept)), result.findings, refused, missing)
