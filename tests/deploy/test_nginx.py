"""The site as a real nginx serves it with our settings: headers, types, and whole pages while versions change."""

from __future__ import annotations

import os
import shutil
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.language.download_words import FORMATS
from generator.publish.deploy.switch import switch_to
from generator.publish.deploy.versions import PublicSite, public_site
from generator.publish.policy import content_policy
from tests.helpers.nginx import needs_nginx, served

pytestmark = needs_nginx


@pytest.fixture(scope="module")
def public(district_site: Path, tmp_path_factory: pytest.TempPathFactory) -> PublicSite:
    """The made-up district's site, twice: two versions, of which the first is public."""
    site = public_site(tmp_path_factory.mktemp("www") / "site")
    for number in (1, 2):
        shutil.copytree(district_site, site.version(number), copy_function=os.link)
        page = site.version(number) / "index.html"
        content = page.read_bytes()
        page.unlink()
        page.write_bytes(content.replace(b"</html>", b"<!-- version %d --></html>" % number))
    switch_to(site, site.version(1), 1)
    return site


@pytest.fixture(scope="module")
def host(public: PublicSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site; nginx runs until the tests of this file are done."""
    with served(public.target, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def get(address: str) -> tuple[int, Message, bytes]:
    """Status, headers and content of an address."""
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def some(site: Path, pattern: str) -> str:
    """The address of a file in the site."""
    return "/" + min(site.glob(pattern)).relative_to(site).as_posix()


def test_types_and_security(host: str, public: PublicSite) -> None:
    """Programs are told what they get; every answer, that of a wrong address too, has the headers of security."""
    types = {
        "/": "text/html; charset=utf-8",
        "/data/targets.csv": "text/csv; charset=utf-8",
        "/data/targets.parquet": "application/vnd.apache.parquet",
        some(public.target, "**/*.ics"): "text/calendar; charset=utf-8",
        some(public.target, "data/*.sqlite"): "application/vnd.sqlite3",
        some(public.target, "data/*.jsonld"): "application/ld+json; charset=utf-8",
        "/datapackage.json": "application/json; charset=utf-8",
        "/assets/ledger.css": "text/css; charset=utf-8",
        "/assets/find.js": "application/javascript; charset=utf-8",
    }
    answers = {path: get(host + path) for path in types}
    assert {path: headers["Content-Type"] for path, (_, headers, _) in answers.items()} == types
    of_formats = {form: get(host + some(public.target, f"data/*.{form.name}"))[1]["Content-Type"] for form in FORMATS}
    untyped = [form.name for form, said in of_formats.items() if said.partition(";")[0] != form.media_type]
    assert untyped == [], "the type of a format is missing in deploy/nginx.conf"
    missing = get(f"{host}/nowhere/at/all/")
    assert missing[0] == 404 and "没有".encode() in missing[2]
    for status, headers, _ in (*answers.values(), missing):
        assert status in (200, 404) and headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Security-Policy"].startswith(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' "
        )
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"] and headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] and "nginx/" not in headers["Server"]


def test_the_policies_are_those_of_the_program(host: str, public: PublicSite) -> None:
    """The server says what the pages say of themselves, and that nobody may frame them; a picture may be shown."""
    said = {path: get(host + path)[1]["Content-Security-Policy"] for path in ("/", "/data/targets.csv", "/nowhere/")}
    page = f"{content_policy.PAGE}; {content_policy.FRAMED}"
    assert said == {
        "/": page,
        "/data/targets.csv": page,
        "/nowhere/": f"{content_policy.MISSING}; {content_policy.FRAMED}",
    }
    picture = get(host + some(public.target, "indicators/*/picture.svg"))[1]
    assert (picture["Content-Security-Policy"], picture["X-Frame-Options"]) == (content_policy.PICTURE, None)


def test_what_may_be_kept_and_who_may_read(host: str, public: PublicSite) -> None:
    """Names that change with their content are kept for a year, own scripts a week, pages are asked for each time."""
    kept = {
        some(public.target, "assets/javascripts/bundle.*.min.js"): "public, max-age=31536000, immutable",
        some(public.target, "assets/stylesheets/main.*.min.css"): "public, max-age=31536000, immutable",
        some(public.target, "pagefind/fragment/*"): "public, max-age=31536000, immutable",
        "/assets/ledger.css?v=0123456789": "public, max-age=604800",
        "/assets/ledger.css": "no-cache",
        "/tasks/": "no-cache",
        "/data/targets.csv": "no-cache",
        "/pagefind/pagefind.js": "no-cache",
    }
    assert {path: get(host + path)[1]["Cache-Control"] for path in kept} == kept
    assert get(f"{host}/data/targets.csv")[1]["Access-Control-Allow-Origin"] == "*"
    assert get(f"{host}/tasks/")[1]["Access-Control-Allow-Origin"] is None


def test_hidden_files_are_not_served(host: str, public: PublicSite) -> None:
    """Neither those of git nor versions beside; what proves a certificate is."""
    for name in (".git/config", ".well-known/acme-challenge/token"):
        (public.target / name).parent.mkdir(parents=True, exist_ok=True)
        (public.target / name).write_text("x", encoding="utf-8")
    assert get(f"{host}/.git/config")[0] == 404
    assert get(f"{host}/.well-known/acme-challenge/token")[2] == b"x"
    for name in (".git", ".well-known"):
        shutil.rmtree(public.target / name)


def test_visitors_meet_whole_pages_while_versions_change(host: str, public: PublicSite) -> None:
    """No request fails, and each gets the old page or the new one."""
    pages = {(public.version(number) / "index.html").read_bytes() for number in (1, 2)}
    seen: list[tuple[int, bytes]] = []
    over = threading.Event()

    def visit() -> None:
        while not over.is_set():
            status, _, content = get(f"{host}/")
            seen.append((status, content))

    visitor = threading.Thread(target=visit)
    visitor.start()
    while len({content for _, content in seen}) < 2 or len(seen) < 50:
        for number in (2, 1):
            switch_to(public, public.version(number), number)
    over.set()
    visitor.join()
    assert {status for status, _ in seen} == {200} and {content for _, content in seen} == pages


@pytest.mark.browser
def test_a_browser_is_content_with_the_headers(host: str, chrome: Browser) -> None:
    """Nothing that a page needs is forbidden by the policy: no complaint on a page, a list, and a search that finds."""
    page = chrome.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in ("/", "/indicators/", "/search/?q=河道"):
        page.goto(host + path)
    page.locator("#pl-results[aria-busy=false]").wait_for()
    assert page.locator("#pl-results a").count() > 0
    page.close()
    assert complaints == []
