"""A workbook that is imported again: only what changed in it is written, and only where the ledger did not change."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.cli.main import main
from generator.ledger.enums import PlaceLevel
from generator.ledger.load import load, read
from generator.office.start.new_place import write_start
from generator.support.packaged_files import CONTRACT
from tests.helpers.sites import snapshot
from tests.helpers.workbooks import INDICATORS, TASKS, changed, workbook

TOWNS = (("2025年任务分解表",), ("镇街", "新增就业（人）", "改厕（户）"), ("东山镇", 900, 30), ("西湖街道", 700, "—"))
PROJECTS = (
    ("2025年重点项目表", "", "", "单位：万元"),
    ("项目名称", "总投资", "年度投资", "建设性质", "责任单位", "开竣工时间"),
    ("三号泊位", 86000, 32000, "续建", "港务集团", "2022.10-2025.6"),
)
SHEETS = {"任务": TASKS, "指标": INDICATORS, "分解": TOWNS, "项目": PROJECTS}


@pytest.fixture(name="book")
def _book(tmp_path: Path) -> Path:
    """A workbook that was imported; all drafts of it are confirmed."""
    write_start(tmp_path / "place", "云溪县", PlaceLevel.COUNTY, demo=False)
    path = workbook(tmp_path / "台账.xlsx", SHEETS)
    assert main(["import", str(path), "--into", str(tmp_path / "place")]) == 0
    for file in (tmp_path / "place" / "data").rglob("*.yml"):
        file.write_text(re.sub(" +draft: true\n|#.*\n", "", file.read_text("utf-8")), "utf-8")
    return path


def edit(path: Path, cells: dict[str, object]) -> None:
    """Write other values into cells: 任务!C5."""
    book = load_workbook(path)
    for place, value in cells.items():
        sheet, _, cell = place.partition("!")
        book[sheet][cell] = value
    book.save(path)


def again(path: Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Import once more; the lines that went and those that came, by file."""
    place = path.parent / "place"
    before = snapshot(place)
    assert main(["import", str(path), "--into", str(place)]) == 0
    after = snapshot(place)
    gone: dict[str, list[str]] = {}
    new: dict[str, list[str]] = {}
    for name, content in after.items():
        old, now = before.get(name, b"").decode().splitlines(), content.decode().splitlines()
        if old != now and name.startswith("data/"):
            went, came = Counter(old) - Counter(now), Counter(now) - Counter(old)
            gone[name], new[name] = ([line.strip() for line in some.elements()] for some in (went, came))
    return gone, new


