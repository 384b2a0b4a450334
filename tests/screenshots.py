"""``python -m tests.screenshots``: how a page of every kind looks, for those who change a style; written to
``build/screenshots/`` with a sheet of all of them, ``index.html``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from html import escape
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.conftest import ROOT, built, project
from tests.helpers import kinds
from tests.helpers.browsing import CHROMIUM, DESKTOP, ENLARGE, PHONE, Scheme, launched, visitor

FOLDER = ROOT / "build" / "screenshots"
PAPER = 794
"""The width of A4 in pixels."""
HIGHEST = 4_000
"""Pixels after which a long list is cut off: it goes on in the same way, and no browser draws it all."""


class Look(NamedTuple):
    """A way to look at a page; names sort in the order of the sheet."""

    name: str
    width: int = DESKTOP
    scheme: Scheme = "light"
    change: Callable[[Page], object] = lambda _: None


LOOKS = (
    Look("1-desktop"),
    Look("2-phone", PHONE),
    Look("3-dark", scheme="dark"),
    Look("4-phone-dark", PHONE, "dark"),
    Look("5-large", change=lambda page: page.evaluate(ENLARGE)),
    Look("6-phone-large", PHONE, change=lambda page: page.evaluate(ENLARGE)),
    Look("7-print", PAPER, change=lambda page: page.emulate_media(media="print")),
)


def main() -> None:
    """Build the sites, look at every kind of page, write the sheet."""
    if CHROMIUM is None:
        sys.exit("Chromium is missing: apt-get install chromium-headless-shell")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with _pages() as pages, launched() as browser:
        for look in LOOKS:
            for name in _pictures(browser, pages, look):
                print(name)
    (FOLDER / "index.html").write_text(sheet(pages), encoding="utf-8")
    print(FOLDER / "index.html")


@contextmanager
def _pages() -> Iterator[dict[str, str]]:
    """The kinds of the real site, and of the made-up district those that the real one does not have."""
    with ExitStack() as stack:
        found: dict[str, str] = {}
        for data, texts in ((ROOT / "data", ""), (ROOT / "tests/district/data", str(ROOT / "tests/district/sources"))):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            site = built(project(folder, data), texts)
            found = stack.enter_context(kinds.shown(kinds.listed(data, site), site)) | found
        yield dict(sorted(found.items()))


def _pictures(browser: Browser, pages: dict[str, str], look: Look) -> Iterator[str]:
    with ExitStack() as stack:
        at_home: dict[str, Page] = {}  # a visitor for each of the sites, who goes from page to page
        for kind, address in pages.items():
            host = urlsplit(address).netloc
            if host not in at_home:
                who = visitor(browser, address, width=look.width, scheme=look.scheme)
                at_home[host] = stack.enter_context(who)
            _picture(at_home[host], address, look, FOLDER / f"{kind}.{look.name}")
            yield f"{kind}.{look.name}"


def _picture(page: Page, address: str, look: Look, file: Path) -> None:
    page.goto(address)
    look.change(page)
    height = min(page.evaluate("document.documentElement.scrollHeight"), HIGHEST)
    clip: Any = {"x": 0, "y": 0, "width": look.width, "height": height}
    page.screenshot(path=file.with_name(f"{file.name}.png"), full_page=True, clip=clip, animations="disabled")
    if look.width == PAPER:
        page.pdf(path=file.with_name(f"{file.name}.pdf"), format="A4")


def sheet(names: Iterable[str]) -> str:
    """All pictures beside each other, a row for each kind of page; a picture opens what it shows."""
    heads = "".join(f'<th scope="col">{look.name}</th>' for look in LOOKS)
    rows = "\n".join(f'<tr><th scope="row">{escape(name)}</th>{"".join(_cells(name))}</tr>' for name in names)
    style = "body{font:14px sans-serif} td{vertical-align:top} img{width:200px;max-height:400px;object-fit:cover;\
object-position:top;border:1px solid #999}"
    return f"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Pages</title><style>{style}</style>
<table><thead><tr><td></td>{heads}</tr></thead><tbody>
{rows}
</tbody></table></html>
"""


def _cells(name: str) -> Iterator[str]:
    for look in LOOKS:
        picture = f"{name}.{look.name}"
        opened = f"{picture}.pdf" if look.width == PAPER else f"{picture}.png"
        yield f'<td><a href="{opened}"><img loading="lazy" src="{picture}.png" alt="{look.name}"></a></td>'


if __name__ == "__main__":
    main()
