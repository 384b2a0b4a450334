"""New rows become the files of a ledger in the style of the house: who is responsible, steps, targets and sources
stand at their record, and what a file gives by itself (plan, document, position) is not written again."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import Final

from generator.language.office import record_words
from generator.ledger.contract import SOURCE, Contract
from generator.ledger.editing.record_text import block
from generator.ledger.enums import OrganizationKind
from generator.ledger.reading.record_readers import DISCLOSED
from generator.ledger.reading.rows import Tables
from generator.office.new_doubts import with_doubts
from generator.office.new_rows import (
    Cells,
    NewLedger,
    NewRow,
    NewRows,
    Value,
    assignments,
    columns_of,
    filled,
    marked,
    record_lines,
    source_of,
    with_comments,
)
from generator.office.record_ids import propose_id

EXCLUSIONS: Final = "exclusions"
DEPARTMENTS: Final = frozenset((OrganizationKind.DEPARTMENT, OrganizationKind.PARTY))
TOWNS: Final = frozenset(
    (OrganizationKind.TOWN, OrganizationKind.TOWNSHIP, OrganizationKind.SUBDISTRICT, OrganizationKind.COUNTY)
)


def new_files(rows: NewRows, contract: Contract, known: Tables | None = None) -> dict[str, tuple[str, ...]]:
    """The files of new rows.

    Args:
        rows: the new rows; every name of a unit must be a name, full name or alias of one.
        contract: says the columns of each table.
        known: the rows that the ledger has already.

    Returns:
        The name of each file below data/, and the texts of its records. A file of disclosures has one text.

    Raises:
        ValueError: a text has several lines.
    """
    rows = with_doubts(rows)
    by_id: dict[str, dict[str, Cells]] = defaultdict(dict)
    for table, old in (known.rows if known else {}).items():
        by_id[table] = {row["id"]: row.cells for row in old if row["id"]}
    for table, new in rows.items():
        by_id[table] |= {row.cells["id"]: row.cells for row in new if row.cells.get("id")}
    ledger = NewLedger(rows, contract, by_id)
    files: dict[str, list[str]] = defaultdict(list)
    for table in ("documents", "plans"):
        for row in ledger.rows.get(table, ()):
            files[f"{table}.yml"].append(record_lines(ledger, table, row, {}, [row]))
    for row in ledger.rows.get("organizations", ()):
        files[f"organizations/{_file_of_unit(row.cells['kind'])}.yml"].append(_unit(ledger, row))
    for row in ledger.rows.get("sections", ()):
        if not row.cells.get("parent"):
            files[f"sections/{row.cells['plan']}.yml"].append(_section(ledger, row, ""))
    for name, text in chain(_tasks(ledger), _indicators(ledger), _projects(ledger)):
        files[name].append(text)
    files |= _disclosures(ledger)
    for row in ledger.rows.get(EXCLUSIONS, ()):
        cells = {column: text for column, text in row.cells.items() if column != "document"}
        files[f"{EXCLUSIONS}/{row.cells['document']}.yml"].append(with_comments([row], block(marked(cells, [row]))))
    return {name: tuple(texts) for name, texts in files.items()}


def _file_of_unit(kind: str) -> str:
    return "departments" if kind in DEPARTMENTS else "towns" if kind in TOWNS else "others"


def _unit(ledger: NewLedger, row: NewRow) -> str:
    members = ledger.those("memberships", "collective", row.cells["id"])
    successors = ledger.those("successions", "organization", row.cells["id"])
    nested: dict[str, Value] = {
        "members": [{"member": ledger.unit(m.cells["member"]), "source": source_of(m, "")} for m in members],
        "successors": [
            {k: ledger.unit(v) if k == "successor" else v for k, v in s.cells.items() if k != "organization"}
            for s in successors
        ],
    }
    return record_lines(ledger, "organizations", row, nested, [row, *members, *successors])


def _section(ledger: NewLedger, row: NewRow, indent: str) -> str:
    """A heading with those below it."""
    cells = {column: row.cells.get(column, "") for column in ("id", "number", "title")}
    text = with_comments([row], block(marked(cells, [row]), indent), indent)
    below = ledger.those("sections", "parent", row.cells["id"])
    if not below:
        return text
    return f"{text}{indent}  sections:\n" + "".join(_section(ledger, child, f"{indent}    ") for child in below)


def _area(ledger: NewLedger, plan: str, section: str) -> str:
    """The name of the file for the records of a section: number and title of the highest heading above it."""
    while parent := ledger.cell("sections", section, "parent"):
        section = parent
    cells = ledger.by_id["sections"].values()
    highest = [c["id"] for c in cells if c.get("plan") == plan and not c.get("parent")]
    number = highest.index(section) + 1 if section in highest else 0
    return f"{number:02}-{propose_id(ledger.cell('sections', section, 'title') or section, ())}"


def _tasks(ledger: NewLedger) -> list[tuple[str, str]]:
    found = []
    for row in ledger.rows.get("tasks", ()):
        plan, id_ = row.cells["plan"], row.cells["id"]
        named, who = assignments(ledger, "assignments", "task", id_)
        steps = ledger.those("milestones", "task", id_)
        places = ledger.those("task_places", "record", id_)
        continued = ledger.those("continuations", "task", id_)
        nested: dict[str, Value] = {
            "milestones": [milestone_of(step, row) for step in steps],
            "places": [ledger.unit(place.cells["organization"]) for place in places],
            "continues": [{"task": c.cells["continues"], "reason": c.cells["reason"]} for c in continued],
        }
        parts = [row, *who, *steps, *places, *continued]
        text = record_lines(ledger, "tasks", row, {**named, **nested}, parts, plan=plan, hidden=("plan", "position"))
        found.append((f"tasks/{plan}/{_area(ledger, plan, row.cells['section'])}.yml", text))
    return found


def milestone_of(step: NewRow, task: NewRow) -> dict[str, Value]:
    """A step; its source only where it is another one than its task's."""
    cells = {c: step.cells.get(c, "") for c in ("id", "due", "text", "state")}
    same = all(step.cells.get(c, "") == task.cells.get(c, "") for c in SOURCE)
    return filled({**cells, "source": {} if same else source_of(step, task.cells.get("document", ""))})


