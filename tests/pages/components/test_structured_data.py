"""What pages tell machines in the words of schema.org."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.record_dates import RecordDates
from generator.ledger.reading.site_settings import Licence, SiteSettings
from generator.pages.components.references import Ref
from generator.pages.components.structured_data import breadcrumbs, dataset

SIGNS = ["</script>", "<!--", '"\\', "&amp;", "\u2028\t\n"]
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.sampled_from(SIGNS)


def read(html: str) -> dict[str, Any]:
    """The object in the one element that a browser finds."""
    found = LexborHTMLParser(f"<body>{html}<p>end</p>").css('script[type="application/ld+json"]')
    assert len(found) == 1 and found[0].next is not None and found[0].next.text() == "end"
    value: dict[str, Any] = json.loads(found[0].text())
    return value


@given(TEXT, TEXT)
def test_a_trail_comes_through_whatever_its_titles_say(one: str, two: str) -> None:
    """Titles with quotation marks, tags and ends of scripts are read back as they are."""
    items = read(breadcrumbs("../../", (Ref(one, "sections/a/"),), two))["itemListElement"]
    assert [item["name"] for item in items] == ["首页", one, two]
    assert [item["position"] for item in items] == [1, 2, 3]
    assert [item.get("item") for item in items] == ["../../", "../../sections/a/", None]


def test_a_trail_of_a_site_with_an_address_is_absolute() -> None:
    """Catalogues want whole addresses where they are known."""
    items = read(breadcrumbs("https://gov.example/gh/", (Ref("任务", "tasks/"),), "甲"))["itemListElement"]
    assert [item.get("item") for item in items] == ["https://gov.example/gh/", "https://gov.example/gh/tasks/", None]


def site(**values: Any) -> SiteSettings:
    licence = Licence("CC-BY-4.0", "署名", "https://licence.example/", "甲</script>")
    return SiteSettings("甲台账", "乙区", values.pop("description", "丙"), False, licence, "1.0.0", "p", **values)


def test_a_data_set_says_what_catalogues_ask() -> None:
    """Everything that a data set must say is there; each file is a download with its media type."""
    settings, dates = site(url="https://gov.example/", publisher="丁"), RecordDates("", "2018-01-18")
    value = read(dataset(settings, ["tasks"], (2016, 2020), dates))
    assert (value["@type"], value["name"], value["license"]) == ("Dataset", "甲台账", "https://licence.example/")
    assert value["creator"] == {"@type": "Organization", "name": "丁"}
    assert (value["temporalCoverage"], value["dateModified"]) == ("2016/2020", "2018-01-18")
    assert value["spatialCoverage"] == {"@type": "Place", "name": "乙区"}
    assert {d["contentUrl"]: d["encodingFormat"] for d in value["distribution"]} == {
        "https://gov.example/data/p.zip": "application/zip",
        "https://gov.example/data/tasks.csv": "text/csv",
        "https://gov.example/data/tasks.json": "application/json",
    }
    assert value["creditText"] == "甲</script>"


def test_the_day_of_the_change_stands_beside_that_of_the_documents() -> None:
    """Modified is git's day; what the documents bear is when the data was issued."""
    value = read(dataset(site(), ["tasks"], (), RecordDates("2019-03-04", "2018-01-18")))
    assert (value["dateModified"], value["datePublished"]) == ("2019-03-04", "2018-01-18")


def test_nothing_is_said_that_is_not_known() -> None:
    """Without documents there is no day of the data, without keywords none are printed; addresses are relative."""
    value = read(dataset(site(), ["tasks"], (), RecordDates("", "")))
    assert "dateModified" not in value and "temporalCoverage" not in value and "keywords" not in value
    assert value["url"] == "./" and value["distribution"][1]["contentUrl"] == "tasks.csv"


@given(st.text("甲乙", max_size=9000))
def test_the_description_has_the_length_that_catalogues_take(description: str) -> None:
    """A short description of the site is completed, a long one is cut."""
    value = read(dataset(site(description=description), ["tasks"], (2016, 2020), RecordDates("", "")))
    assert 50 <= len(value["description"]) <= 5000
