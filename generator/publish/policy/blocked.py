"""What a page holds that its own policy blocks: nobody sees it, and no browser says so to a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

FRAMES: Final = ("iframe", "frame", "object", "embed", "applet", "audio", "video", "portal", "base")
"""Elements of which the policy allows none."""
LOADED: Final = {
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "script": ("src",),
    "input": ("src", "formaction"),
    "button": ("formaction",),
    "form": ("action",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
    "body": ("background",),
    "table": ("background",),
    "td": ("background",),
}
"""Element → the attributes by which the browser itself asks for something."""
LINKED: Final = ("stylesheet", "icon", "preload", "modulepreload", "prefetch", "apple-touch-icon", "mask-icon")
"""Kinds of ``link`` by which it does."""
FOLLOWED: Final = ("href", "xlink:href", "action", "formaction", "src")
SCRIPTS: Final = ("", "module", "text/javascript", "application/javascript", "text/ecmascript", "importmap")
"""Types of ``script`` that are run; others are data."""
CSS_LOADED: Final = re.compile(r"(?:@import\s+|url\()\s*['\"]?\s*((?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//[^\s'\")]+)")
COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
JAVASCRIPT: Final = re.compile(r"(?:javascript|vbscript):", re.IGNORECASE)
WHITE: Final = re.compile(r"[\x00-\x20]")
LONGEST: Final = 60
"""Characters of what is wrong that a finding repeats."""


class Blocked(NamedTuple):
    """Something that the policy blocks: the code of its finding, what it is, and words by which its line is found."""

    code: str
    value: str
    words: tuple[str, ...]


def blocked_in(html: str, own: str) -> Iterator[Blocked]:
    """What the policy of pages blocks in HTML or in a template, in the order in which it stands there.

    Args:
        html: the text.
        own: scheme and host of the site itself; empty where nobody knows them yet.
    """
    for node in LexborHTMLParser(html).css("*"):
        yield from _of_element(node, own)


def blocked_in_css(css: str, own: str) -> Iterator[Blocked]:
    """What a style sheet asks other hosts for."""
    for match in CSS_LOADED.finditer(COMMENT.sub(lambda found: " " * len(found[0]), css)):
        if is_foreign(match[1], own):
            yield Blocked("page-foreign", _short(match[1]), (match[1],))


def is_foreign(address: str, own: str) -> bool:
    """Whether an address leads to another host than the site's own."""
    try:
        parts = urlsplit(WHITE.sub("", address))
    except ValueError:
        return True
    if not parts.netloc:
        return parts.scheme in ("http", "https", "blob", "filesystem")
    return not own or f"{parts.scheme or urlsplit(own).scheme}://{parts.netloc}".lower() != own.lower()


def _of_element(node: LexborNode, own: str) -> Iterator[Blocked]:
    tag, attributes = node.tag or "", {name: value or "" for name, value in node.attributes.items()}
    if tag in FRAMES:
        yield Blocked("page-frame", f"<{tag}>", (f"<{tag}",))
    if tag == "style":
        yield Blocked("page-style", "<style>", ("<style",))
    if tag == "script" and "src" not in attributes and attributes.get("type", "").lower() in SCRIPTS:
        text = node.text().strip()
        yield Blocked("page-script", _short(text) or "<script>", (text.partition("\n")[0], "<script"))
    for name, value in attributes.items():
        if name.startswith("on"):
            yield Blocked("page-handler", _short(f"{name}={value}"), (value, f"{name}=", name))
        elif name == "style":
            yield Blocked("page-style", _short(f"style={value}"), (value, "style=", "style"))
        elif name in FOLLOWED and JAVASCRIPT.match(WHITE.sub("", value)):
            yield Blocked("page-javascript", _short(value), (value, f"{name}="))
        elif _asks_for(tag, name, attributes) and (foreign := _foreign_in(tag, name, value, own)):
            yield Blocked("page-foreign", _short(foreign), (foreign, value, f"<{tag}"))


def _asks_for(tag: str, name: str, attributes: dict[str, str]) -> bool:
    if tag == "link":
        return name == "href" and any(kind in LINKED for kind in attributes.get("rel", "").lower().split())
    return name in LOADED.get(tag, ())


def _foreign_in(tag: str, name: str, value: str, own: str) -> str:
    """The first address in the value of an attribute that the policy does not let the browser ask for; else empty."""
    addresses = [part.split()[0] for part in value.split(",") if part.strip()] if name == "srcset" else [value]
    for address in addresses:
        if is_foreign(address, own) or (tag != "img" and WHITE.sub("", address).lower().startswith("data:")):
            return address
    return ""


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
