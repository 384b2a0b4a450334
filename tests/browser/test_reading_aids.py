"""Reading in one's own way: large text, high contrast, keys instead of a mouse, narrow screens, paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from tests.helpers.browsing import PHONE, in_browser, visit
from tests.helpers.endurance import TIMES

INDICATOR = "indicators/new-jobs/"
UNIT = "departments/development-and-reform/"
NARROW = 320
KINDS = (
    "",
    "indicators/",
    INDICATOR,
    "tasks/",
    UNIT,
    "matrix/",
    "quality/",
    "data/",
    "methods/",
    "accessibility/",
)

OUTSIDE = """() => {
  const width = document.documentElement.clientWidth;
  const sheltered = ".pl-matrix, .md-sidebar, .md-search, .md-header__topic, .pl-stack thead, svg";
  return [...document.querySelectorAll("body *")].filter(e => !e.closest(sheltered))
    .filter(e => e.getBoundingClientRect().right > width + 1).map(e => e.outerHTML.slice(0, 100)).slice(0, 3);
}"""
"""What sticks out of the page sideways, apart from what scrolls in its own frame or is not shown."""

FOCUSED = "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"
TEXT_SIZE = "parseFloat(getComputedStyle(document.querySelector('article p:not([class])')).fontSize)"
"""The size of plain text; a lead sentence is larger, a hint smaller."""


def html(site: Path, page: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / page / "index.html").read_text(encoding="utf-8"))


def pressed(page: Page, name: str) -> str | None:
    return page.get_by_role("button", name=name, exact=True).get_attribute("aria-pressed")


@in_browser
@pytest.mark.parametrize("width", [1280, NARROW])
def test_large_text_is_chosen_by_key_and_remembered(chrome: Browser, district_host: str, width: int) -> None:
    """The button is reached by key and large enough for a finger; the next page is large from its first moment."""
    with visit(chrome, district_host + INDICATOR, width=width) as page:
        before = page.evaluate(TEXT_SIZE)
        button = page.get_by_role("button", name="大字", exact=True)
        box = button.bounding_box()
        assert box and box["width"] >= 24 and box["height"] >= 24 and box["x"] + box["width"] <= width
        button.focus()
        page.keyboard.press("Enter")
        assert pressed(page, "大字") == "true"
        assert page.evaluate(TEXT_SIZE) >= max(18, before * 1.25)
        page.goto(district_host + UNIT)
        assert page.evaluate("document.documentElement.dataset.plSize") == "large"
        assert (pressed(page, "大字"), pressed(page, "高对比")) == ("true", "false")
        page.get_by_role("button", name="大字", exact=True).click()
        page.reload()
        assert pressed(page, "大字") == "false"
        assert page.evaluate(TEXT_SIZE) == before


HINT = """() => {
  const input = document.querySelector(".pl-find__input"), style = getComputedStyle(input);
  const context = document.createElement("canvas").getContext("2d");
  context.font = `${getComputedStyle(input, "::placeholder").fontSize} ${style.fontFamily}`;
  const room = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return room - context.measureText(input.placeholder).width;
}"""
"""How many pixels of the box are left beside the hint of the search."""


@in_browser
@pytest.mark.parametrize("width", [NARROW, PHONE])
@pytest.mark.parametrize("size", ["normal", "large"])
def test_the_hint_of_the_search_is_whole(chrome: Browser, district_host: str, width: int, size: str) -> None:
    """It says what can be asked; with large text on a phone, too."""
    with visit(chrome, district_host, width=width, policy=False) as page:
        page.evaluate("size => localStorage.setItem('pl-size', size)", size)
        for path in ("", "search/"):
            page.goto(district_host + path)
            assert page.evaluate(HINT) >= 0, path


@in_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_high_contrast_is_black_and_white(chrome: Browser, district_host: str, scheme: str) -> None:
    """Text on its ground is pure black and white in both palettes; hints, too, have 7 to 1."""
    with visit(chrome, district_host + UNIT, scheme="dark" if scheme == "dark" else "light") as page:
        page.get_by_role("button", name="高对比", exact=True).click()
        ground, text = (
            ("rgb(0, 0, 0)", "rgb(255, 255, 255)") if scheme == "dark" else ("rgb(255, 255, 255)", "rgb(0, 0, 0)")
        )
        expect(page.locator("body")).to_have_css("background-color", ground)
        expect(page.locator("article")).to_have_css("color", text)
        hint = page.locator("article .pl-hint").first
        expect(hint).to_have_css("color", "rgb(240, 240, 240)" if scheme == "dark" else "rgb(26, 26, 26)")


@in_browser
def test_what_the_system_asks_for_comes_first(chrome: Browser, district_host: str) -> None:
    """Whoever asks the system for more contrast gets it unasked, and can still switch it off."""
    with visit(chrome, district_host) as page:
        page.emulate_media(contrast="more")
        page.reload()
        assert pressed(page, "高对比") == "true"
        page.get_by_role("button", name="高对比", exact=True).click()
        page.reload()
        assert pressed(page, "高对比") == "false"


@in_browser
def test_the_switch_works_from_a_disk_and_is_not_shown_without_scripts(
    chrome: Browser, district_site: Path, district_host: str
) -> None:
    """A page opened as a file can be read large; a button that could do nothing is not there."""
    context = chrome.new_context()
    page = context.new_page()
    page.goto((district_site / INDICATOR / "index.html").as_uri())
    page.get_by_role("button", name="大字", exact=True).click()
    assert page.evaluate("document.documentElement.dataset.plSize") == "large"
    context.close()
    with visit(chrome, district_host + INDICATOR, javascript=False) as page:
        assert not page.locator(".pl-reading").is_visible()


@in_browser
def test_the_first_key_leads_past_the_navigation(chrome: Browser, district_host: str) -> None:
    """The first stop is seen when it has the focus, and leads to the page's own content."""
    for path in (INDICATOR, "", "methods/"):
        with visit(chrome, district_host + path) as page:
            page.keyboard.press("Tab")
            assert page.evaluate(FOCUSED) == "跳到正文"
            expect(page.locator(".md-skip")).to_have_css("opacity", "1")
            page.keyboard.press("Enter")
            page.keyboard.press("Tab")
            assert page.evaluate("Boolean(document.activeElement.closest('article, footer'))"), path


