"""What a page is: the kind that it belongs to, what it shows, and the page itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.language import page_words
from generator.pages.components.filters import ListSource
from generator.pages.components.references import Ref
from generator.pages.context import PageContext


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page for its table of contents; ``title`` is text, not HTML."""

    level: int
    id: str
    title: str


class Neighbours(NamedTuple):
    """The paths of the pages before and behind a page of a list; empty where there is none."""

    previous: str
    next: str


ALONE = Neighbours("", "")
"""Those of a page that is part of no list."""


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: address from the site's root (empty for home), kind, title, description, body as HTML."""

    path: str
    kind: str
    title: str
    description: str
    body: str
    headings: tuple[Heading, ...]
    edit_url: str = ""
    """Where the file of the page's record can be edited; empty when the site names no such place."""
    tags: tuple[tuple[str, str], ...] = ()
    """Tags of the page's head that no other page of its kind has: name and content, never empty."""
    beside: Neighbours = ALONE


@dataclass(frozen=True, slots=True)
class PageContent:
    """What one page shows; an empty title or description is the site's."""

    title: str
    description: str
    view: Any
    trail: tuple[Ref, ...] = ()
    """The pages above it, the highest first."""
    file: str | None = None
    """The file of its record in the ledger; None for a page of many records."""
    tags: tuple[tuple[str, str], ...] = ()
    beside: Neighbours = ALONE


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page that can be made."""

    path: str
    """Its address from the site's root."""
    kind: str
    """What readers call its kind."""
    template: str
    nav_title: str
    """Its title in the navigation; empty for a page that is not there."""
    content: Callable[[], PageContent]
    render: Callable[[PageSpec], Page]

    def make(self) -> Page:
        """Make the page."""
        return self.render(self)


class PageEntry(NamedTuple):
    """A page of a kind."""

    path: str
    kind: str
    """What readers call its kind."""
    content: Callable[[], PageContent]
    """Makes what it shows."""
    template: str = ""
    """Its template where that is not the one of its kind."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of pages. The module that makes the pages registers it in its list ``KINDS``."""

    order: int
    """The place of its pages among all pages: in the navigation and in sitemap.xml."""
    template: str
    """Its template below ``templates/``: at the same place as the module below ``pages/``."""
    pages: Callable[[PageContext], Iterable[PageEntry]]
    """Gives the pages of the kind that a ledger has."""
    name: str = ""
    """The name of an index page: its title and description stand under it in ``page_words.INDEXES``."""
    nav_title: str = ""
    """The title in the navigation, where territories are called as on the site; empty for pages that are not there."""
    map_order: int = 0
    """The place of an index page on the map of the site; 0 for a page that is not there."""
    needs_format: str = ""
    """The format of downloads without which there are no such pages."""
    rows: ListSource | None = None
    """Where the rows of a list come from that may need several pages."""


def index_kind(
    name: str,
    view: Callable[[PageContext], Any],
    *,
    template: str,
    order: int,
    map_order: int = 0,
    in_navigation: bool = False,
    above: tuple[str, ...] = (),
    folder: str = "",
    needs_format: str = "",
) -> PageKind:
    """The kind of an index page, which is the only page of its kind.

    Args:
        name: The page's name in its address and in ``page_words.INDEXES``.
        view: Makes what the page shows.
        in_navigation: Whether it stands there: under its title, or its shorter name in ``page_words.NAV_TITLES``.
        above: The names of the index pages above it in its breadcrumbs, the highest first.
        folder: The folder of its address, where it is not the root.
    """
    title, _ = page_words.INDEXES[name]

    def pages(context: PageContext) -> Iterator[PageEntry]:
        trail = tuple(map(index_ref, above))
        path = f"{folder}{name}/"
        title, description = page_words.index_words(name, context.site.territories)
        yield PageEntry(path, page_words.INDEX, lambda: PageContent(title, description, view(context), trail))

    nav_title = page_words.NAV_TITLES.get(name, title) if in_navigation else ""
    return PageKind(order, template, pages, name, nav_title, map_order, needs_format)


def index_ref(name: str, territories: str = "") -> Ref:
    """The index page of a name, which lies right below the root; ``territories`` is what the site calls them."""
    return Ref(page_words.index_words(name, territories)[0], f"{name}/")
