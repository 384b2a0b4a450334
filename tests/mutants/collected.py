"""Tests that are collected once: a process keeps them, and forks whenever some of them shall run."""

from __future__ import annotations

import gc
import os
import pickle
import resource
import signal
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.mutants.executed import Watch, Watched
from tests.mutants.swapped import functions_of, swaps

CPU_SECONDS, MEMORY = 600, 6 * 2**30
"""What a run may take in all."""
LEAST_SECONDS = 4
"""So many seconds of the CPU each test may take, beside ten times its own."""
MARKS = "not endurance and not browser and not office"
REPORT = Path("executed.pickle")
OPTIONS = (
    *("-p", "no:cacheprovider", "--basetemp=temporary", "--hypothesis-seed=0", "-m", MARKS),
    *("--assert=plain", "--tb=native"),  # nobody reads why a test failed
)


class Fault(NamedTuple):
    """A module, by its path from here, and its text without and with a fault."""

    module: str
    right: str
    faulty: str


class Chosen:
    """A plugin of pytest that runs some tests of those that are collected, in its own order, each with a limit."""

    def __init__(self, seconds: dict[str, float]) -> None:
        """Take the tests with what each takes."""
        self._seconds = seconds

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave the chosen tests; a fault may make that some are not there."""
        by_name = {item.nodeid: item for item in items}
        items[:] = [by_name[name] for name in self._seconds if name in by_name]

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """A test may take several times its seconds: of the CPU, however busy the machine is, and in all."""
        signal.setitimer(signal.ITIMER_PROF, LEAST_SECONDS + 10 * self._seconds[item.nodeid])
        signal.setitimer(signal.ITIMER_REAL, 60 + 100 * self._seconds[item.nodeid])


class Collected(NamedTuple):
    """What the tests execute without a fault, and the process that has collected them."""

    seen: Watched
    connection: Connection

    def run(self, fault: Fault, chosen: dict[str, float]) -> int | None:
        """Run some tests with a fault until one fails; nothing where no function can take it. See ``ended``."""
        self.connection.send((fault, chosen))
        status: int | None = self.connection.recv()
        return status


@contextmanager
def collected(tests: Iterable[str], modules: Collection[str]) -> Iterator[Collected]:
    """Collect the tests of folders and watch them once; which lines of some modules each of them executes."""
    here, there = Pipe()
    process = os.fork()
    if process == 0:
        here.close()
        watch = Watch(modules, REPORT)
        watch.start()
        _silent()
        os._exit(pytest.main([*OPTIONS, *tests], plugins=[watch, _Forks(modules, there, watch)]))
    there.close()
    try:
        status = here.recv()
        if status not in {0, 1}:
            raise SystemExit(f"没有改动，测试也不能运行（{status}）：{(*tests,)}")
        yield Collected(pickle.loads(REPORT.read_bytes()), here)
    finally:
        here.close()
        os.waitpid(process, 0)


class _Forks:
    """A plugin of pytest: in place of the run come as many as are asked for, each in a fork.

    This process itself sets up no fixture, so that nothing is kept that was made without a fault.
    """

    def __init__(self, modules: Collection[str], connection: Connection, watch: Watch) -> None:
        self._modules = {module: str(Path(module).resolve()) for module in modules}
        self._connection = connection
        self._watch = watch

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> None:
        """Each fork returns from here and goes on with its tests; this process ends when nobody asks any more."""
        child = os.fork()
        if child == 0:
            limited()
            return
        self._watch.stop()
        session.config.pluginmanager.unregister(self._watch)
        self._connection.send(ended(child))
        functions = functions_of(self._modules.values())
        gc.collect()
        gc.freeze()
        while True:
            try:
                fault, chosen = self._connection.recv()
            except EOFError:
                os._exit(0)
            places = swaps(fault.right, fault.faulty, functions[self._modules[fault.module]])
            if not places:
                self._connection.send(None)
                continue
            child = os.fork()
            if child == 0:
                limited()
                for function, code in places:
                    function.__code__ = code
                _only(session, Chosen(chosen))
                return
            self._connection.send(ended(child))


def _only(session: pytest.Session, chosen: Chosen) -> None:
    """Let pytest run the chosen tests until one fails."""
    without_bytecode()
    chosen.pytest_collection_modifyitems(session.items)
    session.config.option.maxfail = 1
    session.config.pluginmanager.register(chosen)


def limited() -> None:
    """Give this process, with all that it starts, a group and limits of its own, and nobody to talk to."""
    os.setpgid(0, 0)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    _silent()


def _silent() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)


def without_bytecode() -> None:
    """A compiled fault must not stay."""
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"


def ended(child: int) -> int:
    """The exit code of a fork, or the signal that ended it as a negative number; what it has started is ended, too."""
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return status
