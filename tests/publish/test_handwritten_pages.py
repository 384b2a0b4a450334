"""Hand-written pages: what is folded, and where a reader finds it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

LONG = ("methods", "glossary")
"""Pages that begin with their contents."""


def page(site: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / name / "index.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", LONG)
def test_contents_name_every_section(real_site: Path, name: str) -> None:
    """In their order, by their titles."""
    tree = page(real_site, name)
    heads = [(f"#{head.id}", head.text(strip=True)) for head in tree.css("article h2")]
    assert [(link.attributes["href"], link.text()) for link in tree.css(".pl-toc a")] == heads


@pytest.mark.parametrize("name", LONG)
def test_nothing_that_is_linked_is_folded(real_site: Path, name: str) -> None:
    """A link to a word or a section lands on it in every browser, without a script."""
    assert page(real_site, name).css("article details [id]") == []


def test_examples_are_folded_and_counted(real_site: Path) -> None:
    """The rule is read first; the line above the examples says how many there are."""
    folds = page(real_site, "methods").css("article details.pl-fold")
    assert len(folds) > 5
    for fold in folds:
        summary, rows = fold.css_first("summary"), fold.css("table.pl-table tbody tr")
        assert summary is not None
        assert re.findall(r"\d+", summary.text()) == [str(len(rows))], summary.text()
