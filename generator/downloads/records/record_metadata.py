"""What a record's download is about, for machines: ``metadata.json`` of each indicator, task, unit and town."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from generator.downloads.output import OutputFile
from generator.downloads.records.assignment_tables import Duties, folder_of
from generator.downloads.tabular import to_description
from generator.ledger.load import CheckedLedger
from generator.ledger.reading.rows import Row, digest_of
from generator.pages.components.citation import cite
from generator.support.cache_store import digest, program

DOCUMENT = ("id", "title", "issuer", "doc_number", "published_on", "signed_on", "url")
DAYS = ("published_on", "signed_on", "drafted_on")
INDICATOR = ("id", "name", "nature", "measure", "unit", "direction", "definition", "note", "replaced_by")
TASK = ("id", "title", "summary", "kind", "lead_mode", "start_year", "due_year", "replaced_by")
ORGANIZATION = ("id", "name", "full_name", "aliases", "kind", "note")
FILES = {"csv": "data.csv", "json": "data.json", "page": "./"}


class About:
    """Makes the descriptions of one ledger's records; each table is gone through once."""

    def __init__(self, checked: CheckedLedger, duties: Duties) -> None:
        rows = checked.tables.rows
        self._site, self._duties = checked.site, duties
        self._indicators = rows["indicators"]
        self._known = {name: {row["id"]: row for row in rows[name]} for name in ("documents", "plans", "sections")}
        self._documents_of: dict[str, dict[str, None]] = {}
        for name in ("targets", "observations"):
            for row in rows[name]:
                self._documents_of.setdefault(row["indicator"], {})[row["document"]] = None
        self._indicators_of: dict[str, list[str]] = {}
        for row in self._indicators:
            self._indicators_of.setdefault(row["task"], []).append(row["id"])
        self._head = digest(program(), repr(checked.site))

    def outputs(self) -> list[OutputFile]:
        """One file for each indicator, task and organisation."""
        return [*map(self._indicator, self._indicators), *self._tasks(), *self._units()]

    def _indicator(self, row: Row) -> OutputFile:
        documents = self._documents(self._documents_of.get(row["id"], ()))
        place = self._place(row)
        task = {"task": row["task"]} if row["task"] else {}
        return self._output(f"indicators/{row['id']}/", row, INDICATOR, row["name"], place, documents, task)

    def _tasks(self) -> Iterable[OutputFile]:
        for id_, row in self._duties.tasks.items():
            documents = self._documents([row["document"]])
            indicators = {"indicators": self._indicators_of.get(id_, [])}
            yield self._output(f"tasks/{id_}/", row, TASK, row["title"], self._place(row), documents, indicators)

    def _units(self) -> Iterable[OutputFile]:
        for id_, row in self._duties.organizations.items():
            tasks = (self._duties.tasks[duty["task"]] for duty in self._duties.of_organization(id_))
            documents = self._documents(dict.fromkeys(task["document"] for task in tasks))
            yield self._output(folder_of(row), row, ORGANIZATION, row["name"], [], documents, {})

    def _documents(self, ids: Iterable[str]) -> list[Row]:
        return [self._known["documents"][id_] for id_ in ids]

    def _place(self, row: Row) -> list[Row]:
        """The plan of a record and the headings above it, the highest first."""
        found: list[Row] = []
        section = row["section"]
        while section:
            found.insert(0, self._known["sections"][section])
            section = found[0]["parent"]
        return [self._known["plans"][row["plan"]], *found]

    def _output(
        self,
        folder: str,
        row: Row,
        columns: tuple[str, ...],
        title: str,
        place: list[Row],
        documents: list[Row],
        links: Mapping[str, object],
    ) -> OutputFile:
        key = digest(self._head, folder, json.dumps(dict(links)), digest_of([row, *place, *documents]))
        make = partial(self._content, folder, row, columns, title, place, documents, links)
        return OutputFile(f"{folder}metadata.json", key, make)

    def _content(
        self,
        folder: str,
        row: Row,
        columns: tuple[str, ...],
        title: str,
        place: list[Row],
        documents: list[Row],
        links: Mapping[str, object],
    ) -> bytes:
        site, updated = self._site, max(map(day_of, documents), default="")
        about: dict[str, Any] = {name: row[name] for name in columns if row[name]}
        if place:
            about["plan"] = {"id": place[0]["id"], "title": place[0]["title"]}
            about["section"] = [{"id": s["id"], "title": s["number"] + s["title"]} for s in place[1:]]
        about |= dict(links)
        about["sources"] = [{name: d[name] for name in DOCUMENT if d[name]} for d in documents]
        about["updated"] = updated or None
        about["version"] = site.version
        licence = site.licence
        about["licence"] = {"name": licence.name, "title": licence.title, "path": licence.path}
        about["attribution"] = licence.attribution
        about["citation"] = cite(site, title, folder, updated)._asdict()
        about["files"] = FILES
        return to_description(about)


def day_of(document: Row) -> str:
    """The day by which a document comes before or after another; empty when it gives none."""
    return next((document[name] for name in DAYS if document[name]), "")
