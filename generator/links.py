"""Is every link inside a built site good, anchors included, and does no page ask another host for anything?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from generator import terms

ATTRIBUTES = (("a[href]", "href"), ("link[href]", "href"), ("script[src]", "src"), ("img[src]", "src"))
LOADING = ("link[href]", "script[src]", "img[src]")
"""What the browser fetches by itself; an ``a`` is followed only by the reader."""
PASSIVE_RELS = ("canonical", "license", "alternate")


@dataclass(frozen=True, slots=True, order=True)
class BadLink:
    """A link that leads nowhere, or to another host without being asked: page, link, and why."""

    page: str
    link: str
    reason: str

    def __str__(self) -> str:
        return f"{self.page}: {self.link}（{self.reason}）"


@dataclass(slots=True)
class _Parsed:
    links: list[tuple[str, str]]
    ids: frozenset[str]


def check_links(site: Path, base: str = "/") -> list[BadLink]:
    """Every bad link of a built site, in the order of pages.

    ``base`` is the path at which the site will live: a link that begins with ``/`` must stand below it.
    """
    pages = {p.relative_to(site).as_posix(): _parse(p) for p in sorted(site.rglob("*.html"))}
    files = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    return [bad for name, page in pages.items() for bad in _bad(name, page, pages, files, base)]


def _parse(path: Path) -> _Parsed:
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    links = [
        (selector, node.attributes.get(name) or "")
        for selector, name in ATTRIBUTES
        for node in tree.css(selector)
        if node.attributes.get("rel") not in PASSIVE_RELS
    ]
    ids = frozenset(node.attributes.get("id") or "" for node in tree.css("[id]"))
    return _Parsed(links, ids)


def _bad(name: str, page: _Parsed, pages: dict[str, _Parsed], files: set[str], base: str) -> Iterator[BadLink]:
    for selector, link in page.links:
        parts = urlsplit(link)
        if parts.scheme in ("mailto", "tel", "data"):
            continue
        if parts.scheme or parts.netloc:
            if selector in LOADING:
                yield BadLink(name, link, terms.LINK_OTHER_HOST)
            continue
        target = _resolve(name, unquote(parts.path), base)
        if target is None or target not in files:
            yield BadLink(name, link, terms.LINK_NO_FILE)
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
            yield BadLink(name, link, terms.LINK_NO_ANCHOR)


def _resolve(page: str, path: str, base: str) -> str | None:
    """The file that a link means, or None when it leaves the site; 404.html links from the host's root."""
    if not path:
        return page
    if path.startswith("/"):
        if not path.startswith(base):
            return None
        page, path = "", path.removeprefix(base) or "./"
    steps = page.split("/")[:-1]
    for step in path.strip("/").split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    target = "/".join(steps)
    if path.endswith(("/", ".", "..")):
        return f"{target}/index.html".lstrip("/")
    return target
