"""What documents place in a town, as rows: what, where, who, how far, and what the texts leave out."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.facts.named_things import NamedThing
from generator.language import formatting, page_words
from generator.ledger.enums import ReportState, Role
from generator.ledger.records import Organization, Project, Report, Task
from generator.pages.components.references import AssignedUnit, Ref, assigned_units, clause_ref, organization_ref
from generator.pages.components.rows import project_row, report_row, task_row
from generator.pages.components.units.unit_tasks import UnitTarget, unit_target
from generator.pages.context import PageContext


class NamedRow(NamedTuple):
    """A project, task or report that names a place."""

    kind: str
    """What readers call it."""
    state: str
    css_class: str
    what: str
    """Its name, or what a report says."""
    ref: Ref | None
    """Its page; None for a report, which has none."""
    about: str
    """What a task is, or the investments of a project; empty for a report."""
    targets: tuple[UnitTarget, ...]
    """The place's own targets of a task."""
    here: tuple[Ref, ...]
    """What of the place is named, where it is not the place itself."""
    elsewhere: tuple[Ref, ...]
    """The other places that are named, too."""
    leads: tuple[AssignedUnit, ...]
    owner: Ref | None
    role: str
    """What the place itself does in a task."""
    tasks: tuple[Ref, ...]
    """The tasks that a report is about, or that a project belongs to."""
    period: str
    silent: tuple[str, ...]
    """What the text does not say."""
    clause: Ref


def named_row(context: PageContext, place: Organization, thing: NamedThing) -> NamedRow:
    """The row of what names a place."""
    record = thing.record
    if isinstance(record, Project):
        row = _project(context, record)
    elif isinstance(record, Task):
        row = _task(context, place, record)
    else:
        row = _report(context, record)
    here = tuple(organization_ref(one) for one in thing.places if one.id != place.id)
    return row._replace(here=here, elsewhere=tuple(map(organization_ref, thing.elsewhere)))


def _project(context: PageContext, record: Project) -> NamedRow:
    row = project_row(context, record)
    money = [(page_words.TOTAL_INVESTMENT, row.total), (page_words.YEAR_INVESTMENT, row.year)]
    silent = [(row.owner, "owner"), (row.time, "time"), (row.total or row.year, "investment")]
    return NamedRow(
        kind=page_words.PROJECT,
        state=row.nature,
        css_class="",
        what=row.ref.title,
        ref=row.ref,
        about=formatting.SEMICOLON.join(f"{label} {amount}" for label, amount in money if amount),
        targets=(),
        here=(),
        elsewhere=(),
        leads=(),
        owner=row.owner,
        role="",
        tasks=(row.task,) if row.task else (),
        period=row.time,
        silent=tuple(page_words.SILENT[name] for known, name in silent if not known),
        clause=row.source.clause,
    )


def _task(context: PageContext, place: Organization, record: Task) -> NamedRow:
    index, row = context.index, task_row(context, record)
    own = [t for t in index.targets_for.get(place.id, ()) if index.indicators[t.indicator].task == record.id]
    roles = [a.role for a in index.assignments_of_task.get(record.id, ()) if a.organization == place.id]
    silent = [(row.leads, "owner"), (own or Role.LEAD in roles, "target")]
    return NamedRow(
        kind=page_words.TASK,
        state="",
        css_class="",
        what=row.ref.title,
        ref=row.ref,
        about=row.summary,
        targets=tuple(
            unit_target(context, context.statuses.of(target), dated=True)._replace(part="") for target in own
        ),
        here=(),
        elsewhere=(),
        leads=row.leads,
        owner=None,
        role=next((role for role in roles if role is not Role.LEAD), ""),
        tasks=(),
        period=row.due,
        silent=tuple(page_words.SILENT[name] for known, name in silent if not known),
        clause=clause_ref(context, record),
    )


def _report(context: PageContext, record: Report) -> NamedRow:
    row, index = report_row(context, record), context.index
    leads = {a.organization: a for task in index.tasks_of_report(record.id) for a in index.leads(task.id)}
    silent = [(leads or row.organization, "owner"), (record.state is not ReportState.NOT_SAID, "state")]
    return NamedRow(
        kind=page_words.REPORT,
        state=row.state,
        css_class=row.css_class,
        what=row.summary,
        ref=None,
        about="",
        targets=(),
        here=(),
        elsewhere=(),
        leads=assigned_units(context, leads.values()),
        owner=row.organization,
        role="",
        tasks=row.tasks,
        period=row.period,
        silent=tuple(page_words.SILENT[name] for known, name in silent if not known),
        clause=row.source.clause,
    )
