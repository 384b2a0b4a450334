"""The page of a task: its summary is a sentence, however it was typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.helpers.ledger import edited, write
from tests.helpers.pages import context_of, specs_of


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("产业做大", "产业做大。"),
        ("产业做大。", "产业做大。"),
        ("产业做大；", "产业做大。"),
        ("产业做大！", "产业做大！"),
    ],
)
def test_a_summary_ends_with_one_sign(typed: str, shown: str, tmp_path: Path) -> None:
    """Some who write it set a full stop, others none or another sign."""
    files, _ = edited(("tasks/five/01-industry.yml", "summary: 把产业做大", f"summary: {typed}"))
    specs = specs_of(context_of(write(tmp_path, files)))
    page = LexborHTMLParser(next(spec for spec in specs if spec.path == "tasks/grow/").make().body)
    assert page.css(".pl-summary")[0].text(deep=False).strip() == shown
