"""Pages in a real browser: they fit a phone, and ask no other host for anything."""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None and not os.environ.get("CI"), reason="Chromium is not installed"),
]

PAGES = (
    "",
    "indicators/",
    "indicators/famous-brand-products/",
    "indicators/2017-patent-applications/",
    "tasks/public-culture-system/",
    "departments/development-and-reform/",
    "towns/zhongbei/",
    "sections/s2016-3-1/",
    "years/",
    "years/2017/",
    "years/2018/",
    "indicators/binding/",
    "plans/plan-2016-2020/",
    "matrix/",
    "documents/xiqing-annual-plan-2018/",
    "data/",
    "about/",
)

PROBE = """<!doctype html><title>probe</title><iframe id="f" width="{width}" height="900" src="/{page}"></iframe>
<script>
f.onload = () => {{
  const d = f.contentDocument.documentElement;
  const asked = f.contentWindow.performance.getEntriesByType("resource").map(e => e.name);
  const wide = [...f.contentDocument.querySelectorAll("article *")]
    .filter(e => e.getBoundingClientRect().right > {width} + 1).slice(0, 3).map(e => e.outerHTML.slice(0, 120));
  document.body.dataset.found = JSON.stringify({{over: d.scrollWidth - d.clientWidth, wide, asked}});
}};
</script>"""


class Handler(http.server.SimpleHTTPRequestHandler):
    """The site, and a page that measures another one in a frame of a given width."""

    def do_GET(self) -> None:
        if not self.path.startswith("/__probe__/"):
            super().do_GET()
            return
        width, _, page = self.path.removeprefix("/__probe__/").partition("/")
        body = PROBE.format(width=int(width), page=page).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host(real_site: Path) -> Iterator[str]:
    """The real site on a port of this machine."""
    handler = functools.partial(Handler, directory=str(real_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def chromium(url: str, profile: Path, *options: str) -> str:
    """The page's DOM after its scripts ran."""
    assert CHROMIUM, "Chromium is missing: CI must install it"
    command = [
        *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
        *(f"--user-data-dir={profile}", "--virtual-time-budget=8000", *options, "--dump-dom", url),
    ]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def probe(host: str, page: str, profile: Path) -> dict[str, Any]:
    """What the frame of 390 pixels found of a page: how much it sticks out, and what it asked for."""
    node = LexborHTMLParser(chromium(f"{host}/__probe__/390/{page}", profile)).css_first("body")
    assert node is not None and node.attributes.get("data-found"), "the page did not load"
    found: dict[str, Any] = json.loads(str(node.attributes["data-found"]))
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p or "home")
def test_a_page_fits_a_phone_and_stays_at_home(host: str, page: str, tmp_path: Path) -> None:
    """At 390 pixels nothing sticks out sideways, and everything the page asks for comes from the site itself."""
    found = probe(host, page, tmp_path)
    assert found["over"] == 0, found["wide"]
    assert found["asked"] and {urlsplit(u).netloc for u in found["asked"]} == {urlsplit(host).netloc}
