"""What a review looks up and says, by itself."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.language.official_text import Layout
from generator.ledger.contract import load_contract
from generator.office.review.document_text import CLAUSE, EXCLUDED, FIGURE, MENTION, Marked, mentions, paragraphs
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


TEXT = "总则,接着说。第二段。第三段"
MARKS = [
    Marked(0, 3, CLAUSE, "a"),
    Marked(1, 2, FIGURE, "a"),
    Marked(7, 10, CLAUSE, ""),
    Marked(8, 30, EXCLUDED, "b"),
    Marked(11, 12, MENTION, "c"),
]


def shown(layout: Layout, current: str) -> list[str]:
    """The paragraphs of a text: each piece with its signs, and whose it is."""
    return [
        " ".join(f"{one.start}{one.text}[{one.signs}|{one.key}]" for one in pieces)
        for pieces in paragraphs(TEXT, layout, MARKS, current)
    ]


def test_a_text_is_cut_where_its_marks_begin_and_end() -> None:
    """A mark beyond the text ends with it; of marks over each other the last that is a draft's leads somewhere."""
    lines = Layout(lines=frozenset((0, 3, 7, 11)))
    assert shown(lines, "a") == [
        "0总[clause current draft|a] 1则[clause current draft figure|a] 2,[clause current draft|a] 3接着说。[|]",
        "7第[clause|] 8二段[clause draft excluded|b] 10。[draft excluded|b]",
        "11第[draft excluded mention|c] 12三段[draft excluded|b]",
    ]


@pytest.mark.parametrize("lines", [(), (0,)])
def test_without_lines_a_clause_begins_a_paragraph(lines: tuple[int, ...]) -> None:
    """Nobody is looked at; a figure, a name or what is left out begins none."""
    found = paragraphs(TEXT, Layout(lines=frozenset(lines)), MARKS, "")
    assert ["".join(one.text for one in pieces) for pieces in found] == ["总则,接着说。", "第二段。第三段"]
    assert not any("current" in one.signs for pieces in found for one in pieces)
    assert paragraphs("", Layout(), [], "") == []


def test_every_place_with_a_name_is_marked() -> None:
    """In the normal form of the text; a unit without an alias has an empty one."""
    found = mentions("区发展局,发展局", ["区发展局", "", "发展局", "別局"], "k")
    assert found == [Marked(0, 4, MENTION, "k"), Marked(1, 4, MENTION, "k"), Marked(5, 8, MENTION, "k")]
