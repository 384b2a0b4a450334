"""Do the records agree with the official texts? Fingerprints, figures, names, clauses, and every single number."""

from __future__ import annotations

from generator.ledger.reading.rows import Tables
from generator.ledger.verify import coverage, figures, headings, passages
from generator.ledger.verify.assignments import CHECKS as ASSIGNMENT_CHECKS
from generator.ledger.verify.assignments import assignments
from generator.ledger.verify.clauses import Layouts, matched_clauses
from generator.ledger.verify.deadlines import deadlines
from generator.ledger.verify.result import PartCoverage, Verification

__all__ = ["PartCoverage", "Verification", "verify"]

CHECKS = (
    *passages.CHECKS,
    *figures.CHECKS,
    *ASSIGNMENT_CHECKS,
    *headings.CHECKS,
    *coverage.CHECKS,
)
"""What is compared: each module lists its own functions."""


def verify(tables: Tables, texts: dict[str, str], layouts: Layouts | None = None) -> Verification:
    """Compare the tables with the texts of the documents, which are never part of the repository.

    Args:
        tables: rows that passed the checks.
        texts: id of a document → its text in normal form.
        layouts: id of a document → how its text was laid out: lines and blanks tell where a list of units ends.
    """
    result = Verification()
    for check in CHECKS:
        check(tables, texts, result)
    matched = matched_clauses(tables, texts, layouts or {}, result)
    assignments(tables, texts, matched, result)
    deadlines(tables, texts, matched.tasks, result)
    return result
