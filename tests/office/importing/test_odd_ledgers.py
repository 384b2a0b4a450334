"""Ledgers in which something is missing or strange: each gives its finding; one that cannot be read changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli.main import main
from generator.ledger.enums import PlaceLevel
from generator.office.importing.findings import ImportRefused
from generator.office.importing.reading import read_ledger
from generator.office.start.new_place import write_start
from generator.office.workbooks.sheets import Sheet
from tests.helpers.sites import snapshot
from tests.helpers.workbooks import INDICATORS, TASKS, Rows, changed, workbook

COLUMNS = ("指标", "单位", "2024年", "2025年", "属性")
FAULTS: dict[str, tuple[dict[str, Rows], str]] = {
    "no table": ({"S": (("随便写写",), ("今天", "明天"))}, "台账.xlsx: 问题：没有认出台账的表头"),
    "only heads": ({"S": TASKS[:3]}, "台账.xlsx: 问题：有表头，没有可以导入的行"),
    "only totals": ({"S": (*TASKS[:3], TASKS[-1])}, "台账.xlsx: 问题：有表头，没有可以导入的行"),
    "no year": (
        {"S": changed(TASKS, {(1, 1): "重点工作", (2, 1): "", (5, 7): "", (6, 7): "", (8, 7): ""})},
        "S!3: 问题",
    ),
    "other columns": ({"S": (("干什么", "谁来干"), ("治水", "水务局"))}, "台账.xlsx: 问题：没有认出台账的表头"),
}
SAID: dict[str, tuple[dict[str, Rows], str]] = {
    "a sheet of something else": ({"S": TASKS, "通讯录": (("姓名", "电话"),)}, "通讯录: 提示：这张表没有认出表头"),
    "an unknown column": (
        {"S": changed(TASKS, {(3, 8): "心情"})},
        "S!H3: 提示：“心情”这一列不认识",
    ),
    "a column of phones": (
        {"S": changed(TASKS, {(3, 8): "联系人及电话"})},
        "S!H3: 提示：“联系人及电话”这一列台账里不收",
    ),
    "a share without its sign": (
        {"S": changed(INDICATORS, {(4, 4): 0.055})},
        "S!D4: 疑点：单位是 %，数却写作 0.055；是不是漏了百分号，应是 5.5%",
    ),
    "another unit": ({"S": changed(INDICATORS, {(3, 4): "226公里"})}, "S!D3: 疑点：“226公里”带的单位"),
    "no number": ({"S": changed(INDICATORS, {(3, 4): "2百多或3百"})}, "S!D3: 疑点：“2百多或3百”读不出一个确定的数"),
    "no unit": ({"S": changed(INDICATORS, {(3, 2): ""})}, "S!A3: 疑点：指标没有写计量单位"),
    "an unknown nature": ({"S": changed(INDICATORS, {(3, 5): "参考"})}, "S!E3: 疑点：属性“参考”不是预期性或约束性"),
    "an error": ({"S": changed(INDICATORS, {(3, 4): "#REF!"})}, "S!D3: 疑点：S!D3 是错误值"),
    "a formula": ({"S": changed(INDICATORS, {(3, 4): "=C3*1.06"})}, "S!D3: 疑点：S!D3 是公式，没有存下结果"),
    "a year of another plan": (
        {"S": (("2021—2025年主要指标",), (*COLUMNS[:3], "2025年目标", "2027年目标"), ("总产值", "亿元", 1, 2, 3))},
        "S!E2: 疑点：2027 年不在规划的年份里",
    ),
    "a town that is none": (
        {"S": (("2025年分解表",), ("乡镇", "改厕（户）"), ("东山镇", 3), ("其中新增部分", 2))},
        "S!A4: 疑点：“其中新增部分”不像乡镇或单位的名称",
    ),
    "a project of no kind": (
        {"S": (("2025年重点项目",), ("项目名称", "总投资（万元）", "责任单位"), ("水厂", 900, "水务局"))},
        "S!A3: 疑点：没有写新建、续建还是前期",
    ),
    "a project without dates": (
        {"S": (("2025年项目",), ("项目名称", "总投资（万元）", "建设性质", "建设年限"), ("水厂", 9, "新建", "视条件"))},
        "S!D3: 疑点：开竣工时间“视条件”读不出起止",
    ),
    "an amount in words": (
        {"S": (("2025年项目",), ("项目名称", "总投资（万元）", "建设性质"), ("水厂", "两三千", "新建"))},
        "S!B3: 疑点：投资额“两三千”读不出一个数",
    ),
    "an amount without a unit": (
        {"S": (("2025年项目",), ("项目名称", "总投资", "建设性质"), ("水厂", 9000, "新建"))},
        "S!A3: 疑点：没有写投资额的单位",
    ),
    "points that are none": (
        {"S": (("2025年任务",), ("任务", "责任单位", "分值"), ("治水", "水务局", "若干"))},
        "S!C3: 疑点：分值“若干”不是一个数",
    ),
    "a unit of no kind": (
        {"S": changed(TASKS, {(5, 4): "县河长制协调机构专项组"})},
        "S!D5: 疑点：",
    ),
}


@pytest.fixture(name="place")
def _place(tmp_path: Path) -> Path:
    """The folder of a new place."""
    write_start(tmp_path / "place", "云溪县", PlaceLevel.COUNTY, demo=False)
    return tmp_path / "place"


@pytest.mark.parametrize("kind", FAULTS)
def test_a_ledger_that_cannot_be_read_changes_nothing(
    kind: str, place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The finding says what is missing and what to do."""
    sheets, told = FAULTS[kind]
    before = snapshot(place)
    assert main(["import", str(workbook(tmp_path / "台账.xlsx", sheets)), "--into", str(place)]) == 1
    error = capsys.readouterr().err
    assert told in error
    assert error.endswith("什么都没有写。\n")
    assert snapshot(place) == before


