"""Lists of records that are cut into pages of a hundred rows; one file has the rows of all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from generator.language import page_words
from generator.pages.components.filters import ListSource, ListView, RowGroup
from generator.pages.components.references import ROWS_OF_PAGE, Ref, path_of_page
from generator.pages.context import PageContext
from generator.pages.page import Neighbours, PageContent, PageEntry, PageKind, index_kind, index_ref

ROWS_FILE = "rows.js"
"""The file beside the first page of a list with the rows of all its pages."""
ROWS_SCRIPT = "globalThis.ledgerRows = {rows};\n"
"""What is in it. A script and no JSON: it is read in a page that is opened from a folder, too."""


class ListPage(NamedTuple):
    """One page of a list: its rows in groups, their numbers, and the pages beside it."""

    view: ListView
    """The whole list."""
    groups: tuple[RowGroup, ...]
    """Its rows; the first group may have begun on the page before."""
    number: int
    pages: int
    first: int
    """The number of its first row; 0 where there is none."""
    last: int
    total: int
    beside: Neighbours
    rows_file: str
    """The path of the file with all rows; empty where the page has them all."""


PAST_PAGE = "former/past_page.html"
"""The template of a page that a list had when it was longer."""


class PastPage(NamedTuple):
    """A page that a list had when it was longer."""

    number: int
    pages: int
    """How many it has now; 0 where the ledger has no such list any more."""


def list_kind(
    name: str,
    view: Callable[[PageContext], ListView],
    count: Callable[[PageContext], int],
    *,
    most: Callable[[PageContext], int],
    rows: str,
    template: str,
    order: int,
    map_order: int = 0,
    in_navigation: bool = False,
    above: tuple[str, ...] = (),
    folder: str = "",
    there: Callable[[PageContext], bool] = lambda _: True,
) -> PageKind:
    """The kind of a list: an index page, and as many further pages as its rows need.

    The addresses of a list that got shorter stay: each of them says so.

    Args:
        name: The list's name in its address and in ``page_words.INDEXES``.
        view: Makes the whole list.
        count: How many rows it has, found without making them: the addresses of a site are known before its pages.
        most: How many rows the public may have seen in it.
        rows: The macro of ``components/rows.html`` that renders groups of its rows; the template of the page uses it.
        there: Whether a ledger has the list.
    """
    source = ListSource(f"{folder}{name}/", view, count, rows)
    first = index_kind(
        name,
        source.whole,
        template=template,
        order=order,
        map_order=map_order,
        in_navigation=in_navigation,
        above=above,
        folder=folder,
    )

    def pages(context: PageContext) -> Iterator[PageEntry]:
        (entry,) = first.pages(context)

        def page(number: int) -> PageEntry:
            content = partial(_content, source, context, number, entry.content)
            return PageEntry(path_of_page(source.path, number), page_words.INDEX, content)

        last = 0
        if there(context):
            yield page(1)  # before the rows are counted: the map of the site asks for no other
            last = _pages(source.count(context))
        yield from map(page, range(2, last + 1))
        this = Ref(page_words.index_words(name, context.site.territories)[0], source.path)
        for number in range(last + 1, -(-most(context) // ROWS_OF_PAGE) + 1):
            content = partial(_past_content, PastPage(number, last), this, tuple(map(index_ref, above)))
            yield PageEntry(path_of_page(source.path, number), page_words.FORMER_KIND, content, PAST_PAGE)

    return replace(first, pages=pages, rows=source)


def list_page(source: ListSource, context: PageContext, number: int) -> ListPage:
    """A page of a list."""
    view = source.whole(context)
    total, pages = view.total, _pages(view.total)
    start = (number - 1) * ROWS_OF_PAGE
    return ListPage(
        view=view,
        groups=tuple(_cut(view.groups, start, start + ROWS_OF_PAGE)),
        number=number,
        pages=pages,
        first=start + 1 if total else 0,
        last=min(start + ROWS_OF_PAGE, total),
        total=total,
        beside=Neighbours(
            previous=path_of_page(source.path, number - 1) if number > 1 else "",
            next=path_of_page(source.path, number + 1) if number < pages else "",
        ),
        rows_file=f"{source.path}{ROWS_FILE}" if pages > 1 else "",
    )


def rows_script(body: str) -> bytes:
    """The file with all rows of a list: ``body`` is the body of its table, with links from the root of the site."""
    return ROWS_SCRIPT.format(rows=json.dumps(body, ensure_ascii=False)).encode()


def _pages(rows: int) -> int:
    return max(1, -(-rows // ROWS_OF_PAGE))


def _content(source: ListSource, context: PageContext, number: int, whole: Callable[[], PageContent]) -> PageContent:
    """What a page of a list shows. The title of a further one says which it is, and the list itself stands above it."""
    content, view = whole(), list_page(source, context, number)
    if number == 1:
        return replace(content, view=view, beside=view.beside)
    which = page_words.PAGE_OF_LIST.format(number=number, pages=view.pages)
    return replace(
        content,
        title=page_words.PART_OF_LIST.format(text=content.title, which=which),
        description=page_words.PART_OF_LIST.format(text=content.description, which=which),
        view=view,
        trail=(*content.trail, Ref(content.title, source.path)),
        beside=view.beside,
    )


def _past_content(past: PastPage, list_: Ref, trail: tuple[Ref, ...]) -> PageContent:
    """What stands where a list had a page when it was longer."""
    title = page_words.PAST_PAGE.format(title=list_.title, number=past.number)
    return PageContent(title, title, past, (*trail, list_) if past.pages else trail)


def _cut(groups: Iterable[RowGroup], start: int, end: int) -> Iterator[RowGroup]:
    """The groups of some rows, counted through the whole list."""
    before = 0
    for group in groups:
        rows = group.rows[max(0, start - before) : max(0, end - before)]
        if rows:
            yield group._replace(rows=rows, continued=before < start, size=len(group.rows))
        before += len(group.rows)
