"""Doubts: values that look wrong and may be right. A person looks at each, and mends it or acknowledges it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.language.finding_words import SINCE_PUBLISHED
from generator.ledger.checks.doubt_rules import DOUBT_RULES
from generator.ledger.checks.doubt_rules.series import figures_of
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables

Answered = tuple[object, ...]
"""Code, record and value of a doubt."""


def find_doubts(tables: Tables) -> list[Finding]:
    """The doubts that nobody has acknowledged, and a notice of each acknowledgement that answers none."""
    figures = figures_of(tables)
    doubts = [doubt for rule in DOUBT_RULES for doubt in rule(figures)]
    answers = acknowledgements(tables.rows)
    asked = set(map(_asked, doubts))
    needless = [row for answer, row in answers.items() if answer not in asked and answer[0] not in SINCE_PUBLISHED]
    return [
        *unanswered(doubts, answers),
        *(
            Finding("acknowledged-needless", row.mark, {"record": row["record"], "code": row["code"]})
            for row in needless
        ),
    ]


def acknowledgements(rows: Mapping[str, Sequence[Row]]) -> dict[Answered, Row]:
    """What somebody has looked at and given a reason for, by what it answers."""
    return {row.texts(("code", "record", "value")): row for row in rows["acknowledged"] if row["reason"]}


def unanswered(doubts: Sequence[Finding], answers: Mapping[Answered, Row]) -> list[Finding]:
    """The doubts that no acknowledgement answers: it must have the code, the record, and the value as it is now."""
    return [doubt for doubt in doubts if _asked(doubt) not in answers]


def _asked(doubt: Finding) -> Answered:
    return doubt.code, doubt.values["record"], doubt.values["value"]
