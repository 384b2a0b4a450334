"""The folder of a round inside ``.git``: who works in it, what is left when something fails, how it is made again."""

from __future__ import annotations

import fcntl
import shutil
from pathlib import Path

import pytest

from generator.language.office.rounds import branch_words as words
from generator.office.rounds.round_branch import LOCK, OpenRound, locked, round_branch
from tests.helpers import rounds
from tests.helpers.filled_forms import ROUND, filled
from tests.helpers.git import PERSON, commit_all, git
from tests.helpers.rounds import BRANCH, FILE, change_beside, ingest, on_branch, own_state

AGAIN = filled("鹭汀镇", {1: {"完成值": "9.7"}})


def tree(office: Path) -> Path:
    """The folder of the round."""
    return office / ".git" / "ledger-rounds" / ROUND


def collected_again(office: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said when the next form comes; its value is on the branch."""
    capsys.readouterr()
    assert ingest(office, AGAIN) == 0
    assert "value: 9.7" in on_branch(office)
    assert git(tree(office), "status", "--porcelain") == ""
    return capsys.readouterr().out


def half_written(work: OpenRound) -> None:
    """Begin to write, and fail."""
    with work.writing():
        assert (work.branch.common / LOCK).read_text(encoding="utf-8") == ROUND, "whoever is killed now leaves a sign"
        (work.branch.folder / FILE).write_text("- half", encoding="utf-8")
        (work.branch.folder / "data" / "new").mkdir()
        (work.branch.folder / "data" / "new" / "half.yml").write_text("- half", encoding="utf-8")
        raise OSError("full")


def test_what_was_half_written_when_something_fails_is_gone(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Changed files and new ones; the next command finds nothing to bring back and says nothing of it."""
    with locked(round_branch(office / "data", ROUND), print) as work:
        work.open(new=False)
        with pytest.raises(OSError, match="full"):
            half_written(work)
    assert git(tree(office), "status", "--porcelain") == ""
    assert words.RESTORED not in collected_again(office, capsys)


def test_one_works_at_a_time(office: Path) -> None:
    """The second is told that it waits, and begins when the first has ended."""
    told: list[str] = []
    with (office / ".git" / LOCK).open("a", encoding="utf-8") as other:
        fcntl.flock(other, fcntl.LOCK_EX)

        def say(text: str) -> None:
            told.append(text)
            fcntl.flock(other, fcntl.LOCK_UN)

        with locked(round_branch(office / "data", ROUND), say):
            assert told == [words.WAITING]
            with pytest.raises(BlockingIOError):
                fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)


@pytest.mark.parametrize("role", ["AUTHOR", "COMMITTER"])
def test_git_knows_only_half_of_who_works(
    office: Path, role: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A commit needs both; two lines say how they are told, and nothing is written."""
    git(office, "config", "user.useConfigOnly", "true")
    for name in PERSON:
        if role in name:
            monkeypatch.delenv(name)
    tip = git(office, "rev-parse", BRANCH)
    assert ingest(office, AGAIN) == 1
    assert "git 还不知道您是谁" in capsys.readouterr().err
    assert git(office, "rev-parse", BRANCH) == tip


def test_a_folder_that_was_moved_is_used_as_it_is(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is made again, and nothing is said of it."""
    moved = office.rename(office.with_name("moved"))
    assert words.MADE_AGAIN.format(branch=BRANCH) not in collected_again(moved, capsys)


def test_git_has_forgotten_the_folder(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody pruned the work trees: it is made again."""
    shutil.rmtree(office / ".git" / "worktrees")
    assert words.MADE_AGAIN.format(branch=BRANCH) in collected_again(office, capsys)


def test_the_folder_is_not_on_its_branch(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody looked at an older commit in it: it is made again, for a commit there would be lost."""
    git(tree(office), "checkout", "--quiet", "--detach", "HEAD^")
    assert words.MADE_AGAIN.format(branch=BRANCH) in collected_again(office, capsys)


def test_what_was_left_of_another_round_is_told_once(office: Path) -> None:
    """The sign of a command that was killed is gone with the folder, also where nothing is written."""
    (office / ".git" / LOCK).write_text(ROUND, encoding="utf-8")
    with locked(round_branch(office / "data", "2023-h1"), print) as work:
        work.open(new=True)
    assert not tree(office).exists()
    assert (office / ".git" / LOCK).read_text(encoding="utf-8") == ""


def test_a_hook_that_refuses_what_comes_from_the_editor(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Git's words are passed on; the form is not collected, and the folder is as it was."""
    (office / "data" / "plans.yml").open("a", encoding="utf-8").write("# 核对过\n")
    commit_all(office, "核对")
    hook = office / ".git" / "hooks" / "commit-msg"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 不行 >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    before, tip = own_state(office), git(office, "rev-parse", BRANCH)
    assert ingest(office, AGAIN) == 1
    assert "不行" in capsys.readouterr().err
    assert (own_state(office), git(office, "rev-parse", BRANCH)) == (before, tip)
    assert git(tree(office), "status", "--porcelain") == ""


def test_commits_without_others_of_its_own_are_taken_in_without_a_merge(office: Path) -> None:
    """What was approved is behind the editor's newest commit: the branch goes on from there."""
    git(office, "merge", "--quiet", BRANCH)
    (office / "data" / "plans.yml").open("a", encoding="utf-8").write("# 核对过\n")
    commit_all(office, "核对")
    assert ingest(office, AGAIN) == 0
    assert git(office, "rev-parse", f"{BRANCH}^") == git(office, "rev-parse", "main")


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_a_clash_is_shown_with_both_sides(office: Path, style: str, capsys: pytest.CaptureFixture[str]) -> None:
    """However git writes clashes: what the editor's branch has and what the round has, and no mark of git."""
    git(office, "config", "merge.conflictStyle", style)
    change_beside(office)
    assert rounds.round_(office, "approve", ROUND) == 1
    line = next(line for line in capsys.readouterr().err.splitlines() if line.startswith(f"  {FILE}"))
    ours, _, theirs = line.partition("”，这一轮是“")
    assert ours.startswith(f"  {FILE}：main 上是“source: ") and ours.endswith("# 改同一处")
    assert theirs.startswith("source: ") and "- indicator: river-length" in theirs and theirs.endswith("……”")
    assert not {"<<<<<<<", "|||||||", "=======", ">>>>>>>"} & {*line.split()}
