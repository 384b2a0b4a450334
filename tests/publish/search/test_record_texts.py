"""What the ledger says of a record, for the search."""

from __future__ import annotations

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.load import load
from generator.publish.search.record_texts import search_source
from tests.conftest import DISTRICT_DATA
from tests.helpers.pages import CONTRACT

INDEX = LedgerIndex(load(DISTRICT_DATA, CONTRACT))
SOURCE = search_source(INDEX)


def test_every_record_with_a_page_has_a_text() -> None:
    """The addresses are those of the pages."""
    ledger = INDEX.ledger
    records = (*ledger.indicators, *ledger.tasks, *ledger.organizations, *ledger.sections, *ledger.plans)
    pages = [address for address in SOURCE.texts if "/" in address]
    assert len(pages) == len(records) + len(ledger.documents) + len(ledger.evaluations)


def test_a_record_is_found_by_its_figures_owners_and_words() -> None:
    """As the documents print them, and in digits where they print others."""
    for target in INDEX.ledger.targets:
        text = SOURCE.texts[f"indicators/{target.indicator}/"]
        assert target.value_text in text
        assert target.value is None or str(target.value) in text
    for duty in INDEX.ledger.assignments:
        assert INDEX.organizations[duty.organization].name in SOURCE.texts[f"tasks/{duty.task}/"]
    assert all(task.summary in SOURCE.texts[f"tasks/{task.id}/"] for task in INDEX.ledger.tasks)
