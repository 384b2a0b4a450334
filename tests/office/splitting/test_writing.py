"""The command ``split``: what it writes stands the checks, and it writes all or nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generator.cli.main import main
from generator.language.office import split_words
from tests.helpers.ledger import ROOT
from tests.helpers.office_documents import docx, paragraph, table
from tests.helpers.samples import NOTICE, REPORT, SAMPLES, needs_samples
from tests.office.documents.test_document_file import REFUSED

CONTRACT: Final = ["--contract", str(ROOT / "datapackage.json")]
WORDS: Final = """\
松河县人民政府办公室关于印发《松河县2025年重点工作分工方案》的通知
各乡镇人民政府，县政府各部门：
　　现将方案印发给你们，请照办。
一、兴修水利
1．清淤渠道30公里，灌溉水利用系数由0.52提高到0.55以上。（县水利局牵头，县财政局、各乡镇配合；2025年9月底前）
2．新建泵站4座，其中柳湾镇3座。（县水利局牵头，县发改局配合）
二、绿化造林
3．人工造林1.2万亩，森林覆盖率达到36%。（县林业局、柳湾镇政府按职责分工负责，2025年11月）
松河县人民政府办公室
2025年2月18日
"""


def split(path: Path, folder: Path, *more: str) -> int:
    """Run the command."""
    return main([*CONTRACT, "split", str(path), "--into", str(folder), *more])


def check(folder: Path) -> int:
    """Check what was written."""
    return main([*CONTRACT, "--data", str(folder / "data"), "check"])


def notice(folder: Path, words: str = WORDS, name: str = "notice-2025.txt") -> Path:
    """The file of a notice."""
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def accept(folder: Path) -> None:
    """Do what a person does at the end: no draft is left, and every task has a summary."""
    for path in (folder / "data").rglob("*.yml"):
        text = re.sub(r"(?m)^ +draft: true\n|(?<=- )draft: true\n +", "", path.read_text(encoding="utf-8"))
        text = re.sub(r"(?m)^( *)(title_source: .*\n)", r"\1\2\1summary: 用自己的话写\n", text)
        path.write_text(text, encoding="utf-8")


def test_a_ledger_is_written_that_lacks_nothing_but_a_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The checks find drafts alone, the comparison with the text nothing, and the office is told what comes next."""
    folder = tmp_path / "ledger"
    assert split(notice(tmp_path), folder) == 0
    assert "草稿：任务 3 项" in capsys.readouterr().out
    assert check(folder) == 0
    out = capsys.readouterr().out
    assert "草稿" in out
    assert "疑点" not in out.replace("还有", "")
    verify = [*CONTRACT, "--data", str(folder / "data"), "verify", str(folder / "sources")]
    assert main(verify) == 0
    assert "/sources/" in (folder / ".gitignore").read_text(encoding="utf-8").splitlines()
    settings = (folder / "data" / "site.yml").read_text(encoding="utf-8")
    assert ("place: 松河县" in settings, "level: 县" in settings) == (True, True)


def test_only_what_the_words_leave_open_is_doubted(tmp_path: Path) -> None:
    """A bare number of things may be a level or a sum, and less of them may be better; a floor or a growth is clear."""
    words = WORDS.replace(
        "森林覆盖率达到36%", "森林覆盖率达到36%，林场30个，单位产值能耗0.4吨，松木、杉木蓄积分别增长5%和6%"
    )
    assert split(notice(tmp_path, words), tmp_path / "ledger") == 0
    found = [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "ledger/data/indicators").rglob("*.yml"))]
    records = [record for text in found for record in text.split("\n\n") if "name:" in record]
    doubts = {re.findall("  name: (.*)", record)[-1]: re.findall("# 疑点：(.*)（来处", record) for record in records}
    level, better = (
        "看不出是期末的数还是期间的合计，度量方式暂记“期末水平”",
        "看不出越高越好还是越低越好，暂记“越高越好”",
    )
    shared = "原文几个数共用一个说法，指标名称请分清"
    told = {name: [one for one in said if one in (level, better, shared)] for name, said in doubts.items()}
    assert {name: said for name, said in told.items() if said} == {
        "清淤渠道": [level],
        "人工造林": [level],
        "林场": [level],
        "单位产值能耗": [level, better],
        "杉木蓄积分别增长": [shared],
    }


