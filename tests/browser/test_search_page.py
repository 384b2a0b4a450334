"""The page of results and the box on the home page, as a reader meets them."""

from __future__ import annotations

from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.pages.overviews.site.search import LISTS
from tests.helpers.browsing import ENLARGE, NARROW, PHONE, Scheme, in_browser, visit
from tests.helpers.endurance import some
from tests.publish.test_search_index import MISSES, Found, missed, queries, results

STATUS = "#pl-results [role=status]"
HITS = ".pl-hits > li"


def waited(page: Page) -> None:
    """Wait for the results of the address."""
    page.locator("#pl-results[aria-busy=false]").wait_for()


def hits(page: Page) -> Found:
    """Kind and title of each result."""
    waited(page)
    shown = page.eval_on_selector_all(HITS, "all => all.map(i => [i.dataset.kind, i.querySelector('a').textContent])")
    return [(kind, title) for kind, title in shown]


def asked(page: Page) -> dict[str, list[str]]:
    """What the address asks for."""
    return parse_qs(urlsplit(page.url).query)


def where(host: str, query: str, kind: str = "") -> str:
    """The address of a query's results."""
    return f"{host}search/?q={quote(query)}" + (f"&kind={quote(kind)}" if kind else "")


@in_browser
def test_from_the_box_on_home_to_the_page_of_results(chrome: Browser, real_host: str) -> None:
    """Typing suggests pages with their kinds; the button and Enter lead to all results."""
    with visit(chrome, real_host) as page:
        page.click("#pl-home-q")
        page.keyboard.type("就业")
        assert ("指标", "新增就业人数") in [
            (kind, title) for kind, text in results(page) for title in ["新增就业人数"] if title in text
        ]
        page.click(".pl-find__button")
        page.wait_for_url("**/search/?*")
        assert asked(page) == {"q": ["就业"]}
        assert "新增就业人数" in {title for _, title in hits(page)[:3]}
        expect(page.locator("#pl-page-search-q")).to_have_value("就业")


@in_browser
def test_a_suggestion_on_home_is_chosen_with_the_keyboard(chrome: Browser, real_host: str) -> None:
    """The box on home is a combobox like the one in the header: arrows, Enter, Escape."""
    with visit(chrome, real_host) as page:
        box = page.locator("#pl-home-q")
        box.focus()
        page.keyboard.type("新增就业")
        results(page)
        expect(box).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(page.locator(".pl-find__panel")).to_be_hidden()
        page.keyboard.press("ArrowDown")
        expect(page.locator(".pl-find__panel")).to_be_visible()
        page.keyboard.press("Enter")
        page.wait_for_url("**/indicators/**")
        assert page.inner_text("h1") == "新增就业人数"


@in_browser
def test_examples_on_home_find_something(chrome: Browser, real_host: str) -> None:
    """Each word that the page offers to try has results."""
    with visit(chrome, real_host) as page:
        links = page.eval_on_selector_all(".pl-examples a[href*='?q=']", "all => all.map(a => a.href)")
        assert len(links) >= 3
        for link in links:
            page.goto(link)
            assert hits(page), link


@in_browser
def test_results_stand_by_kind(chrome: Browser, real_host: str) -> None:
    """The best come first, then each kind under its own heading; chips count what the groups tell."""
    with visit(chrome, where(real_host, "养老")) as page:
        waited(page)
        chips = dict(
            page.eval_on_selector_all(
                ".pl-kinds li:not([hidden]) a",
                "all => all.map(a => [a.dataset.kind, +a.querySelector('span').textContent])",
            )
        )
        total = chips.pop("")
        assert sum(chips.values()) == total
        expect(page.locator(STATUS)).to_have_text(f"“养老”：找到 {total} 条结果")
        headings = page.locator("#pl-results h2").all_inner_texts()
        assert headings[0] == "最相关"
        assert set(headings[1:]) <= {f"{kind} 共 {n} 条" for kind, n in chips.items()}
        for section in page.locator("#pl-results section:not([aria-labelledby=best])").all():
            kinds = section.locator("li").evaluate_all("all => all.map(i => i.dataset.kind)")
            assert len(set(kinds)) == 1
            assert section.locator("h2").inner_text().startswith(kinds[0])
        assert "养老" in page.locator(f"{HITS} mark").first.inner_text()


