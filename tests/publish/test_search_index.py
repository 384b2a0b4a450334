"""The search: what its index holds, and what a reader gets who types into a box, in a real browser."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from generator.language import page_words
from generator.ledger.reading.site_settings import read_site
from generator.ledger.reading.yaml_reader import read_text
from generator.publish import search_index
from generator.publish.search_index import index
from tests.conftest import ROOT
from tests.helpers.browsing import PHONE, in_browser, visit
from tests.helpers.endurance import some
from tests.helpers.sites import LISTS

QUERIES = Path(__file__).with_name("queries.tsv")
MISSES = 2
"""How many of the queries may not have their page among the first three results."""
FIRST_THREE = """async (queries) => {
  const {open} = await import(new URL("assets/find.js", location.href));
  const search = await open(new URL(".", location.href));
  const found = [];
  for (const query of queries) {
    const pages = await (await search(query)).next();
    found.push(pages.slice(0, 3).map(p => [p.kind, p.title]));
  }
  return found;
}"""
"""Kind and title of the first three pages of each query, from the modules that the boxes use; on the home page."""

Found = list[tuple[str, str]]


def results(page: Page) -> Found:
    """Kind and text of each option of the list, as soon as there are some."""
    options = page.locator("[role=option]")
    options.first.wait_for()
    shown = "all => all.map(o => [o.querySelector('.pl-search__kind').textContent, o.textContent])"
    return [(kind, text) for kind, text in options.evaluate_all(shown)]


def typed(page: Page, query: str) -> Found:
    """Open the box in the header, type, and wait for the results."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    return results(page)


def missed(found: dict[str, Found]) -> dict[str, Found]:
    """Of the queries that were tried, those of the file, which have no expected page among what was found."""
    with QUERIES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert found.keys() <= {row["query"] for row in rows}
    kinds = {page_words.UNIT: {page_words.UNIT, "街镇"}}  # a town is a unit, too
    return {
        row["query"]: found[row["query"]]
        for row in rows
        if row["query"] in found
        and not any(
            kind in kinds.get(row["kind"], {row["kind"]}) and row["title contains"] in title
            for kind, title in found[row["query"]]
        )
    }


def queries() -> list[str]:
    """What readers would try."""
    with QUERIES.open(encoding="utf-8", newline="") as file:
        return [row["query"] for row in csv.DictReader(file, delimiter="\t")]


# -- the index


def test_a_form_is_not_found() -> None:
    """A page that says of itself that it only repeats what others say is no result."""
    form = '<article><h1 data-search="none">向区水务局申请公开</h1><p>申请公开下列现有的政府信息</p></article>'
    assert list(search_index.entries("requests/water/", form)) == []


def test_a_page_without_words_is_no_fault_of_the_index(tmp_path: Path) -> None:
    """A page that somebody has begun and left empty stops no build; one that has a title alone is found by it."""
    pages = [("empty/", "<article></article>"), ("title/", "<article><h1>甲乙</h1></article>")]
    assert index(pages, tmp_path) == 1


def test_only_files_that_the_site_loads_are_published(district_site: Path) -> None:
    """No interface of Pagefind's own, no worker, no playground."""
    names = {p.name for p in (district_site / "pagefind").iterdir() if p.is_file() and p.suffix != ".pf_meta"}
    assert names == {"pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind", "words.pf_words"}


def test_every_page_of_a_record_is_an_entry_of_its_kind(district_site: Path) -> None:
    """Pages of records carry their kind, names and text; lists only their titles; home and 404 nothing."""
    entries = {
        e.path: e for path, article in search_index.built(district_site) for e in search_index.entries(path, article)
    }
    kinds = {
        "indicators": page_words.INDICATOR,
        "tasks": page_words.TASK,
        "departments": page_words.UNIT,
        "towns": "街镇",
        "sections": page_words.SECTION,
        "documents": page_words.DOCUMENT,
        "plans": page_words.PLAN,
        "evaluations": page_words.EVALUATION,
    }
    for folder, kind in kinds.items():
        assert entries[f"{folder}/"].text == entries[f"{folder}/"].title
        paths = {f"{folder}/{p.parent.name}/" for p in (district_site / folder).glob("*/index.html")}
        found = {path: entries[path] for path in paths - {f"indicators/{name}/" for name in LISTS}}
        assert {e.kind for e in found.values()} == {kind}
        assert all(e.text.strip() and e.about for e in found.values())
    assert entries["about/"].kind == page_words.EXPLANATION
    assert "" not in entries
    assert not any(path.startswith(("404", "search/")) for path in entries)


