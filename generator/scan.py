"""What a page links to and which anchors it has, in most pages without building its tree.

Most of what a parser reads in a site it has read before: header, footer, rows of tables. So a page is cut at its
closing tags, and each piece is looked at once for all pages. This finds what the parser finds as long as a page is
written in the plain way of templates; a page that is not is told apart, and read by the parser.
"""

from __future__ import annotations

import re
from itertools import compress, count
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


def careful(html: bytes) -> Found:
    """What the parser finds."""
    links, ids = parsed(html.decode())
    return Found(frozenset(text for link in links if (text := within(link)) is not None), ids)


# -- what our own templates write

_LINKS = re.compile(rb'(?:href|src)="([^"]*)"')
_IDS = re.compile(rb' id="([^"]*)"')


def templated(body: bytes) -> Found | None:
    """Links and ids of a body that a template made: all texts are escaped, so a quotation mark belongs to an attribute.

    None for a body with a link that leads elsewhere, or with a sign that is written in another way: whether the browser
    fetches it depends on the element.
    """
    links = set(_LINKS.findall(body))
    ids = frozenset(_IDS.findall(body))
    if any(b":" in link or b"&" in link or link.startswith(b"//") for link in links) or any(b"&" in id_ for id_ in ids):
        return None
    return Found(frozenset(link.decode() for link in links), frozenset(id_.decode() for id_ in ids))


# -- the plain way: what templates write, and in which no two readers of HTML differ

_NAME = rb"[a-z][a-z0-9-]*+"
_ATTRIBUTE = rb"""\s++(viewBox|[a-z_:@][a-z0-9_:.@-]*+)(?:=(?:"([^"<]*+)"|'([^'<]*+)'|([^\s"'=<>`]++)))?+"""
_ATTRIBUTES = rb"(?:" + re.sub(rb"\((?!\?)", rb"(?:", _ATTRIBUTE) + rb")*+"
_RAW = rb"script|style|title|textarea"
"""Elements whose content is text, whatever it looks like."""
_ODD = rb"template|select|frameset|noframes|noscript|noembed|iframe|xmp|plaintext|image|math"
"""Elements whose content is hidden, dropped, or read in another way."""
_COMMENT = rb"<!--(?:[^<>-]|-(?!->))*+-->"
_TAG = rb"<(?!(?:" + _RAW + rb"|" + _ODD + rb")[\s/>])" + _NAME + _ATTRIBUTES + rb"\s*+/?+>"
_RAW_START = rb"<(?:" + _RAW + rb")" + _ATTRIBUTES + rb"\s*+>"
_RAW_TEXT = rb"[^<]*+(?:<(?!/|!--)[^<]*+)*+"
_PIECE = (
    _NAME
    + rb"\s*+>(?:\s*+<!(?:doctype|DOCTYPE) html>)?+[^<]*+(?:(?:"
    + _TAG
    + rb"|"
    + _COMMENT
    + rb")[^<]*+)*+(?:"
    + _RAW_START
    + _RAW_TEXT
    + rb")?+"
)
"""From the name of a closing tag to the next one: text, tags, comments, and at last perhaps the start of raw text.

Nothing in it may have ``</`` inside: pieces are matched many at a time, in any order, and none may lean on the next.
"""
_PIECES = re.compile(_PIECE + rb"(?:</" + _PIECE + rb")*+")
_TAGS = re.compile(_TAG + rb"|" + _RAW_START + _RAW_TEXT)
_STARTS_RAW = re.compile(rb"<(" + _RAW + rb")[\s>]")
_INTERESTING = re.compile(rb"id|href|src|<(?:" + _RAW + rb")")
"""Stands in every piece that has to be looked at by itself."""
_ELEMENT = re.compile(rb"<(" + _NAME + rb")(" + _ATTRIBUTES + rb")")
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)


class _Interest(NamedTuple):
    """What is of interest in a tag or a piece; links that lead to other sites are not."""

    links: tuple[str, ...]
    ids: tuple[str, ...]
    plain: bool = True
    """False when it is not written in the plain way."""


