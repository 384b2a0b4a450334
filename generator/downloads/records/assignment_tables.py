"""Who is to do what, as downloads of their own: ``data.csv`` and ``data.json`` of each task, unit and town."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

from generator.analysis.ledger_index import unit_path
from generator.downloads.output import OutputFile
from generator.downloads.tabular import Cells, Columns, to_csv, to_json
from generator.ledger.load import CheckedLedger
from generator.ledger.reading.rows import Row, digest_of
from generator.support.cache_store import digest, program

DUTIES = (
    "task",
    "title",
    "plan",
    "section",
    "role",
    "organization",
    "name",
    "printed_name",
    "scope",
    "due_year",
    "document",
    "locator",
    "passage",
    "fingerprint",
)
"""Columns: a task's, the unit's part in it, and where that stands.

``organization`` is whom the document names: on the download of a unit it is a collective where the unit is meant as a
member of it.
"""
TYPES: Columns = tuple((column, "integer" if column == "due_year" else "string") for column in DUTIES)
OF_TASK = ("plan", "section", "title", "due_year", "document", "locator", "passage", "fingerprint")


class Duties:
    """The assignments of a ledger by task and by organisation; each table is gone through once."""

    def __init__(self, checked: CheckedLedger) -> None:
        rows = checked.tables.rows
        self.tasks = {row["id"]: row for row in rows["tasks"]}
        self.organizations = {row["id"]: row for row in rows["organizations"]}
        self._by_task = _grouped(rows["assignments"], "task")
        self._by_organization = _grouped(rows["assignments"], "organization")
        self._collectives = _grouped(rows["memberships"], "member")

    def of_task(self, task: str) -> list[Row]:
        """Assignments of a task in the order of the ledger."""
        return self._by_task.get(task, [])

    def of_organization(self, organization: str) -> list[Row]:
        """Assignments of an organisation, then those of the collectives that it belongs to."""
        through = [row["collective"] for row in self._collectives.get(organization, ())]
        return [row for id_ in (organization, *dict.fromkeys(through)) for row in self._by_organization.get(id_, ())]

    def key(self, rows: list[Row]) -> bytes:
        """A digest of all rows that a download of these assignments is made of."""
        tasks = (self.tasks[row["task"]] for row in rows)
        units = (self.organizations[row["organization"]] for row in rows)
        return digest_of([*rows, *tasks, *units])

    def cells(self, rows: list[Row]) -> Iterator[Cells]:
        """The download's rows."""
        for row in rows:
            task = self.tasks[row["task"]]
            own = {name: task[name] for name in OF_TASK}
            own |= {name: row[name] for name in ("task", "role", "organization", "printed_name", "scope")}
            own["name"] = self.organizations[row["organization"]]["name"]
            yield tuple(own[column] for column in DUTIES)


def folder_of(organization: Row) -> str:
    """The folder of an organisation's page."""
    return unit_path(organization["id"], organization["kind"])


def duty_outputs(duties: Duties) -> list[OutputFile]:
    """Both files of every task and organisation."""
    head = digest(program(), *DUTIES)

    @lru_cache(maxsize=1)  # the two files of one are made one after the other
    def cells(folder: str) -> list[Cells]:
        return list(duties.cells(found[folder]))

    def as_csv(folder: str) -> bytes:
        return to_csv(DUTIES, cells(folder))

    def as_json(folder: str) -> bytes:
        return to_json(TYPES, cells(folder))

    found = {f"tasks/{id_}/": duties.of_task(id_) for id_ in duties.tasks}
    found |= {folder_of(row): duties.of_organization(id_) for id_, row in duties.organizations.items()}
    outputs = []
    for folder, rows in found.items():
        key = digest(head, folder, duties.key(rows))
        outputs.append(OutputFile(f"{folder}data.csv", key, partial(as_csv, folder)))
        outputs.append(OutputFile(f"{folder}data.json", key, partial(as_json, folder)))
    return outputs


def _grouped(rows: list[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[column], []).append(row)
    return found
