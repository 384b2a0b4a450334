"""Which version of the data is due after a change of the contract or of the rows."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from generator.history.due_version import Due, LedgerState, due
from generator.ledger.contract import read_contract
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.rows import Row

FIELD = {"type": "string", "title": "列", "description": "一列"}
TABLE: dict[str, Any] = {
    "name": "units",
    "title": "表",
    "description": "一张表",
    "schema": {
        "fields": [
            {"name": "id", "constraints": {"required": True, "unique": True}, **FIELD},
            {"name": "name", **FIELD},
        ],
        "primaryKey": ["id"],
    },
}
ROWS = ({"id": "a", "name": "甲"}, {"id": "b", "name": "乙"})


def state(descriptor: dict[str, Any], *rows: dict[str, str]) -> LedgerState:
    """The tables of a ledger, the first of which has these rows."""
    contract = read_contract(json.dumps(descriptor).encode())
    first, *others = contract.tables
    own = [Row(dict(row), {}, Mark("data/units.yml")) for row in rows]
    return LedgerState(contract, {first: own, **{name: [] for name in others}})


def add(descriptor: dict[str, Any], **constraints: bool) -> None:
    """Add a column."""
    fields = descriptor["resources"][0]["schema"]["fields"]
    fields.append({"name": "phone", **FIELD, "constraints": constraints})


def add_table(descriptor: dict[str, Any]) -> None:
    """Add a table."""
    descriptor["resources"].append({**deepcopy(TABLE), "name": "towns"})


def drop(descriptor: dict[str, Any]) -> None:
    """Take a column out."""
    descriptor["resources"][0]["schema"]["fields"].pop()


def retype(descriptor: dict[str, Any]) -> None:
    """Give a column another type."""
    descriptor["resources"][0]["schema"]["fields"][1]["type"] = "integer"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (add, Due("minor", ("units.phone",))),
        (lambda descriptor: add(descriptor, required=True), Due("major", ("units.phone",))),
        (add_table, Due("minor", ("towns",))),
        (drop, Due("major", ("units.name",))),
        (retype, Due("major", ("units.name",))),
        (lambda _: None, Due("", ())),
    ],
    ids=["optional column", "required column", "table", "column gone", "other type", "nothing"],
)
def test_a_changed_contract_decides(change: Callable[[dict[str, Any]], object], expected: Due) -> None:
    """What only adds is a minor version; what can break the work of others is a major one."""
    old = {"resources": [deepcopy(TABLE)]}
    new = deepcopy(old)
    change(new)
    assert due(state(old, *ROWS), state(new, *ROWS)) == expected


def test_a_row_that_is_gone_outweighs_a_new_column() -> None:
    """The gravest change decides."""
    old: dict[str, Any] = {"resources": [deepcopy(TABLE)]}
    new = deepcopy(old)
    add(new)
    assert due(state(old, *ROWS), state(new, ROWS[0])) == Due("major", ("units/b",))


def test_a_filled_new_column_is_still_a_minor_version() -> None:
    """Values in a new optional column add, too."""
    old: dict[str, Any] = {"resources": [deepcopy(TABLE)]}
    new = deepcopy(old)
    add(new)
    filled = {**ROWS[0], "phone": "12345"}
    assert due(state(old, *ROWS), state(new, filled, ROWS[1])) == Due("minor", ("units.phone",))
