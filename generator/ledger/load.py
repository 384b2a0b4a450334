"""From the folder data/ to a checked ledger: the way that every command goes first."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
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


@dataclass(slots=True)
class Stopwatch:
    """Tells how long each stage took, through ``say``."""

    say: Callable[[str], None]

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what stands inside, and say it."""
        start = time.perf_counter()
        yield
        self.say(command_words.SECONDS.format(stage=name, seconds=time.perf_counter() - start))


NEVER = 1 << 30


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the cycle collector away from records: there are millions, none is in a cycle, and all of them stay.

    Without this each full collection walks everything that was read so far, and reading costs the square of the rows.
    Afterwards what is young is still collected, but never everything.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(100_000, 20, NEVER)
        if was:
            gc.enable()


def silent(_: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class CheckedLedger:
    """A ledger that may be published, with the rows that were checked and the site's settings."""

    contract: Contract
    tables: Tables
    ledger: Ledger
    site: SiteSettings
    folder: Path


class InvalidLedger(Exception):
    """The ledger has faults; ``findings`` holds all of them, gravest first."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


def load(folder: Path, contract_path: Path, watch: Stopwatch | None = None) -> CheckedLedger:
    """Read and check a ledger.

    Raises InvalidLedger with all findings when there is any, and what :func:`load_contract` raises.
    """
    with undisturbed():
        return _load(folder, load_contract(contract_path), watch or Stopwatch(silent))


def _load(folder: Path, contract: Contract, watch: Stopwatch) -> CheckedLedger:
    with watch.stage(command_words.STAGE_READ):
        tables = build_tables(find_files(folder), contract)
        site, site_findings = read_site(tables.site)
    with watch.stage(command_words.STAGE_CHECK):
        findings = worst_first([*check(tables, contract), *site_findings])
    if findings or site is None:
        raise InvalidLedger(findings)
    return CheckedLedger(contract, tables, build_ledger(tables, folder.name), site, folder)
