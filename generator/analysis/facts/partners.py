"""With whom an organisation shares tasks."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.enums import Role
from generator.ledger.records import Organization

PARTNERSHIPS = {(True, False): 0, (False, True): 1, (True, True): 2}
"""Whether the unit leads, whether its partner does → which count a shared task adds to; without a lead none."""


class Partner(NamedTuple):
    """A partner of a unit: tasks that the unit leads and it supports, the other way round, and that both lead."""

    organization: Organization
    leads: int
    supports: int
    jointly: int

    @property
    def total(self) -> int:
        """All tasks that the two share."""
        return self.leads + self.supports + self.jointly


def partners_of(index: LedgerIndex, organization: str) -> tuple[list[Partner], int]:
    """The partners of a unit, and how many others only support the same tasks; looks once at each assignment."""
    counts: dict[str, list[int]] = {}
    beside: set[str] = set()
    for own in index.assignments_of_organization.get(organization, ()):
        for other in index.assignments_of_task.get(own.task, ()):
            kind = PARTNERSHIPS.get((own.role is Role.LEAD, other.role is Role.LEAD))
            if other.organization == organization:
                continue
            if kind is None:
                beside.add(other.organization)
            else:
                counts.setdefault(other.organization, [0, 0, 0])[kind] += 1
    partners = [Partner(index.organizations[id_], *numbers) for id_, numbers in counts.items()]
    partners.sort(key=lambda partner: (-partner.total, partner.organization.name))
    return partners, len(beside - counts.keys())
