"""Tables that are only aligned by blanks are read as if tabs stood between their cells."""

from __future__ import annotations

from typing import Final

import pytest

from generator.language.official_text import normalise
from generator.office.documents.aligned_columns import with_tabs

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
    "|合计|4个",
    "注：时限为最迟时限。",
    "",
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
    "",
]


@pytest.mark.parametrize(("raw", "expected"), [(WIDE, WIDE_ROWS), (NARROW, NARROW_ROWS)], ids=["wide", "narrow"])
def test_cells_stand_below_the_names_of_their_columns(raw: str, expected: list[str]) -> None:
    """Blank cells, cells that go on in the next line, and columns in any order."""
    assert [line.replace("\t", "|") for line in with_tabs(raw).split("\n")] == expected


def test_only_white_space_is_different() -> None:
    """So passages that count in the text are the same."""
    assert normalise(with_tabs(WIDE)) == normalise(WIDE)


@pytest.mark.parametrize("text", ["一、总则\n　　各镇街要落实。  特此通知\n", "", "牵头单位  配合单位\n", "甲\t乙\n"])
def test_other_lines_are_left_alone(text: str) -> None:
    """Prose with blanks, and lines with tabs."""
    assert with_tabs(text) == text


HALF_WAY: Final = {
    ("目标任务", "牵头单位"): {"区教育局": 2, "建桥": 1, "区教育局、村民": 1, "3": 1, "—": 1},
    ("牵头单位", "目标任务"): {"区教育局": 1, "建桥": 2, "区教育局、村民": 2, "2025年8月": 1, "3": 1},
    ("牵头单位", "完成时限"): {"区教育局": 1, "2025年8月": 2, "—": 1},
    ("完成时限", "牵头单位"): {"区教育局": 2, "2025年8月": 1},
    ("完成时限", "目标任务"): {"建桥": 2, "区教育局": 2, "2025年8月": 1},
    ("牵头单位", "责任领导"): {"区教育局": 1, "副区长": 2, "建桥": 0},
    ("责任领导", "牵头单位"): {"区教育局": 2, "副区长": 1, "建桥": 0},
    ("目标任务", "责任领导"): {"区教育局": 1, "副区长": 1, "建桥": 1},
    ("责任领导", "目标任务"): {"区教育局": 2, "副区长": 1, "建桥": 2},
}
"""Two columns behind one of subjects → words that stand between them, and the column to which they belong."""


@pytest.mark.parametrize(("left", "right"), HALF_WAY)
def test_what_words_are_tells_their_column(left: str, right: str) -> None:
    """Where they stand half way between two: a unit, a day, an office, or plain words."""
    head = f"事项  {left}{' ' * (20 - 2 * len(left))}{right}"
    found = {}
    for text in HALF_WAY[left, right]:
        *_, row = with_tabs(f"{head}\n修桥{' ' * 12}{text}").split("\n")
        found[text] = next(at for at, cell in enumerate(row.split("\t")) if text in cell)
    assert found == HALF_WAY[left, right]


def test_rows_stand_below_the_head_or_below_a_full_row() -> None:
    """A long cell moves those behind it; the rows below it are moved with it, or are not."""
    table = (
        "事项  目标任务      措施  牵头单位\n"
        "很长的很大的事情  目标甲一  措施甲  县水利局\n"
        f"更长的很大的事情  目标乙{' ' * 12}县财政局\n"
        f"短事{' ' * 16}措施丙  县住建局\n"
    )
    assert with_tabs(table) == (
        "事项\t目标任务\t措施\t牵头单位\n很长的很大的事情\t目标甲一\t措施甲\t县水利局\n"
        "更长的很大的事情\t目标乙\t\t县财政局\n短事\t\t措施丙\t县住建局\n"
    )


def test_half_way_between_two_of_a_kind_the_left_one_has_it() -> None:
    """Behind it the next cells stand in their own columns."""
    head = "事项  目标任务      工作措施      牵头单位\n"
    row = "修桥         —                    县水利局\n"
    assert with_tabs(head + row).split("\n")[1] == "修桥\t—\t\t县水利局"


def test_a_table_ends_with_a_note_a_sentence_or_a_line_of_tabs() -> None:
    """What stands below is left alone, whatever blanks it has; a heading inside is, too, and the table goes on."""
    head, row = "序号  事项  牵头单位\n", "1     修桥  区住建局\n"
    cells = "序号\t事项\t牵头单位\n", "1\t修桥\t区住建局\n"
    long = "各" * 31 + "\n"
    for line in ("注：按月报送。\n", f"  {long}", "甲\t乙\n"):
        assert with_tabs(f"{head}{row}{line}{row}") == f"{cells[0]}{cells[1]}{line}{row}"
    for line in ("一、" + "各" * 28 + "\n", "\n", "  教育\n"):
        assert with_tabs(f"{head}{row}{line}{row}") == f"{cells[0]}{cells[1]}{line}{cells[1]}"
    assert with_tabs(f"{head}{row}   大桥\n") == f"{cells[0]}{cells[1]}\t大桥\n"
    assert with_tabs(f"{head}{row}   {long}{row}") == f"{cells[0]}{cells[1]}\t{long}{cells[1]}"
