"""A page of many records can be read to its end on a phone, and loads on a slow line."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.helpers.browsing import PHONE, in_browser, visitor

LONGEST = 12_000
"""Pixels of a page on a phone of 390."""
LARGEST = 400_000
"""Bytes of the HTML of any page."""

LISTS = (
    "changes/",
    "data/",
    "evaluations/",
    "glossary/",
    "matrix/",
    "methods/",
    "quality/",
    "releases/",
    "supervision/",
    "years/",
    "years/2017/",
    "years/2018/",
)
"""Pages that grow with the ledger, and the long ones that are written by hand."""


@in_browser
def test_lists_of_what_is_open_are_no_longer_than_that(chrome: Browser, real_host: str) -> None:
    """Years, changes, what is missing: what does not fit is folded or on a page of its own."""
    with visitor(chrome, real_host, width=PHONE) as page:
        lengths = {}
        for path in LISTS:
            page.goto(real_host + path)
            lengths[path] = page.evaluate("document.documentElement.scrollHeight")
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_no_page_is_larger_than_that(real_site: Path) -> None:
    """Every page of the site, whatever its kind."""
    sizes = {page.relative_to(real_site).as_posix(): page.stat().st_size for page in real_site.rglob("*.html")}
    assert len(sizes) > 500
    assert {path: size for path, size in sizes.items() if size > LARGEST} == {}
