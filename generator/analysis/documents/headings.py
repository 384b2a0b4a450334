"""The headings of a document: those of the plans that it sets, and of plans on which it alone reports."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.language.chinese_numbers import NUMERALS
from generator.language.official_text import normalise
from generator.ledger.records import Section

STOPS = re.compile(r"[、.。]")
"""What stands behind the number of a heading and not in a locator: 三、 and 1. are 三 and 1 there."""
CUT_NUMBER = re.compile(f"[0-9]{{2}}|[{NUMERALS}]{{2}}")
"""Two characters of which a number must not be cut between: 三十 is not below 三."""


class Headings(NamedTuple):
    """The headings of a document."""

    plans: tuple[str, ...]
    """The plans whose headings they are."""
    own: tuple[str, ...]
    """Those of them that the document sets."""
    sections: tuple[Section, ...]
    """In the order of their plans, each before those below it."""
    by_number: dict[str, Section]
    """Numbers of a heading and of those above it as a locator writes them (三(一)2) → the heading."""

    def named(self, locator: str) -> Section | None:
        """The lowest heading whose number a locator begins with."""
        if not self.by_number:
            return None
        text = normalise(locator)
        for end in range(len(text), 0, -1):
            section = self.by_number.get(text[:end])
            if section and not CUT_NUMBER.fullmatch(text[end - 1 : end + 1]):
                return section
        return None


def document_headings(index: LedgerIndex, id_: str) -> Headings:
    """The headings of a document.

    The numbered headings of a plan whose own text is not known are those of the document that reports on it.
    """
    own = tuple(plan.id for plan in index.plans_of_document.get(id_, ()))
    reported = (index.plans[report.plan] for report in index.reports_of_document.get(id_, ()))
    plans = (*own, *dict.fromkeys(plan.id for plan in reported if plan.document is None))
    sections = tuple(s for plan in plans for s in _in_order(index, plan) if s.number or plan in own)
    by_number: dict[str, Section] = {}
    for section in sections:
        if section.number:
            numbers = "".join(above.number or "" for above in index.trail(section.id))
            by_number.setdefault(STOPS.sub("", normalise(numbers)), section)
    return Headings(plans, own, sections, by_number)


def _in_order(index: LedgerIndex, plan: str) -> list[Section]:
    """The headings of a plan, each before those below it."""
    ordered: list[Section] = []

    def walk(section: Section) -> None:
        ordered.append(section)
        for below in index.subsections.get(section.id, ()):
            walk(below)

    for section in index.sections_of_plan.get(plan, ()):
        if section.parent is None:
            walk(section)
    return ordered
