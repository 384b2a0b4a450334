"""Everything that the ledger knows of an indicator: targets and where they stand, observations, who is responsible."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from generator.analysis.charts.chart_content import ChartContent, chart_content
from generator.analysis.facts.breakdown import Breakdown, breakdown
from generator.analysis.ledger_index import Duty, LedgerIndex
from generator.analysis.record_dates import RecordDates, record_dates
from generator.analysis.target_status import StatusIndex, TargetStatus, observation_of
from generator.history.change_index import DatedChange
from generator.ledger.enums import Basis, Measure, Relation, State
from generator.ledger.office_records import ObservationRemark
from generator.ledger.periods import time_of
from generator.ledger.records import Indicator, Observation, Plan, Report, Section, Target, Task


class Computation(Enum):
    """How a figure was computed of several observations."""

    SUM = "sum"
    SUM_OF_KNOWN = "sum of known"
    MEAN_GROWTH = "mean growth"
    CHANGE = "change"


class ComputedFigure(NamedTuple):
    """A figure that was computed of several observations, and that is held against the target."""

    how: Computation
    start: int
    end: int
    value: Decimal
    falls: bool = False
    """Of a change: whether a fall is wanted, so that a positive value is one."""


class RelatedIndicator(NamedTuple):
    """An indicator that looks like another and is not the same, with its figures for the whole place."""

    record: Indicator
    relation: Relation
    is_subject: bool
    """Whether the relation is said of it; otherwise it is said of the indicator whose facts these are."""
    reason: str
    targets: list[Target]
    observations: list[Observation]


class OwnVerdict(NamedTuple):
    """What a document itself says of an indicator: it stands beside the state, and neither changes the other."""

    report: Report
    verdict: str
    """Its words, where it gives a verdict beside the state of the report; else empty."""


class IndicatorSummary(NamedTuple):
    """What a row of a list says of an indicator."""

    record: Indicator
    targets: list[Target]
    """For the whole place."""
    main: TargetStatus | None
    """Where it stands for the whole place; None where it has no target."""
    newest: Observation | None
    """The newest observation for the whole place."""
    level: Observation | None
    """Of a growth without a figure: a level that does not tell it."""
    report: Report | None
    """The newest report on the indicator itself."""
    disclosed: bool
    """Whether one of its targets is answered, or there is any observation where it has no target."""
    leads: list[Duty]
    area: Section
    """The heading by which lists group it."""


class IndicatorFacts(NamedTuple):
    """Everything that the ledger knows of an indicator."""

    record: Indicator
    plan: Plan
    trail: list[Section]
    """The headings above it, the highest first."""
    task: Task | None
    duties: list[Duty]
    """Who is responsible, in which role: as named for it, else for its task."""
    own_duties: bool
    """Whether its document names somebody for it and not for its task."""
    replaced_by: Indicator | None
    statuses: list[TargetStatus]
    """Its targets and where they stand, those of the whole place first."""
    main: TargetStatus | None
    """Where it stands for the whole place; None where it has no target."""
    observations: list[Observation]
    levels: list[Observation]
    """Levels of another indicator that the assessment of a growth rests on."""
    computed: ComputedFigure | None
    """What answers the main target where it was computed of several observations."""
    answer: Observation | None
    """What answers the main target otherwise: the last that the assessment rests on, else the newest."""
    disclosed: bool
    """Whether one of its targets is answered, or there is any observation where it has no target."""
    breakdown: Breakdown | None
    """What organisations have of it; None where none has anything of its own."""
    related: list[RelatedIndicator]
    verdicts: list[OwnVerdict]
    """What documents say of it themselves, the oldest first."""
    reports: list[Report]
    """On its task."""
    remarks: list[ObservationRemark]
    """On its results."""
    documents: list[str]
    """The documents of its targets, then those of its observations."""
    dates: RecordDates
    changes: list[DatedChange]
    """The last changes of it, the newest first."""


def indicator_facts(index: LedgerIndex, statuses: StatusIndex, id_: str) -> IndicatorFacts:
    """Everything that the ledger knows of an indicator."""
    record = index.indicators[id_]
    own = statuses.of_indicator(id_)
    main = statuses.main(id_)
    observations = index.observations_of.get(id_, [])
    computed = _computed(main) if main else None
    documents = list(dict.fromkeys(one.document for one in (*(s.target for s in own), *observations)))
    return IndicatorFacts(
        record=record,
        plan=index.plans[record.plan],
        trail=index.trail(record.section),
        task=index.tasks.get(record.task or ""),
        duties=index.duties_of_indicator(record),
        own_duties=id_ in index.assignments_of_indicator,
        replaced_by=index.indicators.get(record.replaced_by or ""),
        statuses=own,
        main=main,
        observations=observations,
        levels=levels_of_growth(index, main),
        computed=computed,
        answer=None if computed else _deciding(index, main) or index.newest(id_),
        disclosed=_disclosed(own, observations),
        breakdown=breakdown(index, statuses, record),
        related=_related(index, id_),
        verdicts=_verdicts(index, id_),
        reports=index.reports_of_task(record.task),
        remarks=[remark for o in observations for remark in index.remarks_of_observation.get(o.id, ())],
        documents=documents,
        dates=record_dates(index, "indicators", id_, documents),
        changes=index.changes.recent([f"indicators/{id_}"]),
    )


def indicator_summary(index: LedgerIndex, statuses: StatusIndex, id_: str) -> IndicatorSummary:
    """What a row of a list says of an indicator."""
    record = index.indicators[id_]
    targets = index.targets_of.get(id_, [])
    main = statuses.main(id_)
    levels = levels_of_growth(index, main)
    disclosed = map(statuses.is_disclosed, targets)  # the first one says it for nearly all
    return IndicatorSummary(
        record=record,
        targets=[target for target in targets if target.organization is None],
        main=main,
        newest=index.newest(id_),
        level=levels[-1] if main and levels and main.assessment.total is None else None,
        report=max(index.reports_of_indicator(id_), key=lambda report: time_of(report.period)[:2], default=None),
        disclosed=any(disclosed) if targets else bool(index.observations_of.get(id_)),
        leads=index.leads_of_indicator(record),
        area=index.area(record.section),
    )


def levels_of_growth(index: LedgerIndex, main: TargetStatus | None) -> list[Observation]:
    """Levels of another indicator that the assessment of a growth rests on: they are no figures of the growth."""
    if main is None or main.spec.measure is not Measure.ANNUAL_GROWTH:
        return []
    used = (observation_of(index, figure) for figure in main.assessment.used)
    return [o for o in used if o and o.indicator != main.target.indicator]


def indicator_chart(statuses: list[TargetStatus], main: TargetStatus | None) -> ChartContent | None:
    """The chart of an indicator's main target over its years, with the targets of single years."""
    if main is None:
        return None
    annual = [
        (target.start_year, target.value)
        for target in (status.target for status in statuses if status is not main)
        if target.organization is None and target.start_year == target.end_year and target.value is not None
        if target.tier == main.target.tier and not target.replaced_by
    ]
    return chart_content(main.spec, main.assessment, main.figures, annual, main.assessment.as_of)


