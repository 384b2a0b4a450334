"""Commands of the office are killed: what they write is whole, or the next one finishes it; nothing else is touched."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from generator.cli.main import main
from tests.helpers import endurance, trouble
from tests.helpers.filled_forms import copied_ledger
from tests.helpers.ledger import ROOT
from tests.helpers.sites import snapshot
from tests.helpers.workbooks import INDICATORS, TASKS, workbook
from tests.office.splitting.test_writing import WORDS

CONTRACT: Final = ("--contract", str(ROOT / "datapackage.json"))
KILLS: Final = 3
"""How many of its changes a command is killed at in ``make test``; at all of them in ``make endurance``."""


@dataclass(frozen=True)
class Case:
    """A command that writes several files."""

    command: tuple[str, ...]
    prepare: Callable[[Path], object]
    """Lays what it needs into an empty folder."""
    again: int = 0
    """The exit status of the same command after it has ended well."""


def _workbook(place: Path) -> None:
    workbook(place / "book.xlsx", {"任务": TASKS, "指标": INDICATORS})


def _notice(place: Path) -> None:
    (place / "notice-2025.txt").write_text(WORDS, encoding="utf-8")


def _second_workbook(place: Path) -> None:
    """A ledger that began with a notice, and a workbook."""
    _notice(place)
    assert main([*CONTRACT, "split", str(place / "notice-2025.txt"), "--into", str(place / "new")]) == 0
    _workbook(place)


CASES: Final[Mapping[str, Case]] = {
    "import": Case(("import", "book.xlsx", "--into", "new"), _workbook),
    "import into a ledger": Case(("import", "book.xlsx", "--into", "new"), _second_workbook),
    "split": Case(("split", "notice-2025.txt", "--into", "new", "--json", "out.json"), _notice, again=1),
    "init": Case(("init", "new", "--name", "云溪县"), lambda _: None, again=2),
    "forms": Case(("forms", "2023-q3", "--out", "out"), copied_ledger),
    "appraisal": Case(("appraisal", "2023", "--out", "out"), copied_ledger),
}

QUICK: Final = ("init", "split")
"""The cases of ``make test``."""


def run(place: Path, case: Case, kind: str, number: int) -> tuple[int, str, int]:
    """Run the command of a case with trouble: exit status, what is said, and how many changes there were."""
    options = () if case.command[0] == "init" else CONTRACT
    return trouble.forked(place, kind, number, *options, *case.command)


@pytest.mark.sampled
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in QUICK else pytest.mark.endurance) for name in CASES]
)
def test_killed_at_any_change(name: str, tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """What was there stays or becomes new as a whole; the same command once more ends as if nothing had been."""
    case = CASES[name]
    (tmp_path / "before").mkdir()
    case.prepare(tmp_path / "before")
    place, before = tmp_path / "place", snapshot(tmp_path / "before")
    shutil.copytree(tmp_path / "before", place)
    status, said, changes = run(place, case, "none", 0)
    assert status == 0, said
    after = snapshot(place)
    numbers = endurance.some(range(1, changes + 1), KILLS)
    for number in numbers:
        shutil.rmtree(place)
        shutil.copytree(tmp_path / "before", place)
        assert run(place, case, "kill", number)[0] == -9
        left = snapshot(place)
        assert all(left[file] in (content, after[file]) for file, content in before.items())
        status, said, _ = run(place, case, "none", 0)
        assert (status in (0, case.again), "Traceback" not in said) == (True, True), said
        assert snapshot(place) == after, number
    record_property("tried", f"{len(numbers)} kills at {changes} changes")
