"""What a command costs, measured in a fresh process; the bench itself stays small, or its memory would count."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Timer

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 900
"""Seconds after which a command is given up."""


class Failed(Exception):
    """A command ended with an error or not at all; the message is the end of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """User CPU and wall seconds of a process and all it started, the peak memory of the largest of them in MB."""

    cpu: float
    wall: float
    peak: float
    said: str = ""
    """What it printed."""


def cost(command: Sequence[str], folder: Path = ROOT, patience: float = PATIENCE) -> Cost:
    """Run a command in a folder.

    Linux counts the memory of whoever starts a process as the least peak of the process: see this module's first line.
    Raises Failed.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=_environment(), stdout=said, stderr=subprocess.STDOUT)
        alarm = Timer(patience, process.kill)
        alarm.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
        except BaseException:  # whoever stops the bench stops what it measures
            process.kill()
            raise
        finally:
            alarm.cancel()
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read().decode(errors="replace")
    if process.returncode:
        reason = f"more than {patience:.0f} s" if wall >= patience else words[-2000:]
        raise Failed(f"{Path(command[0]).name} {' '.join(command[1:4])}: {reason}")
    return Cost(used.ru_utime, wall, used.ru_maxrss / 1024, words)


def _environment() -> dict[str, str]:
    """A folder of texts in the environment of whoever measures must not change what is built."""
    kept = {name: value for name, value in os.environ.items() if name != "SOURCES"}
    return {**kept, "PYTHONPATH": str(ROOT)}


def middle(times: int, once: Callable[[], Cost]) -> Cost:
    """Medians of several runs, and what the last one said."""
    runs = [once() for _ in range(times)]
    cpu, wall, peak = (median(getattr(run, name) for run in runs) for name in ("cpu", "wall", "peak"))
    return Cost(cpu, wall, peak, runs[-1].said)


def python(*arguments: str) -> list[str]:
    """A command of this Python."""
    return [sys.executable, *arguments]


def machine() -> str:
    """All that is said of the machine."""
    return f"{os.cpu_count()} cores, Python {platform.python_version()}"
