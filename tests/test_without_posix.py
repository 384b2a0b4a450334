"""The program does without what Windows does not have; a child process plays a system without it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from generator.language.command_words import OPEN_ELSEWHERE
from tests.conftest import DISTRICT_TEXTS, ROOT, built, project
from tests.helpers import ledger
from tests.helpers.sites import different, edit, snapshot, unsearched

SYSTEM = """
import errno, multiprocessing, os, shutil, signal, subprocess, sys, tempfile, pathlib
multiprocessing.get_all_start_methods = lambda: ["spawn"]
sys.modules["fcntl"] = None
shutil._use_fd_functions = False
for name in ("fork", "fchmod", "sched_getaffinity", "O_DIRECTORY", "sync"):
    delattr(os, name)
open_ = os.open
def open_no_folder(path, *arguments, **options):
    if os.path.isdir(path):
        raise PermissionError(errno.EACCES, "Permission denied", path)
    return open_(path, *arguments, **options)
os.open = open_no_folder
from generator.support import files
files._linux = lambda: None
"""
"""What Windows lacks: copies of processes, locks, modes, cores of a process, folders that can be opened, Linux."""
HELD = """
replace = pathlib.Path.replace
def held(source, target):
    if source.name == "new" and target.name == "site":
        error = PermissionError(errno.EACCES, "Access is denied", str(source))
        error.winerror = 32
        raise error
    return replace(source, target)
pathlib.Path.replace = held
from generator.support import files
files.PAUSE = 0
"""
"""A file of the new site stays open in another program."""
MAIN = "from generator.__main__ import run\nrun()\n"


def run(
    folder: Path, *arguments: str, system: str = SYSTEM, encoding: str = "utf-8"
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder on the system that is played."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-c", system + MAIN, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding=encoding, check=False)


def small(folder: Path) -> Path:
    """A project with the small ledger, not built yet."""
    (folder / "project").mkdir()
    return unsearched(project(folder / "project", ledger.write(folder, ledger.LEDGER)))


def test_a_site_is_built_without_copies_of_processes(tmp_path: Path) -> None:
    """The same bytes as elsewhere; it takes the place of an old one."""
    place = small(tmp_path)
    ordinary = snapshot(built(place))
    edit(place / "data/documents.yml", "云澜区五年规划任务分工", "云澜区五年规划任务分工方案")
    built(place)
    edit(place / "data/documents.yml", "云澜区五年规划任务分工方案", "云澜区五年规划任务分工")
    done = run(place, "build")
    assert done.returncode == 0, done.stderr
    assert different(snapshot(place / "site"), ordinary) == []


def test_a_site_that_is_looked_at_stays(tmp_path: Path) -> None:
    """One sentence says what to close; the old site is at its place, and nothing is left beside it."""
    place = small(tmp_path)
    before = snapshot(built(place))
    edit(place / "data/documents.yml", "云澜区五年规划任务分工", "云澜区五年规划任务分工方案")
    done = run(place, "build", system=SYSTEM + HELD)
    assert done.returncode == 1 and OPEN_ELSEWHERE in done.stderr and "Traceback" not in done.stderr
    assert snapshot(place / "site") == before
    assert not (place / ".site-build" / "new").exists()


def test_lines_of_the_ledger_are_written(tmp_path: Path) -> None:
    """Neither modes of files nor folders that can be opened are needed."""
    place = project(tmp_path, ROOT / "tests" / "district" / "data")
    text = next(iter(sorted(DISTRICT_TEXTS.glob("*.txt"))))
    (tmp_path / "texts").mkdir()
    words = "前言。" + text.read_text(encoding="utf-8-sig")
    (tmp_path / "texts" / text.name).write_text(words, encoding="utf-8")
    done = run(place, "relocate", text.stem, "--sources", "texts")
    assert done.returncode == 0, done.stderr
    assert "挪了位置、已写回的" in done.stdout


def test_a_console_of_china_prints_what_it_can(tmp_path: Path) -> None:
    """A character that GBK lacks is printed as a question mark and ends nothing."""
    place = small(tmp_path)
    edit(place / "data/documents.yml", "validity: 有效", "validity: 有²效")
    done = run(place, "check", encoding="gbk")
    assert done.returncode == 1 and "有?效" in done.stderr and "Traceback" not in done.stderr