def test_it_can_be_published_when_a_person_has_confirmed_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the marks of drafts and with summaries the ledger has no faults and no doubts."""
    folder = tmp_path / "ledger"
    assert split(notice(tmp_path), folder) == 0
    accept(folder)
    capsys.readouterr()
    assert check(folder) == 0
    out = capsys.readouterr().out
    assert "草稿" not in out
    assert "疑点" not in out


@needs_samples
@pytest.mark.parametrize("name", [NOTICE, REPORT])
def test_the_ledger_of_a_sample_can_be_published(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """First nothing but drafts, and nothing at all when they are confirmed; every number of the text has its place."""
    assert split(SAMPLES / f"{name}.txt", tmp_path) == 0
    assert check(tmp_path) == 0
    assert main([*CONTRACT, "--data", str(tmp_path / "data"), "verify", str(tmp_path / "sources")]) == 0
    accept(tmp_path)
    capsys.readouterr()
    assert check(tmp_path) == 0
    out = capsys.readouterr().out
    assert ("草稿" in out, "疑点" in out) == (False, False)


def test_word_and_web_pages_give_the_same_ledger(tmp_path: Path) -> None:
    """The form of the file makes no difference."""
    word, page = tmp_path / "notice-2025.docx", tmp_path / "notice-2025.html"
    word.write_bytes(docx("".join(map(paragraph, WORDS.splitlines()))))
    page.write_text("<body>" + "".join(f"<p>{line}</p>" for line in WORDS.splitlines()), encoding="utf-8")
    for number, path in enumerate((notice(tmp_path), word, page)):
        assert split(path, tmp_path / str(number)) == 0
    first, second, third = (
        {n: c for n, c in files_of(tmp_path / str(number) / "data").items() if n.startswith("tasks/")}
        for number in range(3)
    )
    assert [*first] == [*second] == [*third]
    without_lines = [
        [re.sub("原文第 [0-9]+ 行", "", content.decode()) for content in files.values()]
        for files in (first, second, third)
    ]
    assert without_lines[0] == without_lines[1] == without_lines[2]


def test_a_table_of_word_is_read_row_by_row(tmp_path: Path) -> None:
    """Merged units stand for each row; the numbers of rows are no tasks."""
    rows = [
        ("序号", "工作任务", "牵头单位", "配合单位", "完成时限"),
        ("1", "修复圩堤12公里", "v:县水利局", "县财政局", "2025年6月"),
        ("2", "加固水库3座", "^", "各乡镇", "全年"),
    ]
    path = tmp_path / "plan.docx"
    path.write_bytes(docx(paragraph("松河县2025年重点水利工程任务分解表") + table(rows)))
    output = tmp_path / "out.json"
    assert main([*CONTRACT, "split", str(path), "--json", str(output)]) == 0
    assert output.read_text(encoding="utf-8").startswith('{\n "clauses": [\n  {\n   "title": "修复圩堤12公里",\n')
    found = json.loads(output.read_text(encoding="utf-8"))
    assert [(c["title"], c["leads"], c["supports"], c["deadline"]) for c in found["clauses"]] == [
        ("修复圩堤12公里", ["县水利局"], ["县财政局"], "2025-06"),
        ("加固水库3座", ["县水利局"], ["各乡镇"], "2025"),
    ]
    assert [(f["value"], f["unit"], f["comparator"]) for f in found["figures"]] == [(12, "公里", "eq"), (3, "座", "eq")]


def test_two_notices_in_one_ledger(tmp_path: Path) -> None:
    """The second one adds to what is there: known units are not written again, ids do not clash."""
    folder = tmp_path / "ledger"
    assert split(notice(tmp_path), folder) == 0
    before = files_of(folder)
    more = WORDS.replace("清淤渠道30公里", "清淤河道18公里").replace("县林业局", "县自然资源局")
    assert split(notice(tmp_path, more, "second.txt"), folder) == 0
    after = files_of(folder)
    assert all(after[name].startswith(content.rstrip()) for name, content in before.items())
    assert after["data/organizations/departments.yml"].decode().count("县水利局") == 1
    assert check(folder) == 0


def test_a_notice_of_another_place_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody took the wrong file, or the wrong folder; one of the same place says nothing."""
    folder = tmp_path / "ledger"
    assert split(notice(tmp_path), folder) == 0
    assert "放错了地方" not in capsys.readouterr().out
    assert split(notice(tmp_path, WORDS.replace("松河县", "竹溪县"), "second.txt"), folder) == 0
    assert "这份通知像是“竹溪县”的，台账写的是“松河县”" in capsys.readouterr().out


# -- nothing is written


def a_file(folder: Path) -> None:
    """A file where the folder should be."""
    (folder / "ledger").write_text("x", encoding="utf-8")


def another_folder(folder: Path) -> None:
    """A folder with something else in it."""
    (folder / "ledger").mkdir()
    (folder / "ledger" / "a.txt").write_text("x", encoding="utf-8")


def another_text(folder: Path) -> None:
    """A ledger in which the text would take the place of another one."""
    split(notice(folder, WORDS.replace("渠道", "河道"), "other.txt"), folder / "ledger")
    (folder / "ledger" / "sources" / "notice-2025.txt").write_text("x", encoding="utf-8")


def the_same_notice(folder: Path) -> None:
    """A ledger that has the notice already."""
    split(notice(folder), folder / "ledger")


IN_THE_WAY: Final[dict[str, Callable[[Path], None]]] = {
    "into-file": a_file,
    "into-other": another_folder,
    "text-in-the-way": another_text,
    "notice-twice": the_same_notice,
}
"""What stands in the way → how it came there."""


