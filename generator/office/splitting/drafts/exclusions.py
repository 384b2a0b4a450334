"""Draft records of numbers that are no figures of the ledger: ordinals, dates, terms, parts of names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.language.chinese_numbers import Number, unit_after
from generator.language.office import notice_words, split_words
from generator.language.official_text import fingerprint
from generator.ledger.enums import ExclusionReason
from generator.ledger.wording.numbering import markers
from generator.office.new_rows import NewRow
from generator.office.splitting.drafts.units import doubt_at
from generator.office.splitting.notice import Notice

QUOTED = re.compile(notice_words.QUOTED_NAMES)
DATES = re.compile(notice_words.DATES)
TERMS = re.compile(notice_words.TERMS)


def draft_exclusions(notice: Notice, document: str, left: Iterable[Number]) -> list[NewRow]:
    """The rows of numbers that no record uses.

    Args:
        notice: the notice.
        document: its id.
        left: those numbers.
    """
    ordinals = [(marker.start, marker.end) for marker in markers(notice.text, notice.layout)]
    names = [match.span() for match in QUOTED.finditer(notice.text)]
    dates = [match.span() for match in DATES.finditer(notice.text)]
    terms = [match.span() for match in TERMS.finditer(notice.text)]
    rows = []
    for number in left:
        reason = next(
            (
                reason
                for spans, reason in (
                    (ordinals, ExclusionReason.ORDINAL),
                    (dates, ExclusionReason.DATE),
                    (names, ExclusionReason.NAME),
                    (terms, ExclusionReason.TERM),
                )
                if any(start <= number.start and number.end <= end for start, end in spans)
            ),
            ExclusionReason.NOT_MEASURED,
        )
        if unit_after(notice.text, number.end) and reason in (ExclusionReason.ORDINAL, ExclusionReason.DATE):
            reason = ExclusionReason.NOT_MEASURED
        cells = {
            "document": document,
            "number": number.printed,
            "passage": f"{number.start}-{number.end}",
            "fingerprint": fingerprint(notice.text[number.start : number.end]),
            "reason": str(reason),
        }
        is_guess = reason is ExclusionReason.NOT_MEASURED
        doubts = (doubt_at(notice, number.start, split_words.EXCLUDED),) if is_guess else ()
        rows.append(NewRow(cells, doubts, draft=is_guess))
    return rows
