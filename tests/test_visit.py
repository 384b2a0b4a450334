"""A visitor's way through the real site, in a real browser."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browsing import PHONE, in_browser, visit


@in_browser
def test_home_leads_to_an_indicator(chrome: Browser, real_host: str) -> None:
    """From the doors of the home page to an indicator and its figures, on a phone."""
    with visit(chrome, real_host, width=PHONE) as page:
        page.click("text=我想看指标")
        page.click("article table a >> text=新增就业")
        assert page.inner_text("h1") == "新增就业"
        assert "14.6 万人" in page.inner_text("article")
