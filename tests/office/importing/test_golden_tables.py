"""Small tables, each with a habit of its own, and every row and word that becomes of them, to be read line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pytest

from generator.office.importing.findings import ImportRefused
from generator.office.importing.reading import read_ledger
from tests.helpers.golden import compare
from tests.helpers.workbooks import Rows, sheet

NAMED: Final = (
    *(
        "starts",
        "finishes",
        "total_investment",
        "year_investment",
        "post",
        "printed_role",
        "weight",
        "due",
        "value_max",
    ),
    *("qualifier", "tier", "set_by", "since_year", "organization", "task"),
)
"""Columns of which the name is told, too: some rows have them, others have not."""
NOT_TOLD: Final = ("document", "plan", "title_source", "position")
Case = tuple[Sequence[Rows], Sequence[tuple[int, int, int, int]]]
T: Final = ("序号", "重点工作", "牵头单位")
TITLE: Final = ("2025年重点工作",)
WATER: Final = (1, "治水", "县水利局")
TWO_ROWS: Final = (
    TITLE,
    ("序号", "重点工作", "责任单位", "", "完成时限"),
    ("", "", "牵头单位", "配合单位", ""),
    (1, "做强制造", "市工信局", "市科技局", "6月"),
    (2, "修路", "市交通局", "市财政局", "7月"),
)
INDICATORS: Final = ("指标", "单位", "2024年实际", "2025年目标")
OUTPUT: Final = ("产值", "亿元", 1, 2)
TASKS: Final[dict[str, Case]] = {
    "leaders in two columns": (
        [
            (
                TITLE,
                ("重点工作", "责任领导", "分管领导", "牵头单位"),
                ("治水", "张三", "—", "县水利局"),
                ("治气", "副县长", "无", "县环保局"),
                ("治土", "", "", "县环保局"),
                ("治沙", "分管副县长（张三）", "秘书长", "县林业局"),
            )
        ],
        (),
    ),
    "a second row of heads that is not merged": ([TWO_ROWS], ()),
    "a second row of heads below a merged one": ([TWO_ROWS], [(2, 3, 2, 4)]),
    "a second row of heads that are merged downwards": (
        [TWO_ROWS],
        [(2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 2, 4), (2, 5, 3, 5)],
    ),
    "the last name alone is merged downwards": (
        [(TITLE, ("重点工作", "完成时限", "牵头单位"), ("名称", "", ""), ("治水", "6月", "县水利局"))],
        [(2, 3, 3, 3)],
    ),
    "a total, a note and a signature before the next table": (
        [(TITLE, T, WATER, ("合计", "1项"), ("注：按月报送。",), ("填表人：李四",), INDICATORS, OUTPUT)],
        (),
    ),
    "a title before the next table": (
        [(TITLE, T, WATER, (), ("2024年主要指标",), ("单位：亿元", "（略）"), INDICATORS, OUTPUT)],
        (),
    ),
    "titles on three lines": (
        [(TITLE, T, WATER, ("附件2",), ("县里",), ("2025年主要指标",), INDICATORS, OUTPUT)],
        (),
    ),
    "four lines are no titles": (
        [(TITLE, T, WATER, ("附件2",), ("县里",), ("（公开）",), ("2025年主要指标",), INDICATORS, OUTPUT)],
        (),
    ),
    "a total, then a title": ([(TITLE, T, WATER, ("合计", "1项"), ("2025年主要指标",), INDICATORS, OUTPUT)], ()),
    "a head that is printed again": (
        [
            (
                TITLE,
                T,
                WATER,
                ("续表",),
                ("二、生态环境",),
                T,
                (2, "治气", "县环保局"),
                ("续表",),
                (*T[:2], "责任单位"),
                (3, "治土", "县农业局"),
            )
        ],
        (),
    ),
    "headings of all kinds": (
        [
            (
                TITLE,
                T,
                ("一、产业（2项）",),
                WATER,
                ("（一）工业",),
                (2, "治气", "县环保局"),
                ("（二）", "农业"),
                (3, "治土", "县农业局"),
                ("", "不是标题"),
                ("二", "民生："),
                (4, "治沙", "县林业局"),
                ("第三部分 其他(牵头单位:县水利局)",),
                (5, "治虫", "县林业局"),
                ("", "（三）杂项"),
                (6, "治鼠", "县农业局"),
                ("横幅",),
                (7, "治蚊", "县卫健局"),
            )
        ],
        [(17, 1, 17, 3)],
    ),
    "headings in columns": (
        [
            (
                TITLE,
                ("板块", "一级任务", "重点任务", "具体措施", "牵头单位"),
                ("产业", "做强工业", "修厂", "", "县工信局"),
                ("", "", "修路", "铺路面", "县交通局"),
                ("民生", "办好教育", "建校", "招教师", "县教育局"),
            )
        ],
        [(3, 1, 4, 1), (3, 2, 4, 2)],
    ),
    "a task over several rows": (
        [
            (
                TITLE,
                (*T[:2], "目标任务", "措施", "牵头单位", "完成时限"),
                (1, "办实事", "建校3所", "选址", "县教育局", "6月"),
                ("", "", "修路5公里", "", "县交通局", "尽快"),
                ("", "", "建校3所", "招标", "县教育局", "2024年5月"),
                (2, "", "另一件", "", "县教育局", ""),
                (3, "只有标题", "", "", "县教育局", "每月"),
                ("", "", "", "", "县教育局", ""),
                ("", "", "", "", "—", "6月"),
                ("", "", "", "", "无", "—"),
            )
        ],
        [(3, 2, 5, 2), (3, 3, 3, 3)],
    ),
    "steps, points and deadlines": (
        [
            (
                TITLE,
                ("重点工作", "牵头单位", "下半年目标", "一季度目标", "上半年目标", "完成时限", "分值"),
                ("修路", "县交通局", "通车", "开工", "铺路" * 31, "一期6月底，二期11月底", "10分"),
                ("修桥", "县交通局", "—", "选址", "铺路" * 30, "2026年3月", 5.5),
                ("修坝", "县水利局", "", "", "", "2024年12月", "若干"),
                ("修闸", "县水利局", "", "", "", "长期坚持", "0"),
            )
        ],
        (),
    ),
    "long words": (
        [
            (
                TITLE,
                ("重点工作", "牵头单位"),
                ("修" * 30, "县水利局"),
                (f"{'修' * 30}，渠", "县水利局"),
                (f"{'修' * 58}，渠", "县水利局"),
                (f"{'修' * 59}，渠", "县水利局"),
                (f"{'修' * 31}，{'渠' * 30}", "县水利局"),
                (f"{'修' * 30}，{'渠' * 30}", "县水利局"),
                (f"渠，{'修' * 60}", "县水利局"),
                (f"渠道，{'修' * 60}", "县水利局"),
            )
        ],
        (),
    ),
    "units of all roles": (
        [
            (
                TITLE,
                ("重点工作", "主要责任单位", "属地", "配合单位", "参与单位", "指导单位", "考核单位"),
                ("治水", "县水利局、县财政局", "柳湾镇人民政府", "县财政局", "县妇联", "市水利局", "县督查室"),
                ("治气", "", "柳湾镇", "县环保局（县气象局）", "", "", ""),
                ("治土", "县农业局（牵头）、县财政局", "", "同上", "李四", "", ""),
            )
        ],
        (),
    ),
    "who builds": ([(TITLE, ("重点工作", "承建单位"), ("修路", "县交通局"), ("修桥", "县某某专班"))], ()),
}
FIGURES: Final[dict[str, Case]] = {
    "years on the way alone": (
        [(("主要指标",), ("指标", "单位", "2021年", "2023年", "2025年"), ("产值", "亿元", 1, 2, 3))],
        (),
    ),
    "three years from a base": ([(("主要指标",), ("指标", "单位", "2019年实际", "2022年"), OUTPUT)], ()),
    "two years from a base": ([(("主要指标",), ("指标", "单位", "2020年实际", "2022年"), OUTPUT)], ()),
    "a year in the title and a base long before": (
        [(("2025年主要指标",), ("指标", "单位", "2020年实际", "2025年"), OUTPUT)],
        (),
    ),
    "years in the title that are not all of the columns": (
        [(("2021—2025年主要指标",), ("指标", "单位", "2015年实际", "2025年", "2030年"), (*OUTPUT, 3))],
        (),
    ),
    "rates by the year": ([(("主要指标",), ("指标", "单位", "2025年", "年均增速（%）"), ("产值", "亿元", 3, 5))], ()),
    "a rate of one year": ([(("主要指标",), ("指标", "单位", "2025年", "增长（%）"), ("产值", "亿元", 3, "5‰"))], ()),
    "levels, totals and bases": (
        [
            (
                ("2021—2025年主要指标",),
                ("指标", "单位", "2020年", "2022年", "2025年", "年均增速（%）或[累计]", "基期值"),
                ("就业", "万人", "", 0.6, "[3]", "", ""),
                ("就学", "万人", 1, 0.6, "[3]", "", ""),
                ("就医", "万人", "", 0.6, 3, "[4]", ""),
                ("修路", "公里", "", 0.6, "", "[4]", 5),
                ("种树", "亩", "", 0.6, "", "5", ""),
                ("养鱼", "亩", "[2]", "", "", "[5]", ""),
                ("能耗降低", "%", "[18]", "", "", "[14]", ""),
                ("能耗下降", "%", "", "", "", "完成任务", ""),
                ("住房面积", "平方米", 30, "", "", "[5]", ""),
                ("绿地率", "%", 30, "", "", "[5]", ""),
                ("收入增速", "%", "", "", "", "6", ""),
                ("空着", "%", "", "", "", "", ""),
            )
        ],
        (),
    ),
    "two tiers, shares and other units": (
        [
            (
                ("2025年主要指标",),
                ("指标", "单位", "2025年目标"),
                ("产值增长", "%", "6以上，力争更高"),
                ("税收增长", "%", "6以上，力争7"),
                ("甲率", "%", "0.05"),
                ("乙率", "%", "0.055"),
                ("丙率", "%", "-0.055"),
                ("丁率", "%", "1.055"),
                ("戊率", "%", "0.000"),
                ("己率", "%", "0.055%"),
                ("粮食", "万吨", "5200万公斤"),
                ("茶叶", "吨", "3-5万吨"),
                ("道路", "公里", "3亩"),
                ("鱼", "", "3吨"),
                ("虾", "", "3"),
                ("蟹", "吨", "完成省下达目标"),
                ("满意度", "", "持续提升"),
                ("失业率", "%", "≤5.5"),
                ("其中：城镇", "%", "<5.5"),
                ("贝", "吨", "力争3"),
                ("事故率", "%", "3"),
                ("事故下降", "%", "3"),
                ("治理面积", "亩", "3"),
            )
        ],
        (),
    ),
    "natures and owners": (
        [
            (
                ("“十四五”主要指标",),
                ("类别", "指标（单位）", "2020年", "2025年目标（亿元）", "2027年", "属性", "责任单位", "配合单位"),
                ("经济", "产值", 1, 2, 3, "预期性", "县工信局、县统计局", "县财政局"),
                ("", "税收", 1, 2, "", "约束", "县税务局（牵头）、县统计局", "县税务局"),
                ("", "投资（万元）", 1, 2, "", "参考", "—", ""),
                ("", "出口", 1, 2, "", "", "主办单位：县商务局", ""),
            )
        ],
        [(3, 1, 6, 1)],
    ),
    "a nature in the plan of a year": (
        [
            (
                ("2025年主要指标",),
                ("指标", "单位", "2025年", "属性"),
                ("产值", "亿元", 1, "预期性"),
                ("税收", "亿元", 1, ""),
            )
        ],
        (),
    ),
}
PARTS: Final[dict[str, Case]] = {
    "towns with targets, results and shares": (
        [
            (
                ("2025年分解表",),
                ("序号", "乡镇", "改厕（户）", "", "", "占比（%）", "增速（%）", "新增人口（‰）", "备注"),
                ("", "", "目标", "完成率", "排名", "", "", "", ""),
                (1, "东山镇", 3, 4, 5, 6, "7", 8, "x"),
                (2, "西湖街道", 1, 2, 3, "0.055", "—", "", "y"),
                (3, "其中新增", 1, 2, 3, 4, "", "", ""),
                (4, "县水利局", "4里", 2, 3, "", "", "", ""),
                (5, "—", 4, 2, 3, "", "", "", ""),
            )
        ],
        [(2, 2, 3, 2), (2, 3, 2, 5), (2, 6, 3, 6), (2, 7, 3, 7), (2, 8, 3, 8), (2, 9, 3, 9)],
    ),
    "shares as targets": ([(("2025年分解表",), ("乡镇", "占比", "备注", "完成率"), ("东山镇", 3, "x", 4))], ()),
    "towns across": (
        [
            (
                ("2025年植树任务",),
                ("序号", "指标", "单位", "东山镇", "西湖街道", "合计"),
                (1, "植树", "万株", 3, "2.5", 5.5),
                (2, "保洁（个）", "", "12", "9公里", 21),
                (3, "空着", "", "", "", ""),
                (4, "年度造林目标（亩）", "", "1", "", ""),
            )
        ],
        (),
    ),
    "projects with periods of all kinds": (
        [
            (
                ("2025年重点项目",),
                ("项目名称", "总投资（万元）", "建设性质", "开竣工时间"),
                *(
                    (f"第{number}厂", 900, "新建", period)
                    for number, period in enumerate(
                        (
                            "2022.10-2025.6",
                            "2023年3月开工，年底完工",
                            "2025年二季度开工，2026年年底投产",
                            "2025—2026",
                            "2025年",
                            "10月开工",
                            "10月完工",
                            "10月",
                            "2024年、2025年、2026年",
                            "视条件",
                            "待定",
                            "—",
                            "2023年开工，2024年封顶，2025年完工",
                            "2024年3月开工，后年完工",
                        )
                    )
                ),
            )
        ],
        (),
    ),
    "projects with amounts of all kinds": (
        [
            (
                ("2025年重点项目", "", "", "投资单位：亿元"),
                ("项目名称", "建设规模", "总投资", "年度投资", "建设性质", "责任单位", "开工时间", "竣工时间"),
                ("（一）续建项目",),
                (
                    "纸厂",
                    "3条线",
                    1.5,
                    "3000万元",
                    "",
                    "县国资公司、东山镇人民政府、西湖街道、东山镇",
                    "2024",
                    "2026年3月",
                ),
                ("砖厂", "—", "约2", "300-500", "", "", "", "年底"),
                ("（二）谋划项目",),
                ("瓦厂", "", "两三千", "待定", "", "东山镇", "年中", "年初"),
                ("漆厂", "", "", "", "改建", "县国资公司", "", ""),
                ("（三）其他",),
                ("油厂", "", "3亩", "1,000元", "", "县国资公司", "", ""),
            )
        ],
        (),
    ),
    "an owner over two columns": (
        [(("2025年重点项目",), ("项目名称", "建设性质", "责任单位", "牵头单位"), ("纸厂", "新建", "县国资公司"))],
        [(3, 3, 3, 4)],
    ),
    "amounts in the unit of a head": (
        [
            (
                ("2025年重点项目",),
                ("项目名称", "总投资（亿元）", "建设性质"),
                ("纸厂", 3, "新建"),
                ("砖厂", "500万元", "新建"),
            )
        ],
        (),
    ),
    "amounts without any unit": (
        [
            (
                ("2025年重点项目",),
                ("项目名称", "总投资", "建设性质"),
                ("纸厂", 3, "新建"),
                ("砖厂", "5亿", "新建"),
                ("瓦厂", "", "新建"),
            )
        ],
        (),
    ),
}


def told(case: Case) -> str:
    """Every row of a ledger, with what a person is asked about it, and what is said besides."""
    sheets, merged = case
    try:
        ledger = read_ledger([sheet(rows, f"S{n}", merged) for n, rows in enumerate(sheets, 1)], "台账.xlsx")
    except ImportRefused as refused:
        return "".join(f"{finding}\n" for finding in refused.findings)
    lines: list[str] = []
    written: set[str] = set()
    for table, rows in ledger.rows.items():
        for row in rows if table != "documents" else ():
            written |= {*row.comments}
            filled = ((column, text) for column, text in row.cells.items() if column not in NOT_TOLD)
            cells = " | ".join(f"{column}={text}" if column in NAMED else text for column, text in filled)
            lines += [f"{table}: {cells}{' (draft)' if row.draft else ''}", *(f"  {one}" for one in row.comments)]
    lines += [str(one) for one in ledger.findings if one.comment not in written and one.code != "no-issuer"]
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize(("name", "cases"), [("tasks", TASKS), ("figures", FIGURES), ("parts", PARTS)])
def test_everything_that_becomes_of_a_table(name: str, cases: dict[str, Case], pytestconfig: pytest.Config) -> None:
    """Rows in their order, with every cell that is filled."""
    text = "\n".join(f"## {title}\n{told(case)}" for title, case in cases.items())
    compare(f"imports/{name}", text, pytestconfig.getoption("--update-golden"), "txt")
