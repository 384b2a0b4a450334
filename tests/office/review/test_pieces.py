"""What a review looks up and says, by itself."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.ledger.contract import load_contract
from generator.office.review.references import assigning
from generator.office.review.session import Session
from tests.conftest import ROOT
from tests.helpers.drafts import write_drafts


def test_a_ledger_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    """Each page would wait for it."""
    session = Session(write_drafts(tmp_path), load_contract(ROOT / "datapackage.json"))
    assert session.state() is session.state()


@pytest.mark.parametrize(("unit", "document"), [("busy", "b"), ("idle", "a")])
def test_the_document_that_gives_a_unit_something_to_do(unit: str, document: str) -> None:
    """Where none does, the first document."""
    tables: Any = SimpleNamespace(
        rows={
            "assignments": [{"task": "t", "organization": "busy"}],
            "tasks": [{"id": "s", "document": "a"}, {"id": "t", "document": "b"}],
            "documents": [{"id": "a"}, {"id": "b"}],
        }
    )
    assert assigning(tables, unit) == document
