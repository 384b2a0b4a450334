"""The command as a process: what reads its words may leave, and a terminal may have no Chinese."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.conftest import ROOT

HELP = [sys.executable, "-m", "generator", "--help"]


def test_whoever_reads_may_leave() -> None:
    """As with ``| head -1``: no English report, and the status that a shell knows."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        run = subprocess.run(HELP, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writing)
    assert (run.returncode, run.stderr) == (141, b"")


def test_a_terminal_without_chinese_gets_chinese() -> None:
    """Question marks say nothing; in a file or a terminal of today UTF-8 is read."""
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    run = subprocess.run(HELP, cwd=ROOT, env=environment, capture_output=True, check=True)
    assert run.stdout.decode("utf-8").startswith("用法")
