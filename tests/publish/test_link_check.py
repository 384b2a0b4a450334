"""Links of the built sites, and the link checker itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.publish.link_check import BadLink, KnownPages, PageLinks, Reader, check_links
from generator.support.cache_store import CacheStore

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


def read_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of pages that are looked at from now on."""
    names: list[str] = []
    plain = Reader.facts

    def facts(self: Reader, page: str, *rest: Any) -> PageLinks:
        names.append(page)
        return plain(self, page, *rest)

    monkeypatch.setattr(Reader, "facts", facts)
    return names


def test_only_changed_pages_are_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a store, a page that is as it was is not looked at; what is wrong is found all the same."""
    site, store = tmp_path / "site", tmp_path / "store"
    page(site, "index.html", '<a href="b/#here">x</a>')
    page(site, "b/index.html", '<p id="here">x</p>')
    names = read_pages(monkeypatch)
    assert check_links(site, store=CacheStore(store)) == []
    assert check_links(site, store=CacheStore(store)) == []
    page(site, "b/index.html", '<p id="there">x</p>')
    gone = [BadLink("index.html", "b/#here", "没有这个锚点")]
    assert check_links(site, store=CacheStore(store)) == gone
    assert check_links(site, store=CacheStore(store)) == gone
    assert names == ["b/index.html", "index.html", "b/index.html"]
    (site / "b" / "index.html").unlink()
    assert check_links(site, store=CacheStore(store)) == [BadLink("index.html", "b/#here", "没有这个文件")]


def test_a_page_that_the_caller_vouches_for_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a known digest the facts come from the store without the file; a new digest reads it."""
    site, store = tmp_path / "site", tmp_path / "store"
    page(site, "index.html", '<a href="gone/">x</a>')
    bad = [BadLink("index.html", "gone/", "没有这个文件")]
    names = read_pages(monkeypatch)
    assert check_links(site, store=CacheStore(store), vouched=KnownPages({"index.html": b"1"})) == bad
    assert check_links(site, store=CacheStore(store), vouched=KnownPages({"index.html": b"1"})) == bad
    assert names == ["index.html"]
    page(site, "index.html", "")
    assert check_links(site, store=CacheStore(store), vouched=KnownPages({"index.html": b"2"})) == []


def test_another_base_and_a_damaged_store_are_a_new_start(tmp_path: Path) -> None:
    """What was kept for a site that lives elsewhere, or cannot be read, is not believed."""
    site, store = tmp_path / "site", tmp_path / "store"
    page(site, "404.html", '<a href="/b/">x</a>')
    page(site, "b/index.html", "")
    assert check_links(site, "/", CacheStore(store)) == []
    bad = [BadLink("404.html", "/b/", "没有这个文件")]
    assert check_links(site, DISTRICT, CacheStore(store)) == bad
    for path in store.rglob("*.bin"):
        path.write_bytes(path.read_bytes()[:-1])
    assert check_links(site, DISTRICT, CacheStore(store)) == bad


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
    reader, facts = Reader("/"), {}
    for name, body in bodies.items():
        page = site / "x" / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(SHELL.format(menu=menu, body=body), encoding="utf-8")
        path = f"x/{name}/index.html"
        facts[path] = reader.body_facts(path, body.encode(), b"1")
    return KnownPages(bodies=facts, whole={next(iter(facts))})


def test_a_bad_link_of_a_body_is_told_for_its_page(tmp_path: Path) -> None:
    """Facts of bodies alone are enough: what is bad is told with the page that has it, and nothing else is."""
    vouched = shelled(tmp_path, {"a": '<p id="here">x</p>', "b": '<a href="../a/#here">a</a><a href="../c/">c</a>'})
    assert check_links(tmp_path, vouched=vouched) == [BadLink("x/b/index.html", "../c/", "没有这个文件")]


def test_a_bad_link_of_a_shell_is_told_once(tmp_path: Path) -> None:
    """The header that pages share is looked at in one of them."""
    vouched = shelled(tmp_path, {"a": "x", "b": "y"}, menu="nowhere.html")
    found = check_links(tmp_path, vouched=vouched)
    assert found == [BadLink("x/a/index.html", "../../nowhere.html", "没有这个文件")]


def test_a_link_to_an_anchor_of_a_header_is_good(tmp_path: Path) -> None:
    """A page whose facts lack its header is read when a link leads to an anchor that the facts do not have."""
    vouched = shelled(tmp_path, {"a": "x", "b": "y", "c": '<a href="../b/#top">b</a>'})
    assert check_links(tmp_path, vouched=vouched) == []
