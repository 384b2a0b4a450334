"""Units with their roles: what a document says of who is responsible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.language.wording import responsibility_words as words
from generator.ledger.enums import Assigns, LeadMode, Role
from generator.ledger.wording.responsibility.other_clauses import SAME_UNITS


@dataclass(frozen=True, slots=True)
class Assignee:
    """A unit with what it has to do, as printed."""

    name: str
    role: Role
    printed_role: str = ""
    """The printed word of the role, with its manner, where it is another word than the role itself."""
    scope: str = ""
    """The part of the task that is this unit's, where the document says so."""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """What one parenthesis, line or row says."""

    assignees: tuple[Assignee, ...] = ()
    by_duty: bool = False
    """Several lead, each by its duties."""
    respectively: bool = False
    """The leads are said to lead each for its part."""
    post: str = ""
    """The office of the leader in charge."""
    due_text: str = ""
    same: str = ""
    """The printed words that say that the units are those of the clause before."""
    above: int | None = 1
    """For how many clauses this stands, its own and those before it; None for all those without one of their own."""
    items: tuple[int, ...] = ()
    """The numbers of the clauses for which this stands, where it names them."""

    @property
    def mode(self) -> LeadMode | None:
        """How those lead that do."""
        leads = sum(one.role is Role.LEAD for one in self.assignees)
        if not leads:
            return None
        if self.by_duty:
            return LeadMode.BY_DUTY
        return LeadMode.SEVERAL if leads > 1 or self.respectively else LeadMode.SINGLE


def any_of(choices: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return "|".join(sorted(choices, key=len, reverse=True))


ROLE_OF = {word: Role(role) for role, forms in words.OTHER_ROLES.items() for word in forms}
ROLE_OF |= dict.fromkeys(words.LEADING, Role.LEAD)
BUILDING = re.compile(any_of(words.BUILDING))


def with_builders(said: Responsibility) -> Responsibility:
    """Those who build lead where nobody else does: (某某公司承建)."""
    if any(one.role is Role.LEAD or SAME_UNITS.fullmatch(one.name) for one in said.assignees):
        return said
    builders = [one for one in said.assignees if BUILDING.search(one.printed_role)]
    leads = (replace(one, role=Role.LEAD) if one in builders else one for one in said.assignees)
    return replace(said, assignees=tuple(leads))


def listed(names: list[str], label: str, assigns: Assigns | None) -> Iterator[Assignee]:
    """A list without roles: how the document assigns says who leads."""
    for position, name in enumerate(names):
        leads = position == 0 or assigns is not Assigns.FIRST_LEADS
        yield Assignee(name, Role.LEAD if leads else Role.SUPPORT, label)
