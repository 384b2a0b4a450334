"""New rows of tables, and their parts in the style of the house: names of units, source, comments, mark of a draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.ledger.contract import SOURCE, Contract
from generator.ledger.editing.record_text import fields, flow
from generator.ledger.enums import Role
from generator.ledger.hidden_characters import without_hidden
from generator.ledger.reading.nested_readers import ROLES

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row of a table of the contract that is to be written: a record, or a part of one.

    Position, and the ids of targets, observations and milestones, may be left out: reading fills them in.
    """

    cells: Cells
    comments: tuple[str, ...] = ()
    """Lines that are to stand above its record, such as doubts."""
    draft: bool = False
    """Whether a person has to confirm its record."""


NewRows = Mapping[str, Sequence[NewRow]]
"""Table → its new rows, in order. Exclusions are one more table, with a column for the document."""


LONGEST_LINE: Final = 110
"""Characters of a line that a list of names may fill."""
NAMED_UNITS: Final = ("organization", "owner", "reported_by")
"""Columns of records that are written as the name of a unit."""
Value = object


@dataclass(frozen=True)
class NewLedger:
    """What is looked up: the new rows, and those that the ledger has."""

    rows: NewRows
    contract: Contract
    by_id: Mapping[str, Mapping[str, Cells]]
    """Table → id → cells, of old and new rows."""

    def cell(self, table: str, id_: str, column: str) -> str:
        """A cell of a record; empty where there is none."""
        return self.by_id[table].get(id_, {}).get(column, "") if table in self.by_id else ""

    def unit(self, id_: str) -> str:
        """The name of a unit."""
        return self.cell("organizations", id_, "name") or id_

    def those(self, table: str, column: str, id_: str) -> list[NewRow]:
        """The new rows of a table that belong to a record."""
        if (table, column) not in self._groups:
            groups: dict[str, list[NewRow]] = defaultdict(list)
            for row in self.rows.get(table, ()):
                groups[row.cells.get(column, "")].append(row)
            self._groups[table, column] = groups
        return self._groups[table, column].get(id_, [])

    @cached_property
    def _groups(self) -> dict[tuple[str, str], dict[str, list[NewRow]]]:
        return {}

    @cached_property
    def plan_targets(self) -> dict[str, NewRow]:
        """Indicator → the first target that the document of its plan sets for the whole place."""
        found: dict[str, NewRow] = {}
        for row in self.rows.get("targets", ()):
            plan = self.cell("indicators", row.cells["indicator"], "plan")
            new = bool(self.those("indicators", "id", row.cells["indicator"]))
            own = row.cells.get("document") == self.cell("plans", plan, "document")
            if new and own and not row.cells.get("organization"):
                found.setdefault(row.cells["indicator"], row)
        return found


def assignments(ledger: NewLedger, table: str, column: str, id_: str) -> tuple[dict[str, Value], list[NewRow]]:
    """Who is responsible, role by role: a name alone, or with what the document prints; and the rows of it."""
    rows = ledger.those(table, column, id_)
    leads = [row for row in rows if row.cells["role"] == Role.LEAD]
    posts = {row.cells.get("post", "") for row in leads}
    post = posts.pop() if len(posts) == 1 else ""
    named: dict[str, Value] = {"post": post}
    for key, role in ROLES.items():
        items = []
        for row in (row for row in rows if row.cells["role"] == role):
            written = {"name": row.cells["printed_name"]}
            written |= {column: row.cells.get(column, "") for column in ("printed_role", "post", "scope")}
            if role is Role.LEAD and post:
                written["post"] = ""
            item = filled(written)
            items.append(item if len(item) > 1 else item["name"])
        named[key] = items
    return named, rows


def source_of(row: NewRow, document: str) -> dict[str, Value]:
    """The source of a row; its document only where it is another one than the file's."""
    source = {column: row.cells.get(column, "") for column in SOURCE}
    if source["document"] == document:
        del source["document"]
    return filled(source)


def columns_of(
    ledger: NewLedger, table: str, row: NewRow, *, plan: str = "", document: str = "", hidden: Collection[str] = ()
) -> dict[str, Value]:
    """The columns of a row as they are written, with the source where the contract has it."""
    document = document or ledger.cell("plans", plan, "document")
    cells = dict(row.cells)
    if table == "targets" and plan:
        years = {c: ledger.cell("plans", plan, c) for c in ("start_year", "end_year")}
        hidden = (*hidden, *(column for column, year in years.items() if cells.get(column) == year))
    part: dict[str, Value] = {}
    for column in ledger.contract.tables[table].columns:
        if column == SOURCE[0] and ledger.contract.tables[table].has_source:
            part["source"] = source_of(row, document)
        elif column not in (*SOURCE[1:], *hidden) and cells.get(column):
            part[column] = ledger.unit(cells[column]) if column in NAMED_UNITS else cells[column]
    return part


def record_lines(
    ledger: NewLedger,
    table: str,
    row: NewRow,
    nested: Mapping[str, Value],
    parts: Sequence[NewRow],
    *,
    plan: str = "",
    document: str = "",
    hidden: Collection[str] = (),
    indent: str = "",
) -> str:
    """A record: its columns, what is nested in it, and its source behind these."""
    columns = columns_of(ledger, table, row, plan=plan, document=document, hidden=hidden)
    at = [*columns].index("source") if "source" in columns else len(columns)
    items = [*columns.items()]
    record = marked(dict([*items[:at], *nested.items(), *items[at:]]), parts)
    lines = "".join(key_lines(key, value, f"{indent}  ") for key, value in record.items())
    return with_comments(parts, f"{indent}- {lines.removeprefix(indent + '  ')}", indent)


def marked(record: Mapping[str, Value], parts: Sequence[NewRow]) -> dict[str, Value]:
    """A record with the mark of a draft behind its first key, where a part of it is one."""
    marked = checked(filled(record))
    if not any(part.draft for part in parts):
        return marked
    (first, value), *others = marked.items()
    return {first: value, "draft": "true", **dict(others)}


def key_lines(key: str, value: Value, indent: str) -> str:
    """A key and its value; a list of names with more than names in it, or a long one, has a line for each."""
    if (isinstance(value, list) and not all(isinstance(item, Mapping) for item in value)) or key in ROLES:
        assert isinstance(value, list)
        whole = f"{indent}{key}: {flow(value)}"
        if any(isinstance(item, Mapping) for item in value) or len(whole) > LONGEST_LINE:
            return f"{indent}{key}:\n" + "".join(f"{indent}  - {flow(item)}\n" for item in value)
        return f"{whole}\n"
    return fields({key: value}, indent)


def with_comments(parts: Iterable[NewRow], text: str, indent: str = "") -> str:
    """A record with the comments of its parts above it, each once; they quote a document without what nobody sees."""
    comments = dict.fromkeys(without_hidden(comment) for part in parts for comment in part.comments)
    return "".join(f"{indent}# {checked({'': comment})['']}\n" for comment in comments) + text


def filled(record: Mapping[str, Value]) -> dict[str, Value]:
    """A record without what is empty."""
    return {key: value for key, value in record.items() if value}


def checked(value: Mapping[str, Value]) -> dict[str, Value]:
    """The same. Raises ValueError for a text of several lines, which YAML would read as one."""
    for text in value.values():
        if isinstance(text, str) and len(f"{text}.".splitlines()) > 1:
            raise ValueError(text)
    return dict(value)
