"""The page of a document: its public information, and everything that the ledger takes from it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.facts.document import DocumentFacts, document_facts
from generator.language import page_words
from generator.ledger.records import Document
from generator.pages.components.figures import Figure, observation_figure, target_figure
from generator.pages.components.rows import EvaluationRow, ReportRow, evaluation_row, report_row
from generator.pages.components.structured_data import source_tags
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref


class DocumentView(NamedTuple):
    """What the page of a document shows."""

    record: Document
    withdrawn: bool
    plans: tuple[str, ...]
    """Titles of the plans that it sets."""
    tasks: int
    targets: tuple[Figure, ...]
    observations: tuple[Figure, ...]
    reports: tuple[ReportRow, ...]
    evaluations: tuple[EvaluationRow, ...]


def document_view(context: PageContext, facts: DocumentFacts) -> DocumentView:
    """What the page of a document shows."""
    return DocumentView(
        record=facts.record,
        withdrawn=facts.withdrawn,
        plans=tuple(plan.title for plan in facts.plans),
        tasks=len(facts.tasks),
        targets=tuple(target_figure(context, target) for target in facts.targets),
        observations=tuple(observation_figure(context, observation) for observation in facts.observations),
        reports=tuple(report_row(context, report) for report in facts.reports),
        evaluations=tuple(evaluation_row(context, evaluation) for evaluation in facts.evaluations),
    )


def _content(context: PageContext, id_: str) -> PageContent:
    facts = document_facts(context.index, id_)
    record, trail, tags = facts.record, (index_ref("documents"),), source_tags(context.index, id_)
    return PageContent(record.title, record.title, document_view(context, facts), trail, record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for id_ in context.index.documents:
        yield PageEntry(f"documents/{id_}/", page_words.DOCUMENT, partial(_content, context, id_))


KINDS = (PageKind(order=350, template="records/document.html", pages=_pages),)
