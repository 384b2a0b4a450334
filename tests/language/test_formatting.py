"""How numbers are written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.language import formatting


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("0", "0%"),
        ("0.284", "28.4%"),
        ("0.0005", "0.1%"),
        ("0.000333", "0.03%"),
        ("0.00001", "不到 0.01%"),
        ("0.9996", "99.9%"),
        ("1", "100.0%"),
        ("1.031", "103.1%"),
        ("-0.2", "-20.0%"),
    ],
)
def test_a_share_is_neither_nothing_nor_all_before_it_is(part: str, words: str) -> None:
    """0.01 of 30 is 0.03 %, not 0.0 %; 99.96 % is not 100 %."""
    assert formatting.percent(Decimal(part)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("≥ 110 个", "110 个以上"),
        ("> 1000 亿元", "超过 1000 亿元"),
        ("每年 ≤ 5 人", "每年不超过 5 人"),
        ("比基期减少 ≥ 30%", "比基期减少 30% 以上"),
        ("< 4%", "低于 4%"),
        ("≥ 38% 左右", "不低于 38% 左右"),
        ("14.6 万人", "14.6 万人"),
        ("5%—7%", "5%—7%"),
    ],
)
def test_a_sign_is_a_word_in_a_sentence(text: str, words: str) -> None:
    """Wherever it stands, and beside a word that is only about right."""
    assert formatting.sign_in_words(text) == words


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("产业扩大", "产业扩大。"),
        ("产业扩大。", "产业扩大。"),
        ("产业扩大；", "产业扩大。"),
        ("全部完成！", "全部完成！"),
        ("为什么？", "为什么？"),
        ("等等……", "等等……"),
        ("文件写作“全部完成。”", "文件写作“全部完成。”"),
        ("全部完成（见附件）", "全部完成（见附件）。"),
        ("", ""),
    ],
)
def test_a_text_is_closed_as_a_sentence_once(text: str, sentence: str) -> None:
    """With a full stop, unless it ends with another sign that closes it; a sign that goes on becomes the stop."""
    assert formatting.sentence(text) == sentence


@pytest.mark.parametrize(
    ("number", "title", "heading"),
    [
        ("一、", "工业", "一、工业"),
        ("(一)", "工业", "（一）工业"),
        ("第一章", "总则", "第一章 总则"),
        ("第二部分", "工业", "第二部分 工业"),
        ("", "工业", "工业"),
    ],
)
def test_the_number_of_a_part_stands_apart_from_its_title(number: str, title: str, heading: str) -> None:
    """Other numbers end with a sign of their own."""
    assert formatting.numbered(number, title) == heading
