"""Tags in the head of pages, what machines read in them, and the footer: all from the settings, none empty."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT, built, project
from tests.helpers.sites import DISTRICT, edit, unsearched

HOST = "https://gongkai.example/zwgk/gh/"
SITE = {"SiteName", "SiteDomain", "SiteIDCode"}
COLUMN = SITE | {"ColumnName", "ColumnType", "ColumnDescription", "ColumnKeywords"}
CONTENT = SITE | {"ArticleTitle", "ContentSource", "Keywords", "Url"}
OF_THE_THEME = {"viewport", "generator", "description", None}
SHARED = {"og:type", "og:site_name", "og:title", "og:description", "og:url"}
SHARED_IMAGE = {"og:image", "og:image:type", "og:image:alt"}

KINDS = {
    "index.html": SITE,
    "indicators/index.html": COLUMN,
    "indicators/undisclosed/index.html": COLUMN,
    "feedback/index.html": COLUMN,
    "sitemap/index.html": COLUMN,
    "years/2022/index.html": COLUMN,
    "indicators/new-jobs/index.html": CONTENT,
    "departments/*/index.html": CONTENT,
    "towns/*/index.html": CONTENT,
    "sections/*/index.html": CONTENT,
    "tasks/*/index.html": CONTENT,
    "documents/*/index.html": CONTENT,
    "evaluations/*/index.html": CONTENT,
    "plans/*/index.html": CONTENT,
    "methods/index.html": CONTENT,
    "about/index.html": CONTENT,
    "404.html": SITE,
}
"""Pages → the names of the tags that each of them has; PubDate stands besides where a document tells its day."""


@lru_cache(maxsize=1)
def tree(file: Path) -> LexborHTMLParser:
    """A page, which is read once for the questions that follow each other."""
    return LexborHTMLParser(file.read_text(encoding="utf-8"))


def tags(file: Path, key: str = "name") -> list[tuple[str | None, str | None]]:
    """The tags of a page, as often as they stand there."""
    return [(node.attributes.get(key), node.attributes.get("content")) for node in tree(file).css("head meta")]


def content(file: Path, name: str, key: str = "name") -> str | None:
    """The content of a tag."""
    return dict(tags(file, key)).get(name)


def described(file: Path, kind: str) -> list[dict[str, Any]]:
    """What a page tells machines of a kind."""
    found = [json.loads(node.text()) for node in tree(file).css('script[type="application/ld+json"]')]
    return [value for value in found if value["@type"] == kind]


@pytest.mark.parametrize("pattern", KINDS)
def test_each_kind_of_page_has_its_tags(pattern: str, district_site: Path) -> None:
    """Home, columns and contents have exactly the tags that they should have, each once."""
    pages = [*district_site.glob(pattern)]
    assert pages
    for page in pages:
        names = [name for name, _ in tags(page) if name not in OF_THE_THEME and name != "color-scheme"]
        assert len(names) == len(set(names)), page
        assert set(names) - {"PubDate"} == KINDS[pattern], page
        shared = {name for name, _ in tags(page, "property") if name}
        image = SHARED_IMAGE if (page.parent / "share.svg").is_file() else set()
        assert shared == (set() if page.name == "404.html" else SHARED | image), page


def test_no_tag_is_empty(district_site: Path, real_site: Path) -> None:
    """No page of any site has a tag without content."""
    for site in (district_site, real_site):
        for page in site.rglob("*.html"):
            for node in tree(page).css("head meta"):
                if "charset" not in node.attributes:
                    assert (node.attributes.get("content") or "").strip(), (page, node.html)


def test_what_is_not_configured_is_not_printed(real_site: Path) -> None:
    """Without address and code of the site no page has a tag for them, nor any address of its own."""
    for page in real_site.rglob("*.html"):
        assert {"SiteDomain", "SiteIDCode", "Url"}.isdisjoint(name for name, _ in tags(page)), page
        assert "og:url" not in dict(tags(page, "property")) and not tree(page).css("link[rel=canonical]"), page


def test_values_of_the_tags(district_site: Path) -> None:
    """Values are those of the settings and of the page; the host stands without scheme and path."""
    home, column = district_site / "index.html", district_site / "tasks/index.html"
    page = district_site / "indicators/new-jobs/index.html"
    assert content(home, "SiteDomain") == "gongkai.example" and content(home, "SiteIDCode") == "0000000000"
    assert content(column, "ColumnName") == "任务" and content(column, "ColumnType") == "政府信息公开"
    assert content(column, "ColumnKeywords") == "任务,规划,任务分工,指标,主动公开,澄溪区"
    assert content(page, "ArticleTitle") == "新增就业"
    assert content(page, "Url") == f"{HOST}indicators/new-jobs/" == content(page, "og:url", "property")
    assert content(page, "og:type", "property") == "article" and content(home, "og:type", "property") == "website"
    assert content(page, "og:description", "property") == content(page, "description")


def test_the_day_of_a_page_is_the_day_that_its_document_tells(district_site: Path) -> None:
    """PubDate stands where the document has a day of publication, as a day: no hour is made up."""
    told = 0
    for page in (district_site / "documents").glob("*/index.html"):
        row = next(n.parent for n in tree(page).css("table.pl-header th") if n.text() == "发布日期")
        assert row is not None
        day = re.search(r"(\d+) 年 (\d+) 月 (\d+) 日", row.text())
        expected = "{:04}-{:02}-{:02}".format(*map(int, day.groups())) if day else None
        assert content(page, "PubDate") == expected, page
        told += day is not None
    assert told
    assert all(content(p, "PubDate") is None for p in (district_site / "departments").glob("*/index.html"))


def test_the_header_of_a_document_has_all_ten_fields(district_site: Path, real_site: Path) -> None:
    """A field that the document leaves out is there, and says so."""
    ten = {
        "索引号",
        "主题分类",
        "发布机构",
        "成文日期",
        "名称",
        "发文字号",
        "发布日期",
        "公开方式",
        "有效性",
        "废止依据",
    }
    for site in (district_site, real_site):
        for page in (site / "documents").glob("*/index.html"):
            rows = {n.text(): n for n in tree(page).css("table.pl-header th[scope=row]")}
            assert rows.keys() >= ten, page
            cells = [n.text().strip() for n in tree(page).css("table.pl-header td")]
            assert all(cell and cell != "—" for cell in cells), page


def test_machines_read_the_trail_that_is_shown(district_site: Path, real_site: Path) -> None:
    """The list for machines has the names of the trail in its order, and the addresses that its links lead to."""
    for site, host in ((district_site, HOST), (real_site, "https://host.example/")):
        for page in site.rglob("index.html"):
            shown = tree(page).css("nav.pl-trail li")
            lists = described(page, "BreadcrumbList")
            assert len(lists) == (1 if shown else 0), page
            if not shown:
                continue
            items = lists[0]["itemListElement"]
            assert [i["name"] for i in items] == [li.text().strip() for li in shown], page
            assert [i["position"] for i in items] == [*range(1, len(items) + 1)]
            here = urljoin(host, page.parent.relative_to(site).as_posix() + "/")
            anchors = [li.css_first("a") for li in shown]
            linked = [urljoin(here, a.attributes["href"] or "") if a else None for a in anchors]
            assert [urljoin(here, i["item"]) if "item" in i else None for i in items] == linked, page


def test_the_data_are_described_for_catalogues(district_site: Path, real_site: Path) -> None:
    """The page of the data has one data set, whose downloads are files of the site."""
    for site, years in ((district_site, "2016/2025"), (real_site, "2016/2020")):
        (found,) = described(site / "data/index.html", "Dataset")
        assert {"name", "license", "creator", "dateModified", "spatialCoverage"} <= found.keys()
        assert 50 <= len(found["description"]) <= 5000
        assert found["temporalCoverage"] == years
        for download in found["distribution"]:
            assert (site / "data" / download["contentUrl"].rpartition("/")[2]).is_file()


# -- the footer


def footer(page: Path) -> str:
    node = tree(page).css_first("footer.md-footer")
    assert node is not None
    return re.sub(r"\s+", " ", node.text())


def test_the_footer_says_what_is_configured(district_site: Path) -> None:
    """Every item of the settings stands in the footer of every page, with its link where one is set."""
    page = district_site / "indicators/new-jobs/index.html"
    items = (
        "主办单位：云泽市澄溪区人民政府办公室",
        "承办单位：澄溪区发展和改革局",
        "联系方式：区政府办公室",
        "网站标识码：0000000000",
    )
    assert all(item in footer(page) for item in items)
    links = {a.text(): a.attributes["href"] for a in tree(page).css("footer a")}
    assert links["党政机关网站标识"] == "https://badge.example/0000000000"
    assert links["泽ICP备00000000号-1"] == "https://icp.example/"
    assert links["泽公网安备 00000000000000号"] == "https://police.example/?code=00000000000000"
    assert links["网站地图"] == "../../sitemap/"


def test_the_footer_leaves_out_what_is_not_configured(real_site: Path) -> None:
    """No label stands without a value."""
    words = ("主办单位", "承办单位", "联系方式", "党政机关", "标识码", "备案", "安备")
    for page in ("index.html", "tasks/index.html", "about/index.html"):
        assert not any(word in footer(real_site / page) for word in words)
        assert "网站地图" in footer(real_site / page)


def test_numbers_without_a_link_are_printed_as_text(tmp_path: Path) -> None:
    """A registration whose link is not set stands as text; what a setting says is not taken for markup."""
    folder = unsearched(project(tmp_path, DISTRICT))
    settings = folder / "data/site.yml"
    edit(settings, "icp_url: https://icp.example/\n", "")
    edit(settings, "undertaker: 澄溪区发展和改革局", 'undertaker: 甲<b>&乙"')
    page = built(folder) / "index.html"
    assert "泽ICP备00000000号-1" in footer(page)
    assert "泽ICP备00000000号-1" not in {a.text() for a in tree(page).css("footer a")}
    assert '承办单位：甲<b>&乙"' in footer(page)


ONE_OF_MANY = {"page", "rounds", "appraisal"}
"""Folders whose pages are further pages of a list, or pages of single rounds and periods, which the list leads to."""


def test_the_map_leads_to_every_page_that_lists_others(district_site: Path, real_site: Path) -> None:
    """Every page in the navigation, and the first page of every other list, is one step from the map of the site."""
    for site in (district_site, real_site):
        found = {a.attributes["href"] for a in tree(site / "sitemap/index.html").css("article a")}
        lists = [p for p in site.rglob("index.html") if '<meta name="ColumnName"' in p.read_text(encoding="utf-8")]
        first = (p for p in lists if p.parent.parent.name not in ONE_OF_MANY)
        missing = {f"../{p.parent.relative_to(site).as_posix()}/" for p in first} - found
        assert missing <= {"../sitemap/", "../search/"}, missing  # the search stands on every page


def test_no_foreign_address_stands_in_the_theme() -> None:
    """Every link of the footer is a setting."""
    for file in (ROOT / "generator/publish/theme").rglob("*.html"):
        found = re.findall(r"https?://[^\"'\s}]+", file.read_text(encoding="utf-8"))
        assert set(found) <= {"https://schema.org"}, file
