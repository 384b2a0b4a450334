"""The whole site in one zip, opened from a folder."""

from __future__ import annotations

import csv
import io
import posixpath
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator.cli.main import main
from generator.publish.links.scan import ATTRIBUTES
from generator.publish.offline_zip import archive, rewritten
from tests.helpers.browsing import PHONE, in_browser, visit


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('<a href="x/">', '<a href="x/index.html">'),
        ('<a href="./">', '<a href="./index.html">'),
        ('<a href=".">', '<a href="./index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a class="a" href="../x/#here">', '<a class="a" href="../x/index.html#here">'),
        ('<a href="../f/?record=a/&amp;b=./">', '<a href="../f/index.html?record=a/&amp;b=./">'),
        ('<form role="search" action="../search/">', '<form role="search" action="../search/index.html">'),
        ('<a href="x/">a</a> <a href="y/">', '<a href="x/index.html">a</a> <a href="y/index.html">'),
        ('<svg><a xlink:href="x/">', '<svg><a xlink:href="x/index.html">'),
        ("<script>a</script><!--online--><div\n>x</div><!--/online-->y", "<script>a</script>y"),
        ('<script src="../assets/search.js" type="module"></script>y', "y"),
        ('<script defer src="../assets/search.js"></script>y', "y"),
        ('<script defer src="../assets/search.js?v=0123"></script>y', "y"),
        ('<script type="module" src="../assets/other.js"></script>y', "y"),
    ],
)
def test_links_to_folders_lead_to_their_pages(written: str, expected: str) -> None:
    """A folder is named with its page; what needs a server goes away."""
    assert rewritten(written.encode()) == expected.encode()


@pytest.mark.parametrize(
    "same",
    [
        '<a href="x.csv">',
        '<a href="#here">',
        '<a href="">',
        '<a href="?a=b/">',
        '<a href="https://h.example/">',
        '<a href="//h.example/">',
        '<a href="mailto:a@h.example?body=x/">',
        '<link rel="canonical" href="https://h.example/x/">',
        '<link rel="stylesheet" href="../assets/ledger.css">',
        '<p>href="x/"</p>',
        '<script src="../assets/lists.js" defer></script>',
        '<script type="application/ld+json">{"item":"../x/"}</script>',
    ],
)
def test_other_links_stay_as_they_are(same: str) -> None:
    """Files, places on the page, other hosts, and texts that only look like links."""
    assert rewritten(same.encode()) == same.encode()


@pytest.fixture(scope="module")
def packed(district_site: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(archive(district_site)))


def test_the_zip_is_the_same_for_the_same_site(district_site: Path, packed: zipfile.ZipFile) -> None:
    """Names are in order, times fixed: two runs give the same bytes."""
    assert archive(district_site) == archive(district_site)
    assert packed.testzip() is None
    assert packed.namelist() == sorted(packed.namelist())
    assert {member.date_time for member in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_everything_but_the_search_is_there(district_site: Path, packed: zipfile.ZipFile) -> None:
    """All pages, downloads and files of the ledger; no index of the search, nothing that is for servers."""
    files = {p.relative_to(district_site).as_posix() for p in district_site.rglob("*") if p.is_file()}
    left = files - {*packed.namelist()}
    of_search = {name for name in left if name.startswith(("pagefind/", "search/"))}
    assert left - of_search == {"404.html", "sitemap.xml", "sitemap.xml.gz"}
    assert "search/index.html" in of_search
    assert "data/tasks.csv" in packed.namelist() and "indicators/new-jobs/index.html" in packed.namelist()


def test_every_link_of_the_zip_is_a_file_in_it(packed: zipfile.ZipFile) -> None:
    """No link leads to a folder, to a file that is not there, or to the root of a host."""
    names = {*packed.namelist()}
    for name in packed.namelist():
        if not name.endswith(".html"):
            continue
        tree = LexborHTMLParser(packed.read(name).decode())
        for element, attribute in (*ATTRIBUTES.items(), ("form", "action")):
            for node in tree.css(f"{element}[{attribute}]"):
                link = urlsplit(node.attributes[attribute] or "")
                if link.scheme or link.netloc or not link.path:
                    continue
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(link.path)))
                assert target in names, (name, node.attributes[attribute])


def test_no_page_of_the_zip_asks_for_the_search(packed: zipfile.ZipFile) -> None:
    """There is no search box and no module, which no browser runs from a folder."""
    for name in packed.namelist():
        if name.endswith(".html"):
            tree = LexborHTMLParser(packed.read(name).decode())
            assert not tree.css('script[type=module], #pl-search, [src*="assets/search.js"]'), name


@in_browser
@pytest.mark.parametrize("javascript", [True, False])
def test_the_zip_opens_from_a_folder(
    chrome: Browser, packed: zipfile.ZipFile, tmp_path: Path, *, javascript: bool
) -> None:
    """From home to a list, an indicator and its CSV, without a server and without a fault of any script."""
    packed.extractall(tmp_path)
    with visit(chrome, (tmp_path / "index.html").as_uri(), javascript=javascript) as page:
        page.locator("a[href^='indicators/index.html']").first.click()
        assert page.url.endswith("/indicators/index.html")
        page.locator("a[href*='new-jobs/index.html']").first.click()
        assert page.locator("h1").inner_text().strip().startswith("新增就业")
        file = page.locator("a[href$='.csv']").first.get_attribute("href")
        assert file
        text = (tmp_path / "indicators/new-jobs" / file).read_text(encoding="utf-8")
        assert [*csv.reader(io.StringIO(text))][1:]
        page.locator("nav.pl-trail a").first.click()
        assert page.url == (tmp_path / "index.html").as_uri()
        assert page.locator(".md-footer").evaluate("e => getComputedStyle(e).display") == "block"


@in_browser
def test_the_draft_of_a_message_is_filled_in_from_a_folder(
    chrome: Browser, packed: zipfile.ZipFile, tmp_path: Path
) -> None:
    """A page is told its query from a folder, too; a phone shows it."""
    packed.extractall(tmp_path)
    address = (tmp_path / "feedback/index.html").as_uri() + "?record=new-jobs&page=x/&version=1"
    with visit(chrome, address, width=PHONE) as page:
        assert page.locator("[data-told=record]").inner_text() == "new-jobs"


def test_the_command_names_the_zip_after_the_package(
    district_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The zip stands in the folder that was given, and the reader is told what to open."""
    assert main(["offline", "--site", str(district_site), "--folder", str(tmp_path / "out")]) == 0
    file = tmp_path / "out/chengxi-plan-ledger-offline.zip"
    assert zipfile.is_zipfile(file)
    out = capsys.readouterr().out
    assert str(file) in out and "打开 index.html" in out


def test_the_command_needs_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where no site was built nothing is written, and the reader is told what to do first."""
    assert main(["offline", "--site", str(tmp_path), "--folder", str(tmp_path / "out")]) == 2
    assert "先用 build 建站" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
