"""Rules about evidence that need no text: passages are well-formed, apart from each other, and inside their task."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.contract import SOURCE
from generator.rules.common import by_id
from generator.source import Finding
from generator.tables import Row, Tables
from generator.text import span


def _span(row: Row) -> tuple[int, int] | None:
    try:
        return span(row["passage"])
    except ValueError:
        return None


def pairs(tables: Tables) -> Iterator[Finding]:
    """Passage and fingerprint come together, and the passage is not empty."""
    for rows in tables.rows.values():
        for row in rows:
            if not any(column in row.cells for column in SOURCE[1:]) or row.broken:
                continue
            if bool(row["passage"]) != bool(row["fingerprint"]):
                yield Finding("passage-pair", row.at("passage" if row["passage"] else "fingerprint"))
            start, dash, end = row["passage"].partition("-")
            if dash and start.isdigit() and end.isdigit() and int(start) >= int(end):
                yield Finding("passage-order", row.at("passage"), {"value": row["passage"]})


def inside_task(tables: Tables) -> Iterator[Finding]:
    """A target's passage lies inside the passage of its indicator's task, when both are in one document."""
    indicators, tasks = by_id(tables, "indicators"), by_id(tables, "tasks")
    for row in tables.rows["targets"]:
        indicator = indicators.get(row["indicator"])
        task = tasks.get(indicator["task"]) if indicator else None
        if task is None or task["document"] != row["document"]:
            continue
        inner, outer = _span(row), _span(task)
        if inner and outer and not outer[0] <= inner[0] < inner[1] <= outer[1]:
            values = {"value": row["passage"], "task": task["id"], "outer": task["passage"]}
            yield Finding("passage-outside", row.at("passage"), values)


def apart(tables: Tables) -> Iterator[Finding]:
    """Passages of tasks do not overlap: each task is its own clause."""
    spans: dict[str, list[tuple[int, int, Row]]] = {}
    for row in tables.rows["tasks"]:
        if own := _span(row):
            spans.setdefault(row["document"], []).append((*own, row))
    for found in spans.values():
        found.sort(key=lambda s: s[:2])
        for (_, end, before), (start, _, row) in pairwise(found):
            if start < end:
                values = {"value": row["passage"], "task": before["id"], "other": before["passage"]}
                yield Finding("passage-overlap", row.at("passage"), values)
