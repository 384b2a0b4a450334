"""Visitors' ways through the real site, in a real browser."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.helpers.browsing import DESKTOP, PHONE, hosted, in_browser, visit

DEPARTMENT, TASK, INDICATOR = "区人力社保局", "就业与失业率目标", "新增就业人数"
INDICATOR_PATH = "indicators/new-jobs/"

WAYS = {
    "desktop": {"width": DESKTOP},
    "phone": {"width": PHONE},
    "desktop, no JavaScript": {"width": DESKTOP, "javascript": False},
    "phone, no JavaScript": {"width": PHONE, "javascript": False},
}

FOCUSED = """() => {
  const element = document.activeElement;
  // the theme's switch of colours is an unseen box, with a button after it that is seen
  const seen = element.matches(".md-option") ? element.nextElementSibling : element;
  const look = () => (({ outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor }) =>
    ({ outline: outlineStyle === "none" ? "" : outlineStyle + outlineWidth + outlineColor, boxShadow }))(
      getComputedStyle(seen));
  const box = seen.getClientRects()[0] ?? new DOMRect();
  const focused = look();
  element.blur();
  const plain = look();
  element.focus({ preventScroll: true });
  const header = document.querySelector(".md-header");
  return {
    name: `${element.tagName.toLowerCase()} ${element.textContent.trim() || element.ariaLabel || element.id}`,
    place: (element.closest("header, article, nav, footer") ?? document.body).tagName.toLowerCase(),
    marked: focused.outline !== plain.outline || focused.boxShadow !== plain.boxShadow,
    below: header.contains(element) || element.matches(".md-skip")
      || box.top >= header.getBoundingClientRect().bottom - 1,
  };
}"""
"""Which element has the focus, whether it is marked, and whether it is below the header that stays in its place."""


@in_browser
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_from_a_department_to_a_figure_and_back(chrome: Browser, real_host: str, way: dict[str, Any]) -> None:
    """Home, a department, its task, an indicator, the figures as CSV; back along the breadcrumbs: all by links."""
    with visit(chrome, real_host, **way) as page:
        page.locator("article a[href='departments/']").first.click()
        for title in (DEPARTMENT, TASK, INDICATOR):
            page.locator(f"article a:text-is('{title}')").first.click()
            expect(page.locator("h1")).to_have_text(title)
        assert "4.15 万人" in _shown(page)
        assert _downloaded(page) == _shown(page)
        for crumb in ("（二）约束性指标", "二、主要目标", "领域"):
            page.locator(f".pl-trail a:text-is('{crumb}')").click()
            expect(page.locator("h1")).to_have_text(crumb)
        page.locator(".pl-trail a:text-is('首页')").click()
        expect(page).to_have_url(real_host)


def _shown(page: Page) -> list[str]:
    """The figures of the indicator's table."""
    return [text.strip() for text in page.locator(".pl-figures tbody .pl-number").all_inner_texts()]


def _downloaded(page: Page) -> list[str]:
    """The figures of the file that the page offers."""
    with page.expect_download() as download:
        page.locator("article a:text-is('CSV')").click()
    assert download.value.suggested_filename.endswith(".csv")
    with Path(download.value.path()).open(encoding="utf-8-sig", newline="") as file:
        return [f"{row['value']} {row['unit']}" for row in csv.DictReader(file)]


@in_browser
def test_home_leads_to_an_indicator(chrome: Browser, real_host: str) -> None:
    """From the doors of the home page to an indicator and its figures, on a phone."""
    with visit(chrome, real_host, width=PHONE) as page:
        page.click("article nav a:has-text('一个数')")
        page.click("article table a >> text=新增就业人数")
        assert page.inner_text("h1") == "新增就业人数"
        assert "14.6 万人" in page.inner_text("article")


# -- keys alone


@in_browser
def test_the_first_key_skips_to_the_text(chrome: Browser, real_host: str) -> None:
    """The first Tab shows the link over the header; Enter goes on with the text: the next Tab is inside of it."""
    with visit(chrome, real_host + INDICATOR_PATH) as page:
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert page.evaluate("document.activeElement.matches('.md-skip')")
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('article') !== null")


@in_browser
def test_keys_alone_lead_through_the_site(chrome: Browser, real_host: str) -> None:
    """Tab and Enter: from home by the header to the indicators, and by a link of the text to one of them."""
    with visit(chrome, real_host) as page:
        _press_to(page, "nav a[href='indicators/']")
        expect(page.locator("h1")).to_have_text("指标")
        _press_to(page, f"article a[href='../{INDICATOR_PATH}']")
        expect(page.locator("h1")).to_have_text(INDICATOR)


def _press_to(page: Page, link: str) -> None:
    """Tab until a link has the focus, and Enter; a page has no more stops than elements that can have it."""
    stops = page.locator("a, button, input, label, summary, [tabindex]").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        if page.evaluate("link => document.activeElement.matches(link)", link):
            break
    address = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != address)


@in_browser
def test_the_focus_is_always_seen(chrome: Browser, real_host: str) -> None:
    """Down the page and up again, what has the focus is marked, and is not under the header that stays."""
    with visit(chrome, real_host + INDICATOR_PATH) as page:
        faults = {}
        for key in ("Tab", "Shift+Tab"):
            for _ in range(200):
                page.keyboard.press(key)
                if page.evaluate("document.activeElement === document.body"):
                    break  # round the end
                found = page.evaluate(FOCUSED)
                if wrong := {what for what in ("marked", "below") if not found[what]}:
                    faults[f"{key}, {found['place']}: {found['name']}"] = f"not {', not '.join(sorted(wrong))}"
            else:
                raise AssertionError("the focus does not come to the end of the page")
    assert not faults, "\n".join(["", *(f"{where}: {what}" for where, what in faults.items())])


# -- what every visit watches


@in_browser
@pytest.mark.parametrize(
    "fault",
    [
        '<img src="https://elsewhere.invalid/x.png" alt="">',
        '<img src="nothing-here.png" alt="">',
        '<script>console.error("elsewhere")</script>',
        "<script>throw new Error()</script>",
    ],
    ids=["another host", "nothing there", "console", "script"],
)
def test_a_visit_fails_on_a_faulty_page(chrome: Browser, tmp_path: Path, fault: str) -> None:
    """A request to another host, a file that is not there, an error told, a script that fails: none goes unseen."""
    (tmp_path / "index.html").write_text(f'<!doctype html><link rel="icon" href="data:,">{fault}', encoding="utf-8")
    with hosted(tmp_path) as address, pytest.raises(AssertionError), visit(chrome, address) as page:
        page.wait_for_load_state("networkidle")


@in_browser
def test_a_sound_page_passes(chrome: Browser, tmp_path: Path) -> None:
    """The same page without a fault is none."""
    (tmp_path / "index.html").write_text('<!doctype html><link rel="icon" href="data:,">x', encoding="utf-8")
    with hosted(tmp_path) as address, visit(chrome, address) as page:
        page.wait_for_load_state("networkidle")
