"""Which tests execute which lines: the tests of a folder run once, watched line by line."""

from __future__ import annotations

import gc
import pickle
import sys
import threading
from collections.abc import Collection, Generator, Iterable
from functools import _lru_cache_wrapper
from pathlib import Path
from time import perf_counter
from types import FrameType
from typing import Any, NamedTuple

import pytest

ANY = ("", 0)
"""Stands for what another process executes, which nobody watches: it may be any line."""


class Executed(NamedTuple):
    """What a test took, and which lines it executed, each by its module and number."""

    seconds: float
    lines: set[tuple[str, int]]


class Watched(NamedTuple):
    """What a run has shown: the tests that passed, those that did not, and the lines that imports executed."""

    tests: dict[str, Executed]
    failed: list[str]
    imported: set[tuple[str, int]]

    def at_import(self, module: str, lines: Iterable[int]) -> bool:
        """Whether an import executes one of these lines, of the program or of the tests."""
        return bool(_places(module, lines) & self.imported)

    def chosen(self, folders: Iterable[Path], module: str, lines: Iterable[int]) -> dict[str, float]:
        """The tests below some folders that can notice a fault in these lines, with their seconds, the cheapest first.

        What an import executes, a table for example, may reach any test; those that use the module come first.
        """
        wanted = _places(module, lines)
        below = tuple(f"{folder}/" for folder in folders)
        anywhere = self.at_import(module, lines)

        def order(name: str) -> tuple[bool, float]:
            seconds, executed = self.tests[name]
            return anywhere and module not in {used for used, _ in executed}, seconds

        names = [
            name
            for name, (_, executed) in self.tests.items()
            if name.startswith(below) and (anywhere or ANY in executed or wanted & executed)
        ]
        return {name: self.tests[name].seconds for name in sorted(names, key=order)}


def _places(module: str, lines: Iterable[int]) -> set[tuple[str, int]]:
    return {(module, line) for line in lines}


class Watch:
    """A plugin of pytest that watches some modules, from the first import to the last test.

    A fixture that several tests share counts for each of them. Caches are emptied before each test, for what one test
    has left in them is not executed again by the next.
    """

    def __init__(self, modules: Collection[str], report: Path) -> None:
        """Take modules, given by their paths from here, and where to write what was seen."""
        self._modules = {str(Path(module).resolve()): module for module in modules}
        self._report = report
        self._imported: set[tuple[str, int]] = set()
        self._lines = self._imported
        self._tests: dict[str, Executed] = {}
        self._failed: dict[str, None] = {}
        self._fixtures: dict[str, set[str]] = {}
        self._shared: dict[tuple[str, str], Executed] = {}
        self._seconds_shared = 0.0
        self._caches: list[_lru_cache_wrapper[Any]] = []

    def start(self) -> None:
        """Watch this process, with its threads, and whether it starts others."""
        sys.addaudithook(self._hear)
        threading.settrace(self._trace)
        sys.settrace(self._trace)

    def stop(self) -> None:
        """Watch no longer."""
        threading.settrace(None)
        sys.settrace(None)

    def _trace(self, frame: FrameType, event: str, _: object) -> Any:
        module = self._modules.get(frame.f_code.co_filename)
        if module and event == "line":
            self._lines.add((module, frame.f_lineno))
        return self._trace if module else None

    def _hear(self, event: str, values: tuple[Any, ...]) -> None:
        if event == "os.fork" or (event == "subprocess.Popen" and "python" in str(values[1])):
            self._lines.add(ANY)

    def pytest_collection_finish(self) -> None:
        """Find the functions of the project that keep results, also those that a ledger was read beside."""
        gc.unfreeze()  # see generator.support.collector
        every = [one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper)]
        here = str(Path.cwd())
        self._caches = [one for one in every if here in str(getattr(sys.modules.get(one.__module__), "__file__", ""))]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Function) -> Generator[None, object, object]:
        """Note what one test executes."""
        for cache in self._caches:
            cache.cache_clear()
        self._lines, self._seconds_shared, started = set(), 0.0, perf_counter()
        result = yield
        self._tests[item.nodeid] = Executed(perf_counter() - started - self._seconds_shared, self._lines)
        self._fixtures[item.nodeid] = {*item.fixturenames}
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Generator[None, object, object]:
        """Note what a fixture executes that is made once for several tests, apart from the test that comes first."""
        if fixturedef.scope == "function":
            return (yield)
        of_test, self._lines, started = self._lines, set(), perf_counter()
        try:
            return (yield)
        finally:
            seconds, key = perf_counter() - started, (fixturedef.baseid, fixturedef.argname)
            earlier = self._shared.get(key, Executed(0.0, set()))
            self._shared[key] = Executed(max(seconds, earlier.seconds), self._lines | earlier.lines)
            self._seconds_shared += seconds
            self._lines = of_test

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the tests that fail without any fault."""
        if report.failed:
            self._failed[report.nodeid] = None

    def pytest_sessionfinish(self) -> None:
        """Write down what was seen."""
        self.stop()
        for (base, fixture), shared in self._shared.items():
            for name, (seconds, lines) in self._tests.items():
                if name.startswith(base) and fixture in self._fixtures[name]:
                    self._tests[name] = Executed(seconds + shared.seconds, lines | shared.lines)
        passed = {name: executed for name, executed in self._tests.items() if name not in self._failed}
        self._report.write_bytes(pickle.dumps(Watched(passed, [*self._failed], self._imported)))
