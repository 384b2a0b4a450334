"""Numbers and clauses that no record has any more: what is written of them, so that nothing of a document is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
    known: tuple[tuple[list[Span], ExclusionReason], ...] = (
        ([(marker.start, marker.end) for marker in markers(text, layout)], ExclusionReason.ORDINAL),
        ([match.span() for match in DATES.finditer(text)], ExclusionReason.DATE),
        ([match.span() for match in QUOTED.finditer(text)], ExclusionReason.NAME),
        ([match.span() for match in TERMS.finditer(text)], ExclusionReason.TERM),
    )
    found = []
    for number in numbers:
        reason = next((reason for spans, reason in known if _is_inside((number.start, number.end), spans)), otherwise)
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
    own = [passage for _, passage in passages if passage]
    for words in clauses:
        yield exclusion_cells(document, text, words, ExclusionReason.NOT_KEPT, "")
    known = {one.row.passage for one in after.exclusions if one.document == document}
    used_before = {(one.start, one.end) for one in numbers_left(before, document, text)} | known
    left = [
        one
        for one in numbers_left(after, document, text)
        if (at := (one.start, one.end)) not in used_before and _is_inside(at, own) and not _is_inside(at, clauses)
    ]
    for number, reason in with_reasons(text, layout, left, ExclusionReason.NOT_KEPT):
        yield exclusion_cells(document, text, (number.start, number.end), reason, number.printed)


def _is_inside(words: Span, spans: Iterable[Span]) -> bool:
    """Whether words stand within one of some passages."""
    return any(start <= words[0] and words[1] <= end for start, end in spans)
