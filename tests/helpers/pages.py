"""What pages are made from, for tests that look at a page's view."""

from __future__ import annotations

from pathlib import Path

from generator.analysis.ledger_index import LedgerIndex
from generator.language.download_words import OPTIONAL
from generator.ledger.load import CheckedLedger, load
from generator.pages.context import PageContext
from generator.pages.page import PageSpec
from generator.pages.registry import page_context, page_specs
from tests.helpers import templates

CONTRACT = Path(__file__).resolve().parents[2] / "datapackage.json"


def context_of(ledger: Path | CheckedLedger | LedgerIndex) -> PageContext:
    """What the pages of a ledger are made from, with all formats and without official texts."""
    if isinstance(ledger, Path):
        ledger = load(ledger, CONTRACT)
    index = ledger if isinstance(ledger, LedgerIndex) else LedgerIndex(ledger)
    return page_context(index, {}, OPTIONAL)


def specs_of(context: PageContext) -> list[PageSpec]:
    """Every page of a ledger, none made yet; its templates are compiled once for all tests."""
    return page_specs(context, templates.compiled_pages())
