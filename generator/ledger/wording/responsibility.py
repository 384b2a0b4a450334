"""The responsibility parentheses of a notice: (区发展改革委牵头、区商务委配合)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language import document_words
from generator.ledger.enums import LeadMode, Role

PARENTHESIS = re.compile(rf"\((?:[^()]|\([^()]*\))*(?:{Role.LEAD}|{Role.SUPPORT})\)")
"""A responsibility parenthesis; a name in it may have a parenthesis of its own."""

NAMES_AND_ROLE = re.compile(rf"(.*?)({Role.LEAD}|{Role.SUPPORT})(?:[,、;]|$)")
"""The names of one role, and the role."""

MANNER = re.compile(r"(?:根据|按照?)(?:各自|工作)?职责(?:分工)?(?:分别)?|分别|共同")
"""How the named units share a role: no part of a name."""

BETWEEN_NAMES = re.compile(r"、(?![^(]*\))")
"""A list comma that stands in no parenthesis."""


def parentheses(text: str) -> Iterator[re.Match[str]]:
    """Every responsibility parenthesis of a text."""
    return PARENTHESIS.finditer(text)


def names_and_roles(parenthesis: str) -> list[tuple[str, Role]]:
    """The names in a responsibility parenthesis in their order, each with its role."""
    inside = parenthesis.removeprefix("(").removesuffix(")")
    return [
        (name, Role(match[2]))
        for match in NAMES_AND_ROLE.finditer(inside)
        for name in BETWEEN_NAMES.split(MANNER.sub("", match[1]))
        if name
    ]


def lead_mode(parenthesis: str) -> LeadMode:
    """The mode that the words about the leads say; several that are merely listed lead each for their own part."""
    about_leads = parenthesis.partition(Role.LEAD)[0]
    if document_words.BY_DUTY in about_leads:
        return LeadMode.BY_DUTY
    leads = [name for name, role in names_and_roles(parenthesis) if role is Role.LEAD]
    return LeadMode.SEVERAL if len(leads) > 1 or LeadMode.SEVERAL in parenthesis else LeadMode.SINGLE
