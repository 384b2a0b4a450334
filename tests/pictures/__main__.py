"""``python -m tests.pictures``: makes those pictures of the manual whose words have changed; ``--all`` makes all."""

from __future__ import annotations

import json
import mimetypes
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Route

from tests.helpers.browsing import CHROMIUM, launched
from tests.pictures.png import lighter
from tests.pictures.recipes import DIGESTS, FOLDER, PICTURES
from tests.pictures.shown import ADDRESS, Shown

MARGIN = 12
"""Pixels around the parts of a page."""
STILL = """* { animation: none !important; transition: none !important }
.md-sidebar, .md-content__button { visibility: hidden }"""
"""Nothing moves, and nothing stands beside the parts that are shown."""


def take() -> None:
    """Make the pictures, remove those that have no recipe, and write down what the others show."""
    if CHROMIUM is None:
        sys.exit("Chromium is missing: apt-get install chromium-headless-shell")
    known: dict[str, str] = json.loads(DIGESTS.read_bytes()) if DIGESTS.exists() else {}
    for file in FOLDER.glob("*.png"):
        if file.stem not in PICTURES:
            file.unlink()
    digests = {}
    with launched() as browser:
        for name, recipe in PICTURES.items():
            with tempfile.TemporaryDirectory() as folder:
                shown = recipe(Path(folder))
            file = FOLDER / f"{name}.png"
            digests[name] = shown.digest()
            if "--all" in sys.argv or digests[name] != known.get(name) or not file.exists():
                file.write_bytes(picture(browser, shown))
                print(f"{file}: {file.stat().st_size:,} bytes")
    DIGESTS.write_text(json.dumps(digests, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def picture(browser: Browser, shown: Shown) -> bytes:
    """A PNG of the parts of a page; the page's own files come from the site, and no other host is asked."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.lstrip("/")
        content = shown.html.encode() if route.request.is_navigation_request() else shown.file(path)
        kind = mimetypes.guess_type(path)[0] or "text/html; charset=utf-8"
        route.fulfill(status=404 if content is None else 200, body=content or b"", content_type=kind)

    context = browser.new_context(viewport={"width": shown.width, "height": 800}, locale="zh-CN", bypass_csp=True)
    page = context.new_page()
    page.route("**/*", answer)
    page.goto(f"{ADDRESS}#{shown.place}")
    page.add_style_tag(content=STILL)
    boxes: list[dict[str, Any]] = [dict(page.locator(part).first.bounding_box() or {}) for part in shown.parts]
    left, top = (max(min(box[side] for box in boxes) - MARGIN, 0) for side in ("x", "y"))
    right = min(max(box["x"] + box["width"] for box in boxes) + MARGIN, shown.width)
    bottom = max(box["y"] + box["height"] for box in boxes) + MARGIN
    clip: Any = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    if shown.place:
        taken = page.screenshot(animations="disabled")
    else:
        taken = page.screenshot(full_page=True, clip=clip, animations="disabled")
    made = lighter(taken, context.new_page())
    context.close()
    return made


if __name__ == "__main__":
    take()
