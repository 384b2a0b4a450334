"""The nearest known name: always a known one, none when nothing is like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.support.suggestions import closest_match, sure_match

WORDS = st.text(alphabet="abcde-云澜区听雨镇局", max_size=8)
KNOWN = st.lists(WORDS, max_size=8)


@given(WORDS | st.text(max_size=20), KNOWN | st.lists(st.text(max_size=20), max_size=5))
def test_result_is_known(word: str, known: list[str]) -> None:
    """Whatever is asked, the answer is one of the known names or none."""
    assert closest_match(word, known) in {*known, None}


@given(WORDS, KNOWN)
def test_exact_word(word: str, known: list[str]) -> None:
    """A word that is known is its own nearest name."""
    assert closest_match(word, [*known, word]) == word


@given(WORDS, KNOWN)
def test_order_does_not_matter(word: str, known: list[str]) -> None:
    """The answer depends neither on the order of the names nor on how often they are given."""
    assert (
        closest_match(word, known) == closest_match(word, [*reversed(known), *known]) == closest_match(word, set(known))
    )


@given(WORDS, KNOWN)
def test_names_without_a_common_character(word: str, known: list[str]) -> None:
    """A name that shares no character with the word is never suggested, but for the empty name and the empty word."""
    found = closest_match(word, known)
    assert found is None or found == word or set(found) & set(word)


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("区发展居", ["区文化局", "区发展局", "听雨镇"], "区发展局"),
        ("发展局", ["区发展局", "区文化局"], "区发展局"),
        ("有校", ["有效", "失效", "废止", "未标注"], "有效"),
        ("titel", ["id", "title", "number"], "title"),
        ("grwo", ["parks", "grow", "grow-2018"], "grow"),
        ("听雨", ["望星镇", "听雨镇"], "听雨镇"),
        ("甲乙", ["甲丙", "丁乙"], "丁乙"),
        ("甲", ["甲乙", "丙"], "甲乙"),
        ("甲", ["乙", "丙"], None),
        ("甲乙丙丁", ["甲戊己庚"], None),
        ("", ["甲"], None),
        ("", [""], ""),
        ("甲", [], None),
        ("A", ["a"], "a"),
        ("a" * 300, ["b" + "a" * 299, "b" * 300], "b" + "a" * 299),
    ],
)
def test_nearest(word: str, known: list[str], expected: str | None) -> None:
    """The likest name of at least half the characters in common; ties go to the first in the order of characters."""
    assert closest_match(word, known) == expected


@pytest.mark.parametrize(
    ("word", "candidates", "meant"),
    [
        ("快速", ["实际", "快报", "预计"], "快报"),
        ("进行中", ["推进中", "未启动", "完成"], "推进中"),
        ("期末", ["当年", "当期", "时点"], None),
        ("乡镇", ["乡", "镇", "街道"], None),
        ("年度评估", ["年度监测", "中期评估", "终期评估", "后评估"], None),
        ("年度计画", ["五年规划", "年度计划", "行动计划"], "年度计划"),
    ],
)
def test_a_word_is_suggested_where_it_was_surely_meant(word: str, candidates: list[str], meant: str | None) -> None:
    """Where two are nearly as like, or one sign alone is shared by chance, a suggestion would mislead."""
    assert sure_match(word, candidates) == meant
