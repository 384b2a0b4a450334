"""Columns of formats that have types of their own."""

from __future__ import annotations

from generator.downloads.formats.typed_columns import typed_columns
from tests.helpers.copying import district


def test_every_number_has_its_digits_beside_it() -> None:
    """Behind each number stands a text column made of the same cell; all others are those of the contract."""
    for spec in district().specs.values():
        columns = typed_columns(spec)
        assert len({column.name for column in columns}) == len(columns)
        assert [c.name for c in columns if not c.name.endswith("_digits")] == list(spec.columns)
        for at, column in enumerate(columns):
            if column.type == "number":
                beside = columns[at + 1]
                assert (beside.name, beside.type) == (f"{column.name}_digits", "string")
                assert (beside.place, beside.required) == (column.place, column.required)


def test_the_words_of_digits_are_their_own() -> None:
    """A reader of the words about columns can tell the number from its digits."""
    columns = {column.name: column for column in typed_columns(district().specs["targets"])}
    assert columns["value"].title != columns["value_digits"].title
    assert columns["value"].description != columns["value_digits"].description
