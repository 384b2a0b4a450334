"""What the program may cost, and whether it holds: the last rows of the table.

Limits in seconds hold on a machine where Hugo's row of 10,000 pages takes ``HUGO`` seconds; elsewhere they are scaled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.bench.table import Row

Rows = dict[str, Row]
"""Rows by their keys."""
HUGO = 4.5
"""User CPU seconds."""
HUGO_ROW = "peer/10000/Hugo"


@dataclass(frozen=True, slots=True)
class Limit:
    """What is measured, and the most or the least that it may be."""

    what: str
    value: Callable[[Rows], float | None]
    unit: str = "s"
    most: float | None = None
    least: float | None = None

    def row(self, rows: Rows) -> Row:
        """The measured value, and yes or no."""
        bound = f"≤ {self.most:.4g}" if self.most is not None else f"≥ {self.least:g}"
        what = f"limit: {self.what} {bound} {self.unit}".rstrip()
        value, scale = _measured(self.value, rows), _scale(rows) if self.unit == "s" else 1
        if value is None:
            return Row(f"limit/{self.what}", what, note="not measured")
        holds = value <= self.most * scale if self.most is not None else value >= (self.least or 0)
        scaled = f" (scaled limit {self.most * scale:.4g} {self.unit})" if self.most is not None and scale != 1 else ""
        note = f"{value:.4g} {self.unit}".rstrip() + f"{scaled}: **{'yes' if holds else 'no'}**"
        return Row(f"limit/{self.what}", what, note=note, value=value)


def _measured(value: Callable[[Rows], float | None], rows: Rows) -> float | None:
    """A value, or None where its rows are missing: of a part that was not run, of a peer that is not installed."""
    try:
        return value(rows)
    except (KeyError, TypeError):
        return None


def _scale(rows: Rows) -> float:
    """How much slower than the machine of the limits this one is; 1 where Hugo was not measured."""
    return (_measured(_cpu(HUGO_ROW), rows) or HUGO) / HUGO


def _cpu(key: str) -> Callable[[Rows], float | None]:
    return lambda rows: rows[key].cpu


def _wall(key: str) -> Callable[[Rows], float | None]:
    return lambda rows: rows[key].wall


def _memory(key: str) -> Callable[[Rows], float | None]:
    return lambda rows: rows[key].memory


def _value(key: str) -> Callable[[Rows], float | None]:
    return lambda rows: rows[key].value


def _cpu_ratio(key: str, to: str) -> Callable[[Rows], float | None]:
    return lambda rows: rows[key].cpu / rows[to].cpu  # type: ignore[operator]  # None is handled in _measured


def _wall_ratio(key: str, to: str) -> Callable[[Rows], float | None]:
    return lambda rows: rows[key].wall / rows[to].wall  # type: ignore[operator]  # as above


BASIC, WHOLE = "build/10000/basic", "build/10000/whole"
OF = "10,000 pages"
LIMITS = (
    Limit("district, user CPU", _cpu("build/district/basic"), most=1.5),
    Limit(f"{OF}, user CPU", _cpu(BASIC), most=22),
    Limit(f"{OF}, wall", _wall(BASIC), most=16),
    Limit(f"{OF}, memory", _memory(BASIC), "MB", most=1000),
    Limit(f"{OF}, wall, × Eleventy's", _wall_ratio(BASIC, "peer/10000/Eleventy"), "", most=1),
    Limit(f"{OF}, wall, × plain MkDocs'", _wall_ratio(BASIC, "peer/10000/MkDocs"), "", most=1 / 3),
    Limit(f"{OF}, rendering and writing alone, × Hugo's user CPU", _cpu_ratio("pages/10000", HUGO_ROW), "", most=2),
    Limit(f"{OF}, × user CPU of 500", _cpu_ratio(BASIC, "build/500/basic"), "", most=24),
    Limit(f"{OF} with everything, user CPU", _cpu(WHOLE), most=50),
    Limit(f"{OF} with everything, memory", _memory(WHOLE), "MB", most=1600),
    *(
        Limit(f"{name}, {what} changed, files wrongly rewritten or left", _value(f"rewritten/{name}/{key}"), "", most=0)
        for name in ("district", "10000")
        for key, what in (("nothing", "nothing"), ("value", "one value"))
    ),
    Limit("preview of the district, edit to page", _wall("preview/district/page"), most=0.3),
    Limit(f"preview of {OF}, edit to page", _wall("preview/10000/page"), most=6),
    Limit(f"preview of {OF}, edit to findings", _wall("preview/10000/findings"), most=8),
    Limit(f"preview of {OF}, next leaf page", _wall("preview/10000/leaf"), most=0.1),
    Limit(f"preview of {OF}, next index page", _wall("preview/10000/index"), most=0.5),
    Limit("300 forms with 6,000 values, wall", _wall("forms/300"), most=60),
    Limit("300 forms with 6,000 values, memory", _memory("forms/300"), "MB", most=500),
    Limit(f"{OF}, first search, transferred", _value("search/10000/bytes"), "KB", most=300),
    Limit(f"{OF}, last response to displayed results", _value("search/10000/wait"), "ms", most=500),
    Limit(f"{OF}, drawn queries answered of 40", _value("search/10000/right"), "", least=38),
    Limit("district, queries of the file answered of 40", _value("search/district/right"), "", least=38),
)


def rows(measured: list[Row]) -> Iterator[Row]:
    """A row for each limit."""
    by_key = {row.key: row for row in measured}
    return (limit.row(by_key) for limit in LIMITS)