class Scanner:
    """Reads many pages of one site; what it has seen in one it knows in the next."""

    def __init__(self) -> None:
        self._dull: set[bytes] = set()
        """Pieces without link and id, like most."""
        self._links: dict[bytes, tuple[str, ...]] = {}
        self._ids: dict[bytes, tuple[str, ...]] = {}
        """Every other piece with its links, and with its ids if it has any."""
        self._raw: dict[bytes, bytes] = {}
        """Pieces that end with the start of raw text, with the beginning that the next piece must have."""
        self._tags = _Tags()

    def scan(self, html: bytes) -> Found:
        """Links and ids of one page.

        Raises UnicodeDecodeError when a link or an id is not UTF-8.
        """
        return self._plain(html) or careful(html)

    def _plain(self, html: bytes) -> Found | None:
        """What :func:`careful` finds in a page that is written in the plain way; None for another."""
        if b"\r" in html or b"\0" in html:
            return None
        pieces = (b"x>" + html).split(b"</")
        own = set(pieces) - self._dull
        if new := own.difference(self._links):
            if not _PIECES.fullmatch(b"</".join(new)):
                return None
            dull = {piece for piece in new if not _INTERESTING.search(piece)}
            if not all(map(self._learn, new - dull)):
                return None
            self._dull |= dull
            own -= dull
        if not self._raw_text_ends(pieces):
            return None
        links = frozenset().union(*map(self._links.__getitem__, own))
        return Found(links, frozenset().union(*map(self._ids.__getitem__, own & self._ids.keys())))

    def _learn(self, piece: bytes) -> bool:
        """Keep what is of interest in a piece; False when one of its tags is not written in the plain way."""
        written = _TAGS.findall(piece)
        tags = [tag for tag in map(self._tags.__getitem__, written) if tag is not DULL]
        found = tags[0] if len(tags) == 1 else _together(tags)
        if not found.plain:
            return False
        self._links[piece] = found.links
        if found.ids:
            self._ids[piece] = found.ids
        if raw := _STARTS_RAW.match(written[-1]) if written else None:
            self._raw[piece] = raw[1] + b">"
        return True

    def _raw_text_ends(self, pieces: list[bytes]) -> bool:
        """Whether the closing tag after each start of raw text closes it, so that the cut was in the right place."""
        starts = compress(count(), map(self._raw.__contains__, pieces))
        return all(b"".join(pieces[at + 1 : at + 2]).startswith(self._raw[pieces[at]]) for at in starts)


DULL = _Interest((), ())


def _together(tags: list[_Interest]) -> _Interest:
    links = tuple(link for tag in tags for link in tag.links)
    return _Interest(links, tuple(id_ for tag in tags for id_ in tag.ids), all(tag.plain for tag in tags))


class _Tags(dict[bytes, _Interest]):
    """A tag as it is written → what is of interest in it; looked at when first asked for."""

    def __missing__(self, tag: bytes) -> _Interest:
        found = self[tag] = _interest(tag)
        return found


def _interest(tag: bytes) -> _Interest:
    match = _ELEMENT.match(tag)
    if match is None:
        return DULL
    attributes: dict[str, str] = {}
    for name, *values in _ONE_ATTRIBUTE.findall(match[2]):
        attributes.setdefault(name.decode(), b"".join(values).decode())
    element = match[1].decode()
    link, rel, own = (attributes.get(name) for name in (ATTRIBUTES.get(element, ""), "rel", "id"))
    if any(value and "&" in value.replace("&amp;", "") for value in (link, rel, own)):
        return _Interest((), (), plain=False)
    if link is not None:
        link = None if rel in PASSIVE_RELS else within(Link(element, link.replace("&amp;", "&")))
    ids = () if own is None else (own.replace("&amp;", "&"),)
    return _Interest(() if link is None else (link,), ids) if ids or link is not None else DULL
