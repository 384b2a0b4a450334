"""Who is responsible for a task or an indicator, role by role, in the document's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator.analysis.ledger_index import Duty, in_role
from generator.language import formatting, page_words
from generator.ledger.enums import Assigns, LeadMode, Role
from generator.ledger.records import Document
from generator.pages.components.references import AssignedUnit, Ref, assigned_units, organization_ref
from generator.pages.context import PageContext


class RoleRow(NamedTuple):
    """The units of a role."""

    role: str
    units: tuple[AssignedUnit, ...]
    printed: str
    """The word that the document prints for the role of all of them, where it is another."""


class HandOver(NamedTuple):
    """A unit whose work another one took over after the document was made."""

    unit: Ref
    successor: Ref
    on: date


class Responsibility(NamedTuple):
    """Who is responsible; ``rows`` is empty where the document names nobody."""

    rows: tuple[RoleRow, ...]
    leads: tuple[AssignedUnit, ...]
    posts: tuple[str, ...]
    """Offices of the leaders in charge."""
    mode: str
    """How the leads share the work; empty where nothing is to be said of it."""
    joint: bool
    """Whether several units lead and the document does not say who does what."""
    first_leads: bool
    """Whether the document says that the first unit of a list leads."""
    all_lead: bool
    """Whether it says that all of them do."""
    hand_overs: tuple[HandOver, ...]


def responsibility(
    context: PageContext, duties: Sequence[Duty], document: Document | None, mode: LeadMode | None = None
) -> Responsibility:
    """Who is responsible.

    Args:
        duties: The assignments of a task, or of an indicator.
        document: The document that names them.
        mode: How the leads of the task share it.
    """
    by_role = {role: in_role(duties, role) for role in Role}
    leads = by_role[Role.LEAD]
    listed = any(duty.printed_role == page_words.LISTED for duty in duties)
    assigns = document.assigns if document and listed else None
    return Responsibility(
        rows=tuple(_row(context, role, own) for role, own in by_role.items() if own),
        leads=assigned_units(context, leads),
        posts=tuple(dict.fromkeys(duty.post for duty in duties if duty.post)),
        mode=mode or "",
        joint=is_joint(leads),
        first_leads=assigns is Assigns.FIRST_LEADS,
        all_lead=assigns is Assigns.ALL_LEAD,
        hand_overs=tuple(_hand_overs(context, duties, document)),
    )


def is_joint(leads: Sequence[Duty]) -> bool:
    """Whether several units lead and the document prints no share of any of them."""
    return len(leads) > 1 and not any(lead.scope for lead in leads)


def _row(context: PageContext, role: Role, duties: list[Duty]) -> RoleRow:
    """A word that is printed for some of the units only stands behind each of these."""
    words = [duty.printed_role if duty.printed_role != role else None for duty in duties]
    units = assigned_units(context, duties)
    if len(set(words)) == 1:
        return RoleRow(role, units, words[0] or "")
    marked = (
        unit._replace(scope=formatting.SEMICOLON.join(filter(None, (unit.scope, word)))) if word else unit
        for unit, word in zip(units, words, strict=True)
    )
    return RoleRow(role, tuple(marked), "")


def _hand_overs(context: PageContext, duties: Sequence[Duty], document: Document | None) -> Iterator[HandOver]:
    index = context.index
    day = index.day(document) if document else None
    for id_ in dict.fromkeys(duty.organization for duty in duties):
        for succession in index.successors_of.get(id_, ()):
            if day is None or succession.on_date > day:
                successor = index.organizations[succession.successor]
                unit = organization_ref(index.organizations[id_])
                yield HandOver(unit, organization_ref(successor), succession.on_date)
