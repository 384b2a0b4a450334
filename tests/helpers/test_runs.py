"""How the tests are run: in several processes, with sites that are built once for all of them, and without skips."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SHARING = """
from pathlib import Path
import pytest

def make(folder):
    with Path({log!r}).open("a") as file:
        file.write("made\\n")
    (folder / "page").write_text("half")
    (folder / "page").write_text("whole")

@pytest.mark.parametrize("number", range(6))
def test_page(once, number):
    assert (once("site", make) / "page").read_text() == "whole"
"""

SKIPPING = """
import pytest

def test_passes():
    pass

@pytest.mark.skip(reason="what it needs is not here")
def test_skipped():
    pass
"""


def run(folder: Path, tests: str, processes: int, ci: str = "") -> subprocess.CompletedProcess[str]:
    """What a run of some tests says, with this project's settings of a run."""
    (folder / "test_it.py").write_text(tests, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.conftest",
        "-c",
        os.devnull,
        "-n",
        str(processes),
        str(folder),
    ]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment = {**inherited, "CI": ci}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("processes", [0, 2])
def test_a_skipped_test_fails_the_run_in_ci_alone(tmp_path: Path, processes: int) -> None:
    """Whatever the number of processes, a skip is an error in CI, which says why, and none elsewhere."""
    ended = run(tmp_path, SKIPPING, processes, ci="true")
    assert ended.returncode == 1 and "a skipped test counts as a failure" in ended.stdout
    assert run(tmp_path, SKIPPING, processes).returncode == 0


def test_what_is_shared_is_made_once_a_run(tmp_path: Path) -> None:
    """Two processes that need the same site wait for one that builds it; nobody sees half of it."""
    log = tmp_path / "log"
    ended = run(tmp_path, SHARING.format(log=str(log)), processes=2)
    assert ended.returncode == 0, ended.stdout
    assert log.read_text(encoding="utf-8") == "made\n"
