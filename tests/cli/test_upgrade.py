"""What the command ``upgrade`` says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.cli.main import main
from tests.conftest import ROOT
from tests.helpers.ledger import old_ledger, write


def test_what_was_done_is_told_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where, what, how often, and what comes next; the ledger passes the checks then."""
    data = write(tmp_path, old_ledger())
    assert main(["upgrade", str(data)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "data/site.yml:1: 写上 contract: 2",
        "data/organizations/departments.yml:5:9: 区级部门 → 政府部门",
        "data/organizations/departments.yml:9:9: 区级部门 → 政府部门",
        "data/organizations/departments.yml:17:9: 区级部门 → 政府部门",
        "data/organizations/towns.yml:12:9: 集合 → 统称",
        "data/tasks/five/01-industry.yml:9:3: due_year → due",
        "区级部门 → 政府部门：3 处",
        "集合 → 统称：1 处",
        "due_year → due：1 处",
        "已升级到第 2 版契约，改了 4 个文件。请再运行 check",
    ]
    assert main(["--data", str(data), "--contract", str(ROOT / "datapackage.json"), "check"]) == 0
    capsys.readouterr()
    assert main(["upgrade", str(data)]) == 0
    assert capsys.readouterr().out == "台账已经是第 2 版契约的写法，没有要改的\n"


def test_what_a_person_must_look_at_is_told_last(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The place of the value, what is unclear, and what to choose from."""
    files = old_ledger()
    name = "disclosures/doc-2018.yml"
    files[name] = files[name].replace("period: 2017\n    value: 410.5", "period: 2017-09\n    value: 410.5")
    files[name] = files[name].replace("basis: 时点", "basis: 当年")
    assert main(["upgrade", str(write(tmp_path, files))]) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "还有 1 处程序定不了，请看一看：",
        f"data/{name}:15:12: 2017-09 只是一年的一部分，却写着“当年”；请照文件改为年内累计、年内平均或当期",
    ]


def test_faults_are_told_and_nothing_is_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1, each with its place."""
    data = write(tmp_path, {**old_ledger(), "plans.yml": "a: [\n"})
    assert main(["upgrade", str(data)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("data/plans.yml:")
    assert told.err.splitlines()[-1] == "有 1 处读不了，什么都没有改；改好再运行这条命令"


@pytest.mark.parametrize(("folder", "words"), [("missing", "没有目录"), (".", "没有写好的 site.yml，不是台账")])
def test_a_folder_without_a_ledger_is_told(
    folder: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 1 and one sentence."""
    assert main(["upgrade", str(tmp_path / folder)]) == 1
    assert words in capsys.readouterr().err


def test_a_full_disk_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Chinese, and the ledger is as it was."""
    data = write(tmp_path, old_ledger())

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["upgrade", str(data)]) == 1
    assert "磁盘已满，请腾出空间再试；没有升级" in capsys.readouterr().err
    assert (data / "site.yml").read_text(encoding="utf-8") == old_ledger()["site.yml"]
