"""What the ledger lacks and doubts: coverage, notes, figures that no document gives, words, provisional figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.language import page_words
from generator.ledger.contract import TableSpec
from generator.ledger.enums import Measure, State, Status, Validity
from generator.ledger.records import Document, Evidence, Observation, Target
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.views import Figure, Ref, StateLine, Unit

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


class Told(NamedTuple):
    """What the page shows of an indicator's figures."""

    figures: Share
    """How many there are, and have passage and fingerprint."""
    notes: tuple[tuple[Figure, ...], tuple[Figure, ...]]
    """Targets and results with a note."""
    words: tuple[tuple[Figure, ...], tuple[Figure, ...]]
    """Those in words where a number is measured."""
    provisional: tuple[Figure, ...]
    wanted: tuple[tuple[Figure, StateLine], ...]
    """Targets without a figure of their time, and where they stand."""


@dataclass(frozen=True)
class Quality:
    """Makes the view of the page."""

    components: ComponentBuilder
    documents: TableSpec
    """The contract's table of documents: its titles name what is missing."""

    @property
    def index(self) -> LedgerIndex:
        return self.components.index

    def view(self) -> QualityView:
        """All parts."""
        told = self._every()
        statuses = [self.components.statuses.of(t) for t in self.index.ledger.targets]
        wanted = {id_: one.wanted for id_, one in told.items() if one.wanted}
        return QualityView(
            plans=tuple(self._coverage(told)),
            own=_share(s.disclosed for s in statuses if s.target.organization),
            documents=tuple(self._gaps(d) for d in self.index.ledger.documents),
            notes=tuple(g for g in self._notes(told) if g.lines),
            wanted=sum(map(len, wanted.values())),
            overdue=sum(_overdue(state) for own in wanted.values() for _, state in own),
            units=tuple(self._by_unit(wanted)),
            words=tuple(figure for kind in (0, 1) for one in told.values() for figure in one.words[kind]),
            provisional=tuple(figure for one in told.values() for figure in one.provisional),
        )

    def _every(self) -> dict[str, Told]:
        """What is told of every indicator."""
        return {i.id: self._told(i.id) for i in self.index.ledger.indicators}

    def _told(self, id_: str) -> Told:
        index, lines = self.index, self.components
        targets, results = index.targets_of.get(id_, []), index.observations_of.get(id_, [])
        measured = index.indicators[id_].measure not in OF_WORDS
        return Told(
            figures=_share(map(_proved, (*targets, *results))),
            notes=self._both(targets, results, lambda record: bool(record.note)),
            words=self._both(targets, results, lambda record: measured and record.value is None),
            provisional=tuple(lines.result(o) for o in results if o.status is not Status.FINAL),
            wanted=tuple(
                (lines.target(t), lines.state(lines.statuses.of(t))) for t in targets if lines.statuses.of(t).wanting
            ),
        )

    def _both(
        self, targets: list[Target], results: list[Observation], holds: Callable[[Target | Observation], bool]
    ) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
        """The targets and the results of which something holds."""
        lines = self.components
        return tuple(map(lines.target, filter(holds, targets))), tuple(map(lines.result, filter(holds, results)))

    # -- coverage

    def _coverage(self, told: dict[str, Told]) -> Iterator[PlanCoverage]:
        tasks: dict[str, list[tuple[bool, bool]]] = {}
        for task in self.index.ledger.tasks:
            reported = bool(self.index.reports_of_task(task.id))
            tasks.setdefault(task.plan, []).append((reported, _proved(task)))
        proved, figures = Counter[str](), Counter[str]()
        for id_, one in told.items():
            plan = self.index.indicators[id_].plan
            proved[plan] += one.figures.done
            figures[plan] += one.figures.total
        for record in self.index.ledger.plans:
            own = tasks.get(record.id, [])
            yield PlanCoverage(
                plan=record.title,
                targets=_share(status.disclosed for status in self.components.statuses.of_plan(record.id)),
                tasks=_share(reported for reported, _ in own),
                proved_tasks=_share(known for _, known in own),
                proved_figures=Share(proved[record.id], figures[record.id]),
            )

    def _gaps(self, document: Document) -> DocumentGaps:
        missing = [name for name in PUBLIC if getattr(document, name) is None]
        if document.validity is Validity.NOT_SAID:
            missing.append("validity")
        titles = self.documents.by_name
        return DocumentGaps(self.components.document(document.id), tuple(titles[name].title for name in missing))

    # -- notes

    def _notes(self, told: dict[str, Told]) -> Iterator[NoteGroup]:
        tables, lines = self.index.ledger, self.components
        for name in ("note", "definition"):
            found = ((i, getattr(i, name)) for i in tables.indicators)
            own = (NoteLine(lines.indicator(i), "", text) for i, text in found if text)
            yield NoteGroup(f"notes-{name}", page_words.NOTES[name], tuple(own))
        for kind, name in enumerate(("targets", "results")):
            noted = (figure for one in told.values() for figure in one.notes[kind])
            yield NoteGroup(f"notes-{name}", page_words.NOTES[name], tuple(map(_note, noted)))
        units = (NoteLine(lines.organization(o.id), "", o.note) for o in tables.organizations if o.note)
        yield NoteGroup("notes-units", page_words.NOTES["units"], tuple(units))

    # -- what is not disclosed

    def _by_unit(self, wanted: dict[str, tuple[tuple[Figure, StateLine], ...]]) -> Iterator[UnitWanted]:
        found: dict[str | None, list[Wanted]] = {}
        for id_, own in wanted.items():
            leads = self.index.leads(self.index.indicators[id_].task)
            named: list[str | None] = [a.organization for a in leads]
            for lead in named or [None]:
                others = tuple(self.components.unit(a) for a in leads if a.organization != lead)
                found.setdefault(lead, []).extend(Wanted(*one, others) for one in own)
        for lead in (*(o.id for o in self.index.ledger.organizations), None):
            if lines := found.get(lead):
                yield self._unit(lead, lines)

    def _unit(self, id_: str | None, own: list[Wanted]) -> UnitWanted:
        lines = tuple(sorted(own, key=lambda one: not _overdue(one.state)))
        overdue = sum(_overdue(one.state) for one in own)
        if id_ is None:
            return UnitWanted("no-unit", None, overdue, lines)
        return UnitWanted(f"unit-{id_}", self.components.organization(id_), overdue, lines)


def _share(found: Iterable[bool]) -> Share:
    every = list(found)
    return Share(sum(every), len(every))


def _proved(record: Evidence) -> bool:
    return bool(record.passage and record.fingerprint)


def _overdue(state: StateLine) -> bool:
    return state.state == State.OVERDUE


def _note(figure: Figure) -> NoteLine:
    """The note of a figure, on the page of its indicator."""
    place = figure.organization.title if figure.organization else ""
    return NoteLine(figure.indicator, f"{figure.period}{figure.kind} {place}".strip(), figure.note or "")
