"""Which checks found nothing in which rows, kept from run to run so that nothing is looked at twice.

A check is a pure function of the rows that it looks at. It is left out only when every part of the ledger that it
looked at, when it last found nothing, is made of the very same bytes as then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from generator.ledger.reading.nodes import Finding
from generator.ledger.reading.rows import EXCLUSIONS, Part, Row, Tables
from generator.support.cache_store import CacheStore, digest

NAME = "passed"


class Check(NamedTuple):
    """One thing to look at in the tables."""

    name: str
    run: Callable[[Tables], Iterable[Finding]]
    each: tuple[str, ...] = ()
    """Tables whose rows are looked at one by one: what is found in one row hangs on no other row of these tables."""


class _Rows(Mapping[str, list[Row]]):
    """Rows by table that note which tables were looked at; every way of looking goes through one method."""

    def __init__(self, rows: Mapping[str, list[Row]]) -> None:
        self._rows = rows
        self.touched: set[str] = set()

    def __getitem__(self, table: str) -> list[Row]:
        self.touched.add(table)
        return self._rows[table]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


HIDDEN = frozenset({"names", "site", "parts"})
"""What a check has no business to look at: it would not be noticed that it changed."""


class _View(Tables):
    """Tables of a ledger that was read without a finding, as a check may see them."""

    def __getattribute__(self, name: str) -> Any:
        if name in HIDDEN:
            raise AttributeError(name)
        if name == EXCLUSIONS:
            super().__getattribute__("rows").touched.add(EXCLUSIONS)
        return super().__getattribute__(name)


def _view(tables: Tables, instead: dict[str, list[Row]]) -> tuple[Tables, _Rows]:
    """The tables, with other rows for some, and what notes which were looked at."""
    rows = _Rows({**tables.rows, **instead})
    return _View(cast(dict[str, list[Row]], rows), tables.exclusions), rows


@dataclass(slots=True)
class Passed:
    """The checks that found nothing, by name; ``contract`` is a digest of the contract they went by."""

    store: CacheStore
    contract: bytes
    tables: Tables
    before: dict[str, Any] = field(default_factory=dict)
    now: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, list[Part]] = field(default_factory=dict)
    states: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.before = self.store.load(NAME, self.contract) or {}
        for part in self.tables.parts:
            self.parts.setdefault(part.table, []).append(part)
        self.states = {name: digest(b"".join([p.key for p in parts])) for name, parts in self.parts.items()}

    def run(self, check: Check, tables: Tables) -> list[Finding]:
        """What a check finds; nothing without looking where that is known."""
        if not check.each:
            return self._whole(check, tables)
        return [found for table in check.each for found in self._each(check, table, tables)]

    def save(self) -> None:
        """Keep for the next run what is known now, if anything was looked at."""
        if self.now and self.now != self.before:
            self.store.save(NAME, self.contract, self.now)

    def _state(self, touched: Iterable[str]) -> bytes:
        return digest(*(part for name in touched for part in (name, self.states.get(name, b""))))

    def _whole(self, check: Check, tables: Tables) -> list[Finding]:
        touched, state = self.before.get(check.name, ((), b""))
        if state != self._state(touched):
            view, rows = _view(tables, {})
            if found := [*check.run(view)]:
                return found
            touched = tuple(sorted(rows.touched))
        self.now[check.name] = (touched, self._state(touched))
        return []

    def _each(self, check: Check, table: str, tables: Tables) -> list[Finding]:
        name, parts = f"{check.name} in {table}", self.parts.get(table, [])
        touched, state, known = self.before.get(name, ((), b"", ()))
        if state != self._state(touched):
            touched, known = (), ()
        done = set(known)
        found: list[Finding] = []
        if left := [part for part in parts if part.key not in done]:
            own = {**{name: [] for name in check.each}, table: [row for part in left for row in part.rows]}
            view, rows = _view(tables, own)
            found = [*check.run(view)]
            touched = tuple(sorted({*touched, *rows.touched} - {*check.each}))
        passed = tuple(part.key for part in parts if part.key in done or not found)
        self.now[name] = (touched, self._state(touched), passed)
        return found
