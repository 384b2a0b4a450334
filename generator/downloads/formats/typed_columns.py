"""The columns of a table in formats that have types of their own, and where each number's digits are kept there."""

from __future__ import annotations

from typing import NamedTuple

from generator.language import download_words
from generator.ledger.contract import TableSpec

DIGITS = "{}_digits"
"""Beside each number stands its text of the CSV: to a computer 5.50 is 5.5, to a reader of a plan it is not."""


class Column(NamedTuple):
    """A column of a typed copy; ``place`` is that of its cell in the rows of the contract."""

    name: str
    type: str
    title: str
    description: str
    place: int
    required: bool
    enum: tuple[str, ...]


def typed_columns(spec: TableSpec) -> tuple[Column, ...]:
    """The columns of the contract in their order, behind each number one with its digits."""
    found: list[Column] = []
    for place, field in enumerate(spec.fields):
        words = field.title, field.description
        found.append(Column(field.name, field.type, *words, place, field.required, field.enum))
        if field.type == "number":
            words = download_words.DIGITS_TITLE.format(title=field.title), download_words.DIGITS_DESCRIPTION
            found.append(Column(DIGITS.format(field.name), "string", *words, place, field.required, ()))
    return tuple(found)
