"""Web pages: lines as a browser shows them, cells in their columns, and nothing that is hidden."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generator.office.documents.html import DEEPEST, html_text
from generator.office.documents.refused import DocumentRefused

PATH: Final = Path("a.html")


def lines(body: str) -> list[str]:
    """The lines of a page."""
    return html_text(PATH, f"<body>{body}</body>".encode()).split("\n")


PAGES: Final[dict[str, list[str]]] = {
    "<table><tr><td colspan=201>1</td><td>2</td></tr></table>": ["1" + "\t" * 200 + "2"],
    "<p>甲</p><div>乙<span>丙</span><br>丁</div>戊": ["甲", "乙丙", "丁", "戊"],
    "<p>甲<p hidden>乙</p><p style='visibility: hidden'>丙</p><p style='display:block'>丁</p>": ["甲", "丁"],
    "<!-- 甲 --><p>乙 \n\t 丙</p>": ["乙 丙"],
    "<table><tr><td>1</td><td>甲</td></tr><tr hidden><td>2</td><td>乙</td></tr></table>": ["1\t甲"],
    "<table hidden><tr><td>1</td><td>甲</td></tr></table><p>乙</p>": ["乙"],
    "<table><caption>表 <b>一</b></caption><thead><tr><th>号</th><th>事</th></tr></thead><tbody>"
    "<tr><td>1</td><td>甲</td></tr></tbody><tfoot><tr><td>计</td><td>1</td></tr></tfoot></table>": [
        "表 一",
        "号\t事",
        "1\t甲",
        "计\t1",
    ],
    "<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>": ["甲", "乙"],
    "<table><tr><td>甲</td></tr><tr><td>乙</td><td>丙</td></tr></table>": ["甲", "乙\t丙"],
    "<table><tr><td><table><tr><td>1</td><td>甲</td></tr></table></td><td>边栏</td></tr></table>": ["1\t甲", "边栏"],
    f"<table><tr><td>{'长' * 2000}</td><td>乙</td></tr></table>": [f"{'长' * 2000}\t乙"],
    f"<table><tr><td>{'长' * 2001}</td><td>乙</td></tr></table>": ["长" * 2001 + "乙"],
    "<table><tr><td rowspan=4>甲</td><td colspan=2>乙</td><td>丙</td></tr><tr><td>1</td><td>2</td><td>3</td></tr>"
    "<tr><td>4</td></tr><tr><td>5</td></tr><tr><td>6</td><td>7</td></tr></table>": [
        *("甲\t乙\t\t丙", "甲\t1\t2\t3", "甲\t4", "甲\t5", "6\t7")
    ],
    "<table><tr><td>1</td><td rowspan=2>甲</td></tr><tr><td colspan=3>乙</td></tr></table>": ["1\t甲", "乙\t甲"],
    "<table><tr><td colspan=0>1</td><td rowspan=0>甲</td></tr><tr><td rowspan=x>2</td><td>乙</td></tr></table>": [
        "1\t甲",
        "2\t乙",
    ],
    "<table><tr><td rowspan=2 colspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table>": ["甲\t\t1", "甲\t\t2"],
}


@pytest.mark.parametrize("body", PAGES)
def test_lines_and_cells(body: str) -> None:
    """Blocks and breaks make lines, cells stand between tabs, a merged cell counts for each row."""
    assert lines(body) == PAGES[body]


PLACES: Final = {
    "": (DEEPEST, ["甲"]),
    "<table><tr><td>1</td><td>2</td></tr><caption>": (DEEPEST - 1, ["1\t2", "甲"]),
    "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>": (DEEPEST - 1, ["1\t2", "3\t甲"]),
}
"""What stands around elements → how deep these may be, and the lines of the page."""


@pytest.mark.parametrize("around", PLACES)
def test_elements_may_stand_in_each_other_so_deep(around: str) -> None:
    """Farther down nobody wrote it."""
    deepest, whole = PLACES[around]
    assert lines(around + "<div>" * deepest + "甲") == whole
    with pytest.raises(DocumentRefused, match="太深"):
        lines(around + "<div>" * (deepest + 1) + "甲")


@pytest.mark.parametrize("named", ["gb2312", "utf-8", "x"])
def test_a_page_is_read_in_its_encoding(named: str) -> None:
    """Whatever it says of it: a page that was saved in another one keeps the old name."""
    page = f"<meta charset={named}><body>修渠引水"
    assert {html_text(PATH, page.encode(code)) for code in ("utf-8", "utf-16", "gb18030")} == {"修渠引水"}
    assert html_text(PATH, b"") == ""
