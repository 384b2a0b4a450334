"""Words of the field are explained where they first stand, by the glossary's own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.language import glossary
from tests.conftest import ROOT
from tests.helpers.golden import richest
from tests.pages.test_golden import FOLDERS

NUMBERED = re.compile("[一二三四五六七八九十]+、")
"""A heading of a document."""
ENTRY = re.compile(r"(.+?) \{ #([a-z-]+) \}")
LABELS = "article :is(h2, h3, th, dt, caption, div.pl-lead__item .pl-lead__label, .pl-tags .pl-tag)"
"""Where words stand as labels: headings, heads of columns and of facts, cards that lead nowhere, tags."""
WORDS = (
    *("牵头", "配合", "约束性", "预期性", "任务指标", "年度指标", "口径", "存疑", "共同任务", "统称", "分解", "接续"),
    *("条款位置", "原文区间", "原文指纹", "目标值", "完成值", "进展", "有效性", "年度目标", "年度任务", "第三方"),
)
"""Words that a reader does not have to know."""

LISTS = (
    *("", "indicators/", "indicators/undisclosed/", "indicators/binding/", "indicators/expected/", "tasks/"),
    *("departments/", "towns/", "sections/", "years/", "years/2023/", "plans/", "matrix/", "documents/", "search/"),
)
"""Pages that list records."""


@pytest.fixture(scope="module")
def entries() -> dict[str, tuple[str, str]]:
    """The glossary: word → anchor and explanation."""
    found: dict[str, tuple[str, str]] = {}
    names: list[tuple[str, str]] = []
    for line in (ROOT / "docs/glossary.md").read_text(encoding="utf-8").splitlines():
        if (entry := ENTRY.fullmatch(line)) and not line.startswith("#"):
            names.append((entry[1], entry[2]))
        elif line.startswith(":   "):
            text = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", line)
            found |= {name: (anchor, text) for name, anchor in names}
            names = []
    return found


@pytest.mark.parametrize("word", glossary.WORDS)
def test_a_meaning_is_the_glossarys(entries: dict[str, tuple[str, str]], word: str) -> None:
    """The short meaning beside a word stands in its entry, at the anchor that the word links to."""
    anchor, meaning = glossary.WORDS[word]
    assert entries[word][0] == anchor
    assert meaning in entries[word][1]


def test_every_word_of_a_template_has_a_meaning() -> None:
    """A word that a template explains is one that can be explained."""
    for path in (ROOT / "generator/pages/templates").rglob("*.html"):
        for word in re.findall(r'word\("([^"]+)"\)', path.read_text(encoding="utf-8")):
            assert word in glossary.WORDS, (path.name, word)


def pages(site: Path) -> list[Path]:
    """A page of each kind, of records the richest."""
    return [*(site / path / "index.html" for path in LISTS), *(richest(site, folder) for folder in FOLDERS)]


def unexplained(path: Path, word: str) -> bool:
    """Whether a word stands as a label of a page before it is explained there."""
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    anchor = f"glossary/#{glossary.WORDS[word][0]}"

    def explains(node: LexborNode) -> bool:
        return any(str(a.attributes["href"]).endswith(anchor) for a in node.css("a.pl-word"))

    first = next((node for node in tree.css(LABELS) if word in _own(node)), None)
    if first is None or explains(first):
        return False
    before = tree.body.html.partition(first.html or "")[0] if tree.body and tree.body.html else ""
    return anchor not in before


def _own(node: LexborNode) -> str:
    """A label's words but for the names of records: what a document calls something is not ours to explain."""
    text = "" if NUMBERED.match(node.text()) else node.text()
    for link in node.css("a:not(.pl-word)"):
        text = text.replace(link.text(), "")
    return text


@pytest.mark.parametrize("word", WORDS)
def test_words_are_explained_at_first_sight(district_site: Path, word: str) -> None:
    """The first label of a page that has the word links to its meaning, or something before it did."""
    assert [p.relative_to(district_site).as_posix() for p in pages(district_site) if unexplained(p, word)] == []


def test_an_explanation_works_without_a_pointer(district_site: Path) -> None:
    """It is a link to the entry, so that a touch and a key reach it; the meaning beside it is more than a title."""
    page = LexborHTMLParser(richest(district_site, "indicators").read_text(encoding="utf-8"))
    words = page.css("article a.pl-word")
    assert len(words) > 5
    for word in words:
        assert word.attributes["data-meaning"] and "title" not in word.attributes
    styles = (ROOT / "docs/assets/ledger.css").read_text(encoding="utf-8")
    assert "attr(data-meaning)" in styles and ".pl-word:focus-visible::after" in styles
