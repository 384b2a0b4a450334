"""Planted faults: each is found with its code at its line, alone; many at once lose none."""

from __future__ import annotations

from functools import cache

import pytest

from tests.faults import bounds, every_column, figures, texts, times, words
from tests.faults.combinations import combined, may_be_combined
from tests.helpers.endurance import SEED, TIMES, dice, some
from tests.helpers.faults import Fault, findings_in_memory, places_of, plan, read_in_memory, spoilt
from tests.helpers.ledger import contract

ROUNDS, AT_ONCE = 20, 30
FEWEST = 250
"""So many cases the corpus has at least."""


@cache
def corpus() -> dict[str, Fault]:
    """Every case by its name."""
    return every_column.faults() | times.FAULTS | figures.FAULTS | texts.FAULTS | words.FAULTS | bounds.FAULTS


def test_the_plan_has_no_finding() -> None:
    """The plan that the cases spoil passes every check, and fills nearly every column."""
    assert findings_in_memory(plan()) == []
    assert len(corpus()) > FEWEST


def test_the_plan_fills_every_column() -> None:
    """A column without a value in the plan would be left out of the cases without a word: fill it in FILLED."""
    rows = read_in_memory(plan()).tables.rows
    columns = {f"{spec.name}.{field.name}" for spec in contract().tables.values() for field in spec.fields}
    filled = {f"{name}.{column}" for name, some in rows.items() for row in some for column in row.cells if row[column]}
    assert columns - filled == {
        f"{table}.{column}" for table in ("reports", "projects", "evaluations") for column in ("passage", "fingerprint")
    }


@pytest.mark.sampled
def test_every_fault_is_found() -> None:
    """Each case leads to exactly its findings: their codes, files and lines.

    Those that are made for every column are tried for some columns here, for all of them in make endurance.
    """
    wrong = {}
    made = every_column.faults()
    for name in [*some([*made], most=90), *(corpus().keys() - made.keys())]:
        one = corpus()[name]
        found = places_of(findings_in_memory(spoilt(plan(), one.edits)[0]))
        if found != one.expected:
            wrong[name] = found
    assert wrong == {}


def test_no_table_is_left_out() -> None:
    """Every table of the contract whose cells are written has cases of its own."""
    told = {name.partition(".")[0] for name in every_column.faults()}
    named = {
        "memberships",
        "successions",
        "report_tasks",
        "assignments",
        "task_places",
        "report_places",
        "project_places",
    }
    assert set(contract().tables) - named <= told


def test_copies_of_the_plan_have_no_finding() -> None:
    """Copies stand beside each other without a finding: what is found below comes from the faults."""
    assert findings_in_memory(combined({f"copy {n}": Fault((), ()) for n in range(3)})[0]) == []


@pytest.mark.sampled
@pytest.mark.parametrize("number", range(ROUNDS if TIMES > 1 else 1))
def test_no_cause_is_lost(number: int) -> None:
    """Thirty faults at once: each is told where it is; what follows from one may be folded under it."""
    chance = dice(f"faults {number}")
    possible = {name: one for name, one in corpus().items() if may_be_combined(one)}
    chosen = {name: possible[name] for name in chance.sample(sorted(possible), AT_ONCE)}
    ledger, expected = combined(chosen)
    findings = findings_in_memory(ledger)
    found = {*places_of(one for finding in findings for one in (finding, *finding.followers))}
    lost = [name for name, places in expected.items() if not found.issuperset(places)]
    print(f"seed {SEED}, round {number}: {AT_ONCE - len(lost)} of {AT_ONCE}")
    assert lost == []
