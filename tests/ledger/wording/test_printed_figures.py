"""Targets are found in the words of a clause, with value, unit, comparator and what belongs to them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.language.official_text import normalise
from generator.ledger.wording.printed_figures import Figure, read_figures


def figures(words: str) -> list[Figure]:
    """The figures of a clause of an annual plan."""
    return read_figures(normalise(words), (2024, 2024))


def brief(figure: Figure) -> str:
    """Comparator, value or range, and unit, in one text."""
    value = "" if figure.value is None else str(figure.value)
    return f"{figure.comparator or ''}{value}{f'-{figure.value_max}' if figure.value_max else ''}{figure.unit}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("自给率不低于65%", ["≥65%"]),
        ("自给率65%以上", ["≥65%"]),
        ("自给率达到65%", ["≥65%"]),
        ("船队突破120艘", [">120艘"]),
        ("绿化覆盖率超45%", [">45%"]),
        ("漏损不超过8%", ["≤8%"]),
        ("漏损控制在8%以内", ["≤8%"]),
        ("漏损降至8%以下", ["≤8%"]),
        ("外转率低于9%", ["<9%"]),
        ("民宿床位6000张左右", ["≈6000张"]),
        ("投入约1.5亿元", ["≈1.5亿元"]),
        ("增速5%—7%", ["=5-7%"]),
        ("增长8-10%", ["=8-10%"]),
        ("培育企业2至3家", ["=2-3家"]),
        ("起数、人数下降10%和15%以上", ["≥10%", "≥15%"]),
        ("９％左右", ["≈9%"]),
        ("征收签约率达到99%，近岸水质优良率96%", ["≥99%", "=96%"]),
        ("盘活土地1,200亩，新增企业15家", ["=1200亩", "=15家"]),
        ("浓度不超过25微克/立方米，降至32微克每立方米", ["≤25微克/立方米", "=32微克/立方米"]),
        ("下降至34μg/m3以下", ["≤34μg/m3"]),
        ("审批压缩至3个工作日以内", ["≤3个工作日"]),
        ("空气质量优良天数300天以上", ["≥300天"]),
        ("平均办理时间3天，自收到申请之日起5天内答复", ["=3天"]),
        ("产值超10亿元企业达到3家", ["≥3家"]),
        ("年税收超1000万元重点企业20家", ["=20家"]),
        ("产业规模超10亿元，带动就业300人", [">10亿元", "=300人"]),
        ("工业产值超10亿元带动就业300人", [">10亿元", "=300人"]),
        ("建成15分钟便民生活圈20个", ["=20个"]),
    ],
)
def test_the_comparator_is_the_printed_one(words: str, expected: list[str]) -> None:
    """Words before the number and behind the unit; a word behind a list is for all of it."""
    assert [brief(figure) for figure in figures(words)] == expected


@pytest.mark.parametrize(
    ("words", "value", "unit", "text"),
    [
        ("网络零售占三成", "30", "%", "三成"),
        ("覆盖率提高到九成五", "95", "%", "九成五"),
        ("产值翻一番", "2", "倍", "翻一番"),
        ("产值翻两番", "4", "倍", "翻两番"),
        ("产量增长两倍", "3", "倍", "增长两倍"),
        ("产量增长到两倍", "2", "倍", "两倍"),
        ("交易额比2020年增长1.5倍以上", "2.5", "倍", "增长1.5倍以上"),
        ("培训一万二千人次", "12000", "人次", "一万二千人次"),
        ("研发人员六十人年", "60", "人年", "六十人年"),
        ("带动六十人年均增收", "60", "人", "六十人"),
        ("培训三万人次", "3", "万人次", "三万人次"),
        ("为6.5万名65岁以上老人体检", "6.5", "万名", "6.5万名"),
        ("产量稳定在42亿斤以上", "42", "亿斤", "42亿斤以上"),
        ("城市书房十座", "10", "座", "十座"),
        ("引进人才一百二十名", "120", "名", "一百二十名"),
        ("整治岸线二十二公里", "22", "公里", "二十二公里"),
        ("改造户厕八百户", "800", "户", "八百户"),
        ("总额突破千亿元", "1000", "亿元", "突破千亿元"),
        ("查处率百分之九十五", "95", "%", "百分之九十五"),
        ("火灾零发生", "0", "", "零发生"),
        ("二期工程过半", "50", "%", "过半"),
        ("新增就业[5.4]万人", "5.4", "万人", "[5.4]万人"),
    ],
)
def test_numbers_in_words(words: str, value: str, unit: str, text: str) -> None:
    """The value is exact, and the words are kept."""
    (figure,) = figures(words)
    assert (figure.value, figure.unit, figure.value_text) == (Decimal(value), unit, text)


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("预期寿命提高2岁", "比基期增减"),
        ("净增45家", "比基期增减"),
        ("优良水质提高12个百分点", "比基期增减"),
        ("时限压减四成", "比基期增减"),
        ("时限压减到四成", "期末水平"),
        ("产量增长两倍", "比基期增减"),
        ("产量增长到两倍", "期末水平"),
        ("新增就业[5.4]万人", "规划期累计"),
        ("新建书房十座", "规划期累计"),
        ("每年不少于2亿元", "每年"),
        ("优良率保持在96%以上", "每年"),
        ("收入年均增长6.5%以上", "年均增速"),
        ("床位占比由42%提高到58%", "期末水平"),
    ],
)
def test_what_the_words_say_of_the_measure(words: str, measure: str) -> None:
    """A change is never a level, and a level never a change."""
    assert figures(words)[-1].measure == measure


def test_where_a_figure_starts_from() -> None:
    """The starting level is no target; its year and its words are kept."""
    (share,) = figures("床位占比由2020年的42%提高到58%")
    assert (share.baseline, share.base_year, brief(share)) == ("42%", "2020", "=58%")
    (rate,) = figures("劝阻率比2020年提高5个百分点左右")
    assert (rate.baseline, rate.base_year, brief(rate)) == ("", "2020", "≈5个百分点")


def test_tiers_and_softeners() -> None:
    """A second value behind 争取 makes the first one the basic tier; one that stands alone is striven for."""
    basic, higher = figures("经济增速达到6%以上，争取6.5%")
    assert (basic.tier, basic.qualifier, brief(basic)) == ("基本", "", "≥6%")
    assert (higher.tier, higher.qualifier, brief(higher)) == ("力争", "争取", "=6.5%")
    (alone,) = figures("力争迈上1500亿元台阶")
    assert (alone.tier, alone.qualifier, brief(alone)) == ("力争", "力争", "=1500亿元")
    (money,) = figures("争取上级资金15亿元")
    assert (money.tier, money.qualifier) == (None, "")
    assert [figure.qualifier for figure in figures("床位6000张左右，收入3000余元，约5万人")] == ["左右", "余", "约"]


def test_targets_from_above() -> None:
    """With a number or without."""
    (number,) = figures("降低率完成省下达的3%")
    assert (number.set_by, brief(number)) == ("上级下达", "=3%")
    (words,) = figures("能耗完成省下达任务")
    assert (words.set_by, words.value, words.value_text) == ("上级下达", None, "完成省下达任务")


def test_targets_without_a_number() -> None:
    """They are found, with an empty value."""
    (floor,) = figures("民生占比不低于上年")
    assert (floor.value, floor.value_text, floor.comparator) == (None, "不低于上年", "≥")
    (way,) = figures("一般性支出只减不增")
    assert (way.value, way.value_text, way.measure) == (None, "只减不增", "定性")


def test_parts_of_a_total() -> None:
    """A part knows its place, the total has none."""
    found = figures("建成农田4.2万亩，其中榆埠镇1.6万亩、盐泽镇1.5万亩")
    assert [(brief(figure), figure.scope) for figure in found] == [
        ("=4.2万亩", ""),
        ("=1.6万亩", "榆埠镇"),
        ("=1.5万亩", "盐泽镇"),
    ]


def test_a_figure_may_have_its_own_deadline() -> None:
    """In its phrase, or in one of its own before it."""
    assert [figure.due for figure in figures("2023年底前占比达到90%，床位5张")] == ["2023-12", ""]
    assert [figure.due for figure in figures("到2025年，城镇化率达到68%，绿化率达到45%")] == ["2025", "2025"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("收入50万元以上的村占六成", ["=60%"]),
        ("500米公交站点覆盖率达到九成以上", ["≥90%"]),
        ("15分钟生活圈覆盖率超过90%", [">90%"]),
        ("65岁以上老年人健康管理率达到72%", ["≥72%"]),
        ("每千人拥有3.6名以上", ["≥3.6名"]),
        ("引进亿元以上项目30个，其中10亿元以上项目不少于3个", ["=30个", "≥3个"]),
        ("二期、一刻钟、第三季度、〔2021〕31号", []),
        ("PM2.5和5G、4A级景区", []),
        ("关爱“一老一小”，建设一批示范村，半年一调度", []),
        ("2023年开展中期评估，9月投用，五年内完成", []),
        ("打造两个街区", ["=2个"]),
        ("“高效办成一件事”达到13件，“两个50%”如期实现", ["≥13件"]),
        ("每个镇街至少建成1处", ["≥1处"]),
        ("①改造水厂3座；②更新管网46公里", ["=3座", "=46公里"]),
    ],
)
def test_numbers_that_are_no_target(words: str, expected: list[str]) -> None:
    """Ordinals, years, denominators, durations and thresholds in names are left out."""
    assert [brief(figure) for figure in figures(words)] == expected
