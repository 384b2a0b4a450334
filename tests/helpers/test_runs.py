"""How the tests are run: in several processes, with sites that are built once for all of them, and without skips."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

TESTS = """
from pathlib import Path
import pytest

def make(folder):
    with Path({log!r}).open("a") as file:
        file.write("made ")
    (folder / "page").write_text("half")
    (folder / "page").write_text("whole")

@pytest.mark.parametrize("number", range(6))
def test_page(once, number):
    assert (once("site", make) / "page").read_text() == "whole"

@pytest.mark.skip(reason="what it needs is not here")
def test_skipped():
    pass
"""


def run(folder: Path, processes: int, ci: str) -> subprocess.CompletedProcess[str]:
    """What a run of these tests says, with this project's settings of a run; ``log`` has a line for each making."""
    tests = TESTS.format(log=str(folder / "log"))
    (folder / "test_it.py").write_text(tests, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.helpers.runs", "-c", os.devnull]
    command += ["-p", "xdist", "-n", str(processes), f"--basetemp={folder / 'temporary'}"]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment = {**inherited, "CI": ci, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # others take long to import
    ended = subprocess.run(
        [*command, str(folder)], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert "6 passed" in ended.stdout, ended.stdout + ended.stderr
    return ended


@pytest.mark.parametrize("processes", [pytest.param(0, marks=pytest.mark.endurance), 2])
def test_a_skipped_test_fails_the_run_in_ci(tmp_path: Path, processes: int) -> None:
    """Whatever the number of processes, a skip is an error in CI, which says why; and what tests share, such as a
    built site, is made by one process alone, while the others wait until it is complete.
    """
    ended = run(tmp_path, processes, ci="true")
    assert ended.returncode == 1 and "a skipped test counts as a failure" in ended.stdout
    assert (tmp_path / "log").read_text(encoding="utf-8") == "made "


def test_a_skipped_test_fails_no_run_elsewhere(tmp_path: Path) -> None:
    """Who has no office program at hand can run the other tests."""
    assert run(tmp_path, 0, ci="").returncode == 0
