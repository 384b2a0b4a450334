"""The rules of the field. A rule is a function of the tables that yields findings; its module lists it in ``RULES``.

A rule looks at text rows, because a row that breaks the contract still deserves the findings that can be made of it.
It skips what it cannot understand (an unknown id, a value that is no number): the contract reports that. The words of
its findings stand in :mod:`generator.language.finding_words`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.ledger.checks.rules import (
    addresses,
    comparators,
    dates,
    figures,
    office,
    passages,
    periods,
    plans,
    projects,
    structure,
    tasks,
)
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Tables

Rule = Callable[[Tables], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    *addresses.RULES,
    *structure.RULES,
    *plans.RULES,
    *dates.RULES,
    *periods.RULES,
    *figures.RULES,
    *comparators.RULES,
    *tasks.RULES,
    *projects.RULES,
    *passages.RULES,
    *office.RULES,
)
"""The rules of all modules."""
