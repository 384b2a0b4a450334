"""What the writers of downloads get: the checked ledger, what follows from it, and the rows of its tables."""

from __future__ import annotations

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads.output import Cells
from generator.downloads.provenance import Provenance, provenance_of
from generator.ledger.contract import Contract
from generator.ledger.load import CheckedLedger
from generator.ledger.reading.rows import Row
from generator.ledger.reading.site_settings import SiteSettings
from generator.pages.context import PageContext


class Dataset:
    """A checked ledger for the writers of files. Each look-up is made once, when it is first needed."""

    def __init__(self, checked: CheckedLedger, context: PageContext) -> None:
        self.checked = checked
        self.context = context
        """What the pages are made from: targets and observations in words, and where targets stand."""
        self.provenance: Provenance = provenance_of(checked, context.index.as_of)
        self._cells: dict[str, list[Cells]] = {}
        self._by_id: dict[str, dict[str, Row]] = {}
        self._grouped: dict[tuple[str, str], dict[str, list[Row]]] = {}

    @property
    def contract(self) -> Contract:
        """The tables and their columns."""
        return self.checked.contract

    @property
    def site(self) -> SiteSettings:
        """The settings of the site."""
        return self.checked.site

    @property
    def index(self) -> LedgerIndex:
        """The look-ups of the ledger's records."""
        return self.context.index

    def rows(self, table: str) -> list[Row]:
        """The rows of a table, in the order of the ledger; none of one that is not public."""
        return [] if table in self.site.unpublished_tables else self.checked.tables.rows[table]

    def cells(self, table: str) -> list[Cells]:
        """The rows of a table, each with a cell for every column of the contract."""
        if table not in self._cells:
            columns = self.contract.tables[table].columns
            self._cells[table] = [row.texts(columns) for row in self.rows(table)]
        return self._cells[table]

    def by_id(self, table: str) -> dict[str, Row]:
        """The rows of a table by their ids."""
        if table not in self._by_id:
            self._by_id[table] = {row["id"]: row for row in self.rows(table)}
        return self._by_id[table]

    def grouped(self, table: str, column: str) -> dict[str, list[Row]]:
        """The rows of a table by a column."""
        if (table, column) not in self._grouped:
            self._grouped[table, column] = self.checked.tables.grouped(table, column)
        return self._grouped[table, column]
