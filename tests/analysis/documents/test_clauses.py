"""The clauses of a document: under which of its headings each of them stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.documents.clauses import document_clauses
from tests.analysis.small_ledger import index_of

TARGET = ("indicators/five/01-industry.yml", "    source: {locator: 一-3}\n", "    source: {locator: 附件}\n")
PROJECT = ("projects/five/01.yml", "source: {locator: 附表-1}", "source: {locator: 附件}")


@pytest.mark.parametrize(("edit", "heading"), [(TARGET, "s1"), (PROJECT, "s1-1")])
def test_a_clause_whose_locator_names_no_heading(edit: tuple[str, str, str], heading: str, tmp_path: Path) -> None:
    """It stands where the plan lists its record: a target under the heading of its indicator, a project of its task."""
    clauses = document_clauses(index_of(tmp_path, edit), "doc-five")
    (own,) = [clause.section for clause in clauses if clause.locator == "附件"]
    assert own and own.id == heading
