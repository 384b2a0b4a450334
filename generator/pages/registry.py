"""Which pages there are: the kinds that the modules of ``records`` and ``overviews`` register, and their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from itertools import islice
from pkgutil import walk_packages
from types import MappingProxyType

from jinja2 import BytecodeCache

from generator.analysis.ledger_index import LedgerIndex
from generator.language import page_words
from generator.language.download_words import OPTIONAL
from generator.language.official_text import Layout
from generator.ledger.load import CheckedLedger
from generator.pages import overviews, records
from generator.pages.components.references import ROWS_OF_PAGE
from generator.pages.context import IndexPage, PageContext
from generator.pages.list_pages import ROWS_FILE
from generator.pages.page import Page, PageKind, PageSpec
from generator.pages.renderer import new_renderer, render_rows


@cache
def page_kinds() -> tuple[PageKind, ...]:
    """Every kind of page that a module registers in its ``KINDS``, in their order."""
    modules = (
        import_module(module.name)
        for package in (records, overviews)
        for module in walk_packages(package.__path__, f"{package.__name__}.")
    )
    kinds = [kind for module in modules for kind in getattr(module, "KINDS", ())]
    return tuple(sorted(kinds, key=lambda kind: kind.order))


def page_files(checked: CheckedLedger) -> frozenset[str]:
    """The files of the pages that a site would have, as far as that is known without git; none is made."""
    context = PageContext(LedgerIndex(checked), {}, {}, OPTIONAL)
    return frozenset(f"{page.path}index.html" for kind in _kinds_of(context) for page in kind.pages(context))


def page_context(
    index: LedgerIndex,
    texts: Mapping[str, str],
    formats: Sequence[str],
    layouts: Mapping[str, Layout] = MappingProxyType({}),
    preview: bool = False,
) -> PageContext:
    """What the pages of a ledger are made from.

    Args:
        index: The look-ups of the ledger.
        texts: The official texts that were supplied, by document.
        formats: The optional formats and files that the site has.
        layouts: How these texts were laid out, by document.
        preview: Whether the pages are for those who edit.
    """
    context = PageContext(index, texts, layouts, tuple(formats), preview=preview)
    mapped = sorted((kind for kind in _kinds_of(context) if kind.map_order), key=lambda kind: kind.map_order)
    site_map = (
        IndexPage(kind.name, page.path)
        for kind in mapped
        for page in islice(kind.pages(context), 1)
        if page.kind == page_words.INDEX
    )
    return replace(context, site_map=tuple(site_map))


def page_specs(context: PageContext, bytecode: BytecodeCache | None = None, asset_version: str = "") -> list[PageSpec]:
    """Every generated page, in the order of their kinds; none is made yet.

    Args:
        context: What pages are made from.
        bytecode: Where compiled templates are stored.
        asset_version: Stands behind the address of each own script, so that browsers fetch a changed one.
    """
    territories = context.site.territories
    render = new_renderer(context, bytecode, asset_version).render
    return [
        PageSpec(
            page.path,
            page.kind,
            page.template or kind.template,
            "" if further else kind.nav_title.format(territories=territories),
            page.content,
            render,
        )
        for kind in _kinds_of(context)
        for further, page in enumerate(kind.pages(context))
    ]


def row_files(context: PageContext, bytecode: BytecodeCache | None = None) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The files with all rows of the lists that need several pages: the path of each and what makes it."""
    for kind in _kinds_of(context):
        if kind.rows and any(True for _ in kind.pages(context)) and kind.rows.count(context) > ROWS_OF_PAGE:
            yield f"{kind.rows.path}{ROWS_FILE}", partial(render_rows, kind.rows, context, bytecode)


def pages(context: PageContext) -> Iterator[Page]:
    """Every generated page, made one after the other."""
    return (spec.make() for spec in page_specs(context))


def _kinds_of(context: PageContext) -> Iterator[PageKind]:
    """The kinds of pages that a site with its formats has."""
    return (kind for kind in page_kinds() if not kind.needs_format or kind.needs_format in context.formats)
