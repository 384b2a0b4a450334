"""The result of a comparison with the texts, and how its parts look into a text."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row

Texts = dict[str, str]
"""Document → its text in normal form."""


@dataclass(slots=True)
class PartCoverage:
    """How many numbers of one part of a document are used by a record, or excluded."""

    document: str
    part: str
    numbers: int = 0
    used: int = 0
    excluded: int = 0


@dataclass(slots=True)
class Verification:
    """The findings of a comparison, and what was counted on the way."""

    findings: list[Finding] = field(default_factory=list)
    fingerprints: int = 0
    mismatches: int = 0
    parentheses: int = 0
    matched: int = 0
    parts: list[PartCoverage] = field(default_factory=list)
    without_text: list[str] = field(default_factory=list)

    def note(self, code: str, row: Row, column: str, /, **values: object) -> None:
        """Add a finding at a cell."""
        self.findings.append(Finding(code, row.at(column), values))


def passage_text(row: Row, texts: Texts) -> str | None:
    """The text of a row's passage, or None where there is no text or no passage in it."""
    text, passage = texts.get(row["document"]), row.passage
    return text[passage[0] : passage[1]] if text is not None and passage and passage[1] <= len(text) else None
