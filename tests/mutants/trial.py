"""One fault at a time: a fork has it in the functions that it changes, or imports the program anew, and runs tests."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import pytest

from tests.mutants.changes import Change
from tests.mutants.collected import OPTIONS, Chosen, Collected, Fault, ended, limited, without_bytecode

KILLED, ALIVE, TIMEOUT, NOT_EXECUTED = "杀死", "存活", "超时", "未执行"
OUTCOMES = {0: ALIVE, 5: ALIVE, -signal.SIGPROF: TIMEOUT, -signal.SIGALRM: TIMEOUT, -signal.SIGXCPU: TIMEOUT}
"""What the end of a run means; all others are a failure. 5: of the chosen tests none is there any more."""
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


def outcome(module: str, change: Change, tests: Collected) -> str:
    """Whether the tests that execute a fault notice it: 杀死, 存活, 超时 or 未执行.

    What an import executes cannot be changed afterwards: such a fault is imported anew.
    """
    path = Path(module)
    source = path.read_text(encoding="utf-8")
    lines, fault = change.statement(source), Fault(module, source, change.made_in(source))
    chosen = tests.seen.chosen(folders_of(path), module, lines)
    if not chosen:
        return NOT_EXECUTED
    with _in_place(path, fault.faulty):  # also for other processes that a test starts
        status = None if tests.seen.at_import(module, lines) else tests.run(fault, chosen)
        return OUTCOMES.get(imported(chosen) if status is None else status, KILLED)


def imported(chosen: dict[str, float]) -> int:
    """Run some tests until one fails, in a fork that imports the program. See ``ended``."""
    child = os.fork()
    if child == 0:
        limited()
        without_bytecode()
        files = sorted({name.partition("::")[0] for name in chosen})
        os._exit(pytest.main([*OPTIONS, "-x", *files], plugins=[Chosen(chosen)]))
    return ended(child)


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
