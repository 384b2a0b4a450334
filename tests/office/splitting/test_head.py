"""What a notice says of itself is found wherever offices print it, and nothing else is taken for it."""

from __future__ import annotations

from typing import Final

import pytest

from generator.office.splitting.head import Head, labelled_values, read_head, without_furniture

BODY: Final = "各乡镇人民政府：\n　　请照办。\n一、总则\n"
TITLE: Final = "松河县人民政府办公室关于印发工作方案的通知"
LONG: Final = "关于印发松河县重点工作分工方案的通知"

CASES: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "a title on three lines": (
        f"松河县人民政府办公室\n关于印发《重点工作\n分工方案》的通知\n{BODY}",
        {"title": "松河县人民政府办公室关于印发《重点工作分工方案》的通知", "issuer": "松河县人民政府办公室"},
    ),
    "a paper with its head and number": (
        f"松河县人民政府文件\n松政发〔2025〕3号\n松河县人民政府\n关于分解重点工作的通知\n{BODY}",
        {
            "title": "松河县人民政府关于分解重点工作的通知",
            "doc_number": "松政发〔2025〕3号",
            "issuer": "松河县人民政府",
        },
    ),
    "the head alone says who": ("松河县水利局文件\n重点工作分工方案\n一、总则\n", {"issuer": "松河县水利局"}),
    "a number with blanks and a name behind it": (
        f"松政办发 〔2025〕 12 号 签发人：张\n{TITLE}\n{BODY}",
        {"doc_number": "松政办发〔2025〕12号"},
    ),
    "a day above the title": ("2025年3月1日\n重点工作分工方案\n一、总则\n", {"title": "重点工作分工方案"}),
    "another title above": ("关于放假的通知\n重点工作分工方案\n一、总则\n", {"title": "重点工作分工方案"}),
    "a whole title below the name of an office": (
        f"县政府公报\n{TITLE}\n{BODY}",
        {"title": TITLE},
    ),
    "an empty line above": (f"重点工作\n\n分工方案\n{BODY}", {"title": "分工方案"}),
    "a remark behind the title": ("重点工作分工方案（试行）\n一、总则\n", {"title": "重点工作分工方案（试行）"}),
    "no title at all": ("县里的事\n要办好。\n", {"title": "", "issuer": ""}),
    "a longer title in its label": (
        f"标题：{TITLE}\n工作方案\n{BODY}",
        {"title": TITLE, "issuer": "松河县人民政府办公室"},
    ),
    "a title in its label alone": ("名　　称：县里的大事\n要办好。\n", {"title": "县里的大事"}),
    "a title that its label cuts short": (f"标题：工作方案\n{TITLE}\n{BODY}", {"title": TITLE}),
    "a label that says more than a title": (
        f"标题：松河县人民政府门户网站政务公开栏目第一页\n重点工作分工方案\n{BODY}",
        {"title": "重点工作分工方案"},
    ),
    "a title with other signs in its label": (
        f"标题：关于印发〈分工方案〉的通知\n关于印发《分工方案》的通知\n{BODY}",
        {"title": "关于印发《分工方案》的通知"},
    ),
    "a label is no title": (f"主题分类：工作方案\n{TITLE}\n{BODY}", {"title": TITLE, "topic": "工作方案"}),
    "labels in one line": (
        f"索引号：A-1  发文机关：松河县水利局  有效性：现行有效\n重点工作方案\n{BODY}",
        {"index_number": "A-1", "issuer": "松河县水利局", "validity": "有效"},
    ),
    "the first of two labels counts": (f"索引号：A-1\n索引号：B-2\n{TITLE}\n{BODY}", {"index_number": "A-1"}),
    "a label without a value": (f"索引号：  发布日期：2025-02-03\n{TITLE}\n{BODY}", {"index_number": ""}),
    "a table of labels": (
        f"| 索引号 | A-1 | 发文字号 | 松政发〔2025〕3号 |\n{TITLE}\n{BODY}",
        {"index_number": "A-1", "doc_number": "松政发〔2025〕3号"},
    ),
    "signed in Chinese numerals": (
        f"{TITLE}\n{BODY}松河县人民政府办公室\n二○二五年十二月三十一日\n（此件公开发布）\n",
        {"signed_on": "2025-12-31", "disclosure": "此件公开发布"},
    ),
    "signed in one line": (
        f"重点工作方案\n{BODY}松河县水利局2025年2月18日\n",
        {"signed_on": "2025-02-18", "issuer": "松河县水利局"},
    ),
    "a day of printing is not that of signing": (
        f"{TITLE}\n{BODY}松河县人民政府办公室\n2025年2月18日\n松河县人民政府办公室2025年2月20日印发\n",
        {"signed_on": "2025-02-18"},
    ),
    "a day with a unit above it goes before one without": (
        f"重点工作方案\n{BODY}2025年1月1日\n松河县水利局\n2025年2月18日\n2025年3月1日\n",
        {"signed_on": "2025-02-18", "issuer": "松河县水利局"},
    ),
    "of days without a unit the last one": (
        f"重点工作方案\n{BODY}2025年1月1日\n完。\n2025年2月18日\n",
        {"signed_on": "2025-02-18", "issuer": ""},
    ),
    "a day inside a sentence": (f"重点工作方案\n{BODY}各单位请于2025年2月18日\n前报送。\n", {"signed_on": ""}),
    "words behind the addressees are no title": (
        "重点工作方案\n各乡镇人民政府：\n请落实分工方案\n一、总则\n",
        {"title": "重点工作方案"},
    ),
    "a label that ends as addressees do": (
        f"发布机构：县政府各部门  关键词：\n{TITLE}\n{BODY}",
        {"title": TITLE, "issuer": "松河县人民政府办公室"},
    ),
    "no month and no day": (
        f"重点工作方案\n{BODY}2025年13月1日\n二〇二五年十十月一日\n2025年1月32日\n2025年0月1日\n1900年1月1日\n",
        {"signed_on": ""},
    ),
    "the last day of a year": (f"重点工作方案\n{BODY}1901年12月31日\n", {"signed_on": "1901-12-31"}),
    "the day of a label": (f"成文日期：2025年2月3日\n{TITLE}\n{BODY}", {"signed_on": "2025-02-03", "published_on": ""}),
    "a label for how open it is": (f"公开方式：依申请公开\n{TITLE}\n{BODY}主动公开\n", {"disclosure": "依申请公开"}),
}


