"""Pages as readers get them: one golden page per kind, and what every page must have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT, SOURCES, built, project
from tests.helpers.sites import LISTS

GOLDEN = ROOT / "tests" / "golden"
ARTICLE = "article.md-content__inner"

KINDS = {
    "home": "index.html",
    "indicators": "indicators/index.html",
    "undisclosed": "indicators/undisclosed/index.html",
    "binding": "indicators/binding/index.html",
    "expected": "indicators/expected/index.html",
    "tasks": "tasks/index.html",
    "departments": "departments/index.html",
    "towns": "towns/index.html",
    "sections": "sections/index.html",
    "years": "years/index.html",
    "year": "years/2023/index.html",
    "plans": "plans/index.html",
    "matrix": "matrix/index.html",
    "documents": "documents/index.html",
    "data": "data/index.html",
    "search": "search/index.html",
}
"""Index pages of the made-up district; the pages of records are named below."""

RECORDS = {
    "indicator": "indicators",
    "task": "tasks",
    "department": "departments",
    "town": "towns",
    "section": "sections",
    "document": "documents",
    "plan": "plans",
}


def article(path: Path) -> str:
    """The article of a page: what is ours, without the theme around it and the version of the scripts."""
    node = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first(ARTICLE)
    assert node is not None and node.html is not None
    html = re.sub(r"\.js\?v=[0-9a-f]+", ".js", node.html)
    return re.sub(r"\n\s*\n+", "\n", html).strip() + "\n"


def richest(site: Path, folder: str) -> Path:
    """The page of a kind that shows the most: the best golden page."""
    pages = [p for p in (site / folder).glob("*/index.html") if p.parent.name not in LISTS]
    return max(sorted(pages), key=lambda p: len(article(p)))


def compare(name: str, text: str, update: bool) -> None:
    golden = GOLDEN / f"{name}.html"
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.mark.parametrize("kind", KINDS)
def test_index_pages_are_as_they_were(district_site: Path, kind: str, update: bool) -> None:
    """The index pages of the made-up district equal their golden pages."""
    compare(kind, article(district_site / KINDS[kind]), update)


@pytest.mark.parametrize("kind", RECORDS)
def test_pages_of_records_are_as_they_were(worded_site: Path, kind: str, update: bool) -> None:
    """The richest page of each kind, with the official wording, equals its golden page."""
    compare(kind, article(richest(worded_site, RECORDS[kind])), update)


def test_every_record_has_its_page(real_site: Path) -> None:
    """Every indicator, task, section, document and organisation of the ledger has a page."""
    counts = {k: len(list((real_site / k).glob("*/index.html"))) for k in set(RECORDS.values())}
    assert counts == {
        "indicators": 216 + len(LISTS),
        "tasks": 177,
        "departments": 68,
        "towns": 10,
        "sections": 76,
        "documents": 2,
        "plans": 3,
    }


def test_another_district_needs_other_data_only(district_site: Path) -> None:
    """No word of the first site's place is anywhere in the output of the made-up district."""
    words = [w.encode() for w in ("西青", "天津", "杨柳青", "xiqing", "Xiqing", "滨海", "津")]
    found = [
        (p.relative_to(district_site).as_posix(), w.decode())
        for p in sorted(district_site.rglob("*"))
        if p.is_file() and p.suffix not in (".gz", ".zip", ".png") and "assets/javascripts" not in p.as_posix()
        for w in words
        if w in p.read_bytes()
    ]
    assert found == []


def test_every_page_says_where_it_is_and_names_its_record(real_site: Path) -> None:
    """A page of a record has one h1, breadcrumbs back to home, and a link to the file of its record that exists."""
    for folder in set(RECORDS.values()):
        for path in (real_site / folder).glob("*/index.html"):
            tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
            assert len(tree.css("h1")) == 1, path
            assert tree.css_first("nav.pl-trail a") is not None, path
            if path.parent.name not in LISTS:
                link = tree.css_first("p.pl-record a")
                assert link is not None, path
                assert (path.parent / str(link.attributes["href"])).resolve().is_file(), path


