"""Are the rows fit to be published? The contract with the characters of all cells, then the rules of the field."""

from __future__ import annotations

from generator.ledger.checks.rules import RULES
from generator.ledger.checks.schema_check import check_schema
from generator.ledger.contract import Contract
from generator.ledger.reading.findings import Finding, worst_first
from generator.ledger.reading.rows import Tables


def check(tables: Tables, contract: Contract) -> list[Finding]:
    """All findings about the tables, gravest first; an empty list means that they may be published."""
    broken_rules = [finding for rule in RULES for finding in rule(tables)]
    return worst_first([*tables.findings, *check_schema(tables, contract), *broken_rules])
