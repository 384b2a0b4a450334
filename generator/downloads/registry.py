"""The ledger in further formats, each a copy that can be taken along: workbook, database, Parquet.

What makes them is loaded when one is made: a build in which nothing changed does not pay for it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import metadata

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import StatusIndex
from generator.downloads.formats.parquet import to_parquet
from generator.downloads.formats.provenance import Imprint, imprint
from generator.downloads.formats.sqlite import State, to_sqlite
from generator.downloads.formats.xlsx import to_xlsx
from generator.downloads.output import Bodies, OutputFile
from generator.ledger.contract import TableSpec
from generator.ledger.load import CheckedLedger
from generator.pages.components.builder import ComponentBuilder
from generator.support.cache_store import digest, program


@dataclass(frozen=True, slots=True)
class _Ledger:
    """What the files are made of."""

    checked: CheckedLedger
    index: LedgerIndex
    bodies: Bodies
    about: Imprint

    def whole(self, library: str) -> bytes:
        """A digest of all tables, which decide where the targets stand, of what is said of them, and of the maker."""
        tables, contract = self.checked.tables, self.checked.contract
        words = json.dumps(contract.descriptor), repr(self.checked.site), repr(self.about)
        return digest(program(), library, *words, *map(tables.digest, contract.tables))


def copies(checked: CheckedLedger, index: LedgerIndex, bodies: Bodies, formats: Sequence[str]) -> list[OutputFile]:
    """The files of some formats, below ``data/``."""
    ledger = _Ledger(checked, index, bodies, imprint(checked, index.as_of))
    return [output for name in formats if name in COPIES for output in COPIES[name](ledger)]


def _workbook(ledger: _Ledger) -> Iterator[OutputFile]:
    checked, index, bodies, about = ledger.checked, ledger.index, ledger.bodies, ledger.about

    def make() -> bytes:
        return to_xlsx(checked.contract, bodies.cells, ComponentBuilder(index), checked.site, about)

    yield OutputFile(f"data/{checked.site.package}.xlsx", ledger.whole(metadata.version("xlsxwriter")), make)


def _database(ledger: _Ledger) -> Iterator[OutputFile]:
    checked, index, bodies, about = ledger.checked, ledger.index, ledger.bodies, ledger.about

    def make() -> bytes:
        return to_sqlite(checked.contract, bodies.cells, _states(index), about)

    yield OutputFile(f"data/{checked.site.package}.sqlite", ledger.whole(sqlite3.sqlite_version), make)


def _columnar(ledger: _Ledger) -> Iterator[OutputFile]:
    def make(spec: TableSpec) -> bytes:
        return to_parquet(spec, ledger.bodies.cells(spec.name))

    library = metadata.version("arro3-io")
    for name, spec in ledger.checked.contract.tables.items():
        key = digest(program(), library, repr(spec), ledger.checked.tables.digest(name))
        yield OutputFile(f"data/{name}.parquet", key, partial(make, spec))


COPIES: dict[str, Callable[[_Ledger], Iterator[OutputFile]]] = {
    "xlsx": _workbook,
    "sqlite": _database,
    "parquet": _columnar,
}
"""Format → its files; ``formats.WHOLE`` names them."""


def _states(index: LedgerIndex) -> Iterator[State]:
    statuses = StatusIndex(index)
    for target in index.ledger.targets:
        status = statuses.of(target)
        yield target.id, status.state, status.disclosed
