"""The one table of all figures, as Markdown and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.measure import Cost, machine


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: its key for the limits, what was measured, at which size, its cost, and anything else of it."""

    key: str
    what: str
    pages: int | None = None
    observations: int | None = None
    cpu: float | None = None
    wall: float | None = None
    peak: float | None = None
    note: str = ""
    value: float | None = None
    """What is measured in another unit than seconds of user CPU."""


def costed(key: str, what: str, of: Cost, pages: int, observations: int, note: str = "") -> Row:
    """The row of a process."""
    return Row(key, what, pages, observations, of.cpu, of.wall, of.peak, note)


MARKS = ("<!-- bench -->", "<!-- /bench -->")
"""Between them the last table stands in CONTRIBUTING.md."""
COLUMNS = ("what", "pages", "observations", "user CPU s", "wall s", "peak MB", "note")


def table(rows: Iterable[Row], times: int) -> str:
    """All rows as a Markdown table."""
    lines = [f"{machine()}; medians of {times}", "", f"| {' | '.join(COLUMNS)} |", "|---|--:|--:|--:|--:|--:|---|"]
    lines += [f"| {' | '.join(_cells(row))} |" for row in rows]
    return "\n".join(lines) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    sizes = (f"{size:,}" if size is not None else "" for size in (row.pages, row.observations))
    seconds = (f"{value:.2f}" if value is not None else "" for value in (row.cpu, row.wall))
    return (row.what, *sizes, *seconds, f"{row.peak:,.0f}" if row.peak is not None else "", row.note)


def record(found: str, file: Path) -> None:
    """Put a table between the marks in a document, in place of the last one."""
    before, _, rest = file.read_text(encoding="utf-8").partition(MARKS[0])
    file.write_text(f"{before}{MARKS[0]}\n{found}{MARKS[1]}{rest.partition(MARKS[1])[2]}", encoding="utf-8")


def write(rows: list[Row], times: int, folder: Path) -> None:
    """Write ``bench.md`` and ``bench.json`` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bench.md").write_text(table(rows, times), encoding="utf-8")
    found = {"machine": machine(), "times": times, "rows": [asdict(row) for row in rows]}
    (folder / "bench.json").write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
