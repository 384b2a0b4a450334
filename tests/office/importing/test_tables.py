"""Ledgers as offices keep them, each with its own habits, and what is read of them."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest

from generator.language.office import import_words
from generator.ledger.enums import PlaceLevel
from generator.office.importing.reading import ReadLedger, read_ledger
from generator.office.workbooks.workbook_file import read_workbook
from tests.conftest import ROOT
from tests.helpers.workbooks import INDICATORS, TASKS, Rows, changed, workbook


@pytest.fixture(name="read")
def _read(tmp_path: Path) -> Any:
    """Reads sheets as a workbook."""

    def read(sheets: dict[str, Rows], merged: dict[str, list[str]] | None = None) -> ReadLedger:
        path = workbook(tmp_path / "2025年台账.xlsx", sheets, merged)
        return read_ledger(read_workbook(path).sheets, path.name)

    return read


def codes(ledger: ReadLedger) -> list[tuple[str, str]]:
    """What is said, without the doubt of every figure in words and of who made the workbook."""
    usual = ("measure-unclear", "no-issuer")
    return [(finding.code, finding.place) for finding in ledger.findings if finding.code not in usual]


def cells(ledger: ReadLedger, table: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row.cells.get(column, "") for column in columns) for row in ledger.rows.get(table, [])]


def test_a_plain_ledger_of_tasks_is_read_without_doubt(read: Any) -> None:
    """Headings between the rows, several units in a cell, a line break, a dash for nobody, a row of totals."""
    ledger = read({"Sheet1": TASKS})
    assert codes(ledger) == []
    assert cells(ledger, "sections", "number", "title") == [("一、", "做强产业"), ("二、", "改善民生")]
    assert [(clause.title, clause.leads, clause.supports, clause.deadline) for clause in ledger.clauses] == [
        ("培育食品产业", ["县工信局"], ["县发改局", "县商务局", "各乡镇"], "2025-12"),
        ("建设园区", ["县经开区管委会"], ["县自然资源局", "县住建局"], "2025-06"),
        ("改造老旧小区", ["县住建局"], [], "2025-10-31"),
    ]
    assert cells(ledger, "documents", "title", "issuer", "signed_on") == [
        ("2025年全县重点工作任务分解表", "县政府办公室", "2025-03-01")
    ]
    assert not [row for row in ledger.rows["tasks"] if row.draft]


def test_years_below_a_head_that_says_what_was_reached(read: Any) -> None:
    """Only the years below 目标 are targets; growth and totals share a column and are told apart by the brackets."""
    rows = (
        ("“十四五”时期主要指标",),
        ("序号", "指标名称", "单位", "属性", "实际完成", "", "目标", "", "年均增速（%）\n或[五年累计]"),
        ("", "", "", "", "2020年", "2021年", "2022年", "2025年", ""),
        (1, "地区生产总值", "亿元", "预期性", 312.5, 336, "360左右", "460左右", "7左右"),
        (2, "新增就业", "万人", "预期性", "", "", 0.6, "", "[3]"),
    )
    ledger = read({"指标": rows}, {"指标": ["A1:I1", "E2:F2", "G2:H2", *(f"{c}2:{c}3" for c in "ABCDI")]})
    assert sorted(cells(ledger, "targets", "start_year", "end_year", "value")) == [
        ("2021", "2025", "3"),
        ("2021", "2025", "460"),
        ("2021", "2025", "7"),
        ("2022", "2022", "0.6"),
        ("2022", "2022", "360"),
    ]
    assert cells(ledger, "observations", "period", "value") == [("2020", "312.5"), ("2021", "336")]


def test_the_day_on_which_work_begins_is_no_deadline(read: Any) -> None:
    """Below one merged head stand when a task begins and when it is due."""
    rows = (
        ("序号", "时间要求", "", "工作任务", "主办单位"),
        ("", "起始", "完成时限", "", ""),
        (1, "1月", "2025年12月底", "修渠引水", "县水利局"),
    )
    ledger = read({"清单": rows}, {"清单": ["A1:A2", "B1:C1", "D1:D2", "E1:E2"]})
    assert cells(ledger, "tasks", "title", "due") == [("修渠引水", "2025-12")]


def test_two_rows_of_heads_and_other_names_of_columns(read: Any) -> None:
    """A merged head over 牵头 and 配合, areas in a merged column of their own, points, an empty column of progress."""
    rows = (
        ("某县2025年度重点工作责任清单",),
        ("编号", "工作板块", "重点事项", "年度工作目标", "责任单位", "", "完成期限", "考核分值", "进展情况"),
        ("", "", "", "", "牵头", "配合", "", "", ""),
        (1, "产业", "招商引资", "到位资金不少于25亿元", "县投促中心", "县直相关部门", "12月底前", "10分", ""),
        (2, "", "建设冷链", "", "县商务局 县供销社", "县财政局/县农业农村局", datetime(2025, 9, 30), 5, ""),
    )
    merged = ["A1:I1", "E2:F2", *(f"{c}2:{c}3" for c in "ABCDGHI"), "B4:B5"]
    ledger = read({"清单": rows}, {"清单": merged})
    assert codes(ledger) == [("column-left-out", "清单!I2")]
    assert cells(ledger, "tasks", "title", "weight", "due", "lead_mode") == [
        ("招商引资", "10", "2025-12", "单独牵头"),
        ("建设冷链", "5", "2025-09-30", "分别牵头"),
    ]
    assert [clause.supports for clause in ledger.clauses] == [["县直相关部门"], ["县财政局", "县农业农村局"]]
    assert cells(ledger, "sections", "title") == [("产业",)]


def test_merged_cells_count_for_every_row(read: Any) -> None:
    """A title over three rows belongs to each; figures of a merged cell are counted once."""
    rows = (
        ("2025年重点工作",),
        ("序号", "重点工作", "具体目标", "牵头单位", "完成时限"),
        (1, "做强制造", "新建车间6个", "市工信局", "6月"),
        ("", "", "", "市科技局", "9月"),
        ("", "", "引进企业3家", "市招商局", "11月"),
    )
    ledger = read({"S": rows}, {"S": ["A3:A5", "B3:B5", "C3:C4"]})
    assert [(clause.title, clause.text, clause.leads) for clause in ledger.clauses] == [
        ("做强制造", "新建车间6个", ["市工信局"]),
        ("做强制造", "新建车间6个", ["市科技局"]),
        ("做强制造", "引进企业3家", ["市招商局"]),
    ]
    assert cells(ledger, "targets", "value_text") == [("6个",), ("3家",)]
    assert len({row.cells["id"] for row in ledger.rows["tasks"]}) == 3


def test_roles_stand_in_the_cells(read: Any) -> None:
    """One column of responsibility with words of roles, labels and brackets."""
    rows = (
        ("2024年为民办实事责任清单",),
        ("序号", "实事项目", "责任单位", "完成时间"),
        (1, "增加学位", "区教育局牵头，区住建局、各街道配合", "8月底"),
        (2, "课后服务", "牵头单位：区教育局；配合单位：团区委", "全年"),
        (3, "适老化改造", "区民政局（牵头）、区残联", "每季度"),
        (4, "建养老机构", "区民政局、区住建局", "长期坚持"),
    )
    ledger = read({"S": rows})
    assert [(clause.leads, clause.supports, clause.deadline) for clause in ledger.clauses] == [
        (["区教育局"], ["区住建局", "各街道"], "2024-08"),
        (["区教育局"], ["团区委"], "2024"),
        (["区民政局"], ["区残联"], "quarterly"),
        (["区民政局", "区住建局"], [], "ongoing"),
    ]
    assert codes(ledger) == [("lead-list", "S!C6")]
    assert [row.draft for row in ledger.rows["tasks"]] == [False, False, False, True]
    assert cells(ledger, "plans", "kind") == [("民生实事",)]


def test_a_note_says_who_leads(read: Any) -> None:
    """Where the note says that those responsible lead in the place of an empty column, nobody has to ask."""
    rows = (
        ("2025年重点工作",),
        ("重点工作", "牵头单位", "责任单位", "完成时限"),
        ("治水", "", "市水务局、市住建局", "6月"),
        ("治气", "市生态环境局", "各乡镇", "6月"),
        ("注：牵头单位空缺的，由责任单位牵头。",),
    )
    ledger = read({"S": rows})
    assert [(clause.leads, clause.supports) for clause in ledger.clauses] == [
        (["市水务局", "市住建局"], []),
        (["市生态环境局"], ["各乡镇"]),
    ]
    assert codes(ledger) == []


def test_a_table_of_indicators_with_years_on_the_way(read: Any) -> None:
    """Base, yearly path, end, growth by the year, totals in brackets, shares with the sign or in the name."""
    rows = (
        ("附件1 某区“十四五”时期主要指标",),
        ("类别", "指标", "2020年实际", "目标值", "", "", "年均增长（%）", "属性"),
        ("", "", "", "2021年", "2023年", "2025年", "", ""),
        ("经济", "地区生产总值（亿元）", 520, 560, 650, "750左右", "7.5左右", "预期性"),
        ("生态", "森林覆盖率（%）", "35.2%", "35.5%", "36.2%", "37%以上", "", "约束性"),
        ("", "万元GDP用水量下降（%）", "—", "", "", "〔16〕", "", "约束性"),
        ("", "新增城镇就业（万人）", "[9.1]", 1.8, 1.8, "[9]", "", "预期性"),
    )
    merged = ["D2:F2", *(f"{c}2:{c}3" for c in "ABCGH"), "A5:A7"]
    ledger = read({"S": rows}, {"S": merged})
    assert codes(ledger) == []
    assert cells(ledger, "plans", "start_year", "end_year", "kind") == [("2021", "2025", "五年规划")]
    assert cells(ledger, "indicators", "name", "measure", "unit") == [
        ("地区生产总值", "期末水平", "亿元"),
        ("地区生产总值年均增速", "年均增速", "%"),
        ("森林覆盖率", "期末水平", "%"),
        ("万元GDP用水量下降", "比基期增减", "%"),
        ("新增城镇就业", "规划期累计", "万人"),
    ]
    targets = cells(ledger, "targets", "start_year", "end_year", "comparator", "value")
    assert targets[:4] == [
        ("2021", "2025", "≈", "750"),
        ("2021", "2021", "=", "560"),
        ("2023", "2023", "=", "650"),
        ("2021", "2025", "≈", "7.5"),
    ]
    assert targets[-3:] == [("2021", "2025", "=", "9"), ("2021", "2021", "=", "1.8"), ("2023", "2023", "=", "1.8")]
    assert ("2020", "9.1", "2016") in cells(ledger, "observations", "period", "value", "since_year")


def test_two_tables_in_one_sheet_are_two(read: Any) -> None:
    """The second has its own title below the notes of the first."""
    rows = (*TASKS, ("备注：每月报送。",), (), ("二、2025年主要预期目标",), *INDICATORS[1:])
    ledger = read({"S": rows})
    assert codes(ledger) == []
    assert len(ledger.clauses) == 3
    assert [(f["value"], f["comparator"]) for f in ledger.figures] == [(226.0, "approx"), (5.5, "le")]
    assert len(ledger.rows["plans"]) == 1


@pytest.mark.parametrize("across", [True, False], ids=["indicators across", "towns across"])
def test_a_break_down_by_towns_stands_either_way(across: bool, read: Any) -> None:
    """Towns in the first column or in the heads; totals and dashes are no targets."""
    down = (
        ("2025年任务分解表",),
        ("指标", "单位", "东山镇", "西湖街道", "合计"),
        ("新增就业", "人", 900, "700以上", 1600),
        ("改厕", "户", 30, "—", 30),
    )
    over = (
        ("2025年任务分解表",),
        ("镇街", "新增就业（人）", "改厕（户）"),
        ("东山镇", 900, 30),
        ("西湖街道", "700以上", "—"),
        ("合计", 1600, 30),
    )
    ledger = read({"S": over if across else down})
    assert cells(ledger, "indicators", "name", "unit", "measure") == [
        ("新增就业", "人", "规划期累计"),
        ("改厕", "户", "规划期累计"),
    ]
    names = {row.cells["id"]: row.cells["name"] for row in ledger.rows["organizations"]}
    assert sorted(
        (names[unit], value, sign)
        for unit, value, sign in cells(ledger, "targets", "organization", "value", "comparator")
    ) == [("东山镇", "30", "="), ("东山镇", "900", "="), ("西湖街道", "700", "≥")]


def test_projects_with_amounts_in_other_units(read: Any) -> None:
    """Unit above the table, another one in a cell, periods in many forms, nature by the heading."""
    rows = (
        ("2025年重点项目表",),
        ("", "", "", "", "", "单位：万元"),
        ("项目名称", "建设内容", "总投资", "年度投资", "责任单位", "开竣工时间"),
        ("（一）续建项目（1个）",),
        ("三号泊位", "建泊位1个", 86000, "32,000", "港务集团", "2022.10-2025.6"),
        ("（二）新建项目（2个）",),
        ("海水淡化厂", "", "4.2亿元", "约15000", "市水务局、东山镇人民政府", "2025年二季度开工，年底完工"),
        ("湿地修复", "", "待定", "", "市林业局", "2025-2026"),
    )
    ledger = read({"S": rows})
    assert codes(ledger) == []
    assert cells(ledger, "projects", "name", "nature", "total_investment", "year_investment", "starts", "finishes") == [
        ("三号泊位", "续建", "86000", "32000", "2022-10", "2025-06"),
        ("海水淡化厂", "新建", "42000", "15000", "2025-06", "2025-12"),
        ("湿地修复", "新建", "", "", "2025", "2026"),
    ]
    assert "4.2亿元" in ledger.rows["projects"][1].cells["note"]


def test_levels_of_tasks_and_numbered_goals(read: Any) -> None:
    """Of several columns of tasks the last one is the task; lines of goals that are numbered are goals of their own."""
    goals, due = "1.完成投资6.5亿元\n2.产值达到95亿元", "一期9月底，二期12月底"
    rows = (
        ("松岭区2026年重点任务分解表",),
        ("责任部门：区政府办公室      更新时间：2026年1月15日",),
        ("序号", "一级任务", "二级任务", "工作任务", "工作目标", "牵头领导", "责任单位", "配合单位", "完成时限"),
        (1, "一、产业", "（一）壮大", "建产业园", goals, "副区长（分管工业）", "区工信局、区科技局", "各街镇", due),
        (2, "", "", "育企业", "新增企业8家以上", "", "区工信局", "", "2026.11"),
    )
    ledger = read({"S": rows}, {"S": ["B4:B5", "C4:C5"]})
    assert codes(ledger) == []
    assert [(clause.title, clause.leads, clause.deadline) for clause in ledger.clauses] == [
        ("建产业园", ["区工信局", "区科技局"], "2026-12"),
        ("育企业", ["区工信局"], "2026-11"),
    ]
    assert cells(ledger, "targets", "value", "comparator") == [("6.5", "="), ("95", "≥"), ("8", "≥")]
    assert cells(ledger, "sections", "number", "title") == [("一、", "产业"), ("(一)", "壮大")]
    assert cells(ledger, "milestones", "due", "text") == [("2026-09", "一期"), ("2026-12", "二期")]
    assert cells(ledger, "documents", "issuer", "signed_on") == [("区政府办公室", "2026-01-15")]
    assert ledger.rows["assignments"][0].cells["post"] == "副区长"


def test_a_merged_head_over_group_and_name_of_indicators(read: Any) -> None:
    """The first column below it is the group; the first row of data is no second row of the head."""
    rows = (
        ("表1 某区“十五五”主要指标",),
        ("序号", "指标", "", "单位", "基期值（2025年）", "目标值（2030年）", "年均增长/〔累计〕", "指标类型"),
        (1, "经济\n发展", "地区生产总值", "亿元", "680", "≥960", "7左右", "预期性"),
        (2, "", "其中：数字经济占比", "%", 8.6, "12（全市领先）", "", "预期性"),
        (3, "绿色", "单位GDP碳排放降低", "%", "〔18〕", "—", "完成市下达目标", "约束性"),
    )
    ledger = read({"S": rows}, {"S": ["B2:C2", "B3:B4"]})
    assert codes(ledger) == []
    assert cells(ledger, "plans", "title", "start_year") == [("某区“十五五”主要指标", "2026")]
    assert cells(ledger, "sections", "title") == [("经济发展",), ("绿色",)]
    assert cells(ledger, "indicators", "name", "measure") == [
        ("地区生产总值", "期末水平"),
        ("地区生产总值年均增速", "年均增速"),
        ("数字经济占比", "期末水平"),
        ("单位GDP碳排放降低", "比基期增减"),
    ]
    assert cells(ledger, "targets", "value", "set_by")[-1] == ("", "上级下达")


DOUBTS: dict[str, tuple[dict[tuple[int, int], object], str]] = {
    "lead-missing": ({(5, 4): "", (5, 5): ""}, "Sheet1!B5"),
    "due-unclear": ({(5, 7): "尽快"}, "Sheet1!G5"),
    "due-year": ({(5, 7): "2023年5月"}, "Sheet1!G5"),
    "unit-unclear": ({(5, 4): "推进小组工作"}, "Sheet1!D5"),
    "title-empty": ({(5, 2): "", (5, 3): ""}, "Sheet1!D5"),
    "title-above": ({(6, 2): ""}, "Sheet1!C6"),
    "unit-twice": ({(5, 5): "县工信局"}, "Sheet1!D5"),
    "leader-name": ({(5, 6): "李小明"}, "Sheet1!F5"),
    "title-cut": ({(5, 3): "推进食品产业高质量发展" * 8}, "Sheet1!B5"),
}


@pytest.mark.parametrize("code", DOUBTS)
def test_what_is_not_clear_is_said_with_its_cell(code: str, read: Any) -> None:
    """A doubt stands at the record as well, and makes it a draft."""
    given, place = DOUBTS[code]
    ledger = read({"Sheet1": changed(TASKS, given)})
    assert (code, place) in codes(ledger)
    finding = next(f for f in ledger.findings if f.code == code)
    if finding.grade == "疑点" and code != "title-empty":
        drafts = [row for rows in ledger.rows.values() for row in rows if row.draft]
        assert any(finding.comment in row.comments for row in drafts)


@pytest.mark.parametrize(
    ("printed", "post"),
    [
        ("张三", ""),
        ("王大海（副县长）", "副县长"),
        ("张三副市长", "副市长"),
        ("县委常委、宣传部部长", "县委常委、宣传部部长"),
        ("县委副书记、县长 李四", "县委副书记、县长"),
        ("分管城建副县长", "分管城建副县长"),
        ("欧阳明远", ""),
        ("秘书长：赵六", "秘书长"),
    ],
)
def test_a_leader_is_an_office_and_never_a_name(printed: str, post: str, read: Any) -> None:
    """Neither rows nor comments nor findings repeat the name of a person."""
    ledger = read({"S": changed(TASKS, {(5, 6): printed})})
    assert ledger.rows["assignments"][0].cells.get("post", "") == post
    told = "".join(map(str, (*ledger.findings, *ledger.rows.items())))
    assert not [name for name in ("张三", "大海", "李四", "明远", "赵六") if name in told]


def test_a_person_among_the_units_is_left_out(read: Any) -> None:
    """A short name that is no unit, alone, in a list or in brackets."""
    ledger = read({"S": changed(TASKS, {(5, 4): "县工信局（王芳）", (6, 5): "县住建局、赵敏", (8, 4): "周强"})})
    told = "".join(map(str, (*ledger.findings, *ledger.rows.items())))
    assert not [name for name in ("王芳", "赵敏", "周强") if name in told]
    assert ledger.clauses[0].leads == ["县工信局"]
    assert [code for code, _ in codes(ledger)].count("unit-person") == 3


def test_every_finding_stands_in_the_manual() -> None:
    """An office finds what the command says, with what to do."""
    manual = (ROOT / "manual" / "from-excel.md").read_text(encoding="utf-8")
    told = {re.sub(r"\{\w+\}", "…", words.partition("。")[0]) for _, words in import_words.FINDINGS.values()}
    assert {words for words in told if words not in manual} == set()
    assert [kind for kind in import_words.COLUMN_KINDS if kind not in manual] == []


def test_units_that_guide_and_assess_have_their_roles(read: Any) -> None:
    """Columns of their own, under the names that they have in the sheet."""
    rows = (
        ("2025年攻坚任务",),
        ("攻坚任务", "主要责任单位", "指导单位", "督办单位", "挂牌领导", "完成时限"),
        ("治水", "县水务局", "市水务局", "县政府督查室", "副县长", "6月"),
    )
    ledger = read({"S": rows})
    assert codes(ledger) == []
    assert cells(ledger, "assignments", "printed_name", "role") == [
        ("县水务局", "牵头"),
        ("市水务局", "指导"),
        ("县政府督查室", "考核"),
    ]


def test_a_table_below_empty_rows_with_a_start_beside_the_deadline(read: Any) -> None:
    """Three units below one head, a beginning beside the deadline, a collective with a second kind in brackets."""
    rows = (
        (),
        ("白石县2024年度重点工作督查台账",),
        ("单位：县委督查室、县政府督查室",),
        ("序号", "事项", "主要目标", "责任分工", "", "", "时间安排", "", "责任领导"),
        ("", "", "", "牵头", "责任", "配合", "开始时间", "完成时限", ""),
        ("（一）", "工业方面"),
        (1, "盘活厂房", "盘活8万㎡", "", "县自然资源局 县工信商务局", "各乡（镇）人民政府", "1月", 45535, ""),
        ("注：", "责任单位列第一位的为牵头单位。"),
        ("审核：张三", "", "填报：李四"),
    )
    merged = ["D4:F4", "G4:H4", *(f"{c}4:{c}5" for c in "ABCI"), "B6:I6"]
    ledger = read({"S": rows}, {"S": merged})
    (clause,) = ledger.clauses
    assert (clause.leads, clause.deadline) == (["县自然资源局"], "2024-08-31")
    assert clause.supports == ["县工信商务局", "各乡(镇)人民政府"]
    assert ("各乡镇人民政府", "统称") in cells(ledger, "organizations", "name", "kind")
    assert cells(ledger, "sections", "number", "title") == [("(一)", "工业方面")]
    assert cells(ledger, "documents", "issuer") == [("县委督查室、县政府督查室",)]
    assert "张三" not in str(ledger) and "李四" not in str(ledger)


def test_a_name_of_the_last_column_that_is_merged_makes_a_head_of_two_rows(read: Any) -> None:
    """The row below is no task."""
    rows = (
        ("2025年重点工作",),
        ("序号", "重点工作", "责任单位", "", "完成时限"),
        ("", "", "牵头单位", "配合单位", ""),
        (1, "做强制造", "市工信局", "市科技局", "6月"),
    )
    ledger = read({"S": rows}, {"S": ["C2:D2", "E2:E3"]})
    assert [(clause.title, clause.leads, clause.supports) for clause in ledger.clauses] == [
        ("做强制造", ["市工信局"], ["市科技局"])
    ]


def test_a_head_has_three_rows_at_most(read: Any) -> None:
    """A cell that is merged too far down takes no task away."""
    rows = (
        ("2025年重点工作",),
        ("序号", "重点工作", "责任单位", "", "完成时限"),
        ("", "", "市直单位", "", ""),
        ("", "", "牵头单位", "配合单位", ""),
        ("", "做强制造", "市工信局", "市科技局", "6月"),
        (2, "建设冷链", "市商务局", "", "9月"),
    )
    ledger = read({"S": rows}, {"S": ["A2:A5", "C2:D2", "C3:D3"]})
    assert [clause.title for clause in ledger.clauses] == ["做强制造", "建设冷链"]


def test_a_number_on_the_way_to_a_goal_in_words_is_compared_with_nothing(read: Any) -> None:
    """The end says in words what shall be: the indicator is one of words, and none of its targets has a sign."""
    rows = (
        ("“十四五”时期主要指标",),
        ("序号", "指标名称", "单位", "属性", "2020年实际", "2022年目标", "2025年目标"),
        (1, "群众满意度", "%", "预期性", 88, "90以上", "持续提高"),
    )
    ledger = read({"指标": rows}, {"指标": ["A1:G1"]})
    assert cells(ledger, "indicators", "measure") == [("定性",)]
    assert sorted(cells(ledger, "targets", "end_year", "comparator", "value", "value_text")) == [
        ("2022", "", "90", "90以上"),
        ("2025", "", "", "持续提高"),
    ]


@pytest.mark.parametrize("column", [4, 5])
def test_a_number_without_a_unit_is_doubted_where_the_end_is_in_words(column: int, read: Any) -> None:
    """Whatever was reached before, or is to be reached on the way, is a number of something."""
    row: list[object] = [1, "群众满意度", "", "预期性", "", "", "持续提高"]
    row[column] = 90
    rows = (
        ("“十四五”时期主要指标",),
        ("序号", "指标名称", "单位", "属性", "2020年实际", "2022年目标", "2025年目标"),
        tuple(row),
    )
    ledger = read({"指标": rows}, {"指标": ["A1:G1"]})
    assert codes(ledger) == [("unit-missing", "指标!B3")]
    assert ledger.rows["indicators"][0].draft


def test_a_table_without_a_row_beside_another_is_no_hindrance(read: Any) -> None:
    """A sheet that waits for the next year."""
    ledger = read({"今年": TASKS, "明年": TASKS[:3]})
    assert len(ledger.clauses) == len(read({"今年": TASKS}).clauses) > 0


@pytest.mark.parametrize(
    ("head", "printed"), [("承办单位", "承办"), ("责任单位", "责任单位"), ("主要责任单位", "主要责任单位")]
)
def test_who_is_responsible_for_an_indicator_is_printed_as_its_column_is_named(
    head: str, printed: str, read: Any
) -> None:
    """The words of the head are kept."""
    rows = (*INDICATORS[:1], (*INDICATORS[1], head), (*INDICATORS[2], "县发改局"))
    assert cells(read({"S": rows}), "indicator_assignments", "printed_name", "printed_role") == [("县发改局", printed)]


def test_a_second_row_below_a_name_over_two_columns_belongs_to_the_head(read: Any) -> None:
    """Where nothing is merged downwards, either."""
    rows = (
        ("2025年重点工作",),
        ("序号", "重点工作", "责任单位", "", "完成时限"),
        ("", "", "牵头单位", "配合单位", ""),
        (1, "做强制造", "市工信局", "市科技局", "6月"),
    )
    ledger = read({"S": rows}, {"S": ["C2:D2"]})
    assert [(clause.title, clause.leads, clause.supports) for clause in ledger.clauses] == [
        ("做强制造", ["市工信局"], ["市科技局"])
    ]


def test_a_result_in_another_unit_is_taken_in_the_unit_of_its_indicator(read: Any) -> None:
    """With a note of what is printed."""
    ledger = read({"S": changed(INDICATORS, {(3, 3): "2124000万元"})})
    assert ("212.4", "数值印作“2124000万元”") in cells(ledger, "observations", "value", "note")


def test_who_publishes_the_site_stands_for_an_office_that_is_not_named(tmp_path: Path) -> None:
    """And it is told."""
    book = read_workbook(workbook(tmp_path / "台账.xlsx", {"S": (TASKS[0], *TASKS[2:])}))
    site: Any = SimpleNamespace(publisher="云溪县人民政府办公室", place="云溪县", level=PlaceLevel.COUNTY)
    ledger = read_ledger(book.sheets, "台账.xlsx", site=site)
    assert cells(ledger, "documents", "issuer") == [("云溪县人民政府办公室",)]
    assert "issuer-site" in [code for code, _ in codes(ledger)]


MERGED_HEAD: dict[str, tuple[Rows, str, list[tuple[str, str]], list[tuple[str, str]]]] = {
    "names of years below it": (
        (
            ("2024—2025年主要指标",),
            ("指标", "单位", "目标", ""),
            ("", "", "2024年", "2025年"),
            ("产值", "亿元", 1, 2),
        ),
        "C2:D2",
        [("产值", "亿元")],
        [],
    ),
    "a row without a name below it": (
        (
            ("2025年重点工作",),
            ("重点工作", "牵头单位", "", "完成时限"),
            ("", "县水利局", "", "6月"),
            ("治水", "县水利局", "", "6月"),
        ),
        "B2:C2",
        [],
        [("title-empty", "S!B3")],
    ),
}


@pytest.mark.parametrize("case", MERGED_HEAD)
def test_what_stands_below_a_merged_name_alone_belongs_to_the_head(case: str, read: Any) -> None:
    """Where something stands below another name, too, it is a row: that it says nothing of a task is told."""
    rows, merged, indicators, told = MERGED_HEAD[case]
    ledger = read({"S": rows}, {"S": [merged]})
    assert cells(ledger, "indicators", "name", "unit") == indicators
    assert codes(ledger) == told


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("填报单位：县政府办公室、协调联络", "县政府办公室、协调联络"),
        ("填报单位：协调联络", "（没有写）"),
    ],
)
def test_a_workbook_is_of_the_unit_that_made_it(line: str, issuer: str, read: Any) -> None:
    """One of its names is that of a unit; other words are nobody, and that is said."""
    ledger = read({"S": changed(TASKS, {(2, 1): line})})
    assert ledger.rows["documents"][0].cells["issuer"] == issuer
    assert ("no-issuer" in [one.code for one in ledger.findings]) is (issuer == "（没有写）")


TWO_ROWS: Final = (
    ("2025年主要经济指标",),
    ("序号", "指标名称", "计量单位", "2024年", "", "2025年目标", "", "责任单位"),
    ("", "", "", "完成", "增长（%）", "总量", "增长（%）", ""),
    (1, "地区生产总值", "亿元", 300, 5.5, 320, 6, "县发改局"),
    (2, "固定资产投资", "亿元", 100, -3, "", 8, "县发改局"),
)
TWO_ROWS_MERGED: Final = ["A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2", "H2:H3"]
ONE_ROW: Final = (
    ("2025年主要经济指标",),
    ("序号", "指标名称", "计量单位", "2024年完成", "2024年增长（%）", "2025年目标", "2025年增长（%）", "责任单位"),
    *TWO_ROWS[3:],
)


@pytest.mark.parametrize(("rows", "merged"), [(TWO_ROWS, TWO_ROWS_MERGED), (ONE_ROW, [])])
def test_growth_of_the_year_before_is_no_target_and_no_level(rows: Rows, merged: list[str], read: Any) -> None:
    """A level and a rate stand below each year: each figure goes to its own indicator and year."""
    ledger = read({"S": rows}, {"S": merged})
    assert [code for code, _ in codes(ledger)] == []
    assert cells(ledger, "indicators", "name", "unit", "measure", "direction") == [
        ("地区生产总值", "亿元", "期末水平", "越高越好"),
        ("地区生产总值增速", "%", "年均增速", "越高越好"),
        ("固定资产投资", "亿元", "期末水平", "越高越好"),
        ("固定资产投资增速", "%", "年均增速", "越高越好"),
    ]
    level, rate, other_level, other_rate = (id_ for (id_,) in cells(ledger, "indicators", "id"))
    assert cells(ledger, "targets", "indicator", "value") == [(level, "320"), (rate, "6"), (other_rate, "8")]
    assert cells(ledger, "observations", "indicator", "period", "value") == [
        (level, "2024", "300"),
        (rate, "2024", "5.5"),
        (other_level, "2024", "100"),
        (other_rate, "2024", "-3"),
    ]


def test_growth_below_the_last_year_of_five_is_that_of_all(read: Any) -> None:
    """And the mean of the five years before is not read as a target."""
    rows = (
        ("“十五五”主要指标",),
        ("指标名称", "单位", "2025年", "“十四五”年均增速（%）", "2030年目标", "", "属性"),
        ("", "", "", "", "总量", "年均增速（%）", ""),
        ("地区生产总值", "亿元", 320.5, 5.1, 430, 6, "预期性"),
        ("工业增加值", "亿元", "", 7.2, 90, "", "预期性"),
    )
    ledger = read({"S": rows}, {"S": ["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:G3"]})
    assert cells(ledger, "indicators", "name", "measure") == [
        ("地区生产总值", "期末水平"),
        ("地区生产总值年均增速", "年均增速"),
        ("工业增加值", "期末水平"),
    ]
    assert cells(ledger, "targets", "start_year", "end_year", "value") == [
        ("2026", "2030", "430"),
        ("2026", "2030", "6"),
        ("2026", "2030", "90"),
    ]
    assert cells(ledger, "observations", "period", "value") == [("2025", "320.5")]
    assert codes(ledger) == [("past-growth", "S!D5")]


def test_a_second_figure_of_a_year_is_told_and_decides_nothing(read: Any) -> None:
    """An increase beside a level is neither another result nor another target, and gives no direction."""
    rows = (
        ("2025年主要经济指标",),
        ("指标名称", "单位", "2024年", "", "2025年目标", ""),
        ("", "", "总量", "增量", "总量", "增量"),
        ("地区生产总值", "亿元", 300, 15, 320, 20),
    )
    ledger = read({"S": rows}, {"S": ["A2:A3", "B2:B3", "C2:D2", "E2:F2"]})
    assert cells(ledger, "indicators", "name", "direction") == [("地区生产总值", "越高越好")]
    assert cells(ledger, "targets", "value") == [("320",)]
    assert cells(ledger, "observations", "value") == [("300",)]
    assert codes(ledger) == [("result-twice", "S!D4"), ("target-twice", "S!F4")]


def test_a_remark_that_is_left_out_is_told(read: Any) -> None:
    """A column of remarks is not imported; an empty one is not mentioned."""
    filled = tuple(
        (*row, "备注" if number == 1 else "省重点" if number == 2 else "") for number, row in enumerate(INDICATORS)
    )
    empty = tuple((*row, "备注" if number == 1 else "") for number, row in enumerate(INDICATORS))
    assert [code for code, _ in codes(read({"S": filled}))] == [
        *(code for code, _ in codes(read({"S": empty}))),
        "column-left-out",
    ]


def test_a_table_of_appraisal_is_one_of_indicators(read: Any) -> None:
    """What is new in a year is a sum of that year; a rate is a rate, whether its unit is printed or not."""
    rows = (
        ("2025年目标考核任务书",),
        ("考核内容", "权重", "目标值"),
        ("地区生产总值增速", 10, "6%以上"),
        ("新增规上企业", 20, "20家"),
        ("高新技术企业", 20, "30家"),
    )
    assert cells(read({"S": rows}), "indicators", "name", "unit", "measure") == [
        ("地区生产总值增速", "%", "年均增速"),
        ("新增规上企业", "家", "规划期累计"),
        ("高新技术企业", "家", "期末水平"),
    ]
    towns = (("2025年各镇任务分解表",), ("镇", "工业增加值增速", "改厕（户）"), ("东山镇", 8.5, 30), ("西河镇", 7, 20))
    assert cells(read({"S": towns}), "indicators", "name", "measure") == [
        ("工业增加值增速", "年均增速"),
        ("改厕", "规划期累计"),
    ]


def test_the_unit_behind_a_title_is_no_part_of_it(read: Any) -> None:
    """A line above may be an annex; the unit of the amounts is known then."""
    rows = (
        ("附件2",),
        ("2025年区级重点项目投资计划表（单位：万元）",),
        ("项目名称", "建设性质", "总投资", "2025年计划投资", "项目单位"),
        ("滨河路改造", "新建", "6,000", 5000, "区城管局"),
    )
    ledger = read({"S": rows})
    assert cells(ledger, "plans", "title") == [("2025年区级重点项目投资计划表",)]
    assert cells(ledger, "projects", "name", "total_investment", "unit") == [("滨河路改造", "6000", "万元")]
    assert codes(ledger) == []


def test_a_section_of_an_office_is_a_unit(read: Any) -> None:
    """安全科 is no name of a person; the kind of such a unit is a question."""
    rows = (("2025年工作计划表",), ("序号", "工作内容", "责任科室", "完成时间"), (1, "改造食堂", "安全科", "2025.10"))
    ledger = read({"S": rows})
    assert cells(ledger, "organizations", "name") == [("安全科",)]
    assert [clause.leads for clause in ledger.clauses] == [["安全科"]]