@pytest.mark.parametrize("kind", SAID)
def test_what_is_strange_is_said_with_its_cell(
    kind: str, place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rest of the ledger is read, and it has no fault but drafts."""
    sheets, told = SAID[kind]
    assert main(["import", str(workbook(tmp_path / "台账.xlsx", sheets)), "--into", str(place)]) == 0
    assert told in capsys.readouterr().err
    assert main(["--data", str(place / "data"), "check"]) == 0


def test_columns_of_other_names_are_named_in_a_file(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Once named, they are known at the next reading as well."""
    rows = (("2025年活计表",), ("干什么", "谁来干", "啥时候完"), ("治水", "县水务局", "6月"))
    path = workbook(tmp_path / "台账.xlsx", {"S": rows})
    names = tmp_path / "列名.yml"
    names.write_text("干什么: 任务\n谁来干: 牵头单位\n啥时候完: 完成时限\n", "utf-8")
    assert main(["import", str(path), "--into", str(place), "--columns", str(names)]) == 0
    assert "任务 1 项" in capsys.readouterr().out
    assert main(["import", str(path), "--into", str(place)]) == 0
    assert "什么都没有写" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["干什么: 大事\n", "- 任务\n", "干什么: [\n", ""])
def test_a_file_of_columns_that_is_wrong_is_told(
    text: str, place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workbook(tmp_path / "台账.xlsx", {"S": TASKS})
    (tmp_path / "列名.yml").write_text(text, "utf-8")
    command = ["import", str(path), "--into", str(place), "--columns", str(tmp_path / "列名.yml")]
    assert main(command) == (1 if text else 0) or text == ""
    if text:
        assert "列名.yml: 问题：列名文件写得不对" in capsys.readouterr().err


def test_a_file_that_is_missing_is_told(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "没有.xlsx", "--into", str(place)]) == 1
    assert "没有.xlsx: 问题：没有这个文件" in capsys.readouterr().err


