"""Who works with whom: the units that share tasks with one unit, and which of the two leads."""

from __future__ import annotations

from generator.ledger.enums import OrganizationKind, Role
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.views import PartnerLine, PartnersView

OPEN = 15
"""Partners that a reader sees at once; the others are folded away."""

KINDS = {(Role.LEAD, Role.SUPPORT): 0, (Role.SUPPORT, Role.LEAD): 1, (Role.LEAD, Role.LEAD): 2}
"""The unit's role and its partner's → which count a shared task adds to; two that only support are no pair."""


def partners(components: ComponentBuilder, organization: str) -> PartnersView:
    """The partners of a unit, those with the most shared tasks first; looks once at each assignment of its tasks."""
    index = components.index
    counts: dict[str, list[int]] = {}
    beside: set[str] = set()
    for own in index.assignments_of_organization.get(organization, ()):
        for other in index.assignments_of_task.get(own.task, ()):
            kind = KINDS.get((own.role, other.role))
            if other.organization == organization:
                continue
            if kind is None:
                beside.add(other.organization)
            else:
                counts.setdefault(other.organization, [0, 0, 0])[kind] += 1
    found = [_line(components, id_, *numbers) for id_, numbers in counts.items()]
    found.sort(key=lambda line: (-line.total, line.ref.title))
    return PartnersView(tuple(found[:OPEN]), tuple(found[OPEN:]), len(beside - counts.keys()))


def _line(components: ComponentBuilder, id_: str, leads: int, follows: int, jointly: int) -> PartnerLine:
    collective = components.index.organizations[id_].kind is OrganizationKind.COLLECTIVE
    return PartnerLine(components.organization(id_), collective, leads, follows, jointly, leads + follows + jointly)