def test_a_figure_that_is_printed_as_it_is_shown_is_indexed_once() -> None:
    """Other printed words and notes beside a figure are found as well."""
    row = '<tr><td class="pl-number">{0}</td><td>{1}</td></tr>'
    rows = row.format("14.6 万人", "14.6万人") + row.format("≥ 38%", "38%以上")
    article = f'<article><h1 data-search="page" data-kind="指标">甲</h1><table>{rows}</table></article>'
    (entry,) = search_index.entries("indicators/a/", article)
    assert entry.text.split() == ["14.6", "万人", "≥", "38%", "38%以上"]


def test_the_box_is_unseen_until_a_script_takes_it_out(district_site: Path) -> None:
    """Without JavaScript there is no dead box: its parts stand in a hidden element alone."""
    page = LexborHTMLParser((district_site / "index.html").read_text(encoding="utf-8"))
    assert page.css("div#pl-search[hidden]")
    for node in page.css("[hidden]"):
        node.decompose()
    assert not page.css(".md-search, [for=__search]:not(.md-overlay)")


def test_everyday_words_stand_only_where_a_name_calls_for_them(tmp_path: Path) -> None:
    """A synonym is written for pages whose names have its official word; other synonyms make another index."""
    entry = search_index.SearchEntry("a/", page_words.TASK, "优先发展轨道交通", "", "修路", "轨道交通。教育")
    words = (("地铁", ("轨道交通",)), ("上学", ("教育",)))
    assert search_index.known_as(entry, words).also == "地铁=轨道交通"
    assert search_index.known_as(replace(entry, title="修路"), words).also == ""
    assert search_index.key(tmp_path, {}, words) != search_index.key(tmp_path, {}, words[:1])


def test_a_unit_is_found_by_its_id_with_and_without_hyphens() -> None:
    """The id of a town is its name in Latin letters; records of other kinds are not found so."""
    town = search_index.SearchEntry("towns/yang-liu/", "街镇", "杨柳镇", "", "", "")
    assert search_index.known_as(town, ()).also == "yang-liu=杨柳镇、yangliu=杨柳镇"
    assert search_index.known_as(replace(town, kind=page_words.TASK), ()).also == ""
    assert search_index.known_as(replace(town, path="towns/", title="街镇"), ()).also == ""


def test_every_official_word_of_the_settings_stands_in_a_name_or_line(real_site: Path) -> None:
    """An everyday word leads to all that it stands for: each of its official words is on a page."""
    articles = search_index.built(real_site)
    own = "\n".join(f"{e.title} {e.names} {e.about}" for path, a in articles for e in search_index.entries(path, a))
    site, _ = read_site(read_text((ROOT / "data" / "site.yml").read_text(encoding="utf-8"), "site.yml")[0])
    assert site and len(site.synonyms) > 200
    assert [(word, official) for word, all_ in site.synonyms for official in all_ if official not in own] == []


# -- in the browser


@in_browser
def test_the_expected_page_is_among_the_first_three(chrome: Browser, real_host: str) -> None:
    """Of the queries that readers would try, all but a few have the expected page among the first three results."""
    with visit(chrome, real_host) as page:
        found = page.evaluate(FIRST_THREE, queries())
    answers = dict(zip(queries(), found, strict=True))
    assert len(missed(answers)) <= MISSES, missed(answers)


@in_browser
def test_spellings_and_parts_of_words_are_found(chrome: Browser, real_host: str) -> None:
    """Full-width figures, blanks, a part inside a longer word, a figure of a page."""
    with visit(chrome, real_host) as page:
        wide, blank, part, figure = page.evaluate(FIRST_THREE, ["１４．６", "新增 就业", "木绿", "14.6"])
    assert wide == figure
    assert "新增就业人数" in {title for _, title in figure}
    assert blank[0] == ["指标", "新增就业人数"]
    assert any("林木绿化" in title for _, title in part)