def test_what_was_changed_is_told_and_nothing_else(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No words about doubts where there are none."""
    edit(book, {"任务!C5": "产值增长9%左右"})
    again(book)
    out = capsys.readouterr().out.splitlines()[-1]
    assert "表里改了" in out and "没有动的" not in out


def test_the_ledger_of_another_place_is_told(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is read all the same: a name may have changed."""
    other = workbook(book.parent / "别处.xlsx", {"任务": (("松河县2025年重点工作任务分解表",), *TASKS[1:])})
    assert main(["import", str(other), "--into", str(book.parent / "place")]) == 0
    said = "别处.xlsx: 提示：这份台账像是“松河县”的，目录里的台账写的是“云溪县”；请看看是不是放错了地方"
    err = capsys.readouterr().err
    assert said in err and "台账.xlsx: 提示：这份" not in err


def test_a_deadline_before_the_plan_is_doubted_once(tmp_path: Path) -> None:
    """By the reader of the cell, whose words name it."""
    path = workbook(tmp_path / "台账.xlsx", {"任务": changed(TASKS, {(5, 7): "2023年5月"})})
    assert main(["import", str(path), "--into", str(tmp_path / "place")]) == 0
    files = sorted((tmp_path / "place/data/tasks").rglob("*.yml"))
    assert "".join(file.read_text("utf-8") for file in files).count("2023年5月”") == 1


def test_nothing_changed_and_nothing_is_written(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not even the times of the files."""
    place = book.parent / "place"
    times = {path: path.stat().st_mtime_ns for path in place.rglob("*")}
    assert again(book) == ({}, {})
    assert {path: path.stat().st_mtime_ns for path in place.rglob("*")} == times
    assert "什么都没有写" in capsys.readouterr().out


CHANGES: dict[str, tuple[dict[str, object], list[str], list[str]]] = {
    "a deadline": (
        {"任务!G5": "2025年11月底"},
        ["due: 2025-12", "due_text: 2025年12月"],
        ["due: 2025-11", "due_text: 2025年11月底"],
    ),
    "a deadline that goes": ({"任务!G8": ""}, ["due: 2025-10-31", "due_text: 2025-10-31"], []),
    "units": ({"任务!E6": "县自然资源局"}, ["support: [县自然资源局, 县住建局]"], ["support: [县自然资源局]"]),
    "a lead and its office": (
        {"任务!D5": "县商务局", "任务!E5": "县发改局", "任务!F5": "常务副县长"},
        ["post: 分管副县长", "lead: [县工信局]", "support: [县发改局, 县商务局, 各乡镇]"],
        ["post: 常务副县长", "lead: [县商务局]", "support: [县发改局]"],
    ),
    "an indicator": (
        {"指标!D4": "5.3以内"},
        ["value: 5.5", "value_text: 5.5以内"],
        ["value: 5.3", "value_text: 5.3以内"],
    ),
    "a base": ({"指标!C3": 213}, ["value: 212.4", "value_text: 212.4"], ["value: 213", "value_text: 213"]),
    "a town": ({"分解!B3": 950}, ["value: 900", "value_text: 900"], ["value: 950", "value_text: 950"]),
    "the owner of a project": ({"项目!E3": "县住建局"}, ["owner: 港务集团"], ["owner: 县住建局"]),
    "a project": (
        {"项目!B3": "8.8亿元"},
        ["total_investment: 86000"],
        ["total_investment: 88000", "note: 总投资印作“8.8亿元”"],
    ),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_a_changed_cell_changes_its_lines_alone(kind: str, book: Path) -> None:
    """The value is written where it stands; order and all else stay, and the ledger has no fault."""
    cells, went, came = CHANGES[kind]
    edit(book, cells)
    gone, new = again(book)
    lines = [line for some in gone.values() for line in some if "recurrence" not in line]
    assert sorted(lines) == sorted(went)
    assert sorted(line for some in new.values() for line in some) == sorted(came)
    load(book.parent / "place" / "data", CONTRACT)
    assert again(book) == ({}, {})


def test_a_unit_that_leads_no_more_but_supports(book: Path) -> None:
    """New lines take the place of those that go; nobody leads now, which is doubted."""
    edit(book, {"任务!D8": "", "任务!E8": "县住建局"})
    gone, new = again(book)
    assert sorted(line for some in gone.values() for line in some) == ["lead: [县住建局]", "lead_mode: 单独牵头"]
    came = [line for some in new.values() for line in some if not line.startswith("#")]
    assert sorted(came) == ["draft: true", "support: [县住建局]"]
    load(book.parent / "place" / "data", CONTRACT)
    assert again(book) == ({}, {})


def test_comments_and_what_a_person_wrote_stay(book: Path) -> None:
    """A summary in own words is the office's, and the sheet's own text does not come back."""
    file = next((book.parent / "place" / "data" / "tasks").rglob("01*.yml"))
    text = file.read_text("utf-8").replace("  summary: 产值增长8%左右", "  summary: 把食品做大  # 主任定的")
    file.write_text(text, "utf-8")
    edit(book, {"任务!G5": "2025年11月"})
    again(book)
    assert "  summary: 把食品做大  # 主任定的\n" in file.read_text("utf-8")
    assert "due: 2025-11\n" in file.read_text("utf-8")


def test_where_both_sides_changed_neither_is_taken(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is said with both values, again and again, until they are the same."""
    file = next((book.parent / "place" / "data" / "tasks").rglob("01*.yml"))
    file.write_text(file.read_text("utf-8").replace("due: 2025-12\n", "due: 2025-10\n"), "utf-8")
    edit(book, {"任务!G5": "2025年11月", "任务!G6": "2025年8月"})
    for _ in range(2):
        again(book)
        told = capsys.readouterr().err
        assert "疑点：表里改成了“2025-11”，台账里也改过，是“2025-10”（上次读到的是“2025-12”）" in told
        assert "due: 2025-10\n" in file.read_text("utf-8")
    assert "due: 2025-08\n" in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace("due: 2025-10\n", "due: 2025-11\n"), "utf-8")
    again(book)
    assert "也改过" not in capsys.readouterr().err


def test_rows_that_move_stay_the_same_records(book: Path) -> None:
    """A new row between others: the tasks below keep their ids, only the cell that they come from is another."""
    rows = [list(row) for row in TASKS]
    rows.insert(5, [9, "办好热线", "按时办结率98%", "县信访局", "县数据局", "", "2025年底"])
    workbook(book, {**SHEETS, "任务": rows})
    gone, new = again(book)
    assert all("locator" in line for some in gone.values() for line in some)
    came = [line for some in new.values() for line in some if "locator" not in line]
    assert "title: 办好热线" in came
    ids = {task.title: task.id for task in load(book.parent / "place" / "data", CONTRACT).ledger.tasks}
    assert set(ids) == {"培育食品产业", "建设园区", "改造老旧小区", "办好热线"}
    assert again(book) == ({}, {})


def test_a_row_that_went_is_told(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its record stays: an office says itself what ended, and why."""
    workbook(book, {**SHEETS, "任务": [row for row in TASKS if row[:2] != (2, "建设园区")]})
    again(book)
    assert "疑点：表里已经没有 建设园区 这一行" in capsys.readouterr().err
    assert len(load(book.parent / "place" / "data", CONTRACT).ledger.tasks) == 3


def test_an_empty_cell_that_is_filled_gives_a_new_target(book: Path) -> None:
    edit(book, {"分解!C4": 25})
    _, new = again(book)
    assert {"organization: 西湖街道", "value: 25"} <= {line for some in new.values() for line in some}
    assert load(book.parent / "place" / "data", CONTRACT)


def test_a_workbook_of_another_name_is_the_same_ledger(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is known by its title, and not written a second time."""
    edit(book, {"任务!A1": "附件1 2025年全县重点工作任务分解表"})
    again(book)
    capsys.readouterr()
    before = snapshot(book.parent / "place")
    again(book.rename(book.parent / "台账（终稿）.xlsx"))
    assert "什么都没有写" in capsys.readouterr().out
    assert snapshot(book.parent / "place") == before


def test_what_was_read_is_stored_without_persons(tmp_path: Path) -> None:
    """Neither leaders nor contacts nor who filled in the table; a row that is hidden is not stored."""
    rows = changed(
        TASKS, {(5, 6): "张德旺（副县长）", (6, 6): "李满仓", (3, 8): "联系人", (5, 8): "王长河 13800000000"}
    )
    rows += [["填表人：赵六福   审核人：钱大宝"], ["复核：孙小满"]]
    path = workbook(tmp_path / "台账.xlsx", {"S": rows})
    write_start(tmp_path / "place", "云溪县", PlaceLevel.COUNTY, demo=False)
    assert main(["import", str(path), "--into", str(tmp_path / "place"), "--json", str(tmp_path / "a.json")]) == 0
    written = "".join(content.decode() for content in snapshot(tmp_path / "place").values())
    written += (tmp_path / "a.json").read_text("utf-8")
    assert [name for name in ("德旺", "满仓", "长河", "13800", "六福", "大宝", "小满") if name in written] == []
    assert "副县长" in written


@pytest.mark.parametrize(
    "text",
    [
        "document: [\n",
        "- 1\n",
        "document: a\ntitle: b\nsheets: [{name: S, cells: {1A: x}}]\n",
        "document: a\ntitle: b\nsheets: [{name: [S], cells: {A1: x}}]\n",
    ],
)
def test_a_broken_record_of_the_last_reading_is_told(text: str, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file,) = (book.parent / "place" / "imports").glob("*.yml")
    file.write_text(text, "utf-8")
    before = snapshot(book.parent / "place")
    assert main(["import", str(book), "--into", str(book.parent / "place")]) == 1
    assert "记着上次读到的内容，现在读不懂了" in capsys.readouterr().err
    assert snapshot(book.parent / "place") == before


def test_a_change_that_would_break_the_ledger_is_not_written(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A head that lost its year would move a target out of its plan: the fault is told, and every file stays."""
    before = snapshot(tmp_path / "place")
    edit(book, {"指标!D2": "%"})
    assert main(["import", str(book), "--into", str(tmp_path / "place")]) == 1
    assert "照这张表改，台账会有错，所以什么都没有写" in capsys.readouterr().err
    assert snapshot(tmp_path / "place") == before


@pytest.mark.parametrize("end", ["\n", ""])
def test_a_column_of_targets_that_is_new_begins_a_list(end: str, tmp_path: Path) -> None:
    """Behind the results that the document disclosed, whether or not the file ends with its last line."""
    heads = ("指标", "单位", "2020年实际", "2025年目标")
    path = workbook(tmp_path / "台账.xlsx", {"指标": (("“十四五”主要指标",), heads, ("产值", "亿元", 1, 3))})
    assert main(["import", str(path), "--into", str(tmp_path / "place")]) == 0
    (file,) = (tmp_path / "place/data/disclosures").glob("*.yml")
    before = file.read_text("utf-8").rstrip("\n") + end
    assert before.startswith("observations:") and "targets:" not in before
    file.write_text(before, "utf-8")
    edit(path, {"指标!E2": "2023年目标", "指标!E3": 2})
    again(path)
    added = file.read_text("utf-8").removeprefix(before)
    assert added.lstrip("\n").startswith("targets:\n  - ") and "value: 2\n" in added
    years = [
        (row["start_year"], row["end_year"]) for row in read(tmp_path / "place/data", CONTRACT).tables.rows["targets"]
    ]
    assert sorted(years) == [("2021", "2025"), ("2023", "2023")]


def test_units_that_are_new_stand_before_the_source(book: Path) -> None:
    """Where a person would write them."""
    edit(book, {"任务!E6": ""})
    again(book)
    edit(book, {"任务!E6": "县住建局"})
    again(book)
    files = [path.read_text("utf-8") for path in (book.parent / "place/data/tasks").rglob("*.yml")]
    assert "  support: [县住建局]\n  source: {locator: '任务!B6'}\n" in "".join(files)


def test_a_change_that_is_doubted_makes_a_draft(book: Path) -> None:
    """A person looks at it once more."""
    edit(book, {"任务!G5": "2023年5月"})
    _, new = again(book)
    lines = [line for some in new.values() for line in some]
    assert "draft: true" in lines and any("2023年5月" in line for line in lines if line.startswith("#"))


def test_a_change_of_a_record_that_is_gone_is_told(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A person took it out of the ledger; nothing is written, and nothing breaks."""
    (file,) = (book.parent / "place/data/projects").rglob("*.yml")
    file.write_text("", encoding="utf-8")
    edit(book, {"项目!B3": "8.8亿元"})
    assert again(book) == ({}, {})
    assert "项目!" in capsys.readouterr().err


def test_a_list_in_a_record_of_one_line_is_told(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A person wrote it so: lines cannot be put into it, and a value of it can be changed."""
    file = next((book.parent / "place/data/tasks").rglob("01*.yml"))
    record = file.read_text("utf-8").split("\n\n")[0]
    lines = [line.strip().removeprefix("- ") for line in record.splitlines() if not line.startswith("#")]
    short = [line for line in lines if line.startswith(("id:", "section:", "title:", "title_source:", "summary:"))]
    more = [
        line for line in lines if line.startswith(("kind:", "lead_mode:", "lead:", "support:", "due:", "due_text:"))
    ]
    whole = f"- {{{', '.join([*short, *more, 'recurrence: 限期', 'source: {locator: 任务!B5}'])}}}"
    file.write_text(file.read_text("utf-8").replace(record, whole), "utf-8")
    edit(book, {"任务!E5": "县发改局", "任务!G5": "2023年11月"})
    for _ in range(2):
        again(book)
        told = capsys.readouterr().err
        assert "任务!B5: 疑点：表里改成了“县发改局”，台账里这个值不止一行或有别的写法" in told
    text = file.read_text("utf-8")
    assert text.startswith(whole.replace("2025-12", "2023-11").replace("2025年12月", "2023年11月"))


def test_a_value_that_a_person_wrote_as_a_list_is_told(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The key is not written a second time; whoever wrote it looks at it."""
    edit(book, {"任务!G8": ""})
    again(book)
    (file,) = (
        one for one in (book.parent / "place/data/tasks").rglob("*.yml") if "改造老旧小区" in one.read_text("utf-8")
    )
    file.write_text(file.read_text("utf-8").replace("改造老旧小区\n", "改造老旧小区\n  due: [2025-10]\n"), "utf-8")
    capsys.readouterr()
    edit(book, {"任务!G8": "2025年11月"})
    again(book)
    assert "表里改成了“2025-11”，台账里这个值不止一行或有别的写法" in capsys.readouterr().err
    assert file.read_text("utf-8").count("due:") == 1 and "  due: [2025-10]\n" in file.read_text("utf-8")
