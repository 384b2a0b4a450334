"""What a page links to and which anchors it has: by the parser, or at a glance where our own templates wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import NamedTuple
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

ATTRIBUTES = {"a": "href", "link": "href", "script": "src", "img": "src"}
"""Element → the attribute that links."""
PASSIVE_RELS = ("canonical", "license", "alternate")
"""What neither the browser fetches nor the reader follows within the site."""


UNFETCHED = ("mailto", "tel", "data")
"""Schemes for which no host is asked."""


class Link(NamedTuple):
    """A link as it is written, and the element that has it: the browser fetches all but those of ``a`` by itself."""

    element: str
    text: str


class Found(NamedTuple):
    """What a page points at, each once."""

    links: frozenset[str]
    """Links within the site as they are written, and ELSEWHERE."""
    ids: frozenset[str]


ELSEWHERE = "https:"
"""Stands for every link by which a page fetches something from another host; no link within the site has a scheme."""


def parsed(html: str) -> tuple[list[Link], frozenset[str]]:
    """By the parser: links in the order of ATTRIBUTES and of the page, each as often as it stands there, and ids."""
    tree = LexborHTMLParser(html)
    links = [
        Link(element, node.attributes.get(name) or "")
        for element, name in ATTRIBUTES.items()
        for node in tree.css(f"{element}[{name}]")
        if node.attributes.get("rel") not in PASSIVE_RELS
    ]
    return links, frozenset(node.attributes.get("id") or "" for node in tree.css("[id]"))


def within(link: Link) -> str | None:
    """What a link means to the site: its text, ELSEWHERE, or None when it leads the reader away, which is allowed."""
    parts = urlsplit(link.text)
    if not parts.scheme and not parts.netloc:
        return link.text
    return None if link.element == "a" or parts.scheme in UNFETCHED else ELSEWHERE


def careful(html: str) -> Found:
    """What the parser finds."""
    links, ids = parsed(html)
    return Found(frozenset(text for link in links if (text := within(link)) is not None), ids)


# -- what our own templates write

_LINKS = (re.compile(r'href="([^"]*)"'), re.compile(r'src="([^"]*)"'))
"""One by one, since a pattern that begins with plain text is looked for twice as fast."""
_AWAY = re.compile(r"(?:https?|mailto):")
_FETCHED = re.compile(r'(?<!<a )(?:href|src)="(?:https?|mailto):')
"""A link to elsewhere that is not the first attribute of an ``a``: perhaps the browser follows it by itself."""
_IDS = re.compile(r' id="([^"]*)"')


def templated(body: str, known: Iterable[str] = ()) -> Found | None:
    """Links and ids of a body that a template made: all texts are escaped, so a quotation mark belongs to an attribute.

    Links within the site that are known already are left out. None for a body with a link to elsewhere that the browser
    perhaps fetches, which depends on the element, or with an id that is written in another way.
    """
    links = set(_LINKS[0].findall(body)).union(_LINKS[1].findall(body)).difference(known)
    ids = frozenset(_IDS.findall(body))
    odd = {link for link in links if ":" in link or "&" in link or link.startswith("//")}
    if odd:
        away = {link for link in odd if _AWAY.match(link)}
        plain = {unescape(link) for link in odd - away}
        if any(":" in link or link.startswith("//") for link in plain) or (away and _FETCHED.search(body)):
            return None
        links = (links - odd) | plain
    if any("&" in id_ for id_ in ids):
        return None
    return Found(frozenset(links), ids)


def framed(html: str) -> Found:
    """What a page links to whose article a template made: the parser, which takes its time, reads what is around it."""
    start, end = html.find("<article"), html.rfind("</article>")
    inside = templated(html[start:end]) if 0 <= start < end else None
    if inside is None:
        return careful(html)
    around = careful(html[:start] + html[end:])
    return Found(around.links | inside.links, around.ids | inside.ids)
