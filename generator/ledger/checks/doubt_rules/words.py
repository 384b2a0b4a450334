"""Doubts about words: a unit that looks mistyped, a rise that falls, a title that stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.language import document_words
from generator.language.command_words import LIST_SEPARATOR
from generator.language.findings import gap_words
from generator.language.official_text import normalise
from generator.language.wording import figure_words
from generator.ledger.checks.doubt_rules.series import LedgerFigures
from generator.ledger.due import is_after
from generator.ledger.enums import Measure, OrganizationKind
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, number, year
from generator.ledger.wording.figures import plain_unit
from generator.ledger.wording.printed_quantities import UNIT

TITLES = (
    ("documents", "text_sha256", ()),
    ("documents", "index_number", ()),
    ("documents", "doc_number", ("issuer",)),
    ("sections", "title", ("plan", "parent")),
    ("tasks", "title", ("plan", "section")),
    ("projects", "name", ("plan",)),
)
"""Table, a column of it that says what a record is, and columns within which it stands once."""
IN_BRACKETS = re.compile(r"\(([^()]+)\)$")
RATE, UNITS = re.compile(gap_words.RATES), re.compile(UNIT)
POINTS = {document_words.POINTS, gap_words.COUNTED_POINTS}
NO_COUNTS = (*document_words.PERCENT_UNITS, *POINTS, *gap_words.UNITS_OF_RATES)
JOINED = re.compile("[、，,；;／/]")
TURN = re.compile(figure_words.FROM_TO)
"""From so much up, or down, to so much."""


def odd_units(figures: LedgerFigures) -> Iterator[Finding]:
    """A unit that is none, but for one character: 万仁."""
    for row in (*figures.tables.rows["indicators"], *figures.tables.rows["projects"]):
        if (unit := row["unit"]) and _is_nearly_one(unit):
            yield Finding("unit-odd", row.at("unit"), {"record": row["id"], "value": unit})


@cache
def _is_nearly_one(unit: str) -> bool:
    """Whether a text differs in one character from a common unit, and is none itself."""
    if len(unit) < 2 or re.fullmatch(UNIT, unit):
        return False
    return any(len(one) == len(unit) and sum(a != b for a, b in zip(one, unit, strict=True)) == 1 for one in _units())


@cache
def _units() -> tuple[str, ...]:
    """Common units in Chinese with their factors."""
    plain = [unit for unit in figure_words.MEASURES.split("|") if unit.isalpha() and not unit.isascii()]
    return tuple(f"{factor}{unit}" for factor in ("", *figure_words.SCALES.split("|")) for unit in plain)


def turned_texts(figures: LedgerFigures) -> Iterator[Finding]:
    """What rises from one number to another does not become less, nor what falls more."""
    for table in ("targets", "observations"):
        for row in figures.tables.rows[table]:
            text = row["value_text"]
            match = TURN.search(text)
            if match is None or match["unit"] not in ("", match["other"]):
                continue
            first, second = number(match["first"]), number(match["second"])
            if first is None or second is None or (first < second if match["up"] else first > second):
                continue
            values = {"text": text, "way": gap_words.RISES if match["up"] else gap_words.FALLS}
            yield Finding("turned-text", row.at("value_text"), {"record": row["id"], "value": row["value"], **values})


def titles_twice(figures: LedgerFigures) -> Iterator[Finding]:
    """What says which record it is stands once."""
    for table, column, within in TITLES:
        first: dict[tuple[str, ...], Row] = {}
        for row in figures.tables.rows[table]:
            if not row[column]:
                continue
            other = first.setdefault((_plain(row[column]), *row.texts(within)), row)
            if other is not row and other["id"] != row["id"]:
                values = {"title": gap_words.TITLES[column], "other": other["id"]}
                yield Finding("title-twice", row.at(column), {"record": row["id"], "value": row[column], **values})


@cache
def _plain(title: str) -> str:
    """A title without what readers overlook."""
    return re.sub(r"\W", "", normalise(title)).casefold()


def named_units(figures: LedgerFigures) -> Iterator[Finding]:
    """The unit in the name of an indicator is its own, and what is named a rate is no count."""
    for row in figures.indicators.values():
        name, unit = normalise(row["name"]), row["unit"]
        match = IN_BRACKETS.search(name)
        printed = match[1].removeprefix(gap_words.UNIT_IS) if match else ""
        if printed and unit and UNITS.fullmatch(printed) and not _is_same(printed, unit, row["measure"]):
            yield Finding(
                "unit-name", row.at("unit"), {"record": row["id"], "value": unit, "name": name, "printed": printed}
            )
        elif RATE.search(name) and unit and unit not in NO_COUNTS and "/" not in unit and UNITS.fullmatch(unit):
            yield Finding("unit-rate", row.at("unit"), {"record": row["id"], "value": unit, "name": name})


def _is_same(printed: str, unit: str, measure: str) -> bool:
    """Whether two units are one; a change of a share is told in points."""
    return plain_unit(printed) == plain_unit(unit) or measure == Measure.CHANGE or {printed, unit} <= POINTS


def joined_names(figures: LedgerFigures) -> Iterator[Finding]:
    """The name of a unit is that of one; a collective may name several."""
    for row in figures.tables.rows["organizations"]:
        for column in ("name", "full_name"):
            match = JOINED.search(row[column]) if row["kind"] != OrganizationKind.COLLECTIVE else None
            if match:
                values = {"record": row["id"], "value": row[column], "sign": match[0]}
                yield Finding("name-joined", row.at(column), values)


def twins(figures: LedgerFigures) -> Iterator[Finding]:
    """Two indicators of one plan have two names, or say how they are related."""
    first: dict[tuple[str, str], Row] = {}
    related = {frozenset(row.texts(("indicator", "related"))) for row in figures.tables.rows["relations"]}
    for row in figures.tables.rows["indicators"]:
        other = first.setdefault((row["plan"], _plain(row["name"])), row)
        links = (row["replaced_by"] == other["id"], other["replaced_by"] == row["id"])
        if not row["name"] or other["id"] == row["id"] or frozenset((row["id"], other["id"])) in related or any(links):
            continue
        values = {"record": row["id"], "value": row["name"], "other": other["id"]}
        yield Finding("indicator-twice", row.at("name"), values)
    for row in figures.tables.rows["indicators"]:
        for alias in filter(None, row["aliases"].split(LIST_SEPARATOR)):
            named = first.get((row["plan"], _plain(alias)))
            if named is not None and named["id"] != row["id"]:
                values = {"record": row["id"], "value": alias, "other": named["id"]}
                yield Finding("indicator-twice", row.at("aliases"), values)


def drafted_late(figures: LedgerFigures) -> Iterator[Finding]:
    """A document was made before it was signed and published."""
    for row in figures.tables.rows["documents"]:
        later = [row[column] for column in ("signed_on", "published_on") if is_after(row["drafted_on"], row[column])]
        if later and year(row["drafted_on"]) and int(row["drafted_on"][:4]) <= int(later[0][:4]) + AHEAD:
            values = {"record": row["id"], "value": row["drafted_on"], "day": later[0]}
            yield Finding("drafted-late", row.at("drafted_on"), values)


AHEAD = 10
"""A day that is later by more years is told as one of another age."""
RULES = (odd_units, turned_texts, titles_twice, joined_names, named_units, twins, drafted_late)
