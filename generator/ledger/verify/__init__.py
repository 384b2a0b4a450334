"""Do the records agree with the official texts? Fingerprints, figures, names, parentheses, and every single number."""

from __future__ import annotations

from generator.ledger.reading.rows import Tables
from generator.ledger.verify import assignments, coverage, figures, headings, passages
from generator.ledger.verify.result import PartCoverage, Verification

__all__ = ["PartCoverage", "Verification", "verify"]

CHECKS = (
    *passages.CHECKS,
    *figures.CHECKS,
    *assignments.CHECKS,
    *headings.CHECKS,
    *coverage.CHECKS,
)
"""What is compared: each module lists its own functions."""


def verify(tables: Tables, texts: dict[str, str]) -> Verification:
    """Compare the tables with the texts of the documents, which are never part of the repository.

    Args:
        tables: rows that passed the checks.
        texts: id of a document → its text in normal form.
    """
    result = Verification()
    for check in CHECKS:
        check(tables, texts, result)
    return result
