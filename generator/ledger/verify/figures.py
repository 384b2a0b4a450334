"""Does each figure stand in its passage: value, unit, comparator, softener, and the words of the indicator's name?"""

from __future__ import annotations

import re

from generator.language import document_words
from generator.language.chinese_numbers import NUMERALS, Quantity, quantities, unit_after
from generator.language.official_text import normalise
from generator.ledger.checks.rules.common import by_id, number
from generator.ledger.enums import Comparator
from generator.ledger.reading.rows import Row, Tables
from generator.ledger.verify.result import Texts, Verification, passage, words

CONTEXT = 90
"""Characters on either side of a passage in which the subject of an elliptic sentence may stand."""

JOINTS = re.compile(
    r"面积|长度|比重|人数|村数|项数|增幅|提高|增长|下降|建设|完成|年均|增速|数额|[的占数率对及与和级()]"
)
"""Words that may join the printed pieces of a name."""


def figures(tables: Tables, texts: Texts, result: Verification) -> None:
    """Compare every target and observation whose text is at hand."""
    indicators, sections, tasks = (by_id(tables, t) for t in ("indicators", "sections", "tasks"))
    names = {normalise(name): id_ for name, id_ in tables.names.items() if not name.isascii()}
    organizations = by_id(tables, "organizations")
    for table in ("targets", "observations"):
        for row in tables.rows[table]:
            found, indicator = words(row, texts), indicators.get(row["indicator"])
            if found is None or indicator is None:
                continue
            _printed(row, indicator, found, result)
            if row["organization"] and not _names_its_organization(row, names, found, texts):
                name = organizations[row["organization"]]["name"]
                result.note("verify-part", row, "organization", name=name, passage=row["passage"])
            near = _around(row, texts) + _headings(indicator, sections)
            if task := tasks.get(indicator["task"]):
                near += "\n" + (words(task, texts) or "")
            if loose := loose_characters(normalise(indicator["name"]), near):
                result.note("verify-name", indicator, "name", name=indicator["name"], loose=loose)


def _printed(row: Row, indicator: Row, found: str, result: Verification) -> None:
    """The printed words stand in the passage, and value, unit, comparator and softener are what they say."""
    printed, unit = normalise(row["value_text"]), normalise(indicator["unit"])
    if printed not in found:
        result.note("verify-value", row, "value_text", text=row["value_text"], passage=row["passage"])
    value = number(row["value"])
    if value is not None:
        match = next((q for q in quantities(printed, unit) if q.value == value), None)
        if match is None:
            result.note("value-text", row, "value", value=row["value"], text=row["value_text"])
        elif value and unit and not unit_printed(unit, printed, match):
            result.note("verify-unit", indicator, "unit", unit=indicator["unit"], text=row["value_text"])
    comparator = row["comparator"]
    if comparator not in ("", Comparator.PLAIN, *document_words.comparators(found)):
        result.note("verify-comparator", row, "comparator", value=comparator, passage=row["passage"])
    if row["qualifier"] and row["qualifier"] not in found:
        result.note("verify-qualifier", row, "qualifier", text=row["qualifier"], passage=row["passage"])


def unit_printed(unit: str, printed: str, match: Quantity) -> bool:
    """Whether the unit stands right behind its number; of 元/亩 (每亩6146元) the second part anywhere.

    元 is left out behind a Chinese numeral that carries the unit's factor (千亿产业 in 亿元).
    """
    if unit == document_words.PERCENT and document_words.PERCENT_IN_WORDS in printed:
        return True
    first, *others = [part for part in unit.split("/") if part]
    behind = printed[match.end :].lstrip("余多")
    if unit.startswith("/") or not others:
        whole = f"/{first}" if unit.startswith("/") else first
        known = unit_after(printed, match.end)
        if known in ("", whole) and behind.startswith(whole):
            return not behind.startswith(f"{whole}/")
        factor = printed[match.end - 1] in NUMERALS and whole.endswith("元") and len(whole) > 1
        return factor and behind.startswith(whole[:-1])
    return behind.startswith(unit) or (behind.startswith(first) and all(part in printed for part in others))


def _names_its_organization(row: Row, names: dict[str, str], found: str, texts: Texts) -> bool:
    """Whether a figure that is broken down names its organisation: in its passage, or as the last named before it."""
    own = row["organization"]
    inside = {id_ for name, id_ in names.items() if name in found}
    if inside:
        return own in inside
    start = (passage(row) or (0, 0))[0]
    before = texts[row["document"]][max(start - CONTEXT, 0) : start]
    last = max(names, key=lambda name: (before.rfind(name), len(name)), default="")
    return last in before and names.get(last) == own


def _around(row: Row, texts: Texts) -> str:
    """A row's passage with the words before and behind it."""
    start, end = passage(row) or (0, 0)
    return texts[row["document"]][max(start - CONTEXT, 0) : end + CONTEXT]


def _headings(indicator: Row, sections: dict[str, Row]) -> str:
    """Titles of the sections above an indicator: a name may take words from them."""
    found: dict[str, str] = {}
    id_ = indicator["section"]
    while id_ not in found and (section := sections.get(id_)) is not None:
        found[id_] = normalise(section["title"])
        id_ = section["parent"]
    return "\n".join(("", *found.values()))


def loose_characters(name: str, around: str) -> str:
    """What of a name is no piece (two characters or more) of the words around and no joint."""
    loose, at = "", 0
    while at < len(name):
        size = next((n for n in range(len(name) - at, 1, -1) if name[at : at + n] in around), 0)
        if not size and (joint := JOINTS.match(name, at)):
            size = len(joint[0])
        if not size:
            loose += name[at]
        at += max(size, 1)
    return loose
