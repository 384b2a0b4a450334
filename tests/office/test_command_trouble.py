"""Commands of the office are killed or meet a full disk: what they write is whole, and nothing else is touched."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from generator.cli.main import main
from generator.support.files import HAS_LOCKS
from tests.helpers import endurance, killing, small_disk, trouble
from tests.helpers.filled_forms import copied_ledger
from tests.helpers.ledger import ROOT
from tests.helpers.odd_forms import returned
from tests.helpers.sites import snapshot
from tests.helpers.workbooks import INDICATORS, TASKS, workbook
from tests.office.splitting.test_writing import WORDS

CONTRACT: Final = ("--contract", str(ROOT / "datapackage.json"))
FULL: Final = 3
"""At how many of its changes a command finds the disk full in ``make test``."""
LEVELS: Final = 3
"""How full a small disk is, for each command."""


@dataclass(frozen=True)
class Case:
    """A command that writes several files."""

    command: tuple[str, ...]
    prepare: Callable[[Path], object]
    """Lays what it needs into an empty folder."""
    again: int = 0
    """The exit status of the same command after it has ended well."""
    other: tuple[str, ...] = ("offline", "--site", "nowhere", "--folder", "out")
    """A command that writes nothing, and ends what was left at the same place."""


def _workbook(place: Path) -> None:
    workbook(place / "book.xlsx", {"任务": TASKS, "指标": INDICATORS})


def _notice(place: Path) -> None:
    (place / "notice-2025.txt").write_text(WORDS, encoding="utf-8")


def _second_workbook(place: Path) -> None:
    """A ledger that began with a notice, and a workbook."""
    _notice(place)
    assert main([*CONTRACT, "split", str(place / "notice-2025.txt"), "--into", str(place / "new")]) == 0
    _workbook(place)


def _site(place: Path) -> None:
    """What ``offline`` takes for a site."""
    files = {"index.html": "<p>", "ledger-site.json": "{}", "datapackage.json": '{"name": "place"}'}
    for name, text in files.items():
        (place / "site").mkdir(exist_ok=True)
        (place / "site" / name).write_text(text, encoding="utf-8")


def _older_package(place: Path) -> None:
    """A ledger, and a package and pages of an older state of it."""
    copied_ledger(place)
    for name in ("data/tasks.csv", "data/targets.json", "datapackage.json", "index.md", "tasks/index.md", "note.txt"):
        (place / "out" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "out" / name).write_text("older", encoding="utf-8")


def _form(place: Path) -> None:
    """A ledger and a form that came back."""
    copied_ledger(place)
    (place / "form.xlsx").write_bytes(returned())


INTO_NEW: Final = ("import", "missing.xlsx", "--into", "new")
CASES: Final[Mapping[str, Case]] = {
    "import": Case(("import", "book.xlsx", "--into", "new"), _workbook, other=INTO_NEW),
    "import into a ledger": Case(("import", "book.xlsx", "--into", "new"), _second_workbook, other=INTO_NEW),
    "split": Case(("split", "notice-2025.txt", "--into", "new", "--json", "out.json"), _notice, 1, INTO_NEW),
    "init": Case(("init", "new", "--name", "云溪县"), lambda _: None, 2, INTO_NEW),
    "forms": Case(("forms", "2023-q3", "--out", "out"), copied_ledger),
    "appraisal": Case(("appraisal", "2023", "--out", "out"), copied_ledger),
    "round": Case(("round", "2023-q3", "--on", "2023-12-20", "--all", "--out", "out"), copied_ledger),
    "export": Case(("export", "out", "--only-csv-json"), _older_package),
    "pages": Case(("pages", "out"), _older_package),
    "offline": Case(("offline", "--site", "site", "--folder", "out"), _site),
    "ingest": Case(("ingest", "form.xlsx", "--on", "2023-10-13"), _form, other=("check",)),
}

QUICK: Final = ("init", "split", "export")
"""The cases of ``make test``."""
CASE: Final = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in QUICK else pytest.mark.endurance) for name in CASES]
)


def command(case: Case) -> list[str]:
    """The command of a case, with the contract where it needs one."""
    return [*(() if case.command[0] == "init" else CONTRACT), *case.command]


def run(place: Path, case: Case, kind: str, number: int) -> tuple[int, str, int]:
    """Run the command of a case with trouble: exit status, what is said, and how many changes there were."""
    return trouble.forked(place, kind, number, *command(case))


@pytest.mark.sampled
@CASE
def test_killed_at_any_change(name: str, tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """The next command makes all old or all new; the same one once more ends as if nothing had been."""
    case, place = CASES[name], tmp_path / "place"
    (tmp_path / "before").mkdir()
    case.prepare(tmp_path / "before")
    other = (*CONTRACT, *case.other)
    tried = killing.assert_all_or_nothing(
        tmp_path / "before", place, lambda: main(command(case)), lambda: main([*other]), case.again
    )
    record_property("tried", tried)


@pytest.mark.sampled
@CASE
def test_a_full_disk_at_any_change(name: str, tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """One Chinese sentence; everything is as it was, and with room the command ends as if nothing had been."""
    case = CASES[name]
    (tmp_path / "before").mkdir()
    case.prepare(tmp_path / "before")
    place, before = tmp_path / "place", snapshot(tmp_path / "before")
    shutil.copytree(tmp_path / "before", place)
    changes = run(place, case, "none", 0)[2]
    after = snapshot(place)
    numbers = endurance.some(range(1, changes + 1, 1 + changes // killing.MOST), FULL)
    refused = 0
    for number in numbers:
        shutil.rmtree(place)
        shutil.copytree(tmp_path / "before", place)
        status, said, _ = run(place, case, "full", number)
        refused += status
        if status == 0:
            assert snapshot(place) == after, number
            continue
        assert (status, "磁盘已满" in said, "Traceback" in said) == (1, True, False), said
        assert snapshot(place) == before, number
        assert run(place, case, "none", 0)[0] == 0
        assert snapshot(place) == after, number
    record_property("tried", f"{len(numbers)} of {changes} changes, {refused} refused")


@pytest.mark.endurance
@pytest.mark.parametrize("name", CASES)
def test_small_disks(name: str, tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """As above on a real small disk, at many levels of filling."""
    case = CASES[name]
    case.prepare(tmp_path)
    before = snapshot(tmp_path)
    whole = small_disk.run(tmp_path, tmp_path, 32_000_000, (*command(case),))
    assert whole.status == 0, whole.said
    needed = sum(len(content) + 4096 for name, content in whole.files.items() if before.get(name) != content)
    refused = 0
    for level in range(LEVELS):
        done = small_disk.run(tmp_path, tmp_path, 2 * needed * level // LEVELS, (*command(case),))
        assert done.files == (before if done.status else whole.files)
        if done.status:
            refused += 1
            assert (done.status, "磁盘已满" in done.said, "Traceback" in done.said) == (1, True, False), done.said
            assert (done.again, done.files_again) == (0, whole.files)
    record_property("tried", f"{LEVELS} levels: {LEVELS - refused} done, {refused} refused")


def _three(place: Path) -> None:
    """A ledger, a form that came back, a workbook, a notice and a site."""
    _form(place)
    _workbook(place)
    _notice(place)
    _site(place)


IMPORT, SPLIT = ("import", "book.xlsx", "--into"), ("split", "notice-2025.txt", "--into")
PAIRS: Final = {
    "offline, offline": (CASES["offline"].command, CASES["offline"].command),
    "forms, forms": (CASES["forms"].command, CASES["forms"].command),
    "import, split": ((*IMPORT, "new"), (*SPLIT, "new")),
    "ingest, import": (CASES["ingest"].command, (*IMPORT, ".")),
    "import, ingest": ((*IMPORT, "."), CASES["ingest"].command),
}
"""Two commands that write at one place."""


@pytest.mark.skipif(not HAS_LOCKS, reason="nobody waits where there are no locks")
@pytest.mark.parametrize(
    "pair", [pytest.param(p, marks=() if p == "offline, offline" else pytest.mark.endurance) for p in PAIRS]
)
def test_two_at_once(pair: str, tmp_path: Path) -> None:
    """The second one says that it waits, and the end is that of one behind the other: nothing is lost."""
    first, second = PAIRS[pair]
    (tmp_path / "before").mkdir()
    _three(tmp_path / "before")
    behind, place = (Path(shutil.copytree(tmp_path / "before", tmp_path / name)) for name in ("behind", "place"))
    for command in (first, second):
        assert trouble.forked(behind, "none", 0, *CONTRACT, *command)[0] == 0
    stopped = trouble.started(place, "pause", "os.rename", 1, *CONTRACT, *first)
    with trouble.none_left(stopped):
        assert os.WIFSTOPPED(os.waitpid(stopped.pid, os.WUNTRACED)[1])
        waiting = trouble.started(place, "none", "any", 0, *CONTRACT, *second)
        with trouble.none_left(waiting):
            assert waiting.stdout is not None
            assert "另一条命令正在往" in waiting.stdout.readline()
            os.kill(stopped.pid, signal.SIGCONT)
            for running in (stopped, waiting):
                wrong = running.communicate()[1]
                assert (running.returncode, "Traceback" in wrong) == (0, False), wrong
    assert snapshot(place) == snapshot(behind)
