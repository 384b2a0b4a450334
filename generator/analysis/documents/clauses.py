"""The clauses of a document: the places that records come from, each with its records and its heading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.documents.headings import Headings, document_headings
from generator.analysis.ledger_index import LedgerIndex, Sourced
from generator.language.official_text import clause_anchor, digest, span
from generator.ledger.records import Observation, Project, Report, Section, Target, Task

SUFFIX = 4
"""Digits that tell two locators apart which read alike."""


class Clause(NamedTuple):
    """A place of a document from which the ledger takes records: all those that have its locator."""

    locator: str
    anchor: str
    """Its address on the page of the document: made of the locator alone, so that it stays."""
    start: int
    """Where it begins in the text; of one without a passage, where the one before it begins."""
    section: Section | None
    """The heading under which it stands; None where the ledger knows none."""
    records: tuple[Sourced, ...]
    """In the order of the ledger, tasks first."""


def document_clauses(index: LedgerIndex, id_: str) -> list[Clause]:
    """The clauses of a document in its own order."""
    by_locator: dict[str, list[Sourced]] = {}
    for record in index.sourced_in(id_):
        by_locator.setdefault(record.locator, []).append(record)
    headings, found, at, taken = document_headings(index, id_), [], 0, set[str]()
    for locator, records in by_locator.items():
        at = min((span(record.passage)[0] for record in records if record.passage), default=at)
        anchor = clause_anchor(locator)
        if anchor in taken:
            anchor = f"{anchor}-{digest(locator)[:SUFFIX]}"
        taken.add(anchor)
        section = _section(index, headings, locator, records)
        found.append(Clause(locator, anchor, at, section, tuple(records)))
    return sorted(found, key=lambda clause: clause.start)


def _section(index: LedgerIndex, headings: Headings, locator: str, records: list[Sourced]) -> Section | None:
    """The heading of the document under which records stand: a task's own, else the one that the locator names."""
    if not headings.own:  # as in a bulletin, from which tens of thousands of figures come
        return headings.named(locator)
    own = next((r.section for r in records if isinstance(r, Task) and r.plan in headings.own), None)
    if own:
        return index.sections[own]
    if named := headings.named(locator):
        return named
    filed = (section for record in records for plan, section in _filed(index, record) if plan in headings.own)
    return index.sections.get(next(filed, ""))


def _filed(index: LedgerIndex, record: Sourced) -> Iterator[tuple[str, str]]:
    """Plan and heading under which the ledger lists a record."""
    if isinstance(record, (Target, Observation)):
        indicator = index.indicators[record.indicator]
        yield indicator.plan, indicator.section
    elif isinstance(record, Report):
        yield record.plan, record.section
    elif isinstance(record, Project) and record.task:
        task = index.tasks[record.task]
        yield task.plan, task.section