NAMES = {
    "发改委": "区发展改革委",
    "区发展改革委": "区发展改革委",
    "发展改革委": "区发展改革委",
    "人社局": "区人力社保局",
    "中北": "中北镇",
    "城镇登记失业率": "城镇登记失业率",
    "失业": "城镇登记失业率",
    "约束性指标": "约束性指标",
    "GDP": "地区生产总值",
    "gdp": "地区生产总值",
    "ＧＤＰ": "地区生产总值",
    "地铁": "轨道交通",
    "幼儿园": "入园率",
    "99.9": "基本社会保险覆盖率",
    "卫健委": "区卫计委",
    "生态环境局": "区环保局",
    "规划资源局": "西青国土资源分局",
    "买房": "区房管局",
    "堵车": "道路通达",
    "菜市场": "菜篮子",
    "蓝天": "空气质量",
    "PM2.5": "空气质量",
    "yangliuqing": "杨柳青镇",
    "Zhangjiawo": "张家窝镇",
    "disabled-persons-federation": "区残联",
    "楊柳青鎮": "杨柳青镇",
    "發展改革委": "区发展改革委",
    "污水集中處理率": "污水集中处理率",
    "全区工业总产值": "工业总产值",
    "環境保護": "区环保局",
    "环境保护": "区环保局",
    "住房": "商品房",
    "没人负责的任务": "数据质量",
    "高铁站": "京津冀协同发展",
    "公交场站": "交通组织",
}
"""Two characters, short and full names, names of measures, everyday words, figures, names of today, Latin letters,
traditional characters, former names, words of which a part alone is known → what is found."""


@in_browser
def test_short_names_full_names_and_everyday_words_lead_to_the_page(chrome: Browser, real_host: str) -> None:
    """Whatever a reader calls a thing, its page is among the first three."""
    with visit(chrome, real_host) as page:
        found = [[title for _, title in pages] for pages in page.evaluate(FIRST_THREE, list(NAMES))]
    lost = {
        query: titles
        for (query, name), titles in zip(NAMES.items(), found, strict=True)
        if not any(name in title for title in titles)
    }
    assert lost == {}


@in_browser
@pytest.mark.sampled
def test_each_everyday_word_of_the_settings_finds_something(chrome: Browser, real_host: str) -> None:
    """A synonym whose official word no name has would be of no use."""
    with visit(chrome, real_host) as page:
        site, _ = read_site(read_text((ROOT / "data" / "site.yml").read_text(encoding="utf-8"), "site.yml")[0])
        words = some([word for word, _ in site.synonyms], most=20) if site else []
        assert words
        found = dict(zip(words, page.evaluate(FIRST_THREE, words), strict=True))
    assert [word for word in words if not found[word]] == []


@in_browser
def test_words_around_the_article_find_nothing(chrome: Browser, real_host: str) -> None:
    """Header and footer are on every page: they would find all of them, not only the one that explains the switch."""
    with visit(chrome, real_host) as page:
        assert page.evaluate(FIRST_THREE, ["切换到深色"]) == [[["说明", "无障碍说明"]]]


@in_browser
def test_excerpts_read_as_they_were_written(chrome: Browser, real_host: str) -> None:
    """What Python writes for Pagefind, the browser reads back: letters, figures, signs, single and rare characters."""
    texts = ["全年新增就业 14.6 万人，GDP≥8.5%；A股（县）", "一", "绿化 化学，化", "Wi-Fi 与5G网", "〇㐀鿿"]
    script = "async (texts) => texts.map((await import(new URL('assets/find.js', location.href))).decode)"
    # Pagefind joins words by one blank
    coded = [" ".join(search_index.encode(text).split()) for text in texts]
    with visit(chrome, real_host) as page:
        assert page.evaluate(script, coded) == texts


@in_browser
@pytest.mark.parametrize("path", ["", "about/", "search/"])
def test_nothing_of_the_search_is_loaded_before_its_first_use(chrome: Browser, real_host: str, path: str) -> None:
    """A page brings the small script alone; the first use brings the rest, all of it from the site."""
    asked = "performance.getEntriesByType('resource').map(e => e.name)"
    with visit(chrome, real_host + path) as page:
        page.wait_for_load_state("networkidle")
        before = page.evaluate(asked)
        assert [u for u in before if "pagefind" in u or "find.js" in u] == []
        assert [u for u in before if "assets/search.js?v=" in u]
        typed(page, "就业")
        assert [u for u in page.evaluate(asked) if u.endswith("pagefind/pagefind.js")]


@in_browser
def test_a_key_opens_the_box(chrome: Browser, real_host: str) -> None:
    """Each of the theme's keys opens the box, puts the cursor there, and is not typed into it."""
    with visit(chrome, real_host + "about/") as page:
        for key in ("/", "s", "f"):
            page.keyboard.press(key)
            box = page.locator(".md-search__input")
            expect(box).to_be_focused()
            expect(box).to_have_value("")
            assert page.is_checked("#__search")
            page.keyboard.press("Escape")
            expect(box).not_to_be_focused()


