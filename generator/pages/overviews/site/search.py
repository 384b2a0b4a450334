"""The page of search results, and words to try."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple
from urllib.parse import quote

from generator.analysis.ledger_index import LedgerIndex
from generator.language import page_words
from generator.ledger.records import Organization
from generator.pages.components.references import Ref
from generator.pages.context import PageContext
from generator.pages.page import index_kind, index_ref

SEARCH = "search/"
"""Address of the page of results."""
LISTS = ("indicators", "tasks", "departments", "towns", "sections", "years", "plans", "documents", "matrix", "data")
"""Index pages that lead on where no word does."""
NAMES = "、"
"""Stands between the other names of a unit."""


class ListLink(NamedTuple):
    """An index page and what is behind it."""

    ref: Ref
    about: str


class SearchView(NamedTuple):
    """The page of results before anything is searched for."""

    kinds: tuple[str, ...]
    lists: tuple[ListLink, ...]
    examples: tuple[Ref, ...]


def search_view(index: LedgerIndex) -> SearchView:
    """What the page shows."""
    territories = index.site.territories
    lists = (ListLink(index_ref(name, territories), page_words.index_words(name, territories)[1]) for name in LISTS)
    kinds = tuple(kind.format(territories=territories) for kind in page_words.SEARCH_KINDS)
    return SearchView(kinds, tuple(lists), examples(index))


def examples(index: LedgerIndex) -> tuple[Ref, ...]:
    """Questions to try: of the unit that leads most, an indicator with a figure, a town; each a search."""
    return tuple(Ref(word, f"{SEARCH}?q={quote(word)}") for word in dict.fromkeys(_words(index)))


def _words(index: LedgerIndex) -> Iterator[str]:
    tasks = Counter(lead.organization for task in index.ledger.tasks for lead in index.leads(task.id))
    for unit, _ in tasks.most_common(1):
        yield page_words.ASK_UNIT.format(unit=_short(index.organizations[unit]))
    for indicator in index.ledger.indicators:
        figure = index.newest(indicator.id)
        if figure and index.targets_of.get(indicator.id):
            yield page_words.ASK_INDICATOR.format(indicator=indicator.name)
            break
    yield from islice((o.name for o in index.ledger.organizations if index.is_territory(o)), 1)
    if index.ledger.tasks or index.ledger.indicators:
        yield page_words.ASK_MISSED


def _short(organization: Organization) -> str:
    """The shortest of a unit's names: what people call it."""
    names = (organization.name, *(organization.aliases or "").split(NAMES))
    return min(filter(None, names), key=len)


def _view(context: PageContext) -> SearchView:
    return search_view(context.index)


KINDS = (index_kind("search", _view, template="overviews/site/search.html", order=160),)
