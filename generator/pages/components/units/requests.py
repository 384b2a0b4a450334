"""Requests for what no document discloses: to whom, which targets, in which clause of which document.

A reader copies the words or prints them; what is personal is left blank for the pen. The site has no field for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import NamedTuple

from generator.analysis.facts.request import (
    RequestFacts,
    WantedTarget,
    elsewhere_named,
    request_of_indicator,
    request_of_unit,
    request_without_unit,
)
from generator.language import formatting, page_words
from generator.ledger.enums import Measure
from generator.ledger.records import Document, Indicator, Organization
from generator.pages.components.figures import target_text
from generator.pages.components.references import Ref, document_ref, indicator_ref, organization_ref
from generator.pages.context import PageContext, made_once, once_in_context

WITHOUT_UNIT = "no-unit"
"""The name of the request about targets for which no document names a lead."""


class RequestedTarget(NamedTuple):
    """A target that is asked about: its indicator, whose part it is of a break-down, the target, the clause."""

    number: int
    indicator: Ref
    part: str
    target: str
    """Empty where it says no more than the name, as that of something that is built does."""
    locator: str


class RequestedGroup(NamedTuple):
    """What is asked for, and of which targets."""

    asked: str
    targets: tuple[RequestedTarget, ...]


class RequestedOf(NamedTuple):
    """The targets of one document: its title, then its number and day, empty where the ledger has neither."""

    ref: Ref
    known_as: str
    groups: tuple[RequestedGroup, ...]


class Receiver(NamedTuple):
    """Who receives a request, with the public line and page where they are known."""

    name: str
    ref: Ref | None
    address: str
    phone: str
    url: str


class RequestView(NamedTuple):
    """A request: its receiver, None where the settings name no office and an applicant must look it up."""

    receiver: Receiver | None
    organ: bool
    """Whether the receiver is the administrative organ itself, not the government's office."""
    named: Ref | None
    """Whom the documents name; None where they name nobody."""
    kind: str
    """What kind of unit that is."""
    succeeded: bool
    """Whether the receiver took over from the named unit."""
    above: bool
    """Whether the named unit belongs to the receiver, which is an organ as it is none itself."""
    others: tuple[tuple[Ref, int], ...]
    """Other organs that may be asked, each with for how many of the targets."""
    documents: tuple[RequestedOf, ...]
    total: int
    partly: int
    """How many of them lack only the figures of some years."""
    elsewhere: int
    """How many of them stand in a document that names nobody, so that only the plan says who leads."""
    elsewhere_kind: str
    """What kind of plan says so."""
    page: str
    """The address of the form that can be printed."""


def request_view(context: PageContext, facts: RequestFacts) -> RequestView | None:
    """A request; None where there is nothing to ask for."""
    if not facts.wanted:
        return None
    named, organ = facts.named, facts.organ
    elsewhere = [one for one in facts.wanted if one.leads and elsewhere_named(context.index, one)]
    return RequestView(
        receiver=_organ(organ) if organ else _office(context),
        organ=organ is not None,
        named=organization_ref(named) if named else None,
        kind=named.kind if named else "",
        succeeded=named is not None and named.id in context.index.successors_of,
        above=named is not None and organ is not None and named.parent == organ.id,
        others=tuple((organization_ref(other), number) for other, number in facts.others),
        documents=tuple(_by_document(context, facts.wanted)),
        total=len(facts.wanted),
        partly=sum(bool(one.years) for one in facts.wanted),
        elsewhere=len(elsewhere),
        elsewhere_kind=context.index.plans[elsewhere[0].indicator.plan].kind if elsewhere else "",
        page=request_ref(named).path,
    )


@made_once
def unit_request(context: PageContext, unit: Organization) -> RequestView | None:
    """The request about what a unit leads; None where there is nothing to ask for."""
    return request_view(context, request_of_unit(context.index, context.statuses, unit.id))


@once_in_context
def unnamed_request(context: PageContext) -> RequestView | None:
    """The request about targets for which no document names a lead; None where there is nothing to ask for."""
    return request_view(context, request_without_unit(context.index, context.statuses))


def indicator_request(context: PageContext, indicator: Indicator) -> RequestView | None:
    """The request about one indicator; None where its results are disclosed."""
    return request_view(context, request_of_indicator(context.index, context.statuses, indicator))


def request_ref(named: Organization | None) -> Ref:
    """The form about the targets that a unit leads, or about those for which none is named."""
    title = page_words.REQUEST_TO.format(name=named.name) if named else page_words.REQUEST_WITHOUT_UNIT
    return Ref(title, f"requests/{named.id if named else WITHOUT_UNIT}/")


def _organ(record: Organization) -> Receiver:
    by_kind = page_words.TERRITORY_ORGANS.get(record.kind, "{name}").format(name=record.name)
    return Receiver(record.full_name or by_kind, organization_ref(record), "", record.phone or "", record.url or "")


def _office(context: PageContext) -> Receiver | None:
    office = context.site.disclosure_office
    return Receiver(office.name, None, office.address, office.phone, office.url) if office else None


def _by_document(context: PageContext, wanted: Iterable[WantedTarget]) -> Iterable[RequestedOf]:
    """The targets by the document that set them, then by what is asked for, numbered through."""
    documents: dict[str, dict[str, list[WantedTarget]]] = {}
    for one in wanted:
        groups = documents.setdefault(one.status.target.document, {})
        groups.setdefault(_asked(one), []).append(one)
    numbers = count(1)
    for id_, groups in documents.items():
        document = context.index.documents[id_]
        rows = (
            RequestedGroup(asked, tuple(_target(context, one, next(numbers)) for one in own))
            for asked, own in groups.items()
        )
        yield RequestedOf(document_ref(document), _known_as(document), tuple(rows))


def _known_as(document: Document) -> str:
    """The number and the day of a document, by which an office finds it."""
    day = document.signed_on or document.published_on or document.drafted_on
    return "，".join(filter(None, (document.doc_number, formatting.day(day) if day else "")))


def _asked(one: WantedTarget) -> str:
    """What is asked for: the figures of the years, or papers where there is no figure."""
    if one.years:
        return page_words.ASKED_NUMBER[True].format(years=formatting.year_list(one.years))
    target, measure = one.status.target, one.status.spec.measure
    words = page_words.ASKED.get(measure) or page_words.ASKED_NUMBER[target.start_year == target.end_year]
    return words.format(years=formatting.years(target.start_year, target.end_year))


def _target(context: PageContext, one: WantedTarget, number: int) -> RequestedTarget:
    target, spec = one.status.target, one.status.spec
    text = "" if spec.measure is Measure.MILESTONE else formatting.sign_in_words(target_text(target, spec))
    return RequestedTarget(
        number=number,
        indicator=indicator_ref(one.indicator),
        part=context.index.organizations[target.organization].name if target.organization else "",
        target="" if text == one.indicator.name else text,
        locator=formatting.full_width(target.locator),
    )
