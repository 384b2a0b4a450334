"""The wording of office documents and how a draft records it: responsibility, deadlines, figures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from types import SimpleNamespace
from typing import Any, Final

import pytest

from generator.language.official_text import normalise
from generator.office.new_rows import NewRow
from generator.office.splitting.drafts.ledger import draft_ledger
from generator.office.splitting.notice import read_notice

HEAD: Final = (
    "松河县人民政府办公室关于印发松河县2025年重点工作分工的通知\n"
    "各乡镇人民政府，县政府各部门：\n{preface}\n一、重点工作\n"
)


@cache
def rows_of(words: str, preface: str = "　　现印发给你们。") -> dict[str, Sequence[NewRow]]:
    """The rows of the draft of a notice with these words."""
    return draft_ledger(read_notice(HEAD.format(preface=preface) + words + "\n"), "notice").rows


def cells(rows: Sequence[NewRow], *columns: str) -> list[tuple[str, ...]]:
    """Some columns of rows."""
    return [tuple(row.cells.get(column, "") for column in columns) for row in rows]


# -- who is responsible

RESPONSIBLE: Final[dict[str, list[tuple[str, str, str, str]]]] = {
    "1．修堤。（县水利局牵头，县财政局配合）": [("县水利局", "牵头", "", ""), ("县财政局", "配合", "", "")],
    "1．管好渡口。（县交通局、松河海事处分别牵头）": [("县交通局", "牵头", "", ""), ("松河海事处", "牵头", "", "")],
    "1．清理楼道。（县城管局、县住建局按职责分工负责）": [
        ("县城管局", "牵头", "按职责分工负责", ""),
        ("县住建局", "牵头", "按职责分工负责", ""),
    ],
    "1．开放球场。（县教体局会同县体育中心实施）": [("县教体局", "牵头", "", ""), ("县体育中心", "配合", "会同", "")],
    "1．调处纠纷。（县司法局牵头，县信访局参与）": [("县司法局", "牵头", "", ""), ("县信访局", "参与", "", "")],
    "1．办夜市。（县商务局主办，柳湾镇协办）": [("县商务局", "牵头", "主办", ""), ("柳湾镇", "配合", "协办", "")],
    "1．供水。（县水利局牵头，县水务集团承办）": [("县水利局", "牵头", "", ""), ("县水务集团", "配合", "承办", "")],
    "1．养老。（各镇负责，县民政局指导）": [("各镇", "牵头", "负责", ""), ("县民政局", "指导", "", "")],
    "1．管好钱。（县财政局牵头，县审计局监督）": [("县财政局", "牵头", "", ""), ("县审计局", "考核", "监督", "")],
    "1．清淤。责任单位:县水利局牵头,各乡镇配合": [("县水利局", "牵头", "", ""), ("各乡镇", "配合", "", "")],
    "1．改房。（县住建局〔县房管局〕牵头）": [("县住建局〔县房管局〕", "牵头", "", "")],
    "1．办学。（县教体局牵头〔托育由县卫健委牵头〕）": [("县教体局", "牵头", "", ""), ("县卫健委", "牵头", "", "托育")],
    "1．治水。（县水利局负责管网，县城管局负责泵站）": [
        ("县水利局", "牵头", "负责", "管网"),
        ("县城管局", "牵头", "负责", "泵站"),
    ],
    "1．扩面。牵头单位：县医保局 县残联 各乡镇卫生院": [
        ("县医保局", "牵头", "", ""),
        ("县残联", "牵头", "", ""),
        ("各乡镇卫生院", "牵头", "", ""),
    ],
    "1．慰问。牵头单位：县民政局；配合单位：无": [("县民政局", "牵头", "", "")],
    "1．车间（产线）改造。（县工信局牵头）": [("县工信局", "牵头", "", "")],
}


@pytest.mark.parametrize("words", RESPONSIBLE)
def test_who_is_responsible(words: str) -> None:
    """Names as printed, roles of the contract, the printed word where it is another one, and the part of each."""
    rows = rows_of(words)["assignments"]
    assert cells(rows, "printed_name", "role", "printed_role", "scope") == RESPONSIBLE[words]


@pytest.mark.parametrize(
    ("preface", "assigns", "roles"),
    [
        ("　　只写责任单位的，列在第一位的单位牵头。", "首位牵头", ["牵头", "配合"]),
        ("　　写有几个责任单位的，都是主责单位。", "全部牵头", ["牵头", "牵头"]),
    ],
)
def test_the_preface_says_who_of_a_list_leads(preface: str, assigns: str, roles: list[str]) -> None:
    """It is recorded of the document, and holds for its lists."""
    rows = rows_of("1．修桥。责任单位：县交通局、县公路中心", preface)
    assert cells(rows["documents"], "assigns") == [(assigns,)]
    assert [row.cells["role"] for row in rows["assignments"]] == roles
    assert {row.cells["printed_role"] for row in rows["assignments"]} == {"责任单位"}


BESIDE: Final[dict[str, tuple[str, str]]] = {
    "　　现印发给你们。": ("责任单位", "责任单位"),
    "　　只写责任单位的，列在第一位的单位牵头。": ("", "责任单位"),
    "　　写有几个责任单位的，都是主责单位。": ("", "责任单位"),
}
"""Preface → printed role of 责任单位 beside another unit that leads, and where its own list leads."""


@pytest.mark.parametrize("preface", BESIDE)
def test_a_list_beside_units_that_lead_only_supports(preface: str) -> None:
    """Where the preface says what a list means, its label says no more there; the order of names is kept."""
    beside, own = BESIDE[preface]
    rows = rows_of("1．修桥。牵头单位：县水利局；责任单位：县财政局、县林业局；承办单位：县公路中心", preface)[
        "assignments"
    ]
    assert cells(rows, "printed_name", "role", "printed_role") == [
        ("县水利局", "牵头", ""),
        ("县财政局", "配合", beside),
        ("县林业局", "配合", beside),
        ("县公路中心", "配合", "承办"),
    ]
    rows = rows_of("1．修桥。责任单位：县水利局；配合单位：县财政局；责任单位：县林业局", preface)["assignments"]
    assert cells(rows, "printed_name", "role", "printed_role") == [
        ("县水利局", "牵头", own),
        ("县林业局", "牵头", own),
        ("县财政局", "配合", ""),
    ]


NATURES: Final = {0: "约束性", 483: "约束性", 484: "预期性"}
"""Signs between a clause and the word that says it is binding → the nature of its figures."""


@pytest.mark.parametrize("away", NATURES)
def test_how_binding_a_main_target_is_stands_near_it(away: int) -> None:
    """The last word before it counts; what stands farther above is said of others."""
    words = f"一、主要目标\n（一）预期性指标略。约束性指标{'略' * away}。\n1．森林覆盖率36%。（县林业局牵头）"
    _, rows = drafted("松河县2025年重点工作分工", words)
    assert cells(rows["indicators"], "name", "nature") == [("森林覆盖率", NATURES[away])]


def test_a_list_of_which_nobody_says_who_leads_is_doubted() -> None:
    """All are taken for leads, and a person is asked."""
    (task,) = rows_of("1．修桥。责任单位：县交通局、县公路中心")["tasks"]
    assert any("谁牵头" in comment for comment in task.comments)


def test_units_of_the_task_before_and_of_two_tasks() -> None:
    """同上 and 以上两项 give each task its own assignments, and each its own passage."""
    rows = rows_of(
        "1．修渠。（县水利局牵头）\n2．栽树。（责任单位同上）\n3．建馆。\n4．办赛。（以上两项由县文旅局牵头）"
    )
    names = [(row.cells["task"], row.cells["printed_name"]) for row in rows["assignments"]]
    tasks = [row.cells["id"] for row in rows["tasks"]]
    assert names == [*zip(tasks, ["县水利局", "县水利局", "县文旅局", "县文旅局"], strict=True)]
    assert len({row.cells["passage"] for row in rows["tasks"]}) == 4


def test_one_unit_with_several_names() -> None:
    """Plate, short name and government are names of one unit; a collective has no members that nobody printed."""
    words = "1．甲事。（县发展改革局牵头，柳湾镇人民政府、各镇街配合）\n"
    words += "2．乙事。（县发改局〔县粮食局〕牵头，柳湾镇、相关镇政府配合）"
    rows = rows_of(words)["organizations"]
    assert cells(rows, "name", "kind", "aliases") == [
        ("县发展改革局", "政府部门", "县发改局、县粮食局、县发改局〔县粮食局〕"),
        ("柳湾镇", "镇", "柳湾镇人民政府"),
        ("各镇街", "统称", ""),
        ("相关镇政府", "统称", ""),
    ]


@pytest.mark.parametrize(
    ("printed", "post"),
    [
        ("分管城建副县长", "分管城建副县长"),
        ("县委常委、宣传部部长", "县委常委、宣传部部长"),
        ("孙长河", ""),
        ("分管副县长孙长河", "分管副县长"),
    ],
)
def test_the_leader_in_charge_is_an_office(printed: str, post: str) -> None:
    """Written once for the leads; a name that is no office is left out."""
    rows = rows_of(f"1．修路。责任领导：{printed}；牵头单位：县住建局；配合单位：县财政局")["assignments"]
    assert cells(rows, "printed_name", "post") == [("县住建局", post), ("县财政局", "")]


# -- by when

DEADLINES: Final[dict[str, tuple[str, str]]] = {
    "2025年9月底": ("2025-09", "限期"),
    "2025年6月15日前": ("2025-06-15", "限期"),
    "2025年底": ("2025-12", "限期"),
    "全年": ("2025", "限期"),
    "三季度末": ("2025-09", "限期"),
    "上半年": ("2025-06", "限期"),
    "12月底": ("2025-12", "限期"),
    "每季度": ("", "每季"),
    "每年12月10日前": ("", "每年"),
    "长期坚持": ("", "长期"),
    "一期5月底前，二期2026年6月": ("2026-06", "限期"),
    "每月调度，12月20日前": ("2025-12-20", "限期"),
    "45930": ("2025-09-30", "限期"),
    "—": ("", ""),
}


@pytest.mark.parametrize("printed", DEADLINES)
def test_deadlines(printed: str) -> None:
    """The day that is meant, how it comes again, and the words as printed."""
    (task,) = rows_of(f"1．修路。牵头单位：县住建局；完成时限：{printed}")["tasks"]
    due, recurrence = DEADLINES[printed]
    text = "" if printed == "—" else printed
    assert [task.cells.get(c, "") for c in ("due", "recurrence", "due_text")] == [due, recurrence, text]


def test_steps() -> None:
    """Stages of a deadline, and a step that the sentence names with its day, unless it is later than the deadline."""
    stages = rows_of("1．修路。牵头单位：县住建局；完成时限：一期5月底前，二期2026年6月")["milestones"]
    assert cells(stages, "due", "text") == [("2025-05", "一期"), ("2026-06", "二期")]
    inside = rows_of("1．校舍9月投用，新增学位800个。牵头单位：县教体局；完成时限：2025年11月")
    assert cells(inside["milestones"], "due", "text") == [("2025-09", "校舍投用")]
    late = rows_of("1．校舍9月投用，新增学位800个。牵头单位：县教体局；完成时限：2025年8月")
    assert late["milestones"] == []
    assert any("晚于完成时限" in comment for comment in late["tasks"][0].comments)


STEPS: Final[dict[str, list[tuple[str, str]]]] = {
    "12月底竣工，9月开工，上半年完成": [("2025-06", "完成"), ("2025-09", "开工"), ("2025-12", "竣工")],
    "9月验收、9月15日竣工": [("2025-09-15", "竣工"), ("2025-09", "验收")],
    f"把{'路' * 20}9月通车": [("2025-09", f"{'路' * 20}通车")],
    f"把{'路' * 19}9月通车": [("2025-09", f"把{'路' * 19}通车")],
    "选好地方；大桥、小桥9月通车": [("2025-09", "小桥通车")],
}


@pytest.mark.parametrize("words", STEPS)
def test_steps_in_the_words_of_a_task(words: str) -> None:
    """In the order of their days, each with the words of its own phrase, no more than twenty signs before its day."""
    rows = rows_of(f"1．修路，{words}。牵头单位：县住建局")
    assert cells(rows["milestones"], "due", "text") == STEPS[words]
    assert {row.cells["locator"] for row in rows["milestones"]} == {"一1"}


# -- how much

Target = tuple[str, str, str, str, str, str]
"""Comparator, value, value_max, unit, tier, set_by."""
FIGURES: Final[dict[str, list[Target]]] = {
    "自给率不低于65%": [("≥", "65", "", "%", "", "")],
    "自给率达到65%": [("≥", "65", "", "%", "", "")],
    "船队突破120艘": [(">", "120", "", "艘", "", "")],
    "漏损率降至8%以下": [("≤", "8", "", "%", "", "")],
    "外转率低于9%": [("<", "9", "", "%", "", "")],
    "床位6000张左右": [("≈", "6000", "", "张", "", "")],
    "经济增速5%—7%": [("=", "5", "7", "%", "", "")],
    "床位占比由42%提高到58%": [("=", "58", "", "%", "", "")],
    "产值力争迈上15亿元台阶": [("=", "15", "", "亿元", "力争", "")],
    "经济增速6%以上，争取6.5%": [("≥", "6", "", "%", "基本", ""), ("=", "6.5", "", "%", "力争", "")],
    "降低率完成省下达的3%": [("=", "3", "", "%", "", "上级下达")],
    "植树完成省下达任务": [("", "", "", "", "", "上级下达")],
    "网络零售占三成": [("=", "30", "", "%", "", "")],
    "产值翻一番": [("=", "2", "", "倍", "", "")],
    "产量增长两倍": [("=", "3", "", "倍", "", "")],
    "产量增长到两倍": [("=", "2", "", "倍", "", "")],
    "新增就业[5.4]万人": [("=", "5.4", "", "万人", "", "")],
    "民生支出占比不低于上年": [("≥", "", "", "", "", "")],
    "一般性支出只减不增": [("", "", "", "", "", "")],
    "较大火灾零发生": [("=", "0", "", "无量纲", "", "")],
    "二期工程过半": [(">", "50", "", "%", "", "")],
    "事故起数、人数下降10%和15%以上": [("≥", "10", "", "%", "", ""), ("≥", "15", "", "%", "", "")],
    "收入50万元以上的村占六成": [("=", "60", "", "%", "", "")],
    "城市书房十座": [("=", "10", "", "座", "", "")],
    "占比９％左右": [("≈", "9", "", "%", "", "")],
    "500米站点覆盖率达到九成，第3批、一刻钟": [("≥", "90", "", "%", "", "")],
    "前10名企业下降0.5个千分点": [("=", "0.5", "", "个千分点", "", "")],
    "对增长超过10%的企业给予支持": [],
}


@pytest.mark.parametrize("words", FIGURES)
def test_figures(words: str) -> None:
    """Each target with its comparator, its values in the printed unit, its tier and who set it."""
    rows = rows_of(f"1．{words}。（县统计局牵头）")
    units = {row.cells["id"]: row.cells["unit"] for row in rows["indicators"]}
    found = [
        (
            *(row.cells[column] for column in ("comparator", "value", "value_max")),
            units[row.cells["indicator"]],
            *(row.cells[column] for column in ("tier", "set_by")),
        )
        for row in rows["targets"]
    ]
    assert found == FIGURES[words]


@pytest.mark.parametrize(
    ("words", "name", "measure"),
    [
        ("平均预期寿命提高2岁", "平均预期寿命提高", "比基期增减"),
        ("净增规上企业45家", "净增规上企业", "比基期增减"),
        ("办理时限压减四成", "办理时限压减", "比基期增减"),
        ("办理时限压减到四成", "办理时限", "期末水平"),
        ("每年安排资金不少于2亿元", "安排资金", "每年"),
        ("到2025年底，森林覆盖率达到36%", "森林覆盖率", "期末水平"),
        ("启动30户企业技改", "启动企业技改", "规划期累计"),
        ("财政收入增长5.5%", "财政收入增长", "年均增速"),
    ],
)
def test_what_is_counted(words: str, name: str, measure: str) -> None:
    """The name is made of the words around; the measure is what they say."""
    assert cells(rows_of(f"1．{words}。（县统计局牵头）")["indicators"], "name", "measure") == [(name, measure)]


def test_a_level_without_a_unit_and_one_of_another_unit() -> None:
    """The first is an observation too; the second is no level of the same figure, and a person is told."""
    rows = rows_of("1．利用系数由0.52提高到0.55，投资由800万元增加到1.2亿元。（县水利局牵头）")
    assert cells(rows["observations"], "value", "period") == [("0.52", "2024")]
    told = [row.cells["name"] for row in rows["indicators"] if any("800万元" in comment for comment in row.comments)]
    assert told == ["投资"]


def test_levels_parts_and_days_of_a_figure() -> None:
    """Where a figure starts is an observation; a part has its place; a figure may have a day of its own."""
    rows = rows_of("1．产值由7.2亿元提高到9亿元，新建泵站4座，其中柳湾镇3座，6月底前完工率达到80%。（县水利局牵头）")
    assert cells(rows["observations"], "period", "value", "basis") == [("2024", "7.2", "时点")]
    towns = {row.cells["id"]: row.cells["name"] for row in rows["organizations"]}
    parts = [(towns.get(r.cells["organization"], ""), r.cells["value"], r.cells["due"]) for r in rows["targets"]]
    assert parts == [("", "9", ""), ("", "4", ""), ("柳湾镇", "3", ""), ("", "80", "2025-06")]


# -- headings, titles, passages


@cache
def drafted(title: str, words: str) -> tuple[str, dict[str, Sequence[NewRow]]]:
    """The text of a notice in normal form, and the rows of its draft."""
    text = f"松河县人民政府办公室关于印发{title}的通知\n各乡镇人民政府：\n　　现印发给你们。\n{words}\n"
    notice = read_notice(text)
    return notice.text, draft_ledger(notice, "notice").rows


def test_a_remark_in_brackets_is_no_part_of_a_heading() -> None:
    """Only the one at its end."""
    words = "一、产业发展（共2项）\n1．修堤。（县水利局牵头）\n二、民生（养老）实事\n2．养老。（县民政局牵头）"
    _, rows = drafted("松河县2025年重点工作分工", words)
    assert cells(rows["sections"], "number", "title") == [("一、", "产业发展"), ("二、", "民生（养老）实事")]


def test_a_long_first_sentence_is_cut_for_the_title() -> None:
    """The editor is told, and finds a better one."""
    sentence = "修好全县每一条河道上所有的堤坝并且把每一座水闸都重新检修一遍再把每一处渗漏都堵上还要逐段复核验收"
    _, rows = drafted("松河县2025年重点工作分工", f"一、水利\n1．{sentence}。（县水利局牵头）")
    (task,) = rows["tasks"]
    assert sentence.startswith(task.cells["title"]) and len(task.cells["title"]) == 30
    assert any("首句太长" in comment for comment in task.comments)


TITLES: Final = {
    "修" * 30: ("修" * 30, False),
    f"修好堤坝，{'修' * 30}": ("修好堤坝", True),
    f"修堤坝，{'修' * 30}": (f"修堤坝，{'修' * 26}", True),
    f"{'修' * 30}，修堤": ("修" * 30, True),
    f"{'修' * 31}，修堤": ("修" * 30, True),
}
"""Sentence → the title of its task, and whether it is only a part of the sentence."""


@pytest.mark.parametrize("sentence", TITLES)
def test_a_title_has_thirty_signs_at_most(sentence: str) -> None:
    """The first phrase is one where it says enough."""
    (task,) = rows_of(f"1．{sentence}。（县水利局牵头）")["tasks"]
    assert (task.cells["title"], any("首句太长" in comment for comment in task.comments)) == TITLES[sentence]


def test_ids_of_headings_are_new_in_the_ledger() -> None:
    """Another notice of the same year may have taken some; what is made of one is not taken by the next."""
    words = HEAD.format(preface="") + "（一）水利\n1．修堤。（县水利局牵头）\n（二）绿化\n2．种树。（县林业局牵头）\n"
    known: Any = SimpleNamespace(ids=lambda table: {"s2025-1"} if table == "sections" else set(), names={})
    rows = draft_ledger(read_notice(words), "notice", known).rows
    assert cells(rows["sections"], "id", "title", "parent") == [
        ("s2025-1-2", "重点工作", ""),
        ("s2025-1-1", "水利", "s2025-1-2"),
        ("s2025-1-2-2", "绿化", "s2025-1-2"),
    ]
    assert cells(rows["tasks"], "section") == [("s2025-1-1",), ("s2025-1-2-2",)]


def test_the_highest_heading_says_what_kind_of_task_stands_below_it() -> None:
    """Whatever the ones in between are called; a requirement has no lead, and another plan its own kind."""
    words = "一、主要目标\n（一）水利\n1．修堤。（县水利局牵头）\n二、水利\n（一）主要目标\n2．修闸。（县水利局牵头）\n"
    words += "三、工作要求\n3．报送。（县水利局牵头）"
    _, rows = drafted("松河县2025年重点工作分工", words)
    assert cells(rows["tasks"], "title", "kind", "lead_mode") == [
        ("修堤", "主要目标", "单独牵头"),
        ("修闸", "重点任务", "单独牵头"),
        ("报送", "工作要求", ""),
    ]
    _, rows = drafted("松河县2025年国民经济和社会发展计划", words)
    assert {kind for (kind,) in cells(rows["tasks"], "kind")} == {"年度任务"}


def test_the_indicators_of_an_annual_plan_are_annual() -> None:
    """Whatever kind of task they belong to."""
    words = "一、主要目标\n1．产值增长6%以上。（县发改局牵头）"
    _, rows = drafted("松河县2025年国民经济和社会发展计划", words)
    assert cells(rows["indicators"], "name", "nature") == [("产值增长", "年度指标")]


def test_the_passage_of_a_target_ends_with_its_own_comparison() -> None:
    """Which may stand behind its number, or behind the next one of a list."""
    words = "一、产业\n1．引进企业3家左右，粮食和油料产量增长10%和15%以上，新增耕地5亩。（县农业局牵头）"
    text, rows = drafted("松河县2025年重点工作分工", words)
    passages = [row.cells["passage"].partition("-") for row in rows["targets"]]
    ends = [text[int(start) : int(end)] for start, _, end in passages]
    assert [words[-4:] for words in ends] == ["3家左右", "5%以上", "5%以上", "耕地5亩"]


def test_a_heading_ends_where_the_next_number_begins() -> None:
    """A notice that was copied out of a page may have both on one line; the last heading of a text, too."""
    rows = rows_of("（一）兴修水利 1．修堤。（县水利局牵头）")
    assert cells(rows["sections"], "title") == [("重点工作",), ("兴修水利",)]
    assert cells(rows["tasks"], "title") == [("修堤",)]


@pytest.mark.parametrize("words", ["完成投资过半", "新引进企业约17家"])
def test_the_passage_of_a_figure_ends_with_its_own_comparison(words: str) -> None:
    """Whichever word says it; the figure behind it has a passage of its own."""
    text = f"1．引企业。6月底前{words}，培育种子企业10家。（县水利局牵头）"
    target = rows_of(text)["targets"][0].cells
    start, end = map(int, target["passage"].split("-"))
    assert normalise(HEAD.format(preface="　　现印发给你们。") + text)[start:end].endswith(words)


def test_the_passage_of_a_base_is_where_the_figure_starts_from() -> None:
    """The last time that it is printed before the figure, not where the same number stands for something else."""
    text = "1．兴产业。办好412亿元企业的大会，工业产值由412亿元提高到600亿元，比412亿元多。（县工信局牵头）"
    (base,) = rows_of(text)["observations"]
    start, end = map(int, base.cells["passage"].split("-"))
    notice = normalise(HEAD.format(preface="　　现印发给你们。") + text)
    assert notice[start:end] == "412亿元" and notice[start - 5 : start] == "工业产值由"
