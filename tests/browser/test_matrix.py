"""The responsibility matrix on a screen: all of it on a desktop, line by line on a phone."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.helpers.browsing import ENLARGE, PHONE, in_browser, visitor

HIDDEN = """() => {
  const frame = document.querySelector(".pl-matrix");
  return [frame.scrollHeight - frame.clientHeight, frame.scrollWidth - frame.clientWidth];
}"""
"""How much of the table cannot be seen without scrolling inside of its frame."""


@in_browser
def test_the_whole_matrix_stands_on_a_desktop_page(chrome: Browser, real_host: str) -> None:
    """No row and no column is cut off, with large text, too; the head stays in sight below the header of the page."""
    with visitor(chrome, real_host) as page:
        page.goto(f"{real_host}matrix/")
        assert page.locator(".pl-matrix tbody tr:not(.pl-matrix__kind)").count() == 78
        assert page.evaluate(HIDDEN) == [0, 0]
        page.locator(".pl-matrix tbody tr").nth(60).scroll_into_view_if_needed()
        tops = page.evaluate(
            "[document.querySelector('.pl-matrix thead'), document.querySelector('.md-header')]"
            ".map(e => Math.round(e.getBoundingClientRect()[e.matches('thead') ? 'top' : 'bottom']))"
        )
        assert tops[0] == tops[1], "the head of the table begins where the header of the page ends"
        page.evaluate(ENLARGE)
        assert page.evaluate(HIDDEN) == [0, 0]


@in_browser
def test_a_phone_shows_units_line_by_line(chrome: Browser, real_host: str) -> None:
    """The table gives way to a list that opens by touch and by keyboard and leads to units and areas."""
    with visitor(chrome, real_host, width=PHONE) as page:
        page.goto(f"{real_host}matrix/")
        expect(page.locator(".pl-matrix").first).to_be_hidden()
        unit = page.locator(".pl-matrix-list details").first
        unit.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(unit.get_by_role("link").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollHeight") < 12_000
