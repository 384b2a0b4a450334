"""Is every link inside a built site good, anchors included, and does no page ask another host for anything?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
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


NOWHERE = "//"
"""The target of a link that leaves the site, or fetches something from another host: never a file or a place."""
SEPARATOR = "\0"
"""Between anchors of a page: it stands in none."""


class Links(NamedTuple):
    """What pages link to and which anchors they have, all pages together."""

    targets: set[str]
    """What links mean: files, places (``file//anchor``), and NOWHERE."""
    ids: dict[str, str]
    """Page → its anchors in one text: each by itself would take four times the memory."""

    @property
    def places(self) -> set[str]:
        """The anchors of pages, each with its page."""
        return {f"{page}//{id_}" for page, ids in self.ids.items() for id_ in ids.split(SEPARATOR)}

    def __reduce__(self) -> tuple[Callable[[str, dict[str, str]], Links], tuple[str, dict[str, str]]]:
        """Processes send targets as one text: pickle would make a note of each, which takes more than they do."""
        return _links_of, (SEPARATOR.join(self.targets), self.ids)


def _links_of(targets: str, ids: dict[str, str]) -> Links:
    return Links(set(targets.split(SEPARATOR)) if targets else set(), ids)


class LinkCollector:
    """Collects the links of many pages of one site; what two pages share is looked at once."""

    def __init__(self, base: str) -> None:
        """Begin; ``base`` is the path at which the site will live."""
        self.links = Links(set(), {})
        self._base = base
        self._shared: dict[int, dict[str, str]] = {}
        """How deep a page stands → links that mean the same in every page of that depth → what they mean."""

    def add(self, page: str, found: Found) -> None:
        """Add what was found in a page."""
        depth = page.count("/")
        shared = self._shared.setdefault(depth, {})
        targets, ids = self.links
        for link in found.links.difference(shared):
            path, _, anchor = link.partition("#")
            if not path and unquote(anchor) in found.ids:
                continue
            file = shared.get(path) or _file(page, path, self._base)
            target = _place(file, anchor)
            targets.update((file, target))
            if path[:1] not in ("", "?") and path.startswith(("/", "../" * depth)):
                shared[path], shared[link] = file, target
        if found.ids:
            ids[page] = SEPARATOR.join(found.ids)

    def add_body(self, page: str, body: str) -> None:
        """Add a page whose body a template made, but for its header and footer."""
        known = self._shared.get(page.count("/"), {})
        self.add(page, templated(body, known) or careful(body))


@dataclass(frozen=True, slots=True)
class KnownPages:
    """What the caller knows of pages that it made."""

    links: Links = Links(set(), {})  # noqa: RUF009 nobody adds to it
    """Links of the bodies of pages, without the header and footer that they share with a page in ``whole``."""
    bodies: Set[str] = frozenset()
    """These pages."""
    whole: Set[str] = frozenset()
    """Pages that are read to their end, whatever else is known of them."""
    templated: Set[str] = frozenset()
    """Pages whose article a template made."""


NOTHING = KnownPages()


def check_links(
    site: Path,
    base: str = "/",
    known: KnownPages = NOTHING,
    files: Set[str] = frozenset(),
) -> list[BadLink]:
    """Every bad link of a built site, in the order of pages.

    Args:
        site: the folder of the site.
        base: the path at which the site will live: a link that begins with ``/`` must stand below it.
        known: what is known of its pages.
        files: those of the site, where the caller has listed them.
    """
    files = files or frozenset(list_files(site))
    pages = sorted((name for name in files if name.endswith(".html")), key=lambda name: name.split("/"))
    collector = LinkCollector(base)
    for name in pages:
        if name not in known.bodies or name in known.whole:
            collector.add(name, _read(site, name, known))
    good = known.links.places | collector.links.places | files
    bad = (known.links.targets | collector.links.targets) - good
    return _with_pages(site, base, known, pages, bad, good) if bad else []


def _read(site: Path, name: str, known: KnownPages) -> Found:
    """What stands in a page; in its article alone where its header is that of another page."""
    html = (site / name).read_text(encoding="utf-8")
    if name in known.bodies and name not in known.whole:
        start, end = html.find("<article"), html.rfind("</article>")
        html = html[start:end] if 0 <= start < end else html
        return templated(html) or careful(html)
    return framed(html) if name in known.templated and name not in known.whole else careful(html)


def _with_pages(
    site: Path, base: str, known: KnownPages, pages: list[str], bad: Set[str], good: Set[str]
) -> list[BadLink]:
    """The bad links with the pages that have them; a place may be an anchor of a header that was not read."""
    doubted = []
    for name in pages:
        collector = LinkCollector(base)
        collector.add(name, _read(site, name, known))
        if not bad.isdisjoint(collector.links.targets):
            doubted.append(name)
    meant = {target.split("//")[0] for target in bad}
    html = {name: (site / name).read_text(encoding="utf-8") for name in {*doubted, *meant.intersection(pages)}}
    good = good | {f"{name}//{id_}" for name, text in html.items() for id_ in parsed(text)[1]}
    return [link for name in doubted for link in bad_links(name, html[name], good, base)]


def _target(page: str, link: str, base: str) -> str:
    """What a link of a page means."""
    path, _, anchor = link.partition("#")
    return _place(_file(page, path, base), anchor)


def _file(page: str, path: str, base: str) -> str:
    """The file that a link of a page means, given without its anchor."""
    file = None if path == ELSEWHERE else _resolve(page, unquote(urlsplit(path).path), base)
    return NOWHERE if file is None else file


def _place(file: str, anchor: str) -> str:
    """An anchor in a file; one of a file that is no page is nobody's business."""
    return f"{file}//{unquote(anchor)}" if anchor and file.endswith(".html") else file


def bad_links(page: str, html: str, good: Set[str], base: str) -> Iterator[BadLink]:
    """The bad links of one page as the parser sees it, with reasons; ``good`` has all files and places of the site."""
    for link in parsed(html)[0]:
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
