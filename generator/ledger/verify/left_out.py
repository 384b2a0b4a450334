"""Numbers and clauses that no record has any more: what is written of them, so that nothing of a document is lost."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Final

from generator.language.chinese_numbers import Number, unit_after
from generator.language.office import notice_words
from generator.language.official_text import Layout, fingerprint
from generator.ledger.enums import ExclusionReason
from generator.ledger.reading.rows import Row, Tables
from generator.ledger.verify.coverage import numbers_left
from generator.ledger.wording.numbering import markers

QUOTED: Final = re.compile(notice_words.QUOTED_NAMES)
DATES: Final = re.compile(notice_words.DATES)
TERMS: Final = re.compile(notice_words.TERMS)
Span = tuple[int, int]


def with_reasons(
    text: str, layout: Layout, numbers: Iterable[Number], otherwise: ExclusionReason
) -> list[tuple[Number, ExclusionReason]]:
    """Why each of some numbers is no figure.

    Args:
        text: the text in normal form.
        layout: where its lines begin.
        numbers: numbers that no record uses.
        otherwise: the reason where the words around a number tell none.
    """
    known = (
        (_within((marker.start, marker.end) for marker in markers(text, layout)), ExclusionReason.ORDINAL),
        (_within(match.span() for match in DATES.finditer(text)), ExclusionReason.DATE),
        (_within(match.span() for match in QUOTED.finditer(text)), ExclusionReason.NAME),
        (_within(match.span() for match in TERMS.finditer(text)), ExclusionReason.TERM),
    )
    found = []
    for number in numbers:
        words = (number.start, number.end)
        reason = next((reason for is_within, reason in known if is_within(words)), otherwise)
        if unit_after(text, number.end) and reason in (ExclusionReason.ORDINAL, ExclusionReason.DATE):
            reason = otherwise
        found.append((number, reason))
    return found


def exclusion_cells(document: str, text: str, words: Span, reason: ExclusionReason, number: str) -> dict[str, str]:
    """The cells of an exclusion; a clause has no number."""
    start, end = words
    return {
        "document": document,
        "number": number,
        "passage": f"{start}-{end}",
        "fingerprint": fingerprint(text[start:end]),
        "reason": str(reason),
    }


def given_up(
    before: Tables, after: Tables, rejected: Iterable[tuple[str, Row]], document: str, text: str, layout: Layout
) -> Iterator[dict[str, str]]:
    """The exclusions that a document needs when records of it are rejected: its clauses, and the numbers of others.

    Args:
        before: the rows with these records.
        after: the rows without them.
        rejected: each record with its table; of an indicator the row of its target.
        document: the document.
        text: its text in normal form.
        layout: where its lines begin.
    """
    passages = [(table, row.passage) for table, row in rejected if row["document"] == document and row.passage]
    clauses = [passage for table, passage in passages if table == "tasks" and passage]
    is_own, is_of_clause = _within(passage for _, passage in passages if passage), _within(clauses)
    for words in clauses:
        yield exclusion_cells(document, text, words, ExclusionReason.NOT_KEPT, "")
    known = {one.row.passage for one in after.exclusions if one.document == document}
    used_before = {(one.start, one.end) for one in numbers_left(before, document, text)} | known
    left = [
        one
        for one in numbers_left(after, document, text)
        if (at := (one.start, one.end)) not in used_before and is_own(at) and not is_of_clause(at)
    ]
    for number, reason in with_reasons(text, layout, left, ExclusionReason.NOT_KEPT):
        yield exclusion_cells(document, text, (number.start, number.end), reason, number.printed)


def _within(spans: Iterable[Span]) -> Callable[[Span], bool]:
    """Says whether words stand within one of some passages; a text may have thousands of both."""
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    farthest = [*accumulate((end for _, end in ordered), max)]

    def is_within(words: Span) -> bool:
        at = bisect_right(starts, words[0])
        return at > 0 and words[1] <= farthest[at - 1]

    return is_within
