"""What the ledger says of a record, for the search."""

from __future__ import annotations

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.load import load
from generator.publish.search.record_texts import search_source
from tests.conftest import DISTRICT_DATA
from tests.helpers.pages import CONTRACT


@pytest.fixture(scope="module")
def index() -> LedgerIndex:
    """The made-up district."""
    return LedgerIndex(load(DISTRICT_DATA, CONTRACT))


def test_every_record_with_a_page_has_a_text(index: LedgerIndex) -> None:
    """The addresses are those of the pages."""
    ledger = index.ledger
    records = (*ledger.indicators, *ledger.tasks, *ledger.organizations, *ledger.sections, *ledger.plans)
    pages = [address for address in search_source(index).texts if "/" in address]
    assert len(pages) == len(records) + len(ledger.documents) + len(ledger.evaluations)


def test_a_record_is_found_by_its_figures_owners_and_words(index: LedgerIndex) -> None:
    """As the documents print them, and in digits where they print others."""
    texts = search_source(index).texts
    for target in index.ledger.targets:
        text = texts[f"indicators/{target.indicator}/"]
        assert target.value_text in text
        assert target.value is None or str(target.value) in text
    for duty in index.ledger.assignments:
        assert index.organizations[duty.organization].name in texts[f"tasks/{duty.task}/"]
    assert all(task.summary in texts[f"tasks/{task.id}/"] for task in index.ledger.tasks)
