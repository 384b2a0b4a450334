"""The collection of forms on a branch is killed: the branch has the old or the new ledger, and the next run goes on."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.ledger.contract import load_contract
from generator.office.rounds.commits import ledger_at
from generator.office.rounds.review.round_review import RoundReview
from generator.office.rounds.round_branch import LOCK, locked, round_branch
from tests.conftest import ROOT
from tests.helpers import endurance, rounds, trouble
from tests.helpers.filled_forms import CONTRACT, ROUND, filled
from tests.helpers.git import git
from tests.helpers.rounds import BRANCH, FORM, ingest, on_branch, own_state

KILLS = 1
OPTIONS = ("../form.xlsx", "--on", "2023-10-13")


@pytest.fixture(name="office")
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    rounds.as_person(monkeypatch)
    office = rounds.place(tmp_path)
    assert ingest(office, filled("区水利生态局", {1: {"完成值": "31.9"}})) == 0
    (tmp_path / "form.xlsx").write_bytes(FORM)
    return office


def assert_whole(office: Path, tips: set[str]) -> None:
    """The branch is where it was or where it should be, its ledger has no fault, and the editor's folder is clean."""
    git(office, "fsck", "--no-progress", "--no-dangling")
    assert git(office, "rev-parse", f"{BRANCH}^{{tree}}") in tips
    assert own_state(office)[2] == ""


@pytest.mark.sampled
def test_killed_at_any_change(office: Path, record_property: Callable[[str, object], None]) -> None:
    """Before each change that the program itself makes: the next run brings back the round's folder and goes on."""
    watched, start = office / ".git" / "ledger-rounds", git(office, "rev-parse", BRANCH)
    old = git(office, "rev-parse", f"{BRANCH}^{{tree}}")
    counted = trouble.run(office, "none", "any", 0, *OPTIONS, command="ingest", watched=watched)
    changes, new = int(counted.stdout.splitlines()[-1]), git(office, "rev-parse", f"{BRANCH}^{{tree}}")
    assert changes > 3 and old != new
    record_property("kills", changes)
    for number in endurance.some(range(1, changes + 1), KILLS):
        git(watched / "2023-q3", "reset", "--quiet", "--hard", start)
        assert trouble.run(office, "kill", "any", number, *OPTIONS, command="ingest", watched=watched).returncode == -9
        assert_whole(office, {old, new})
        assert ingest(office, FORM) == 0
        assert git(office, "rev-parse", f"{BRANCH}^{{tree}}") == new


@pytest.mark.sampled
def test_killed_while_a_review_sends_back(office: Path, record_property: Callable[[str, object], None]) -> None:
    """The remark is on the branch with its commit, or neither is; the next review begins with what was left."""
    start, old = git(office, "rev-parse", BRANCH), git(office, "rev-parse", f"{BRANCH}^{{tree}}")

    def send_back() -> int:
        review = RoundReview(round_branch(office / "data", ROUND), CONTRACT, date(2023, 10, 14))
        item = next(one for one in review.view().items if not one.remarks)
        answer = review.post(f"/item/{item.id}", {"verdict": ["return"], "remark": ["请补依据"]})
        return 0 if answer.status == 303 else 1

    status, said, changes = trouble.forked_work(office, "none", 0, send_back)
    assert (status, changes > 3) == (0, True), said
    new = git(office, "rev-parse", f"{BRANCH}^{{tree}}")
    record_property("kills", changes)
    for number in endurance.some(range(1, changes + 1), KILLS):
        git(office / ".git/ledger-rounds" / ROUND, "reset", "--quiet", "--hard", start)
        assert trouble.forked_work(office, "kill", number, send_back)[0] == -9
        assert_whole(office, {old, new})
        if git(office, "rev-parse", f"{BRANCH}^{{tree}}") == old:
            status, said, _ = trouble.forked_work(office, "none", 0, send_back)
            assert status == 0, said
        assert git(office, "rev-parse", f"{BRANCH}^{{tree}}") == new


def test_a_full_disk(office: Path) -> None:
    """One sentence; the branch and the round's folder are as they were."""
    watched, tip = office / ".git" / "ledger-rounds" / "2023-q3", git(office, "rev-parse", BRANCH)
    done = trouble.run(office, "full", "open", 2, *OPTIONS, command="ingest", watched=watched)
    assert done.returncode == 1
    assert "磁盘" in done.stderr
    assert "Traceback" not in done.stderr
    assert git(office, "rev-parse", BRANCH) == tip
    assert git(watched, "status", "--porcelain") == ""


def test_another_round_after_a_kill(office: Path) -> None:
    """What a killed command left of one round hinders no other, and is gone when that round goes on."""
    git_folder, tip = office / ".git", git(office, "rev-parse", BRANCH)
    (git_folder / LOCK).write_text(ROUND, encoding="utf-8")
    (git_folder / "ledger-rounds" / ROUND / rounds.FILE).write_text("- id: 写了一半", encoding="utf-8")
    with locked(round_branch(office / "data", "2023-h1"), print) as work:
        work.open(new=True)
        with work.writing():
            work.git("status")
    assert (git(office, "rev-parse", "round/2023-h1"), git(office, "rev-parse", BRANCH)) == (
        git(office, "rev-parse", "main"),
        tip,
    )
    assert ingest(office, FORM) == 0
    assert "value: 9.5" in on_branch(office)


@pytest.mark.endurance
def test_killed_at_random_moments(office: Path, record_property: Callable[[str, object], None]) -> None:
    """``kill -9`` after a random time, git may go on for a moment; each run begins with what the last one left."""
    contract, chance = load_contract(CONTRACT), endurance.dice("rounds")
    began = time.perf_counter()
    assert trouble.run(office, "none", "any", 0, *OPTIONS, command="ingest", watched=office).returncode == 0
    killed, runs, committed, longest = 0, 0, 0, time.perf_counter() - began
    while killed < 10 * endurance.TIMES:
        runs, before = runs + 1, git(office, "rev-parse", BRANCH)
        value = f"9.{500 + runs}"
        (office.parent / "form.xlsx").write_bytes(filled("鹭汀镇", {1: {"完成值": value}}))
        command = [sys.executable, "-m", "generator", "ingest", *OPTIONS]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        with subprocess.Popen(command, cwd=office, env=environment, stdout=-1, stderr=-2, text=True) as running:
            try:
                said, _ = running.communicate(timeout=chance.uniform(longest / 3, longest))
            except subprocess.TimeoutExpired:
                running.kill()
                running.communicate()
                killed, longest = killed + 1, longest * 1.02
            else:
                assert running.returncode == 0, said
                assert f"value: {value}" in on_branch(office)
                longest *= 0.9
        tip = git(office, "rev-parse", BRANCH)
        committed += tip != before
        ledger_at(office / "data", tip, contract).checked()
        assert own_state(office)[2] == ""
    record_property("tried", f"{killed} kills of {runs} runs, {committed} of them committed")
    assert ingest(office, filled("鹭汀镇", {1: {"完成值": "9.9"}})) == 0
    assert "value: 9.9" in on_branch(office)
    assert git(office / ".git" / "ledger-rounds" / "2023-q3", "status", "--porcelain") == ""
