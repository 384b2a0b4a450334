"""Renders pages: a view and a template become an HTML body with its headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from html import unescape
from typing import NamedTuple
from urllib.parse import quote

from jinja2 import BytecodeCache, Environment

from generator.language import formatting
from generator.ledger.reading.site_settings import SiteSettings
from generator.pages.components.citation import cite
from generator.pages.components.feedback.feedback_link import Channel, channel
from generator.pages.components.filters import ListSource
from generator.pages.components.structured_data import breadcrumbs
from generator.pages.context import PageContext
from generator.pages.environment import explained_words, new_environment
from generator.pages.list_pages import rows_script
from generator.pages.page import Heading, Page, PageSpec

DEEPEST = 4
"""Folders above the deepest page."""
COMPONENTS = {
    "changes": "components/recent_changes.html",
    "citation": "components/citation.html",
    "feedback": "components/feedback.html",
    "filters": "components/filters.html",
    "frame": "components/frame.html",
    "promises": "components/promise_chain.html",
    "reader": "components/reader.html",
    "lists": "components/lists.html",
    "refs": "components/references.html",
    "requests": "components/requests.html",
    "rows": "components/rows.html",
    "search": "components/search_box.html",
    "get_chart": "components/charts/get_chart.html",
    "small_charts": "components/charts/small_charts.html",
    "sections": "components/plan_sections.html",
    "states": "components/states.html",
    "tables": "components/breakdown_table.html",
    "evaluations": "components/evaluations.html",
    "units": "components/units.html",
}
"""Name that every template of a page knows → the template with the macros."""
HEADING = re.compile(r'([23])[^>]* id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
"""A heading behind its ``<h``, at which a page is cut: that is faster than to look for the whole."""
TAG = re.compile(r"<[^>]+>")


class RecordLink(NamedTuple):
    """The record of a page: its file in the ledger, and where readers report its errors."""

    file: str
    report: str


@dataclass(frozen=True)
class PageRenderer:
    """Renders the pages of one site."""

    site: SiteSettings
    channel: Channel
    environments: tuple[Environment, ...]
    """By the depth of a page: the way to the site's root stands in all links."""

    def render(self, spec: PageSpec) -> Page:
        """Make a page's content and render it."""
        content, site, path = spec.content(), self.site, spec.path
        report = self.channel(path, content.title)
        record = RecordLink(content.file, report) if content.file else None
        template = self.environments[path.count("/")].get_template(spec.template)
        body = template.render(
            view=content.view, title=content.title, trail=content.trail, record=record, path=path, report=report
        )
        found = filter(None, map(HEADING.match, body.split("<h")[1:]))
        headings = tuple(Heading(int(m[1]), m[2], unescape(TAG.sub("", m[3]).strip())) for m in found)
        edit_url = f"{site.edit_url}{quote(content.file)}" if site.edit_url and content.file else ""
        title, description = content.title or site.name, content.description or site.description
        return Page(path, spec.kind, title, description, body, headings, edit_url, content.tags, content.beside)


def new_renderer(context: PageContext, bytecode: BytecodeCache | None = None, asset_version: str = "") -> PageRenderer:
    """A renderer for the pages of a ledger.

    Args:
        context: What pages are made from.
        bytecode: Where compiled templates are stored.
        asset_version: Stands behind the address of each own script, so that browsers fetch a changed one.
    """
    environments = tuple(_environment(depth, context, bytecode, asset_version) for depth in range(DEEPEST + 1))
    return PageRenderer(context.site, channel(context.site), environments)


def render_rows(source: ListSource, context: PageContext, bytecode: BytecodeCache | None = None) -> bytes:
    """The file with all rows of a list; its links begin at the root of the site."""
    macros = _environment(0, context, bytecode, "").globals["rows"]
    body: str = getattr(macros, source.rows)(source.whole(context).groups)
    return rows_script(body)


def _environment(depth: int, context: PageContext, bytecode: BytecodeCache | None, asset_version: str) -> Environment:
    """The environment of pages of a depth."""
    environment, root = new_environment(bytecode), "../" * depth
    as_of, site = context.index.as_of, context.site
    environment.globals.update(
        root=root,
        asset_version=asset_version,
        site=site,
        as_of=formatting.day(as_of) if as_of else "",
        day=formatting.day,
        count=formatting.count,
        offers=context.offers,
        preview=context.preview,
        word=explained_words(root),
        cited=partial(cite, site),
        linked_trail=partial(breadcrumbs, site.url or root),
    )
    # macros know the values above, so they come last; an import in each template would look for them on every page
    environment.globals.update({name: environment.get_template(path).module for name, path in COMPONENTS.items()})
    return environment
