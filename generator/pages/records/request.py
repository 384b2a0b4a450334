"""The forms of requests: for each unit that leads, about its targets whose results no document discloses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.facts.request import leading
from generator.language import page_words
from generator.ledger.records import Organization
from generator.pages.components.references import Ref, organization_ref
from generator.pages.components.units.requests import RequestView, request_ref, unit_request, unnamed_request
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref


class RequestPage(NamedTuple):
    """What the page of a form shows; ``request`` is None where everything is disclosed."""

    unit: Ref | None
    request: RequestView | None


def _content(context: PageContext, unit: Organization | None) -> PageContent:
    request = unit_request(context, unit) if unit else unnamed_request(context)
    title = request_ref(unit).title
    receiver = request.receiver.name if request and request.receiver else title
    description = page_words.DESCRIPTIONS["request"].format(name=receiver, targets=request.total if request else 0)
    view = RequestPage(organization_ref(unit) if unit else None, request)
    return PageContent(title, description, view, (index_ref("gaps"), index_ref("requests")))


def _pages(context: PageContext) -> Iterator[PageEntry]:
    units = (context.index.organizations[id_] for id_ in leading(context.index))
    for unit in (*units, None):
        yield PageEntry(request_ref(unit).path, page_words.REQUEST, partial(_content, context, unit))


KINDS = (PageKind(order=335, template="records/request.html", pages=_pages),)
