"""One fault at a time: a fork of this process imports the program with the fault in it and runs the chosen tests."""

from __future__ import annotations

import os
import pickle
import resource
import signal
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

import pytest

from tests.mutants.changes import Change
from tests.mutants.executed import Watch, Watched

KILLED, ALIVE, TIMEOUT, NOT_EXECUTED = "杀死", "存活", "超时", "未执行"
OUTCOMES = {0: ALIVE, 5: ALIVE, -signal.SIGPROF: TIMEOUT, -signal.SIGALRM: TIMEOUT, -signal.SIGXCPU: TIMEOUT}
"""What the end of a run means; all others are a failure. 5: of the chosen tests none is there any more."""
CPU_SECONDS, MEMORY = 600, 6 * 2**30
"""What a run may take in all."""
LEAST_SECONDS = 10
"""So many seconds of the CPU each test may take, beside ten times its own."""
MARKS = "not endurance and not browser and not office"
HEAVY = (
    "frictionless",
    "hypothesis",
    "mkdocs.config",
    "playwright.sync_api",
    "openpyxl",
    "docx",
    "xlsxwriter",
    "jinja2",
)
"""Libraries that tests need, imported once; nothing of ours, which each fork imports anew."""
CHECKS, CORPUS = Path("tests/ledger/checks"), Path("tests/faults")
REPORT = Path("executed.pickle")


def prepare() -> None:
    """Import what no fault changes."""
    for name in HEAVY:
        import_module(name)


def folders_of(place: Path) -> tuple[Path, ...]:
    """The folder of tests that mirrors a folder of the program, or the folder of a module; checks have a corpus."""
    folder = place.parent if place.suffix else place
    tests = Path("tests", *folder.parts[1 : 2 if folder.parts[1] == "analysis" else 3])
    mirror = tests if tests.is_dir() else tests.parent
    return (mirror, CORPUS) if mirror == CHECKS else (mirror,)


def watched(tests: Iterable[Path], modules: Collection[str]) -> Watched:
    """Run the tests of folders without a fault; which lines of some modules each of them executes."""
    status = _run(map(str, tests), Watch(modules, REPORT))
    if status not in {0, 1}:
        raise SystemExit(f"没有改动，测试也不能运行（{status}）：{(*map(str, tests),)}")
    result: Watched = pickle.loads(REPORT.read_bytes())
    return result


def outcome(module: str, change: Change, seen: Watched) -> str:
    """Whether the tests that execute a fault notice it: 杀死, 存活, 超时 or 未执行."""
    path = Path(module)
    source = path.read_text(encoding="utf-8")
    chosen = seen.chosen(folders_of(path), module, change.statement(source))
    if not chosen:
        return NOT_EXECUTED
    with _in_place(path, change.made_in(source)):
        return OUTCOMES.get(_run(sorted({name.partition("::")[0] for name in chosen}), _Chosen(chosen), "-x"), KILLED)


class _Chosen:
    """A plugin of pytest that runs some tests of those that are collected, in its own order, each with a limit."""

    def __init__(self, seconds: dict[str, float]) -> None:
        self._seconds = seconds

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave the chosen tests; compiled modules stay as they are without a fault."""
        by_name = {item.nodeid: item for item in items}
        items[:] = [by_name[name] for name in self._seconds if name in by_name]

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """A test may take several times its seconds: of the CPU, however busy the machine is, and in all."""
        signal.setitimer(signal.ITIMER_PROF, LEAST_SECONDS + 10 * self._seconds[item.nodeid])
        signal.setitimer(signal.ITIMER_REAL, 60 + 100 * self._seconds[item.nodeid])


@contextmanager
def _in_place(module: Path, faulty: str) -> Iterator[None]:
    """The faulty source in place of the module; afterwards the right one, with its time, so that compiled ones hold."""
    right, times = module.read_bytes(), module.stat()
    module.write_text(faulty, encoding="utf-8")
    os.utime(module, ns=(times.st_atime_ns, times.st_mtime_ns + 2 * 10**9))  # compiled ones know a source by its second
    try:
        yield
    finally:
        module.write_bytes(right)
        os.utime(module, ns=(times.st_atime_ns, times.st_mtime_ns))


def _run(tests: Iterable[str], plugin: Watch | _Chosen, *options: str) -> int:
    """Run tests in a fork; its exit code, or the signal that ended it as a negative number."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if isinstance(plugin, Watch):
            plugin.start()
        else:  # a compiled fault must not stay
            sys.dont_write_bytecode = True
            os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        fixed = ["-p", "no:cacheprovider", "--basetemp=temporary", "--hypothesis-seed=0", "-m", MARKS]
        os._exit(pytest.main([*fixed, *options, *tests], plugins=[plugin]))
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # what the tests have started
    return status
