"""The table of all figures, as Markdown and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.measure import PAUSE_FACTOR, SHORTEST_PAUSE, Cost, machine


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    key: str
    """Its name for the limits."""
    what: str
    """What was measured."""
    size: tuple[int, int] | None = None
    """Pages and observations."""
    cpu: float | None = None
    wall: float | None = None
    memory: float | None = None
    note: str = ""
    value: float | None = None
    """What is measured in another unit than these."""


def cost_row(key: str, what: str, size: tuple[int, int], cost: Cost, note: str = "") -> Row:
    """The row of a command."""
    return Row(key, what, size, cost.cpu, cost.wall, cost.memory, note)


MARKS = ("<!-- bench -->", "<!-- /bench -->")
"""Between these the recorded table stands."""
COLUMNS = ("what", "pages", "observations", "user CPU s", "wall s", "memory MB", "note")
MEMORY = (
    f"Memory: PSS, summed over all processes of a command; looked at every {SHORTEST_PAUSE} s, or less often, so that "
    f"looking takes at most 1/{PAUSE_FACTOR} of one core."
)


def table(rows: Iterable[Row], times: int) -> str:
    """All rows as a Markdown table."""
    lines = [
        f"{machine()}; medians of {times}. {MEMORY}",
        "",
        f"| {' | '.join(COLUMNS)} |",
        "|---|--:|--:|--:|--:|--:|---|",
    ]
    lines += [f"| {' | '.join(_cells(row))} |" for row in rows]
    return "\n".join(lines) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    pages, observations = (f"{size:,}" for size in row.size) if row.size else ("", "")
    seconds = (f"{value:.2f}" if value is not None else "" for value in (row.cpu, row.wall))
    memory = f"{row.memory:,.0f}" if row.memory is not None else ""
    return (row.what, pages, observations, *seconds, memory, row.note)


def record(text: str, file: Path) -> None:
    """Put a table between the marks in a document, in place of the last one."""
    before, _, rest = file.read_text(encoding="utf-8").partition(MARKS[0])
    file.write_text(f"{before}{MARKS[0]}\n{text}{MARKS[1]}{rest.partition(MARKS[1])[2]}", encoding="utf-8")


def write(rows: list[Row], times: int, folder: Path) -> None:
    """Write ``bench.md`` and ``bench.json`` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bench.md").write_text(table(rows, times), encoding="utf-8")
    content = {"machine": machine(), "times": times, "rows": [asdict(row) for row in rows]}
    (folder / "bench.json").write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
