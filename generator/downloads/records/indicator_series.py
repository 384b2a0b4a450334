"""The rows of one indicator as a download of its own: ``indicators/<id>/data.csv`` and ``data.json``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from operator import itemgetter

from generator.downloads.output import Bodies, OutputFile
from generator.downloads.tabular import Cells, to_csv, to_json
from generator.language import page_words
from generator.ledger.load import CheckedLedger
from generator.ledger.reading.rows import digest_of
from generator.support.cache_store import digest, program

SERIES = (
    "kind",
    "indicator",
    "name",
    "organization",
    "start",
    "end",
    "comparator",
    "value",
    "unit",
    "value_text",
    "qualifier",
    "basis",
    "status",
    "document",
    "locator",
    "passage",
    "fingerprint",
    "note",
)
"""Columns of an indicator's own download: targets and results in one table."""
SERIES_TYPES = tuple((column, "number" if column == "value" else "string") for column in SERIES)

KINDS = (
    (page_words.TARGET, "targets", "start_year", "end_year"),
    (page_words.RESULT, "observations", "period", "period"),
)
"""Kind, table, and the columns of the first and last year or period; ``since_year``, where given, is the first."""

OWN = ("kind", "indicator", "name", "unit", "")
"""What goes before a row's own cells, the same in all rows of one indicator and kind; the last is always empty."""


def series_outputs(checked: CheckedLedger, bodies: Bodies) -> list[OutputFile]:
    """Both files of every indicator, in the order of the indicators."""
    kinds = [_Kind(word, table, ends, checked, bodies) for word, table, *ends in KINDS]
    head = digest(program(), *(repr(kind.columns) for kind in kinds))

    @lru_cache(maxsize=1)  # the two files of an indicator are made one after the other
    def rows(id_: str, name: str, unit: str) -> list[Cells]:
        return [row for kind in kinds for row in kind.rows(id_, name, unit)]

    def as_csv(*about: str) -> bytes:
        return to_csv(SERIES, rows(*about))

    def as_json(*about: str) -> bytes:
        return to_json(SERIES_TYPES, rows(*about))

    outputs = []
    for indicator in checked.tables.rows["indicators"]:
        about = id_, _, _ = indicator["id"], indicator["name"], indicator["unit"]
        key = digest(head, *about, *(kind.digest(id_) for kind in kinds))
        outputs.append(OutputFile(f"indicators/{id_}/data.csv", key, partial(as_csv, *about)))
        outputs.append(OutputFile(f"indicators/{id_}/data.json", key, partial(as_json, *about)))
    return outputs


class _Kind:
    """Targets or results: where the rows of each indicator stand in their table, and how they become a download's."""

    def __init__(self, word: str, table: str, ends: Sequence[str], checked: CheckedLedger, bodies: Bodies) -> None:
        self._word, self._table, self._bodies = word, table, bodies
        self.columns = checked.contract.tables[table].columns
        start, end = ends
        self._since = self.columns.index("since_year") if "since_year" in self.columns else None
        self._pick, self._pick_since = (_picker(self.columns, first, end) for first in (start, "since_year"))
        self._rows = checked.tables.rows[table]
        self._places: dict[str, list[int]] = getattr(checked.ledger, table).by("indicator")

    def digest(self, id_: str) -> bytes:
        """A digest of an indicator's rows."""
        return digest_of(self._rows[place] for place in self._places.get(id_, ()))

    def rows(self, id_: str, name: str, unit: str) -> Iterator[Cells]:
        """An indicator's rows with the columns of SERIES."""
        own, found = (self._word, id_, name, unit, ""), self._bodies.cells(self._table)
        for place in self._places.get(id_, ()):
            cells = found[place]
            long = self._since is not None and cells[self._since]
            yield (self._pick_since if long else self._pick)(own + cells)


def _picker(columns: Cells, start: str, end: str) -> Callable[[Cells], Cells]:
    """From OWN and a row's cells to the columns of SERIES; a column that the table does not have is empty."""
    place = {column: len(OWN) + at for at, column in enumerate(columns)}
    place |= {column: at for at, column in enumerate(OWN)}
    place |= {"start": place.get(start, place[""]), "end": place[end]}
    return itemgetter(*(place.get(column, place[""]) for column in SERIES))