def test_a_file_in_the_way_is_told(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written over what a person wrote."""
    path = workbook(tmp_path / "台账.xlsx", {"S": TASKS})
    other = place / "data" / "sections" / "plan-2025.yml"
    other.parent.mkdir(parents=True, exist_ok=True)
    other.write_text("- id: x\n  title: 别的\n", "utf-8")
    before = snapshot(place)
    assert main(["import", str(path), "--into", str(place)]) == 1
    assert "plan-2025.yml" in capsys.readouterr().err
    assert snapshot(place) == before


@pytest.mark.parametrize("name", ["sections/plan-2025", "documents"])
def test_a_list_that_cannot_be_read_is_told(
    name: str, place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whether its records are looked up or others stand beside them; nothing is written."""
    path = workbook(tmp_path / "台账.xlsx", {"S": TASKS})
    other = place / "data" / f"{name}.yml"
    other.parent.mkdir(parents=True, exist_ok=True)
    other.write_text("- id: [\n", "utf-8")
    before = snapshot(place)
    assert main(["import", str(path), "--into", str(place)]) == 1
    assert f"place: 问题：data/{name}.yml 里原有的台账有错" in capsys.readouterr().err
    assert snapshot(place) == before


def test_a_broken_ledger_is_mended_first(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "data" / "documents.yml").write_text("- id: [\n", "utf-8")
    assert main(["import", str(workbook(tmp_path / "台账.xlsx", {"S": TASKS})), "--into", str(place)]) == 1
    assert "documents.yml" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["- id: [\n", "- id: a\n  name: [\n"], ids=["nothing to see", "an id"])
def test_a_ledger_with_units_that_cannot_be_read_is_mended_first(
    text: str, place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else its units would be written a second time; of several broken files the first one is named."""
    for name in ("others", "towns"):
        (place / "data" / "organizations" / f"{name}.yml").write_text(text, "utf-8")
    before = snapshot(place)
    rows = (("2025年重点工作",), ("重点工作", "牵头单位"), ("治水", "县水利局"))
    assert main(["import", str(workbook(tmp_path / "台账.xlsx", {"S": rows})), "--into", str(place)]) == 1
    error = capsys.readouterr().err
    assert "others.yml 里原有的台账有错" in error and "towns.yml" not in error
    assert snapshot(place) == before


def test_without_a_place_to_write_to_the_command_asks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(workbook(tmp_path / "台账.xlsx", {"S": TASKS}))]) == 2
    assert "--into" in capsys.readouterr().err


HEADS: tuple[str, ...] = (
    "序号",
    "重点工作",
    "目标任务",
    "牵头单位",
    "责任单位",
    "完成时限",
    "责任领导",
    "指标",
    "单位",
    "2020年",
    "2025年目标",
)
HEADS += (
    "年均增速",
    "乡镇",
    "东山镇",
    "西湖街道",
    "项目名称",
    "总投资",
    "建设性质",
    "开竣工时间",
    "合计",
    "属性",
    "分值",
    "一季度目标",
)
WORDS: tuple[str, ...] = (
    "县水务局",
    "县水务局、县财政局",
    "2025年6月",
    "—",
    "[7.5]",
    "95%—97%",
    "≥90",
    "合计",
    "注：每月报",
    "一、产业",
    "（一）",
    "张三",
)
WORDS += (
    "（牵头",
    "）",
    "[",
    "三成",
    "12以上",
    "2025",
    "45565",
    "6.5以上，力争7",
    "99999999999999999999",
    "1e9",
    "：",
    "；；",
    "。",
)
CELLS = st.one_of(st.just(""), st.sampled_from((*HEADS, *WORDS)), st.text(max_size=12))
TABLES = st.lists(st.lists(CELLS, max_size=8), max_size=10)
AREAS = st.lists(st.tuples(*[st.integers(1, 10)] * 4), max_size=3)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(head=st.lists(st.sampled_from(HEADS), min_size=2, max_size=9), rows=TABLES, merged=AREAS)
def test_no_sheet_makes_the_reading_fail(head: list[str], rows: list[list[str]], merged: list[tuple[int, ...]]) -> None:
    """Whatever stands in the cells, it is read, or refused with a finding; each finding has its words."""
    table = [["2025年重点工作"], head, *rows]
    texts = {
        (row, column): text.strip()
        for row, cells in enumerate(table, 1)
        for column, text in enumerate(cells, 1)
        if text.strip()
    }
    areas = tuple((min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in merged)
    try:
        ledger = read_ledger([Sheet("表", texts, areas)], "2025年台账.xlsx")
    except ImportRefused as refused:
        assert all(str(finding) for finding in refused.findings)
    else:
        assert all(str(finding) and finding.comment for finding in ledger.findings)
        assert ledger.as_json()
