"""Who is to do what, as downloads of their own: ``data.csv`` and ``data.json`` of each task, unit and town."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.analysis.ledger_index import unit_path
from generator.downloads.dataset import Dataset
from generator.downloads.formats.json import Columns, to_json
from generator.downloads.output import Cells, OutputFile
from generator.ledger.reading.rows import Row
from generator.support.csv_text import to_csv

COLUMNS = (
    "task",
    "title",
    "plan",
    "section",
    "role",
    "organization",
    "name",
    "printed_name",
    "printed_role",
    "post",
    "scope",
    "due",
    "due_text",
    "recurrence",
    "document",
    "locator",
    "passage",
    "fingerprint",
)
"""A task's columns, the unit's part in it, and where that stands.

``organization`` is whom the document names: on the download of a unit it is a collective where the unit is meant as a
member of it.
"""
TYPES: Columns = tuple((column, "string") for column in COLUMNS)


def assignment_outputs(dataset: Dataset) -> Iterator[OutputFile]:
    """Both files of every task and organisation."""
    for task in dataset.by_id("tasks"):
        yield from _files(dataset, f"tasks/{task}/", assignments_of_task(dataset, task))
    for organization in dataset.rows("organizations"):
        yield from _files(dataset, folder_of(organization), assignments_of_unit(dataset, organization["id"]))


def assignments_of_task(dataset: Dataset, task: str) -> list[Row]:
    """Assignments of a task in the order of the ledger."""
    return dataset.grouped("assignments", "task").get(task, [])


def assignments_of_unit(dataset: Dataset, organization: str) -> list[Row]:
    """Assignments of an organisation, then those of the collectives that it belongs to."""
    memberships = dataset.grouped("memberships", "member").get(organization, ())
    assignments = dataset.grouped("assignments", "organization")
    ids = (organization, *dict.fromkeys(row["collective"] for row in memberships))
    return [row for id_ in ids for row in assignments.get(id_, ())]


def folder_of(organization: Row) -> str:
    """The folder of an organisation's page."""
    return unit_path(organization["id"], organization["kind"])


def _files(dataset: Dataset, folder: str, assignments: list[Row]) -> Iterator[OutputFile]:
    yield OutputFile(f"{folder}data.csv", partial(_csv, dataset, assignments))
    yield OutputFile(f"{folder}data.json", partial(_json, dataset, assignments))


def _csv(dataset: Dataset, assignments: list[Row]) -> bytes:
    return to_csv(COLUMNS, _cells(dataset, assignments), with_mark=True)


def _json(dataset: Dataset, assignments: list[Row]) -> bytes:
    return to_json(TYPES, _cells(dataset, assignments))


def _cells(dataset: Dataset, assignments: Iterable[Row]) -> Iterator[Cells]:
    tasks, organizations = dataset.by_id("tasks"), dataset.by_id("organizations")
    for row in assignments:
        name = {"name": organizations[row["organization"]]["name"]}
        cells = tasks[row["task"]].cells | row.cells | name
        yield tuple(cells.get(column, "") for column in COLUMNS)
