"""A round from its first form to what is public: what each command says and commits, to be read line by line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers import rounds
from tests.helpers.filled_forms import ROUND, filled
from tests.helpers.git import commit_all, git
from tests.helpers.golden import compare
from tests.helpers.rounds import BRANCH, FORM, ingest, round_

RIVER, TASK = "river-length-2023-q3-luting-since-2021", "connected-waterways"
COMMIT = re.compile("提交 [0-9a-f]{10}(?![0-9a-f])")
TIMES = ("读取：", "检查：")
"""How lines begin that tell seconds."""


class Story:
    """An office, and what has been said and committed in it so far."""

    def __init__(self, office: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.office, self.capsys = office, capsys
        self.lines: list[str] = []
        self.seen = self.tips()

    def tips(self) -> dict[str, str]:
        """Branch → its newest commit."""
        names = {"main": "refs/heads/main", BRANCH: f"refs/heads/{BRANCH}"}
        return {name: git(self.office, "for-each-ref", "--format=%(objectname)", ref) for name, ref in names.items()}

    def note(self, title: str, status: int) -> None:
        """What a command said, and what it committed."""
        said = f"## {title}：{status}\n" + "".join(self.capsys.readouterr())
        said = COMMIT.sub("提交 ID", said.replace(str(self.office.parent), ""))
        self.lines += ["", *(line for line in said.splitlines() if not line.startswith(TIMES))]
        now = self.tips()
        for name, tip in now.items():
            before = self.seen[name]
            if tip and tip != before:
                span = f"{before or now['main']}..{tip}"
                told = git(self.office, "log", "--first-parent", "--format=%B", span)
                files = git(self.office, "diff", "--numstat", *span.split(".."))
                remarks = git(self.office, "diff", "-U0", *span.split(".."), "--", "data/remarks").splitlines()
                changed = [line for line in remarks if line[0] in "+-" and line[:3] not in ("+++", "---")]
                self.lines += [f"{name}：", *told.split("\n"), *files.split("\n"), *changed]
        self.seen = now

    def ingest(self, *contents: bytes, on: str) -> None:
        """Forms come in."""
        self.note(f"ingest {on}", ingest(self.office, *contents, on=on))

    def round(self, *arguments: str) -> None:
        """A command of the round."""
        self.note(" ".join(arguments), round_(self.office, arguments[0], ROUND, *arguments[1:]))


def test_a_round_from_its_first_form_to_the_public(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config
) -> None:
    """Asked back, answered by the unit and by the office, noted, approved, public; then corrected."""
    rounds.as_person(monkeypatch)
    story = Story(rounds.place(tmp_path), capsys)
    works = filled(
        "区水利生态局", {4: {"完成值": "50", "说明": "新增一批工程"}}, {1: {"状态": "完成", "进展": "栽完了"}}
    )
    story.ingest(FORM, works, on="2023-10-13")
    on = ("--on", "2023-10-14")
    story.round("return", "--item", RIVER, "--remark", " 补一句\n依据 ", *on)
    story.round("return", "--item", TASK, "--remark", "何时完工？", *on)
    story.round("return", "--item", "waterways", "--remark", "依据？", *on)
    story.round("note", "--item", "forest-and-water", "--remark", "只计区内", *on)
    story.round("status", *on, "--out", str(tmp_path / "out"))
    for letter in sorted((tmp_path / "out").glob("*-退回-*.txt")):
        story.lines += [letter.name, *letter.read_text(encoding="utf-8").splitlines()]
    story.round("approve")
    story.round("answer", "--item", TASK, "--remark", "电话问过，年底完工", *on)
    story.ingest(filled("鹭汀镇", {1: {"完成值": "9.6"}}), on="2023-10-15")
    (story.office / "data/plans.yml").open("a", encoding="utf-8").write("# 核对过\n")
    commit_all(story.office, "核对")
    story.seen = story.tips()
    story.round("approve")
    story.round("approve")
    story.round("publish")
    story.lines.append(git(story.office, "tag", "--list", "--format=%(refname:short) %(contents)"))
    story.round("publish")
    story.ingest(filled("鹭汀镇", {1: {"完成值": "9.7", "说明": "补报一段"}}), on="2023-10-20")
    story.round("return", "--item", f"{RIVER}-r1", "--remark", "哪一段？", "--on", "2023-10-21")
    story.round("return", "--item", "forest-and-water", "--remark", "还有吗？", "--on", "2023-10-21")
    story.round("publish")
    story.round("status", "--on", "2023-10-21")
    story.round("approve")
    compare("rounds/story", "\n".join(story.lines).lstrip() + "\n", pytestconfig.getoption("--update-golden"), "txt")
