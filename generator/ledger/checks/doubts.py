"""Doubts: values that look wrong and may be right. A person looks at each, and mends it or acknowledges it."""

from __future__ import annotations

from generator.language.finding_words import SINCE_PUBLISHED
from generator.ledger.checks.doubt_rules import DOUBT_RULES
from generator.ledger.checks.doubt_rules.series import figures_of
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Tables


def find_doubts(tables: Tables) -> list[Finding]:
    """The doubts that nobody has acknowledged, and a notice of each acknowledgement that answers none.

    An acknowledgement answers the doubt with its code about its record, as long as the value is the one that it names.
    """
    figures = figures_of(tables)
    doubts = [doubt for rule in DOUBT_RULES for doubt in rule(figures)]
    answers = {row.texts(("code", "record", "value")): row for row in tables.rows["acknowledged"] if row["reason"]}
    asked = {(doubt.code, doubt.values["record"], doubt.values["value"]) for doubt in doubts}
    needless = [row for answer, row in answers.items() if answer not in asked and answer[0] not in SINCE_PUBLISHED]
    return [
        *(d for d in doubts if (d.code, d.values["record"], d.values["value"]) not in answers),
        *(
            Finding("acknowledged-needless", row.mark, {"record": row["record"], "code": row["code"]})
            for row in needless
        ),
    ]