def test_the_demonstration_is_marked_on_every_page(real_site: Path, district_site: Path) -> None:
    """The notice stands in the banner of every page of a demonstration, and on no page of an official site."""
    pages = sorted(real_site.rglob("index.html"))
    assert pages and all("示例站,非政府官方网站" in p.read_text(encoding="utf-8") for p in pages)
    assert not any("示例站" in p.read_text(encoding="utf-8") for p in district_site.rglob("index.html"))


def test_the_official_wording_is_shown_only_where_its_text_was_given(district_site: Path, worded_site: Path) -> None:
    """Without SOURCES no page quotes; with it task and indicator pages do."""
    assert not any('class="pl-words"' in p.read_text(encoding="utf-8") for p in district_site.rglob("*.html"))
    quoting = {p.parent.parent.name for p in worded_site.rglob("*.html") if 'class="pl-words"' in p.read_text("utf-8")}
    assert {"tasks", "indicators"} <= quoting


def test_what_is_not_known_is_said(real_site: Path) -> None:
    """A document's blank date, a missing figure, a plan without text and an unnamed unit are named as such."""
    document = article(real_site / "documents/xiqing-annual-plan-2018/index.html")
    assert "文件未注明" in document and "失效" in document and "阶段性工作已结束" in document
    assert "暂无数据" in article(real_site / "indicators/patent-applications/index.html")
    assert "没有得到这份计划的文本" in article(real_site / "index.html")
    assert "文件没有写明责任单位" in article(real_site / "tasks/2018-culture/index.html")


def test_a_figure_of_another_definition_stands_beside_with_its_reason(real_site: Path) -> None:
    """The patents of technology firms are told on the page of the district's patents, and count for nothing there."""
    page = article(real_site / "indicators/patent-applications/index.html")
    assert "2017-patent-applications" in page and "口径不同" in page and "9000 件" in page
    assert "○</span> 暂无数据" in page


def test_a_town_is_reached_through_a_collective(real_site: Path) -> None:
    """A town's page lists tasks that name only all towns, and by which name they reach it."""
    page = article(real_site / "towns/zhongbei/index.html")
    assert "经统称涉及" in page and "各镇人民政府" in page


def test_home_tells_how_much_is_disclosed(real_site: Path) -> None:
    """The front page counts targets, units and towns at its doors, and says how many targets are disclosed."""
    tree = LexborHTMLParser((real_site / "index.html").read_text(encoding="utf-8"))
    doors = [n.text() for n in tree.css(".pl-doors a .pl-doors__figure")]
    assert doors == ["161 个目标值", "59 个单位", "10 个街镇", "31 个领域"]
    assert [n.text() for n in tree.css(".pl-answer strong")] == ["161", "4"]
    assert tree.css_first('a[href="indicators/undisclosed/"]') is not None


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the official texts are not beside the project: ../shared/sources")
def test_the_real_site_can_show_the_official_wording(tmp_path: Path) -> None:
    """With the official texts the task of employment quotes its clause."""
    site = built(project(tmp_path, ROOT / "data"), str(SOURCES))
    assert "新增就业14.6万人" in article(site / "tasks/employment/index.html").split('class="pl-words"')[1]


def test_every_page_can_be_reached_from_home(real_site: Path) -> None:
    """Following links from home leads to every page of the site but the page of an error."""
    pages = {p.relative_to(real_site).as_posix(): p for p in real_site.rglob("index.html")}
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = waiting.pop()
        for node in LexborHTMLParser(pages[page].read_text(encoding="utf-8")).css("a[href]"):
            link = str(node.attributes["href"]).partition("#")[0]
            if "://" in link or not (link == "." or link.endswith(("/", ".."))):
                continue
            target = (pages[page].parent / link / "index.html").resolve()
            name = target.relative_to(real_site.resolve()).as_posix()
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    assert pages.keys() - seen == set()
