"""A small ledger of one printed document: its tasks are the clauses that a test names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.language.official_text import fingerprint, lay_out, normalise
from tests.helpers.ledger import tables_of, write
from tests.helpers.verify import Sample

DOCUMENT = "notice"
Task = dict[str, Any]
"""A task as data/ has it, without what all of them share; ``span`` is its passage."""


def printed_ledger(folder: Path, raw: str, tasks: list[Task], years: tuple[int, int], assigns: str = "") -> Sample:
    """The ledger of a document, read from files.

    Args:
        folder: where the files are written.
        raw: the document as it was published.
        tasks: its tasks, in order.
        years: the years of its plan.
        assigns: how it assigns.
    """
    text = normalise(raw)
    kind = "五年规划" if years[0] < years[1] else "重点工作"
    document = {"id": DOCUMENT, "title": "文件", "issuer": "政府", "validity": "未标注"}
    plan = {"id": "plan", "title": "计划", "kind": kind, "document": DOCUMENT}
    plan |= {"start_year": str(years[0]), "end_year": str(years[1])}
    names = dict.fromkeys(named(item) for task in tasks for item in (*task.get("lead", ()), *others(task)))
    units = [{"id": f"unit-{n}", "name": name, "kind": "政府部门"} for n, name in enumerate(names)]
    files: dict[str, object] = {
        "site.yml": {},
        "documents.yml": [document | ({"assigns": assigns} if assigns else {})],
        "plans.yml": [plan],
        "organizations/departments.yml": units,
        "sections/plan.yml": [{"id": "s1", "title": "任务"}],
        "tasks/plan/01.yml": [_record(number, task, text) for number, task in enumerate(tasks)],
    }
    written = {name: json.dumps(records, ensure_ascii=False, indent=1) for name, records in files.items()}
    tables = tables_of(write(folder, written))
    assert [str(finding) for finding in tables.findings if "site" not in finding.mark.file] == []
    return Sample(tables, {DOCUMENT: text}, {DOCUMENT: lay_out(raw)})


def others(task: Task) -> list[Any]:
    """The units of a task that do not lead."""
    return [item for key in ("support", "participate", "guide", "assess") for item in task.get(key, ())]


def named(item: str | dict[str, str]) -> str:
    """The name in a list of names."""
    return item if isinstance(item, str) else item["name"]


def _record(number: int, task: Task, text: str) -> dict[str, Any]:
    start, end = task["span"]
    shared = {"id": f"task-{number}", "section": "s1", "title_source": "自拟", "summary": "概括", "kind": "重点任务"}
    source = {"locator": str(number), "passage": f"{start}-{end}", "fingerprint": fingerprint(text[start:end])}
    return shared | {key: value for key, value in task.items() if key != "span"} | {"source": source}
