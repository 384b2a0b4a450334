"""The glossary explains every word of the enumerations; the page of feedback tells what the settings say."""

from __future__ import annotations

import re
import shutil
from enum import StrEnum
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.ledger import enums
from tests.helpers.golden import article
from tests.helpers.pages import context_of, specs_of
from tests.helpers.sites import DISTRICT, edit

HIDDEN = {enums.CellGrade, enums.ExclusionReason, enums.Edit, enums.Grade, enums.ItemState, enums.PlaceLevel}
"""Enumerations that no page shows, or whose values are everyday words."""
SHOWN = [
    e
    for e in vars(enums).values()
    if isinstance(e, type) and issubclass(e, StrEnum) and e is not StrEnum and e not in HIDDEN
]
WORDS = (
    *(
        "口径",
        "存疑",
        "基期",
        "目标值",
        "完成值",
        "分解",
        "共同任务",
        "接续",
        "接替",
        "沿用",
        "统称",
        "沿革",
        "责任括注",
    ),
    *("督查", "依申请公开", "主动公开", "条款位置", "原文区间", "原文指纹", "第三方", "截至", "标识", "台账"),
)
"""Words of the pages that are no values of an enumeration, or that readers ask for first."""


@pytest.fixture(scope="module")
def terms_of(district_site: Path) -> dict[str, str]:
    """Words of the glossary, each with its anchor."""
    tree = LexborHTMLParser((district_site / "glossary/index.html").read_text(encoding="utf-8"))
    return {word: node.attributes.get("id") or "" for node in tree.css("dt") for word in node.text().split()}


@pytest.mark.parametrize("enumeration", SHOWN, ids=lambda e: e.__name__)
def test_every_value_that_pages_show_is_explained(terms_of: dict[str, str], enumeration: type[StrEnum]) -> None:
    """A reader who meets the word on a page finds it in the glossary."""
    assert [value for value in enumeration if value not in terms_of] == []


def test_other_words_of_the_pages_are_explained(terms_of: dict[str, str]) -> None:
    """Jargon that is no value of an enumeration has its entry, too."""
    assert [word for word in WORDS if word not in terms_of] == []


def test_every_entry_has_an_address_of_its_own(district_site: Path) -> None:
    """Each word has an anchor that no other element of the page has, and an explanation."""
    tree = LexborHTMLParser((district_site / "glossary/index.html").read_text(encoding="utf-8"))
    anchors = [node.attributes.get("id") for node in tree.css("article dt")]
    every = [node.attributes["id"] for node in tree.css("[id]")]
    assert all(anchor and re.fullmatch("[a-z][a-z-]*", anchor) for anchor in anchors)
    assert all(every.count(anchor) == 1 for anchor in anchors)
    assert all(node.text().strip() for node in tree.css("article dd"))


def test_the_explaining_pages_stand_in_the_navigation(district_site: Path) -> None:
    """Glossary and feedback are reached from every page, by name."""
    tree = LexborHTMLParser((district_site / "tasks/index.html").read_text(encoding="utf-8"))
    links = {n.text().strip(): str(n.attributes["href"]) for n in tree.css("nav a[href]")}
    assert links["名词解释"] == "../glossary/"
    assert links["意见反馈"] == "../feedback/"


def test_feedback_names_what_to_quote(real_site: Path) -> None:
    """Page, id, version of the data; a demonstration takes no messages, and the page says whom to ask."""
    page = article(real_site / "feedback/index.html")
    for words in ("页面", "标识", "数据版本", "0.1.0", "不接收来信", "天津市西青区人民政府办公室", "示例站"):
        assert words in page
    for nowhere in ("原文指纹", "record=", "收件人"):
        assert nowhere not in page


def test_feedback_gives_the_contact_of_the_settings(tmp_path: Path) -> None:
    """Publisher, contact and the place to edit come from data/site.yml and from nowhere else."""
    settings = shutil.copytree(DISTRICT, tmp_path / "data") / "site.yml"
    kept = [
        line
        for line in settings.read_text(encoding="utf-8").splitlines()
        if line.partition(":")[0] not in ("contact", "publisher", "edit_url", "feedback")
    ]
    kept += ["publisher: 某办公室", "contact: 电话 000-0000", "edit_url: https://edit.example/data/", ""]
    settings.write_text("\n".join(kept), encoding="utf-8")
    page = feedback(settings.parent)
    assert "某办公室" in page and "电话 000-0000" in page and "https://edit.example/data/" in page
    assert "没有填写联系方式" not in page
    edit(settings, "contact: 电话 000-0000\n", "")
    assert "没有填写联系方式" in feedback(settings.parent)


def feedback(data: Path) -> str:
    """The page of feedback of a ledger."""
    return next(spec for spec in specs_of(context_of(data)) if spec.path == "feedback/").make().body
