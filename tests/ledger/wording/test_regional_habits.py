"""How offices of different places print who is responsible and how much: one case for each habit, all made up."""

from __future__ import annotations

from typing import Final

import pytest

from generator.language.official_text import lay_out, normalise
from generator.ledger.wording.clauses import read_clauses
from generator.ledger.wording.printed_figures import read_figures
from generator.ledger.wording.unit_names import split_names

Case = tuple[str, list[tuple[str, str, str]]]
"""A text, and of each clause its title, who leads and who has any other role."""

HABITS: Final[dict[str, Case]] = {
    "lists without a word of what they do": (
        "1.改造小区18个。（区住建局、各街道办事处）\n2.整治背街小巷30条；（区城管局）\n",
        [("改造小区18个", "区住建局 各街道办事处", ""), ("整治背街小巷30条", "区城管局", "")],
    ),
    "one such list behind a full stop": (
        "（一）修路。（市交通局牵头，市财政局配合）\n（二）治理企业45家。（市生态环境局）\n",
        [("修路", "市交通局", "市财政局"), ("治理企业45家", "市生态环境局", "")],
    ),
    "brackets that explain are no such list": (
        "1.完善服务网络（镇、街道）。责任单位：区民政局\n2.办公室（区委办）人员到位（区委组织部牵头）\n",
        [("完善服务网络(镇、街道)", "区民政局", ""), ("办公室(区委办)人员到位", "区委组织部", "")],
    ),
    "the end of a list says who of it leads": (
        "1.多渠道筹资。（市财政局、市发展改革委、市金融办，列第一位者为牵头单位）\n",
        [("多渠道筹资", "市财政局", "市发展改革委 市金融办")],
    ),
    "a word in brackets says it of all": (
        "（一）降低成本。〔责任部门：省交通厅、省自然资源厅（排第一位的为牵头部门，下同）〕\n",
        [("降低成本", "省交通厅", "省自然资源厅")],
    ),
    "divided among them": (
        "1．稳定面积。【县农业农村局牵头，县财政局、各乡镇分工负责】\n",
        [("稳定面积", "县农业农村局 县财政局 各乡镇", "")],
    ),
    "units one below the other": (
        "4.获得用水用气。报装环节减少至2个。\n责任单位：建设局\n水务公司\n燃气公司\n5.法治。（责任单位：法院）\n",
        [("获得用水用气", "建设局 水务公司 燃气公司", ""), ("法治", "法院", "")],
    ),
    "a deadline does not go on with who signed": (
        "（一）治水\n工作目标：水质优良比例达到92%。\n责任单位：区水利局\n完成时间：长期坚持\n区河长制办公室\n2023年3月15日\n",
        [("水质优良比例达到92%", "区水利局", "")],
    ),
    "the heading says it, the words stand below": (
        "1、产业发展（责任领导：副镇长，责任部门：农业农村办）\n（1）种柑橘3000亩；\n（2）建大棚60座。\n"
        "2、平安建设（责任部门：派出所）\n化解纠纷150件。\n云溪镇人民政府\n",
        [("产业发展", "农业农村办", ""), ("平安建设", "派出所", "")],
    ),
    "signs right behind the number of an item": (
        "四、村庄\n5．①垃圾无害化处理率保持98%；②治理行政村25个。【县住建局、县农业农村局分别负责】\n",
        [("垃圾无害化处理率保持98%;2治理行政村25个", "县住建局 县农业农村局", "")],
    ),
    "an item that begins with digits": (
        "5.办好热线。（责任单位：县信访局）\n6.12345热线办结率不低于98%。（责任单位：各街道）\n",
        [("办好热线", "县信访局", ""), ("12345热线办结率不低于98%", "各街道", "")],
    ),
    "主办 and 协办 as labels": (
        "（七）安排资金3.5亿元。主办：市财政局；协办：市生态环境局。\n主办：某市人民政府网站\n",
        [("安排资金3.5亿元", "市财政局", "市生态环境局")],
    ),
    "at the end of a sentence": (
        "一、第12号建议，由区水务局主办，区住建委、区财政局会办。\n二、第78号建议，主办单位为区城管委，协办单位为区房管局。"
        "新增充电端口8000个。\n三、分工时，由列在第一位的单位牵头，后列单位配合。\n",
        [("第12号建议", "区水务局", "区住建委 区财政局"), ("第78号建议", "区城管委", "区房管局")],
    ),
    "a word before the number of a task": (
        "一、工业攻坚\n任务1：产值突破120亿元。\n牵头县领导：县委副书记\n牵头单位：县工信局\n责任单位：县统计局\n"
        "任务2：开工厂房10万㎡。\n牵头县领导：副县长\n牵头单位：县经开区管委会\n",
        [("产值突破120亿元", "县工信局", "县统计局"), ("开工厂房10万m2", "县经开区管委会", "")],
    ),
    "a star before the number": (
        "一、工业\n★1.产值达到285亿元。（工信局、各镇）\n2.盘活厂房15万平方米。（工信局，开发区）\n",
        [("产值达到285亿元", "工信局 各镇", ""), ("盘活厂房15万平方米", "工信局 开发区", "")],
    ),
    "a town in particular": (
        "1.改造危房120户。（住建局牵头，相关镇具体负责）\n",
        [("改造危房120户", "住建局 相关镇", "")],
    ),
    "a sentence of duties": (
        "（4）稳定外贸。外贸增长5%。区商务局、江口海关按职责分工负责。\n",
        [("稳定外贸", "区商务局 江口海关", "")],
    ),
    "sentences without brackets": (
        "1.退税3.5亿元。区税务局牵头，区财政局按职责分工负责，责任领导：副区长。\n"
        "2.用好债券。区财政局牵头负责，区发改局、各项目单位配合。\n3.稳外贸。区商务局、松河海关负责。\n"
        "4.保供电。区农业农村局、区供电局等部门负责。\n5.区发改局负责综合协调。区委统一领导。\n",
        [
            ("退税3.5亿元", "区税务局 区财政局", ""),
            ("用好债券", "区财政局", "区发改局 各项目单位"),
            ("稳外贸", "区商务局 松河海关", ""),
            ("保供电", "区农业农村局 区供电局", ""),
        ],
    ),
    "a table with a column for the title": (
        "序号\t项目名称\t建设内容及目标\t牵头科室\t配合单位\t完成时限\n1\t社区食堂\t新建食堂2个\t民生科\t和平社区、锦绣社区\t6月底\n",
        [("社区食堂", "民生科", "和平社区 锦绣社区")],
    ),
}