@pytest.mark.parametrize("code", IN_THE_WAY)
def test_what_is_in_the_way_is_told_and_stays(code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is overwritten."""
    IN_THE_WAY[code](tmp_path)
    path = notice(tmp_path)
    before = files_of(tmp_path)
    capsys.readouterr()
    assert split(path, tmp_path / "ledger") == 1
    assert split_words.FINDINGS[code][0].partition("{")[0] in capsys.readouterr().err
    assert files_of(tmp_path) == before


@pytest.mark.parametrize("code", REFUSED)
def test_a_document_that_cannot_be_read_changes_nothing(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A ledger that is there stays as it is, and a new one is not begun."""
    folder = tmp_path / "ledger"
    assert split(notice(tmp_path), folder) == 0
    name, content = REFUSED[code]
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    before = files_of(folder)
    capsys.readouterr()
    assert split(path, folder) == 1
    assert split(path, tmp_path / "new") == 1
    assert capsys.readouterr().err.count(name) == 2
    assert files_of(folder) == before
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("at", ["a folder", "the notice itself"])
def test_json_never_takes_the_place_of_something_else(
    at: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder and the notice stay as they are."""
    path = notice(tmp_path)
    output = tmp_path if at == "a folder" else path
    assert split(path, tmp_path / "ledger", "--json", str(output)) == 1
    assert "JSON" in capsys.readouterr().err
    assert (path.read_text(encoding="utf-8"), (tmp_path / "ledger").exists()) == (WORDS, False)


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the last file cannot be put in its place, the first ones go again."""
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name == "plans.yml":
            raise OSError(28, "No space left on device", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert split(notice(tmp_path), tmp_path / "ledger") == 1
    assert not (tmp_path / "ledger").exists()


def test_a_ledger_with_faults_takes_no_notice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """First its faults are mended, which are told."""
    folder = tmp_path / "ledger"
    assert split(notice(tmp_path), folder) == 0
    (folder / "data" / "plans.yml").write_text("- id: [1]\n", encoding="utf-8")
    before = files_of(folder)
    capsys.readouterr()
    assert split(notice(tmp_path, WORDS.replace("30公里", "31公里"), "b.txt"), folder) == 1
    assert "plans.yml" in capsys.readouterr().err
    assert files_of(folder) == before


@pytest.mark.parametrize(
    "words",
    [
        "松河县人民政府关于放假的通知\n各乡镇：\n　　清明节放假三天。\n",
        "目录\n一、总则\n二、附则\n",
        "1 2 3 4 5",
        "。。。。，，，（（（（一",
    ],
)
def test_a_text_that_assigns_nothing_is_told(words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No ledger is written of it."""
    assert split(notice(tmp_path, words), tmp_path / "ledger") == 1
    assert "没有读到任何任务" in capsys.readouterr().err
    assert not (tmp_path / "ledger").exists()


def test_where_to_write_must_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder, or a file for what was read."""
    assert main([*CONTRACT, "split", str(notice(tmp_path))]) == 2
    assert "--into" in capsys.readouterr().err


def test_names_of_persons_are_never_written(tmp_path: Path) -> None:
    """The office of a leader is; whoever holds it is nobody's business, in no record and in no comment."""
    words = WORDS.replace(
        "（县水利局牵头，县财政局、各乡镇配合；2025年9月底前）",
        "责任领导：赵德旺副县长；牵头单位：县水利局（联系人：钱小满）；配合单位：县财政局、孙长河；完成时限：2025年9月底",
    )
    folder = tmp_path / "ledger"
    assert split(notice(tmp_path, words), folder, "--json", str(tmp_path / "a.json")) == 0
    written = "".join(content.decode() for name, content in files_of(folder).items() if name.startswith("data/"))
    written += (tmp_path / "a.json").read_text(encoding="utf-8")
    assert "副县长" in written
    assert [name for name in ("赵德旺", "钱小满", "孙长河") if name in written] == []


def test_every_refusal_stands_in_the_manual() -> None:
    """An office finds what the command says, with its cause and cure."""
    manual = (ROOT / "manual" / "from-notice.md").read_text(encoding="utf-8")
    told = {re.sub(r"\{\w+\}", "…", problem) for problem, _ in split_words.FINDINGS.values()}
    assert {problem for problem in told if problem not in manual} == set()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("build/", "build/\n/sources/\n"),
        ("build/\n", "build/\n/sources/\n"),
        ("", "/sources/\n"),
        ("build/\nsources/\n", "build/\nsources/\n"),
    ],
)
def test_git_is_told_once_to_ignore_the_texts(before: str, after: str, tmp_path: Path) -> None:
    """What an office has told it stays; official texts are nobody's own words."""
    folder = tmp_path / "ledger"
    assert split(notice(tmp_path), folder) == 0
    accept(folder)
    (folder / ".gitignore").write_text(before, encoding="utf-8")
    other = notice(tmp_path, WORDS.replace("清淤渠道30公里", "清淤渠道31公里"), "notice-2026.txt")
    assert split(other, folder) == 0
    assert (folder / ".gitignore").read_text(encoding="utf-8") == after
