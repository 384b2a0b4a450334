"""The fields of a record: what is written in its file, what it lacks, and what else could be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.language.office import review_words
from generator.ledger.checks.drafts import EXCLUSIONS
from generator.ledger.contract import SOURCE, Contract, TableSpec
from generator.ledger.contract import Field as Column
from generator.ledger.enums import ExclusionReason, OrganizationKind
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.nested_readers import ROLES
from generator.ledger.reading.nodes import Mapping as Record
from generator.ledger.reading.nodes import Node, Scalar, Sequence
from generator.ledger.reading.rows import Row, Tables
from generator.ledger.reading.table_builder import DRAFT

LIST_SEPARATOR: Final = "、"
INDENT: Final = "\u3000"
LONG: Final = 40
"""Characters from which on a text gets more than one line."""
FIXED_IDS: Final = frozenset({"documents", "plans"})
"""Tables whose ids name files or folders."""
PROSE: Final = frozenset({"summary", "note", "definition", "text", "conclusion", "question", "reason"})
"""Columns that hold sentences."""
NAMES_OF_UNITS: Final = frozenset({"organization", "owner", "reported_by", "parent", "member", "successor", "places"})
"""Keys that are written as names of units; ``parent`` of a unit alone."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a record."""

    path: str
    """The keys that lead to it, with dots between."""
    title: str
    text: str
    kind: str
    """How it is entered: line, area, choice, or fixed."""
    description: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Values with the words for each."""
    suggestions: str = ""
    """The list of values that are known for it; empty where there is none."""
    limit: int = 0
    """The most characters that it may have; 0 where nobody counts."""
    required: bool = False
    written: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under one heading."""

    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Assigned:
    """Who is responsible, as a person enters it."""

    role: str
    """The key of the list that holds it."""
    name: str
    scope: str = ""
    printed_role: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True)
class Members:
    """Who belongs to a collective, as a person enters it."""

    names: str = ""
    """Names of units with the sign of a list between."""
    words: str = ""
    """The words of the document that name them; empty where the names themselves are these words."""
    locator: str = ""


