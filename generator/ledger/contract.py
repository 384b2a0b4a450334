"""The contract: datapackage.json as the code sees it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.language import command_words
from generator.support.files import read_plain
from generator.support.packaged_files import CONTRACT

MAX_BYTES = 4 * 1024 * 1024
"""A larger file is no contract."""
TYPES = frozenset(("string", "number", "integer", "date", "boolean"))
"""The types of columns."""
SOURCE = ("document", "locator", "passage", "fingerprint")
"""Columns of the source group, in the order of the contract."""
SAME_FIGURE = {
    "targets": ("indicator", "organization", "start_year", "end_year", "tier", "set_by", "replaced_by"),
    "observations": ("indicator", "organization", "period", "document", "status", "basis", "since_year", "revises"),
}
"""Table → the columns in which two figures must differ: a year's own result and a sum since a year may both stand."""


@dataclass(frozen=True)
class Field:
    """A column: its type, its words, and its constraints."""

    name: str
    type: str
    title: str
    description: str
    required: bool
    unique: bool
    enum: tuple[str, ...]
    limits: dict[str, int]
    """The constraints minimum, maximum and maxLength, as far as there are any."""


@dataclass(frozen=True)
class ForeignKey:
    """A column that refers to the ids of a table."""

    column: str
    table: str


@dataclass(frozen=True)
class TableSpec:
    """One table: name, Chinese title and description, columns in order, primary and foreign keys."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(f.name for f in self.fields)

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """Name of a column → the column."""
        return {f.name: f for f in self.fields}

    @cached_property
    def has_source(self) -> bool:
        """Whether its rows say where they come from."""
        return set(SOURCE) <= set(self.columns)


@dataclass(frozen=True)
class Contract:
    """All tables in the order of the descriptor, and the descriptor itself."""

    descriptor: dict[str, Any]
    tables: dict[str, TableSpec]

    def title(self, table: str, column: str) -> str:
        """Chinese title of a column."""
        return self.tables[table].by_name[column].title


class BadContract(Exception):
    """The contract cannot be read; the message says in Chinese what to do."""


def load_contract(path: Path) -> Contract:
    """Read the descriptor datapackage.json.

    Raises:
        BadContract: there is no such file, or it is no descriptor of ours.
    """
    try:
        contract = read_contract(read_plain(path, MAX_BYTES))
        _refuse_unusable(contract)
        return contract
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadContract(command_words.BAD_CONTRACT.format(file=path)) from error


def _refuse_unusable(contract: Contract) -> None:
    """Refuse a contract in which nothing could be looked up.

    Raises:
        ValueError: it does.
    """
    for table in contract.tables.values():
        if any(field.type not in TYPES for field in table.fields) or {k.table for k in table.foreign_keys} - {
            *contract.tables
        }:
            raise ValueError(table.name)
    for resource in contract.descriptor["resources"]:
        for field in resource["schema"]["fields"]:
            try:
                re.compile(field.get("constraints", {}).get("pattern", ""))
            except re.error as error:
                raise ValueError(field["name"]) from error


def load_whole_contract(path: Path) -> Contract:
    """Read a contract that has all tables and columns of this version of the program; an older one may lack some.

    Raises:
        BadContract: as in :func:`load_contract`, or it lacks one.
    """
    contract = load_contract(path)
    for resource in json.loads(CONTRACT.read_bytes())["resources"] if path != CONTRACT else ():
        own = contract.tables.get(resource["name"])
        if own is None or {field["name"] for field in resource["schema"]["fields"]} - {*own.columns}:
            raise BadContract(command_words.BAD_CONTRACT.format(file=path))
    return contract


def read_contract(content: bytes) -> Contract:
    """Read a descriptor that is at hand as bytes. Raises ValueError, KeyError or TypeError where it is none of ours."""
    descriptor = json.loads(content.decode())
    return Contract(descriptor, {r["name"]: _table(r) for r in descriptor["resources"]})


def _table(resource: dict[str, Any]) -> TableSpec:
    schema = resource["schema"]
    fields = tuple(
        Field(
            name=f["name"],
            type=f["type"],
            title=f["title"],
            description=f["description"],
            required=bool(f.get("constraints", {}).get("required")),
            unique=bool(f.get("constraints", {}).get("unique")),
            enum=tuple(f.get("constraints", {}).get("enum", ())),
            limits={k: v for k, v in f.get("constraints", {}).items() if k in ("minimum", "maximum", "maxLength")},
        )
        for f in schema["fields"]
    )
    keys = tuple(ForeignKey(k["fields"][0], k["reference"]["resource"]) for k in schema.get("foreignKeys", ()))
    return TableSpec(
        resource["name"], resource["title"], resource["description"], fields, tuple(schema["primaryKey"]), keys
    )
