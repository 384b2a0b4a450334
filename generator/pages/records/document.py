"""The page of a document: its public information, and everything that the ledger takes from it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.ledger_index import WITHDRAWN
from generator.language import formatting, page_words
from generator.ledger.records import Document, Evaluation
from generator.pages.components.structured_data import source_tags
from generator.pages.components.views import Figure, Ref, ReportLine
from generator.pages.page import PageContent, PageContext, PageEntry, PageKind, index_ref


class Evaluated(NamedTuple):
    """An evaluation that a document reports."""

    ref: Ref
    plan: Ref
    evaluator: str
    conclusion: str


class DocumentView(NamedTuple):
    """What the page of a document shows."""

    record: Document
    withdrawn: bool
    plans: tuple[str, ...]
    tasks: int
    targets: tuple[Figure, ...]
    results: tuple[Figure, ...]
    reports: tuple[ReportLine, ...]
    evaluations: tuple[Evaluated, ...]


def document_view(context: PageContext, record: Document) -> DocumentView:
    """What the page of a document shows."""
    components, index = context.components, context.index
    return DocumentView(
        record=record,
        withdrawn=record.validity in WITHDRAWN,
        plans=tuple(p.title for p in index.plans_of_document.get(record.id, ())),
        tasks=len(index.tasks_of_document.get(record.id, ())),
        targets=tuple(map(components.target, index.targets_of_document.get(record.id, ()))),
        results=tuple(map(components.result, index.observations_of_document.get(record.id, ()))),
        reports=tuple(map(components.report, index.reports_of_document.get(record.id, ()))),
        evaluations=tuple(_evaluated(context, e) for e in index.evaluations_in.get(record.id, ())),
    )


def _evaluated(context: PageContext, record: Evaluation) -> Evaluated:
    plan = context.components.plan(context.index.plans[record.plan])
    ref = Ref(f"{formatting.period(record.period)}{record.kind}", f"evaluations/{record.id}/")
    return Evaluated(ref, plan, record.evaluator, record.conclusion)


def _content(context: PageContext, id_: str) -> PageContent:
    record = context.index.documents[id_]
    view, tags = document_view(context, record), source_tags(context.index, id_)
    return PageContent(record.title, record.title, view, (index_ref("documents"),), record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for id_ in context.index.documents:
        yield f"documents/{id_}/", page_words.DOCUMENT, partial(_content, context, id_)


KINDS = (PageKind(order=350, template="records/document.html", pages=_pages),)