@pytest.mark.parametrize("habit", HABITS)
def test_who_is_responsible(habit: str) -> None:
    """Each clause with its title, its leads and the others."""
    text, expected = HABITS[habit]
    found = [
        (
            clause.title,
            " ".join(one.name for one in clause.said.assignees if one.role == "牵头"),
            " ".join(one.name for one in clause.said.assignees if one.role != "牵头"),
        )
        for clause in read_clauses(normalise(text), lay_out(text))
    ]
    assert found == expected


def test_figures_below_a_heading_are_those_of_its_clause() -> None:
    """The words behind the responsibility are read, and the responsibility is no part of a name."""
    text = HABITS["the heading says it, the words stand below"][0]
    plain = normalise(text)
    first, second = read_clauses(plain, lay_out(text))
    figures = [
        (figure.subject, figure.value_text)
        for clause in (first, second)
        for figure in read_figures(plain[clause.words_at : clause.text_end])
    ]
    assert [value for _, value in figures] == ["3000亩", "60座", "150件"]
    assert figures[2][0] == "化解纠纷"


FIGURES: Final[dict[str, list[tuple[str, str, str]]]] = {
    "新引进3000万元以上项目不少于30个": [("≥", "30", "个")],
    "为65周岁以上老年人免费体检不低于3.5万人": [("≥", "3.5", "万人")],
    "引进50人以上团队3个": [("=", "3", "个")],
    "培育50家以上企业": [("≥", "50", "家")],
    "营业收入过百亿元企业实现突破": [],
    "覆盖率>85%，入学率≥97%": [(">", "85", "%"), ("≥", "97", "%")],
    "浓度≤32微克/立方米": [("≤", "32", "微克/立方米")],
    "平均受教育年限提高到11.5年": [("=", "11.5", "年")],
    "死亡率控制在10/10万以下": [("≤", "10", "/10万")],
    "新增强排能力35立方米/秒": [("=", "35", "立方米/秒")],
}


@pytest.mark.parametrize("words", FIGURES)
def test_figures(words: str) -> None:
    """Signs of comparison, sizes of what is counted, and units of flow."""
    found = read_figures(normalise(words))
    assert [(str(f.comparator), str(f.value), f.unit) for f in found] == FIGURES[words]


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("县水利局（联系人：钱小满）、县财政局", ["县水利局", "县财政局"]),
        ("县财政局、孙长河", ["县财政局"]),
        ("区住建局〔区房管局〕、高新区管委会", ["区住建局〔区房管局〕", "高新区管委会"]),
        ("林业、发改、金融办", ["林业", "发改", "金融办"]),
        ("锦绣社区、和平社区", ["锦绣社区", "和平社区"]),
    ],
)
def test_names_of_persons_are_no_units(printed: str, names: list[str]) -> None:
    """Whoever is named behind or among units is left out, and short names of units are not taken for persons."""
    assert split_names(normalise(printed)) == [normalise(name) for name in names]
