"""A glance at what our templates wrote finds what the parser finds, or leaves the page to the parser."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.ledger_index import LedgerIndex
from generator.language.download_words import OPTIONAL
from generator.language.official_text import read_documents
from generator.ledger.load import load
from generator.pages.registry import page_context, pages
from generator.publish.links.scan import ELSEWHERE, Found, careful, framed, templated
from tests.conftest import ROOT

DISTRICT = ROOT / "tests" / "district"


@pytest.mark.parametrize(("data", "sources"), [(ROOT / "data", None), (DISTRICT / "data", DISTRICT / "sources")])
def test_bodies_of_our_templates_are_read_at_a_glance(data: Path, sources: Path | None) -> None:
    """Each body that a template makes is read as the parser reads it; hardly any is left to the parser."""
    checked = load(data, ROOT / "datapackage.json")
    texts = read_documents(sources, [d.id for d in checked.ledger.documents]) if sources else {}
    left = set()
    for page in pages(page_context(LedgerIndex(checked), texts, OPTIONAL)):
        found = templated(page.body)
        if found is None:
            left.add(page.path)
        else:
            assert found == careful(page.body), page.path
    with_an_address = {f"documents/{d.id}/" for d in checked.ledger.documents if d.url}
    assert left <= {"data/", "feedback/"} | with_an_address


@pytest.mark.parametrize("name", ["real_site", "district_site"])
def test_an_article_at_a_glance_and_what_is_around_it_are_the_page(name: str, request: pytest.FixtureRequest) -> None:
    """Every page of a kind that lists others, as it stands in the built site, is read as the parser reads it."""
    site: Path = request.getfixturevalue(name)
    pages = [site / "index.html", *site.glob("*/index.html"), *site.glob("years/*/index.html")]
    assert len(pages) > 20
    for page in pages:
        if not page.read_text(encoding="utf-8").count('data-kind="说明"'):
            html = page.read_text(encoding="utf-8")
            assert framed(html) == careful(html), page


@pytest.mark.parametrize(
    "html",
    [
        '<a href="a/">t</a>',
        '<article><img src="//h.example/i.png"></article><a href="b/">t</a>',
        '</article><a href="c/">t</a><article>',
    ],
)
def test_without_an_article_that_can_be_read_at_a_glance_the_parser_reads_all(html: str) -> None:
    assert framed(html) == careful(html)


@given(st.lists(st.tuples(st.text(), st.text(alphabet="abc/.#?-%"), st.text(alphabet="ab-", min_size=1))))
def test_escaped_texts_are_not_taken_for_attributes(rows: list[tuple[str, str, str]]) -> None:
    """Whatever stands in texts and titles, only the attributes of elements count."""
    html = "".join(
        f'<p id="{id_}" title="{escape(text)}">{escape(text)} <a href="{link}">{escape(text)}</a></p>'
        for text, link, id_ in rows
    )
    found = templated(html)
    assert found is None or found == careful(html)


@pytest.mark.parametrize(
    "html",
    [
        '<a class="x" href="https://h.example/">t</a>',
        '<a href="https://h.example/">t</a><img src="https://h.example/">',
        '<a href="https&colon;//h.example/">t</a>',
        '<a href="ftp://h.example/">t</a>',
        '<img src="//h.example/i.png">',
        '<p id="a&amp;b">t</p>',
    ],
)
def test_what_a_glance_cannot_tell_is_left_to_the_parser(html: str) -> None:
    """Links to elsewhere that may be fetched, and ids with signs written in another way, need the parser."""
    assert templated(html) is None


@pytest.mark.parametrize(
    ("html", "links"),
    [
        ('<a href="https://h.example/?a=1&amp;b=%20">t</a><a href="x/">t</a>', {"x/"}),
        ('<a href="mailto:a@h.example?subject=%5Bx%5D">t</a>', set()),
        ('<a href="../feedback/?record=a&amp;page=b/&amp;copy=1">t</a>', {"../feedback/?record=a&page=b/&copy=1"}),
    ],
)
def test_where_a_correction_is_told_is_read_at_a_glance(html: str, links: set[str]) -> None:
    """A link of every page to the channel for corrections does not send every page to the parser."""
    assert templated(html) == careful(html) == Found(frozenset(links), frozenset())


def test_the_parser_tells_who_fetches() -> None:
    """A picture from another host is fetched, a link to one is followed by the reader."""
    html = '<a href="https://h.example/">t</a><img src="https://h.example/i.png"><a href="x/" id="i">x</a>'
    assert careful(html) == Found(frozenset({ELSEWHERE, "x/"}), frozenset({"i"}))
