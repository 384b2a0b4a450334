"""What the program may cost, and whether it holds: the last rows of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.bench.projects import DISTRICT
from tests.bench.report import Row

Rows = dict[str, Row]
"""Rows by their keys."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A sentence that should be true: what is measured, in which unit, the most or the least that it may be."""

    what: str
    value: Callable[[Rows], float | None]
    unit: str = "s"
    most: float | None = None
    least: float | None = None

    def row(self, rows: Rows) -> Row:
        """The measured value, and yes or no."""
        found = self._found(rows)
        bound = f"≤ {self.most:g}" if self.most is not None else f"≥ {self.least:g}"
        what = f"limit: {self.what} {bound} {self.unit}".rstrip()
        if found is None:
            return Row(f"limit/{self.what}", what, note="not measured")
        holds = found <= self.most if self.most is not None else found >= (self.least or 0)
        printed = f"{found:.2f}".rstrip("0").rstrip(".")
        note = f"{printed} {self.unit}".rstrip() + f": **{'yes' if holds else 'no'}**"
        return Row(f"limit/{self.what}", what, note=note, value=found)

    def _found(self, rows: Rows) -> float | None:
        try:
            return self.value(rows)
        except (KeyError, TypeError):  # a part that was not run, a peer that is not there
            return None


def _cpu(key: str) -> Callable[[Rows], float | None]:
    return lambda rows: rows[key].cpu


def _value(key: str) -> Callable[[Rows], float | None]:
    return lambda rows: rows[key].value


def _ratio(key: str, to: str) -> Callable[[Rows], float | None]:
    return lambda rows: rows[key].cpu / rows[to].cpu  # type: ignore[operator]  # a missing figure is caught above


def limits(smallest: int, largest: int) -> tuple[Limit, ...]:
    """All limits, for the sizes that were measured."""
    own, small, large = DISTRICT.name, f"build/{smallest}", f"build/{largest}"
    of = f"{largest:,} pages"
    return (
        Limit(f"{own}, everything but the index, user CPU", _cpu(f"build/{own}/clean, no index"), most=2.5),
        Limit(f"{of} without index, user CPU", _cpu(f"{large}/clean, no index"), most=25),
        Limit(f"{of} without index, peak", lambda rows: rows[f"{large}/clean, no index"].peak, unit="MB", most=1200),
        Limit(
            f"{of}, rendering and writing alone, × Hugo's user CPU",
            _ratio(f"writing/{largest}", f"peer/{largest}/Hugo"),
            unit="",
            most=1.5,
        ),
        Limit(
            f"{of} without index, × cost of {smallest:,}",
            _ratio(f"{large}/clean, no index", f"{small}/clean, no index"),
            unit="",
            most=24,
        ),
        Limit(f"{of}, one value changed, without index, user CPU", _cpu(f"{large}/change, no index"), most=5),
        Limit(f"{of}, workbook, user CPU", _cpu(f"format/{largest}/xlsx"), most=10),
        Limit(f"{of}, SQLite, user CPU", _cpu(f"format/{largest}/sqlite"), most=3),
        Limit(f"{of}, Parquet, user CPU", _cpu(f"format/{largest}/parquet"), most=3),
        Limit(f"{of}, indexing by itself, user CPU", _cpu(f"stage/{largest}/indexing"), most=16.5),
        Limit(f"{of}, one value changed, just the pages that show it written", _value(f"exact/{largest}"), "", least=1),
        Limit(f"{of}, first search, transferred", _value(f"search/{largest}/bytes"), "KB", most=300),
        Limit(f"{of}, last response to displayed results", _value(f"search/{largest}/wait"), "ms", most=500),
        Limit(f"{of}, drawn queries answered of 40", _value(f"search/{largest}/right"), "", least=38),
        Limit(f"{own}, queries of the file answered of 40", _value(f"search/{own}/right"), "", least=38),
    )


def rows(found: list[Row], sizes: list[int]) -> Iterator[Row]:
    """A row for each limit."""
    by_key = {row.key: row for row in found}
    return (limit.row(by_key) for limit in limits(sizes[0], sizes[-1]))
