"""The SQLite database, as a person with a query meets it."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from generator.downloads.formats.sqlite import APPLICATION, write_ledger
from generator.downloads.output import Cells
from generator.ledger.enums import Role
from generator.ledger.load import load
from tests.conftest import ROOT
from tests.helpers.copying import Spoilt, dataset_of, district, specs, spoilt_cells

SAMPLES = ("beiwan", "qingshi", "two-plans", "yuntan")
"""Small ledgers with tiers, revised targets and corrected results."""


@cache
def published() -> bytes:
    """The district's database."""
    return write_ledger(district())


def opened(content: bytes) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.deserialize(content)
    base.row_factory = sqlite3.Row
    return base


def made(cells: Callable[[str], list[Cells]]) -> sqlite3.Connection:
    return opened(write_ledger(Spoilt(cells)))


def rows(query: str, *values: object) -> list[dict[str, Any]]:
    """What the district's database answers."""
    return [dict(row) for row in opened(published()).execute(query, values)]


def test_numbers_can_be_computed_with() -> None:
    """The number of each row is that of its digits, and compares as a number."""
    base = made(spoilt_cells)
    for value, digits, kind in base.execute("SELECT value, value_digits, typeof(value) FROM targets"):
        assert kind == "real" and value == float(digits)
    assert base.execute("SELECT count(*) FROM targets WHERE value > 9 AND value_digits = '5.50'").fetchone()[0] == 0


def test_the_database_is_sound() -> None:
    """No reference leads nowhere, no page is damaged, and the file says whose it is."""
    assert rows("PRAGMA foreign_key_check") == []
    assert [list(row.values()) for row in rows("PRAGMA integrity_check")] == [["ok"]]
    assert rows("PRAGMA application_id")[0]["application_id"] == APPLICATION
    assert rows("PRAGMA user_version")[0]["user_version"] > 0


def test_every_heading_stands_with_those_above_it() -> None:
    """One without a number by its title alone."""
    headings = {row["section"]: row["heading"] for row in rows("SELECT section, heading FROM v_headings")}
    assert headings["s2016-1"] == "治理河道"
    assert headings["appraisal-indicators"].endswith("(一)考核指标") and None not in headings.values()


def test_keys_are_those_of_the_contract() -> None:
    """Primary and foreign keys are declared, and each reference has an index that begins with it."""
    base = opened(published())
    for name, spec in specs().items():
        columns = base.execute(f"PRAGMA table_info({name})").fetchall()
        primary = sorted((row["pk"], row["name"]) for row in columns if row["pk"])
        assert tuple(column for _, column in primary) == spec.primary_key
        foreign = {(row["from"], row["table"]) for row in base.execute(f"PRAGMA foreign_key_list({name})")}
        assert foreign == {(key.column, key.table) for key in spec.foreign_keys}
        indexes = [row["name"] for row in base.execute(f"PRAGMA index_list({name})")]
        leading = {base.execute(f"PRAGMA index_info({index})").fetchone()["name"] for index in indexes}
        assert {key.column for key in spec.foreign_keys} <= leading


@pytest.mark.parametrize(("table", "column", "wrong"), [("tasks", "kind", "x"), ("plans", "title", None)])
def test_what_the_contract_forbids_is_refused(table: str, column: str, wrong: object) -> None:
    """A word that is none of an enumeration, and nothing where something is required."""
    with pytest.raises(sqlite3.IntegrityError):
        opened(published()).execute(f"UPDATE {table} SET {column} = ?", (wrong,))


def test_tasks_stand_with_their_units() -> None:
    """One row for each task, with the names of those who lead and support in the order of the document."""
    found, index = rows("SELECT * FROM v_tasks"), district().index
    assert [row["id"] for row in found] == [*index.tasks]
    for row in found:
        for column, assigned in (("leads", index.leads(row["id"])), ("supports", index.supports(row["id"]))):
            assert (row[column] or "") == "、".join(index.organizations[a.organization].name for a in assigned)
        section = index.tasks[row["id"]].section
        assert row["heading"].split(" / ") == [f"{s.number or ''}{s.title}" for s in index.trail(section)]


@pytest.mark.parametrize("folder", ["district", *(f"samples/{name}" for name in SAMPLES)])
def test_indicators_stand_with_target_state_and_newest_result(folder: str) -> None:
    """One row for each indicator; target, state and newest result are those that the pages show."""
    sample = dataset_of(load(ROOT / "tests" / folder / "data", ROOT / "datapackage.json"))
    found = [dict(row) for row in opened(write_ledger(sample)).execute("SELECT * FROM v_indicators")]
    assert [row["id"] for row in found] == [*sample.index.indicators]
    for row in found:
        status, newest = sample.context.statuses.main(row["id"]), sample.index.newest(row["id"])
        assert row["state"] == (str(status.state) if status else None)
        assert row["target_text"] == (status.target.value_text if status else None)
        assert (row["newest_period"], row["newest_text"]) == (
            (newest.period, newest.value_text) if newest else (None, None)
        )
    assert any(row["state"] is not None for row in found)
    assert folder != "district" or any(row["newest"] is not None for row in found)


def test_a_unit_has_its_tasks_and_those_of_its_collectives() -> None:
    """Every assignment is told once for its unit and once for each member of a collective, which is named."""
    index = district().index
    expected: set[tuple[str, str, str, str | None]] = set()
    for organization in index.ledger.organizations:
        for a in index.assignments_of_organization.get(organization.id, ()):
            expected.add((organization.id, a.task, str(a.role), None))
        for membership in index.collectives_of.get(organization.id, ()):
            via = index.organizations[membership.collective].name
            for a in index.assignments_of_organization.get(membership.collective, ()):
                expected.add((organization.id, a.task, str(a.role), via))
    found = rows("SELECT organization, task, role, via FROM v_unit_tasks")
    assert {tuple(row.values()) for row in found} == expected
    assert len(found) == len(expected)
    assert any(row["via"] for row in found) and any(row["role"] == Role.SUPPORT for row in found)


def test_states_of_all_targets_are_told() -> None:
    """Every target, those of organisations too, has its state."""
    statuses, targets = district().context.statuses, district().index.ledger.targets
    expected = {t.id: str(statuses.of(t).state) for t in targets}
    assert {row["target"]: row["state"] for row in rows("SELECT * FROM target_states")} == expected


def test_words_about_everything_travel_along() -> None:
    """Every table, view and column of the contract has its Chinese words; name, licence and date are told."""
    words = {(row["table_name"], row["column_name"]): row["title"] for row in rows("SELECT * FROM about_columns")}
    for name, spec in specs().items():
        assert words[name, ""] == spec.title
        assert all(words[name, field.name] == field.title for field in spec.fields)
    views = {row["name"] for row in rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")}
    assert views == {table for table, _ in words}
    assert tuple((row["label"], row["value"]) for row in rows("SELECT * FROM about")) == district().provenance.lines()


def test_the_same_rows_give_the_same_bytes_in_every_process() -> None:
    """Nothing of the moment or of the process is in the file."""
    code = (
        "import hashlib; from tests.downloads.formats.test_sqlite import published;"
        "print(hashlib.sha256(published()).hexdigest())"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == hashlib.sha256(published()).hexdigest()
