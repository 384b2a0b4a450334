"""What the person sees of a draft: its clause, its figures, what may be chosen, and the ones beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.helpers.review_visitor import Visitor, item
from tests.helpers.sites import edit

TASKS = "tasks/five/01-industry.yml"
SHEET = """\
document: doc-five
title: 台账
sheets:
  - name: 别的表
    cells:
      A1: 说明
  - name: 重点工作(2016)
    cells:
      A1: 序号
      B1: 任务
      C1: 牵头单位
      A11: 0
      A12: 1
      B12: 扩大产业<b>规模
      C12: 区发展局
      A40: 30
ids: []
"""
"""What a workbook held, as the command ``import`` writes it."""


def test_the_first_draft_comes_at_once(visitor: Visitor) -> None:
    """The address without more leads to it; a chosen kind of record leads to the first of that kind."""
    assert visitor.get("/")[2] == f"{item(visitor, 'development')}#here"
    assert visitor.get("/?table=tasks&show=doubts")[2] == f"{item(visitor, 'parks')}?show=doubts&table=tasks#here"


def test_a_page_has_the_clause_and_its_draft(visitor: Visitor) -> None:
    """The words of the clause and of its figure are marked; doubts and findings stand at the draft."""
    html = visitor.get(item(visitor, "grow"))[1]
    assert re.search(r'<span class="clause current draft" id="here"[^>]*>扩大产业规模,</span>', html)
    assert re.search(r'<span class="clause current draft figure"[^>]*>产值达到500亿元</span>', html)
    assert "采用这 2 条" in html and "已核对 <strong>0</strong> / 6" in html
    html = visitor.get(item(visitor, "parks"))[1]
    assert "疑点：不知道市集是不是另一件事（来处：原文第 5 行）" in html
    assert "牵头方式“”与牵头单位数 1 不符" in visitor.get(item(visitor, "bridge"))[1]


def test_why_a_number_is_left_out_is_chosen(visitor: Visitor) -> None:
    """The reasons are a list; nobody has to know their words."""
    reasons = LexborHTMLParser(visitor.get(item(visitor, ""))[1]).css("select[name$='.reason'] option")
    assert [option.attributes["value"] for option in reasons] == [
        "",
        "序号",
        "日期",
        "名称",
        "期限",
        "量词非指标",
        "不收录",
    ]


@pytest.mark.parametrize(
    ("key", "typed", "choices"),
    [("kind", "大任务", ["大任务", "主要目标"]), ("lead_mode", "一起牵头", ["", "一起牵头", "单独牵头"])],
)
def test_a_value_that_is_no_choice_stays_until_another_is_chosen(
    key: str, typed: str, choices: list[str], visitor: Visitor, folder: Path
) -> None:
    """It stands before those that may be chosen; only what need not be there can be left empty."""
    file = folder / "data" / TASKS
    file.write_text(re.sub(f"(?m)^  {key}: .*$", f"  {key}: {typed}", file.read_text("utf-8"), count=1), "utf-8")
    page = LexborHTMLParser(visitor.get(item(visitor, "grow"))[1])
    (select,) = [one for one in page.css("select") if (one.attributes["name"] or "").endswith(f".{key}")]
    assert [option.attributes["value"] for option in select.css("option")][: len(choices)] == choices
    assert [option.attributes["value"] for option in select.css("option[selected]")] == [typed]


def test_the_text_shows_where_a_unit_is_named(visitor: Visitor) -> None:
    """A unit comes from no clause of its own: every place with its name is marked."""
    html = visitor.get(item(visitor, "development"))[1]
    places = re.findall(r'<span class="([^"]*mention[^"]*)"( id="here")?[^>]*>区发展局</span>', html)
    assert len(places) == 2 and [bool(here) for _, here in places] == [True, False]
    assert all("current" in signs for signs, _ in places)


def test_without_the_text_the_place_is_told(visitor: Visitor, folder: Path) -> None:
    """Of a workbook there is no text: sheet and cell say where to look."""
    (folder / "sources/doc-five.txt").unlink()
    edit(folder / "data" / TASKS, "{locator: 一(一)-1,", "{locator: 重点工作!B12,")
    html = visitor.get(item(visitor, "grow"))[1]
    assert "这里没有这份文件的文本" in html and "<dd>重点工作!B12</dd>" in html


def test_the_rows_of_a_workbook_stand_beside_a_draft(visitor: Visitor, folder: Path) -> None:
    """What was read from a workbook is shown as it was there, with the cell that is meant; markup is text."""
    (folder / "sources/doc-five.txt").unlink()
    (folder / "imports").mkdir()
    (folder / "imports/other.yml").write_text("- no reading\n", encoding="utf-8")
    (folder / "imports/ledger.yml").write_text(SHEET, encoding="utf-8")
    edit(folder / "data" / TASKS, "{locator: 一(一)-1,", "{locator: '重点工作(2016)!B12',")
    html = visitor.get(item(visitor, "grow"))[1]
    rows = re.findall(r'<th scope="row">(\d+)</th>((?:<td.*?</td>)+)', html, re.S)
    assert [number for number, _ in rows] == ["1", "11", "12"], "the head, and what is around the cell"
    assert rows[2][1] == '<td>1</td><td class="current" id="here">扩大产业&lt;b&gt;规模</td><td>区发展局</td>'
    assert "<caption>重点工作(2016)</caption>" in html and "没有这份文件的文本" not in html


def test_each_page_leads_to_the_ones_beside_it(visitor: Visitor) -> None:
    """The first one has none before it, the last one none behind it."""
    keys = [item(visitor, id_) for id_ in ("development", "traffic", "grow", "parks", "bridge", "")]
    pages = [LexborHTMLParser(visitor.get(key)[1]) for key in keys]
    for rel, beside in (("prev", ["", *keys[:-1]]), ("next", [*keys[1:], ""])):
        links = [page.css_first(f"a[rel={rel}]") for page in pages]
        assert [(link.attributes["href"] or "").partition("#")[0] if link else "" for link in links] == beside
