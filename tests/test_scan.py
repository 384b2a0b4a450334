"""The quick way of reading a page finds what the parser finds, or leaves the page to the parser."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import scan
from generator.scan import ELSEWHERE, Found, Scanner, careful

WORDS = st.sampled_from(
    [
        *(
            "<a ",
            "<A ",
            "<p ",
            "<img ",
            "<link ",
            "<script ",
            "<title ",
            "<style ",
            "<svg ",
            "<p",
            "<br",
            "<!--",
            "-->",
        ),
        *(
            "<script>",
            "</script>",
            "<title>",
            "</title>",
            "<style>",
            "</style>",
            "</a>",
            "</p>",
            "</b>",
            "</",
            "<",
            ">",
        ),
        *(
            'href="x"',
            "href='y' ",
            "HREF=z",
            ' id="i"',
            " id=j",
            " ID='k'",
            " href",
            'src="s"',
            ' rel="license"',
            " rel=x",
        ),
        *(
            '"',
            "'",
            " ",
            "=",
            "/",
            "/>",
            "\n",
            "\r",
            "&amp;",
            "&lt;",
            "&copy",
            "x",
            "字",
            'href="//h/"',
            'href="a&amp;b"',
        ),
        *(
            ' title="a>b"',
            ' title="</a>"',
            ' title="<a href=q>"',
            'href="mailto:a"',
            "<textarea>",
            "</textarea>",
            "<template>",
        ),
    ]
)
SOUP = st.lists(WORDS, max_size=14).map("".join)


@settings(max_examples=300)
@given(st.lists(SOUP, min_size=1, max_size=3))
def test_any_soup_is_read_as_the_parser_reads_it(pages: list[str]) -> None:
    """Whatever stands in a page, and whatever stood in the pages before it."""
    scanner = Scanner()
    for page in pages:
        html = f"<!doctype html>\n<html><body>{page}</body></html>".encode()
        assert scanner.scan(html) == careful(html)


@pytest.mark.parametrize("site", ["real_site", "district_site", "worded_site"])
def test_a_built_site_is_read_the_quick_way(
    site: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page that the templates make is left to the parser, and each is read as the parser reads it."""
    folder: Path = request.getfixturevalue(site)
    pages = {path: path.read_bytes() for path in folder.rglob("*.html")}
    expected = {path: careful(html) for path, html in pages.items()}
    monkeypatch.setattr(scan, "careful", lambda _: Found(frozenset(["left to the parser"]), frozenset()))
    scanner = Scanner()
    assert {path: scanner.scan(html) for path, html in pages.items()} == expected


@pytest.mark.parametrize(
    ("html", "links", "ids"),
    [
        ('<p><a href="a&amp;b" id="x&amp;y">t</a></p>', {"a&b"}, {"x&y"}),
        ('<!-- <a href="no"> --><a href="yes">t</a>', {"yes"}, set()),
        ("<script>\"<a href='no'></b><a href='no'>\"</script><a href=\"yes\">t</a>", {"yes"}, set()),
        ('<title><a href="no"></title><a href="yes">t</a>', {"yes"}, set()),
        ('<A HREF="yes" Id="i">t</A>', {"yes"}, {"i"}),
        ('<p title="</p><a href=no>">t</p><a href=yes>t</a>', {"yes"}, set()),
        ('<a href="https://h/">t</a><img src="mailto:x"><link rel="license" href="https://h/">', set(), set()),
        ('<img src="https://h/x.png"><script src="//h/x.js"></script>', {ELSEWHERE}, set()),
        ('<a href="first" href="second">t</a>', {"first"}, set()),
    ],
)
def test_what_is_found(html: str, links: set[str], ids: set[str]) -> None:
    """Links as a browser reads them, none out of comments, scripts or attributes of other elements."""
    assert Scanner().scan(html.encode()) == Found(frozenset(links), frozenset(ids))
