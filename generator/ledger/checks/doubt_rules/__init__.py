"""What looks wrong and may be right. A rule of doubt is a function of the ledger's figures that yields findings.

Each finding names in its values the ``record`` that is doubted and the ``value``, as acknowledged.yml must have them.
The words stand in :data:`generator.language.findings.doubt_words.DOUBTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.ledger.checks.doubt_rules import (
    bounds,
    headings,
    magnitudes,
    measures,
    parts,
    progress,
    rounds,
    statements,
    sums,
    values,
    words,
)
from generator.ledger.checks.doubt_rules.series import LedgerFigures
from generator.ledger.reading.findings import Finding

DoubtRule = Callable[[LedgerFigures], Iterable[Finding]]

DOUBT_RULES: tuple[DoubtRule, ...] = (
    *values.RULES,
    *bounds.RULES,
    *magnitudes.RULES,
    *sums.RULES,
    *parts.RULES,
    *progress.RULES,
    *words.RULES,
    *statements.RULES,
    *measures.RULES,
    *headings.RULES,
    *rounds.RULES,
)
"""The rules of doubt of all modules."""
