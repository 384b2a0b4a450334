"""The parts in which a document is shown: one page, or one for each chapter where there are many clauses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.documents.clauses import Clause
from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.records import Section

LIMIT = 300
"""Clauses that one page shows at most; 146 of them with their texts are a page of 250 KB."""
WITHOUT_HEADING = "rows"
"""The name of what stands under no heading. Names of runs have a sign that no id has, so they are told apart."""


class Part(NamedTuple):
    """The clauses that one page shows."""

    name: str
    """Its address below the document's: the id of its heading; empty where the document is one page."""
    section: Section | None
    """The heading that it is about."""
    run: int
    """Which one it is of several under that heading, from 1; 0 where it is the only one."""
    clauses: tuple[Clause, ...]


def document_parts(index: LedgerIndex, clauses: list[Clause]) -> list[Part]:
    """The parts of a document, given its clauses in their order."""
    if len(clauses) <= LIMIT:
        return [Part("", None, 0, tuple(clauses))]
    return list(_cut(index, clauses, None, 0))


def _cut(index: LedgerIndex, clauses: list[Clause], above: Section | None, level: int) -> Iterator[Part]:
    """By the headings of a level and, where one of them has too many clauses, by those below it."""
    groups: dict[str, list[Clause]] = {}
    for clause in clauses:
        trail = index.trail(clause.section.id) if clause.section else []
        groups.setdefault(trail[level].id if level < len(trail) else "", []).append(clause)
    for id_, group in groups.items():
        section = index.sections[id_] if id_ else above
        if id_ and len(group) > LIMIT:
            yield from _cut(index, group, section, level + 1)
        else:
            yield from _runs(group, section)


def _runs(clauses: list[Clause], section: Section | None) -> Iterator[Part]:
    """The clauses under a heading that has none below it, in runs."""
    name = section.id if section else WITHOUT_HEADING
    for number, start in enumerate(range(0, len(clauses), LIMIT), 1):
        run = number if len(clauses) > LIMIT else 0
        yield Part(
            f"{name}_{number}" if run or not section else name, section, run, tuple(clauses[start : start + LIMIT])
        )
