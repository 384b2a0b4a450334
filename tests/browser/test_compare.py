"""Two indicators beside each other: what is drawn is the ledger's, and other units have other scales."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.helpers.browsing import NARROW, in_browser, visit

FORM, SHOWN, STATUS = "#pl-compare:not([hidden])", "#pl-compared", "#pl-compared [role=status]"
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def labels(page: Page) -> list[list[str]]:
    """The numbers over the columns of both panels."""
    page.wait_for_selector(f"{SHOWN} svg")
    panels = page.locator(f"{SHOWN} svg").all()
    return [panel.locator("text.pl-t-result, text.pl-t-target").all_text_contents() for panel in panels]


def heights(page: Page, at: int) -> list[float]:
    """How high the columns of results of a panel are."""
    boxes = page.locator(f"{SHOWN} figure:nth-of-type({at}) rect.pl-c-result").all()
    return [float(box.get_attribute("height") or 0) for box in boxes]


@in_browser
def test_an_address_shows_two_indicators(chrome: Browser, district_host: str) -> None:
    """Digits stand as the ledger has them; other units are told to be no comparison of heights."""
    with visit(chrome, f"{district_host}compare/?a=new-jobs&b=forest-coverage") as page:
        assert labels(page) == [["完成 0.52", "1—6 月 0.3"], ["实际 31.6", "31.5 以上"]]
        assert "高低不能互比" in page.inner_text(STATUS)
        assert page.locator(f"{SHOWN} tbody tr").all_inner_texts()[1].split("\t")[1:] == ["1—6 月 0.3", "实际 31.6"]


@in_browser
def test_one_unit_has_one_scale(chrome: Browser, district_host: str) -> None:
    """A share of 31.6 per cent is over eight times as high as one of 3.8."""
    with visit(chrome, f"{district_host}compare/?a=forest-coverage&b=unemployment-rate") as page:
        labels(page)
        assert "同一把尺" in page.inner_text(STATUS)
        assert 7 < heights(page, 1)[-1] / heights(page, 2)[-1] < 10


@in_browser
def test_what_is_chosen_stands_in_the_address(chrome: Browser, district_host: str) -> None:
    """Whoever opens it sees the same; what others put there stays."""
    with visit(chrome, f"{district_host}compare/?from=letter") as page:
        page.wait_for_selector(FORM)
        assert not page.is_visible(SHOWN)
        page.select_option("[name=a]", "park-new-firms")
        page.select_option("[name=b]", "river-length")
        page.check("[name=index]")
        expect(page).to_have_url(re.compile("from=letter.*a=park-new-firms.*b=river-length.*index=1"))
        one = labels(page)
        address = page.url
    with visit(chrome, address) as page:
        assert labels(page) == one and "100" in one[0]
        assert "2023 年的数为 100" in page.inner_text(STATUS)


@in_browser
def test_what_the_ledger_warns_of_is_told(chrome: Browser, real_host: str) -> None:
    """Two indicators that must not be matched may be chosen, and the page says why they should not be."""
    with visit(chrome, f"{real_host}compare/") as page:
        page.wait_for_selector(FORM)
        one, other, relation, reason = page.evaluate(
            "() => fetch('series.json').then((answer) => answer.json()).then((content) => content.warned[0])"
        )
        page.select_option("[name=a]", one)
        page.select_option("[name=b]", other)
        expect(page.locator(STATUS)).to_contain_text(reason)
        expect(page.locator(STATUS)).to_contain_text(relation)


@in_browser
def test_without_a_server_the_pairs_are_there(chrome: Browser, district_site: Path) -> None:
    """A page opened from a folder may read no file: it says so, and the pairs can be seen."""
    page = chrome.new_page()
    page.goto((district_site / "compare" / "index.html").as_uri())
    expect(page.locator("article")).to_contain_text("离线打开时不能自己选")
    assert page.locator(".pl-pair svg").count() >= 2 and page.locator(".pl-compare__link:visible").count() == 0
    page.close()


@in_browser
@pytest.mark.parametrize("width", [NARROW, 390])
def test_it_fits_a_phone(chrome: Browser, district_host: str, width: int) -> None:
    """Nothing has to be moved sideways."""
    with visit(chrome, f"{district_host}compare/?a=new-jobs&b=forest-coverage", width=width) as page:
        labels(page)
        assert page.evaluate(SIDEWAYS) <= 0
