"""What follows from the records: who meets whom, what has been disclosed, as of when.

Every look-up that a page needs is made here, so that each page costs as much as it shows, and is noted, so that a
page is made anew only when something that it looked at has changed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any

from generator.analysis.lookups import ById, LookUp, Table
from generator.analysis.trace import REMEMBERED, Input, Memory, Tracer
from generator.history.change_index import CHANGES, ChangeIndex
from generator.history.change_log import NO_CHANGE_LOG, ChangeLog
from generator.history.releases import NO_RELEASES, RELEASES, Release, Releases
from generator.ledger.enums import OrganizationKind, Role, Validity
from generator.ledger.load import CheckedLedger
from generator.ledger.reading.rows import Row
from generator.ledger.records import (
    Assignment,
    Continuation,
    Document,
    Evaluation,
    Indicator,
    Membership,
    Observation,
    Organization,
    Plan,
    Related,
    Report,
    ReportIndicator,
    ReportTask,
    Section,
    Succession,
    Target,
    Task,
)

TERRITORIES = (OrganizationKind.TOWN, OrganizationKind.SUBDISTRICT)
WITHDRAWN = (Validity.EXPIRED, Validity.REPEALED)
UNIT_FOLDERS = ("departments", "towns")
LEVELS = 2
"""An area is a heading of the second level, or of the first where something stands right below it."""


class LedgerIndex:
    """A ledger with its look-ups; each asks with the text of a cell, and an empty cell is asked for with None."""

    def __init__(
        self, checked: CheckedLedger, log: ChangeLog = NO_CHANGE_LOG, releases: Releases = NO_RELEASES
    ) -> None:
        self.tracer = Tracer()
        self.contract = checked.contract
        """Not noted: every page hangs on it."""
        self.past = ChangeIndex(self.tracer, log)
        """What changed in the ledger and when."""
        self._releases = releases
        self.memory = Memory(self.tracer)
        """What need not be computed again, and what sums hang on."""
        self.memory.teach("promises", lambda _: self._promises())
        self.tables: dict[str, Table[Any]] = {
            name: Table(self.tracer, name, getattr(checked.ledger, name)) for name in checked.tables.rows
        }
        self._look_ups: dict[str, LookUp[Any]] = {}
        self.documents: ById[Document] = self._one("documents")
        self.plans: ById[Plan] = self._one("plans")
        self.organizations: ById[Organization] = self._one("organizations")
        self.sections: ById[Section] = self._one("sections")
        self.tasks: ById[Task] = self._one("tasks")
        self.indicators: ById[Indicator] = self._one("indicators")
        self.reports: ById[Report] = self._one("reports")
        self.targets: ById[Target] = self._one("targets")
        self.evaluations: ById[Evaluation] = self._one("evaluations")
        self._by_task()
        self._by_indicator()
        self._by_organization()
        self._by_section()
        self._by_document()
        self._by_time_and_kind()
        self._by_plan()

    def _by_task(self) -> None:
        self.indicators_of_task: LookUp[Indicator] = self._by("indicators", "task")
        self.assignments_of_task: LookUp[Assignment] = self._by("assignments", "task", lambda x: x.position)
        self.continues: LookUp[Continuation] = self._by("continuations", "task")
        self.continued_by: LookUp[Continuation] = self._by("continuations", "continues")
        self._reports_of_task: LookUp[ReportTask] = self._by("report_tasks", "task")
        self._tasks_of_report: LookUp[ReportTask] = self._by("report_tasks", "report")
        self._reports_of_indicator: LookUp[ReportIndicator] = self._by("report_indicators", "indicator")
        self._indicators_of_report: LookUp[ReportIndicator] = self._by("report_indicators", "report")

    def _by_indicator(self) -> None:
        self.targets_of: LookUp[Target] = self._by(
            "targets", "indicator", lambda x: (x.organization or "", x.start_year - x.end_year, x.start_year)
        )
        """Targets of an indicator: the whole district's first, of these the plan's before the years'."""
        self.observations_of: LookUp[Observation] = self._by(
            "observations", "indicator", lambda x: (x.organization or "", x.period, x.document)
        )
        self.relations_from: LookUp[Related] = self._by("relations", "indicator")
        self.relations_to: LookUp[Related] = self._by("relations", "related")

    def _by_organization(self) -> None:
        self.assignments_of_organization: LookUp[Assignment] = self._by("assignments", "organization")
        """Assignments of an organisation in the order of the tasks, which they are written in."""
        self.collectives_of: LookUp[Membership] = self._by("memberships", "member")
        self.members_of: LookUp[Membership] = self._by("memberships", "collective")
        self.successors_of: LookUp[Succession] = self._by("successions", "organization")
        self.predecessors_of: LookUp[Succession] = self._by("successions", "successor")
        self.targets_for: LookUp[Target] = self._by("targets", "organization")
        self.reports_of_organization: LookUp[Report] = self._by("reports", "organization")

    def _by_section(self) -> None:
        self.subsections: LookUp[Section] = self._by("sections", "parent")
        self.tasks_of_section: LookUp[Task] = self._by("tasks", "section")
        self.indicators_of_section: LookUp[Indicator] = self._by("indicators", "section")
        self.reports_of_section: LookUp[Report] = self._by("reports", "section")

    def _by_document(self) -> None:
        self.plans_of_document: LookUp[Plan] = self._by("plans", "document")
        self.tasks_of_document: LookUp[Task] = self._by("tasks", "document")
        self.targets_of_document: LookUp[Target] = self._by("targets", "document")
        self.observations_of_document: LookUp[Observation] = self._by("observations", "document")
        self.reports_of_document: LookUp[Report] = self._by("reports", "document")
        self.evaluations_in: LookUp[Evaluation] = self._by("evaluations", "document")

    def _by_time_and_kind(self) -> None:
        self.targets_from: LookUp[Target] = self._by("targets", "start_year")
        self.observations_in: LookUp[Observation] = self._by("observations", "period")
        self.reports_in: LookUp[Report] = self._by("reports", "period")
        self.tasks_of_plan: LookUp[Task] = self._by("tasks", "plan")
        self.tasks_of_kind: LookUp[Task] = self._by("tasks", "kind")
        self.indicators_of_nature: LookUp[Indicator] = self._by("indicators", "nature")
        self.organizations_of_kind: LookUp[Organization] = self._by("organizations", "kind")

    def _by_plan(self) -> None:
        self.plans_below: LookUp[Plan] = self._by("plans", "parent")
        self.evaluations_of: LookUp[Evaluation] = self._by("evaluations", "plan", lambda x: x.period)

    def _one(self, table: str) -> ById[Any]:
        found = ById[Any](self.tables[table])
        self._look_ups[found.name] = found
        return found

    def _by(self, table: str, column: str, order: Callable[[Any], Any] | None = None) -> LookUp[Any]:
        found = LookUp[Any](self.tables[table], column, order)
        self._look_ups[found.name] = found
        return found

    def look(self, one: Input) -> bytes:
        """A digest of what a noted look gives now."""
        name, key = one
        if name == REMEMBERED:
            return self.memory.look(key)
        if name == CHANGES:
            return self.past.digest(key)
        if name == RELEASES:
            return self._releases.digest()
        look_up = self._look_ups.get(name)
        return look_up.digest(key) if look_up else self.tables[name].digest()

    @property
    def releases(self) -> tuple[Release, ...]:
        """The releases of the data, the oldest first."""
        self.tracer.note(RELEASES)
        return self._releases.all

    # -- what follows

    @cached_property
    def as_of(self) -> date | None:
        """The newest date that a document of the ledger bears: the site knows nothing later.

        Not noted as a look at the documents: every page hangs on this date anyway.
        """
        documents = self.tables["documents"].records
        days = [d for x in documents for d in (x.drafted_on, x.published_on, x.signed_on) if d]
        return max(days, default=None)

    def trail(self, section: str | None) -> list[Section]:
        """The headings above and including a section, the highest first."""
        found: list[Section] = []
        while section is not None:
            found.append(self.sections[section])
            section = found[-1].parent
        return found[::-1]

    def area(self, section: str) -> Section:
        """The heading by which lists group what stands under a section."""
        return self.tracer.once(("area", section), lambda: self.trail(section)[:LEVELS][-1])

    def leads(self, task: str | None) -> list[Assignment]:
        return [x for x in self.assignments_of_task.get(task) if x.role is Role.LEAD] if task else []

    def supports(self, task: str | None) -> list[Assignment]:
        return [x for x in self.assignments_of_task.get(task) if x.role is Role.SUPPORT] if task else []

    def reports_of_task(self, task: str | None) -> list[Report]:
        return [self.reports[x.report] for x in self._reports_of_task.get(task)] if task else []

    def indicators_of_report(self, report: str) -> list[str]:
        """Ids of the milestones of which a report says where they stand."""
        return [x.indicator for x in self._indicators_of_report.get(report)]

    def reports_of_indicator(self, indicator: str) -> list[Report]:
        """The reports that say whether a milestone was reached."""
        return [self.reports[x.report] for x in self._reports_of_indicator.get(indicator)]

    def tasks_of_report(self, report: str) -> list[Task]:
        return [self.tasks[x.task] for x in self._tasks_of_report.get(report)]

    def newest(self, indicator: str) -> Observation | None:
        """The newest figure for the whole district."""
        return self.observations_of.last(indicator, _time_of_whole)

    def promises(self, plan: str) -> list[tuple[str, str]]:
        """The district-wide targets that are a plan's promise: ids of the indicator and of the target.

        An annual target that was set for an indicator of the five-year plan is a promise of the year's plan.
        """
        found: dict[str, list[tuple[str, str]]] = self.memory.recall("promises")
        return found.get(plan, [])

    def _promises(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for target in self.targets_for.get(None):
            found.setdefault(self._plan_of(target), []).append((target.indicator, target.id))
        return found

    def _plan_of(self, target: Target) -> str:
        """The plan whose promise a target is: the one whose years it has, else its indicator's."""
        own = self.plans[self.indicators[target.indicator].plan]
        if target.start_year == target.end_year and own.start_year != own.end_year:
            for plan in self.plans_of_document.get(target.document):
                if plan.parent == own.id and plan.start_year == target.start_year:
                    return plan.id
        return own.id

    @staticmethod
    def day(document: Document) -> date | None:
        """The day by which a document comes before or after another."""
        return document.published_on or document.signed_on or document.drafted_on

    def is_territory(self, organization: Organization) -> bool:
        """Towns and subdistricts have pages of their own kind."""
        return organization.kind in TERRITORIES


def _time_of_whole(row: Row) -> tuple[str, str] | None:
    """What orders the results for the whole district; None for those of organisations."""
    period, document, organization = row.texts(("period", "document", "organization"))
    return None if organization else (period, document)


def unit_path(id_: str, kind: str) -> str:
    """Where an organisation has its page and its downloads."""
    return f"{UNIT_FOLDERS[kind in TERRITORIES]}/{id_}/"
