"""Links of the built sites, and the link checker itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.publish.links.check import BadLink, KnownPages, LinkCollector, check_links

DISTRICT = "/zwgk/gh/"
"""Where the made-up district's site lives."""


@pytest.mark.parametrize(("site", "base"), [("real_site", "/"), ("district_site", DISTRICT), ("worded_site", DISTRICT)])
def test_no_link_or_anchor_of_the_site_is_broken(site: str, base: str, request: pytest.FixtureRequest) -> None:
    """Every internal link and anchor of every page leads somewhere, and nothing is fetched from another host."""
    folder: Path = request.getfixturevalue(site)
    assert check_links(folder, base) == []


def test_a_link_from_the_root_of_the_host_must_stay_below_the_site(tmp_path: Path) -> None:
    """Below /zwgk/gh/ a link to /zwgk/gh/b/ is good, one to /b/ is not."""
    page(tmp_path, "404.html", '<a href="/zwgk/gh/b/">x</a><a href="/zwgk/gh/">x</a><a href="/b/">x</a>')
    page(tmp_path, "b/index.html", "")
    page(tmp_path, "index.html", "")
    assert check_links(tmp_path, DISTRICT) == [BadLink("404.html", "/b/", "没有这个文件")]


def page(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<!doctype html><html><body>{body}</body></html>", encoding="utf-8")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<a href="b/">x</a><a href="b/#here">x</a><a href="#top" id="top">x</a><a href="b/index.html">x</a>', []),
        ('<a href="https://example.org/">x</a><a href="mailto:a@example.org">x</a>', []),
        ('<link rel="canonical" href="https://example.org/">', []),
        ('<a href="c/">x</a>', [BadLink("index.html", "c/", "没有这个文件")]),
        ('<a href="b/#gone">x</a>', [BadLink("index.html", "b/#gone", "没有这个锚点")]),
        ('<a href="#gone">x</a>', [BadLink("index.html", "#gone", "没有这个锚点")]),
        ('<a href="../up/">x</a>', [BadLink("index.html", "../up/", "没有这个文件")]),
        ('<img src="no.png">', [BadLink("index.html", "no.png", "没有这个文件")]),
        (
            '<script src="https://cdn.example.org/x.js"></script>',
            [BadLink("index.html", "https://cdn.example.org/x.js", "页面向别的主机取内容")],
        ),
        (
            '<img src="//cdn.example.org/x.png">',
            [BadLink("index.html", "//cdn.example.org/x.png", "页面向别的主机取内容")],
        ),
    ],
)
def test_what_the_checker_finds(tmp_path: Path, body: str, found: list[BadLink]) -> None:
    """Dead files, dead anchors, ways out of the site and foreign hosts are found; good links are not."""
    page(tmp_path, "index.html", body)
    page(tmp_path, "b/index.html", '<p id="here">x</p>')
    assert check_links(tmp_path) == found


def test_links_are_decoded_and_relative_to_their_page(tmp_path: Path) -> None:
    """Percent-encoded names and steps upwards are resolved as a browser does."""
    page(tmp_path, "a/index.html", '<a href="../%E6%96%87/#%E5%A4%B4">x</a><a href="../">x</a>')
    page(tmp_path, "文/index.html", '<h1 id="头">x</h1>')
    page(tmp_path, "index.html", "")
    assert check_links(tmp_path) == []


def test_a_link_from_the_root_must_stay_below_the_address_of_the_site(tmp_path: Path) -> None:
    """The page of an error links from the root of the host."""
    page(tmp_path, "404.html", '<a href="/b/">x</a>')
    page(tmp_path, "b/index.html", "")
    assert check_links(tmp_path, "/") == []
    assert check_links(tmp_path, DISTRICT) == [BadLink("404.html", "/b/", "没有这个文件")]


def test_every_bad_link_is_told_as_often_as_it_stands(tmp_path: Path) -> None:
    """Findings come in the order of pages, and in a page by element and place."""
    page(tmp_path, "a-b/index.html", '<img src="1"><a href="2">x</a><a href="2">x</a><a href="//">x</a>')
    page(tmp_path, "a/index.html", '<a href="3">x</a>')
    found = [(bad.page, bad.link) for bad in check_links(tmp_path)]
    assert found == [
        ("a/index.html", "3"),
        ("a-b/index.html", "2"),
        ("a-b/index.html", "2"),
        ("a-b/index.html", "1"),
    ]


SHELL = '<header id="top"><a href="../../{menu}">m</a></header><article>{body}</article>'


def shelled(site: Path, bodies: dict[str, str], menu: str = "index.html") -> KnownPages:
    """Pages of one shell; the first of them is read to its end."""
    (site / "index.html").write_text("<p>home</p>", encoding="utf-8")
    collector, files = LinkCollector("/"), []
    for name, body in bodies.items():
        page = site / "x" / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(SHELL.format(menu=menu, body=body), encoding="utf-8")
        files.append(f"x/{name}/index.html")
        collector.add_body(files[-1], body)
    return KnownPages(collector.links, set(files), whole={files[0]})


def test_a_bad_link_of_a_body_is_told_for_its_page(tmp_path: Path) -> None:
    """Facts of bodies alone are enough: what is bad is told with the page that has it, and nothing else is."""
    known = shelled(tmp_path, {"a": '<p id="here">x</p>', "b": '<a href="../a/#here">a</a><a href="../c/">c</a>'})
    assert check_links(tmp_path, known=known) == [BadLink("x/b/index.html", "../c/", "没有这个文件")]


def test_a_bad_link_of_a_shell_is_told_once(tmp_path: Path) -> None:
    """The header that pages share is looked at in one of them."""
    known = shelled(tmp_path, {"a": "x", "b": "y"}, menu="nowhere.html")
    found = check_links(tmp_path, known=known)
    assert found == [BadLink("x/a/index.html", "../../nowhere.html", "没有这个文件")]


def test_a_link_to_an_anchor_of_a_header_is_good(tmp_path: Path) -> None:
    """A page whose facts lack its header is read when a link leads to an anchor that the facts do not have."""
    known = shelled(tmp_path, {"a": "x", "b": "y", "c": '<a href="../b/#top">b</a>'})
    assert check_links(tmp_path, known=known) == []
