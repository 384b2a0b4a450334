"""A round is checked: an item is asked back, answered, approved, made public; git tells how far each has come."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.office.rounds.approval import side_of_clash
from generator.office.rounds.remarks import refuse_unfit
from generator.office.rounds.round_branch import RoundRefused
from tests.helpers import rounds
from tests.helpers.filled_forms import ROUND, copied_ledger, filled
from tests.helpers.git import commit_all, git
from tests.helpers.rounds import BRANCH, FILE, FORM, change_beside, ingest, on_branch, own_state, round_

ITEM = "river-length-2023-q3-luting-since-2021"
REMARKS = "data/remarks/observations.yml"


def states(office: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The line of the town among the states."""
    capsys.readouterr()
    assert round_(office, "status", ROUND, "--on", "2023-10-14") == 0
    return next(line for line in capsys.readouterr().out.splitlines() if line.startswith("  鹭汀镇：")).strip()


def test_an_item_goes_from_waiting_to_public(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each step is derived from git: on the branch, asked back, answered by a new form, merged, tagged."""
    assert states(office, capsys) == "鹭汀镇：待核 2"
    assert round_(office, "return", ROUND, "--item", ITEM, "--remark", "补一句依据", "--on", "2023-10-14") == 0
    assert states(office, capsys) == "鹭汀镇：待核 1　退回 1"
    assert round_(office, "approve", ROUND) == 1
    assert "补一句依据" in capsys.readouterr().err
    assert ingest(office, filled("鹭汀镇", {1: {"完成值": "9.6", "说明": "按验收单改"}}), on="2023-10-15") == 0
    assert "answer: 按验收单改" in on_branch(office, REMARKS)
    assert states(office, capsys) == "鹭汀镇：待核 2"
    assert round_(office, "approve", ROUND) == 0
    assert "完成值 1 项，进展 1 项" in capsys.readouterr().out
    assert "value: 9.6" in (office / FILE).read_text(encoding="utf-8")
    assert "Note: 2023 年第三季度完成情况：完成值 1 项，进展 1 项" in git(office, "log", "-1", "--format=%B")
    assert states(office, capsys) == "鹭汀镇：已核 2"
    assert round_(office, "publish", ROUND) == 0
    assert git(office, "tag", "--list") == f"published-{ROUND}"
    assert states(office, capsys) == "鹭汀镇：公开 2"
    assert round_(office, "publish", ROUND) == 0
    assert "没有新的" in capsys.readouterr().out


def test_a_revision_of_what_is_public(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the new value waits; both stand in the ledger afterwards, and a second tag says what is public."""
    round_(office, "approve", ROUND)
    round_(office, "publish", ROUND)
    ingest(office, filled("鹭汀镇", {1: {"完成值": "9.7", "说明": "补报一段"}}), on="2023-10-20")
    assert states(office, capsys) == "鹭汀镇：待核 1　公开 1"
    assert round_(office, "publish", ROUND) == 1
    assert "还有 1 项没有通过" in capsys.readouterr().err
    assert round_(office, "approve", ROUND) == 0
    text = (office / FILE).read_text(encoding="utf-8")
    assert "value: 9.5" in text
    assert "value: 9.7" in text
    assert round_(office, "publish", ROUND) == 0
    assert git(office, "tag", "--list").split() == [f"published-{ROUND}", f"published-{ROUND}-2"]


def test_an_answer_of_the_office_and_a_standing_note(office: Path) -> None:
    """A question can be answered for the unit; a note holds nothing up."""
    round_(office, "return", ROUND, "--item", "river-length", "--remark", "含支流吗？")
    assert round_(office, "answer", ROUND, "--item", ITEM, "--remark", "电话问过，不含") == 0
    assert round_(office, "note", ROUND, "--item", ITEM, "--remark", "只计干流") == 0
    assert "state: 长期" in on_branch(office, REMARKS)
    assert round_(office, "approve", ROUND) == 0
    assert "answer: 电话问过，不含" in (office / REMARKS).read_text(encoding="utf-8")


def test_a_task_is_asked_back(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The remark stands among those on tasks, and a new report of the unit answers it.

    What was asked before the round began, or of another unit, sends nothing back.
    """
    tasks = [line for line in on_branch(office).splitlines() if line.startswith("    tasks: [")]
    task = tasks[-1].partition("[")[2].rstrip("]")
    with (office / "data/remarks/tasks.yml").open("a", encoding="utf-8") as file:
        for unit, on in (("鹭汀镇", "2023-09-24"), ("松坞镇", "2023-10-12")):
            text = f"\n- {{id: {on}, task: {task}, organization: {unit}, on: {on}, state: 未决, text: 如何？}}\n"
            file.write(text)
    commit_all(office, "批注")
    assert states(office, capsys) == "鹭汀镇：待核 2"
    assert round_(office, "return", ROUND, "--item", task, "--remark", "何时完工？", "--on", "2023-09-25") == 0
    assert states(office, capsys) == "鹭汀镇：待核 1　退回 1"
    form = filled("鹭汀镇", {}, {1: {"状态": "推进中", "进展": "年底完工"}})
    assert ingest(office, form, on="2023-10-15") == 0
    assert "answer: 鹭汀镇于 2023-10-15 重报" in on_branch(office, "data/remarks/tasks.yml").replace("'", "")


def test_a_letter_says_what_was_sent_back(office: Path, tmp_path: Path) -> None:
    """Beside the reminders of the day; a question about what is approved long since is in none."""
    round_(office, "return", ROUND, "--item", ITEM, "--remark", "请补一句依据")
    assert round_(office, "status", ROUND, "--on", "2023-10-12", "--out", str(tmp_path / "out")) == 0
    (letter,) = (tmp_path / "out").glob("*-退回-*.txt")
    text = letter.read_text(encoding="utf-8")
    assert "鹭汀镇" in text.splitlines()[0]
    assert "报的是 9.5。请补一句依据" in text


@pytest.mark.parametrize(
    ("item", "remark", "said"),
    [
        ("river-lenght", "补", "是不是"),
        ("river-length", "打 13912345678 问", "个人的电话"),
        ("river-length", "补" * 201, "最多 200 个"),
        ("river-length", "", "--remark"),
        ("river-length", "补\u200b依据", "这样写，台账就有 1 处错误，什么都没有写"),
    ],
    ids=["mistyped", "a phone number", "too long", "nothing said", "an invisible sign"],
)
def test_remarks_that_are_none(
    office: Path, capsys: pytest.CaptureFixture[str], item: str, remark: str, said: str
) -> None:
    """Nothing is written, as a question or as an answer to one."""
    tip = git(office, "rev-parse", BRANCH)
    assert round_(office, "return", ROUND, "--item", item, "--remark", remark) == 1
    assert said in capsys.readouterr().err
    assert git(office, "rev-parse", BRANCH) == tip
    round_(office, "return", ROUND, "--item", ITEM, "--remark", "含支流吗？")
    tip = git(office, "rev-parse", BRANCH)
    assert round_(office, "answer", ROUND, "--item", item, "--remark", remark) == 1
    assert said in capsys.readouterr().err
    assert git(office, "rev-parse", BRANCH) == tip


def test_a_question_is_asked_once_and_answered_once(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second one waits until the first is answered; where none is open there is nothing to answer."""
    assert round_(office, "answer", ROUND, "--item", ITEM, "--remark", "不含支流") == 1
    assert "没有未决的批注" in capsys.readouterr().err
    assert round_(office, "return", ROUND, "--item", ITEM, "--remark", "含支流吗？") == 0
    tip = git(office, "rev-parse", BRANCH)
    assert round_(office, "return", ROUND, "--item", ITEM, "--remark", "含干流吗？") == 1
    assert "含支流吗？" in capsys.readouterr().err
    assert git(office, "rev-parse", BRANCH) == tip


def test_an_indicator_of_several_units_is_no_item(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each of their items is named, so that one can be chosen."""
    assert ingest(office, filled("松坞镇", {1: {"完成值": "5"}})) == 0
    assert round_(office, "return", ROUND, "--item", "river-length", "--remark", "补一句依据") == 1
    told = capsys.readouterr().err
    assert ITEM in told and "songwu" in told
    assert round_(office, "return", ROUND, "--item", ITEM, "--remark", "  ") == 1


def test_what_the_editor_wrote_elsewhere_is_approved_together(office: Path) -> None:
    """Both histories end in one commit: nothing of either is lost."""
    (office / "data" / "plans.yml").open("a", encoding="utf-8").write("# 核对过\n")
    commit_all(office, "核对")
    assert round_(office, "approve", ROUND) == 0
    assert "# 核对过" in (office / "data" / "plans.yml").read_text(encoding="utf-8")
    assert "value: 9.5" in (office / FILE).read_text(encoding="utf-8")
    assert git(office, "rev-parse", "main^{tree}") == git(office, "rev-parse", f"{BRANCH}^{{tree}}")


def test_both_changed_the_same_lines(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both sides are shown, and nothing is changed."""
    change_beside(office)
    before, tip = own_state(office), git(office, "rev-parse", BRANCH)
    assert round_(office, "approve", ROUND) == 1
    said = capsys.readouterr().err
    assert f"{FILE}：main 上是“" in said
    assert "改同一处" in said
    assert own_state(office) == before
    assert git(office, "rev-parse", BRANCH) == tip
    tree = office / ".git" / "ledger-rounds" / ROUND
    assert git(tree, "status", "--porcelain") == ""
    assert git(tree, "symbolic-ref", "HEAD") == f"refs/heads/{BRANCH}", "nothing has to be made again"


def test_faults_of_both_sides_together(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each side is right alone, and together they are not: the indicator was taken out meanwhile."""
    folder = office / "data" / "organizations"
    towns = folder / "towns.yml"
    text = towns.read_text(encoding="utf-8")
    towns.write_text(text.replace("鹭汀镇", "鹭汀新镇"), encoding="utf-8")
    for file in (office / "data").rglob("*.yml"):
        file.write_text(file.read_text(encoding="utf-8").replace("鹭汀镇", "鹭汀新镇"), encoding="utf-8")
    commit_all(office, "改名")
    before, tip = own_state(office), git(office, "rev-parse", BRANCH)
    assert round_(office, "approve", ROUND) == 1
    said = capsys.readouterr().err
    assert "鹭汀镇" in said
    assert "没有通过，什么都没有改" in said
    assert own_state(office) == before
    assert git(office, "rev-parse", BRANCH) == tip


def test_what_is_not_committed(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The files are named, five at the most, here and in the folder of the round; nothing is merged."""
    (office / "data" / "site.yml").open("a", encoding="utf-8").write("# 正在改\n")
    for number in range(5):
        (office / "data" / f"new-{number}.yml").write_text("- id: a\n", encoding="utf-8")
    before = own_state(office)
    assert round_(office, "approve", ROUND) == 1
    told = capsys.readouterr().err.splitlines()
    named = [" data/site.yml", *(f" data/new-{number}.yml" for number in range(4))]
    assert [line[1:] for line in told[1:-1]] == named and told[0].startswith("台账里有没有提交的改动，什么都没有并：")
    assert own_state(office) == before
    tree = office / ".git" / "ledger-rounds" / ROUND
    for number in range(6):
        (tree / f"left-{number}.txt").write_text("甲", encoding="utf-8")
    assert round_(office, "note", ROUND, "--item", ITEM, "--remark", "只计干流") == 1
    told = capsys.readouterr().err.splitlines()
    assert [line for line in told if "left-" in line] == [f"left-{number}.txt" for number in range(5)]


def test_what_is_not_committed_outside_of_the_ledger(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Notes beside it hinder nothing; edits of the ledger hinder what is public, too."""
    (office / "notes.txt").write_text("一", encoding="utf-8")
    assert round_(office, "approve", ROUND) == 0
    (office / "data" / "site.yml").open("a", encoding="utf-8").write("# 正在改\n")
    capsys.readouterr()
    assert round_(office, "publish", ROUND) == 1
    assert "  data/site.yml" in capsys.readouterr().err.splitlines()
    assert git(office, "tag", "--list") == ""


def test_a_ledger_that_is_the_whole_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its files lie at the top: a form is collected and approved, and an edit beside hinders it."""
    rounds.as_person(monkeypatch)
    data = copied_ledger(tmp_path)
    commit_all(data, "建台账")
    assert ingest(tmp_path, FORM) == 0
    assert "value: 9.5" in on_branch(data, FILE.removeprefix("data/"))
    (data / "site.yml").open("a", encoding="utf-8").write("# 正在改\n")
    assert round_(tmp_path, "approve", ROUND) == 1
    assert "  site.yml" in capsys.readouterr().err.splitlines()
    git(data, "checkout", "--quiet", "site.yml")
    assert round_(tmp_path, "approve", ROUND) == 0


def test_a_question_that_the_editor_wrote_into_the_ledger(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It holds up what came in as one that was asked on the branch would."""
    tasks = [line for line in on_branch(office).splitlines() if line.startswith("    tasks: [")]
    task = tasks[-1].partition("[")[2].rstrip("]")
    with (office / "data/remarks/tasks.yml").open("a", encoding="utf-8") as file:
        file.write(
            f"\n- {{id: by-hand, task: {task}, organization: 鹭汀镇, on: 2023-10-12, state: 未决, text: 何时？}}\n"
        )
    commit_all(office, "批注")
    assert round_(office, "note", ROUND, "--item", ITEM, "--remark", "只计干流") == 0
    assert round_(office, "approve", ROUND) == 1
    assert "何时？" in capsys.readouterr().err


def test_a_repository_that_is_damaged(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One file of the branch cannot be read any more: it is said, and what to do."""
    id_ = git(office, "rev-parse", f"{BRANCH}:{FILE}")
    (office / ".git" / "objects" / id_[:2] / id_[2:]).unlink()
    capsys.readouterr()
    assert round_(office, "status", ROUND) == 1
    assert "git 仓库坏了" in capsys.readouterr().err


def test_a_merge_that_the_editor_has_begun(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is the editor's own: it stays as it is."""
    git(office, "switch", "--quiet", "--create", "other")
    (office / "README.md").write_text("一", encoding="utf-8")
    commit_all(office, "说明")
    git(office, "switch", "--quiet", "main")
    git(office, "merge", "--quiet", "--no-ff", "--no-commit", "other")
    before = own_state(office)
    assert round_(office, "approve", ROUND) == 1
    assert "没有做完的合并" in capsys.readouterr().err
    assert own_state(office) == before
    assert git(office, "rev-parse", "--verify", "MERGE_HEAD")


def test_no_branch_to_merge_into(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A detached HEAD, a branch that is gone, a round that nobody knows, no repository: each is told."""
    git(office, "checkout", "--quiet", "--detach")
    assert round_(office, "approve", ROUND) == 1
    assert "不在任何分支上" in capsys.readouterr().err
    git(office, "switch", "--quiet", "main")
    git(office, "worktree", "remove", str(office / ".git" / "ledger-rounds" / ROUND))
    git(office, "branch", "-D", "--quiet", BRANCH)
    assert round_(office, "approve", ROUND) == 1
    assert f"没有分支 {BRANCH}" in capsys.readouterr().err
    for action in (("return", "--item", ITEM, "--remark", "补"), ("note", "--item", ITEM, "--remark", "补")):
        assert round_(office, action[0], ROUND, *action[1:]) == 1
        assert f"没有分支 {BRANCH}" in capsys.readouterr().err
        assert git(office, "branch", "--list", BRANCH) == ""
    assert round_(office, "approve", "2023-q9") == 1
    assert "没有分支 round/2023-q9" in capsys.readouterr().err
    assert round_(office, "publish", "2023-h1") == 1
    assert "还没有收到东西，没有可公开的" in capsys.readouterr().err
    assert round_(office, "publish", "2023-q9") == 1
    (office / ".git").rename(office / "git")
    assert round_(office, "approve", ROUND) == 2
    assert "不在 git 仓库里" in capsys.readouterr().err


def test_again_there_is_nothing_to_approve(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second time says so."""
    round_(office, "approve", ROUND)
    before = own_state(office)
    assert round_(office, "approve", ROUND) == 0
    assert "没有等着核对的" in capsys.readouterr().out
    assert own_state(office) == before


def test_a_hook_that_refuses(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Git's words are passed on, and the editor's folder is as it was."""
    hook = office / ".git" / "hooks" / "commit-msg"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 不行 >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    before = own_state(office)
    assert round_(office, "approve", ROUND) == 1
    assert "不行" in capsys.readouterr().err
    assert own_state(office) == before


def test_a_round_that_is_looked_at_has_what_the_editor_wrote_meanwhile(office: Path) -> None:
    """A question is asked of the ledger as it is now."""
    (office / "data" / "plans.yml").open("a", encoding="utf-8").write("# 核对过\n")
    commit_all(office, "核对")
    assert "# 核对过" not in on_branch(office, "data/plans.yml")
    assert round_(office, "return", ROUND, "--item", ITEM, "--remark", "补一句依据", "--on", "2023-10-14") == 0
    assert "# 核对过" in on_branch(office, "data/plans.yml")


@pytest.mark.parametrize(
    ("lines", "others", "shown"),
    [
        (["甲" * 120], [], "甲" * 120),
        (["甲" * 121], [], "甲" * 120 + "……"),
        (["  value: 9.5", "  unit: 公里", "  note: 乙"], ["  unit: 公里"], "value: 9.5 note: 乙"),
        (["value: 9.5"], ["value: 9.5", "note: 乙"], "（没有这几行）"),
    ],
)
def test_of_a_clash_the_lines_are_shown_that_the_other_side_has_not(
    lines: list[str], others: list[str], shown: str
) -> None:
    """As far as there is room."""
    assert side_of_clash(lines, others) == shown


def test_how_long_a_remark_may_be() -> None:
    """Two hundred characters; blanks alone are no remark."""
    refuse_unfit("补" * 200)
    for text, said in (("补" * 201, "批注有 201 个字，最多 200 个"), (" \n", "请用 --remark 写明一句话")):
        with pytest.raises(RoundRefused, match=said):
            refuse_unfit(text)
