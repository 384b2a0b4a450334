"""The page of a part of a document that has too many clauses for one page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.documents.parts import Part
from generator.language import page_words
from generator.ledger.records import Section
from generator.pages.components.reader.items import Reader, part_ref, reader
from generator.pages.components.references import Ref, document_pages, document_ref, part_path, section_ref
from generator.pages.components.structured_data import source_tags
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref

CUT = "former/document_cut.html"
"""The template of the page of a heading whose clauses stand on several pages."""


class PartView(NamedTuple):
    """What the page of a part of a document shows."""

    document: Ref
    before: Ref | None
    after: Ref | None
    reader: Reader


def part_view(context: PageContext, id_: str, at: int) -> PartView:
    """What the page of a part shows, with the parts before and after it."""
    parts = document_pages(context, id_).parts
    return PartView(
        document=document_ref(context.index.documents[id_]),
        before=part_ref(id_, parts[at - 1]) if at else None,
        after=part_ref(id_, parts[at + 1]) if at + 1 < len(parts) else None,
        reader=reader(context, id_, parts[at]),
    )


def _content(context: PageContext, id_: str, at: int) -> PageContent:
    record, part = context.index.documents[id_], document_pages(context, id_).parts[at]
    title, trail = part_ref(id_, part).title, (index_ref("documents"), document_ref(record))
    description = page_words.DESCRIPTIONS["part"].format(name=title, document=record.title)
    tags = source_tags(context.index, id_)
    return PageContent(title, description, part_view(context, id_, at), trail, record.file, tags)


def _cut_content(context: PageContext, id_: str, section: Section) -> PageContent:
    """What stands where a heading had one page, before more clauses were read."""
    record = context.index.documents[id_]
    below = (part for part in document_pages(context, id_).parts if section in _trail(context, part))
    view = tuple(part_ref(id_, part) for part in below)
    title, trail = section_ref(section).title, (index_ref("documents"), document_ref(record))
    description = page_words.DESCRIPTIONS["part"].format(name=title, document=record.title)
    return PageContent(title, description, view, trail, record.file)


def _trail(context: PageContext, part: Part) -> list[Section]:
    return context.index.trail(part.section.id) if part.section else []


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for id_ in context.index.documents:
        parts = document_pages(context, id_).parts
        if len(parts) == 1:
            continue
        for at, part in enumerate(parts):
            yield PageEntry(part_path(id_, part), page_words.DOCUMENT, partial(_content, context, id_, at))
        names, above = {part.name for part in parts}, (one for part in parts for one in _trail(context, part))
        for section in dict.fromkeys(above):
            if section.id not in names:
                content = partial(_cut_content, context, id_, section)
                yield PageEntry(f"documents/{id_}/{section.id}/", page_words.FORMER_KIND, content, CUT)


KINDS = (PageKind(order=355, template="records/document_part.html", pages=_pages),)
