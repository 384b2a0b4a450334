"""What a figure of a notice becomes: name, measure, unit, direction, what a person is asked, and every target of it."""

from __future__ import annotations

from typing import Final

import pytest

from generator.office.splitting.drafts.ledger import draft_ledger
from generator.office.splitting.notice import read_notice

YEAR: Final = "松河县人民政府办公室关于印发松河县2025年重点工作分工的通知\n"
YEARS: Final = "松河县人民政府办公室关于印发松河县绿色行动方案（2025—2027年）的通知\n"
HEAD: Final = "各乡镇人民政府，县政府各部门：\n　　现印发给你们。\n一、重点工作\n1．"
ASKED: Final = {"什么指标": "名称", "度量方式": "度量", "越高越好还是": "方向", "单位不同": "起点", "分清": "分清"}
"""Words of a doubt → what it is about."""
INDICATORS: Final[dict[str, list[str]]] = {
    "减排设施不超过3套": ["减排设施 期末水平 套 越低越好 "],
    "能耗降低率达到3%": ["能耗降低率 期末水平 % 越高越好 "],
    "减灾中心建5个": ["减灾中心建 期末水平 个 越高越好 度量方向"],
    "办理时限压减到3天": ["办理时限 期末水平 天 越低越好 度量"],
    "事故起数降为0": ["事故起数 期末水平 无量纲 越低越好 度量"],
    "漏损率30%": ["漏损率 期末水平 % 越高越好 方向"],
    "垃圾产生量达到30吨以上": ["垃圾产生量 期末水平 吨 越高越好 "],
    "信访总量每年3件": ["信访总量 每年 件/年 越高越好 "],
    "单位产值能耗每年3吨": ["单位产值能耗 每年 吨/年 越高越好 方向"],
    "建成30个": ["建成 期末水平 个 越高越好 度量"],
    "新建改建30个小区": ["新建改建小区 规划期累计 个 越高越好 "],
    "累计建成30公里道路": ["建成道路 期末水平 公里 越高越好 度量"],
    "实现30个以上": ["实现30个以上 期末水平 个 越高越好 名称"],
    "突破30个大关": ["突破30个大关 期末水平 个 越高越好 名称"],
    "甲达到30个": ["甲达到30个 期末水平 个 越高越好 名称"],
    "粮要30吨": ["粮要 期末水平 吨 越高越好 度量"],
    "客运达到30个": ["客运 期末水平 个 越高越好 "],
    f"{'甲乙丙丁' * 10}戊达到30个": [f"{('甲乙丙丁' * 10)[1:]}戊 期末水平 个 越高越好 "],
    "较2020年增长5%": ["较2020年增长5% 比基期增减 % 越高越好 名称"],
    "产值较上年增长5%": ["产值 比基期增减 % 越高越好 "],
    "第一产业增速5%": ["第一产业增速 年均增速 % 越高越好 "],
    "客流量增幅30万人": ["客流量增幅 期末水平 万人 越高越好 度量"],
    "产值增长8‰": ["产值增长 年均增速 ‰ 越高越好 "],
    "居民收入与经济同步增长": ["增长 期末水平  越高越好 "],
    "由0.52提高到0.55": ["由0.52提高到0.55 期末水平 无量纲 越高越好 名称度量"],
    "漏损率由2023年的12降至8%以下": ["漏损率 期末水平 % 越低越好 起点"],
    "亩均税收由30万元提高到40万元/亩": ["亩均税收 期末水平 万元/亩 越高越好 度量"],
    "税收增长5%，力争5座": ["税收增长 年均增速 % 越高越好 ", "税收增长5%，力争5座 期末水平 座 越高越好 名称度量"],
    "松木、杉木蓄积分别增长5%和6%": [
        "杉木蓄积分别增长 年均增速 % 越高越好 分清",
        "杉木蓄积分别增长 年均增速 % 越高越好 分清",
    ],
}


@pytest.mark.parametrize("words", INDICATORS)
def test_the_indicator_of_a_figure(words: str) -> None:
    """Its name without the words around it; less is better where the words say so, and a person is asked otherwise."""
    rows = draft_ledger(read_notice(f"{YEAR}{HEAD}{words}。（县统计局牵头）\n"), "notice").rows
    found = []
    for row in rows["indicators"]:
        asked = "".join(what for comment in row.comments for words, what in ASKED.items() if words in comment)
        found.append(" ".join([*(row.cells[c] for c in ("name", "measure", "unit", "direction")), asked]))
    assert found == INDICATORS[words]


TARGETS: Final[dict[tuple[str, str], list[str]]] = {
    (YEARS, "到2025年，新建泵站3座，2026年3月建成5座，2027年12月达到7座，2029年建成9座"): [
        "新建泵站 2025-2025  = 3",
        "建成 2025-2026 2026-03 = 5",
        "建成 2025-2027 2027-12 ≥ 7",
        "建成 2025-2027 2029 = 9",
    ],
    (YEAR, "新建泵站3座，其中某某镇3座、柳湾镇2座"): [
        "新建泵站 2025-2025  = 3",
        "新建泵站 某某镇 2025-2025  = 3",
        "新建泵站 柳湾镇 2025-2025  = 2",
    ],
    (YEAR, "新建泵站3座，力争5座，挑战7座"): [
        "新建泵站 2025-2025  = 3 基本",
        "新建泵站 2025-2025  = 5 力争",
        "新建泵站 2025-2025  = 7 挑战",
    ],
    (YEAR, "税收增长5%，力争5座"): ["税收增长 2025-2025  = 5", "税收增长5%，力争5座 2025-2025  = 5 力争"],
}


@pytest.mark.parametrize(("title", "words"), TARGETS)
def test_the_targets_of_an_indicator(title: str, words: str) -> None:
    """A part of the place, a higher tier or another day is one more target; one behind the plan ends with the plan."""
    rows = draft_ledger(read_notice(f"{title}{HEAD}{words}。（县水利局牵头）\n"), "notice").rows
    names = {row.cells["id"]: row.cells["name"] for table in ("indicators", "organizations") for row in rows[table]}
    found = []
    for target in rows["targets"]:
        cells = target.cells
        parts = [names[cells["indicator"]], names.get(cells["organization"], "")]
        parts = [*filter(None, parts), f"{cells['start_year']}-{cells['end_year']}", cells["due"]]
        found.append(" ".join([*parts, cells["comparator"], cells["value"], cells["tier"]]).rstrip())
    assert found == TARGETS[title, words]