@pytest.mark.parametrize("case", CASES)
def test_what_a_notice_says_of_itself(case: str) -> None:
    """Title, number, who, when, and how open it is."""
    text, expected = CASES[case]
    head = read_head(without_furniture(text))
    assert {name: getattr(head, name) for name in expected} == expected


@pytest.mark.parametrize(("length", "joined"), [(120, True), (121, False)])
def test_a_line_of_words_is_no_part_of_a_title(length: int, joined: bool) -> None:
    """What would make a title longer than any title is a text before it."""
    before = "松" * (length - len(LONG))
    assert read_head(f"{before}\n{LONG}\n{BODY}").title == (before + LONG if joined else LONG)


@pytest.mark.parametrize(("line", "found"), [(40, True), (41, False)])
def test_labels_stand_at_the_top(line: int, found: bool) -> None:
    """What looks like one in the middle of a text is a part of the text."""
    text = f"{TITLE}\n" + "正文。\n" * (line - 2) + "索引号：A-1\n正文。\n"
    assert (read_head(text).index_number == "A-1") is found


@pytest.mark.parametrize(("line", "found"), [(12, True), (13, False)])
def test_the_number_and_the_paper_stand_near_the_top(line: int, found: bool) -> None:
    """Farther down another document is meant."""
    before = "工作方案\n一、总则\n" + "正文。\n" * (line - 3)
    assert read_head(f"{before}松政发〔2025〕3号\n").doc_number == ("松政发〔2025〕3号" if found else "")
    assert read_head(f"{before}松河县水利局文件\n").issuer == ("松河县水利局" if found else "")


@pytest.mark.parametrize(("behind", "found"), [(24, True), (25, False)])
def test_how_open_it_is_stands_at_the_end(behind: int, found: bool) -> None:
    """Words of the text itself do not count."""
    text = f"{TITLE}\n{BODY}" + "正文。\n" * 30 + "主动公开\n" + "抄送。\n" * behind
    assert read_head(text).disclosure == ("主动公开" if found else "")


@pytest.mark.parametrize(
    "line", ["打印本页", "打印 关闭", "浏览次数：12", "版权所有 松河县", "首页 > 政务公开", "来源：县政府办"]
)
def test_what_a_web_page_puts_around_a_text_goes(line: str) -> None:
    """At the top and at the end; the same words in the middle are the document's own."""
    middle = "正文。\n" * 30
    text = f"{line}\n{middle}{line}\n{middle}{line}\n"
    assert without_furniture(text) == f"{middle}{line}\n{middle}"


@pytest.mark.parametrize(
    ("before", "behind", "kept"), [(29, 60, False), (30, 60, True), (60, 30, True), (60, 29, False)]
)
def test_the_last_line_of_the_edge_goes_too(before: int, behind: int, kept: bool) -> None:
    """Thirty lines at either end are looked at."""
    assert ("打印本页" in without_furniture("正文。\n" * before + "打印本页\n" + "正文。\n" * behind)) is kept


def test_numbers_of_pages_go_everywhere() -> None:
    """They cut sentences in two; bold signs of a copied page go as well, and a line that says more stays."""
    text = "正文，\n" * 40 + "— 3 —\n**第2页**\n" + "正文。\n" * 40
    assert without_furniture(text) == "正文，\n" * 40 + "正文。\n" * 40
    assert without_furniture("来源：县政府办　发布日期：2025-02-03\n正文。\n").startswith("来源")


def test_a_text_of_nothing() -> None:
    """It says nothing of itself."""
    assert read_head("\n") == Head()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("索引号：　　　发布机构：县政府办", [("issuer", "县政府办")]),
        ("文号：", []),
        ("发布机构：县政府办", [("issuer", "县政府办")]),
    ],
)
def test_a_label_with_nothing_behind_it_tells_nothing(line: str, told: list[tuple[str, str]]) -> None:
    """An office leaves it open; what stands behind the next one is not taken for it."""
    assert [*labelled_values(line)] == told