def _indicators(ledger: NewLedger) -> list[tuple[str, str]]:
    found = []
    for row in ledger.rows.get("indicators", ()):
        plan, id_ = row.cells["plan"], row.cells["id"]
        named, who = assignments(ledger, "indicator_assignments", "indicator", id_)
        target = ledger.plan_targets.get(id_)
        relations = ledger.those("relations", "indicator", id_)
        nested: dict[str, Value] = {
            "target": columns_of(ledger, "targets", target, plan=plan, hidden=("indicator",)) if target else None,
            "relations": [{k: v for k, v in r.cells.items() if k != "indicator"} for r in relations],
        }
        same = row.cells.get("task") and ledger.cell("tasks", row.cells["task"], "section") == row.cells["section"]
        hidden = ("plan", "position", *(("section",) if same else ()))
        parts = [row, *who, *([target] if target else ()), *relations]
        text = record_lines(ledger, "indicators", row, {**named, **nested}, parts, plan=plan, hidden=hidden)
        found.append((f"indicators/{plan}/{_area(ledger, plan, row.cells['section'])}.yml", text))
    return found


def _projects(ledger: NewLedger) -> list[tuple[str, str]]:
    found = []
    for row in ledger.rows.get("projects", ()):
        plan = row.cells["plan"]
        places = ledger.those("project_places", "record", row.cells["id"])
        nested: dict[str, Value] = {"places": [ledger.unit(place.cells["organization"]) for place in places]}
        text = record_lines(ledger, "projects", row, nested, [row, *places], plan=plan, hidden=("plan",))
        found.append((f"projects/{plan}/01-{propose_id(record_words.PROJECTS, ())}.yml", text))
    return found


def _disclosures(ledger: NewLedger) -> dict[str, list[str]]:
    """What each document disclosed, in one text for each file."""
    files: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for table in DISCLOSED:
        for row in ledger.rows.get(table, ()):
            if row is not ledger.plan_targets.get(row.cells.get("indicator", "")):
                document = row.cells["document"]
                files[document][table].append(_disclosed(ledger, table, row, document))
    return {
        f"disclosures/{document}.yml": ["\n".join(f"{t}:\n{''.join(texts)}" for t, texts in tables.items())]
        for document, tables in files.items()
    }


def _disclosed(ledger: NewLedger, table: str, row: NewRow, document: str) -> str:
    nested: dict[str, Value] = {}
    parts = [row]
    if table == "reports":
        tasks, indicators, places = (
            ledger.those(f"report_{of}", "record" if of == "places" else "report", row.cells["id"])
            for of in ("tasks", "indicators", "places")
        )
        nested["tasks"] = [task.cells["task"] for task in tasks]
        nested["indicators"] = [
            filled({"indicator": i.cells["indicator"], "verdict": i.cells["verdict"]})
            if i.cells.get("verdict")
            else i.cells["indicator"]
            for i in indicators
        ]
        nested["places"] = [ledger.unit(place.cells["organization"]) for place in places]
        parts += [*tasks, *indicators, *places]
    return record_lines(ledger, table, row, nested, parts, document=document, indent="  ")
