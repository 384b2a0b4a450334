"""Doubts about what a record says twice and differently, or has not been written to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.language.findings import gap_words
from generator.language.official_text import normalise
from generator.ledger.checks.doubt_rules.series import LedgerFigures
from generator.ledger.checks.doubt_rules.words import TURN
from generator.ledger.due import is_day
from generator.ledger.enums import Measure, OrganizationKind, ReportState, Role
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, number
from generator.ledger.wording.figures import softeners
from generator.ledger.wording.printed_quantities import find_quantities

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
NAMES = re.compile("[、，,；;]")
COMMISSIONED, BY_THIRD_PARTY = re.compile(gap_words.COMMISSIONED), re.compile(gap_words.BY_THIRD_PARTY)
OUTSIDE, OFFICIAL = re.compile(gap_words.OUTSIDE), re.compile(gap_words.OFFICIAL)
MAY_EVALUATE = (OrganizationKind.COMPANY, OrganizationKind.INSTITUTION)
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


def summaries(figures: LedgerFigures) -> Iterator[Finding]:
    """A figure in the summary of a task, in the unit of its indicators, is one of their targets."""
    tables = figures.tables
    of_tasks: dict[str, dict[str, list[Row]]] = {}
    for row in figures.indicators.values():
        of_tasks.setdefault(row["task"], {}).setdefault(row["unit"], []).append(row)
    values: dict[str, set[Decimal | None]] = {}
    for row in tables.rows["targets"]:
        values.setdefault(row["indicator"], set()).update((number(row["value"]), number(row["value_max"])))
    for row in tables.rows["tasks"]:
        if row["id"] not in of_tasks or not any(map(str.isdecimal, row["summary"])) or row.broken:
            continue
        text = normalise(row["summary"])
        said = [] if any(softeners(text)[:2]) else [q for q in find_quantities(text) if not q.is_bare]
        for unit, indicators in of_tasks[row["id"]].items():
            goals = set().union(*(values.get(one["id"], set()) for one in indicators)) - {None}
            told = [q for q in said if q.unit == unit]
            if told and goals and not any({q.value, q.value_max} & goals for q in told):
                named = next((one for one in indicators if one["name"] in text), indicators[0])
                values_ = {"told": f"{told[0].value:f}{unit}", "name": named["name"]}
                yield _doubt("summary-figure", row, "summary", **values_)


def evaluators(figures: LedgerFigures) -> Iterator[Finding]:
    """An office of the government is no third party, and an institution that was commissioned is one."""
    tables = figures.tables
    kinds = {row["id"]: row["kind"] for row in tables.rows["organizations"]}
    leads = {row["organization"] for row in tables.rows["assignments"] if row["role"] == Role.LEAD}
    for row in tables.rows["evaluations"]:
        who, said = row["evaluator"], row["third_party"]
        parties = [_is_official(name, tables.names.get(name, ""), kinds, leads) for name in NAMES.split(who)]
        is_told = bool(COMMISSIONED.search(who) or BY_THIRD_PARTY.search(row["conclusion"]))
        if said == "true" and not is_told and all(parties):
            yield _doubt("third-party", row, "third_party", name=who, expected="false")
        if said == "false" and (is_told or all(party is False for party in parties)):
            yield _doubt("third-party", row, "third_party", name=who, expected="true")


def _is_official(name: str, id_: str, kinds: dict[str, str], leads: set[str]) -> bool | None:
    """Whether an evaluator is an office of the government; None where nobody knows.

    A company or an institution of the place may be a third party, unless it leads a task itself.
    """
    if id_:
        return None if kinds.get(id_) in MAY_EVALUATE and id_ not in leads else kinds.get(id_) is not None
    if OUTSIDE.search(name):
        return False
    return True if OFFICIAL.search(name) else None


def _doubt(code: str, row: Row, column: str, **values: object) -> Finding:
    """A doubt about the value of a column."""
    return Finding(code, row.at(column), {"record": row["id"], "value": row[column], **values})


RULES = (unfinished, report_states, document_numbers, from_values, summaries, evaluators)
