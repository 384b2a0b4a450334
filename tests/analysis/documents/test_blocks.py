"""The text of a document in blocks: headings, clauses of tasks, paragraphs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.analysis.documents.blocks import read_blocks
from generator.analysis.documents.clauses import Clause, document_clauses
from generator.analysis.documents.headings import Headings, document_headings
from generator.language.official_text import Layout, lay_out, normalise
from generator.ledger.ledger import Ledger
from generator.ledger.records import Report, Section, Task
from tests.helpers import ledger
from tests.helpers.pages import context_of

CITY = Section(file="", id="s1", plan="p", parent=None, position=1, number="一、", title="城市")
HEADINGS = Headings(("p",), ("p",), (CITY,), {})


@pytest.fixture
def small(tmp_path: Path) -> Ledger:
    """A small ledger."""
    return context_of(ledger.write(tmp_path, ledger.LEDGER)).index.ledger


def clause(record: Task | Report, text: str, words: str) -> Clause:
    """A clause with one record, whose passage is some words of a text."""
    start = text.index(words)
    return Clause(words, words, start, None, (replace(record, passage=f"{start}-{start + len(words)}"),))


def test_blocks_are_the_whole_text(real_project: Path) -> None:
    """The blocks follow each other from the first character to the last, and each clause begins in one of them."""
    context = context_of(real_project / "data")
    for id_ in context.index.documents:
        clauses, text = document_clauses(context.index, id_), "天地。" * 6000
        blocks = read_blocks(text, Layout(), document_headings(context.index, id_), clauses)
        assert [block.end for block in blocks[:-1]] == [block.start for block in blocks[1:]]
        assert (blocks[0].start, blocks[-1].end) == (0, len(text))
        assert sum(len(block.clauses) for block in blocks) == len(clauses)


def test_headings_and_tasks_are_blocks_of_their_own(small: Ledger) -> None:
    """The number of an item belongs to its task."""
    text = "前言。一、城市1.修建公园。(区建设局牵头)完。"
    blocks = read_blocks(text, Layout(), HEADINGS, [clause(small.tasks[0], text, "修建公园。(区建设局牵头)")])
    assert [text[b.start : b.end] for b in blocks] == ["前言。", "一、城市", "1.修建公园。(区建设局牵头)", "完。"]
    assert [bool(b.heading) for b in blocks] == [False, True, False, False]
    assert [len(b.records) for b in blocks] == [0, 0, 1, 0]


def test_a_text_is_cut_at_its_lines_but_not_within_a_sentence() -> None:
    """A line that ends with a comma goes on in the next."""
    printed = "一、城市\n公园修好了，\n路也修好了。\n\n　　桥还没有修。"
    text = normalise(printed)
    blocks = read_blocks(text, lay_out(printed), HEADINGS, [])
    assert [text[b.start : b.end] for b in blocks] == ["一、城市", "公园修好了,路也修好了。", "桥还没有修。"]


def test_a_paragraph_is_cut_where_another_clause_begins(small: Ledger) -> None:
    """At the sentence with which it does; what is no task is not a block of its own."""
    text = "一、城市公园修好了。今年又修路。"
    clauses = [clause(small.reports[0], text, words) for words in ("公园修好", "又修路")]
    blocks = read_blocks(text, Layout(), HEADINGS, clauses)
    assert [text[b.start : b.end] for b in blocks] == ["一、城市", "公园修好了。", "今年又修路。"]
    assert [[c.locator for c in b.clauses] for b in blocks] == [[], ["公园修好"], ["又修路"]]


def test_words_like_a_heading_without_a_number_count_as_a_line_of_their_own() -> None:
    """Within a sentence they are none."""
    plain = replace(CITY, number=None)
    printed = "说到城市的话。\n城市\n修桥。"
    text = normalise(printed)
    blocks = read_blocks(text, lay_out(printed), Headings(("p",), ("p",), (plain,), {}), [])
    assert [text[b.start : b.end] for b in blocks if b.heading] == ["城市"]
    assert blocks[0].heading is None


def test_a_passage_beyond_the_text_is_no_block(small: Ledger) -> None:
    """A text that has become shorter is shown as far as it goes."""
    beyond = Clause("一-9", "c-1-9", 900, None, (replace(small.tasks[0], passage="900-950"),))
    assert [(b.start, b.end) for b in read_blocks("很短。", Layout(), HEADINGS, [beyond])] == [(0, 3)]


def test_the_full_stop_of_a_heading_belongs_to_it() -> None:
    """No paragraph begins with it."""
    text = "一、城市。公园修好了。"
    assert [text[b.start : b.end] for b in read_blocks(text, Layout(), HEADINGS, [])] == ["一、城市。", "公园修好了。"]


def test_a_locator_leads_to_its_heading(tmp_path: Path) -> None:
    """By the numbers above each other; a heading without a number is one of the document all the same."""
    edits = ledger.edited(("sections/five.yml", "- id: s1\n", "- id: s0\n  title: 前言\n\n- id: s1\n"))[0]
    headings = document_headings(context_of(ledger.write(tmp_path, edits)).index, "doc-five")
    assert [section.id for section in headings.sections] == ["s0", "s1", "s1-1"]
    named = [headings.named(locator) for locator in ("一(一)-1", "一-3", "九-1")]
    assert [section and section.id for section in named] == ["s1-1", "s1", None]
