"""Doubts about what a record says twice and differently, or has not been written to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.findings import gap_words
from generator.language.wording import figure_words
from generator.ledger.checks.doubt_rules.series import LedgerFigures
from generator.ledger.checks.doubt_rules.words import TURN
from generator.ledger.due import is_day
from generator.ledger.enums import Measure, ReportState
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, number

TEXTS = {
    "documents": ("title",),
    "sections": ("title",),
    "tasks": ("title", "summary"),
    "indicators": ("name", "definition", "note"),
    "targets": ("note",),
    "observations": ("note",),
    "reports": ("summary", "reason"),
    "projects": ("name", "note"),
    "evaluations": ("evaluator", "conclusion"),
}
"""Table → its columns with words that readers see."""
UNFINISHED = re.compile(gap_words.UNFINISHED, re.IGNORECASE)
BRACKET_WIDTHS = str.maketrans("()", "（）")
NUMBERED = re.compile(gap_words.NUMBER_OF_DOCUMENT)
"""The year, its brackets and the number behind it, in the number of a document."""
BRACKETS = "〔〕"
YEARLY = re.compile(figure_words.YEARLY_GROWTH)
DONE = (ReportState.DONE, ReportState.EXCEEDED)
ALL = 100


def unfinished(figures: LedgerFigures) -> Iterator[Finding]:
    """A text is written to its end: no place is held for what is to come, and each bracket has its other half."""
    for table, columns in TEXTS.items():
        for row in figures.tables.rows[table]:
            for column in columns:
                text = row.cells.get(column, "")
                if not text or column in row.given:
                    continue
                if UNFINISHED.fullmatch(text):
                    yield _doubt("text-unfinished", row, column)
                elif half := _half(text):
                    yield _doubt("bracket-half", row, column, pair=half)


def _half(text: str) -> str:
    """The first pair of signs of which a text opens more than it closes; 1) opens none."""
    plain = text.translate(BRACKET_WIDTHS)
    return next((pair for pair in gap_words.PAIRS if plain.count(pair[0]) > plain.count(pair[1])), "")


def report_states(figures: LedgerFigures) -> Iterator[Finding]:
    """What is done is done to a hundred per cent, and what is not begun to none."""
    for row in figures.tables.rows["reports"]:
        done, state = number(row["progress"]), row["state"]
        if done is None:
            continue
        too_little = state in DONE and done < ALL
        too_much = (state == ReportState.NOT_STARTED and done > 0) or (state == ReportState.UNDER_WAY and done == ALL)
        if too_little or too_much:
            yield _doubt("progress-state", row, "progress", state=state)


def document_numbers(figures: LedgerFigures) -> Iterator[Finding]:
    """The year in the number of a document is that in which it was signed, or the one before."""
    for row in figures.tables.rows["documents"]:
        match = NUMBERED.search(row["doc_number"])
        if match is None:
            continue
        days = [row[column] for column in ("signed_on", "published_on", "drafted_on") if is_day(row[column])]
        if days and not int(min(days)[:4]) - 1 <= int(match["year"]) <= int(max(days)[:4]):
            yield _doubt("number-year", row, "doc_number", day=days[0])
        elif match["open"] + match["close"] != BRACKETS or not match["number"]:
            yield _doubt("number-form", row, "doc_number")


def from_values(figures: LedgerFigures) -> Iterator[Finding]:
    """Of a text that says from where to where, a level is the second number."""
    for table in ("targets", "observations"):
        for row in figures.tables.rows[table]:
            match = TURN.search(row["value_text"])
            indicator = figures.indicators.get(row["indicator"])
            if match is None or indicator is None or indicator["measure"] != Measure.LEVEL:
                continue
            if row["value"] == match["first"] != match["second"]:
                yield _doubt("from-value", row, "value", text=row["value_text"], second=match["second"])


def yearly_growth(figures: LedgerFigures) -> Iterator[Finding]:
    """What is told as so much a year on average is no level."""
    for row in figures.tables.rows["targets"]:
        indicator = figures.indicators.get(row["indicator"])
        if indicator is not None and indicator["measure"] == Measure.LEVEL and YEARLY.search(row["value_text"]):
            yield _doubt("yearly-level", row, "value_text", measure=indicator["measure"])


def _doubt(code: str, row: Row, column: str, **values: object) -> Finding:
    """A doubt about the value of a column."""
    return Finding(code, row.at(column), {"record": row["id"], "value": row[column], **values})


RULES = (unfinished, report_states, document_numbers, from_values, yearly_growth)