def test_a_page_that_is_not_there_has_the_same_way_in(district_site: Path) -> None:
    """The link past the navigation stands on the page of a wrong address, too."""
    tree = LexborHTMLParser((district_site / "404.html").read_text(encoding="utf-8"))
    assert tree.css_first('a.md-skip[href="#main"]') is not None
    assert tree.css_first("main #main") is not None


@in_browser
def test_the_navigation_of_a_phone_obeys_keys(chrome: Browser, district_host: str) -> None:
    """Closed, no key falls into it; opened by key it takes the focus, opens its groups, and gives the focus back."""
    with visit(chrome, district_host + INDICATOR, width=PHONE) as page:
        menu = page.get_by_role("button", name="导航", exact=True)
        expect(page.locator(".md-sidebar--primary")).to_have_css("visibility", "hidden")
        menu.focus()
        page.keyboard.press("Enter")
        assert menu.get_attribute("aria-expanded") == "true"
        assert page.evaluate(FOCUSED) == "首页"
        group = page.locator(".md-sidebar--primary button.md-nav__link", has_text="说明")
        group.focus()
        page.keyboard.press("Space")
        assert group.get_attribute("aria-expanded") == "true"
        assert page.evaluate("document.activeElement.href").endswith("/about/")
        page.keyboard.press("Escape")
        assert menu.get_attribute("aria-expanded") == "false"
        assert page.evaluate(FOCUSED) == "导航"


