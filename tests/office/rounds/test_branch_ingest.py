"""Forms of a ledger in git are written on a branch of their round, in a folder of its own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.office.ingest.collecting.received_files import ReceivedFile
from generator.office.rounds.branch_ingest import by_round
from tests.helpers import rounds
from tests.helpers.filled_forms import ROUND, copied_ledger, filled
from tests.helpers.git import PERSON, commit_all, git
from tests.helpers.odd_forms import packed
from tests.helpers.rounds import BRANCH, FILE, FORM, ingest, on_branch, own_state
from tests.helpers.workbooks import TASKS, workbook


@pytest.fixture(name="office")
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    rounds.as_person(monkeypatch)
    return rounds.place(tmp_path)


def tree(office: Path) -> Path:
    """The work tree of the round."""
    return office / ".git" / "ledger-rounds" / ROUND


def test_a_form_is_a_commit_on_the_branch(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The editor's own files, branch and commit are as they were; the commit says what came and when."""
    (office / "data" / "site.yml").open("a", encoding="utf-8").write("# 正在改\n")
    before = own_state(office)
    assert ingest(office, FORM) == 0
    assert own_state(office) == before
    assert "value: 9.5" in on_branch(office)
    message = git(office, "log", "-1", "--format=%B", BRANCH)
    assert message == f"收表：{ROUND}，鹭汀镇\n\nRound: {ROUND}\nReceived: 2023-10-13"
    assert f"写在分支 {BRANCH} 上" in capsys.readouterr().out


