"""How a page and its data are cited."""

from __future__ import annotations

from generator.analysis.record_dates import RecordDates
from generator.ledger.reading.site_settings import Licence, SiteSettings
from generator.pages.components.citation import cite

PLACE = SiteSettings("甲区台账", "甲区", "", False, Licence("CC-BY-4.0", "", "", ""), "1.2.0", "jia")


def test_a_citation_leaves_out_what_is_not_known() -> None:
    """Without a day or an address of the site, neither form makes one up."""
    found = cite(PLACE, "新增就业", "indicators/new-jobs/", RecordDates("", ""))
    assert found.gbt7714 == "甲区台账. 新增就业[DS/OL]. [引用日期]."
    assert found.bibtex.startswith("@misc{new-jobs,\n")
    assert "year" not in found.bibtex and "url" not in found.bibtex


def test_a_citation_has_publisher_day_and_address_where_they_are_known() -> None:
    """The publisher is the author, then the site's name goes before the title."""
    known = SiteSettings(**{**PLACE.__dict__, "publisher": "甲区政府办", "url": "https://x.gov.cn/gh/"})
    found = cite(known, "R&D 投入", "indicators/r-d/", RecordDates("2018-02-06", ""))
    address = "https://x.gov.cn/gh/indicators/r-d/"
    assert found.gbt7714 == f"甲区政府办. 甲区台账：R&D 投入[DS/OL]. (2018-02-06)[引用日期]. {address}."
    assert "year = {2018}" in found.bibtex and f"url = {{{address}}}" in found.bibtex
    assert r"R\&D" in found.bibtex


def test_the_day_of_the_documents_stands_beside_that_of_the_change() -> None:
    """The citation bears the day of the change; the note says from when the source documents are."""
    found = cite(PLACE, "新增就业", "indicators/new-jobs/", RecordDates("2019-03-04", "2018-01-18"))
    assert "(2019-03-04)" in found.gbt7714 and "2018-01-18" not in found.gbt7714
    assert "year = {2019}" in found.bibtex and "来源文件日期 2018-01-18" in found.bibtex
