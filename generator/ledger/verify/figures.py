"""Does each figure stand in its passage: value, unit, comparator, softener, and the words of the indicator's name?"""

from __future__ import annotations

import re
from decimal import Decimal

from generator.language import document_words
from generator.language.chinese_numbers import quantities
from generator.language.official_text import normalise
from generator.ledger.enums import Comparator
from generator.ledger.reading.rows import Row, Tables, number
from generator.ledger.verify.result import Texts, Verification, passage_text
from generator.ledger.wording.figures import comparators, has_unit
from generator.ledger.wording.printed_figures import read_figures
from generator.ledger.wording.printed_quantities import find_quantities

CONTEXT = 90
"""Characters on either side of a passage in which the subject of an elliptic sentence may stand."""

LONGEST_UNIT = 6

JOINTS = re.compile(
    r"面积|长度|比重|人数|村数|项数|增幅|提高|增长|下降|建设|完成|年均|增速|数额|[的占数率对及与和级()]"
)
"""Words that may join the printed pieces of a name."""


def figures(tables: Tables, texts: Texts, result: Verification) -> None:
    """Compare every target and observation whose text was given."""
    indicators, organizations = tables.by_id("indicators"), tables.by_id("organizations")
    names = {normalise(name): id_ for name, id_ in tables.names.items() if not name.isascii()}
    for row in (*tables.rows["targets"], *tables.rows["observations"]):
        text, indicator = passage_text(row, texts), indicators.get(row["indicator"])
        if text is None or indicator is None:
            continue
        _printed_figure(row, indicator, text, texts[row["document"]], result)
        if row["organization"] and not _names_its_organization(row, names, text, texts):
            name = organizations[row["organization"]]["name"]
            result.note("verify-part", row, "organization", name=name, passage=row["passage"])


def indicator_names(tables: Tables, texts: Texts, result: Verification) -> None:
    """The name of each indicator is made of words around its figures, its task's, and the headings above."""
    indicators, sections, tasks = (tables.by_id(table) for table in ("indicators", "sections", "tasks"))
    for row in (*tables.rows["targets"], *tables.rows["observations"]):
        indicator = indicators.get(row["indicator"])
        if indicator is None or passage_text(row, texts) is None:
            continue
        around = _around(row, texts) + _headings(indicator, sections)
        if task := tasks.get(indicator["task"]):
            around += "\n" + (passage_text(task, texts) or "")
        if loose := loose_characters(normalise(indicator["name"]), around):
            result.note("verify-name", indicator, "name", name=indicator["name"], loose=loose)


def _printed_figure(row: Row, indicator: Row, text: str, document: str, result: Verification) -> None:
    """The printed words stand in the passage, and value, unit, comparator and softener are what they say."""
    printed, unit = normalise(row["value_text"]), normalise(indicator["unit"])
    if printed not in text:
        result.note("verify-value", row, "value_text", text=row["value_text"], passage=row["passage"])
    in_words = [*find_quantities(printed)]
    value, upper = number(row["value"]), number(row["value_max"])
    if value is not None:
        plain = next((q for q in quantities(printed, unit) if q.value == value), None)
        read = next((q for q in in_words if q.value == value), None)
        if plain is None and read is None:
            result.note("value-text", row, "value", value=row["value"], text=row["value_text"])
        elif (
            value
            and unit not in ("", document_words.DIMENSIONLESS)
            and not ((plain and has_unit(printed, plain, unit)) or (read and read.unit == unit))
            and not _stands_before(row, printed, value, unit, document)
        ):
            result.note("verify-unit", indicator, "unit", unit=indicator["unit"], text=row["value_text"])
    if upper is not None and not any((q.value, q.value_max) == (value, upper) for q in in_words):
        result.note("value-text", row, "value_max", value=row["value_max"], text=row["value_text"])
    comparator = row["comparator"]
    if comparator not in ("", Comparator.PLAIN, *comparators(text), *_of_words(text)):
        result.note("verify-comparator", row, "comparator", value=comparator, passage=row["passage"])
    if row["qualifier"] and row["qualifier"] not in text:
        result.note("verify-qualifier", row, "qualifier", text=row["qualifier"], passage=row["passage"])


def _stands_before(row: Row, printed: str, value: Decimal, unit: str, document: str) -> bool:
    """Whether a unit stands before a number that has none behind it: in a table it has a cell of its own."""
    start, end = row.passage or (0, 0)
    behind = document[end : end + LONGEST_UNIT]
    words = printed + (behind if behind[:1].isalpha() and document[start:end].endswith(printed) else "")
    is_bare = any(q.value == value and not q.unit for q in find_quantities(words))
    return is_bare and unit in document[max(start - CONTEXT, 0) : start]


def _of_words(text: str) -> set[str]:
    """Comparators that other words than those of comparison say: 过半, 左右."""
    return {str(figure.comparator) for figure in read_figures(text) if figure.comparator is not None}


def _names_its_organization(row: Row, names: dict[str, str], text: str, texts: Texts) -> bool:
    """Whether a figure that is broken down names its organisation: in its passage, or as the last named before it."""
    organization = row["organization"]
    in_passage = {id_ for name, id_ in names.items() if name in text}
    if in_passage:
        return organization in in_passage
    start = (row.passage or (0, 0))[0]
    before = texts[row["document"]][max(start - CONTEXT, 0) : start]
    last = max(names, key=lambda name: (before.rfind(name), len(name)), default="")
    return last in before and names.get(last) == organization


def _around(row: Row, texts: Texts) -> str:
    """A row's passage with the words before and behind it."""
    start, end = row.passage or (0, 0)
    return texts[row["document"]][max(start - CONTEXT, 0) : end + CONTEXT]


def _headings(indicator: Row, sections: dict[str, Row]) -> str:
    """Titles of the sections above an indicator: a name may take words from them."""
    titles: dict[str, str] = {}
    id_ = indicator["section"]
    while id_ not in titles and (section := sections.get(id_)) is not None:
        titles[id_] = normalise(section["title"])
        id_ = section["parent"]
    return "\n".join(("", *titles.values()))


def loose_characters(name: str, around: str) -> str:
    """The characters of a name that are in no piece (two characters or more) of the words around, and in no joint."""
    loose, at = "", 0
    while at < len(name):
        size = next((n for n in range(len(name) - at, 1, -1) if name[at : at + n] in around), 0)
        if not size and (joint := JOINTS.match(name, at)):
            size = len(joint[0])
        if not size:
            loose += name[at]
        at += max(size, 1)
    return loose


CHECKS = (figures, indicator_names)
