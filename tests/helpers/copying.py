"""What the tests of downloads share: the district's ledger, and cells that a copy may spoil."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads.dataset import Dataset
from generator.downloads.output import Cells
from generator.ledger.contract import TableSpec
from generator.ledger.load import CheckedLedger, load
from generator.pages.context import PageContext
from tests.conftest import ROOT

FORMULAS = ("=1+1", "+1", "-1", "@x", "\tx", "\rx", '=HYPERLINK("http://x","y")')
"""What a spreadsheet would take for a formula."""
ODD = ('a,"b"', "两\n行", " 空 格 ", "'x", "_x0041_", "a<b>&amp;", "001", "1e5", "TRUE", "2016-01-02", "字" * 300)
"""What a careless writer or reader takes for something else."""
NUMBERS = ("0", "5.50", "4.15", "-3", "-0.10", "100000", "0.001", "123456789012345", "12345678901234567.5", "-0")


def dataset_of(checked: CheckedLedger) -> Dataset:
    """A ledger for the writers of files, without history."""
    return Dataset(checked, PageContext(LedgerIndex(checked)))


@cache
def district() -> Dataset:
    """The made-up district's ledger."""
    return dataset_of(load(ROOT / "tests" / "district" / "data", ROOT / "datapackage.json"))


def specs() -> dict[str, TableSpec]:
    """The tables of the contract."""
    return district().contract.tables


class Spoilt(Dataset):
    """The district's ledger with other cells in its tables."""

    def __init__(self, cells: Callable[[str], list[Cells]]) -> None:
        super().__init__(district().checked, district().context)
        self._other_cells = cells

    def cells(self, table: str) -> list[Cells]:
        return self._other_cells(table)


def spoilt(table: str, texts: Sequence[str] = FORMULAS + ODD, numbers: Sequence[str] = NUMBERS) -> list[Cells]:
    """Rows of a table of the district, more of them, with these texts in its note and these numbers as its values."""
    spec, rows = specs()[table], district().cells(table)
    found = []
    for at in range(max(len(texts), len(numbers))):
        cells = dict(zip(spec.columns, rows[at % len(rows)], strict=True))
        cells |= {"id": f"x-{at}", "note": texts[at % len(texts)], "value": numbers[at % len(numbers)]}
        found.append(tuple(cells[column] for column in spec.columns))
    return found


def spoilt_cells(name: str) -> list[Cells]:
    """The district's rows, those of targets and observations spoilt."""
    return spoilt(name) if name in ("targets", "observations") else district().cells(name)
