"""The list of all documents."""

from __future__ import annotations

from generator.ledger.records import Document
from generator.pages.context import PageContext
from generator.pages.page import index_kind


def documents_view(context: PageContext) -> tuple[Document, ...]:
    """Every document of the ledger."""
    return tuple(context.index.ledger.documents)


KINDS = (
    index_kind(
        "documents",
        documents_view,
        template="overviews/lists/documents.html",
        order=147,
        map_order=60,
    ),
)
