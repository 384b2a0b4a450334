"""From the folder data/ to a checked ledger: what every command does first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.language import command_words
from generator.ledger.checks.drafts import Draft, drafts_left, find_drafts, findings_outside_drafts, to_be_shown
from generator.ledger.checks.run import check
from generator.ledger.contract import Contract, load_whole_contract
from generator.ledger.enums import Grade
from generator.ledger.ledger import Ledger, build_ledger
from generator.ledger.reading.findings import Finding, those_of, worst_first
from generator.ledger.reading.ledger_files import LedgerFiles, find_files
from generator.ledger.reading.rows import Tables
from generator.ledger.reading.site_settings import SiteSettings, read_site
from generator.ledger.reading.tables import build_tables
from generator.support.collector import collector_paused
from generator.support.stopwatch import Stopwatch


@dataclass(frozen=True)
class CheckedLedger:
    """A ledger that may be published: the rows that were checked, and the site's settings."""

    contract: Contract
    tables: Tables
    site: SiteSettings
    folder: Path
    notes: tuple[Finding, ...] = ()
    """Doubts, drafts and notices, as far as the checks are over."""

    @property
    def unsettled(self) -> list[Finding]:
        """What must not be published: doubts that nobody has acknowledged, and files with drafts."""
        return [*those_of(Grade.DOUBT, self.notes), *those_of(Grade.DRAFT, self.notes)]

    def publishable(self) -> CheckedLedger:
        """The same, for one who publishes it. Raises InvalidLedger where something is doubted or still a draft."""
        if self.unsettled:
            raise InvalidLedger(self.unsettled)
        return self

    @cached_property
    def ledger(self) -> Ledger:
        """The records of the rows."""
        return build_ledger(self.tables)


class InvalidLedger(Exception):
    """The ledger has faults, or what one who publishes may not go on with; ``findings`` are all, gravest first."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


@dataclass(frozen=True)
class ReadLedger:
    """A ledger as it was read: nobody knows yet whether it has faults."""

    contract: Contract
    tables: Tables
    site: SiteSettings | None
    """None where data/site.yml has faults."""
    site_findings: list[Finding]
    folder: Path

    @cached_property
    def drafts(self) -> list[Draft]:
        """The drafts in it. What is wrong in them is known after :meth:`findings`."""
        return find_drafts(self.tables)

    def findings(self) -> list[Finding]:
        """All faults, doubts, drafts and notices, gravest first; a doubt about what is a fault as well is none.

        What is wrong in a draft is told of that draft alone.
        """
        old = [finding for finding in self.site_findings if finding.code == "contract-old"]
        if old:
            return old  # all others may follow from it
        with collector_paused():
            faults = check(self.tables, self.contract, with_doubts=True)
            hidden = {fault.mark[:2] for fault in faults if fault.code == "hidden"}
            of_site = [f for f in self.site_findings if f.code != "site-value" or f.mark[:2] not in hidden]
            found = worst_first([*faults, *of_site])
        return (
            worst_first([*findings_outside_drafts(found, self.drafts), *drafts_left(self.drafts)])
            if self.drafts
            else found
        )

    def checked(self) -> CheckedLedger:
        """The ledger with its doubts and drafts. Raises InvalidLedger where it has faults."""
        findings = self.findings()
        if self.site is None or those_of(Grade.FAULT, findings):
            raise InvalidLedger(findings)
        tables = to_be_shown(self.tables, self.contract, self.drafts) if self.drafts else self.tables
        return CheckedLedger(self.contract, tables, self.site, self.folder, tuple(findings))

    def unchecked(self, site: SiteSettings) -> CheckedLedger:
        """The ledger, for one who has it checked meanwhile."""
        return CheckedLedger(self.contract, self.tables, site, self.folder)


def read(folder: Path, contract_path: Path, *, with_child: bool = False) -> ReadLedger:
    """Read a ledger without checking it; ``with_child``: whether a child may help with a large one.

    Raises:
        BadContract: the contract cannot be read.
    """
    return read_files(find_files(folder), load_whole_contract(contract_path), folder, with_child=with_child)


def read_files(files: LedgerFiles, contract: Contract, folder: Path, *, with_child: bool = False) -> ReadLedger:
    """The same of files that are known already, or are not on the disk as they are meant."""
    with collector_paused():
        tables = build_tables(files, contract, with_child=with_child)
        site, site_findings = read_site(tables.site)
    return ReadLedger(contract, tables, site, site_findings, folder)


def load(folder: Path, contract_path: Path, watch: Stopwatch | None = None) -> CheckedLedger:
    """Read and check a ledger.

    Args:
        folder: the folder data/, or a link to it.
        contract_path: datapackage.json.
        watch: says how long reading and checking took.

    Raises:
        InvalidLedger: the ledger has faults; all of them are in its ``findings``.
        BadContract: the contract cannot be read.
    """
    watch = watch or Stopwatch()
    with watch.stage(command_words.STAGE_READ):
        ledger = read(folder, contract_path)
    with watch.stage(command_words.STAGE_CHECK):
        return ledger.checked()
