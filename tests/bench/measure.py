"""What a command costs: user CPU and wall seconds, and the memory of all its processes together. Needs Linux.

The bench itself stays small: it reads no ledger in its own process.
"""

from __future__ import annotations

import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Event, Timer

ROOT = Path(__file__).resolve().parents[2]
TIME_LIMIT = 900
"""Seconds after which a command is stopped."""
MEMORY_FOLDER = Path("/dev/shm")
"""What Linux keeps in memory."""
ROOM = 6 << 30
"""Bytes that the largest projects need."""
SHORTEST_PAUSE = 0.05
"""Seconds between two looks at the memory of a small command."""
PAUSE_FACTOR = 50
"""The pause is so many times as long as the look before it took: looking costs 2 % of one core."""


class Failed(Exception):
    """A command ended with an error or was stopped; the message is the end of its output."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command and all processes that it started cost."""

    cpu: float
    """User CPU seconds of all processes."""
    wall: float
    """Seconds from start to end."""
    memory: float
    """The most memory of all processes together in MB; memory that processes share counts once (PSS)."""
    output: str = ""
    """What it printed."""


def run(command: Sequence[str], folder: Path = ROOT, time_limit: float = TIME_LIMIT) -> Cost:
    """Run a command in a folder and measure it.

    Raises:
        Failed: It ended with an error or took longer than ``time_limit`` seconds.
    """
    with tempfile.TemporaryFile() as output, ThreadPoolExecutor(1) as pool:
        start, ended = time.perf_counter(), Event()
        process = subprocess.Popen(
            command, cwd=folder, env=_environment(), stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
        memory = pool.submit(_most_memory, process.pid, ended)
        alarm = Timer(time_limit, _stop, [process.pid])
        alarm.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:  # whoever stops the bench stops what it measures
            _stop(process.pid)
            raise
        finally:
            wall = time.perf_counter() - start
            alarm.cancel()
            ended.set()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
        if process.returncode:
            reason = f"more than {time_limit:.0f} s" if wall >= time_limit else text[-2000:]
            raise Failed(f"{Path(command[0]).name} {' '.join(command[1:4])}: {reason}")
        return Cost(usage.ru_utime, wall, memory.result(), text)


def _stop(pid: int) -> None:
    """Stop a command and the processes that it started."""
    with suppress(ProcessLookupError):  # it has just ended
        os.killpg(pid, signal.SIGKILL)


def _environment() -> dict[str, str]:
    """A folder of texts in the environment of the bench must not change what is built."""
    return {**{name: value for name, value in os.environ.items() if name != "SOURCES"}, "PYTHONPATH": str(ROOT)}


def _most_memory(pid: int, ended: Event) -> float:
    """Look at the memory of a process and its descendants until it has ended; the most in MB."""
    most, pause = 0, SHORTEST_PAUSE
    while not ended.wait(pause):
        before = time.thread_time()
        most = max(most, sum(map(_memory, _descendants(pid))))
        pause = max(SHORTEST_PAUSE, PAUSE_FACTOR * (time.thread_time() - before))
    return most / 1024


def _descendants(pid: int) -> Iterator[int]:
    """A process and all processes below it."""
    yield pid
    try:
        children = [file.read_text() for file in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:  # it has just ended
        return
    for child in " ".join(children).split():
        yield from _descendants(int(child))


def _memory(pid: int) -> int:
    """The proportional set size of a process in KB; 0 when it has just ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def median_cost(times: int, once: Callable[[], Cost]) -> Cost:
    """Medians of several runs, and the output of the last one."""
    runs = [once() for _ in range(times)]
    cpu, wall, memory = (median(getattr(one, name) for one in runs) for name in ("cpu", "wall", "memory"))
    return Cost(cpu, wall, memory, runs[-1].output)


def python(*arguments: str) -> list[str]:
    """A command of this Python."""
    return [sys.executable, *arguments]


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder for the files of the bench and temporary files of what it measures; in memory where there is room."""
    if MEMORY_FOLDER.is_dir() and shutil.disk_usage(MEMORY_FOLDER).free >= ROOM:
        tempfile.tempdir = str(MEMORY_FOLDER)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        os.environ["TMPDIR"] = name
        yield Path(name)


def machine() -> str:
    """What the table's head says of the machine."""
    folder = Path(tempfile.gettempdir())
    place = f"files in memory ({MEMORY_FOLDER})" if folder.is_relative_to(MEMORY_FOLDER) else "files on disk"
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {place}"
