"""Are the rows fit to be published? The contract with the characters of all cells, then the rules of the field."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ledger.checks import characters
from generator.ledger.checks.passed import Check, Passed
from generator.ledger.checks.rules import EACH, RULES
from generator.ledger.checks.schema_check import checks
from generator.ledger.contract import Contract
from generator.ledger.reading.nodes import Finding, worst_first
from generator.ledger.reading.table_builder import Tables


def check(tables: Tables, contract: Contract, passed: Passed | None = None) -> list[Finding]:
    """All findings about the tables, gravest first; an empty list means that they may be published.

    With ``passed`` a check is left out where it looked at the very same rows before and found nothing.
    """
    run = passed.run if passed is not None and not tables.findings and not tables.unread else _run
    found = [finding for one in checks(contract) for finding in run(one, tables)]
    bad_cells = {(f.mark, f.values["title"]) for f in found if f.code in characters.CODES}
    found = [f for f in found if f.code in characters.CODES or (f.mark, f.values.get("title")) not in bad_cells]
    for one in _rules():
        found += run(one, tables)
    if passed is not None:
        passed.save()
    return worst_first([*tables.findings, *found])


def _run(one: Check, tables: Tables) -> list[Finding]:
    return [*one.run(tables)]


def _rules() -> Iterator[Check]:
    for rule in RULES:
        yield Check(f"rule {rule.__module__} {rule.__name__}", rule, each=EACH.get(rule, ()))