def _disclosed(statuses: list[TargetStatus], observations: list[Observation]) -> bool:
    """Whether a target has a figure of its time; of targets that have all ended nothing is missed."""
    if not statuses:
        return bool(observations)
    running = [status for status in statuses if status.state is not State.ENDED]
    return any(status.disclosed for status in running) or not running


def _computed(main: TargetStatus) -> ComputedFigure | None:
    """What the assessment computed of several observations, where that is what is held against the target."""
    assessment, spec = main.assessment, main.spec
    if assessment.total is None or not assessment.used:
        return None
    first, last = assessment.used[0], assessment.used[-1]
    if spec.measure is Measure.CUMULATIVE and len(assessment.used) > 1:
        start = first.since if first.basis is Basis.SINCE and first.since else first.year
        how = Computation.SUM_OF_KNOWN if assessment.missing else Computation.SUM
        return ComputedFigure(how, start, last.year, assessment.total)
    if spec.measure is Measure.ANNUAL_GROWTH and (assessment.base or len(assessment.used) > 1):
        return ComputedFigure(Computation.MEAN_GROWTH, spec.start, last.year, assessment.total)
    if spec.measure is Measure.CHANGE and len(assessment.used) > 1:
        return ComputedFigure(Computation.CHANGE, first.year, last.year, assessment.total, spec.falls)
    return None


def _deciding(index: LedgerIndex, main: TargetStatus | None) -> Observation | None:
    """The indicator's own observation behind the last figure that an assessment rests on."""
    found = observation_of(index, main.assessment.used[-1]) if main and main.assessment.used else None
    return found if main and found and found.indicator == main.target.indicator else None


def _verdicts(index: LedgerIndex, id_: str) -> list[OwnVerdict]:
    links = [OwnVerdict(index.reports[link.report], link.verdict or "") for link in index.verdicts_of.get(id_, ())]
    return sorted(links, key=lambda one: time_of(one.report.period))


def _related(index: LedgerIndex, id_: str) -> list[RelatedIndicator]:
    """Related indicators both ways."""
    return [
        RelatedIndicator(
            record=index.indicators[other],
            relation=link.relation,
            is_subject=is_subject,
            reason=link.reason,
            targets=[t for t in index.targets_of.get(other, ()) if t.organization is None],
            observations=[o for o in index.observations_of.get(other, ()) if o.organization is None],
        )
        for other, link, is_subject in index.related(id_)
    ]