@in_browser
def test_day_and_night_by_key(chrome: Browser, district_host: str) -> None:
    """One button says what it does, does it, and the one that takes its place has the focus."""
    with visit(chrome, district_host) as page:
        page.get_by_role("button", name="切换到深色").focus()
        page.keyboard.press("Enter")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        assert page.evaluate(FOCUSED) == "切换到浅色"


@in_browser
@pytest.mark.sampled
@pytest.mark.parametrize("size", ["normal", "large"])
def test_nothing_is_lost_on_the_narrowest_screen(chrome: Browser, district_host: str, size: str) -> None:
    """At 320 pixels, which is a desktop at 400%, nothing sticks out; nor with large text, nor with wide spacing.

    Pages have both sizes by turns, each of them both in make endurance.
    """
    with visit(chrome, district_host, width=NARROW, policy=False) as page:  # a reader's own style is put into pages
        page.evaluate("size => localStorage.setItem('pl-size', size)", size)
        for path in KINDS if TIMES > 1 else KINDS[size == "large" :: 2]:
            page.goto(district_host + path)
            page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
            page.add_style_tag(content="* { line-height: 1.5 !important; letter-spacing: .12em !important; }")
            assert page.evaluate(OUTSIDE) == [], path


@in_browser
def test_stacked_tables_stay_tables(chrome: Browser, district_host: str) -> None:
    """On a phone a screen reader still finds rows, their heads and the names of columns."""
    with visit(chrome, district_host + INDICATOR, width=PHONE) as page:
        table = page.get_by_role("table", name="目标与完成值")
        assert table.get_by_role("columnheader").all_inner_texts() == ["时期", "类别", "数值", "来源"]
        assert table.get_by_role("rowheader").count() == table.locator("tbody tr").count()


@in_browser
def test_paper_has_the_content_and_its_origin(chrome: Browser, district_host: str) -> None:
    """Printed from a phone at night: black on white, no controls, tables as tables, address and date at the end."""
    with visit(chrome, district_host + INDICATOR, width=PHONE, scheme="dark") as page:
        page.emulate_media(media="print")
        for gone in (
            ".md-header",
            ".md-tabs",
            ".md-footer",
            ".pl-trail",
            ".md-sidebar--primary",
            ".pl-reading",
            ".md-banner",
        ):
            assert not page.locator(gone).first.is_visible(), gone
        printed = page.locator(".pl-printed")
        assert printed.is_visible()
        assert "数据版本" in printed.inner_text() and "截至" in printed.inner_text()
        expect(page.locator("article table thead").first).to_have_css("display", "table-header-group")
        expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_every_table_has_a_name_and_heads(district_site: Path) -> None:
    """On every page: each table has a caption or a name that is there, each head says what it heads; one h1."""
    for file in district_site.rglob("*.html"):
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        ids = {node.attributes.get("id") for node in tree.css("[id]")}
        assert len(tree.css("h1")) == 1, file
        for table in tree.css("table"):
            named = table.attributes.get("aria-label") or table.attributes.get("aria-labelledby") in ids
            assert named or table.css_first("caption"), (file, table.html)
            assert all(head.attributes.get("scope") for head in table.css("th")), (file, table.html)


def test_words_are_explained_without_a_mouse(district_site: Path) -> None:
    """Special words lead to the glossary; none is explained by an abbreviation's title, which keys and fingers miss."""
    tree = html(district_site, INDICATOR)
    links = {node.text(): node.attributes.get("href") for node in tree.css("article a")}
    assert links["牵头"] == "../../glossary/#lead"
    assert links["数据不全"] == "../../glossary/#state-incomplete"
    assert not tree.css("abbr")


def test_the_statement_is_one_step_away(district_site: Path) -> None:
    """Every page's footer leads to the statement and the glossary; the statement says how to report."""
    footer = html(district_site, UNIT).css_first("footer.md-footer")
    assert footer is not None
    assert {"../../accessibility/", "../../glossary/"} <= {a.attributes.get("href") for a in footer.css("a")}
    assert html(district_site, "accessibility").css_first('article a[href="../feedback/"]') is not None
