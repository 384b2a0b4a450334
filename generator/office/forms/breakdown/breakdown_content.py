"""What stands in the form by which a unit breaks its targets down: a row for each target and each town or unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator.analysis.breakdown import obstacle
from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import COUNTED, in_office
from generator.analysis.target_status import StatusIndex
from generator.language import formatting
from generator.language.office.rounds import breakdown_words as words
from generator.ledger.enums import TERRITORIES, Nature, OrganizationKind
from generator.ledger.records import Document, Indicator, Organization, Plan, Target
from generator.office.forms.form_content import FormRow, key_of
from generator.pages.components.figures import target_text


class OpenPart(NamedTuple):
    """A part that is asked for: of which target, whose, and the target that it has already."""

    target: Target
    organization: Organization
    there: Target | None


class BrokenTarget(NamedTuple):
    """A target of the whole place with its parts, in the order of the form."""

    indicator: Indicator
    target: Target
    text: str
    """The target for reading."""
    parts: tuple[OpenPart, ...]
    obstacle: str
    """Why the parts are not added up; empty where they are."""

    @property
    def in_numbers(self) -> bool:
        """Whether its parts are numbers."""
        return self.indicator.measure in COUNTED and self.target.value is not None


class BreakdownForm(NamedTuple):
    """The form of a unit for the targets of one plan."""

    document: Document
    plan: Plan
    organization: Organization
    targets: tuple[BrokenTarget, ...]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return sum(len(one.parts) for one in self.targets)


class BreakdownForms(NamedTuple):
    """The forms, and indicators for which nobody can be asked: without a lead, or led by a collective."""

    forms: tuple[BreakdownForm, ...]
    without_lead: tuple[Indicator, ...]
    of_collectives: tuple[Indicator, ...]


def breakdown_forms(
    index: LedgerIndex, statuses: StatusIndex, document: Document, indicators: Sequence[str] = ()
) -> BreakdownForms:
    """The forms by which units break their targets down.

    Args:
        index: the ledger.
        statuses: where targets stand.
        document: what the break-down is based on; its day says who is in office and which targets still run.
        indicators: ids of indicators; empty for all binding ones.
    """
    asked: dict[tuple[str, str], list[BrokenTarget]] = {}
    without_lead: list[Indicator] = []
    of_collectives: list[Indicator] = []
    on = index.day(document) or date.max
    for indicator in index.indicators.values():
        wanted = indicator.id in indicators if indicators else indicator.nature is Nature.BINDING
        targets = [*_broken_targets(index, statuses, indicator, on)] if wanted and not indicator.replaced_by else []
        if not targets:
            continue
        leads = index.leads_of_indicator(indicator)
        units = [
            unit
            for duty in leads
            if index.organizations[duty.organization].kind is not OrganizationKind.COLLECTIVE
            for unit in in_office(index, duty.organization, on)
        ]
        for unit in dict.fromkeys(units):
            asked.setdefault((unit, indicator.plan), []).extend(targets)
        if not units:
            (of_collectives if leads else without_lead).append(indicator)
    forms = (
        BreakdownForm(document, index.plans[plan], index.organizations[unit], tuple(targets))
        for (unit, plan), targets in asked.items()
    )
    return BreakdownForms(tuple(forms), tuple(without_lead), tuple(of_collectives))


def _broken_targets(
    index: LedgerIndex, statuses: StatusIndex, indicator: Indicator, on: date
) -> Iterator[BrokenTarget]:
    """The targets of an indicator for the whole place that still run, with their parts."""
    own = [target for target in index.targets_of.get(indicator.id, ()) if not target.replaced_by]
    named = dict.fromkeys(target.organization for target in own if target.organization)
    territories = [one.id for kind in TERRITORIES for one in index.organizations_of_kind.get(kind, ())]
    units = [*dict.fromkeys((*(id_ for id_ in territories if in_office(index, id_, on) == (id_,)), *named))]
    why_not = obstacle(indicator.measure, indicator.unit, {index.organizations[id_].kind for id_ in units})
    for whole in own:
        if whole.organization or whole.end_year < on.year:
            continue
        there = {target.organization: target for target in own if _time(target) == _time(whole)}
        parts = tuple(OpenPart(whole, index.organizations[id_], there.get(id_)) for id_ in units)
        limit = "" if whole.value is not None and whole.value_max is None else words.NOT_ADDED
        yield BrokenTarget(indicator, whole, target_text(whole, statuses.spec(whole)), parts, why_not or limit)


def _time(target: Target) -> tuple[object, ...]:
    return target.start_year, target.end_year, target.tier, target.set_by


def breakdown_rows(statuses: StatusIndex, form: BreakdownForm) -> list[list[FormRow]]:
    """The rows of a form, by target."""
    number = 0
    rows: list[list[FormRow]] = []
    for one in form.targets:
        own = []
        for part in one.parts:
            number += 1
            own.append(FormRow(part_key(part), _cells(statuses, one, part, number)))
        rows.append(own)
    return rows


def part_key(part: OpenPart) -> str:
    """The key of a part that is asked for."""
    return key_of(part.target.id, part.organization.id)


def _cells(statuses: StatusIndex, one: BrokenTarget, part: OpenPart, number: int) -> dict[str, str]:
    hint = words.IN_WORDS if not one.in_numbers else words.NOT_ADDED if one.obstacle else words.ADDED
    return {
        "number": str(number),
        "name": one.indicator.name,
        "period": formatting.years(one.target.start_year, one.target.end_year),
        "whole": one.text,
        "measured": part.organization.name,
        "unit": one.indicator.unit or "",
        "there": target_text(part.there, statuses.spec(part.there)) if part.there else "",
        "hint": formatting.SEMICOLON.join(filter(None, (hint, str(one.indicator.direction or "")))),
    }
