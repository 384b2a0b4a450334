"""What the ledger lacks and doubts: coverage, notes, figures that no document gives, words, provisional figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import not_
from typing import NamedTuple, TypeVar

from generator import terms
from generator.contract import TableSpec
from generator.derive import Book
from generator.enums import Measure, State, Status, Validity
from generator.lines import Lines
from generator.lookup import Table
from generator.model import Assignment, Document, Evidence, Observation, Target
from generator.standing import Standing
from generator.views import Figure, Ref, StateLine, Unit

F = TypeVar("F", Target, Observation)
PUBLIC = ("index_number", "topic", "doc_number", "drafted_on", "published_on", "signed_on", "disclosure", "url")
"""Fields of the public-information header that every document should have."""
OF_WORDS = (Measure.MILESTONE, Measure.QUALITATIVE)
"""Measures whose targets are words by their nature."""


class Share(NamedTuple):
    """So many of so many."""

    done: int
    total: int


class PlanCoverage(NamedTuple):
    """What is disclosed and proved of a plan."""

    plan: str
    targets: Share
    tasks: Share
    """Tasks that a report names."""
    proved_tasks: Share
    """Tasks with passage and fingerprint."""
    proved_figures: Share
    """Targets and results of the plan's indicators with passage and fingerprint."""


class DocumentGaps(NamedTuple):
    """A document and the titles of its empty public-information fields."""

    ref: Ref
    missing: tuple[str, ...]


class NoteLine(NamedTuple):
    """A note, the page on which it stands, and which of the page's figures it is about."""

    ref: Ref
    about: str
    text: str


class NoteGroup(NamedTuple):
    """Notes of one kind."""

    anchor: str
    title: str
    lines: tuple[NoteLine, ...]


class Wanted(NamedTuple):
    """A target without a figure of its time; ``others`` are the further leads of a shared task."""

    figure: Figure
    state: StateLine
    others: tuple[Unit, ...]


class UnitWanted(NamedTuple):
    """The targets without figures that a unit leads, the overdue ones first; without a unit: that nobody is named."""

    anchor: str
    ref: Ref | None
    overdue: int
    lines: tuple[Wanted, ...]


class QualityView(NamedTuple):
    """The page of data quality."""

    plans: tuple[PlanCoverage, ...]
    own: Share
    """Targets of single organisations, which are in no plan's count."""
    documents: tuple[DocumentGaps, ...]
    notes: tuple[NoteGroup, ...]
    wanted: int
    overdue: int
    units: tuple[UnitWanted, ...]
    words: tuple[Figure, ...]
    """Figures in words where a number is measured."""
    provisional: tuple[Figure, ...]


