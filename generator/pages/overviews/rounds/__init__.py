"""Pages about rounds of asking and about appraisals: only where the settings make them public."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.pages.context import PageContext
from generator.pages.page import PageEntry, PageKind


def only_public(kind: PageKind, work: str) -> PageKind:
    """A kind of pages that a site has where its settings name this work of the office in ``public``."""

    def pages(context: PageContext) -> Iterator[PageEntry]:
        if work in context.site.public:
            yield from kind.pages(context)

    return replace(kind, pages=pages)
