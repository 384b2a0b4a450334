"""How tests are run, as a plugin of pytest: what is made once for all processes, and what the end of a run says."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")
"""What Linux keeps in memory."""
ROOM = 6 << 30
"""Bytes that the folders of a whole run may take."""

Once = Callable[[str, Callable[[Path], object]], Path]
"""Takes a name and what fills a new folder; returns the folder of that name."""


def pytest_configure() -> None:
    """Folders of tests lie in memory where there is room: builds wait for the disk to store each site."""
    runs_programs = os.access(MEMORY, os.W_OK) and not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
    if runs_programs and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder once a run, for all processes that run tests. Nobody may write to it afterwards."""
    own = tmp_path_factory.getbasetemp()
    return partial(_made_once, own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


def _made_once(parent: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of a name below another, filled by whoever comes first; the others wait until it is complete.

    What a failed attempt left is removed: the next process fails with the same error, and not on half a folder.
    """
    folder, complete = parent / name, parent / f"{name}.complete"
    with (parent / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # given back when the file is closed, or the process ends
        if not complete.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            complete.touch()
    return folder


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI nothing may be skipped: what a test needs is installed or laid beside the project there.

    The process that collects the results decides; those that only run tests have no reporter.
    """
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("CI: a skipped test counts as a failure", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How much the tests tried that record it, as those of ``make endurance`` do."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, ()):
            for name, tried in report.user_properties if report.when == "call" else ():
                if name == "tried":
                    terminalreporter.write_line(f"{outcome}: {report.nodeid}: {tried}")
