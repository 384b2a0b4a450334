"""A workbook with every kind of table, and all that is written and said of it, to be read line by line."""

from __future__ import annotations

import json
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from typing import Any, Final

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.workbook import Workbook

from generator.ledger.contract import load_contract
from generator.office.importing.run import Imported, import_workbook
from tests.helpers.golden import compare
from tests.helpers.ledger import ROOT
from tests.helpers.sites import snapshot
from tests.helpers.workbooks import Rows, workbook

TASKS: Final[Rows] = (
    ("附件1：松河县2025年重点工作任务分解表",),
    ("填报单位：县政府办公室   填报日期：2025年3月1日",),
    (
        *("序号", "板块", "重点工作", "目标任务", "牵头单位", "责任单位", "配合单位", "指导单位", "督办单位"),
        *("责任领导", "一季度目标", "上半年目标", "完成时限", "分值", "联系人", "心情"),
    ),
    ("一、做强产业（3项）",),
    (
        *(
            1,
            "工业",
            "培育食品产业",
            "产值增长8%左右，由7.2亿元提高到9亿元",
            "县工信局",
            "—",
            "县发改局、\n县商务局，各乡镇",
        ),
        *("市工信局", "县政府督查室", "分管工业副县长", "完成选址", "开工建设", "2025年12月", "10分", "王长河", "好"),
    ),
    (
        *(2, "", "建设园区", "新建标准厂房3万平方米，引进企业5家以上，其中规上企业2家，争取3家", "", "县经开区管委会"),
        *("县自然资源局；县住建局", "", "", "同上", "—", "封顶", "一期6月底，二期11月底", 5.5, "", ""),
    ),
    (
        "",
        "",
        "",
        "引导骨干企业和上下游配套企业到园区落户，" * 4,
        "县商务局",
        "柳湾镇人民政府、石桥乡",
        "",
        "",
        "",
        "赵大海",
        "",
        "",
        "尽快",
    ),
    ("（一）扩大消费",),
    (
        4,
        "商贸",
        "办好夜市",
        "",
        "县商务局、孙小满",
        "",
        "县商务局、县某某专班",
        "",
        "",
        "",
        "",
        "",
        "2024年5月",
        "若干",
    ),
    ("二、改善民生（2项）",),
    (
        5,
        "民生",
        "改造小区",
        "改造小区12个，受益居民约2600户",
        "县住建局",
        "县民政局、县残联",
        "",
        "",
        "",
        "",
        "",
        "",
        "每季度",
    ),
    (6, "民生", "治水", "水质达标率95%", "县水利局（牵头）、县财政局", "", "同第5项", "", "", "", "", "", "2025.9.30"),
    ("", "", "", "", "县审计局", "", "", "", "", "", "", "", "6月"),
    ("合计", "", "6项"),
    ("备注：每月报送。",),
    ("填表人：赵六福   审核人：钱大宝",),
)
INDICATORS: Final[Rows] = (
    ("附表2 松河县“十四五”时期主要指标",),
    (
        "序号",
        "类别",
        "指标",
        "单位",
        "2020年实际",
        "2023年预计",
        "2024年",
        "2025年",
        "2027年",
        "年均增长（%）/[累计]",
        "属性",
        "责任单位",
    ),
    (1, "经济", "地区生产总值", "亿元", 520, 640, 690, "750左右", "", "7.5左右", "预期性", "县发改局、县统计局"),
    (2, "", "其中：数字经济占比", "%", "8.6", "", "", "12以上，力争13", 15, "", "预期性", ""),
    (3, "", "居民收入增速", "%", "", "", "", "", "", "6", "预期性", ""),
    (4, "生态", "单位产值能耗降低", "%", "〔18〕", "", "", "", "", "〔14〕", "约束性", "县发改局"),
    (5, "", "森林覆盖率（%）", "", "35.2%", "", "36.2%", "0.371", "", "", "约束性", "县林业局"),
    (6, "民生", "新增就业", "万人", "[9.1]", "", 1.8, "[9]", "", "", "参考", ""),
    (7, "", "平均受教育年限", "年", 10.8, "", "", "11.3", "", "[0.5]", "预期性", ""),
    (8, "", "空气质量", "", "", "", "", "完成省下达目标", "", "", "约束性", ""),
    (9, "", "治安满意度", "", "", "", "", "持续提升", "", "", "预期性", ""),
    (10, "", "粮食产量", "万吨", "52.0", "", "", "5200万公斤", "", "", "预期性", ""),
    (11, "", "失业率", "%", 5.1, "", "", "≤5.5", "", "", "预期性", ""),
    (12, "", "床位数", "", 4.2, "", "", 5, "", "", "—", ""),
)
YEAR: Final[Rows] = (
    ("2025年主要预期指标",),
    ("指标名称", "计量单位", "上年完成数", "目标值", "增长%", "属性", "牵头单位"),
    ("社会消费品零售总额", "亿元", 98.4, "105", "6.7", "预期性", "牵头单位：县商务局；配合单位：县统计局"),
    ("进出口总额增长", "%", "", "5", "", "预期性", ""),
)
TOWNS: Final[Rows] = (
    ("2025年任务分解表",),
    ("镇街", "新增就业目标（人）", "改厕（户）", "增长率（%）", "覆盖率（%）", "备注"),
    ("东山镇", 900, 30, 6, "92", "x"),
    ("西湖街道", "700以上", "—", "5.5", "0.915", ""),
    ("其中新增部分", 2, "", "", "", ""),
    ("合计", 1600, 30),
)
DOWN: Final[Rows] = (
    ("2025年植树任务",),
    ("指标", "单位", "东山镇", "西湖街道", "合计"),
    ("植树", "万株", 3, "2.5", 5.5),
    ("村庄保洁（个）", "", "12", "9公里", 21),
)
PROJECTS: Final[Rows] = (
    ("2025年重点项目表", "", "", "", "", "单位：万元"),
    ("项目名称", "建设内容及规模", "总投资", "年度投资", "建设性质", "责任单位", "开竣工时间", "备注"),
    ("三号泊位", "建泊位1个", 86000, "32,000", "续建", "港务集团", "2022.10-2025.6", ""),
    (
        "海水淡化厂",
        "",
        "4.2亿元",
        "约15000",
        "新建",
        "县水利局、东山镇人民政府、西湖街道",
        "2025年二季度开工，年底完工",
        "",
    ),
    ("湿地修复", "—", "待定", "", "", "县林业局", "2025-2026", ""),
    ("冷链园", "", "两三千", "300-500", "前期", "", "10月开工", ""),
    ("水厂", "", 900, "", "新建", "县水利局", "视条件", ""),
)
PLANTS: Final[Rows] = (
    ("2025年续建项目",),
    ("项目名称", "总投资（亿元）", "开工时间", "竣工时间", "责任单位"),
    ("（一）续建项目",),
    ("纸厂", 1.5, "2024", "2026年3月", "县国资公司"),
    ("砖厂", "3000万元", "", "待定", "县国资公司"),
)
SHEETS: Final = {
    "任务": TASKS,
    "指标": INDICATORS,
    "年度": YEAR,
    "分解": TOWNS,
    "植树": DOWN,
    "项目": PROJECTS,
    "续建": PLANTS,
    "通讯录": (("姓名", "电话"), ("周强", "13800000000")),
    "旧稿": TASKS[:5],
}
MERGED: Final = {"任务": ["A1:P1", "A2:P2", "B5:B6", "C6:C7"], "指标": ["B3:B5"]}


