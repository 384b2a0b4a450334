"""Rules about the words around a figure: its comparator and its softener are those that are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.chinese_numbers import NUMERALS, quantities
from generator.language.official_text import normalise
from generator.language.wording import figure_words
from generator.ledger.checks.measured_rows import WORDED, figure_rows, measured_indicators
from generator.ledger.enums import Comparator, Status, Tier
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row, Tables, number
from generator.ledger.wording.figures import Softeners, softeners
from generator.ledger.wording.figures import comparators as comparators_in

COMPARATORS = frozenset(Comparator)
UPPER_BOUNDS = (Comparator.AT_MOST, Comparator.LESS)
SOFT = re.compile(figure_words.ANY_SOFTENER)
EFFORT = re.compile(figure_words.SAYS_EFFORT)
QUOTED, MORE_NUMBERS = re.compile(figure_words.QUOTED_NAMES), re.compile(figure_words.MORE_NUMBERS)
BEHIND_ANOTHER, BEFORE_ANOTHER = re.compile(figure_words.BEHIND_ANOTHER), re.compile(figure_words.BEFORE_ANOTHER)
DIGITS = f"0123456789.,{NUMERALS}"
ABOUT, MORE = re.compile(figure_words.QUALIFIES_ABOUT), re.compile(figure_words.QUALIFIES_MORE)


def comparators(tables: Tables) -> Iterator[Finding]:
    """A numeric target has a comparator, and no target one that its words do not say; a worded one has none."""
    for row, indicator in figure_rows(tables, "targets", measured_indicators(tables)):
        measure, comparator = indicator["measure"], row["comparator"]
        if measure in WORDED:
            if comparator:
                yield Finding("comparator-unwanted", row.at("comparator"), {"measure": measure})
            continue
        if row["value"] and not comparator:
            yield Finding("comparator-missing", row.at("comparator"))
        if comparator not in COMPARATORS:
            continue
        if (expected := _expected(row, indicator["unit"])) and comparator != expected:
            values = {"value": comparator, "text": row["value_text"], "expected": expected}
            yield Finding("comparator-words", row.at("comparator"), values)
        elif row["qualifier"] and (said := _of_qualifier(row)) and comparator != said:
            values = {"value": row["qualifier"], "comparator": comparator}
            yield Finding("qualifier-comparator", row.at("qualifier"), values)


def _own_words(figure: Row, unit: str) -> str:
    """The text of a figure in normal form, without names and without the words that compare another number of it."""
    text = normalise(figure["value_text"])
    if QUOTED.search(text):
        text = QUOTED.sub("", text)
    if not MORE_NUMBERS.search(text):
        return text
    value = number(figure["value"])
    end = next((quantity.end for quantity in quantities(text, unit) if quantity.value == value), 0)
    head = text[:end].rstrip(DIGITS)
    return BEFORE_ANOTHER.sub("", BEHIND_ANOTHER.sub("", head)) + text[len(head) :]


def _expected(target: Row, unit: str) -> str | None:
    """The comparator that the words of a target say; None where they say none."""
    text = _own_words(target, unit)
    printed = softeners(text)
    said = next(comparators_in(text), None) or (Comparator.ABOUT if printed.about else None)
    if target["comparator"] == Comparator.ABOUT:
        return Comparator.ABOUT if printed.about or ABOUT.search(target["qualifier"]) else said or Comparator.PLAIN
    if printed.more and target["comparator"] in UPPER_BOUNDS:
        return said or Comparator.PLAIN
    return said


def _of_qualifier(target: Row) -> str | None:
    """The comparator that the qualifier of a target says; None where it says none, or its text a bound beside it."""
    qualifier, text = normalise(target["qualifier"]), normalise(target["value_text"])
    if _other(qualifier, softeners(text)):
        return None  # told as another word than the printed one
    if ABOUT.search(qualifier):
        return None if qualifier in text and next(comparators_in(text), None) else Comparator.ABOUT
    if MORE.fullmatch(qualifier):
        return Comparator.PLAIN if target["comparator"] in UPPER_BOUNDS else None
    return next(comparators_in(f"{qualifier}0"), None)


def qualifiers(tables: Tables) -> Iterator[Finding]:
    """What makes a printed figure less than exact is told beside its value, and no other word is."""
    indicators = measured_indicators(tables)
    for table in ("targets", "observations"):
        for row in tables.rows[table]:
            text = row.cells.get("value_text", "")
            if not SOFT.search(text) or not row["value"] or row["indicator"] not in indicators:
                continue
            if row.broken or row.unresolved:
                continue
            printed, qualifier = softeners(_own_words(row, indicators[row["indicator"]]["unit"])), row["qualifier"]
            if not qualifier:
                if word := _untold(row, table, printed):
                    yield Finding("qualifier-missing", row.at("value_text"), {"text": text, "word": word})
            elif word := _other(qualifier, printed) or _other_effort(qualifier, text):
                values = {"value": qualifier, "text": text, "word": word}
                yield Finding("qualifier-words", row.at("qualifier"), values)


def _untold(row: Row, table: str, printed: Softeners) -> str:
    """The printed softener that neither comparator nor tier nor status of a figure tells; empty where there is none."""
    if table == "observations":
        effort = printed.effort if row["status"] != Status.FORECAST else ""
        return printed.about or printed.more or effort
    more = printed.more if row["comparator"] == Comparator.PLAIN else ""
    return more or (printed.effort if row["tier"] in ("", Tier.BASIC) else "")


def _other(qualifier: str, printed: Softeners) -> str:
    """The printed softener of a number in the place of which a qualifier names another one."""
    words = [word for word in (printed.about, printed.more) if word]
    is_of_number = bool(ABOUT.search(qualifier) or MORE.fullmatch(qualifier))
    return words[0] if words and is_of_number and not any(word in qualifier for word in words) else ""


def _other_effort(qualifier: str, text: str) -> str:
    """The printed word of effort in the place of which a qualifier is another one: 确保, and 力争."""
    words = EFFORT.findall(text)
    return words[0] if words and EFFORT.fullmatch(qualifier) and qualifier not in words else ""


RULES = (comparators, qualifiers)