@in_browser
def test_a_kind_is_chosen_and_stands_in_the_address(chrome: Browser, real_host: str) -> None:
    """A chip leaves one kind; the address says so, gives a new visitor the same, and Back undoes it."""
    with visit(chrome, where(real_host, "养老")) as page:
        before = hits(page)
        page.click(".pl-kinds [data-kind=任务]")
        page.wait_for_url("**kind=*")
        expect(page.locator(".pl-kinds [aria-current=true]")).to_contain_text("任务")
        expect(page.locator(STATUS)).to_contain_text("任务")
        chosen, address = hits(page), page.url
        assert asked(page) == {"q": ["养老"], "kind": ["任务"]}
        assert {kind for kind, _ in chosen} == {"任务"}
        with visit(chrome, address) as other:
            assert hits(other) == chosen
        page.go_back()
        expect(page.locator("#best")).to_be_visible()
        assert hits(page) == before
        page.go_forward()
        expect(page.locator("#best")).to_have_count(0)
        assert hits(page) == chosen


@in_browser
def test_a_group_leads_to_all_of_its_kind(chrome: Browser, real_host: str) -> None:
    """Below a group that shows only some stands the way to all of them."""
    with visit(chrome, where(real_host, "发展")) as page:
        waited(page)
        link = page.locator(".pl-hits__more[data-kind=任务]")
        total = page.inner_text(".pl-kinds [data-kind=任务] span")
        expect(link).to_have_text(f"看全部 {total} 条任务")
        link.click()
        page.wait_for_url("**kind=*")
        expect(page.locator(STATUS)).to_have_text(f"“发展”：任务 {total} 条")


@in_browser
def test_further_results_come_when_asked_for(chrome: Browser, real_host: str) -> None:
    """A button brings the next results behind those that are there; who leaves and comes back finds them all."""
    with visit(chrome, where(real_host, "发展", "任务")) as page:
        some = hits(page)
        page.click(".pl-results__more")
        expect(page.locator(HITS)).to_have_count(2 * len(some))
        more = hits(page)
        assert more[: len(some)] == some
        assert len(set(more)) == len(more)
        expect(page.locator(f"{HITS} a").nth(len(some))).to_be_focused()
        page.locator(f"{HITS} a").last.click()
        page.wait_for_url("**/tasks/**")
        page.go_back()
        expect(page.locator(HITS)).to_have_count(len(more))


@in_browser
def test_what_was_not_found_is_said_with_ways_on(chrome: Browser, real_host: str) -> None:
    """Without results the page names the word, gives advice, and keeps the doors."""
    with visit(chrome, where(real_host, "魑魅魍魉")) as page:
        waited(page)
        expect(page.locator(STATUS)).to_have_text("没有找到“魑魅魍魉”")
        expect(page.locator("#tips")).to_be_visible()
        expect(page.locator("#doors")).to_be_visible()
        expect(page.locator(".pl-kinds")).to_be_hidden()


@in_browser
def test_some_of_the_words_lead_to_what_was_meant(chrome: Browser, real_host: str) -> None:
    """A name that is not quite right offers the pages that have most of its words."""
    with visit(chrome, where(real_host, "城镇失业登记人次")) as page:
        waited(page)
        assert "城镇登记失业率" in page.inner_text("section[aria-labelledby=like]")


@in_browser
def test_a_kind_without_results_says_that_others_have_some(chrome: Browser, real_host: str) -> None:
    """Whoever looks in the wrong kind is told where to look."""
    with visit(chrome, where(real_host, "中北镇", "评估")) as page:
        waited(page)
        expect(page.locator(STATUS)).to_contain_text("评估里没有“中北镇”，其他类别有")
        page.click(".pl-kinds [data-kind='']")
        page.wait_for_url(where("**/", "中北镇"))
        assert ("街镇", "中北镇") in hits(page)[:3]


@in_browser
def test_a_search_that_does_not_load_says_so(chrome: Browser, real_host: str) -> None:
    """A broken connection is told, and the doors stay."""
    context = chrome.new_context()
    page = context.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(where(real_host, "就业"))
    expect(page.locator(STATUS)).to_contain_text("搜索功能没有加载成功")
    expect(page.locator("#doors")).to_be_visible()
    context.close()


