"""Pages say what they may load and run, and nothing in them needs more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.publish.build import build_site
from generator.publish.offline_zip import rewritten
from generator.publish.policy.content_policy import PAGE, hash_of
from generator.publish.site_content import BuildOptions
from tests.conftest import project
from tests.helpers import ledger
from tests.helpers.browsing import hosted, in_browser, visit
from tests.helpers.nginx import needs_nginx, strictly_hosted
from tests.helpers.sites import edit

DATA_BLOCKS = {"application/ld+json", "application/json"}
"""Types of script elements that hold data: nothing of them runs."""


def policy(html: LexborHTMLParser) -> list[str]:
    """The policies of a page."""
    return [node.attributes["content"] or "" for node in html.css('meta[http-equiv="Content-Security-Policy"]')]


def within(html: LexborHTMLParser) -> list[LexborNode]:
    """Scripts and styles that stand in a page."""
    runs = [n for n in html.css("script:not([src])") if n.attributes.get("type") not in DATA_BLOCKS]
    return [*runs, *html.css("style")]


def test_every_page_has_its_policy_and_nothing_that_needs_more(district_site: Path) -> None:
    """Each page has one policy, before anything that is loaded; every script in it is named there by its hash, and no
    element has a style or a handler of its own."""
    for file in sorted(district_site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        html = LexborHTMLParser(text)
        (own,) = policy(html)
        assert own == PAGE, file
        assert 0 <= text.index("Content-Security-Policy") < min(text.index("<link"), text.index("<script")), file
        assert all(hash_of(node.text()) in own for node in within(html)), file
        attributes = {name for node in html.css("*") for name in node.attributes}
        assert not [name for name in attributes if name == "style" or name.startswith("on")], file


def test_the_policy_forbids_what_is_not_ours() -> None:
    """Nothing but own scripts, styles and data; no script that stands in a page, whoever wrote it."""
    rules = dict(rule.split(" ", 1) for rule in PAGE.split("; "))
    assert rules["default-src"] == rules["base-uri"] == "'none'"
    assert "unsafe-inline" not in PAGE and "http" not in PAGE and "*" not in PAGE
    assert re.fullmatch(r"'self' 'wasm-unsafe-eval' 'sha256-[\w+/]+='", rules["script-src"])


def test_a_copy_for_a_disk_may_load_the_files_beside_it(district_site: Path) -> None:
    """Not every browser takes two files of a disk for one site."""
    page = rewritten((district_site / "index.html").read_bytes()).decode()
    (own,) = policy(LexborHTMLParser(page))
    assert "script-src 'self' file: " in own and "style-src 'self' file:;" in own


@in_browser
def test_a_script_that_got_in_does_not_run(chrome: Browser, district_site: Path, tmp_path: Path) -> None:
    """In a page whatever was smuggled in stays dead, and the browser says so: tests that visit pages fail."""
    picture = '<img src="assets/images/favicon.svg" onload="document.title = 1" alt="">'
    bad = f"<script>document.title = 1</script>{picture}"
    text = (district_site / "index.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(text.replace("</body>", f"{bad}</body>"), encoding="utf-8")
    (tmp_path / "assets").symlink_to(district_site / "assets")
    with (
        hosted(tmp_path) as address,
        pytest.raises(AssertionError, match="Content Security Policy"),
        visit(chrome, address) as page,
    ):
        assert page.title() != "1"


@in_browser
@pytest.mark.parametrize("chosen", ["slate", "default"])
def test_the_chosen_colours_are_there_before_the_first_picture(
    chrome: Browser, district_host: str, chosen: str
) -> None:
    """Without anything from files of scripts the page has the colours that were chosen on another page."""
    with visit(chrome, f"{district_host}tasks/", scheme="dark" if chosen == "default" else "light") as page:
        page.locator("[data-md-component=palette] button:visible").click()
        page.wait_for_function("want => document.body.dataset.mdColorScheme === want", arg=chosen)
        page.route("**/*.js*", lambda route: route.fulfill(content_type="text/javascript", body=""))
        page.goto(f"{district_host}indicators/new-jobs/")
        assert page.locator("body").get_attribute("data-md-color-scheme") == chosen
        page.unroute("**/*.js*")
        page.goto(f"{district_host}indicators/")
        assert page.locator("body").get_attribute("data-md-color-scheme") == chosen


@in_browser
def test_pictures_are_whole_by_themselves(chrome: Browser, district_host: str, district_site: Path) -> None:
    """A picture that is opened alone has its colours and fonts, under the server's policy, too."""
    with visit(chrome, district_host) as page:
        for pattern in (
            "indicators/*/picture.svg",
            "indicators/*/share.svg",
            "plans/*/areas.svg",
            "assets/images/favicon.svg",
        ):
            file = min(district_site.glob(pattern))
            page.goto(district_host + file.relative_to(district_site).as_posix())
            assert page.evaluate("[...document.styleSheets].length") == 1, pattern


@needs_nginx
@in_browser
def test_the_page_of_what_is_not_there_obeys_the_server(chrome: Browser, tmp_path: Path) -> None:
    """Where nobody knows the address of the site, that page has its own script and style; the server allows them."""
    data = ledger.write(tmp_path, ledger.LEDGER).rename(tmp_path / "ledger")
    edit(data / "site.yml", "url: https://ledger.example/\n", "noindex: false\n")
    (tmp_path / "project").mkdir()
    site = tmp_path / "site"
    config = project(tmp_path / "project", data) / "mkdocs.yml"
    build_site(config, site, BuildOptions(search=False, further=False))
    with strictly_hosted(site, "/") as host:
        page = chrome.new_page()
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        answer = page.goto(f"{host}no/such/page/")
        assert answer and answer.status == 404
        page.locator("main").get_by_role("link", name="首页", exact=True).wait_for()
        assert page.evaluate("getComputedStyle(document.querySelector('header')).backgroundColor") == "rgb(139, 30, 30)"
        page.close()
    assert not [text for text in told if "Content Security Policy" in text]
