"""The header of every page: the mark and the name of the site, and the navigation in the order that readers ask."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from tests.helpers.browsing import in_browser, visit

ORDER = ["首页", "指标", "任务", "单位", "街镇", "年度", "谁负责", "还缺什么", "数据", "说明"]


def test_the_navigation_goes_from_what_was_promised_to_the_data(real_site: Path, district_site: Path) -> None:
    """One order everywhere, in short words; what is not there is one step from the foot of each page."""
    for site in (real_site, district_site):
        tree = LexborHTMLParser((site / "tasks/index.html").read_text(encoding="utf-8"))
        assert [node.text(strip=True) for node in tree.css(".md-tabs__link")] == ORDER
        foot = {node.text(strip=True) for node in tree.css("footer a")}
        assert {"文件", "规划计划", "领域", "更新记录", "网站地图"} <= foot


def test_the_icons_are_our_own(real_site: Path) -> None:
    """No page shows the icon or the mark of the theme, and the site does not carry them."""
    assert not (real_site / "assets/images/favicon.png").exists()
    for path in (real_site / "index.html", next(real_site.glob("tasks/*/index.html"))):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        icons = [str(node.attributes["href"]) for node in tree.css('link[rel~="icon"]')]
        assert [icon.rpartition("/")[2] for icon in icons] == ["favicon.svg"]
        assert all((path.parent / icon).is_file() for icon in icons)
        assert all("circle" in node.html for node in tree.css(".md-logo svg") if node.html)


def test_the_menu_marks_where_a_page_belongs(real_site: Path) -> None:
    """On a record as on its list, and on pages below another one; nothing else is marked, on wide screens or phones."""
    for path, item in {
        "indicators/new-jobs/": "指标",
        "tasks/employment/": "任务",
        "departments/human-resources/": "单位",
        "towns/yangliuqing/": "街镇",
        "years/2018/": "年度",
        "indicators/overdue/": "还缺什么",
        "supervision/": "还缺什么",
        "evaluations/": "还缺什么",
        "documents/": "任务",
        "sections/s2016-3/": "任务",
        "plans/plan-2018/": "任务",
        "changes/": "数据",
        "indicators/": "指标",
        "feedback/": "说明",
    }.items():
        tree = LexborHTMLParser((real_site / path / "index.html").read_text(encoding="utf-8"))
        assert [node.text(strip=True) for node in tree.css(".md-tabs__item--active")] == [item], path
        drawer = tree.css(".md-nav--primary > .md-nav__list > .md-nav__item--active > .md-nav__link")
        assert {node.text(strip=True) for node in drawer} == {item}, path


def test_only_a_notice_has_a_strip_above_the_header(real_site: Path, district_site: Path) -> None:
    """A demonstration says what it is; a site without a notice has no empty strip."""
    for site, notices in ((real_site, ["示例站，非政府官方网站"]), (district_site, [])):
        tree = LexborHTMLParser((site / "tasks/index.html").read_text(encoding="utf-8"))
        assert [node.text(strip=True) for node in tree.css(".md-banner")] == notices


@in_browser
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_name_of_the_site_is_whole(chrome: Browser, real_host: str, width: int) -> None:
    """It is cut nowhere, and lies below no button."""
    with visit(chrome, f"{real_host}tasks/", width=width) as page:
        name = page.locator(".md-header__title .md-ellipsis").first
        cut = name.evaluate(
            "n => n.scrollHeight > n.clientHeight + 6 || n.scrollWidth > n.clientWidth + 1"
        )  # signs are taller
        assert not cut
        box, button = name.bounding_box(), page.locator(".md-header [data-pl-switch]").first.bounding_box()
        assert box and button and box["x"] + box["width"] <= button["x"]
