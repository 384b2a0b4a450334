"""The page about requests: how to ask for what is not disclosed, and the form about the targets of each unit."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.facts.request import leading, request_of_unit, request_without_unit
from generator.pages.components.references import Ref
from generator.pages.components.units.requests import request_ref
from generator.pages.context import PageContext
from generator.pages.page import index_kind


class FormRow(NamedTuple):
    """A form, the unit that it is about, and how many targets it asks for."""

    form: Ref
    unit: str
    targets: int


class RequestsView(NamedTuple):
    """The forms, those that ask for most first; ``without_unit`` is the one about targets without a named lead."""

    forms: tuple[FormRow, ...]
    without_unit: FormRow
    answered: tuple[FormRow, ...]
    """Units with nothing to ask for."""


def requests_view(context: PageContext) -> RequestsView:
    """What the page shows."""
    index, statuses = context.index, context.statuses
    rows = []
    for id_ in leading(index):
        record = index.organizations[id_]
        rows.append(FormRow(request_ref(record), record.name, len(request_of_unit(index, statuses, id_).wanted)))
    rows.sort(key=lambda row: -row.targets)
    alone = FormRow(request_ref(None), "", len(request_without_unit(index, statuses).wanted))
    return RequestsView(tuple(r for r in rows if r.targets), alone, tuple(r for r in rows if not r.targets))


KINDS = (
    index_kind(
        "requests",
        requests_view,
        template="overviews/openness/requests.html",
        order=175,
        map_order=135,
        above=("gaps",),
    ),
)
