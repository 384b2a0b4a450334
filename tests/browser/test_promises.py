"""Promises as a visitor sees them: what was missed is in plain sight, and lists of it are short."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.helpers.browsing import PHONE, in_browser, visit

LONGEST = 12_000
"""Height of a list page on a phone."""
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
