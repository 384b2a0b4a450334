"""Tables that are only aligned by blanks are read as if tabs stood between their cells."""

from __future__ import annotations

from typing import Final

import pytest

from generator.language.official_text import normalise
from generator.office.documents.aligned_columns import _strange, with_tabs

WIDE: Final = """\
编号　　事项名称　　建设内容和年度目标　　　　　　　牵头单位　　　配合单位　　　　　完成时限
（一）教育卫生
A-1　　学位扩容　　新建校舍2栋，新增学位1200个　　区教育局　　　区财政局、云桥镇　　2025年8月
A-2　　社区医生　　培训医生60名，签约居民达到　　　区卫健局　　　区人社局　　　　　　2025年11月
　　　　　　　　　　　4.5万人
B-1　　河道清淤　　清淤河道18公里　　　　　　　　　区水务局　　　区财政局、　　　　　2025年12月
　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　云桥镇
B-2　　口袋公园　　新建公园6处　　　　　　　　　　区城管局　　　　　　　　　　　　　　2025年9月
合计　　　　　　　　4个
注：时限为最迟时限。
"""
WIDE_ROWS: Final = [
    "编号|事项名称|建设内容和年度目标|牵头单位|配合单位|完成时限",
    "（一）教育卫生",
    "A-1|学位扩容|新建校舍2栋，新增学位1200个|区教育局|区财政局、云桥镇|2025年8月",
    "A-2|社区医生|培训医生60名，签约居民达到|区卫健局|区人社局|2025年11月",
    "||4.5万人",
    "B-1|河道清淤|清淤河道18公里|区水务局|区财政局、|2025年12月",
    "||||云桥镇",
    "B-2|口袋公园|新建公园6处|区城管局||2025年9月",
]
NARROW: Final = """\
序号  牵头单位  事项      目标要求            时限       配合单位
1     区教育局  学位扩容  新增学位1200个      2025年8月  区财政局、云桥镇
2     区卫健局  社区医生  培训医生60名        11月底     区人社局
3     区城管局  口袋公园  新建公园6处         持续推进
"""
NARROW_ROWS: Final = [
    "序号|牵头单位|事项|目标要求|时限|配合单位",
    "1|区教育局|学位扩容|新增学位1200个|2025年8月|区财政局、云桥镇",
    "2|区卫健局|社区医生|培训医生60名|11月底|区人社局",
    "3|区城管局|口袋公园|新建公园6处|持续推进",
]


@pytest.mark.parametrize(("raw", "expected"), [(WIDE, WIDE_ROWS), (NARROW, NARROW_ROWS)], ids=["wide", "narrow"])
def test_cells_stand_below_the_names_of_their_columns(raw: str, expected: list[str]) -> None:
    """Blank cells, cells that go on in the next line, and columns in any order."""
    assert [line.replace("\t", "|") for line in with_tabs(raw).split("\n")][: len(expected)] == expected


def test_only_white_space_is_different() -> None:
    """So passages that count in the text are the same."""
    assert normalise(with_tabs(WIDE)) == normalise(WIDE)


@pytest.mark.parametrize("text", ["一、总则\n　　各镇街要落实。  特此通知\n", "", "牵头单位  配合单位\n", "甲\t乙\n"])
def test_other_lines_are_left_alone(text: str) -> None:
    """Prose with blanks, and lines with tabs."""
    assert with_tabs(text) == text


@pytest.mark.parametrize("text", ["区教育局", "3", "2025年8月"])
def test_words_of_another_kind_are_no_cell_of_a_subject(text: str) -> None:
    """A unit, a number and a day stand rather in columns of their own; plain words fit, and so does a dash."""
    assert _strange(text, "事项") > _strange("修桥", "事项") == _strange("—", "事项") == 0


def test_an_office_is_the_cell_of_a_leader() -> None:
    """A unit or plain words are none."""
    assert _strange("副区长", "责任领导") == 0 < min(_strange("区教育局", "责任领导"), _strange("修桥", "责任领导"))


def test_words_of_which_only_some_are_units_are_no_cell_of_units() -> None:
    """They are nearer to a cell of words."""
    assert _strange("区教育局、村民", "牵头单位") > _strange("区教育局、区财政局", "牵头单位") == 0
