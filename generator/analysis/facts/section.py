"""Everything that the ledger knows of a heading of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import StatusIndex, TargetStatus
from generator.ledger.records import Indicator, Plan, Project, Report, Section, Task


class SectionContents(NamedTuple):
    """What stands right under a heading: its tasks, and the indicators that are of no task of it."""

    record: Section
    tasks: list[Task]
    indicators: list[Indicator]


class SectionFacts(NamedTuple):
    """Everything that the ledger knows of a heading."""

    record: Section
    plan: Plan
    trail: list[Section]
    """The headings above it, the highest first."""
    statuses: list[TargetStatus]
    """Where the indicators below it stand for the whole place."""
    subsections: list[Section]
    below: list[SectionContents]
    """What stands under each heading below it, in the document's order; headings with nothing are left out."""
    tasks: list[Task]
    indicators: list[Indicator]
    reports: list[Report]
    projects: list[Project]
    """Of its tasks; of its plan where it is the only heading."""


def section_facts(index: LedgerIndex, statuses: StatusIndex, id_: str) -> SectionFacts:
    """Everything that the ledger knows of a heading."""
    record = index.sections[id_]
    return SectionFacts(
        record=record,
        plan=index.plans[record.plan],
        trail=index.trail(record.parent),
        statuses=statuses.under(id_),
        subsections=index.subsections.get(id_, []),
        below=list(_below(index, id_)),
        tasks=index.tasks_of_section.get(id_, []),
        indicators=index.indicators_of_section.get(id_, []),
        reports=index.reports_of_section.get(id_, []),
        projects=_projects(index, record),
    )


def _below(index: LedgerIndex, id_: str) -> Iterator[SectionContents]:
    for section in index.subsections.get(id_, ()):
        tasks = index.tasks_of_section.get(section.id, [])
        ids = {task.id for task in tasks}
        indicators = [i for i in index.indicators_of_section.get(section.id, ()) if i.task not in ids]
        if tasks or indicators:
            yield SectionContents(section, tasks, indicators)
        yield from _below(index, section.id)


def _projects(index: LedgerIndex, record: Section) -> list[Project]:
    if len(index.sections_of_plan[record.plan]) == 1:
        return index.projects_of_plan.get(record.plan, [])
    tasks = index.tasks_of_section.get(record.id, ())
    return [project for task in tasks for project in index.projects_of_task.get(task.id, ())]