@in_browser
@pytest.mark.parametrize("path", ["", "search/"])
def test_without_scripts_the_form_leads_to_the_doors(chrome: Browser, real_host: str, path: str) -> None:
    """The form is a form: it leads to the page, which says why there are no results and where to go instead."""
    with visit(chrome, real_host + path, javascript=False) as page:
        page.fill(".pl-find__input", "就业")
        page.click(".pl-find__button")
        page.wait_for_url("**/search/?q=*")
        expect(page.locator("noscript p")).to_be_visible()
        expect(page.locator("#pl-results")).to_be_hidden()
        links = page.locator("#doors + dl a")
        expect(links).to_have_count(len(LISTS))
        links.first.click()
        assert page.inner_text("h1") == "指标"


@in_browser
def test_the_keyboard_alone_suffices(chrome: Browser, real_host: str) -> None:
    """Tab leads from the box over the button and the chips to the first result; Enter follows each."""
    with visit(chrome, real_host + "search/") as page:
        page.locator("#pl-page-search-q").focus()
        page.keyboard.type("就业")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=*")
        waited(page)
        chips = page.locator(".pl-kinds li:not([hidden])").count()
        for _ in range(1 + chips + 1):
            page.keyboard.press("Tab")
        first = page.locator(f"{HITS} a").first
        expect(first).to_be_focused()
        target = first.evaluate("link => link.href")
        page.keyboard.press("Enter")
        page.wait_for_url(target)


@in_browser
@pytest.mark.sampled
def test_the_expected_page_is_among_the_first_three_of_the_page(chrome: Browser, real_host: str) -> None:
    """What the box finds at once the page of results shows at once, too: of some queries, of all in make endurance."""
    with visit(chrome, real_host + "search/") as page:
        found = {}
        for query in some(queries(), most=12):
            page.fill("#pl-page-search-q", query)
            page.keyboard.press("Enter")
            expect(page.locator(STATUS)).to_contain_text(f"“{query}”")
            found[query] = hits(page)[:3]
    assert len(missed(found)) <= MISSES, missed(found)


@in_browser
@pytest.mark.parametrize(("width", "scheme"), [(NARROW, "light"), (PHONE, "dark")])
def test_the_page_fits_a_phone(chrome: Browser, real_host: str, width: int, scheme: Scheme) -> None:
    """Nothing sticks out, and whatever is pressed is large enough for a finger."""
    with visit(chrome, where(real_host, "发展"), width=width, scheme=scheme) as page:
        waited(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        sizes = page.eval_on_selector_all(
            ".pl-kinds li:not([hidden]) a, .pl-find :is(input, button), .pl-hits__title, .pl-hits__more",
            "all => all.map(e => e.getBoundingClientRect().height)",
        )
        assert sizes and min(sizes) >= 24


CONTRAST = """(node) => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const style = getComputedStyle(node);
  const [one, two] = [light(style.color), light(style.backgroundColor)].sort((a, b) => b - a);
  return (one + 0.05) / (two + 0.05);
}"""


@in_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("enlarged", [False, True])
def test_the_chosen_kind_can_be_read_at_once(chrome: Browser, real_host: str, scheme: str, enlarged: bool) -> None:
    """Its letters differ from its ground from the first moment on, under the pointer and away from it, in each look."""
    with visit(chrome, where(real_host, "养老"), scheme="dark" if scheme == "dark" else "light") as page:
        if enlarged:
            page.evaluate(ENLARGE)
        waited(page)
        page.click(".pl-kinds [data-kind=任务]")
        chosen = page.locator(".pl-kinds [aria-current=true]")
        expect(chosen).to_contain_text("任务")
        under = chosen.evaluate(CONTRAST)
        page.mouse.move(0, 0)
        assert min(under, chosen.evaluate(CONTRAST)) >= 4.5


@in_browser
def test_a_result_says_kind_title_and_one_line(chrome: Browser, real_host: str) -> None:
    """Lists, too, are told in one line; what has only some of the words stands under a heading that says so."""
    with visit(chrome, where(real_host, "没完成")) as page:
        waited(page)
        hit = page.locator(HITS).first
        expect(hit).to_contain_text("文件自认未达到")
        expect(hit.locator(".pl-hits__line")).not_to_be_empty()
        expect(page.locator("section[aria-labelledby=like]")).to_have_count(0)
