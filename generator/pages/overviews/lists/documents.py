"""The list of all documents, with what the ledger has from each."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.facts.document import document_facts
from generator.ledger.records import Document
from generator.pages.context import PageContext
from generator.pages.page import index_kind
from generator.pages.records.document import gives


class DocumentRow(NamedTuple):
    """A document as a row."""

    record: Document
    gives: str
    """How many tasks, targets, results and reports the ledger has from it; empty where it has none."""


def documents_view(context: PageContext) -> tuple[DocumentRow, ...]:
    """Every document of the ledger."""
    index = context.index
    return tuple(DocumentRow(record, gives(document_facts(index, record.id))) for record in index.ledger.documents)


KINDS = (
    index_kind(
        "documents",
        documents_view,
        template="overviews/lists/documents.html",
        order=147,
        map_order=60,
    ),
)