def saved(folder: Path) -> Path:
    """The workbook, with what programs leave in one: hidden rows, errors, words that are struck out."""
    path = workbook(folder / "2025年台账.xlsx", SHEETS, MERGED)
    book = load_workbook(path)
    book["旧稿"].sheet_state = "hidden"
    book["植树"].append(("隐藏", "户", 1, 2))
    book["植树"].row_dimensions[5].hidden = True
    book["项目"].column_dimensions["H"].hidden = True
    book["项目"]["H3"] = "不看"
    book["指标"]["G4"], book["指标"]["E6"] = "=F4+1", "#REF!"
    book["年度"]["D4"].font = Font(strike=True)
    book.save(path)
    return path


def told(done: Imported) -> str:
    """What is said of a workbook, and how much became of it."""
    said = "".join(f"{finding}\n" for finding in done.findings)
    counts = {name: getattr(done, name) for name in ("again", "cells", "edits", "added", "drafts")}
    return f"## said\n{said}## counts\n{counts}\n"


def written(folder: Path) -> dict[str, str]:
    """The files of a ledger that come from the workbook."""
    names = ("data/", "imports/")
    return {name: text.decode() for name, text in snapshot(folder).items() if name.startswith(names)}


def test_everything_that_is_read_in_a_workbook(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """Findings, records, what other programs get, and what is kept for the next reading."""
    contract = load_contract(ROOT / "datapackage.json")
    done = import_workbook(saved(tmp_path), tmp_path / "ledger", None, contract)
    files = written(tmp_path / "ledger")
    files.pop("data/site.yml")
    parts = [f"## {name}\n{text}" for name, text in files.items()]
    lines = "".join(
        f"{json.dumps(one, ensure_ascii=False)}\n"
        for some in done.ledger.as_json().values()
        for one in some  # type: ignore[attr-defined]
    )
    text = "\n".join([told(done), *parts, f"## --json\n{lines}"])
    compare("imports/first", text, pytestconfig.getoption("--update-golden"), "yml")


def change(path: Path, edit: Callable[[Workbook], Any]) -> None:
    """Save a workbook with other cells."""
    book = load_workbook(path)
    edit(book)
    book.save(path)


def edit_cells(book: Workbook) -> None:
    """What an office does to its ledger in a year: values, units, dates, a new row, one that goes, others that move."""
    tasks, indicators, projects = book["任务"], book["指标"], book["项目"]
    tasks["D5"], tasks["E5"], tasks["J5"] = "产值增长9%左右，由7.2亿元提高到9亿元", "县商务局", "常务副县长"
    tasks["G6"], tasks["M6"], tasks["L6"] = "", "一期7月底，二期11月底", "交付"
    tasks["M9"], tasks["N9"] = "2025年5月", "6"
    tasks["C12"], tasks["G11"] = "治理水系", "县财政局"
    tasks.insert_rows(13)
    tasks["A13"], tasks["C13"], tasks["D13"], tasks["E13"], tasks["M13"] = (
        7,
        "办热线",
        "按时办结率98%",
        "县信访局",
        "年底",
    )
    indicators["H3"], indicators["E3"], indicators["J3"] = "760左右", 521, "7.6左右"
    indicators["H9"], indicators["K8"] = "11.4", "预期性"
    indicators.delete_rows(13)
    book["分解"]["B3"], book["分解"]["C4"], book["分解"]["F3"] = 950, 25, "y"
    projects["C3"], projects["G3"], projects["A5"], projects["F4"] = "8.8亿元", "2022.10-2025.9", "湿地公园", "县水利局"


def test_everything_that_becomes_of_a_changed_workbook(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """Only what changed is another line; where the ledger changed as well, neither side is taken."""
    contract, path, folder = load_contract(ROOT / "datapackage.json"), saved(tmp_path), tmp_path / "ledger"
    import_workbook(path, folder, None, contract)
    for file in (folder / "data").rglob("*.yml"):
        text = file.read_text("utf-8").replace("due: 2025-11\n", "due: 2025-10\n").replace("  weight: 10\n", "")
        file.write_text(text.replace("value_text: 750左右", "value_text: 约750"), "utf-8")
    before = written(folder)
    change(path, edit_cells)
    done = import_workbook(path, folder, None, contract)
    after = written(folder)
    lines = [
        line
        for name in sorted({*before, *after})
        for line in unified_diff(
            before.get(name, "").splitlines(), after.get(name, "").splitlines(), name, name, lineterm="", n=1
        )
    ]
    compare(
        "imports/again", f"{told(done)}\n" + "\n".join(lines) + "\n", pytestconfig.getoption("--update-golden"), "diff"
    )
