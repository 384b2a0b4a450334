"""What a page costs a reader with a slow line: bytes, and what must arrive before there is something to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.helpers.browsing import PHONE, Compressed, hosted, in_browser, visit, visitor
from tests.helpers.endurance import some

MOST = 250_000
"""Bytes of an indicator's page with all that it loads."""
INLINE = 1_000
"""Characters of scripts inside of the head of a page, at most."""

INDICATOR = "indicators/new-jobs/"
BLOCKING = """() => performance.getEntriesByType("resource")
  .filter(e => e.initiatorType === "script" && e.renderBlockingStatus === "blocking").map(e => e.name)"""


@pytest.fixture(scope="module")
def light_host(real_site: Path) -> Iterator[str]:
    """The real site on a server that compresses text."""
    with hosted(real_site, handler=Compressed) as address:
        yield address


def largest(site: Path) -> str:
    """The indicator's page with most to read."""
    pages = (site / "indicators").glob("*/index.html")
    return max(pages, key=lambda page: page.stat().st_size).parent.relative_to(site).as_posix() + "/"


def transferred(page: Page, address: str) -> dict[str, int]:
    """Bytes of each answer with its head, as the browser counts them on the line, with an empty cache."""
    session = page.context.new_cdp_session(page)
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.on("Network.responseReceived", lambda told: names.update({told["requestId"]: told["response"]["url"]}))
    session.on("Network.loadingFinished", lambda told: sizes.update({told["requestId"]: told["encodedDataLength"]}))
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.goto(address, wait_until="networkidle")
    return {names[request]: size for request, size in sizes.items()}


@in_browser
@pytest.mark.parametrize("which", ["usual", "largest"])
def test_an_indicator_is_light(chrome: Browser, light_host: str, real_site: Path, which: str) -> None:
    """An indicator's page and everything it loads are 250 KB or less on the line, before the search is opened.

    The server compresses with gzip, as every web server does. Uncompressed it would be more: the theme's style sheets
    and script alone have 260 KB.
    """
    path = INDICATOR if which == "usual" else largest(real_site)
    with visitor(chrome, light_host, width=PHONE) as page:
        sizes = transferred(page, light_host + path)
    assert {Path(name).suffix for name in sizes} >= {"", ".css", ".js"}
    assert sum(sizes.values()) <= MOST, sizes


@in_browser
def test_the_page_is_read_without_scripts(chrome: Browser, real_host: str) -> None:
    """With JavaScript off the name, the figures, their source and the ways onward are seen."""
    with visit(chrome, real_host + INDICATOR, width=PHONE, javascript=False) as page:
        _readable(page)


@in_browser
def test_the_page_is_read_before_scripts_arrive(chrome: Browser, real_host: str) -> None:
    """While no script has come yet, the page is already painted, with its name and figures."""
    held: list[Route] = []
    with visitor(chrome, real_host, width=PHONE) as page:
        page.route("**/*.js", lambda route: held.append(route))  # noqa: PLW0108 Playwright marks what it is given
        page.goto(real_host + INDICATOR, wait_until="commit")
        page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
        _readable(page)
        assert held
        for route in held:
            route.continue_()
        page.wait_for_load_state()
        assert page.evaluate(BLOCKING) == []


WAITING_FOR = """() => {
  const waits = (s) => s.defer || s.async || s.type === "module";
  const scripts = [...document.querySelectorAll("script[src]")].filter((s) => !waits(s));
  const elements = [...document.body.querySelectorAll(":not(script, template, template *)")];
  const follows = (s, e) => s.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING;
  return scripts.filter((s) => elements.some((e) => follows(s, e))).map((s) => s.src);
}"""
"""The scripts that must have come and run before something behind them can be read."""
WAITED_FOR = """() => {
  const script = Object.assign(document.createElement("script"), { src: "waited-for.js", async: false });
  document.body.append(script, document.createElement("p"));
}"""
"""Puts such a script into a page."""


@in_browser
@pytest.mark.sampled
def test_nothing_waits_for_a_script(chrome: Browser, district_kinds: dict[str, str]) -> None:
    """On a page of any kind, scripts in the head are tiny, and files of scripts stand behind all else or wait.

    Some kinds here, each in make endurance.
    """
    length = "[...document.head.querySelectorAll('script')].filter(s => !s.src).reduce((n, s) => n + s.text.length, 0)"
    with visitor(
        chrome, district_kinds["home"], javascript=False
    ) as page:  # pages as they come, before any script runs
        for kind, address in some([*district_kinds.items()], most=12):
            page.goto(address)
            assert page.evaluate(length) <= INLINE, kind
            assert page.evaluate(WAITING_FOR) == [], kind
            page.evaluate(WAITED_FOR)
            assert [name.endswith("/waited-for.js") for name in page.evaluate(WAITING_FOR)] == [True], "one is found"


def _readable(page: Page) -> None:
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("h1")).to_have_text("新增就业人数")
    expect(page.locator("article")).to_contain_text("14.6 万人")
    for element in page.locator("article table").all()[:2]:
        expect(element).to_be_visible()
