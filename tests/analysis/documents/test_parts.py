"""The parts of a long document: one for each chapter, in runs where a chapter is long itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.documents import parts
from generator.analysis.documents.clauses import Clause, document_clauses
from generator.analysis.documents.parts import document_parts
from generator.analysis.ledger_index import LedgerIndex
from tests.helpers import ledger
from tests.helpers.pages import context_of


@pytest.fixture
def index(tmp_path: Path) -> LedgerIndex:
    """A small ledger."""
    return context_of(ledger.write(tmp_path, ledger.LEDGER)).index


def clauses(index: LedgerIndex, number: int, heading: str = "") -> list[Clause]:
    """Some clauses under a heading, or under none."""
    section = index.sections[heading] if heading else None
    return [Clause(f"{heading}{n}", "", n, section, ()) for n in range(number)]


def test_a_short_document_is_one_page(index: LedgerIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many clauses as a page may have are not cut."""
    monkeypatch.setattr(parts, "LIMIT", 3)
    every = clauses(index, 3, "s1")
    assert document_parts(index, every) == [parts.Part("", None, 0, tuple(every))]


def test_a_long_document_is_cut_by_its_headings(index: LedgerIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address of a part is the id of its heading; only a chapter that is too long has numbers."""
    monkeypatch.setattr(parts, "LIMIT", 2)
    every = [*clauses(index, 3, "s1"), *clauses(index, 1)]
    cut = document_parts(index, every)
    assert [(part.name, part.run, len(part.clauses)) for part in cut] == [
        ("s1_1", 1, 2),
        ("s1_2", 2, 1),
        ("rows_1", 0, 1),
    ]
    assert [clause for part in cut for clause in part.clauses] == every
    monkeypatch.setattr(parts, "LIMIT", 3)
    assert [(part.name, part.run) for part in document_parts(index, every)] == [("s1", 0), ("rows_1", 0)]


@pytest.mark.parametrize(("count", "pages"), [(300, 1), (301, 2)])
def test_how_many_clauses_a_page_may_have(index: LedgerIndex, count: int, pages: int) -> None:
    """One more makes two pages of them."""
    assert len(document_parts(index, clauses(index, count, "s1"))) == pages


def test_a_project_stands_under_the_heading_of_its_task(index: LedgerIndex) -> None:
    """Where its locator names none."""
    project = next(one for one in index.ledger.projects if one.task)
    found = document_clauses(index, project.document)
    assert [one.section and one.section.id for one in found if project in one.records] == ["s1-1"]
