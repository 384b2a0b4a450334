"""What the ledger lacks and doubts: coverage, notes, figures that no document gives, words, provisional figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator import terms
from generator.contract import TableSpec
from generator.derive import Book
from generator.enums import Measure, State, Status, Validity
from generator.lines import Lines
from generator.model import Assignment, Document, Evidence, Observation, Target
from generator.standing import Standing
from generator.views import Figure, Ref, StateLine, Unit

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


TOLD = "told"
"""What is told of an indicator's figures is remembered under this."""


class Told(NamedTuple):
    """What the page tells of the targets or of the results of an indicator: how many, and the ids of some."""

    every: int
    proved: int
    """Those with passage and fingerprint."""
    noted: tuple[str, ...]
    words: tuple[str, ...]
    """Those in words where a number is measured."""
    provisional: tuple[str, ...]


@dataclass(frozen=True)
class Quality:
    """Makes the view of the page. It hangs on what it tells of each indicator, not on every figure."""

    lines: Lines
    documents: TableSpec
    """The contract's table of documents: its titles name what is missing."""

    def __post_init__(self) -> None:
        self.book.memory.teach(TOLD, self._told)

    @property
    def book(self) -> Book:
        return self.lines.book

    def view(self) -> QualityView:
        """All parts."""
        standings = [(t, self.lines.standings.brief(t)) for t in self.book.tables["targets"]]
        wanted = [self.lines.standings.of(t) for t, brief in standings if brief.wanting]
        return QualityView(
            plans=tuple(self._coverage()),
            own=_share(brief.disclosed for t, brief in standings if t.organization),
            documents=tuple(self._gaps(d) for d in self.book.tables["documents"]),
            notes=tuple(g for g in self._notes() if g.lines),
            wanted=len(wanted),
            overdue=sum(map(_overdue, wanted)),
            units=tuple(self._by_unit(wanted)),
            words=(*self._targets(lambda told: told.words), *self._results(lambda told: told.words)),
            provisional=tuple(self._results(lambda told: told.provisional)),
        )

    # -- figures, by indicator

    def _told(self, indicator: str) -> tuple[tuple[object, ...], tuple[object, ...]]:
        """Of an indicator's targets, and of its results, as plain data."""
        of_words = self.book.indicators[indicator].measure in OF_WORDS
        targets, results = self.book.targets_of.get(indicator), self.book.observations_of.get(indicator)
        provisional = tuple(o.id for o in results if o.status is not Status.FINAL)
        return tuple(_told(targets, of_words, ())), tuple(_told(results, of_words, provisional))

    @cached_property
    def _figures(self) -> dict[str, tuple[Told, Told]]:
        recall = self.book.memory.recall
        found = ((id_, recall(TOLD, id_)) for (id_,) in self.book.tables["indicators"].told("id"))
        return {id_: (Told(*targets), Told(*results)) for id_, (targets, results) in found}

    def _targets(self, which: Callable[[Told], tuple[str, ...]]) -> Iterator[Figure]:
        for id_, (told, _) in self._figures.items():
            if ids := which(told):
                yield from (self.lines.target(t) for t in self.book.targets_of.get(id_) if t.id in ids)

    def _results(self, which: Callable[[Told], tuple[str, ...]]) -> Iterator[Figure]:
        for id_, (_, told) in self._figures.items():
            if ids := which(told):
                yield from (self.lines.result(o) for o in self.book.observations_of.get(id_) if o.id in ids)

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
        for id_, told in self._figures.items():
            plan = self.book.indicators[id_].plan
            figures[plan] += sum(one.every for one in told)
            proved[plan] += sum(one.proved for one in told)
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
        for name, figures in (("targets", self._targets), ("results", self._results)):
            yield NoteGroup(f"notes-{name}", terms.NOTES[name], tuple(map(_note, figures(lambda told: told.noted))))
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


def _share(found: Iterable[bool]) -> Share:
    every = list(found)
    return Share(sum(every), len(every))


def _proved(record: Evidence) -> bool:
    return bool(record.passage and record.fingerprint)


def _overdue(standing: Standing) -> bool:
    return standing.verdict.state is State.OVERDUE


def _told(records: Iterable[Target | Observation], of_words: bool, provisional: tuple[str, ...]) -> Told:
    every = list(records)
    return Told(
        every=len(every),
        proved=sum(map(_proved, every)),
        noted=tuple(r.id for r in every if r.note),
        words=() if of_words else tuple(r.id for r in every if r.value is None),
        provisional=provisional,
    )


def _note(figure: Figure) -> NoteLine:
    """The note of a figure, on the page of its indicator."""
    place = figure.organization.title if figure.organization else ""
    return NoteLine(figure.indicator, f"{figure.period}{figure.kind} {place}".strip(), figure.note or "")
