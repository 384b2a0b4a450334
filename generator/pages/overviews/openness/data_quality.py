"""The page of data quality: coverage, notes, figures that no document gives, figures in words, provisional figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.analysis.target_status import TargetStatus
from generator.language import page_words
from generator.ledger.enums import Measure, State, Status, Validity
from generator.ledger.records import Document, Evidence, Observation, Target
from generator.pages.components.figures import Figure, figure_of, observation_figure, target_figure
from generator.pages.components.references import (
    AssignedUnit,
    Ref,
    assigned_unit,
    document_ref,
    indicator_ref,
    organization_ref,
)
from generator.pages.components.states import StatusView, status_view
from generator.pages.components.units.requests import request_ref
from generator.pages.context import PageContext
from generator.pages.page import index_kind

PUBLIC = ("index_number", "topic", "doc_number", "drafted_on", "published_on", "signed_on", "disclosure", "url")
"""Fields of the public-information header that every document should have."""
MOST_TARGETS = 500
"""Rows of targets without figures that the page lists; where there are more, each unit has one row."""
MOST_FIGURES = 100
"""Figures of a kind that the page lists; all stand on the pages of their indicators."""
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
    """Targets and observations of the plan's indicators with passage and fingerprint."""


class DocumentGaps(NamedTuple):
    """A document and the titles of its empty public-information fields."""

    ref: Ref
    missing: tuple[str, ...]


class NoteRow(NamedTuple):
    """A note, the page on which it stands, and which of the page's figures it is about."""

    ref: Ref
    about: str
    text: str


class NoteGroup(NamedTuple):
    """Notes of one kind."""

    anchor: str
    title: str
    notes: tuple[NoteRow, ...]


class UndisclosedTarget(NamedTuple):
    """A target without a figure of its time; ``others`` are the further leads of a shared task."""

    figure: Figure
    status: StatusView
    others: tuple[AssignedUnit, ...]


class UndisclosedOfUnit(NamedTuple):
    """The targets without figures that a unit leads; ``ref`` is None where no unit is named."""

    anchor: str
    ref: Ref | None
    request: str
    """Where the request about them stands, ready to be copied."""
    total: int
    overdue: int
    targets: tuple[UndisclosedTarget, ...]
    """They themselves, the overdue ones first; empty where the page would be too long."""


class SomeFigures(NamedTuple):
    """Figures of a kind, or the first of them."""

    total: int
    listed: tuple[Figure, ...]


class QualityView(NamedTuple):
    """What the page shows."""

    proved: Share
    """Tasks and figures with passage and fingerprint."""
    noted: int
    """How many notes there are."""
    plans: tuple[PlanCoverage, ...]
    own: Share
    """Targets of single organisations, which are in no plan's count."""
    documents: tuple[DocumentGaps, ...]
    notes: tuple[NoteGroup, ...]
    undisclosed: int
    """How many targets are without figures, each counted once."""
    overdue: int
    midway: int
    """How many of them have figures of a part of their time; other pages count these as told of."""
    units: tuple[UndisclosedOfUnit, ...]
    words: SomeFigures
    """Figures in words where a number is measured."""
    provisional: SomeFigures

    @property
    def lists_targets(self) -> bool:
        """Whether the page has each target that is not disclosed, and not the units alone."""
        return any(unit.targets for unit in self.units)


class Figures(NamedTuple):
    """All targets and observations, indicator by indicator."""

    targets: list[Target]
    observations: list[Observation]

    @property
    def both(self) -> list[Target | Observation]:
        """All of them, targets first."""
        return [*self.targets, *self.observations]


def quality_view(context: PageContext) -> QualityView:
    """What the page shows."""
    index, statuses = context.index, context.statuses
    indicators = index.ledger.indicators
    targets = [target for i in indicators for target in index.targets_of.get(i.id, ())]
    observations = [observation for i in indicators for observation in index.observations_of.get(i.id, ())]
    figures = Figures(targets, observations)
    undisclosed = [status for status in map(statuses.of, targets) if status.wanting]
    notes = tuple(group for group in _notes(context, figures) if group.notes)
    plans = tuple(_coverage(context, figures))
    return QualityView(
        proved=_sum(share for plan in plans for share in (plan.proved_tasks, plan.proved_figures)),
        noted=sum(len(group.notes) for group in notes),
        plans=plans,
        own=_share(statuses.of(target).disclosed for target in targets if target.organization),
        documents=tuple(_gaps(context, document) for document in index.ledger.documents),
        notes=notes,
        undisclosed=len(undisclosed),
        overdue=sum(map(_overdue, undisclosed)),
        midway=sum(status.disclosed for status in undisclosed),
        units=tuple(_by_unit(context, undisclosed)),
        words=_some(context, [one for one in figures.both if _in_words(context, one)]),
        provisional=_some(context, [one for one in observations if one.status is not Status.FINAL]),
    )


