"""The page of a document: its text clause by clause, each with what the ledger has from it.

Of a document of many clauses it lists the pages of its parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.facts.document import DocumentFacts, document_facts
from generator.language import formatting, page_words
from generator.ledger.records import Document
from generator.pages.components.reader.items import Reader, part_ref, reader
from generator.pages.components.references import Ref, document_pages, plan_ref
from generator.pages.components.rows import EvaluationRow, evaluation_row
from generator.pages.components.structured_data import source_tags
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref


class PartRow(NamedTuple):
    """A part of a document in the list of its parts."""

    ref: Ref
    clauses: int


class DocumentView(NamedTuple):
    """What the page of a document shows."""

    record: Document
    withdrawn: bool
    plans: tuple[Ref, ...]
    """The plans that it sets."""
    gives: str
    """What the ledger has from it, in one line."""
    silent: bool
    """Whether it gives no result."""
    evaluations: tuple[EvaluationRow, ...]
    parts: tuple[PartRow, ...]
    """The pages on which its clauses stand; empty where they stand on this one."""
    reader: Reader | None


def document_view(context: PageContext, facts: DocumentFacts) -> DocumentView:
    """What the page of a document shows."""
    id_ = facts.record.id
    parts = document_pages(context, id_).parts
    single = len(parts) == 1
    return DocumentView(
        record=facts.record,
        withdrawn=facts.withdrawn,
        plans=tuple(plan_ref(plan) for plan in facts.plans),
        gives=gives(facts),
        silent=not facts.observations,
        evaluations=tuple(evaluation_row(context, evaluation) for evaluation in facts.evaluations),
        parts=() if single else tuple(PartRow(part_ref(id_, part), len(part.clauses)) for part in parts),
        reader=reader(context, id_, parts[0]) if single else None,
    )


def gives(facts: DocumentFacts) -> str:
    """What the ledger has from a document, in one line; empty where it has nothing."""
    counts = (len(facts.tasks), len(facts.targets), len(facts.observations), len(facts.reports))
    given = zip(page_words.GIVEN, counts, strict=True)
    return formatting.AND.join(words.format(count=formatting.count(count)) for words, count in given if count)


def _content(context: PageContext, id_: str) -> PageContent:
    facts = document_facts(context.index, id_)
    record, trail, tags = facts.record, (index_ref("documents"),), source_tags(context.index, id_)
    return PageContent(record.title, record.title, document_view(context, facts), trail, record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for id_ in context.index.documents:
        yield PageEntry(f"documents/{id_}/", page_words.DOCUMENT, partial(_content, context, id_))


KINDS = (PageKind(order=350, template="records/document.html", pages=_pages),)
