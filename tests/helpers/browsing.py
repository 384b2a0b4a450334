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
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser"))), None)
"""The system's own: Playwright's download of browsers is not needed. The one without a window of its own is the same
program; a visit with it costs a third.
"""

Scheme = Literal["light", "dark"]

DESKTOP, PHONE, NARROW = 1280, 390, 320
"""Widths at which pages are looked at, in pixels; the last is also what a desktop has left at 400 %."""

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
        browser.close()


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
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=javascript,
        locale="zh-CN",
        accept_downloads=True,
        bypass_csp=not policy,
        is_mobile=width < 500,
        has_touch=width < 500,
    )
    faults: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: faults.extend(_foreign(request.url, host)))
    try:
        yield page
    finally:
        context.close()
    assert faults == [], faults


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
    """A new visitor on a page; see above for what fails."""
    with visitor(browser, address, width=width, scheme=scheme, javascript=javascript, policy=policy) as page:
        page.goto(address)
        yield page


def _foreign(url: str, address: str) -> list[str]:
    parts = urlsplit(url)
    own = parts.scheme in ("data", "blob") or parts.netloc == urlsplit(address).netloc
    return [] if own else [f"asked another host: {url}"]
