"""From a figure to its clause and back, as a visitor goes: on a desktop and on a phone, without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.helpers.browsing import DESKTOP, PHONE, in_browser, visitor

LAYOUT = """() => {
  const clause = document.querySelector(":target"), other = document.querySelector(".pl-clause:not(:target)");
  const head = document.querySelector(".md-header").getBoundingClientRect();
  const look = (e) => getComputedStyle(e.querySelector(".pl-clause__text")).backgroundColor;
  const box = clause.getBoundingClientRect();
  return { top: box.top, head: head.bottom, height: innerHeight, marked: look(clause) !== look(other) };
}"""
"""Where the clause that was jumped to stands, and whether it looks otherwise than another one."""


@in_browser
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("script", [True, False])
def test_a_source_leads_to_its_marked_clause_and_back(
    chrome: Browser, district_kinds: dict[str, str], width: int, script: bool
) -> None:
    """The clause is seen below the head of the page, marked; its figure leads back to the indicator."""
    home = district_kinds["home"]
    with visitor(chrome, home, width=width, javascript=script) as page:
        page.goto(f"{home}indicators/river-length/")
        page.locator("article a[href*='chengxi-145-task-assignment-2021/#c-3-1-1-1']").first.click()
        page.wait_for_url("**/documents/chengxi-145-task-assignment-2021/#c-3-1-1-1")
        seen = page.evaluate(LAYOUT)
        assert seen["head"] - 1 <= seen["top"] < seen["height"] / 2 and seen["marked"]
        page.locator(":target a.pl-mark--target").first.click()
        page.wait_for_url("**/indicators/river-length/")
