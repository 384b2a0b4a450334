"""Everything that the ledger knows of an organisation: its tasks, its own targets, with whom it works."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.facts.breakdown import newest_in_time
from generator.analysis.facts.named_things import NamedThing, named_things
from generator.analysis.facts.next_due import NextDue, next_due
from generator.analysis.facts.partners import Partner, partners_of
from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.record_dates import RecordDates, record_dates
from generator.analysis.target_status import StatusIndex, TargetStatus
from generator.history.change_index import DatedChange
from generator.ledger.enums import Role
from generator.ledger.periods import time_of
from generator.ledger.records import (
    Indicator,
    Membership,
    Observation,
    Organization,
    Project,
    Report,
    Succession,
    Task,
)


class TaskThroughCollective(NamedTuple):
    """A task that reaches an organisation through a collective that it belongs to."""

    record: Task
    collective: Organization
    role: Role


class TaskInRole(NamedTuple):
    """A task and the role that an organisation has in it."""

    record: Task
    role: Role


class UnitFacts(NamedTuple):
    """Everything that the ledger knows of an organisation."""

    record: Organization
    territory: bool
    """Whether it is a town or subdistrict."""
    led: list[Task]
    supported: list[Task]
    others: list[TaskInRole]
    """Tasks in which it has a role that neither leads nor supports."""
    through: list[TaskThroughCollective]
    joint: int
    """How many of the tasks that it leads have other leads, too."""
    indicators: list[Indicator]
    """Of the tasks that it leads, then those that a document names it for as lead."""
    statuses: list[TargetStatus]
    """Where all targets of these stand, the parts of organisations included."""
    next_due: NextDue
    """What falls due next of its tasks and targets."""
    reports: list[Report]
    """Those that name it as the unit that they are about, on no task that it leads, the newest first."""
    own_targets: list[tuple[TargetStatus, Observation | None]]
    """Targets of its own, each with the newest observation of its time."""
    partners: list[Partner]
    """Those with the most shared tasks first."""
    beside: int
    """Units that only support the same tasks as it."""
    members: list[Membership]
    collectives: list[Organization]
    parent: Organization | None
    children: list[Organization]
    """Those that belong to it."""
    projects: list[Project]
    """Those that it is responsible for."""
    named: list[NamedThing]
    """What names it as a place, or what belongs to it."""
    predecessors: list[Succession]
    successors: list[Succession]
    dates: RecordDates
    """Of it, and of the documents of its tasks and of those of the collectives that it belongs to."""
    changes: list[DatedChange]
    """The last changes of it, of the tasks that it leads and of their indicators, the newest first."""


def unit_facts(index: LedgerIndex, statuses: StatusIndex, id_: str) -> UnitFacts:
    """Everything that the ledger knows of an organisation."""
    record, organizations = index.organizations[id_], index.organizations
    led = tasks_with_role(index, id_, Role.LEAD)
    indicators = indicators_led(index, id_, led)
    own = [status for indicator in indicators for status in statuses.of_indicator(indicator.id)]
    partners, beside = partners_of(index, id_)
    collectives = [membership.collective for membership in index.collectives_of.get(id_, ())]
    return UnitFacts(
        record=record,
        territory=index.is_territory(record),
        led=led,
        supported=tasks_with_role(index, id_, Role.SUPPORT),
        others=tasks_in_other_roles(index, id_),
        through=tasks_through_collectives(index, id_),
        joint=sum(any(lead.organization != id_ for lead in index.leads(task.id)) for task in led),
        indicators=indicators,
        statuses=own,
        next_due=next_due(index, led, own),
        reports=_own_reports(index, id_, led),
        own_targets=[(statuses.of(t), newest_in_time(index, statuses, t)) for t in index.targets_for.get(id_, ())],
        partners=partners,
        beside=beside,
        members=index.members_of.get(id_, []),
        collectives=[organizations[collective] for collective in collectives],
        parent=organizations.get(record.parent or ""),
        children=index.organizations_under.get(id_, []),
        projects=index.projects_of_owner.get(id_, []),
        named=named_things(index, record),
        predecessors=index.predecessors_of.get(id_, []),
        successors=index.successors_of.get(id_, []),
        dates=record_dates(index, "organizations", id_, _documents(index, [id_, *dict.fromkeys(collectives)])),
        changes=index.changes.recent(_changing(id_, led, indicators)),
    )


def tasks_with_role(index: LedgerIndex, organization: str, role: Role) -> list[Task]:
    """The tasks that an organisation leads, or those that it supports, each once."""
    assignments = index.assignments_of_organization.get(organization, ())
    tasks = dict.fromkeys(assignment.task for assignment in assignments if assignment.role is role)
    return [index.tasks[task] for task in tasks]


def tasks_in_other_roles(index: LedgerIndex, organization: str) -> list[TaskInRole]:
    """The tasks in which an organisation takes part, guides or assesses."""
    assignments = index.assignments_of_organization.get(organization, ())
    others = (a for a in assignments if a.role not in (Role.LEAD, Role.SUPPORT))
    return [TaskInRole(index.tasks[a.task], a.role) for a in others]


def indicators_led(index: LedgerIndex, organization: str, led: list[Task]) -> list[Indicator]:
    """The indicators of the tasks that an organisation leads, then those that a document names it for as lead.

    An indicator for which its document names somebody belongs to those and not to the leads of its task.
    """
    of_tasks = (indicator for task in led for indicator in index.indicators_of_task.get(task.id, ()))
    own = index.indicators_assigned_to.get(organization, ())
    named = (index.indicators[a.indicator] for a in own if a.role is Role.LEAD)
    found = [i for i in of_tasks if i.id not in index.assignments_of_indicator]
    return list({i.id: i for i in (*found, *named)}.values())


def tasks_through_collectives(index: LedgerIndex, organization: str) -> list[TaskThroughCollective]:
    """The tasks that reach an organisation through the collectives that it belongs to."""
    return [
        TaskThroughCollective(index.tasks[assignment.task], index.organizations[membership.collective], assignment.role)
        for membership in index.collectives_of.get(organization, ())
        for assignment in index.assignments_of_organization.get(membership.collective, ())
    ]


def _own_reports(index: LedgerIndex, organization: str, led: list[Task]) -> list[Report]:
    told = {report.id for task in led for report in index.reports_of_task(task.id)}
    own = (report for report in index.reports_of_organization.get(organization, ()) if report.id not in told)
    return sorted(own, key=lambda report: time_of(report.period), reverse=True)


def _documents(index: LedgerIndex, organizations: list[str]) -> list[str]:
    assignments = (a for id_ in organizations for a in index.assignments_of_organization.get(id_, ()))
    return list(dict.fromkeys(index.tasks[a.task].document for a in assignments))


def _changing(organization: str, led: list[Task], indicators: list[Indicator]) -> list[str]:
    """The records whose changes the page of a unit shows."""
    return [
        f"organizations/{organization}",
        *(f"tasks/{task.id}" for task in led),
        *(f"indicators/{indicator.id}" for indicator in indicators),
    ]
