"""The clauses of a document: which words belong to which place of responsibility."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.official_text import Layout, lay_out, normalise
from generator.ledger.enums import Assigns
from generator.ledger.wording.clauses import Clause, how_assigned, read_clauses
from generator.ledger.wording.printed_figures import read_figures


def read(raw: str, assigns: Assigns | None = None) -> list[Clause]:
    """The clauses of a document of one year."""
    return read_clauses(normalise(raw), lay_out(raw), assigns, (2023, 2023))


def brief(clauses: list[Clause]) -> list[tuple[str, str, str]]:
    """Title, title of the item above, and the first unit of each clause."""
    return [(c.title, c.parent, c.said.assignees[0].name if c.said.assignees else "") for c in clauses]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "一、任务\n1．修路。铺好。（甲局牵头）\n2．修桥。（乙局牵头）",
            [("修路", "", "甲局"), ("修桥", "", "乙局")],
        ),
        (
            "（一）修路。铺好。\n责任单位：甲局\n（二）修桥。\n责任单位：乙局",
            [("修路", "", "甲局"), ("修桥", "", "乙局")],
        ),
        ("第一条 修路。责任单位：甲局\n第二条 修桥。责任单位：乙局", [("修路", "", "甲局"), ("修桥", "", "乙局")]),
        (
            "一、修路\n　　铺好。（甲局牵头）\n　　种上树。（乙局牵头）",
            [("铺好", "", "甲局"), ("种上树", "", "乙局")],
        ),
        (
            "1．办实事。\n（1）修路。（甲局牵头）\n（2）修桥。（乙局牵头）",
            [("修路", "办实事", "甲局"), ("修桥", "办实事", "乙局")],
        ),
        ("1．办实事。①修路；②修桥。（甲局牵头）", [("办实事", "", "甲局")]),
        ("1．办实事。\n（1）修路；\n（2）修桥。\n责任单位：甲局", [("办实事", "", "甲局")]),
        ("（一）办实事。\n1.修路；\n2.修桥。\n责任单位：甲局", [("办实事", "", "甲局")]),
        ("1．修路。\n2．修桥。（以上两项由甲局牵头）", [("修路", "", "甲局"), ("修桥", "", "甲局")]),
        ("1．修路。\n2．修桥。\n3．种树。（以上各项由甲局牵头）", [(t, "", "甲局") for t in ("修路", "修桥", "种树")]),
        ("1．修路。（甲局牵头）\n2．修桥。（责任单位同上）", [("修路", "", "甲局"), ("修桥", "", "甲局")]),
        (
            "1．修路。牵头单位：甲局；配合单位：乙局\n2．修桥。牵头单位：同上；配合单位：丙局",
            [("修路", "", "甲局"), ("修桥", "", "甲局")],
        ),
        (
            "一是改造道路。修十条。（甲局牵头）\n二是种树。（乙局牵头）",
            [("改造道路", "", "甲局"), ("种树", "", "乙局")],
        ),
        (
            "1．办实事。修好路（甲局牵头）；修好桥（乙局牵头），种树（丙局牵头）。",
            [("修好路", "办实事", "甲局"), ("修好桥", "办实事", "乙局"), ("种树", "办实事", "丙局")],
        ),
    ],
)
def test_words_belong_to_the_responsibility_behind_them(raw: str, expected: list[tuple[str, str, str]]) -> None:
    """Items, parts of items, parts of sentences, and one place for several items."""
    assert brief(read(raw, Assigns.ALL_LEAD)) == expected


def test_a_document_whose_lines_are_not_known_has_the_same_clauses() -> None:
    """Numbers in the middle of the text begin items."""
    text = normalise("一、任务（一）建设1.修路。铺好。（甲局牵头）架桥。（乙局牵头）2.种树。（丙局牵头）")
    assert brief(read_clauses(text, Layout())) == [
        ("修路", "", "甲局"),
        ("架桥", "修路", "乙局"),
        ("种树", "", "丙局"),
    ]


def test_a_document_that_assigns_nobody_has_its_items() -> None:
    """The lowest numbered sentences are the tasks."""
    raw = "一、目标\n（一）修路。铺好。\n（二）种树\n1．种松树。\n2．种柏树。"
    assert brief(read(raw, Assigns.NOBODY)) == [("修路", "", ""), ("种松树", "", ""), ("种柏树", "", "")]


@pytest.mark.parametrize(
    ("preface", "expected"),
    [
        ("只写责任单位的，由列在第一位的单位牵头，其余配合。", Assigns.FIRST_LEADS),
        ("排在首位的责任单位为牵头单位。", Assigns.FIRST_LEADS),
        ("第一责任单位负责牵头。责任单位中列第一位的为牵头单位。", Assigns.FIRST_LEADS),
        ("同一栏有几个责任单位的，都是主责单位。", Assigns.ALL_LEAD),
        ("所列责任单位均为牵头单位。", Assigns.ALL_LEAD),
        ("请各单位抓紧落实。", None),
    ],
)
def test_a_preface_says_who_of_a_list_leads(preface: str, expected: Assigns | None) -> None:
    """In one of several ways, or it says nothing of it."""
    assert how_assigned(normalise(preface)) == expected


def test_the_layout_of_a_text_counts_in_its_normal_form() -> None:
    """Lines, indents, blanks and signs of items are places in the text without white space."""
    layout = lay_out("甲乙 丙\r\n　　丁①戊\n\n己")
    found = [sorted(places) for places in (layout.breaks, layout.lines, layout.paragraphs, layout.gaps, layout.items)]
    assert found == [[0, 3, 6], [0, 3, 6], [0, 3, 6], [2], [4]]


def test_lines_that_are_filled_up_go_on() -> None:
    """Where most lines have the same length, those say nothing about where a paragraph ends."""
    layout = lay_out("一二三四五六\n七八九十\n甲乙丙丁戊己\n庚辛")
    assert sorted(layout.breaks) == [0, 6, 10, 16]
    assert sorted(layout.lines) == [0, 10]


SIGNS = "()[]〔〕【】:;,。、 \n①5%—"
WORDS = "1． （一） 一、 \n　　 甲局 各镇 牵头 配合 负责 会同 由 以上两项 同上 增长 三成 以上 翻一番 2024年9月 每季度"
LABELS = "责任单位： 牵头单位： 【配合单位】 完成时限： 责任领导："
PIECES = st.sampled_from([*SIGNS, *WORDS.split(" "), *LABELS.split(" ")])


@given(st.lists(PIECES, max_size=60), st.sampled_from([None, *Assigns]))
def test_any_text_can_be_read(pieces: list[str], assigns: Assigns | None) -> None:
    """Whatever is printed: the clauses lie in the text one behind the other, and so do the figures in a clause."""
    raw = "".join(pieces)
    text = normalise(raw)
    at = 0
    for clause in read_clauses(text, lay_out(raw), assigns, (2024, 2024)):
        assert at <= clause.start <= clause.text_end <= clause.end <= len(text)
        at = clause.end
        words = text[clause.start : clause.text_end]
        for figure in read_figures(words, (2024, 2024)):
            assert words[figure.start : figure.end] == figure.value_text
