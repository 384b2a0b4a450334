"""The columns of a table in downloads.

All columns of the contract come with the contract. Where a download arranges columns by hand (sheets, views,
descriptions of records), a column that is not mentioned in :data:`ARRANGED` is put at the end: a new column of the
contract is in every download by itself.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.language import download_words
from generator.ledger.contract import SOURCE, Field, TableSpec

ARRANGED: dict[str, tuple[str, ...]] = {
    "tasks": (
        *("id", "plan", "section", "position", "title", "title_source", "summary", "kind", "lead_mode"),
        *("start_year", "due", "replaced_by", "evaluation_kinds", *SOURCE),
    ),
    "indicators": (
        *("id", "plan", "section", "task", "position", "name", "nature", "measure", "unit", "direction"),
        *("definition", "note", "replaced_by"),
    ),
    "organizations": ("id", "name", "full_name", "aliases", "kind", "note"),
}
"""Table → the columns that sheets, views and descriptions show in their own places, or leave out on purpose."""


def further_columns(spec: TableSpec) -> list[Field]:
    """The columns of a table that are in no arrangement and are therefore put at its end."""
    return [field for field in spec.fields if field.name not in ARRANGED[spec.name]]


DIGITS = "{}_digits"
"""Beside each number stands its text of the CSV: to a computer 5.50 is 5.5, to a reader of a plan it is not."""


class Column(NamedTuple):
    """A column of a file whose columns have types; ``place`` is that of its cell in the rows of the contract."""

    name: str
    type: str
    title: str
    description: str
    place: int
    required: bool
    enum: tuple[str, ...]


def typed_columns(spec: TableSpec) -> tuple[Column, ...]:
    """The columns of the contract in their order, behind each number one with its digits."""
    columns: list[Column] = []
    for place, field in enumerate(spec.fields):
        columns.append(
            Column(field.name, field.type, field.title, field.description, place, field.required, field.enum)
        )
        if field.type == "number":
            title = download_words.DIGITS_TITLE.format(title=field.title)
            words = title, download_words.DIGITS_DESCRIPTION
            columns.append(Column(DIGITS.format(field.name), "string", *words, place, field.required, ()))
    return tuple(columns)
