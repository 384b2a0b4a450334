"""Promises as a visitor sees them: what was missed is in plain sight, and lists of it are short."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.helpers.browsing import DESKTOP, NARROW, PHONE, in_browser, visit

LONGEST = 12_000
"""Height of a list page on a phone."""
SCREEN = 844
"""Height of a phone's screen."""
ROW = 110
"""Height of one of its rows."""


@in_browser
@pytest.mark.parametrize("name", ["missed", "clues", "overdue"])
def test_lists_of_promises_are_short_on_a_phone(chrome: Browser, real_host: str, name: str) -> None:
    """A row takes 110 px at most, the page 12,000."""
    with visit(chrome, f"{real_host}indicators/{name}/", width=PHONE) as page:
        rows = page.evaluate(
            "[...document.querySelectorAll('.pl-short > li')].map(x => x.getBoundingClientRect().height)"
        )
        assert rows and max(rows) <= ROW
        assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST


@in_browser
def test_an_admission_is_on_the_first_screen_of_a_phone(chrome: Browser, real_host: str) -> None:
    """GDP: the document's own word, quoted, and our state beside it, before a reader scrolls."""
    with visit(chrome, f"{real_host}indicators/gdp-growth/", width=PHONE) as page:
        said, computed = page.locator(".pl-apart__said"), page.locator(".pl-apart > section").nth(1)
        assert "文件自认：未达预期" in said.inner_text()
        assert "还有差距" in said.inner_text()
        assert "暂无数据" in computed.inner_text()
        for box in (said, computed):
            place = box.bounding_box()
            assert place is not None and place["y"] + place["height"] <= SCREEN


@in_browser
@pytest.mark.parametrize("width", [DESKTOP, PHONE, NARROW])
def test_a_chain_needs_no_scrolling_aside(chrome: Browser, district_host: str, width: int) -> None:
    """However many steps it has, it wraps; a target with annual targets and figures shows them all."""
    with visit(chrome, f"{district_host}indicators/river-length/", width=width) as page:
        steps = page.locator(".pl-chain > li")
        assert steps.count() == 4
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        places = [steps.nth(n).bounding_box() for n in range(4)]
        assert all(place and place["x"] + place["width"] <= width for place in places)


@in_browser
def test_a_task_has_two_columns_on_a_desktop_and_one_on_a_phone(chrome: Browser, real_host: str) -> None:
    """Who, when and where stand beside the chain; on a phone they come right behind the sentence."""
    address = f"{real_host}tasks/advanced-manufacturing/"
    with visit(chrome, address) as page:
        side, main = page.locator(".pl-side").first.bounding_box(), page.locator(".pl-main").bounding_box()
        assert side and main and side["x"] >= main["x"] + main["width"]
        assert abs(side["y"] - main["y"]) < 2
        assert main["width"] > 2 * side["width"]
        below = page.locator(".pl-side--below").bounding_box()
        assert below and below["x"] == side["x"] and below["y"] < side["y"] + side["height"] + 2
    with visit(chrome, address, width=PHONE) as page:
        side, main = page.locator(".pl-side").first.bounding_box(), page.locator(".pl-main").bounding_box()
        sentence = page.locator(".pl-sentence").bounding_box()
        assert side and main and sentence
        assert sentence["y"] + sentence["height"] <= side["y"] < SCREEN
        assert side["y"] + side["height"] <= main["y"] <= SCREEN
