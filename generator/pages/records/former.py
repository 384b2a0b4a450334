"""The page at an address that a release had and the ledger has no more: what stood there, and where it is now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.facts.former_records import WITH_FILES, FormerRecord
from generator.language import page_words
from generator.pages.components.references import Ref
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref
from generator.pages.records.release import release_ref


class FormerView(NamedTuple):
    """What the page shows."""

    kind: str
    title: str
    release: Ref
    """The last release that had it."""
    now: Ref | None
    """What it became."""
    gone: str
    """What is said where it became nothing, and the list of what is there."""
    list: Ref | None
    with_files: bool
    """Whether it had data files of its own."""
    day: str
    words: str


def _content(former: FormerRecord) -> PageContent:
    release = release_ref(former.release)
    kind = page_words.KINDS_OF_TABLES[former.record.table]
    now = Ref(*former.now) if former.now else None
    gone = page_words.FORMER_GONE.get(former.record.table, page_words.RECORD_GONE)
    list_ = index_ref(former.record.table) if former.record.table in page_words.INDEXES else None
    view = FormerView(
        kind,
        former.record.title,
        release,
        now,
        gone,
        list_,
        former.record.table in WITH_FILES,
        former.day,
        former.words,
    )
    title = page_words.FORMER.format(title=former.record.title)
    return PageContent(title, title, view, (index_ref("data"), index_ref("releases"), release))


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for former in context.former:
        yield PageEntry(former.path, page_words.FORMER_KIND, partial(_content, former))


KINDS = (PageKind(order=375, template="records/former.html", pages=_pages),)
