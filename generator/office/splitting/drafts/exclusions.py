"""Draft records of numbers that are no figures of the ledger: ordinals, dates, terms, parts of names."""

from __future__ import annotations

from collections.abc import Iterable

from generator.language.chinese_numbers import Number
from generator.language.office import split_words
from generator.ledger.enums import ExclusionReason
from generator.ledger.verify.left_out import exclusion_cells, with_reasons
from generator.office.new_rows import NewRow
from generator.office.splitting.drafts.units import doubt_at
from generator.office.splitting.notice import Notice


def draft_exclusions(notice: Notice, document: str, left: Iterable[Number]) -> list[NewRow]:
    """The rows of numbers that no record uses.

    Args:
        notice: the notice.
        document: its id.
        left: those numbers.
    """
    rows = []
    for number, reason in with_reasons(notice.text, notice.layout, left, ExclusionReason.NOT_MEASURED):
        cells = exclusion_cells(document, notice.text, (number.start, number.end), reason, number.printed)
        is_guess = reason is ExclusionReason.NOT_MEASURED
        doubts = (doubt_at(notice, number.start, split_words.EXCLUDED),) if is_guess else ()
        rows.append(NewRow(cells, doubts, draft=is_guess))
    return rows