@dataclass(frozen=True)
class Quality:
    """Makes the view of the page; each table is gone through a fixed number of times."""

    lines: Lines
    documents: TableSpec
    """The contract's table of documents: its titles name what is missing."""

    @property
    def book(self) -> Book:
        return self.lines.book

    def view(self) -> QualityView:
        """All parts."""
        standings = [(t, self.lines.standings.brief(t)) for t in self.book.tables["targets"]]
        wanted = [self.lines.standings.of(t) for t, brief in standings if brief.wanting]
        observations: Table[Observation] = self.book.tables["observations"]
        return QualityView(
            plans=tuple(self._coverage()),
            own=_share(brief.disclosed for t, brief in standings if t.organization),
            documents=tuple(self._gaps(d) for d in self.book.tables["documents"]),
            notes=tuple(g for g in self._notes() if g.lines),
            wanted=len(wanted),
            overdue=sum(map(_overdue, wanted)),
            units=tuple(self._by_unit(wanted)),
            words=tuple(self._words()),
            provisional=tuple(map(self.lines.result, observations.where("status", Status.FINAL.__ne__))),
        )

    # -- coverage

    def _coverage(self) -> Iterator[PlanCoverage]:
        tasks: dict[str, list[tuple[bool, bool]]] = {}
        for task in self.book.tables["tasks"]:
            reported = bool(self.book.reports_of_task(task.id))
            tasks.setdefault(task.plan, []).append((reported, _proved(task)))
        proved, figures = self._proved_figures()
        for plan in self.book.tables["plans"]:
            own = tasks.get(plan.id, [])
            yield PlanCoverage(
                plan=plan.title,
                targets=_share(brief.disclosed for brief in self.lines.standings.of_plan(plan.id)),
                tasks=_share(reported for reported, _ in own),
                proved_tasks=_share(known for _, known in own),
                proved_figures=Share(proved[plan.id], figures[plan.id]),
            )

    def _proved_figures(self) -> tuple[Counter[str], Counter[str]]:
        """How many figures each plan has with passage and fingerprint, and how many at all."""
        proved, figures = Counter[str](), Counter[str]()
        for name in ("targets", "observations"):
            told = self.book.tables[name].told("indicator", "passage", "fingerprint")
            counts = Counter((indicator, bool(passage and mark)) for indicator, passage, mark in told)
            for (indicator, known), count in counts.items():
                plan = self.book.indicators[indicator].plan
                figures[plan] += count
                proved[plan] += count if known else 0
        return proved, figures

    def _gaps(self, document: Document) -> DocumentGaps:
        missing = [name for name in PUBLIC if getattr(document, name) is None]
        if document.validity is Validity.NOT_SAID:
            missing.append("validity")
        titles = self.documents.by_name
        return DocumentGaps(self.lines.document(document.id), tuple(titles[name].title for name in missing))

    # -- notes

    def _notes(self) -> Iterator[NoteGroup]:
        tables, lines = self.book.tables, self.lines
        for name in ("note", "definition"):
            found = ((i, getattr(i, name)) for i in tables["indicators"])
            own = (NoteLine(lines.indicator(i), "", text) for i, text in found if text)
            yield NoteGroup(f"notes-{name}", terms.NOTES[name], tuple(own))
        yield NoteGroup("notes-targets", terms.NOTES["targets"], tuple(_figures(tables["targets"], lines.target)))
        yield NoteGroup("notes-results", terms.NOTES["results"], tuple(_figures(tables["observations"], lines.result)))
        units = (NoteLine(lines.organization(o.id), "", o.note) for o in tables["organizations"] if o.note)
        yield NoteGroup("notes-units", terms.NOTES["units"], tuple(units))

    # -- what is not disclosed

    def _by_unit(self, wanted: Iterable[Standing]) -> Iterator[UnitWanted]:
        found: dict[str | None, list[Standing]] = {}
        for standing in wanted:
            leads: list[str | None] = [lead.organization for lead in self._leads(standing.target)]
            for lead in leads or [None]:
                found.setdefault(lead, []).append(standing)
        for id_ in (*(o.id for o in self.book.tables["organizations"]), None):
            if own := found.get(id_):
                yield self._unit(id_, own)

    def _unit(self, id_: str | None, own: list[Standing]) -> UnitWanted:
        overdue = [s for s in own if _overdue(s)]
        rest = [s for s in own if not _overdue(s)]
        lines = tuple(self._wanted(id_, s) for s in (*overdue, *rest))
        if id_ is None:
            return UnitWanted("no-unit", None, len(overdue), lines)
        return UnitWanted(f"unit-{id_}", self.lines.organization(id_), len(overdue), lines)

    def _wanted(self, id_: str | None, standing: Standing) -> Wanted:
        others = tuple(self.lines.unit(a) for a in self._leads(standing.target) if a.organization != id_)
        return Wanted(self.lines.target(standing.target), self.lines.state(standing), others)

    def _leads(self, target: Target) -> list[Assignment]:
        return self.book.leads(self.book.indicators[target.indicator].task)

    # -- what is no final number

    def _words(self) -> Iterator[Figure]:
        for name, figure in (("targets", self.lines.target), ("observations", self.lines.result)):
            for record in self.book.tables[name].where("value", not_):
                if self.book.indicators[record.indicator].measure not in OF_WORDS:
                    yield figure(record)


def _share(found: Iterable[bool]) -> Share:
    every = list(found)
    return Share(sum(every), len(every))


def _proved(record: Evidence) -> bool:
    return bool(record.passage and record.fingerprint)


def _overdue(standing: Standing) -> bool:
    return standing.verdict.state is State.OVERDUE


def _figures(table: Table[F], figure: Callable[[F], Figure]) -> Iterator[NoteLine]:
    """Notes of figures, each on the page of its indicator."""
    for record in table.where("note", bool):
        own = figure(record)
        place = own.organization.title if own.organization else ""
        yield NoteLine(own.indicator, f"{own.period}{own.kind} {place}".strip(), record.note or "")