@in_browser
def test_the_keyboard_goes_through_the_results(chrome: Browser, real_host: str) -> None:
    """Arrows move and come round, Escape closes, Enter opens the result that is marked."""
    with visit(chrome, real_host + "indicators/") as page:
        typed(page, "绿化")
        ids = page.locator("[role=option]").evaluate_all("all => all.map(o => o.id)")
        seen = []
        for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
            page.keyboard.press(key)
            seen.append(page.get_attribute(".md-search__input", "aria-activedescendant"))
        assert seen == [ids[i] for i in (0, 1, 0, -1)]
        expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
        page.keyboard.press("Escape")
        assert not page.is_checked("#__search")
        page.keyboard.press("s")
        page.keyboard.press("ArrowDown")
        goal = page.locator("[aria-selected=true]").evaluate("o => o.href")
        page.keyboard.press("Enter")
        page.wait_for_url(goal)
        assert goal.startswith(real_host)


@in_browser
def test_enter_without_a_choice_shows_all_results(chrome: Browser, real_host: str) -> None:
    """Whoever types and presses Enter is asked to choose: the page of results, of the kind that was pressed."""
    with visit(chrome, real_host + "about/") as page:
        typed(page, "养老")
        page.click(".pl-search__kinds [value=任务]")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?*")
        assert parse_qs(urlsplit(page.url).query) == {"q": ["养老"], "kind": ["任务"]}


@in_browser
def test_a_reader_is_told_how_many_there_are(chrome: Browser, real_host: str) -> None:
    """The live region tells the number, or that there is none; the list says whether it is open."""
    with visit(chrome, real_host + "about/") as page:
        found = typed(page, "失业率")
        said, box = page.locator(".pl-search [role=status]"), page.locator(".md-search__input")
        expect(said).to_have_text(f"找到 {len(found)} 条结果")
        expect(box).to_have_attribute("aria-expanded", "true")
        box.fill("魑魅魍魉")
        expect(said).to_have_text("没有找到“魑魅魍魉”，换一个词试试")
        expect(box).to_have_attribute("aria-expanded", "false")


@in_browser
def test_one_kind_alone_can_be_shown(chrome: Browser, real_host: str) -> None:
    """A chip leaves only results of its kind, and says that it is pressed."""
    with visit(chrome, real_host + "about/") as page:
        typed(page, "养老")
        page.click(".pl-search__kinds [value=任务]")
        expect(page.locator("[role=option]", has_not=page.get_by_text("任务", exact=True))).to_have_count(0)
        assert {kind for kind, _ in results(page)} == {"任务"}
        expect(page.locator(".pl-search__kinds [aria-pressed=true]")).to_have_text("任务")


@in_browser
def test_the_box_leads_to_all_results(chrome: Browser, real_host: str) -> None:
    """A query with many answers shows some; below them a link leads to the rest."""
    with visit(chrome, real_host + "about/") as page:
        some = typed(page, "发展")
        page.click(".pl-search .pl-search__more")
        page.wait_for_url("**/search/?*")
        expect(page.locator("#pl-results [role=status]")).to_contain_text("找到")
        assert int(page.inner_text(".pl-kinds [aria-current] span")) > len(some)


@in_browser
@pytest.mark.parametrize("width", [320, PHONE])
def test_the_open_box_fits_a_phone(chrome: Browser, real_host: str, width: int) -> None:
    """On a phone the box takes the whole width and nothing sticks out."""
    with visit(chrome, real_host + "about/", width=width) as page:
        typed(page, "环境")
        page.evaluate("Promise.all(document.getAnimations().map(a => a.finished)).then(() => 0)")
        parts = "[...document.querySelectorAll('.md-search__inner :not(mark)')]"
        wide = f"{parts}.map(e => e.getBoundingClientRect()).filter(r => r.right > {width} + 1 || r.left < -1).length"
        page.wait_for_function(f"() => {wide} === 0")  # the box may still be sliding in
        assert page.evaluate(wide) == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@in_browser
def test_without_scripts_there_is_no_box_in_the_header(chrome: Browser, real_host: str) -> None:
    """Where scripts do not run, nothing that cannot work is shown."""
    with visit(chrome, real_host, javascript=False) as page:
        expect(page.locator(".md-header [role=combobox]")).to_have_count(0)
        expect(page.locator("#pl-search")).to_be_hidden()


@in_browser
def test_a_copy_on_a_disk_shows_no_box(chrome: Browser, real_site: Path) -> None:
    """A browser gives a page from a disk no files to search in: boxes go away, everything else stays."""
    page = chrome.new_page()
    page.goto((real_site / "index.html").as_uri())
    expect(page.locator(".pl-find, .pl-examples").first).to_be_hidden()
    expect(page.locator(".md-search")).to_have_count(1)  # in the hidden element alone
    expect(page.locator(".md-search")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    page.close()
