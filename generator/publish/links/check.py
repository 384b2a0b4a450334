"""Is every link inside a built site good, anchors included, and does no page ask another host for anything?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from generator.language import command_words
from generator.publish.links.scan import ELSEWHERE, Found, careful, framed, parsed, templated, within
from generator.support.files import files as list_files


@dataclass(frozen=True, slots=True, order=True)
class BadLink:
    """A link that leads nowhere, or to another host without being asked: page, link, and why."""

    page: str
    link: str
    reason: str

    def __str__(self) -> str:
        return f"{self.page}: {self.link}（{self.reason}）"


class PageLinks(NamedTuple):
    """What a page says of itself: plain data, made of its name and content alone."""

    targets: tuple[str, ...]
    """What its links mean, each once: files, places (``file//anchor``), and NOWHERE."""
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownPages:
    """What the caller knows of pages that it made."""

    bodies: Mapping[str, PageLinks] = field(default_factory=dict)
    """Links of pages without the header and footer that they share with a page in ``whole``."""
    whole: Set[str] = frozenset()
    """Pages that are read to their end, whatever else is known of them."""
    templated: Set[str] = frozenset()
    """Pages whose article a template made."""


NOTHING = KnownPages()
NOWHERE = "//"
"""The target of a link that leaves the site, or fetches something from another host: never a file or a place."""


def check_links(
    site: Path,
    base: str = "/",
    known: KnownPages = NOTHING,
    files: Set[str] = frozenset(),
) -> list[BadLink]:
    """Every bad link of a built site, in the order of pages.

    ``base`` is the path at which the site will live: a link that begins with ``/`` must stand below it. ``files`` are
    those of the site, where the caller has listed them.
    """
    files = files or frozenset(list_files(site))
    pages = sorted((name for name in files if name.endswith(".html")), key=lambda name: name.split("/"))
    found = _all_links(site, pages, base, known)
    good = set(files).union(f"{name}//{id_}" for name, facts in found.items() for id_ in facts.ids)
    bad = set().union(*(facts.targets for facts in found.values())) - good
    if not bad:
        return []
    doubted = [name for name, facts in found.items() if not bad.isdisjoint(facts.targets)]
    meant = {target.split("//")[0] for target in bad}
    good |= {f"{name}//{id_}" for name in {*doubted, *meant & found.keys()} for id_ in _ids(site / name)}
    return [link for name in doubted for link in bad_links(name, (site / name).read_bytes(), good, base)]


def _ids(page: Path) -> frozenset[str]:
    """Every anchor of a page, those of its header included."""
    return parsed(page.read_text(encoding="utf-8"))[1]


def _all_links(site: Path, pages: list[str], base: str, known: KnownPages) -> dict[str, PageLinks]:
    """The links of every page: given, or read from its file."""
    reader = Reader(base)
    links: dict[str, PageLinks] = {}
    for name in pages:
        if name in known.bodies and name not in known.whole:
            links[name] = known.bodies[name]
        else:
            scan = framed if name in known.templated and name not in known.whole else careful
            links[name] = reader.page_links(name, (site / name).read_bytes(), scan)
    return links


class Reader:
    """Reads the facts of many pages of one site; what two pages share is looked at once."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._shared: dict[int, dict[str, str]] = {}
        """How deep a page stands → links that mean the same in every page of that depth → what they mean."""

    def page_links(self, page: str, html: bytes, scan: Callable[[bytes], Found] = careful) -> PageLinks:
        """The links of one page. Raises UnicodeDecodeError when the page is not UTF-8."""
        return self._links(page, scan(html))

    def body_links(self, page: str, body: bytes) -> PageLinks:
        """The facts of a page whose body a template made, but for what its header and footer add."""
        return self._links(page, templated(body) or careful(body))

    def _links(self, page: str, found: Found) -> PageLinks:
        links, ids = found
        depth = page.count("/")
        shared = self._shared.setdefault(depth, {})
        own = links.difference(shared)
        targets = set(map(shared.__getitem__, links - own))
        for link in own:
            target = _target(page, link, self._base)
            targets.add(target)
            if link[:1] not in ("", "#", "?") and link.startswith(("/", "../" * depth)):
                shared[link] = target
        return PageLinks(tuple(sorted(targets)), tuple(sorted(ids)))


def _target(page: str, link: str, base: str) -> str:
    """What a link of a page means; an anchor of a file that is no page is nobody's business."""
    if link == ELSEWHERE:
        return NOWHERE
    parts = urlsplit(link)
    file = _resolve(page, unquote(parts.path), base)
    if file is None:
        return NOWHERE
    return f"{file}//{unquote(parts.fragment)}" if parts.fragment and file.endswith(".html") else file


def bad_links(page: str, html: bytes, good: Set[str], base: str) -> Iterator[BadLink]:
    """The bad links of one page as the parser sees it, with reasons; ``good`` has all files and places of the site."""
    for link in parsed(html.decode())[0]:
        meant = within(link)
        if meant is None:
            continue
        if meant == ELSEWHERE:
            yield BadLink(page, link.text, command_words.LINK_OTHER_HOST)
            continue
        target = _target(page, meant, base)
        if target not in good:
            known = target.split("//")[0] in good
            yield BadLink(page, link.text, command_words.LINK_NO_ANCHOR if known else command_words.LINK_NO_FILE)


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
