"""Which headings a document has: those of its own plans, and of plans that have no document of their own."""

from __future__ import annotations

import pytest

from generator.analysis.documents.headings import document_headings
from generator.analysis.ledger_index import LedgerIndex
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT


@pytest.fixture(scope="module")
def index() -> LedgerIndex:
    """The made-up district."""
    return context_of(DISTRICT).index


@pytest.mark.parametrize(
    ("document", "own", "plans"),
    [
        ("chengxi-annual-plan-2023", ("plan-2023",), ("plan-2023", "plan-2022")),
        ("chengxi-145-midterm-review-2023", (), ()),
    ],
)
def test_a_report_has_the_headings_of_plans_without_a_document(
    index: LedgerIndex, document: str, own: tuple[str, ...], plans: tuple[str, ...]
) -> None:
    """A plan for this year looks back on the last one; a review of a plan has none of the plan's own headings."""
    headings = document_headings(index, document)
    assert (headings.own, headings.plans) == (own, plans)
    assert {section.plan for section in headings.sections} <= set(plans)
    assert all(section.number for section in headings.sections if section.plan not in own)
