"""Pages of units and towns: the first task is seen at once on a phone, and a page is one sheet of paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.helpers.browsing import PHONE, in_browser, visitor
from tests.helpers.endurance import some

FIRST_ROW = "document.querySelector('ul.pl-duties > li, table.pl-table tbody tr')?.getBoundingClientRect().top ?? -1"
LOWEST = 800
"""Pixels from the top of a phone's page at which the first task has to stand."""
SHEETS = re.compile(rb"/Type\s*/Page\b")

PRINTED = {
    "real": (
        *("departments/agriculture/", "departments/industry-and-information/", "departments/science/"),
        *("departments/commerce/", "towns/yangliuqing/", "towns/zhongbei/", "departments/highways/"),
    ),
    "district": ("departments/water/", "departments/city-construction/", "towns/yunxiu/"),
}
"""Site → pages of units that are printed, the longest among them."""


def _paths(site: Path) -> list[str]:
    """The pages of all units and towns, the smallest first."""
    found = [*site.glob("departments/*/index.html"), *site.glob("towns/*/index.html")]
    return [
        f"{path.parent.relative_to(site).as_posix()}/" for path in sorted(found, key=lambda p: (p.stat().st_size, p))
    ]


@pytest.mark.parametrize("name", ["real", "district"])
@pytest.mark.sampled
@in_browser
def test_the_first_task_stands_on_the_first_screen(chrome: Browser, name: str, request: pytest.FixtureRequest) -> None:
    """Of every unit and town: what it has to do, or what is placed there, is seen without scrolling."""
    site, host = request.getfixturevalue(f"{name}_site"), request.getfixturevalue(f"{name}_host")
    low = {}
    with visitor(chrome, host, width=PHONE, javascript=False) as page:
        for path in some(_paths(site), most=20):
            page.goto(host + path)
            if (top := page.evaluate(FIRST_ROW)) > LOWEST:
                low[path] = top
    assert low == {}


@pytest.mark.parametrize("name", PRINTED)
@in_browser
def test_a_unit_is_one_sheet_of_paper(chrome: Browser, name: str, request: pytest.FixtureRequest) -> None:
    """The largest units, too: what does not fit is counted on the sheet, and is nowhere lost on the screen."""
    host = request.getfixturevalue(f"{name}_host")
    with visitor(chrome, host) as page:
        for path in PRINTED[name]:
            page.goto(host + path)
            assert len(SHEETS.findall(page.pdf(prefer_css_page_size=True))) == 1, path