def test_a_file_of_no_round_is_told(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A workbook that is no form, alone or with a round that is known or not: no branch, and a sentence."""
    other = workbook(office.parent / "other.xlsx", {"S": TASKS}).read_bytes()
    before = own_state(office)
    for options in ((), ("--round", "2023-q9")):
        assert ingest(office, other, options=options) != 0
        assert "1.xlsx" in capsys.readouterr().out
    assert own_state(office) == before and not git(office, "branch", "--list", "round/*")


def test_again_makes_no_commit(office: Path) -> None:
    """The same form changes nothing, on the branch as elsewhere."""
    ingest(office, FORM)
    tip = git(office, "rev-parse", BRANCH)
    assert ingest(office, FORM) == 0
    assert git(office, "rev-parse", BRANCH) == tip


def test_a_trial_writes_nothing(office: Path) -> None:
    """Not even a branch."""
    assert ingest(office, FORM, options=("--dry-run",)) == 0
    assert git(office, "branch", "--list", BRANCH) == ""
    assert not tree(office).exists()


def test_here_writes_into_the_editors_folder(office: Path) -> None:
    """Whoever asks for it, and whoever has the ledger in no commit, has it as without git."""
    assert ingest(office, FORM, options=("--here",)) == 0
    assert "value: 9.5" in (office / FILE).read_text(encoding="utf-8")
    assert git(office, "branch", "--list", BRANCH) == ""


def test_a_ledger_that_was_never_committed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """There is a repository without a commit: the ledger is written as without git, which is said."""
    office = tmp_path / "office"
    office.mkdir()
    copied_ledger(office)
    git(office, "init", "--quiet")
    assert ingest(office, FORM) == 0
    assert "value: 9.5" in (office / FILE).read_text(encoding="utf-8")
    assert "没有提交到 git" in capsys.readouterr().out


def test_a_killed_run_is_brought_back(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was half written in the round's folder goes; the form is collected as if nothing had happened."""
    ingest(office, FORM)
    (tree(office) / FILE).write_text("- half", encoding="utf-8")
    (office / ".git" / "ledger-rounds.lock").write_text(ROUND, encoding="utf-8")
    assert ingest(office, filled("鹭汀镇", {1: {"完成值": "9.7"}})) == 0
    assert "已恢复" in capsys.readouterr().out
    assert "value: 9.7" in on_branch(office)
    assert git(tree(office), "status", "--porcelain") == ""


def test_a_folder_that_somebody_removed(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is made again from the branch."""
    ingest(office, FORM)
    shutil.rmtree(tree(office))
    assert ingest(office, filled("鹭汀镇", {1: {"完成值": "9.7"}})) == 0
    assert "重新建好" in capsys.readouterr().out
    assert "value: 9.7" in on_branch(office)


def test_the_office_moves_its_folder(office: Path) -> None:
    """The branch goes on where the folder is now."""
    ingest(office, FORM)
    moved = office.rename(office.with_name("moved"))
    assert ingest(moved, filled("鹭汀镇", {1: {"完成值": "9.7"}})) == 0
    assert "value: 9.7" in on_branch(moved)
    assert git(tree(moved), "status", "--porcelain") == ""


def test_a_copy_of_the_folder_leaves_the_first_one_alone(office: Path) -> None:
    """Both go on, each by itself."""
    ingest(office, FORM)
    tip, copy = git(office, "rev-parse", BRANCH), Path(shutil.copytree(office, office.with_name("copy")))
    assert ingest(copy, filled("鹭汀镇", {1: {"完成值": "9.7"}})) == 0
    assert git(office, "rev-parse", BRANCH) == tip
    assert git(tree(office), "status", "--porcelain") == ""
    assert ingest(office, filled("鹭汀镇", {1: {"完成值": "9.8"}})) == 0
    assert ("value: 9.7" in on_branch(copy), "value: 9.8" in on_branch(office)) == (True, True)


def test_a_branch_that_somebody_deleted(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It begins again, and the editor is told to collect once more."""
    ingest(office, FORM)
    git(office, "update-ref", "-d", f"refs/heads/{BRANCH}")
    assert ingest(office, FORM) == 0
    assert "收过的表请再收一次" in capsys.readouterr().out
    assert "value: 9.5" in on_branch(office)


def test_edits_of_a_person_in_that_folder_stay(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are named, and nothing is done."""
    ingest(office, FORM)
    own = tree(office) / "data" / "site.yml"
    own.write_text(own.read_text(encoding="utf-8") + "# 我的\n", encoding="utf-8")
    assert ingest(office, filled("鹭汀镇", {1: {"完成值": "9.7"}})) == 1
    assert "data/site.yml" in capsys.readouterr().err
    assert own.read_text(encoding="utf-8").endswith("# 我的\n")


def test_a_branch_that_is_open_elsewhere(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The editor stands on the branch of the round."""
    git(office, "switch", "--quiet", "--create", BRANCH)
    assert ingest(office, FORM) == 1
    assert "正在" in capsys.readouterr().err


def test_a_round_that_is_not_committed(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It was just written into rounds.yml: the branch could not know it."""
    file = office / "data" / "rounds.yml"
    text = file.read_text(encoding="utf-8")
    git(office, "rm", "--quiet", "-r", "data/rounds.yml", "data/submissions", "--force")
    commit_all(office, "没有轮次")
    file.write_text(text, encoding="utf-8")
    assert ingest(office, FORM) == 1
    assert "还没有提交" in capsys.readouterr().err
    assert git(office, "branch", "--list", BRANCH) == ""


def test_git_does_not_know_who_works(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two lines to copy, and no branch."""
    for name in PERSON:
        monkeypatch.delenv(name)
    git(office, "config", "user.useConfigOnly", "true")
    assert ingest(office, FORM) == 1
    assert "git 还不知道您是谁" in capsys.readouterr().err


def test_git_is_missing(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ledger is written as without git."""
    monkeypatch.setenv("PATH", "")
    assert ingest(office, FORM) == 0
    assert "value: 9.5" in (office / FILE).read_text(encoding="utf-8")


def test_a_repository_of_another_user(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Git refuses: nothing is written, and what can be done is said."""

    def refuse(*_: object, **__: object) -> None:
        raise subprocess.CalledProcessError(128, "git", stderr=b"fatal: detected dubious ownership in repository")

    monkeypatch.setattr("generator.history.git.subprocess.run", refuse)
    assert ingest(office, FORM) == 1
    assert "另一个用户" in capsys.readouterr().err
    assert "value: 9.5" not in (office / FILE).read_text(encoding="utf-8")


def test_the_editors_commits_come_in(office: Path) -> None:
    """What was committed since the branch began is on it with the next form."""
    ingest(office, FORM)
    file = office / "data" / "site.yml"
    file.write_text(file.read_text(encoding="utf-8") + "# 后来\n", encoding="utf-8")
    commit_all(office, "改设置")
    ingest(office, filled("鹭汀镇", {1: {"完成值": "9.7"}}))
    assert on_branch(office, "data/site.yml").endswith("# 后来")
    assert "value: 9.7" in on_branch(office)


def test_both_changed_the_same_lines(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said, and the form is collected on the branch as it is."""
    ingest(office, FORM)
    rounds.change_beside(office)
    assert ingest(office, filled("鹭汀镇", {1: {"完成值": "9.7"}})) == 0
    said = capsys.readouterr().out
    assert "冲突" in said
    assert FILE in said
    assert "value: 9.7" in on_branch(office)


def test_a_value_that_is_approved_is_revised(office: Path) -> None:
    """The earlier value stays as it is; the new one says what it takes the place of, and why; a third one follows."""
    ingest(office, FORM)
    git(office, "merge", "--quiet", BRANCH)
    before = (office / FILE).read_text(encoding="utf-8")
    ingest(office, filled("鹭汀镇", {1: {"完成值": "9.7", "说明": "补报一段"}}), on="2023-10-20")
    added = on_branch(office).removeprefix(before.rstrip("\n"))
    assert "id: river-length-2023-q3-luting-since-2021-r1" in added
    assert "revises: river-length-2023-q3-luting-since-2021\n" in added
    assert "note: '更正：补报一段'" in added
    ingest(office, filled("鹭汀镇", {1: {"完成值": "9.8"}}), on="2023-10-21")
    assert on_branch(office).count("river-length-2023-q3-luting-since-2021-r1") == 1
    git(office, "merge", "--quiet", BRANCH)
    ingest(office, filled("鹭汀镇", {1: {"完成值": "9.9"}}), on="2023-10-22")
    assert "revises: river-length-2023-q3-luting-since-2021-r1" in on_branch(office)


def test_a_workbook_says_of_which_round_it_is(tmp_path: Path) -> None:
    """However a program writes that; one that is no form, and what is no workbook, are of none that is known."""
    checked: Any = SimpleNamespace(ledger=SimpleNamespace(rounds=[SimpleNamespace(id=ROUND), SimpleNamespace(id="b")]))
    rewritten = packed({"xl/workbook.xml": ('name="PL_ROUND"', "name='PL_ROUND'")})
    unknown = packed({"xl/workbook.xml": (f'"{ROUND}"', '"2099-q1"')})
    other = workbook(tmp_path / "台账.xlsx", {"S": TASKS}).read_bytes()
    files = [ReceivedFile(str(n), content) for n, content in enumerate((other, FORM, b"x", rewritten, unknown))]
    grouped = by_round(checked, files)
    assert {id_: [file.name for file in some] for id_, some in grouped.items()} == {
        "": ["0", "2", "4"],
        ROUND: ["1", "3"],
    }
    assert by_round(checked, files, "b") == {"b": files}
    assert by_round(checked, files, "2099-q1") == {"": files}
