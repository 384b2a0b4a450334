"""Rules about evidence that need no text: passages are well-formed, apart from each other, and inside their task."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.official_text import PASSAGE
from generator.ledger.enums import ExclusionReason
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables


def pairs(tables: Tables) -> Iterator[Finding]:
    """Passage and fingerprint come together, and the passage is not empty."""
    for row in (row for rows in tables.rows.values() for row in rows):
        passage, fingerprint = row["passage"], row["fingerprint"]
        if row.broken or not (passage or fingerprint):
            continue
        if not (passage and fingerprint):
            yield Finding("passage-pair", row.at("passage" if passage else "fingerprint"))
        match = PASSAGE.fullmatch(passage)
        if match and int(match[1]) >= int(match[2]):
            yield Finding("passage-order", row.at("passage"), {"value": passage})


def inside_task(tables: Tables) -> Iterator[Finding]:
    """A target's passage lies inside the passage of its indicator's task, when both are in one document."""
    indicators, tasks = tables.by_id("indicators"), tables.by_id("tasks")
    for row in tables.rows["targets"]:
        indicator = indicators.get(row["indicator"])
        task = tasks.get(indicator["task"]) if indicator else None
        if task is None or task["document"] != row["document"]:
            continue
        inner, outer = row.passage, task.passage
        if inner and outer and not outer[0] <= inner[0] < inner[1] <= outer[1]:
            values = {"value": row["passage"], "task": task["id"], "outer": task["passage"]}
            yield Finding("passage-outside", row.at("passage"), values)


def apart(tables: Tables) -> Iterator[Finding]:
    """Passages of tasks do not overlap: each task is its own clause."""
    spans: dict[str, list[tuple[int, int, Row]]] = {}
    for row in tables.rows["tasks"]:
        if row["document"] and (passage := row.passage):
            spans.setdefault(row["document"], []).append((*passage, row))
    for passages in spans.values():
        passages.sort(key=lambda s: s[:2])
        end, before = 0, passages[0][2]
        for start, own_end, row in passages:
            if start < end and before["id"] != row["id"]:  # a record twice is told as such
                values = {"value": row["passage"], "task": before["id"], "other": before["passage"]}
                yield Finding("passage-overlap", row.at("passage"), values)
            if own_end > end:
                end, before = own_end, row


def exclusions(tables: Tables) -> Iterator[Finding]:
    """An excluded number is given with its passage, its fingerprint, and one of the allowed reasons.

    What is left out on purpose may be a clause, which has no number.
    """
    for exclusion in tables.exclusions:
        row = exclusion.row
        if row.broken:
            continue
        for key in ("number", "passage", "fingerprint", "reason"):
            if not row[key] and not (key == "number" and row["reason"] == ExclusionReason.NOT_KEPT):
                yield Finding("exclusion-missing", row.mark, {"key": key})
        if row["passage"] and row.passage is None:
            yield Finding("exclusion-passage", row.at("passage"), {"value": row["passage"]})
        if row["reason"] and row["reason"] not in tuple(ExclusionReason):
            values = {"value": row["reason"], "allowed": "、".join(ExclusionReason)}
            yield Finding("exclusion-reason", row.at("reason"), values)


RULES = (pairs, inside_task, apart, exclusions)