@dataclass(frozen=True)
class FieldReader:
    """Makes fields of records: what it looks up is made once for all records of a page."""

    contract: Contract
    tables: Tables

    def groups(self, table: str, record: Record) -> list[Group]:
        """The fields of a record under their headings; the first has none."""
        return [
            group for group in self._groups("", review_words.TABLE_NAMES.get(table, ""), table, record) if group.fields
        ]

    def _groups(self, path: str, title: str, table: str, record: Record) -> Iterator[Group]:
        own = [*self._own(path, table, record)]
        yield Group(title if path else "", tuple(own))
        for key, node in record.values.items():
            if key in ROLES:
                continue
            heading = review_words.GROUP_TITLES.get(key, key)
            if isinstance(node, Record):
                inner = table if key == "source" else self._table(node.mark)
                yield from self._groups(f"{path}{key}.", heading, inner, node)
            elif isinstance(node, Sequence) and key != "sections":
                for number, item in enumerate(node):
                    if isinstance(item, Record):
                        place = f"{path}{key}.{number}."
                        yield from self._groups(place, f"{heading} {number + 1}", self._table(item.mark), item)

    def _own(self, path: str, table: str, record: Record) -> Iterator[Field]:
        """The fields of a mapping itself: those that are written first, then those that could be."""
        spec, row = self.contract.tables.get(table), self._rows.get(record.mark)
        plan = row[1]["plan"] if row else ""
        for key, node in record.values.items():
            text = text_of(node)
            if key != DRAFT and key not in ROLES and text is not None:
                yield self._field(path, key, text, table, plan)
        if spec and row and not path.endswith("source."):
            hidden = {*record.values, *row[1].given, *SOURCE, "id", "position"}
            for column in spec.columns:
                if column not in hidden and not row[1][column]:  # a column may be written under another key
                    yield self._field(path, column, None, table, plan)

    def _field(self, path: str, key: str, text: str | None, table: str, plan: str) -> Field:
        spec = self.contract.tables.get(table)
        column = spec.by_name.get(key) if spec else None
        title = (
            column.title if column else review_words.EXCLUSION_TITLES.get(key, review_words.NESTED_TITLES.get(key, key))
        )
        fixed = key == "id" and table in FIXED_IDS
        choices = self._choices(key, text or "", table, column, plan)
        limit = column.limits.get("maxLength", 0) if column and key in PROSE else 0
        is_long = key in PROSE or len(text or "") > LONG
        return Field(
            path=f"{path}{key}",
            title=title,
            text=text or "",
            kind="fixed" if fixed else "choice" if choices else "area" if is_long else "line",
            description=review_words.ID_FIXED if fixed else column.description if column else "",
            choices=choices,
            suggestions=self._suggestions(key, table, spec),
            limit=limit,
            required=bool(column and column.required),
            written=text is not None,
        )

    def _choices(
        self, key: str, text: str, table: str, column: Column | None, plan: str
    ) -> tuple[tuple[str, str], ...]:
        """The values of which one is chosen; a value that is none of them can stay."""
        spec = self.contract.tables.get(table)
        if column and column.enum:
            known = [(word, word) for word in column.enum]
        elif table == EXCLUSIONS and key == "reason":
            known = [(str(reason), str(reason)) for reason in ExclusionReason]
        elif spec and any(key == foreign.column and foreign.table == "sections" for foreign in spec.foreign_keys):
            known = self._headings(plan)
        elif key == "task" and (tasks := self._tasks(plan)):
            known = [*tasks]
        else:
            return ()
        if text not in [value for value, _ in known]:
            known.insert(0, (text, text))
        return tuple(known if column and column.required else dict([("", ""), *known]).items())

    def _tasks(self, plan: str) -> list[tuple[str, str]]:
        """The tasks of a plan by their titles."""
        return [(row["id"], row["title"] or row["id"]) for row in self.tables.rows["tasks"] if row["plan"] == plan]

    def _headings(self, plan: str) -> list[tuple[str, str]]:
        """The headings of a plan, each as far to the right as it stands below others."""
        sections = {row["id"]: row for row in self.tables.rows["sections"] if row["plan"] == plan}
        found = []
        for id_, row in sections.items():
            depth, above = 0, row["parent"]
            while above in sections and depth < len(sections):
                depth, above = depth + 1, sections[above]["parent"]
            found.append((id_, f"{INDENT * depth}{row['number']}{row['title']}"))
        return found

    def _suggestions(self, key: str, table: str, spec: TableSpec | None) -> str:
        if key in NAMES_OF_UNITS and (key != "parent" or table == "organizations"):
            return "organizations"
        targets = [foreign.table for foreign in spec.foreign_keys if foreign.column == key] if spec else []
        return targets[0] if targets and targets[0] in ("tasks", "indicators", "documents", "plans") else ""

    def _table(self, mark: Mark) -> str:
        return self._rows[mark][0] if mark in self._rows else ""

    @cached_property
    def _rows(self) -> Mapping[Mark, tuple[str, Row]]:
        """Every row with its table, by where it starts."""
        tables = reversed(self.tables.rows.items())
        return {row.mark: (table, row) for table, rows in tables for row in rows}


def text_of(node: Node) -> str | None:
    """A value as a person enters it: a text, or texts of a list; None for what is entered in parts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node):
        return LIST_SEPARATOR.join(item.text for item in node if isinstance(item, Scalar))
    return None


def assigned(record: Record) -> list[Assigned]:
    """Who is responsible for a record, role by role."""
    found = []
    for key in ROLES:
        node = record.get(key)
        for item in node if isinstance(node, Sequence) else ():
            if isinstance(item, Scalar):
                found.append(Assigned(key, item.text))
            elif isinstance(item, Record):
                texts = {name: text_of(value) or "" for name, value in item.values.items()}
                columns = ("name", "scope", "printed_role", "post")
                found.append(Assigned(key, *(texts.get(column, "") for column in columns)))
    return found


def members(table: str, record: Record) -> Members | None:
    """The members that can be entered: of a collective that has none yet."""
    kind = record.get("kind")
    is_collective = isinstance(kind, Scalar) and kind.text == OrganizationKind.COLLECTIVE
    return Members() if table == "organizations" and is_collective and "members" not in record.values else None


def may_be_assigned(table: str) -> bool:
    """Whether records of a table say who is responsible."""
    return table in ("tasks", "indicators")
