"""A site that asks search engines to leave it alone says so on every page, and nowhere says the opposite."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import built, project
from tests.helpers.sites import DISTRICT, edit, unsearched

MAP = "Sitemap:"


def asking(site: Path) -> set[bool]:
    """Whether pages ask not to be indexed: one answer when all say the same."""
    trees = (LexborHTMLParser(path.read_text(encoding="utf-8")) for path in site.rglob("*.html"))
    return {tree.css_first('head meta[name="robots"][content="noindex"]') is not None for tree in trees}


def test_a_demonstration_asks_on_every_page(real_site: Path) -> None:
    """Pages of all kinds, lists, home and the page of a wrong address; robots may read that they ask."""
    assert asking(real_site) == {True}
    assert (real_site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"


def test_an_official_site_does_not_ask(district_site: Path) -> None:
    """Its pages are found, and its map is named."""
    assert asking(district_site) == {False}
    assert MAP in (district_site / "robots.txt").read_text(encoding="utf-8")


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """The site of a district that is not to be indexed."""
    folder = unsearched(project(tmp_path, DISTRICT))
    edit(folder / "data/site.yml", "demonstration: false\n", "demonstration: false\nnoindex: true\n")
    return built(folder)


def test_what_is_not_indexed_has_no_map_for_machines(closed: Path) -> None:
    """Neither robots.txt nor a page leads to a map, and the map names no address."""
    assert asking(closed) == {True}
    assert MAP not in (closed / "robots.txt").read_text(encoding="utf-8")
    assert "<loc>" not in (closed / "sitemap.xml").read_text(encoding="utf-8")
    assert 'sitemap.xml"' not in (closed / "sitemap/index.html").read_text(encoding="utf-8")
