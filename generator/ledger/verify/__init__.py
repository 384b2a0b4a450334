"""Do the records agree with the official texts? Fingerprints, figures, names, parentheses, and every single number.

Works where the text of a document is at hand; the texts themselves are never part of the repository.
"""

from __future__ import annotations

from generator.ledger.reading.rows import Tables
from generator.ledger.verify import assignments, coverage, figures, headings, passages
from generator.ledger.verify.assignments import RESPONSIBILITY, printed_mode, read_parenthesis
from generator.ledger.verify.result import PartCoverage, Verification

__all__ = ["RESPONSIBILITY", "PartCoverage", "Verification", "printed_mode", "read_parenthesis", "verify"]

CHECKS = (
    passages.documents,
    passages.headers,
    passages.fingerprints,
    passages.exclusions,
    figures.figures,
    assignments.assignments,
    assignments.members,
    assignments.parentheses,
    headings.titles,
    headings.sections,
    coverage.numbers,
)
"""What is compared; a new comparison is a new function."""


def verify(tables: Tables, texts: dict[str, str]) -> Verification:
    """Compare the tables with the texts (id of the document → text in normal form)."""
    result = Verification()
    for check in CHECKS:
        check(tables, texts, result)
    return result
