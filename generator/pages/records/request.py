"""The forms of requests: for each unit that leads, about its targets whose results no document discloses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.facts.request import RequestFacts, leading, request_of_unit, request_without_unit
from generator.language import page_words
from generator.pages.components.references import Ref, organization_ref
from generator.pages.components.units.requests import RequestView, request_ref, request_view
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref


class RequestPage(NamedTuple):
    """What the page of a form shows; ``request`` is None where everything is disclosed."""

    unit: Ref | None
    request: RequestView | None


def _content(context: PageContext, find: Callable[[], RequestFacts]) -> PageContent:
    facts = find()
    named, request = facts.named, request_view(context, facts)
    title = request_ref(named).title
    receiver = request.receiver.name if request and request.receiver else title
    description = page_words.DESCRIPTIONS["request"].format(name=receiver, targets=len(facts.wanted))
    view = RequestPage(organization_ref(named) if named else None, request)
    return PageContent(title, description, view, (index_ref("gaps"), index_ref("requests")))


def _pages(context: PageContext) -> Iterator[PageEntry]:
    index, statuses = context.index, context.statuses
    for id_ in leading(index):
        path = request_ref(index.organizations[id_]).path
        yield PageEntry(
            path, page_words.REQUEST, partial(_content, context, partial(request_of_unit, index, statuses, id_))
        )
    find = partial(request_without_unit, index, statuses)
    yield PageEntry(request_ref(None).path, page_words.REQUEST, partial(_content, context, find))


KINDS = (PageKind(order=335, template="records/request.html", pages=_pages),)
