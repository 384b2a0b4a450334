"""What follows from the records: who meets whom, what has been disclosed, as of when.

Every look-up that a page needs is made here once, so that each page costs as much as it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from generator.enums import OrganizationKind, PlanKind, Role
from generator.model import (
    Assignment,
    Continuation,
    Document,
    Evaluation,
    Indicator,
    Ledger,
    Membership,
    Observation,
    Organization,
    Plan,
    Related,
    Report,
    Section,
    Succession,
    Target,
    Task,
)

T = TypeVar("T")
TERRITORIES = (OrganizationKind.TOWN, OrganizationKind.SUBDISTRICT)


def group(records: Iterable[T], key: Callable[[T], Any]) -> dict[Any, list[T]]:
    """Records by key, each list in their order."""
    groups: dict[Any, list[T]] = {}
    for record in records:
        groups.setdefault(key(record), []).append(record)
    return groups


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many targets have a figure for their time."""

    disclosed: int
    total: int


@dataclass(frozen=True)
class Book:
    """A ledger with its look-ups."""

    ledger: Ledger

    @cached_property
    def as_of(self) -> date | None:
        """The newest date that a document of the ledger bears: the site knows nothing later."""
        days = [d for x in self.ledger.documents for d in (x.drafted_on, x.published_on, x.signed_on) if d]
        return max(days, default=None)

    # -- records by id

    @cached_property
    def documents(self) -> dict[str, Document]:
        return {x.id: x for x in self.ledger.documents}

    @cached_property
    def plans(self) -> dict[str, Plan]:
        return {x.id: x for x in self.ledger.plans}

    @cached_property
    def organizations(self) -> dict[str, Organization]:
        return {x.id: x for x in self.ledger.organizations}

    @cached_property
    def sections(self) -> dict[str, Section]:
        return {x.id: x for x in self.ledger.sections}

    @cached_property
    def tasks(self) -> dict[str, Task]:
        return {x.id: x for x in self.ledger.tasks}

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        return {x.id: x for x in self.ledger.indicators}

    # -- records by what they belong to

    @cached_property
    def subsections(self) -> dict[str | None, list[Section]]:
        return group(self.ledger.sections, lambda x: x.parent)

    @cached_property
    def tasks_of_section(self) -> dict[str, list[Task]]:
        return group(self.ledger.tasks, lambda x: x.section)

    @cached_property
    def indicators_of_section(self) -> dict[str, list[Indicator]]:
        return group(self.ledger.indicators, lambda x: x.section)

    @cached_property
    def indicators_of_task(self) -> dict[str | None, list[Indicator]]:
        return group(self.ledger.indicators, lambda x: x.task)

    @cached_property
    def assignments_of_task(self) -> dict[str, list[Assignment]]:
        return group(sorted(self.ledger.assignments, key=lambda x: x.position), lambda x: x.task)

    @cached_property
    def assignments_of_organization(self) -> dict[str, list[Assignment]]:
        """Assignments of each organisation in the order of the tasks."""
        place = {x.id: i for i, x in enumerate(self.ledger.tasks)}
        return group(sorted(self.ledger.assignments, key=lambda x: place[x.task]), lambda x: x.organization)

    @cached_property
    def collectives_of(self) -> dict[str, list[Membership]]:
        return group(self.ledger.memberships, lambda x: x.member)

    @cached_property
    def members_of(self) -> dict[str, list[Membership]]:
        return group(self.ledger.memberships, lambda x: x.collective)

    @cached_property
    def successors_of(self) -> dict[str, list[Succession]]:
        return group(self.ledger.successions, lambda x: x.organization)

    @cached_property
    def predecessors_of(self) -> dict[str, list[Succession]]:
        return group(self.ledger.successions, lambda x: x.successor)

    @cached_property
    def targets_of(self) -> dict[str, list[Target]]:
        """Targets of each indicator: the whole district's first, of these the plan's before the years'."""
        ordered = sorted(
            self.ledger.targets, key=lambda x: (x.organization or "", x.start_year - x.end_year, x.start_year)
        )
        return group(ordered, lambda x: x.indicator)

    @cached_property
    def observations_of(self) -> dict[str, list[Observation]]:
        ordered = sorted(self.ledger.observations, key=lambda x: (x.organization or "", x.period, x.document))
        return group(ordered, lambda x: x.indicator)

    @cached_property
    def targets_for(self) -> dict[str | None, list[Target]]:
        return group(self.ledger.targets, lambda x: x.organization)

    @cached_property
    def relations_from(self) -> dict[str, list[Related]]:
        return group(self.ledger.relations, lambda x: x.indicator)

    @cached_property
    def relations_to(self) -> dict[str, list[Related]]:
        return group(self.ledger.relations, lambda x: x.related)

    @cached_property
    def continues(self) -> dict[str, list[Continuation]]:
        return group(self.ledger.continuations, lambda x: x.task)

    @cached_property
    def continued_by(self) -> dict[str, list[Continuation]]:
        return group(self.ledger.continuations, lambda x: x.continues)

    @cached_property
    def reports_of_task(self) -> dict[str, list[Report]]:
        reports = {x.id: x for x in self.ledger.reports}
        pairs = [(x.task, reports[x.report]) for x in self.ledger.report_tasks]
        return {task: [r for _, r in found] for task, found in group(pairs, lambda p: p[0]).items()}

    @cached_property
    def tasks_of_report(self) -> dict[str, list[Task]]:
        pairs = [(x.report, self.tasks[x.task]) for x in self.ledger.report_tasks]
        return {report: [t for _, t in found] for report, found in group(pairs, lambda p: p[0]).items()}

    @cached_property
    def reports_of_section(self) -> dict[str, list[Report]]:
        return group(self.ledger.reports, lambda x: x.section)

    @cached_property
    def evaluations_of_plan(self) -> dict[str, list[Evaluation]]:
        return group(self.ledger.evaluations, lambda x: x.plan)

    @cached_property
    def five_year_plans(self) -> list[Plan]:
        return [x for x in self.ledger.plans if x.kind is PlanKind.FIVE_YEAR]

    # -- what follows

    def trail(self, section: str | None) -> list[Section]:
        """The headings above and including a section, the highest first."""
        found: list[Section] = []
        while section is not None:
            found.append(self.sections[section])
            section = self.sections[section].parent
        return found[::-1]

    def leads(self, task: str | None) -> list[Assignment]:
        return [x for x in self.assignments_of_task.get(task or "", ()) if x.role is Role.LEAD]

    def supports(self, task: str | None) -> list[Assignment]:
        return [x for x in self.assignments_of_task.get(task or "", ()) if x.role is Role.SUPPORT]

    def answers(self, target: Target) -> list[Observation]:
        """The figures that a document disclosed for a target's time and organisation."""
        return [
            x
            for x in self.observations_of.get(target.indicator, ())
            if x.organization == target.organization and target.start_year <= int(x.period[:4]) <= target.end_year
        ]

    def coverage(self, plan: str) -> Coverage:
        """Disclosure of the district-wide targets of a plan's years and indicators.

        An annual target that was set for an indicator of the five-year plan counts for the year's plan.
        """
        targets = [t for t in self.promises_of.get(plan, ()) if t.organization is None]
        return Coverage(sum(1 for t in targets if self.answers(t)), len(targets))

    @cached_property
    def promises_of(self) -> dict[str, list[Target]]:
        """Targets by the plan whose promise they are."""
        return group(self.ledger.targets, self.plan_of)

    def plan_of(self, target: Target) -> str:
        """The plan whose promise a target is: the one whose years it has, else its indicator's."""
        own = self.plans[self.indicators[target.indicator].plan]
        if target.start_year == target.end_year and own.start_year != own.end_year:
            same_year = (
                x.id
                for x in self.ledger.plans
                if x.parent == own.id and x.start_year == target.start_year and x.document == target.document
            )
            return next(same_year, own.id)
        return own.id

    def is_territory(self, organization: Organization) -> bool:
        """Towns and subdistricts have pages of their own kind."""
        return organization.kind in TERRITORIES
