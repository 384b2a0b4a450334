"""What a record's download is about, for machines: ``metadata.json`` of each indicator, task, unit and town.

A column of the contract that is not listed here is put behind the listed ones: a new column is described by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from generator.analysis.record_dates import record_dates
from generator.downloads.columns import further_columns
from generator.downloads.dataset import Dataset
from generator.downloads.formats.json import to_description
from generator.downloads.output import OutputFile
from generator.downloads.records.assignment_tables import assignments_of_unit, folder_of
from generator.ledger.reading.rows import Row
from generator.pages.components.citation import cite

DOCUMENT = ("id", "title", "issuer", "doc_number", "published_on", "signed_on", "url")
COLUMNS = {
    "indicators": ("id", "name", "nature", "measure", "unit", "direction", "definition", "note", "replaced_by"),
    "tasks": ("id", "title", "summary", "kind", "lead_mode", "start_year", "due", "replaced_by"),
    "organizations": ("id", "name", "full_name", "aliases", "kind", "note"),
}
"""Table → the columns that the description of a record repeats."""
FILES = {"csv": "data.csv", "json": "data.json", "page": "./"}


@dataclass(frozen=True, slots=True)
class RecordMetadata:
    """A record, and what belongs to its description."""

    table: str
    row: Row
    folder: str
    """Of its page and its downloads."""
    title: str
    documents: Collection[str]
    """Ids of the documents that its data comes from."""
    links: Mapping[str, object] = field(default_factory=dict)
    """Ids of other records."""


def metadata_outputs(dataset: Dataset) -> Iterator[OutputFile]:
    """One file for each indicator, task and organisation."""
    for record in (*_indicators(dataset), *_tasks(dataset), *_units(dataset)):
        yield OutputFile(f"{record.folder}metadata.json", partial(_content, dataset, record))


def _indicators(dataset: Dataset) -> Iterator[RecordMetadata]:
    targets, observations = dataset.grouped("targets", "indicator"), dataset.grouped("observations", "indicator")
    for row in dataset.rows("indicators"):
        id_ = row["id"]
        documents = dict.fromkeys(r["document"] for table in (targets, observations) for r in table.get(id_, ()))
        task = {"task": row["task"]} if row["task"] else {}
        yield RecordMetadata("indicators", row, f"indicators/{id_}/", row["name"], documents, task)


def _tasks(dataset: Dataset) -> Iterator[RecordMetadata]:
    indicators = dataset.grouped("indicators", "task")
    for row in dataset.rows("tasks"):
        links = {"indicators": [indicator["id"] for indicator in indicators.get(row["id"], ())]}
        yield RecordMetadata("tasks", row, f"tasks/{row['id']}/", row["title"], [row["document"]], links)


def _units(dataset: Dataset) -> Iterator[RecordMetadata]:
    tasks = dataset.by_id("tasks")
    for row in dataset.rows("organizations"):
        assignments = assignments_of_unit(dataset, row["id"])
        documents = dict.fromkeys(tasks[assignment["task"]]["document"] for assignment in assignments)
        yield RecordMetadata("organizations", row, folder_of(row), row["name"], documents)


def _content(dataset: Dataset, record: RecordMetadata) -> bytes:
    site, row = dataset.site, record.row
    documents = [dataset.by_id("documents")[id_] for id_ in record.documents]
    dates = record_dates(dataset.index, record.table, row["id"], record.documents)
    spec = dataset.contract.tables[record.table]
    columns = (*COLUMNS[record.table], *(column.name for column in further_columns(spec)))
    metadata: dict[str, Any] = {name: row[name] for name in columns if row[name]}
    if row["plan"]:
        plan = dataset.by_id("plans")[row["plan"]]
        metadata["plan"] = {"id": plan["id"], "title": plan["title"]}
        sections = _sections(dataset, row["section"])
        metadata["section"] = [{"id": s["id"], "title": s["number"] + s["title"]} for s in sections]
    metadata |= record.links
    metadata["sources"] = [{name: document[name] for name in DOCUMENT if document[name]} for document in documents]
    metadata["updated"] = dates.modified or None
    metadata["updated_from"] = "commit" if dates.changed else "document"
    metadata["document_date"] = dates.document or None
    metadata["version"] = site.version
    metadata["licence"] = {"name": site.licence.name, "title": site.licence.title, "path": site.licence.path}
    metadata["attribution"] = site.licence.attribution
    metadata["citation"] = cite(site, record.title, record.folder, dates)._asdict()
    metadata["files"] = FILES
    return to_description(metadata)


def _sections(dataset: Dataset, section: str) -> list[Row]:
    """A heading and those above it, the highest first."""
    sections: list[Row] = []
    while section:
        sections.insert(0, dataset.by_id("sections")[section])
        section = sections[0]["parent"]
    return sections
