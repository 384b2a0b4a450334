"""What pages are made from: the ledger's look-ups, the states of its targets, and what the site offers beside pages."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, NamedTuple, Protocol, TypeVar

from generator.analysis.facts.former_records import FormerRecord, former_records
from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.promises.promise_index import PromiseIndex
from generator.analysis.target_status import StatusIndex
from generator.language import formatting
from generator.language.official_text import Layout
from generator.ledger.contract import Contract
from generator.ledger.reading.site_settings import SiteSettings


class Identified(Protocol):
    """A record, or something else that an id tells apart from its like."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=Identified)
T = TypeVar("T")


class IndexPage(NamedTuple):
    """An index page: its name in ``page_words.INDEXES`` and its address."""

    name: str
    path: str


class OptionalFiles(NamedTuple):
    """Which files a site has that its settings can leave out: a template links to no other."""

    workbook: bool
    database: bool
    parquet: bool
    records: bool
    """Files for each record, calendars, and the page about addresses."""
    charts: bool
    """Charts as files of their own."""


@dataclass(frozen=True)
class PageContext:
    """What the pages of a ledger are made from."""

    index: LedgerIndex
    texts: Mapping[str, str] = field(default_factory=dict)
    """The official texts that were supplied, by document."""
    layouts: Mapping[str, Layout] = field(default_factory=dict)
    """How these texts were laid out, by document."""
    formats: tuple[str, ...] = ()
    """The optional formats and files that the site has."""
    site_map: tuple[IndexPage, ...] = ()
    """The index pages that the map of the site lists, in its order."""
    preview: bool = False
    """Whether the pages are for those who edit: only there do names of files and commands stand on a page."""
    components: dict[Hashable, Any] = field(default_factory=dict, repr=False)
    """Components that were made and can be reused."""

    @cached_property
    def statuses(self) -> StatusIndex:
        """Where the targets stand."""
        return StatusIndex(self.index)

    @cached_property
    def promises(self) -> PromiseIndex:
        """What became of the promises: admissions of documents, clues, chains."""
        return PromiseIndex(self.index, self.statuses)

    @cached_property
    def former(self) -> tuple[FormerRecord, ...]:
        """What releases had at addresses that are no more."""
        return tuple(former_records(self.index))

    @property
    def site(self) -> SiteSettings:
        """The settings of the site."""
        return self.index.site

    @property
    def contract(self) -> Contract:
        """The tables and columns of the ledger."""
        return self.index.contract

    def as_of_plan(self, plan: str) -> str:
        """The day up to which documents of a plan are known, in words; empty where none has a day."""
        day = self.index.as_of_plan(plan)
        return formatting.day(day) if day else ""

    @property
    def offers(self) -> OptionalFiles:
        """Which optional files the site has."""
        formats = ("xlsx", "sqlite", "parquet", "records", "pictures")
        return OptionalFiles(*(name in self.formats for name in formats))


def once_in_context(make: Callable[[PageContext], T]) -> Callable[[PageContext], T]:
    """For a function that finds something of the whole ledger: it is found once in a context, then reused."""

    @wraps(make)
    def reused(context: PageContext) -> T:
        if make not in context.components:
            context.components[make] = make(context)
        component: T = context.components[make]
        return component

    return reused


def made_once(make: Callable[[PageContext, R], T]) -> Callable[[PageContext, R], T]:
    """For a function that makes a component which many pages show: each is made once in a context, then reused."""

    @wraps(make)
    def reused(context: PageContext, record: R) -> T:
        key = (make, record.id)
        try:
            component: T = context.components[key]
        except KeyError:
            component = context.components[key] = make(context, record)
        return component

    return reused
