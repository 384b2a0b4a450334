"""What a comparison with the texts gives, and how its parts look into a text."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.language.official_text import span
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row

Texts = dict[str, str]
"""Document → its text in normal form."""


@dataclass(slots=True)
class PartCoverage:
    """How many numbers of one part of a document are accounted for."""

    document: str
    part: str
    numbers: int = 0
    used: int = 0
    excluded: int = 0


@dataclass(slots=True)
class Verification:
    """What a comparison with the texts gave."""

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


def passage(row: Row, column: str = "passage") -> tuple[int, int] | None:
    """Start and end of a row's passage, or None when it has none that can be read."""
    try:
        return span(row[column])
    except ValueError:
        return None


def words(row: Row, texts: Texts) -> str | None:
    """The words of a row's passage, or None where there is no text or no passage in it."""
    text, own = texts.get(row["document"]), passage(row)
    return text[own[0] : own[1]] if text is not None and own and own[1] <= len(text) else None
