"""What the ledger lacks and doubts: coverage, notes, figures that no document gives, words, provisional figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.language import page_words
from generator.ledger.enums import Measure, State, Status, Validity
from generator.ledger.records import Document, Evidence, Observation, Target
from generator.pages.components.views import Figure, Ref, StateLine, Unit
from generator.pages.page import PageContext, index_kind

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
    """What the page shows."""

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


class IndicatorQuality(NamedTuple):
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


def quality_view(context: PageContext) -> QualityView:
    """What the page shows."""
    index, statuses = context.index, context.components.statuses
    indicators = {i.id: _indicator(context, i.id) for i in index.ledger.indicators}
    wanted = {id_: one.wanted for id_, one in indicators.items() if one.wanted}
    of_organizations = (statuses.of(t).disclosed for t in index.ledger.targets if t.organization)
    return QualityView(
        plans=tuple(_coverage(context, indicators)),
        own=_share(of_organizations),
        documents=tuple(_gaps(context, d) for d in index.ledger.documents),
        notes=tuple(g for g in _notes(context, indicators) if g.lines),
        wanted=sum(map(len, wanted.values())),
        overdue=sum(_overdue(state) for own in wanted.values() for _, state in own),
        units=tuple(_by_unit(context, wanted)),
        words=tuple(figure for kind in (0, 1) for one in indicators.values() for figure in one.words[kind]),
        provisional=tuple(figure for one in indicators.values() for figure in one.provisional),
    )


def _indicator(context: PageContext, id_: str) -> IndicatorQuality:
    components, index = context.components, context.index
    targets, results = index.targets_of.get(id_, []), index.observations_of.get(id_, [])
    measured = index.indicators[id_].measure not in OF_WORDS
    statuses = components.statuses.of_indicator(id_)
    return IndicatorQuality(
        figures=_share(map(_proved, (*targets, *results))),
        notes=_both(context, targets, results, lambda record: bool(record.note)),
        words=_both(context, targets, results, lambda record: measured and record.value is None),
        provisional=tuple(components.result(o) for o in results if o.status is not Status.FINAL),
        wanted=tuple((components.target(s.target), components.state(s)) for s in statuses if s.wanting),
    )


def _both(
    context: PageContext,
    targets: list[Target],
    results: list[Observation],
    holds: Callable[[Target | Observation], bool],
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The targets and the observations of which something holds."""
    components = context.components
    return tuple(map(components.target, filter(holds, targets))), tuple(map(components.result, filter(holds, results)))


# -- coverage


def _coverage(context: PageContext, indicators: dict[str, IndicatorQuality]) -> Iterator[PlanCoverage]:
    index = context.index
    tasks: dict[str, list[tuple[bool, bool]]] = {}
    for task in index.ledger.tasks:
        reported = bool(index.reports_of_task(task.id))
        tasks.setdefault(task.plan, []).append((reported, _proved(task)))
    proved, figures = Counter[str](), Counter[str]()
    for id_, one in indicators.items():
        plan = index.indicators[id_].plan
        proved[plan] += one.figures.done
        figures[plan] += one.figures.total
    for record in index.ledger.plans:
        own = tasks.get(record.id, [])
        yield PlanCoverage(
            plan=record.title,
            targets=_share(status.disclosed for status in context.components.statuses.of_plan(record.id)),
            tasks=_share(reported for reported, _ in own),
            proved_tasks=_share(known for _, known in own),
            proved_figures=Share(proved[record.id], figures[record.id]),
        )


def _gaps(context: PageContext, document: Document) -> DocumentGaps:
    missing = [name for name in PUBLIC if getattr(document, name) is None]
    if document.validity is Validity.NOT_SAID:
        missing.append("validity")
    columns = context.contract.tables["documents"].by_name
    return DocumentGaps(context.components.document(document.id), tuple(columns[name].title for name in missing))


# -- notes


def _notes(context: PageContext, indicators: dict[str, IndicatorQuality]) -> Iterator[NoteGroup]:
    ledger, components = context.index.ledger, context.components
    for name in ("note", "definition"):
        texts = ((i, getattr(i, name)) for i in ledger.indicators)
        own = (NoteLine(components.indicator(i), "", text) for i, text in texts if text)
        yield NoteGroup(f"notes-{name}", page_words.NOTES[name], tuple(own))
    for kind, name in enumerate(("targets", "results")):
        noted = (figure for one in indicators.values() for figure in one.notes[kind])
        yield NoteGroup(f"notes-{name}", page_words.NOTES[name], tuple(map(_note, noted)))
    units = (NoteLine(components.organization(o.id), "", o.note) for o in ledger.organizations if o.note)
    yield NoteGroup("notes-units", page_words.NOTES["units"], tuple(units))


# -- what is not disclosed


def _by_unit(context: PageContext, wanted: dict[str, tuple[tuple[Figure, StateLine], ...]]) -> Iterator[UnitWanted]:
    index = context.index
    lines: dict[str | None, list[Wanted]] = {}
    for id_, own in wanted.items():
        leads = index.leads(index.indicators[id_].task)
        named: list[str | None] = [a.organization for a in leads]
        for lead in named or [None]:
            others = tuple(context.components.unit(a) for a in leads if a.organization != lead)
            lines.setdefault(lead, []).extend(Wanted(*one, others) for one in own)
    for lead in (*(o.id for o in index.ledger.organizations), None):
        if lead in lines:
            yield _unit(context, lead, lines[lead])


def _unit(context: PageContext, id_: str | None, own: list[Wanted]) -> UnitWanted:
    lines = tuple(sorted(own, key=lambda one: not _overdue(one.state)))
    overdue = sum(_overdue(one.state) for one in own)
    if id_ is None:
        return UnitWanted("no-unit", None, overdue, lines)
    return UnitWanted(f"unit-{id_}", context.components.organization(id_), overdue, lines)


def _share(answers: Iterable[bool]) -> Share:
    every = list(answers)
    return Share(sum(every), len(every))


def _proved(record: Evidence) -> bool:
    return bool(record.passage and record.fingerprint)


def _overdue(state: StateLine) -> bool:
    return state.state == State.OVERDUE


def _note(figure: Figure) -> NoteLine:
    """The note of a figure, on the page of its indicator."""
    place = figure.organization.title if figure.organization else ""
    return NoteLine(figure.indicator, f"{figure.period}{figure.kind} {place}".strip(), figure.note or "")


KINDS = (
    index_kind(
        "quality",
        quality_view,
        template="overviews/openness/data_quality.html",
        order=170,
        map_order=130,
        above=("data",),
    ),
)
