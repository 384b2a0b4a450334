"""The search answers questions as residents ask them, in this project's own site and in a county without words of its
own.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.language import page_words, setting_words
from tests.conftest import built, project
from tests.helpers.browsing import hosted, in_browser, visit
from tests.helpers.runs import Once
from tests.publish.test_search_index import FIRST_THREE, Found
from tests.samples.test_samples import SAMPLES

QUESTIONS = Path(__file__).with_name("questions.tsv")
OF_A_COUNTY = Path(__file__).with_name("questions-qingshi.tsv")
MISSES, MISSES_OF_A_COUNTY = 4, 10
"""How many of forty questions may not have their page among the first three results."""
UNITS = {page_words.UNIT, *setting_words.TERRITORIES.values()}
"""A town is a unit, too."""


@pytest.fixture(scope="module")
def county_host(once: Once) -> Iterator[str]:
    """The address of a county's site whose settings have no everyday words."""
    with hosted(
        once("sample-qingshi", lambda folder: built(project(folder, SAMPLES / "qingshi" / "data"))) / "site"
    ) as address:
        yield address


def asked(chrome: Browser, host: str, some: list[str]) -> dict[str, Found]:
    """Kind and title of the first three pages of each query."""
    with visit(chrome, host) as page:
        return dict(zip(some, page.evaluate(FIRST_THREE, some), strict=True))


def missed(chrome: Browser, host: str, file: Path) -> dict[str, Found]:
    """The questions of a file that have no fitting page, with what was found."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    found = asked(chrome, host, [row["query"] for row in rows])
    return {row["query"]: found[row["query"]] for row in rows if not _fits(row, found[row["query"]])}


def _fits(row: dict[str, str], found: Found) -> bool:
    kinds = {one for kind in row["kind"].split("|") for one in (UNITS if kind == page_words.UNIT else {kind})}
    return any(
        kind in kinds and any(part in title for part in row["title contains"].split("|")) for kind, title in found
    )


@in_browser
def test_questions_find_their_page(chrome: Browser, real_host: str) -> None:
    """Sentences, everyday words, present names of organs, pinyin, traditional characters."""
    lost = missed(chrome, real_host, QUESTIONS)
    assert len(lost) <= MISSES, lost


@in_browser
def test_a_county_without_words_of_its_own_answers_its_questions(chrome: Browser, county_host: str) -> None:
    """What the program knows of any government suffices for most."""
    lost = missed(chrome, county_host, OF_A_COUNTY)
    assert len(lost) <= MISSES_OF_A_COUNTY, lost


FIRST = {
    "区商务委": "区商务委",
    "区商务委负责什么": "区商务委",
    "区 商务 委": "区商务委",
    "我想知道区教育局今年有哪些任务": "区教育局",
    "西青区教育局牵头的指标": "区教育局",
    "杨柳青镇的任务完成了吗": "杨柳青镇",
    "yáng liǔ qīng": "杨柳青镇",
    "yang2 liu3 qing1": "杨柳青镇",
    "yang liu qing zhen": "杨柳青镇",
    "qsww": "区商务委",
    "xinzengjiuye": "新增就业人数",
    "xin zeng jiu ye": "新增就业人数",
    "xzjyrs": "新增就业人数",
    "新 增 就 业": "新增就业人数",
    "新增就业人数是多少？": "新增就业人数",
    "14.6万人": "新增就业人数",
    "没完成": "文件自认未达到",
    "还有哪些没有完成": "文件自认未达到",
    "哪些没完成": "文件自认未达到",
    "哪些指标落后了": "文件自认未达到",
    "今年承诺了什么": "规划计划",
    "没公布": "未披露完成值的指标",
    "谁负责": "责任矩阵",
    "怎么下载": "数据",
    "依申请公开": "依申请公开",
    "什么是牵头": "牵头",
    "什么叫约束性指标": "约束性",
    "西青区今年经济增长多少": "地区生产总值年均增长",
    "实际利用外资": "外资到位额",
    "化学需氧量": "污染物减排目标",
    "人均公共绿地": "新增绿化面积",
    "居委会": "每个村居社区安全生产协管员人数",
    "一共要建多少公园": "区市容园林委",
}
"""Question → the title of the first page."""


@in_browser
def test_what_is_named_comes_first(chrome: Browser, real_host: str) -> None:
    """A unit, a page that is asked for, or the one thing that a question is about stands above all others."""
    found = asked(chrome, real_host, list(FIRST))
    lost = {query: pages for query, pages in found.items() if [t for _, t in pages[:1]] != [FIRST[query]]}
    assert lost == {}


@in_browser
def test_names_of_people_and_nonsense_find_nothing(chrome: Browser, real_host: str) -> None:
    """Pagefind alone would take a word that begins alike, or leave out the one that is not there."""
    found = asked(chrome, real_host, ["张伟", "张建国是谁", "王健康", "李小龙的电话", "qwxz", "14.65", "魑魅魍魉"])
    assert {query: pages for query, pages in found.items() if pages} == {}


@in_browser
def test_sentences_of_the_pages_find_nothing(chrome: Browser, real_host: str) -> None:
    """What pages say of every record is no answer to anything."""
    count = """async (queries) => {
      const {open} = await import(new URL("assets/find.js", location.href));
      const search = await open(new URL(".", location.href));
      return Promise.all(queries.map(async (query) => (await search(query)).found.length));
    }"""
    with visit(chrome, real_host) as page:
        counts = page.evaluate(count, ["没完成", "没有由它负责的指标", "可以补充披露", "本站摘要，非原文"])
    assert max(counts) <= 5, counts


@in_browser
def test_excerpts_are_of_the_article_and_whole_facts(chrome: Browser, real_host: str) -> None:
    """No data for machines, no cut words: a line is a fact of the page, or what the page is."""
    lines = """async (queries) => {
      const {open, line} = await import(new URL("assets/find.js", location.href));
      const search = await open(new URL(".", location.href));
      const all = [];
      for (const query of queries) all.push((await (await search(query)).next()).map((page) => line(page, query)));
      return all.flat();
    }"""
    with visit(chrome, real_host) as page:
        said = page.evaluate(lines, ["首页", "夜景灯光", "以药补医", "区财政局"])
    assert said
    assert [
        line for line in said if "{" in line or "schema" in line or line.startswith(("；", "，", "、", "…，"))
    ] == []
