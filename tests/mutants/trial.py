"""One fault at a time: a fork of this process imports the program with the fault in it and runs the tests."""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

import pytest

CPU_SECONDS, MEMORY = 120, 6 * 2**30
"""What the tests of one folder may take: several times what they need."""
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


def prepare() -> None:
    """Import what no fault changes."""
    for name in HEAVY:
        import_module(name)


def tests_of(module: Path) -> list[Path]:
    """The test files that mirror a module's folder; first those that are about it, last those that build a site."""
    parts = module.parent.parts[1 : 2 if module.parts[1] == "analysis" else 3]
    name, files = ".".join(module.with_suffix("").parts), Path("tests", *parts).rglob("test_*.py")

    def order(file: Path) -> tuple[bool, bool, bool, Path]:
        text, subject = file.read_text(encoding="utf-8"), file.stem.removeprefix("test_").rstrip("s")
        nearer = file.parent.parts[1:] == module.parent.parts[1:]
        slow = "_site" in text or "trouble" in file.name
        return slow, name not in text and subject not in str(module), not nearer, file

    return sorted(files, key=order)


def failing(tests: Iterable[Path]) -> list[str]:
    """The tests that fail without any fault, which say nothing of one; compiled modules are kept for all trials."""
    report = Path("failed.txt")
    report.write_text("", encoding="utf-8")

    class Notes:
        """Writes down what fails."""

        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            """One line for each test."""
            if report.failed:
                with Path("failed.txt").open("a", encoding="utf-8") as file:
                    file.write(report.nodeid + "\n")

    status = _run(tests, Notes())
    if status not in (0, 1):
        raise SystemExit(f"没有改动，测试也不能运行（{status}）：{' '.join(map(str, tests))}")
    return report.read_text(encoding="utf-8").splitlines()


def outcome(module: Path, faulty: str, tests: Iterable[Path], left_out: Iterable[str]) -> str:
    """Whether tests notice a fault in a module: 杀死, 存活 or 超时."""
    with _in_place(module, faulty):
        status = _run(tests, None, "-x", *(f"--deselect={test}" for test in left_out))
    return {0: "存活", -signal.SIGXCPU: "超时", -signal.SIGALRM: "超时"}.get(status, "杀死")


@contextmanager
def _in_place(module: Path, faulty: str) -> Iterator[None]:
    """The faulty source in place of the module; afterwards the right one, with its time, so that compiled ones hold."""
    right, times = module.read_bytes(), module.stat()
    module.write_text(faulty, encoding="utf-8")
    try:
        yield
    finally:
        module.write_bytes(right)
        os.utime(module, ns=(times.st_atime_ns, times.st_mtime_ns))


def _run(tests: Iterable[Path], plugin: object | None, *options: str) -> int:
    """Run tests in a fork; its exit code, or the signal that ended it as a negative number."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.alarm(CPU_SECONDS * 5)  # for what waits and computes nothing
        if plugin is None:
            sys.dont_write_bytecode = True
            os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        fixed = ["-p", "no:cacheprovider", "--basetemp=temporary", "--hypothesis-seed=0", "-m", MARKS]
        os._exit(pytest.main([*fixed, *options, *map(str, tests)], plugins=[plugin] if plugin else []))
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # what the tests have started
    return status
