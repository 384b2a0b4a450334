"""What a browser sends: the fields of a form become what a person entered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from generator.ledger.reading.nested_readers import ROLES
from generator.office.review.actions import Entry, Verdict
from generator.office.review.fields import Assigned, Members

Form = Mapping[str, Sequence[str]]
"""Name of a field → its values."""
ASSIGNED: Final = ("role", "name", "scope", "printed_role", "post")


def first(form: Form, name: str) -> str:
    """The first value of a field; empty where there is none."""
    return (form.get(name) or ("",))[0]


def tidy(text: str) -> str:
    """A text as it is written on one line."""
    return "".join(line.strip() for line in text.splitlines()).strip()


def entries(form: Form) -> dict[str, Entry]:
    """What was entered for each record of a form.

    The records have numbers: ``key.0`` is the key of the first one, ``value.0.summary`` the text of its summary,
    ``who.0.2.name`` a name in its third row of units, ``members.0.names`` those who belong to a collective,
    ``reject.1`` says that the second one is to go, ``reason.1`` why what is doubted of it is right.

    Raises ValueError for a verdict that there is none of.
    """
    verdict = Verdict(first(form, "verdict"))
    found = {}
    number = 0
    while key := first(form, f"key.{number}"):
        start = f"value.{number}."
        values = {name.removeprefix(start): tidy(texts[0]) for name, texts in form.items() if name.startswith(start)}
        is_rejected = verdict is Verdict.ACCEPT and bool(first(form, f"reject.{number}"))
        own = Verdict.REJECT if is_rejected else verdict
        who = _assigned(form, number) if f"who.{number}" in form else None
        members = _members(form, number) if f"members.{number}.names" in form else None
        found[key] = Entry(own, values, who, members, tidy(first(form, f"reason.{number}")))
        number += 1
    return found


def _members(form: Form, number: int) -> Members:
    """Who belongs to a collective."""
    return Members(*(tidy(first(form, f"members.{number}.{name}")) for name in ("names", "words", "locator")))


def _assigned(form: Form, number: int) -> list[Assigned]:
    """The rows of units; one without a name is none."""
    rows = []
    for place in range(len([name for name in form if name.startswith(f"who.{number}.") and name.endswith(".name")])):
        cells = [tidy(first(form, f"who.{number}.{place}.{column}")) for column in ASSIGNED]
        if cells[1] and cells[0] in ROLES:
            rows.append(Assigned(*cells))
    return rows
