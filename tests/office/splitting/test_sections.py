"""The headings of a notice as a tree, and where each task stands below them, whichever numbers are missing."""

from __future__ import annotations

from typing import Final

import pytest

from generator.office.splitting.notice import read_notice

TITLE: Final = "松河县2025年重点工作分工方案\n"
BY: Final = "（县水利局负责）\n"
LONG: Final = "修" * 30
CASES: Final[dict[str, tuple[str, list[str], list[str]]]] = {
    "numbers of tasks alone": (f"（一）修堤{BY}（二）修闸{BY}", [], [" (一)", " (二)"]),
    "no number at all": (f"修堤{BY}修闸{BY}", [], [" 1", " 2"]),
    "a task above the first heading": (f"修堤{BY}一、水利\n修闸{BY}", ["1 一、水利"], [" 1", "1 一"]),
    "several tasks below one number": (f"三、绿化\n种树{BY}种草{BY}", ["1 三、绿化"], ["1 三-1", "1 三-2"]),
    "a number without words": (f"一、\n1．修堤{BY}二、治水\n1．修闸{BY}", ["1 二、治水"], [" 一1", "1 二1"]),
    "a number on a line of its own": (f"一、\n兴修水利\n1．修堤{BY}", ["1 一、兴修水利"], ["1 一1"]),
    "a heading of two signs, the last of the text": (
        f"一、水利\n1．修堤{BY}二、附则",
        ["1 一、水利", "2 二、附则"],
        ["1 一1"],
    ),
    "a heading of one sign": (f"一、水\n1．修渠{BY}", [], [" 一1"]),
    "words in brackets behind a heading": (
        f"一、水利（堤防）工程，（共两项）\n1．修堤{BY}二、（略）\n1．修闸{BY}三、种树（两项）。\n1．种树{BY}",
        ["1 一、水利（堤防）工程", "2 二、（略）", "3 三、种树"],
        ["1 一1", "2 二1", "3 三1"],
    ),
    "four levels, and a heading without tasks": (
        f"一、水利\n（一）堤防\n1．防汛：\n★（1）修堤{BY}（2）修闸{BY}（二）渠道\n1、修渠{BY}二、附则\n请照办。\n三、绿化\n1．种树{BY}",
        ["1 一、水利", "1.1 (一)堤防", "1.1.1 1.防汛", "1.2 (二)渠道", "2 二、附则", "3 三、绿化"],
        ["1.1.1 一(一)1(1)", "1.1.1 一(一)1(2)", "1.2 一(二)1", "3 三1"],
    ),
    "an item whose words fill a heading": (
        f"一、水利\n1．{LONG}：\n（1）修堤{BY}",
        ["1 一、水利", f"1.1 1.{LONG}"],
        ["1.1 一1(1)"],
    ),
    "an item with more words": (f"一、水利\n1．{LONG}渠：\n（1）修堤{BY}", ["1 一、水利"], ["1 一1(1)"]),
    "a heading with as many words as one may have": (
        f"一、{'水' * 40}\n1．修堤{BY}",
        [f"1 一、{'水' * 40}"],
        ["1 一1"],
    ),
    "a heading with more": (f"一、{'水' * 41}\n1．修堤{BY}", [], [" 一1"]),
    "headings in one line with the words behind them": (
        f"一、水利。抓好防汛。（一）修堤。清淤。{BY}（二）水闸\n建设水闸。{BY}（三）查找问题。",
        ["1 一、水利", "1.1 (二)水闸", "1.2 (三)查找问题"],
        ["1 一(一)", "1.1 一(二)"],
    ),
    "a number inside the words of a task": (
        f"一、水利\n1．修堤，要清淤，\n三、要加固。{BY}",
        ["1 一、水利"],
        ["1 一"],
    ),
    "an item of the text whose task begins with a part of it": (
        "1．防汛\n（1）修堤三公里。\n2．修闸。\n（以上2项由县水利局负责）",
        ["1 1.防汛"],
        ["1 1", " 2"],
    ),
    "the same below a heading": (
        "一、水利\n1．防汛\n（1）修堤三公里。\n2．修闸。\n（以上2项由县水利局负责）",
        ["1 一、水利", "1.1 1.防汛"],
        ["1.1 一1", "1 一2"],
    ),
    "parts of a document, and headings below them": (
        f"第一部分 水利\n一、河道\n1．修堤{BY}第二部分 农业\n1．种树{BY}",
        ["1 第一部分水利", "1.1 一、河道", "2 第二部分农业"],
        ["1.1 第一部分一1", "2 第二部分1"],
    ),
    "chapters and their sections": (
        f"第一章 总则\n第一节 目标\n修堤三公里{BY}第二章 水利\n第一节 河道\n修闸两座{BY}",
        ["1 第一章总则", "1.1 第一节目标", "2 第二章水利", "2.1 第一节河道"],
        ["1.1 第一章第一节", "2.1 第二章第一节"],
    ),
    "a part that a sentence names": (f"一、水利\n第一章、第二章的任务见附件。\n1．修堤{BY}", ["1 一、水利"], ["1 一1"]),
    "numbers of items that are no headings": (
        f"一、水利\n1．修堤{BY}2．再议\n3．修闸{BY}",
        ["1 一、水利"],
        ["1 一1", "1 一3"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_headings_and_the_places_of_tasks(case: str) -> None:
    """Each heading with its place in the tree; each task with that of the lowest heading above it, and its locator."""
    words, headings, places = CASES[case]
    notice = read_notice(TITLE + words)
    assert [f"{_dotted(one.path)} {one.number}{one.title}" for one in notice.sections] == headings
    assert [f"{_dotted(one.path)} {one.locator}" for one in notice.standings] == places


def _dotted(path: tuple[int, ...]) -> str:
    return ".".join(map(str, path))
