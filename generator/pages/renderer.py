"""Makes pages: a view and a template become an HTML body with its title, headings and breadcrumbs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment
from markupsafe import Markup

from generator.analysis.ledger_index import LedgerIndex
from generator.language import formatting, page_words
from generator.ledger.contract import Contract
from generator.ledger.reading.site_settings import SiteSettings
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.citation import cite
from generator.pages.components.feedback_link import Channel, channel
from generator.pages.components.structured_data import breadcrumbs
from generator.pages.components.views import Ref
from generator.pages.environment import RowCache, explained_words, new_environment
from generator.pages.overviews.lists import Lists
from generator.pages.records.maker import Maker

HEADING = re.compile(r'<h([23])[^>]* id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page for its table of contents; ``title`` is text, not HTML."""

    level: int
    id: str
    title: str


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
    """Tags of the page's head that tell what no other page of its kind tells: name and content, never empty."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page that can be made: its address, kind, and title in the navigation (None for a leaf page)."""

    path: str
    kind: str
    nav_title: str | None
    make: Callable[[], Page]


@dataclass(frozen=True, slots=True)
class PageContent:
    """What is needed to render one page."""

    path: str
    kind: str
    template: str
    title: str
    description: str
    view: Any
    trail: tuple[Ref, ...] = ()
    record: str | None = None
    tags: tuple[tuple[str, str], ...] = ()


class RecordLink(NamedTuple):
    """The record of a page: its file in the ledger, and where its errors are told."""

    file: str
    report: str


@dataclass(frozen=True)
class PageRenderer:
    """Makes pages of one index."""

    components: ComponentBuilder
    site: SiteSettings
    contract: Contract
    environments: tuple[Environment, ...]
    """By the depth of a page: root, the way to the site's root, stands in all links."""
    formats: tuple[str, ...]
    """Formats of the downloads beside CSV and JSON."""

    @property
    def index(self) -> LedgerIndex:
        return self.components.index

    @property
    def maker(self) -> Maker:
        return Maker(self.components)

    @property
    def lists(self) -> Lists:
        return Lists(self.components)

    @cached_property
    def channel(self) -> Channel:
        return channel(self.site)

    def plan(self, path: str, kind: str, draft: Callable[[], PageContent], nav_title: str | None = None) -> PageSpec:
        """A plan whose page is made when it is asked for."""
        return PageSpec(path, kind, nav_title, lambda: self._render(draft()))

    def _render(self, draft: PageContent) -> Page:
        template = self.environments[draft.path.count("/")].get_template(draft.template)
        entry = RecordLink(draft.record, self.channel(draft.path, draft.title)) if draft.record else None
        body = template.render(view=draft.view, title=draft.title, trail=draft.trail, record=entry, path=draft.path)
        found = HEADING.finditer(body)
        headings = tuple(Heading(int(m[1]), m[2], unescape(TAG.sub("", m[3]).strip())) for m in found)
        edit_url = f"{self.site.edit_url}{draft.record}" if self.site.edit_url and draft.record else ""
        title, description = draft.title or self.site.name, draft.description or self.site.description
        return Page(draft.path, draft.kind, title, description, body, headings, edit_url, draft.tags)


def environment_of(
    depth: int, site: SiteSettings, components: ComponentBuilder, formats: tuple[str, ...], bytecode: Path | None
) -> Environment:
    """The environment of pages of a depth; ``formats`` are those of the downloads beside CSV and JSON."""
    environment, root = new_environment(bytecode), Markup("../" * depth)
    as_of = components.index.as_of
    environment.globals.update(
        root=root,
        site=site,
        as_of=formatting.day(as_of) if as_of else "",
        day=formatting.day,
        count=formatting.count,
        formats=formats,
        cached=RowCache(),
        word=explained_words(root),
        cited=partial(cite, site),
        linked_trail=partial(breadcrumbs, site.url or root),
    )
    return environment


def index_ref(name: str) -> Ref:
    """The index page of a kind."""
    return Ref(page_words.INDEXES[name][0], f"{name}/")