def _some(context: PageContext, records: Sequence[Target | Observation]) -> SomeFigures:
    return SomeFigures(len(records), tuple(figure_of(context, one) for one in records[:MOST_FIGURES]))


def _in_words(context: PageContext, record: Target | Observation) -> bool:
    """Whether a figure is words although a number is measured."""
    return record.value is None and context.index.indicators[record.indicator].measure not in OF_WORDS


# -- coverage


def _coverage(context: PageContext, figures: Figures) -> Iterator[PlanCoverage]:
    index = context.index
    proved, total = Counter[str](), Counter[str]()
    for record in figures.both:
        plan = index.indicators[record.indicator].plan
        proved[plan] += _proved(record)
        total[plan] += 1
    for one in index.ledger.plans:
        tasks = index.tasks_of_plan.get(one.id, ())
        yield PlanCoverage(
            plan=one.title,
            targets=_share(status.disclosed for status in context.statuses.of_plan(one.id)),
            tasks=_share(bool(index.reports_of_task(task.id)) for task in tasks),
            proved_tasks=_share(map(_proved, tasks)),
            proved_figures=Share(proved[one.id], total[one.id]),
        )


def _gaps(context: PageContext, document: Document) -> DocumentGaps:
    missing = [name for name in PUBLIC if getattr(document, name) is None]
    if document.validity is Validity.NOT_SAID:
        missing.append("validity")
    columns = context.contract.tables["documents"].by_name
    return DocumentGaps(document_ref(document), tuple(columns[name].title for name in missing))


def _proved(record: Evidence) -> bool:
    return bool(record.passage and record.fingerprint)


def _share(flags: Iterable[bool]) -> Share:
    """How many of some flags are set."""
    every = list(flags)
    return Share(sum(every), len(every))


def _sum(shares: Iterable[Share]) -> Share:
    """Shares of different things together."""
    every = list(shares)
    return Share(sum(share.done for share in every), sum(share.total for share in every))


# -- notes


def _notes(context: PageContext, figures: Figures) -> Iterator[NoteGroup]:
    ledger = context.index.ledger
    for name in ("note", "definition"):
        texts = ((indicator, getattr(indicator, name)) for indicator in ledger.indicators)
        yield _note_group(name, (NoteRow(indicator_ref(one), "", text) for one, text in texts if text))
    yield _note_group("targets", (_note(target_figure(context, t)) for t in figures.targets if t.note))
    yield _note_group("results", (_note(observation_figure(context, o)) for o in figures.observations if o.note))
    yield _note_group("units", (NoteRow(organization_ref(o), "", o.note) for o in ledger.organizations if o.note))


def _note_group(name: str, notes: Iterable[NoteRow]) -> NoteGroup:
    return NoteGroup(f"notes-{name}", page_words.NOTES[name], tuple(notes))


def _note(figure: Figure) -> NoteRow:
    """The note of a figure, on the page of its indicator."""
    place = figure.organization.title if figure.organization else ""
    return NoteRow(figure.indicator, f"{figure.period}{figure.kind} {place}".strip(), figure.note or "")


# -- what is not disclosed


def _by_unit(context: PageContext, undisclosed: list[TargetStatus]) -> Iterator[UndisclosedOfUnit]:
    """The targets by the units that lead, in the order of the ledger, then those for which no unit is named."""
    index = context.index
    by_lead: dict[str | None, list[TargetStatus]] = {}
    for status in sorted(undisclosed, key=lambda status: not _overdue(status)):
        leads = index.leads_of_indicator(index.indicators[status.target.indicator])
        named: list[str | None] = [assignment.organization for assignment in leads]
        for lead in named or [None]:
            by_lead.setdefault(lead, []).append(status)
    listed = sum(map(len, by_lead.values())) <= MOST_TARGETS
    for unit in (*index.ledger.organizations, None):
        id_ = unit.id if unit else None
        if statuses := by_lead.get(id_):
            yield UndisclosedOfUnit(
                anchor=f"unit-{id_}" if id_ else "no-unit",
                ref=organization_ref(unit) if unit else None,
                request=request_ref(unit).path,
                total=len(statuses),
                overdue=sum(map(_overdue, statuses)),
                targets=tuple(_target(context, status, id_) for status in statuses if listed),
            )


def _target(context: PageContext, status: TargetStatus, lead: str | None) -> UndisclosedTarget:
    leads = context.index.leads_of_indicator(context.index.indicators[status.target.indicator])
    others = tuple(assigned_unit(context, one) for one in leads if one.organization != lead)
    return UndisclosedTarget(target_figure(context, status.target), status_view(context, status), others)


def _overdue(status: TargetStatus) -> bool:
    return status.state is State.OVERDUE


KINDS = (
    index_kind(
        "quality",
        quality_view,
        template="overviews/openness/data_quality.html",
        order=170,
        map_order=130,
        above=("gaps",),
    ),
)
