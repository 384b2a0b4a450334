"""The site as a visitor meets it: Debian's Chromium, driven by Playwright; the sites on a port of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.chromium import CHROMIUM

DESKTOP, PHONE = 1280, 390
"""Widths at which pages are looked at, in pixels."""


def in_browser(test: Any) -> Any:
    """Marks a test that needs Chromium: skipped where it is missing, never in CI."""
    skip = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="Chromium is not installed")
    return pytest.mark.browser(skip(test))


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium, without a window."""
    assert CHROMIUM, "Chromium is missing: CI must install it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def visit(
    browser: Browser,
    address: str,
    *,
    width: int = DESKTOP,
    scheme: Literal["light", "dark"] = "light",
    javascript: bool = True,
) -> Iterator[Page]:
    """A new visitor on a page. Fails afterwards when a script failed or another host was asked for anything."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=javascript,
        locale="zh-CN",
        accept_downloads=True,
        is_mobile=width < 500,
        has_touch=width < 500,
    )
    faults: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: faults.extend(_foreign(request.url, address)))
    page.goto(address)
    try:
        yield page
    finally:
        context.close()
    assert faults == []


def _foreign(url: str, address: str) -> list[str]:
    parts = urlsplit(url)
    own = parts.scheme in ("data", "blob") or parts.netloc == urlsplit(address).netloc
    return [] if own else [f"asked another host: {url}"]
