"""The page about requests: how to ask for what is not disclosed, and the form about the targets of each unit."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.facts.request import leading
from generator.pages.components.references import Ref
from generator.pages.components.units.requests import RequestView, request_ref, unit_request, unnamed_request
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
    units = (context.index.organizations[id_] for id_ in leading(context.index))
    rows = [FormRow(request_ref(unit), unit.name, _targets(unit_request(context, unit))) for unit in units]
    rows.sort(key=lambda row: -row.targets)
    alone = FormRow(request_ref(None), "", _targets(unnamed_request(context)))
    return RequestsView(tuple(r for r in rows if r.targets), alone, tuple(r for r in rows if not r.targets))


def _targets(request: RequestView | None) -> int:
    return request.total if request else 0


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
