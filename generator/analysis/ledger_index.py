"""A checked ledger with its look-ups: plain dictionaries, made once and read by every page and download."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from generator.analysis.plan_days import newest_days
from generator.analysis.record_groups import by_id, grouped, order_of_result, order_of_target, pairs
from generator.history.change_index import ChangeIndex
from generator.history.change_log import NO_CHANGE_LOG, ChangeLog
from generator.history.releases import NO_RELEASES, Releases
from generator.ledger.enums import TERRITORIES, Role, Validity
from generator.ledger.load import CheckedLedger
from generator.ledger.office_records import Feedback, ObservationRemark, TaskRemark
from generator.ledger.periods import time_of
from generator.ledger.records import (
    Assignment,
    Continuation,
    Document,
    Evaluation,
    Indicator,
    IndicatorAssignment,
    Membership,
    Milestone,
    Observation,
    Organization,
    Plan,
    Project,
    Related,
    Report,
    ReportIndicator,
    Section,
    Succession,
    Target,
    Task,
)

WITHDRAWN = (Validity.EXPIRED, Validity.REPEALED)
UNIT_FOLDERS = ("departments", "towns")
Sourced = Task | Milestone | Target | Observation | Report | Project | Evaluation | Membership
"""A record that comes from a place in a document."""
Duty = Assignment | IndicatorAssignment
"""An organisation with its role in a task or for an indicator."""
LEVELS = 2
"""An area is a heading of the second level, or of the first where something stands right below it."""
D = TypeVar("D", bound=Duty)


class LedgerIndex:
    """All records by id, and by each record that they refer to; an empty reference is the key None.

    A look-up of several records gives them in the order of the ledger unless it says otherwise.
    """

    def __init__(
        self, checked: CheckedLedger, log: ChangeLog = NO_CHANGE_LOG, releases: Releases = NO_RELEASES
    ) -> None:
        self.ledger = checked.ledger
        self.contract = checked.contract
        self.site = checked.site
        self.changes = ChangeIndex(log.without(checked.site.unpublished_tables))
        """What changed in the ledger and when, as far as everybody may see it."""
        self.releases = releases.all
        """The releases of the data, the oldest first."""
        self.missing_releases = releases.missing
        """Why there may be others, a key of :data:`history_words.NO_RELEASES`; empty where all are known."""
        self._by_id()
        self._by_task()
        self._by_indicator()
        self._by_organization()
        self._by_section()
        self._by_document()
        self._by_time_and_kind()
        self._by_plan()
        self._by_project_and_place()
        self._by_remark()

    def _by_id(self) -> None:
        ledger = self.ledger
        self.documents = by_id(ledger.documents)
        self.plans = by_id(ledger.plans)
        self.organizations = by_id(ledger.organizations)
        self.sections = by_id(ledger.sections)
        self.tasks = by_id(ledger.tasks)
        self.indicators = by_id(ledger.indicators)
        self.reports = by_id(ledger.reports)
        self.targets = by_id(ledger.targets)
        self.observations = by_id(ledger.observations)
        self.evaluations = by_id(ledger.evaluations)

    def _by_task(self) -> None:
        ledger = self.ledger
        self.indicators_of_task: dict[str | None, list[Indicator]] = grouped(ledger.indicators, "task")
        self.assignments_of_task: dict[str, list[Assignment]] = grouped(
            ledger.assignments, "task", lambda x: x.position
        )
        self.continues: dict[str, list[Continuation]] = grouped(ledger.continuations, "task")
        self.continued_by: dict[str, list[Continuation]] = grouped(ledger.continuations, "continues")
        self._report_ids_of_task = pairs(ledger.report_tasks, "task", "report")
        self._task_ids_of_report = pairs(ledger.report_tasks, "report", "task")
        self._report_ids_of_indicator = pairs(ledger.report_indicators, "indicator", "report")
        self._indicator_ids_of_report = pairs(ledger.report_indicators, "report", "indicator")

    def _by_indicator(self) -> None:
        ledger = self.ledger
        self.targets_of: dict[str, list[Target]] = grouped(ledger.targets, "indicator", order_of_target)
        """Targets of an indicator: the whole place's first, of these the plan's before the years'.

        Of several of one time those that stand come before those that were revised, 基本 before 力争, and the place's
        own before those that were set from above.
        """
        self.observations_of: dict[str, list[Observation]] = grouped(ledger.observations, "indicator", order_of_result)
        """Results of an indicator: the whole place's first, by their time, a whole year after its parts."""
        self.verdicts_of: dict[str, list[ReportIndicator]] = grouped(ledger.report_indicators, "indicator")
        """What reports say of an indicator, with the document's own verdicts."""
        self.relations_from: dict[str, list[Related]] = grouped(ledger.relations, "indicator")
        self.relations_to: dict[str, list[Related]] = grouped(ledger.relations, "related")
        self.assignments_of_indicator: dict[str, list[IndicatorAssignment]] = grouped(
            ledger.indicator_assignments, "indicator", lambda x: x.position
        )

    def _by_organization(self) -> None:
        ledger = self.ledger
        self.assignments_of_organization: dict[str, list[Assignment]] = grouped(ledger.assignments, "organization")
        self.indicators_assigned_to: dict[str, list[IndicatorAssignment]] = grouped(
            ledger.indicator_assignments, "organization"
        )
        self.collectives_of: dict[str, list[Membership]] = grouped(ledger.memberships, "member")
        self.members_of: dict[str, list[Membership]] = grouped(ledger.memberships, "collective")
        self.organizations_under: dict[str | None, list[Organization]] = grouped(ledger.organizations, "parent")
        self.successors_of: dict[str, list[Succession]] = grouped(ledger.successions, "organization")
        self.predecessors_of: dict[str, list[Succession]] = grouped(ledger.successions, "successor")
        self.targets_for: dict[str | None, list[Target]] = grouped(ledger.targets, "organization")
        self.reports_of_organization: dict[str | None, list[Report]] = grouped(ledger.reports, "organization")

    def _by_section(self) -> None:
        ledger = self.ledger
        self.subsections: dict[str | None, list[Section]] = grouped(ledger.sections, "parent")
        self.tasks_of_section: dict[str, list[Task]] = grouped(ledger.tasks, "section")
        self.indicators_of_section: dict[str, list[Indicator]] = grouped(ledger.indicators, "section")
        self.reports_of_section: dict[str, list[Report]] = grouped(ledger.reports, "section")

    def _by_document(self) -> None:
        ledger = self.ledger
        self.plans_of_document: dict[str | None, list[Plan]] = grouped(ledger.plans, "document")
        self.tasks_of_document: dict[str, list[Task]] = grouped(ledger.tasks, "document")
        self.targets_of_document: dict[str, list[Target]] = grouped(ledger.targets, "document")
        self.observations_of_document: dict[str, list[Observation]] = grouped(ledger.observations, "document")
        self.reports_of_document: dict[str, list[Report]] = grouped(ledger.reports, "document")
        self.evaluations_in: dict[str, list[Evaluation]] = grouped(ledger.evaluations, "document")

    def _by_time_and_kind(self) -> None:
        ledger = self.ledger
        self.targets_from: dict[int, list[Target]] = grouped(ledger.targets, "start_year")
        self.observations_in: dict[str, list[Observation]] = grouped(ledger.observations, "period")
        self.reports_in: dict[str, list[Report]] = grouped(ledger.reports, "period")
        self.tasks_of_plan: dict[str, list[Task]] = grouped(ledger.tasks, "plan")
        self.tasks_of_kind: dict[str, list[Task]] = grouped(ledger.tasks, "kind")
        self.indicators_of_nature: dict[str, list[Indicator]] = grouped(ledger.indicators, "nature")
        self.organizations_of_kind: dict[str, list[Organization]] = grouped(ledger.organizations, "kind")

    def _by_plan(self) -> None:
        self.sections_of_plan: dict[str, list[Section]] = grouped(self.ledger.sections, "plan")
        self.plans_after: dict[str | None, list[Plan]] = grouped(self.ledger.plans, "previous")
        self.plans_below: dict[str | None, list[Plan]] = grouped(self.ledger.plans, "parent")
        self.evaluations_of: dict[str, list[Evaluation]] = grouped(self.ledger.evaluations, "plan", lambda x: x.period)

    def _by_project_and_place(self) -> None:
        ledger = self.ledger
        self.milestones_of: dict[str, list[Milestone]] = grouped(ledger.milestones, "task", lambda x: x.position)
        self.projects = by_id(ledger.projects)
        self.projects_of_plan: dict[str, list[Project]] = grouped(ledger.projects, "plan")
        self.projects_of_task: dict[str | None, list[Project]] = grouped(ledger.projects, "task")
        self.projects_of_owner: dict[str | None, list[Project]] = grouped(ledger.projects, "owner")
        self.places_of_task = pairs(ledger.task_places, "record", "organization")
        self.places_of_report = pairs(ledger.report_places, "record", "organization")
        self.places_of_project = pairs(ledger.project_places, "record", "organization")
        self.tasks_naming = pairs(ledger.task_places, "organization", "record")
        self.reports_naming = pairs(ledger.report_places, "organization", "record")
        self.projects_naming = pairs(ledger.project_places, "organization", "record")

    def _by_remark(self) -> None:
        ledger = self.ledger
        self.remarks_of_task: dict[str, list[TaskRemark]] = grouped(ledger.task_remarks, "task")
        self.remarks_of_observation: dict[str, list[ObservationRemark]] = grouped(
            ledger.observation_remarks, "observation"
        )
        self.feedback_of: dict[str | None, list[Feedback]] = grouped(ledger.feedback, "record")
        self.revision_of = {one.revises: one for one in ledger.observations if one.revises}
        """Result that was revised → the one that took its place."""

    # -- what follows from several records

    @cached_property
    def _sourced(self) -> dict[str, list[Sourced]]:
        ledger = self.ledger
        records: Iterable[Any] = chain(
            *(ledger.tasks, ledger.milestones, ledger.targets, ledger.observations),
            *(ledger.reports, ledger.projects, ledger.evaluations, ledger.memberships),
        )
        return grouped(records, "document")

    def sourced_in(self, document: str) -> list[Sourced]:
        """All records that come from a document, tasks first."""
        return self._sourced.get(document, [])

    @cached_property
    def as_of(self) -> date | None:
        """The newest date that a document of the ledger bears: the site knows nothing later."""
        days = [d for x in self.ledger.documents for d in (x.drafted_on, x.published_on, x.signed_on) if d]
        return max(days, default=None)

    @cached_property
    def _days_of_plans(self) -> dict[str, date]:
        return newest_days(self.ledger)

    def as_of_plan(self, plan: str) -> date | None:
        """The newest date of what the ledger has of a plan and of those that share its day; None where none has one."""
        return self._days_of_plans.get(plan)

    def is_withdrawn(self, document: str) -> bool:
        """Whether a document is no longer in force."""
        return self.documents[document].validity in WITHDRAWN

    def trail(self, section: str | None) -> list[Section]:
        """The headings above and including a section, the highest first."""
        headings: list[Section] = []
        while section is not None:
            headings.append(self.sections[section])
            section = headings[-1].parent
        return headings[::-1]

    @cached_property
    def _areas(self) -> dict[str, Section]:
        return {section: self.trail(section)[:LEVELS][-1] for section in self.sections}

    def area(self, section: str) -> Section:
        """The heading by which lists group what stands under a section."""
        return self._areas[section]

    def related(self, indicator: str) -> list[tuple[str, Related, bool]]:
        """The other indicators of an indicator's relations, and whether the relation is said of the other one."""
        links = [(link.related, link, False) for link in self.relations_from.get(indicator, ())]
        return links + [(link.indicator, link, True) for link in self.relations_to.get(indicator, ())]

    def leads(self, task: str | None) -> list[Assignment]:
        """The assignments of a task whose role is 牵头, in the printed order."""
        return in_role(self.assignments_of_task.get(task or "", ()), Role.LEAD)

    def supports(self, task: str | None) -> list[Assignment]:
        """The assignments of a task whose role is 配合, in the printed order."""
        return in_role(self.assignments_of_task.get(task or "", ()), Role.SUPPORT)

    def duties_of_task(self, task: str | None) -> list[Duty]:
        """All assignments of a task, in the printed order."""
        return [*self.assignments_of_task.get(task or "", ())]

    def duties_of_indicator(self, indicator: Indicator) -> list[Duty]:
        """Who is responsible for an indicator: those that its document names for it, else those of its task."""
        return [*self.assignments_of_indicator.get(indicator.id, ())] or self.duties_of_task(indicator.task)

    def leads_of_indicator(self, indicator: Indicator) -> list[Duty]:
        """Those of them whose role is 牵头."""
        return in_role(self.duties_of_indicator(indicator), Role.LEAD)

    def reports_of_task(self, task: str | None) -> list[Report]:
        """The reports on a task."""
        return [self.reports[id_] for id_ in self._report_ids_of_task.get(task or "", ())]

    def newest_reports(self, task: str) -> list[Report]:
        """The reports on a task of the latest period."""
        reports = self.reports_of_task(task)
        newest = max((time_of(report.period)[:2] for report in reports), default=None)
        return [report for report in reports if time_of(report.period)[:2] == newest]

    def indicators_of_report(self, report: str) -> list[str]:
        """Ids of the milestones of which a report says where they stand."""
        return self._indicator_ids_of_report.get(report, [])

    def reports_of_indicator(self, indicator: str) -> list[Report]:
        """The reports that say whether a milestone was reached."""
        return [self.reports[id_] for id_ in self._report_ids_of_indicator.get(indicator, ())]

    def tasks_of_report(self, report: str) -> list[Task]:
        """The tasks that a report is about."""
        return [self.tasks[id_] for id_ in self._task_ids_of_report.get(report, ())]

    def results(self, indicator: str, organization: str | None) -> list[Observation]:
        """The results of an indicator that count, of the whole place or of one organisation."""
        observations = self.observations_of.get(indicator, ())
        return [o for o in observations if o.organization == organization and o.id not in self.revision_of]

    def newest(self, indicator: str) -> Observation | None:
        """The newest figure for the whole place; of several of one period the one of the later document id."""
        return next(reversed(self.results(indicator, None)), None)

    def main_target(self, indicator: str) -> Target | None:
        """The target of an indicator that lists show: for the whole place, its plan's, as it stands today."""
        return self._main_targets.get(indicator)

    @cached_property
    def _main_targets(self) -> dict[str, Target]:
        whole = {id_: [t for t in own if t.organization is None] for id_, own in self.targets_of.items()}
        return {id_: next((t for t in own if not t.replaced_by), own[0]) for id_, own in whole.items() if own}

    def targets_of_plan(self, plan: str) -> list[Target]:
        """The district-wide targets that are a plan's own, in the order of the ledger.

        An annual target that was set for an indicator of the five-year plan belongs to the year's plan.
        """
        return self._targets_of_plan.get(plan, [])

    @cached_property
    def _targets_of_plan(self) -> dict[str, list[Target]]:
        by_plan: dict[str, list[Target]] = {}
        for target in self.targets_for.get(None, ()):
            by_plan.setdefault(self.plan_of_target(target), []).append(target)
        return by_plan

    def plan_of_target(self, target: Target) -> str:
        """The plan that a target belongs to: the one whose years it has, else its indicator's."""
        own = self.plans[self.indicators[target.indicator].plan]
        if target.start_year == target.end_year and own.start_year != own.end_year:
            for plan in self.plans_of_document.get(target.document, ()):
                if plan.parent == own.id and plan.start_year == target.start_year:
                    return plan.id
        return own.id

    @staticmethod
    def day(document: Document) -> date | None:
        """The day by which a document comes before or after another."""
        return document.published_on or document.signed_on or document.drafted_on

    def is_territory(self, organization: Organization) -> bool:
        """Whether an organisation is a town or subdistrict; these have pages of their own kind."""
        return organization.kind in TERRITORIES


def in_role(duties: Iterable[D], role: Role) -> list[D]:
    """Those with a role, in their order."""
    return [duty for duty in duties if duty.role is role]


def unit_path(id_: str, kind: str) -> str:
    """Where an organisation has its page and its downloads."""
    return f"{UNIT_FOLDERS[kind in TERRITORIES]}/{id_}/"
