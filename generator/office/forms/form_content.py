"""What stands in the form of a unit: its indicators and tasks, with what was promised and what was told last."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import OwedTask, OwedValue, RoundDuties, UnitDuties
from generator.analysis.state_explanation import level_unit
from generator.analysis.target_status import StatusIndex
from generator.language import formatting
from generator.language.office.rounds import form_words as words
from generator.ledger.enums import Basis, Measure
from generator.ledger.office_records import Round
from generator.ledger.periods import time_of
from generator.ledger.records import Observation, Organization, Plan, Target
from generator.office.forms.asked_basis import asked_basis
from generator.pages.components.figures import observation_text, observed_period, target_text

PERCENT = "%"
OWN = "@"
"""Stands in a key between a record and the organisation whose figure or share is asked for."""


class FormRow(NamedTuple):
    """A row of a form: the key of what it asks for, and its cells by the names of the columns."""

    key: str
    cells: dict[str, str]


class UnitForm(NamedTuple):
    """The form of a unit."""

    round: Round
    plan: Plan
    organization: Organization
    values: tuple[FormRow, ...]
    tasks: tuple[FormRow, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all rows, indicators first."""
        return tuple(row.key for row in (*self.values, *self.tasks))


def unit_forms(index: LedgerIndex, statuses: StatusIndex, duties: RoundDuties) -> list[UnitForm]:
    """The forms of all units that a round asks."""
    return [_form(index, statuses, duties.record, unit) for unit in duties.units]


def _form(index: LedgerIndex, statuses: StatusIndex, record: Round, unit: UnitDuties) -> UnitForm:
    values = tuple(_value_row(index, statuses, record, n, owed) for n, owed in enumerate(unit.values, 1))
    tasks = tuple(_task_row(index, n, owed) for n, owed in enumerate(unit.tasks, 1))
    return UnitForm(record, index.plans[record.plan], unit.organization, values, tasks)


def key_of(record: str, organization: str | None) -> str:
    """The key of what is asked for."""
    return f"{record}{OWN}{organization}" if organization else record


def last_result(index: LedgerIndex, owed: OwedValue, period: str) -> Observation | None:
    """The newest result before a period."""
    before = [o for o in index.results(owed.indicator.id, owed.measured) if time_of(o.period) < time_of(period)]
    return before[-1] if before else None


def _value_row(index: LedgerIndex, statuses: StatusIndex, record: Round, number: int, owed: OwedValue) -> FormRow:
    indicator, year = owed.indicator, time_of(record.period)[0]
    targets = [t for t in index.targets_of.get(indicator.id, ()) if not t.replaced_by]
    own = [t for t in targets if t.organization == owed.measured and t.start_year <= year <= t.end_year]
    last = last_result(index, owed, record.period)
    return FormRow(
        key_of(indicator.id, owed.measured),
        {
            "number": str(number),
            "name": indicator.name,
            "measured": _measured(index, owed.measured),
            "definition": indicator.definition or "",
            "unit": indicator.unit or "",
            "plan_target": _texts(statuses, [t for t in own if t.start_year < t.end_year]),
            "annual_target": _texts(statuses, [t for t in own if t.start_year == t.end_year]),
            "last": observation_text(last, level_unit(indicator.unit, last.basis)) if last else "",
            "last_period": observed_period(last) if last else "",
            "limits": _limits(index, owed, record.period),
        },
    )


def _texts(statuses: StatusIndex, targets: list[Target]) -> str:
    return formatting.SEMICOLON.join(target_text(target, statuses.spec(target)) for target in targets)


def _measured(index: LedgerIndex, organization: str | None) -> str:
    return index.organizations[organization].name if organization else words.WHOLE.format(place=index.site.place[-1:])


def _limits(index: LedgerIndex, owed: OwedValue, period: str) -> str:
    """What a value counts, and what it cannot be."""
    indicator = owed.indicator
    asked = asked_basis(indicator, index.plans[indicator.plan], period)
    hints = [asked.hint]
    if indicator.measure is Measure.CUMULATIVE and asked.basis is Basis.SINCE:
        hints.append(words.NOT_BELOW)
    if indicator.measure is Measure.LEVEL and indicator.unit == PERCENT:
        hints.append(words.SHARE_LIMITS)
    return formatting.SEMICOLON.join(hints)


def _task_row(index: LedgerIndex, number: int, owed: OwedTask) -> FormRow:
    task = owed.task
    reports = [r for r in index.newest_reports(task.id) if r.organization in (None, owed.share)]
    steps = (
        words.MILESTONE.format(due=formatting.due(one.due), text=one.text)
        + (words.MILESTONE_STATE.format(state=one.state) if one.state else "")
        for one in index.milestones_of.get(task.id, ())
    )
    return FormRow(
        key_of(task.id, owed.share),
        {
            "number": str(number),
            "name": task.title,
            "measured": _measured(index, owed.share),
            "milestones": "\n".join(steps),
            "last_state": formatting.AND.join(dict.fromkeys(str(report.state) for report in reports)),
            "last_words": formatting.SEMICOLON.join(report.summary for report in reports),
        },
    )
