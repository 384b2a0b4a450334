"""The map of the site: every page that lists others, and those that explain."""

from __future__ import annotations

from typing import NamedTuple

from generator.language import page_words
from generator.pages.components.views import Ref
from generator.pages.overviews.openness.years import year_refs
from generator.pages.page import PageContext, index_kind


class MapLine(NamedTuple):
    """An index page with a line about it."""

    ref: Ref
    about: str


class SitemapView(NamedTuple):
    """What the page shows."""

    lists: tuple[MapLine, ...]
    """Index pages that lie right below the root."""
    indicators: tuple[Ref, ...]
    """Index pages below the one of indicators."""
    years: tuple[Ref, ...]
    plans: tuple[Ref, ...]
    explanations: tuple[Ref, ...]


def sitemap_view(context: PageContext) -> SitemapView:
    """What the page shows: index pages in the order of the map."""
    mapped = sorted((kind for kind in context.kinds if kind.map_order), key=lambda kind: kind.map_order)
    lines = [
        MapLine(Ref(page_words.INDEXES[kind.name][0], path), page_words.INDEXES[kind.name][1])
        for kind in mapped
        for path, _, _ in kind.pages(context)
    ]
    return SitemapView(
        lists=tuple(line for line in lines if line.ref.path.count("/") == 1),
        indicators=tuple(line.ref for line in lines if line.ref.path.count("/") > 1),
        years=year_refs(context),
        plans=tuple(map(context.components.plan, context.index.ledger.plans)),
        explanations=tuple(Ref(title, f"{name}/") for name, title in page_words.EXPLANATIONS.items()),
    )


KINDS = (index_kind("sitemap", sitemap_view, template="overviews/site/sitemap.html", order=200),)
