"""The small ledger of :mod:`tests.helpers.ledger` after some edits, with its look-ups."""

from __future__ import annotations

from pathlib import Path

from generator.analysis.ledger_index import LedgerIndex
from tests.helpers import ledger
from tests.helpers.ledger import Edit
from tests.helpers.pages import context_of

DISCLOSURE = "disclosures/doc-2018.yml"
OWN = "indicator: planting, basis: 当年, period: 2017, source: {locator: 二-9}"
GOAL = "indicator: planting, start_year: 2018, end_year: 2018, comparator: =, source: {locator: 二-9}"
WON = "id: won, section: s1, name: 卫生区, nature: 预期性, measure: 建成创建"


def index_of(folder: Path, *edits: Edit) -> LedgerIndex:
    """The small ledger after some edits."""
    return context_of(ledger.write(folder, ledger.edited(*edits)[0])).index


def results(*records: str) -> Edit:
    """Further results."""
    return (DISCLOSURE, "observations:\n", "observations:\n" + "".join(f"  - {{{one}}}\n" for one in records))
