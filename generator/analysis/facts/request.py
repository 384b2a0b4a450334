"""Whom to ask for what no document discloses: the administrative organ that made it, else the government's office."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.analysis.facts.unit import indicators_led, tasks_with_role
from generator.analysis.ledger_index import Duty, LedgerIndex
from generator.analysis.target_status import StatusIndex, TargetStatus
from generator.language.document_words import COMPANY_ENDINGS
from generator.ledger.enums import TERRITORIES, Assigns, OrganizationKind, Role, State
from generator.ledger.records import Indicator, Organization

ORGANS = (
    *TERRITORIES,
    OrganizationKind.DEPARTMENT,
    OrganizationKind.ZONE,
    OrganizationKind.VERTICAL,
    OrganizationKind.HIGHER,
)
"""Kinds of organisations that are administrative organs, or act in their own name like one."""


class WantedTarget(NamedTuple):
    """A target whose result no document discloses, all or in part, with those who lead its indicator."""

    status: TargetStatus
    indicator: Indicator
    leads: list[Duty]
    years: tuple[int, ...]
    """The years of which the figure is missing, where others are disclosed; empty where nothing is."""


class RequestFacts(NamedTuple):
    """A request to one receiver: for whose targets, and which; the parts of organisations are among them."""

    named: Organization | None
    """Whom the documents name as lead; None for targets whose documents name nobody."""
    organ: Organization | None
    """The administrative organ that answers for it; None where the government's office is to be asked."""
    wanted: list[WantedTarget]
    others: list[tuple[Organization, int]]
    """The other organs that lead some of them, each with how many."""


def organ_for(index: LedgerIndex, id_: str) -> Organization | None:
    """The administrative organ that answers for what an organisation made; None where the ledger knows none.

    That is the organisation itself or whoever took over from it, else the one that it belongs to.
    """
    record, seen = index.organizations[id_], set[str]()
    while record.id not in seen:
        seen.add(record.id)
        if successions := index.successors_of.get(record.id):
            record = index.organizations[successions[0].successor]
        elif is_organ(record):
            return record
        elif record.parent:
            record = index.organizations[record.parent]
    return None


def is_organ(record: Organization) -> bool:
    """Whether an organisation is an administrative organ by its kind; a company is none, whatever it belongs to."""
    return record.kind in ORGANS and not record.name.endswith(COMPANY_ENDINGS)


def request_of_unit(index: LedgerIndex, statuses: StatusIndex, id_: str) -> RequestFacts:
    """What is to be asked about the indicators that an organisation leads."""
    led = tasks_with_role(index, id_, Role.LEAD)
    wanted = wanted_targets(index, statuses, indicators_led(index, id_, led))
    return _request(index, index.organizations[id_], wanted)


def request_without_unit(index: LedgerIndex, statuses: StatusIndex) -> RequestFacts:
    """What is to be asked about the indicators for which no document names a lead."""
    alone = (i for i in index.ledger.indicators if not index.leads_of_indicator(i))
    return _request(index, None, wanted_targets(index, statuses, alone))


def request_of_indicator(index: LedgerIndex, statuses: StatusIndex, indicator: Indicator) -> RequestFacts:
    """What is to be asked about one indicator, of the first of its leads that an organ answers for."""
    leads = [index.organizations[duty.organization] for duty in index.leads_of_indicator(indicator)]
    answered = (lead for lead in leads if organ_for(index, lead.id))
    named = next(answered, leads[0] if leads else None)
    return _request(index, named, wanted_targets(index, statuses, [indicator]))


def wanted_targets(index: LedgerIndex, statuses: StatusIndex, indicators: Iterable[Indicator]) -> list[WantedTarget]:
    """The targets of some indicators whose results no document discloses, or not those of all years."""
    found: list[WantedTarget] = []
    for indicator in indicators:
        asked = [(s, missing_years(s)) for s in statuses.of_indicator(indicator.id)]
        if asked := [(status, years) for status, years in asked if status.wanting or years]:
            leads = index.leads_of_indicator(indicator)
            found += (WantedTarget(status, indicator, leads, years) for status, years in asked)
    return found


def missing_years(status: TargetStatus) -> tuple[int, ...]:
    """The years whose figures are missing for judging a target of which a part is disclosed; else none."""
    partly = status.state is State.INCOMPLETE and not status.wanting
    return status.assessment.missing if partly else ()


def elsewhere_named(index: LedgerIndex, wanted: WantedTarget) -> bool:
    """Whether a target's own document names nobody, so that only its indicator's plan says who leads."""
    document, plan = wanted.status.target.document, index.plans[wanted.indicator.plan]
    return document != plan.document and index.documents[document].assigns in (None, Assigns.NOBODY)


def leading(index: LedgerIndex) -> dict[str, None]:
    """The organisations that lead an indicator, in the order of the ledger; nothing is assessed for it."""
    found = {duty.organization for i in index.ledger.indicators for duty in index.leads_of_indicator(i)}
    return dict.fromkeys(o.id for o in index.ledger.organizations if o.id in found)


def _request(index: LedgerIndex, named: Organization | None, wanted: list[WantedTarget]) -> RequestFacts:
    organ = organ_for(index, named.id) if named else None
    counts: dict[str, int] = {}
    for one in wanted:
        organs = {o.id for duty in one.leads if (o := organ_for(index, duty.organization))}
        for id_ in sorted(organs - {organ.id if organ else ""}):
            counts[id_] = counts.get(id_, 0) + 1
    others = sorted(counts.items(), key=lambda pair: -pair[1])
    return RequestFacts(named, organ, wanted, [(index.organizations[id_], count) for id_, count in others])
