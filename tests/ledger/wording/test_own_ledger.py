"""What was read by people for the ledger of the repository, the program reads in the same documents."""

from __future__ import annotations

from decimal import Decimal

from generator.language.official_text import Layout
from generator.ledger.wording.clauses import read_clauses
from generator.ledger.wording.printed_figures import read_figures
from tests.helpers.verify import needs_real_texts, real

NOTICE = "xiqing-135-task-assignment-2016"


@needs_real_texts
def test_the_targets_of_the_ledger_are_found() -> None:
    """Nearly every target has its figure within its passage, and hardly a figure is no target."""
    own = real()
    text = own.texts[NOTICE]
    targets = [r for r in own.tables.rows["targets"] if r["document"] == NOTICE and r["value"] and r.passage]
    figures = [
        (clause.start + figure.start, figure.value)
        for clause in read_clauses(text, Layout())
        for figure in read_figures(text[clause.start : clause.text_end])
        if figure.value is not None
    ]
    given = len(figures)
    for row in targets:
        start, end = row.passage or (0, 0)
        found = next((f for f in figures if start - 3 <= f[0] < end and f[1] == Decimal(row["value"])), None)
        if found is not None:
            figures.remove(found)
    found_count = given - len(figures)
    assert found_count >= 0.95 * len(targets)
    assert found_count >= 0.95 * given
