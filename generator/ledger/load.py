"""From the folder data/ to a checked ledger: what every command does first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.language import command_words
from generator.ledger.checks.run import check
from generator.ledger.contract import Contract, load_contract
from generator.ledger.reading.findings import Finding, worst_first
from generator.ledger.reading.ledger_files import find_files
from generator.ledger.reading.rows import Tables
from generator.ledger.reading.site_settings import SiteSettings, read_site
from generator.ledger.reading.tables import build_tables
from generator.ledger.records import Ledger, build_ledger
from generator.support.collector import collector_paused
from generator.support.stopwatch import Stopwatch


@dataclass(frozen=True)
class CheckedLedger:
    """A ledger that may be published: the rows that were checked, and the site's settings."""

    contract: Contract
    tables: Tables
    site: SiteSettings
    folder: Path

    @cached_property
    def ledger(self) -> Ledger:
        """The records of the rows."""
        return build_ledger(self.tables)


class InvalidLedger(Exception):
    """The ledger has faults; ``findings`` holds all of them, gravest first."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


def load(folder: Path, contract_path: Path, watch: Stopwatch | None = None) -> CheckedLedger:
    """Read and check a ledger.

    Args:
        folder: the folder data/, or a link to it.
        contract_path: datapackage.json.
        watch: says how long reading and checking took.

    Raises:
        InvalidLedger: the ledger has faults; all of them are in its ``findings``.
        FileNotFoundError, json.JSONDecodeError, KeyError: the contract cannot be read.
    """
    watch, contract = watch or Stopwatch(), load_contract(contract_path)
    with collector_paused():
        with watch.stage(command_words.STAGE_READ):
            tables = build_tables(find_files(folder), contract)
            site, site_findings = read_site(tables.site)
        with watch.stage(command_words.STAGE_CHECK):
            findings = worst_first([*check(tables, contract), *site_findings])
    if findings or site is None:
        raise InvalidLedger(findings)
    return CheckedLedger(contract, tables, site, folder)
