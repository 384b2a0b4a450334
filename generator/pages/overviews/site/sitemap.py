"""The map of the site: every page that lists others, and those that explain."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.facts.plan import running_first
from generator.language import page_words
from generator.pages.components.references import Ref, plan_ref
from generator.pages.context import PageContext
from generator.pages.overviews.openness.years import year_refs
from generator.pages.page import index_kind

BELOW = "indicators/"


class MapRow(NamedTuple):
    """An index page and what it is about."""

    ref: Ref
    about: str


class SitemapView(NamedTuple):
    """What the page shows."""

    lists: tuple[MapRow, ...]
    """Index pages that are none of those below."""
    indicators: tuple[Ref, ...]
    """Index pages below the one of indicators."""
    years: tuple[Ref, ...]
    plans: tuple[Ref, ...]
    explanations: tuple[Ref, ...]


def sitemap_view(context: PageContext) -> SitemapView:
    """What the page shows: index pages in the order of the map."""
    rows = []
    for name, path in context.site_map:
        title, about = page_words.index_words(name, context.site.territories)
        rows.append(MapRow(Ref(title, path), about))
    below = [row for row in rows if row.ref.path.startswith(BELOW) and row.ref.path != BELOW]
    return SitemapView(
        lists=tuple(row for row in rows if row not in below),
        indicators=tuple(row.ref for row in below),
        years=year_refs(context),
        plans=tuple(map(plan_ref, running_first(context.index))),
        explanations=tuple(Ref(title, f"{name}/") for name, title in page_words.EXPLANATIONS.items()),
    )


KINDS = (index_kind("sitemap", sitemap_view, template="overviews/site/sitemap.html", order=200),)
