"""The site under a path of a portal, /zwgk/gh135/, whether or not the settings know its address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import built, project
from tests.helpers import ledger
from tests.helpers.browsing import Files, hosted, in_browser, visitor
from tests.helpers.runs import Once
from tests.helpers.sites import edit

PATH = "/zwgk/gh135/"
URL = f"https://ledger.example{PATH}"


class Portal(Files):
    """A portal that shows the site's own page where nothing is."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The page for what is not there, with its status."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module", params=["with its address", "without"])
def portal(request: pytest.FixtureRequest, once: Once) -> Iterator[tuple[str, Path]]:
    """The address of a portal's folder, and the site that stands there."""

    def build(folder: Path) -> None:
        data = ledger.write(folder, ledger.LEDGER).rename(folder / "ledger")
        line = f"url: {URL}\n" if request.param == "with its address" else ""
        edit(data / "site.yml", "url: https://ledger.example/\n", f"{line}noindex: false\n")
        (folder / "project").mkdir()
        built(project(folder / "project", data))

    site = once(f"portal {request.param}", build) / "project" / "site"
    with hosted(site, PATH, Portal) as address:
        yield address, site


def watched(page: Page) -> list[str]:
    """What a page asks for outside its folder, or in vain, from now on."""
    faults: list[str] = []

    def look(response: Response) -> None:
        if not urlsplit(response.url).path.startswith(PATH) or response.status >= 400:
            faults.append(f"{response.status} {response.url}")

    page.on("response", look)
    return faults


@in_browser
def test_a_reader_walks_through_the_site(chrome: Browser, portal: tuple[str, Path]) -> None:
    """Every step from home to a record, its table, the data and back stays in the folder; nothing is missing."""
    address, _ = portal
    with visitor(chrome, address) as page:
        faults = watched(page)
        page.goto(address)
        page.locator("a[href='indicators/']").first.click()
        page.locator("article table tbody th a").first.click()
        with page.expect_download() as download:
            page.locator("a[href$='.csv']").first.click()
        assert download.value.path().stat().st_size
        page.get_by_role("link", name="这条数据有误？").click()
        page.wait_for_url("**/feedback/**")
        page.get_by_role("link", name="网站地图").click()
        page.locator("a[href='../methods/']").last.click()
        page.locator("nav.pl-trail a").first.click()
        assert page.url == address
        assert faults == []


@in_browser
def test_the_index_of_the_search_is_found(chrome: Browser, portal: tuple[str, Path]) -> None:
    """What the search loads stands below the folder, and opens from a page deep in it."""
    address, site = portal
    deep = next(p.parent.name for p in (site / "tasks").glob("*/index.html"))
    with visitor(chrome, address) as page:
        page.goto(f"{address}tasks/{deep}/")
        faults = watched(page)
        opened = page.evaluate(
            "async root => { const p = await import(root + 'pagefind/pagefind.js'); await p.options({noWorker: true});"
            " await p.init();"
            " return Object.keys(await p.filters()) !== null; }",
            address,
        )
        assert opened and faults == []


@in_browser
def test_the_page_of_what_is_not_there_leads_nowhere_wrong(chrome: Browser, portal: tuple[str, Path]) -> None:
    """At any depth it is readable, and asks for nothing and leads to nothing outside the folder."""
    address, site = portal
    context = chrome.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    answer = page.goto(f"{address}indicators/no/such/page/")
    assert answer and answer.status == 404
    assert page.locator("h1").inner_text() == "没有这个页面"
    assert all(path.startswith(PATH) for path in asked)
    links = [
        a.attributes["href"] or "" for a in LexborHTMLParser((site / "404.html").read_text("utf-8")).css("a[href]")
    ]
    context.close()
    assert all(link.startswith((PATH, "#", "https://licence.example/")) for link in links)


@in_browser
def test_the_page_of_what_is_not_there_leads_home(chrome: Browser, portal: tuple[str, Path]) -> None:
    """It has the look of the site, a search and a way home, whatever the depth, and with the address unknown, too."""
    address, _ = portal
    context = chrome.new_context()
    page = context.new_page()
    for wrong in ("no", "no/", "indicators/no/such/page/"):
        page.goto(f"{address}{wrong}")
        band = page.locator("header").first.evaluate("node => getComputedStyle(node).backgroundColor")
        assert band == "rgb(139, 30, 30)"
        page.locator("main form input:visible").fill("产值")
        page.locator("main form button:visible").click()
        page.wait_for_url(f"{address}search/?q=*")
        page.go_back()
        page.locator("main").get_by_role("link", name="首页", exact=True).click()
        page.wait_for_url(address)
    context.close()


@in_browser
def test_without_scripts_the_page_of_what_is_not_there_says_the_way(chrome: Browser, portal: tuple[str, Path]) -> None:
    """Where the address is known a link leads home; else words say how to get there, and no link leads elsewhere."""
    address, site = portal
    known = '<link rel="canonical"' in (site / "index.html").read_text(encoding="utf-8")
    context = chrome.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}indicators/no/")
    if known:
        page.locator("main").get_by_role("link", name="首页", exact=True).click()
        page.wait_for_url(address)
    else:
        assert page.get_by_text("一级一级往上，就是本站首页").is_visible()
        assert page.locator("a[href]").count() == 0 and not page.locator("form").is_visible()
    context.close()


def test_the_list_of_addresses_has_the_folder(portal: tuple[str, Path]) -> None:
    """The list for machines names whole addresses where the settings know them, and none where they do not."""
    _, site = portal
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    known = '<link rel="canonical"' in (site / "index.html").read_text(encoding="utf-8")
    assert (f"<loc>{URL}tasks/</loc>" in text) == known
    assert text.count("<loc>") == (text.count(f"<loc>{URL}") if known else 0)
