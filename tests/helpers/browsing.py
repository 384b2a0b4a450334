"""The site as a visitor meets it: Debian's Chromium, driven by Playwright; the sites on a port of this machine."""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser"))), None)
"""The system's own: Playwright's download of browsers is not needed. The one without a window of its own is the same
program; a visit with it costs a third.
"""

Scheme = Literal["light", "dark"]

DESKTOP, PHONE, NARROW = 1280, 390, 320
"""Widths at which pages are looked at, in pixels; the last is also what a desktop has left at 400 %."""
HEIGHT: Final = 900
_PHONES: Final = 500
"""What is narrower is a phone."""

ENLARGE = "Object.assign(document.documentElement.dataset, {plSize: 'large', plContrast: 'high'})"
"""What the switch for large text and strong contrast sets."""


def in_browser(test: Any) -> Any:
    """Marks a test that needs Chromium: skipped where it is missing, never in CI."""
    skip = pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="Chromium is not installed")
    return pytest.mark.browser(skip(test))


# -- the site on a port


class Files(http.server.SimpleHTTPRequestHandler):
    """Files of a folder, as they are, below an address."""

    def __init__(self, *args: Any, at: str, **options: Any) -> None:
        self.at = at
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        """The file of an address; outside of where the folder is there is nothing."""
        inside = path.startswith(self.at)
        return super().translate_path("/" + path.removeprefix(self.at) if inside else "/nothing-here")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Compressed(Files):
    """The same, with text compressed, as servers of the web do it."""

    TEXT = frozenset({".html", ".css", ".js", ".svg", ".json"})

    def do_GET(self) -> None:
        """A file; a folder stands for its page."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in self.TEXT or not path.is_file():
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def hosted(site: Path, at: str = "/sub/", handler: type[Files] = Files) -> Iterator[str]:
    """A site's address in a folder of a server: no address may be counted from the server's root."""
    handle = functools.partial(handler, directory=str(site), at=at)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handle) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{at}"
        server.shutdown()


# -- the visitor


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium, without a window."""
    assert CHROMIUM, "Chromium is missing: CI must install it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        _rested.clear()
        browser.close()


class _Kind(NamedTuple):
    """What cannot be changed about a visitor once there is one."""

    browser: Browser
    phone: bool
    javascript: bool
    policy: bool


_rested: Final[dict[_Kind, Page]] = {}
"""By kind a visitor whose last visit is over. For a new one the browser starts a process, which compiles all scripts
again: a third of what a short visit costs."""


@contextmanager
def visitor(
    browser: Browser,
    host: str,
    *,
    width: int = DESKTOP,
    scheme: Scheme = "light",
    javascript: bool = True,
    policy: bool = True,
) -> Iterator[Page]:
    """A new visitor before the first page. Fails afterwards when a script failed, something was not there, anyone but
    the host was asked for anything, or a page needed what its policy forbids; without ``policy`` nothing is forbidden.
    """
    page = _new(_Kind(browser, width < _PHONES, javascript, policy), width, scheme)
    try:
        with _watched(page, host):
            yield page
    finally:
        page.context.close()


@contextmanager
def visit(
    browser: Browser,
    address: str,
    *,
    width: int = DESKTOP,
    scheme: Scheme = "light",
    javascript: bool = True,
    policy: bool = True,
) -> Iterator[Page]:
    """A visitor on a page; see above for what fails. He may have been here before: he has forgotten everything but the
    files that browsers keep. Who listens to a page's events or adds scripts to it takes a new ``visitor``.
    """
    kind = _Kind(browser, width < _PHONES, javascript, policy)
    page = _rested.pop(kind, None) or _new(kind, width, scheme)
    try:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        with _watched(page, address):
            page.goto(address)
            yield page
        _forget(page)
        if kind not in _rested and len(page.context.pages) == 1:
            _rested[kind] = page
    finally:
        if _rested.get(kind) is not page:
            page.context.close()


def _new(kind: _Kind, width: int, scheme: Scheme) -> Page:
    return kind.browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme=scheme,
        java_script_enabled=kind.javascript,
        locale="zh-CN",
        accept_downloads=True,
        bypass_csp=not kind.policy,
        is_mobile=kind.phone,
        has_touch=kind.phone,
    ).new_page()


@contextmanager
def _watched(page: Page, host: str) -> Iterator[None]:
    """Fails afterwards when something went wrong on the page."""
    faults: list[str] = []

    def told(message: ConsoleMessage) -> None:
        faults.extend([message.text] if message.type == "error" else [])

    def failed(error: Error) -> None:
        faults.append(str(error))

    def asked(request: Request) -> None:
        faults.extend(_foreign(request.url, host))

    page.on("console", told)
    page.on("pageerror", failed)
    page.on("request", asked)
    yield
    page.remove_listener("console", told)
    page.remove_listener("pageerror", failed)
    page.remove_listener("request", asked)
    assert faults == [], faults


def _forget(page: Page) -> None:
    """Let a page be as it was before the first visit: nothing is stored, chosen, emulated, held up or pointed at."""
    page.unroute_all()
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
    page.context.clear_cookies()
    page.goto("about:blank")
    page.emulate_media(media="null", contrast="null", reduced_motion="null", forced_colors="null")
    page.mouse.move(-1, -1)


def _foreign(url: str, address: str) -> list[str]:
    parts = urlsplit(url)
    own = parts.scheme in ("data", "blob") or parts.netloc == urlsplit(address).netloc
    return [] if own else [f"asked another host: {url}"]
