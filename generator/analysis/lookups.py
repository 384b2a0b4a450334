"""Records found by the text of a column, with every look noted: what a page looked at decides when it is made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from generator.analysis.trace import Tracer
from generator.ledger.reading.rows import Row, digest_of
from generator.ledger.records import Records
from generator.support.cache_store import digest

T = TypeVar("T")


class Table(Generic[T]):
    """The records of a table in the order of the ledger, beside the rows that they were made of."""

    def __init__(self, tracer: Tracer, name: str, records: Records[T]) -> None:
        self.tracer, self.name, self.records, self.rows = tracer, name, records, records.rows

    def __iter__(self) -> Iterator[T]:
        """Every record; notes that the whole table was looked at."""
        self.tracer.note(self.name)
        return iter(self.records)

    def __len__(self) -> int:
        self.tracer.note(self.name)
        return len(self.records)

    def told(self, *columns: str) -> list[tuple[str, ...]]:
        """The texts of some columns of every row; notes that the whole table was looked at."""
        self.tracer.note(self.name)
        return [row.texts(columns) for row in self.rows]

    def column(self, column: str) -> list[str]:
        """The texts of a column in the order of the ledger; notes nothing."""
        return [row[column] for row in self.rows]

    def digest(self) -> bytes:
        """A digest of the table's name and of all rows in their order."""
        return digest_of(self.rows, self.name)


class LookUp(Generic[T]):
    """Records of a table by the text of a column, in the order of the ledger or in one of their own."""

    def __init__(self, table: Table[T], column: str, order: Callable[[T], Any] | None = None) -> None:
        self.name = f"{table.name}.{column}"
        self._table, self._order, self._tracer = table, order, table.tracer
        self._places = table.records.by(column)
        self._found: dict[str, tuple[int, list[T]]] = {}

    def get(self, key: str | None) -> list[T]:
        """The records of a key, none when there is none; an empty cell is the key None. Notes the look."""
        text = key or ""
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = (self._tracer.number((self.name, text)), self._look(text))
        self._tracer.seen.add(found[0])
        return found[1]

    def _look(self, text: str) -> list[T]:
        found = [self._table.records[place] for place in self._places.get(text, ())]
        if self._order:
            found.sort(key=self._order)
        return found

    def note(self, key: str) -> None:
        """Note a look at a key that is made by other means."""
        self._tracer.note(self.name, key)

    def any(self, key: str) -> bool:
        """Whether a key has records. Notes the look."""
        self.note(key)
        return key in self._places

    def count(self, key: str) -> int:
        """How many records a key has. Notes the look."""
        self.note(key)
        return len(self._places.get(key, ()))

    def last(self, key: str, order: Callable[[Row], Any]) -> T | None:
        """The record of a key that comes last in an order; a row that is none of those asked for has the order None."""
        self.note(key)
        found = [(order(self._table.rows[place]), place) for place in self._places.get(key, ())]
        best = max(((rank, place) for rank, place in found if rank is not None), default=None)
        return None if best is None else self._table.records[best[1]]

    def digest(self, key: str) -> bytes:
        """A digest of the look and of the rows of its key in the order of the ledger."""
        return digest_of((self._table.rows[place] for place in self._places.get(key, ())), self.name, key)


class ById(LookUp[T]):
    """The one record of an id."""

    def __init__(self, table: Table[T]) -> None:
        super().__init__(table, "id")

    def digest(self, key: str) -> bytes:
        """A digest of the row: no two rows have the same. Where there is none, of the look."""
        places = self._places.get(key)
        return self._table.rows[places[0]].digest if places else digest(self.name, key)

    def find(self, id_: str | None) -> T | None:
        """The record of an id, None when there is none."""
        found = self.get(id_)
        return found[0] if found else None

    def __getitem__(self, id_: str) -> T:
        """The record of an id; raises IndexError when there is none."""
        found = self._found.get(id_)
        if found is None:
            return self.get(id_)[0]
        self._tracer.seen.add(found[0])
        return found[1][0]
