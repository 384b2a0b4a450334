"""What a review looks up and says, by itself."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.ledger.contract import load_contract
from generator.ledger.reading.findings import Finding, Mark
from generator.office.review.decisions import why_refused
from generator.office.review.references import assigning
from generator.office.review.session import Session
from generator.office.review.views import refusal_words
from generator.office.rounds.approval import SHOWN, side_of_clash
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


def test_a_file_that_cannot_be_written_is_named() -> None:
    """With the reason."""
    assert "a.yml" in why_refused(OSError(28, "No space left on device", "a.yml"))


@pytest.mark.parametrize(("length", "cut"), [(SHOWN, False), (SHOWN + 1, True)])
def test_as_much_of_a_clash_is_shown_as_there_is_room(length: int, cut: bool) -> None:
    """What is cut says so."""
    assert side_of_clash(["甲" * length], []).endswith("……") is cut


def test_a_fault_elsewhere_is_told_with_its_place() -> None:
    """One in the file that is shown says what is wrong and what to do."""
    fault = Finding("lead-missing", Mark("data/tasks/a.yml", 7, 1))
    assert "data/tasks/a.yml" in refusal_words(fault, {"data/tasks/b.yml"})
    assert "a.yml" not in refusal_words(fault, {"data/tasks/a.yml"})
