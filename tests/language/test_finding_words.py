"""The words of findings: each code stands once, or the words of one finding would be said of another."""

from __future__ import annotations

from collections import Counter
from typing import Final

from generator.language import finding_words
from generator.language.findings.text_findings import TEXT_FINDINGS

TABLES: Final = (finding_words.FINDINGS, finding_words.DOUBTS, finding_words.DRAFTS, finding_words.NOTICES)


def test_a_code_has_one_meaning() -> None:
    """A rule, a doubt, a draft and a notice never share their code."""
    counts = Counter(code for table in TABLES for code in table)
    assert [code for code, count in counts.items() if count > 1] == []


def test_findings_of_texts_take_the_place_of_no_other() -> None:
    """The rules of texts stand in a table of their own, which comes behind the others."""
    assert [*finding_words.FINDINGS][-len(TEXT_FINDINGS) :] == [*TEXT_FINDINGS]
