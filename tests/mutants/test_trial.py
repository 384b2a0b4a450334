"""A fault is tried with the tests that execute its line, and with no others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.mutants.changes import changes
from tests.mutants.executed import ANY, Executed, Watched
from tests.mutants.trial import ALIVE, KILLED, TIMEOUT, folders_of

PROGRAM = """
from functools import cache

LARGEST = {"a": 3}
UNUSED = 5


@cache
def largest(name):
    return LARGEST[name] + 0


def fits(name, number):
    if number is None:
        return True
    return number < largest(name)


def seen(number):
    total = number + 1
    return total > 0


def counted(number):
    while number > 0:
        number -= 1
    return number


def never(number):
    return number * 2


def in_a_process(number):
    return number + 2
"""
TESTS = """
import subprocess
import sys

import pytest

from program.analysis import small


@pytest.fixture(scope="module")
def shared():
    return small.seen(0)


def test_nothing():
    assert small.fits("a", None)


def test_first_use(shared):
    small.fits("a", 2)


def test_limits():
    assert small.fits("a", 2) and not small.fits("a", 3)


def test_shared(shared):
    assert shared


def test_counted():
    assert small.counted(2) == 0


def test_process():
    code = "from program.analysis import small; print(small.in_a_process(1))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "3\\n"


def test_fails():
    assert small.never(1) == 3
"""
TRIALS = """
import json
import sys

from tests.mutants import collected, trial
from tests.mutants.changes import Change

MODULE = "program/analysis/small.py"
collected.LEAST_SECONDS = 1
faults = [Change(*fault) for fault in json.load(sys.stdin)]
with collected.collected(["tests/analysis"], {MODULE}) as tests:
    print(json.dumps([tests.seen.failed, [trial.outcome(MODULE, fault, tests) for fault in faults]]))
"""
OUTCOMES = {
    'LARGEST = {"a": 4}': KILLED,  # what an import executes reaches all tests
    "UNUSED = 6": ALIVE,
    "return LARGEST[name] - 0": ALIVE,
    "return LARGEST[name] + 1": KILLED,  # another test has filled the cache
    "if number is not None:": KILLED,
    "return number <= largest(name)": KILLED,
    "total = number - 1": KILLED,  # a fixture executes it for another test
    "while number >= 0:": KILLED,
    "pass": TIMEOUT,
    "return number / 2": ALIVE,  # the test that would notice it fails without a fault
    "return number - 2": KILLED,  # only a process executes it
}


def test_outcomes(tmp_path: Path) -> None:
    """Each fault is noticed by the test that would notice it, whatever was imported, cached or shared before."""
    files = {"program/analysis/small.py": PROGRAM, "tests/analysis/test_small.py": TESTS, "pytest.ini": "[pytest]"}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    every = {change: change.lines(PROGRAM)[2] for change in changes(PROGRAM)}
    wanted = [change for change, now in every.items() if now in OUTCOMES]
    run = subprocess.run(
        [sys.executable, "-c", TRIALS],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        input=json.dumps(wanted),
        capture_output=True,
        text=True,
        check=True,
    )
    failed, results = json.loads(run.stdout)
    assert failed == ["tests/analysis/test_small.py::test_fails"]
    assert {every[change]: result for change, result in zip(wanted, results, strict=True)} == OUTCOMES
    assert (tmp_path / "program/analysis/small.py").read_text(encoding="utf-8") == PROGRAM


def test_cheapest_first() -> None:
    """Of the tests of the folder those run that execute one of the lines, or start a process, the cheapest first."""
    watched = Watched(
        {
            "tests/office/forms/test_a.py::slow": Executed(3.0, {("m", 7)}),
            "tests/office/forms/test_a.py::other": Executed(0.1, {("m", 9), ("n", 7)}),
            "tests/office/forms/test_a.py::quick": Executed(0.2, {("m", 8)}),
            "tests/office/forms/test_a.py::process": Executed(1.0, {ANY}),
            "tests/office/test_b.py::elsewhere": Executed(0.1, {("m", 7)}),
        },
        [],
        {("m", 1)},
    )
    folders = [Path("tests/office/forms")]
    assert [name.split("::")[1] for name in watched.chosen(folders, "m", range(7, 9))] == ["quick", "process", "slow"]
    assert [name.split("::")[1] for name in watched.chosen(folders, "m", [1])] == ["other", "quick", "slow", "process"]


@pytest.mark.parametrize(
    ("place", "tests"),
    [
        ("generator/analysis/charts/chart_data.py", "tests/analysis"),
        ("generator/ledger/checks/rules/tasks.py", "tests/ledger/checks tests/faults"),
        ("generator/office/ingest/cells", "tests/office/ingest"),
        ("generator/office/start/new_place.py", "tests/office"),
        ("generator/office", "tests/office"),
    ],
)
def test_tests_of_a_folder(place: str, tests: str) -> None:
    """Each folder has the tests that mirror it; where there are none, those of the folder around it."""
    assert [*map(str, folders_of(Path(place)))] == tests.split()
