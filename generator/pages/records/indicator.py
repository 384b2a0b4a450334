"""The page of an indicator: what was promised, what was reached, by whom, and where the figures come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis import state_explanation
from generator.analysis.facts.breakdown import is_broken_down
from generator.analysis.facts.indicator import (
    Computation,
    ComputedFigure,
    IndicatorFacts,
    OwnVerdict,
    RelatedIndicator,
    indicator_facts,
)
from generator.analysis.record_dates import RecordDates
from generator.analysis.target_status import TargetStatus
from generator.language import formatting, page_words
from generator.ledger.enums import Basis, Nature, Relation, Status
from generator.ledger.office_records import ObservationRemark
from generator.ledger.periods import time_of
from generator.ledger.records import Document, Indicator, Observation
from generator.pages.components.breakdown_table import BreakdownView, breakdown_view
from generator.pages.components.changes.recent_changes import RecentChangesView, recent_changes
from generator.pages.components.charts.chart_figure import chart_of, embed_code, render_chart
from generator.pages.components.duties.responsibility import Responsibility, responsibility
from generator.pages.components.feedback.answered import FeedbackRow, feedback_at_indicator
from generator.pages.components.figures import Figure, observation_figure, target_figure
from generator.pages.components.promises.admissions import AdmissionView, admission_view, apart
from generator.pages.components.promises.chain import ChainStep, chain_steps
from generator.pages.components.promises.clues import CluesView, clues_view
from generator.pages.components.promises.lead import lead_sentence
from generator.pages.components.promises.needed import Arithmetic, arithmetic
from generator.pages.components.references import (
    Ref,
    Source,
    indicator_ref,
    plan_ref,
    section_ref,
    task_ref,
)
from generator.pages.components.rows import RemarkRow, ReportRow, remark_row, report_row, standing_apart
from generator.pages.components.states import StatusView, status_view
from generator.pages.components.structured_data import page_address, share_tags, source_tags
from generator.pages.components.units.requests import RequestView, indicator_request
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref


class Headline(NamedTuple):
    """A figure with what it is: a word that is explained, and what stands before it and after it."""

    before: str
    word: str
    after: str
    text: str

    @property
    def label(self) -> str:
        """What the figure is, in one text."""
        return f"{self.before}{self.word}{self.after}"


class RelatedRow(NamedTuple):
    """A related indicator: how it relates, why the two are not compared, and its figures."""

    ref: Ref
    relation: str
    reason: str
    figures: tuple[str, ...]


class VerdictRow(NamedTuple):
    """What a document itself says of an indicator."""

    report: ReportRow
    verdict: str


class IndicatorView(NamedTuple):
    """What the page of an indicator shows."""

    record: Indicator
    measure: str
    plan: Ref
    task: Ref | None
    task_summary: str
    weight: str
    duty: Responsibility
    headlines: tuple[Headline, ...]
    """The plan's target and the figure that answers it: what a reader wants first."""
    lead: str
    """One sentence: what is known, held against what was promised."""
    admissions: tuple[AdmissionView, ...]
    """What documents themselves admit as missed."""
    period: str
    """The time of its plan's target."""
    apart: str
    """That the newest of these and our state are two things."""
    chain: tuple[ChainStep, ...]
    """The plan's target, the years, what is still needed."""
    arithmetic: Arithmetic | None
    """How what is still needed is computed."""
    clues: CluesView | None
    """What bears on it and does not count, where nothing is disclosed."""
    request: RequestView | None
    """What a reader can write to the unit in charge, where nothing is disclosed."""
    figures: tuple[Figure, ...]
    """Targets, then observations."""
    bases: tuple[str, ...]
    """Words by which some observations say that they count in an unusual way or are not final."""
    worded: bool
    """Whether a figure is printed in words of its own, or has a note."""
    broken_down: bool
    """Whether a figure is one organisation's own."""
    breakdown: BreakdownView | None
    whole: Ref | None
    """For a binding indicator of which no organisation has a target: the list of those."""
    disclosed: bool
    statuses: tuple[tuple[Figure, StatusView], ...]
    """Each target for the whole place with where it stands."""
    main: StatusView | None
    """Where the indicator stands: the first of these that was not revised."""
    as_of: str
    """The day up to which documents of its plan are known."""
    verdicts: tuple[VerdictRow, ...]
    chart_code: str
    """HTML by which other sites show the chart."""
    chart: Markup
    """The whole place's target over its years; empty where there is neither a figure nor a target of a year."""
    comparable: bool
    """Whether the page that compares two indicators has it: there is a figure in the chart."""
    documents: tuple[Ref, ...]
    """The documents that the figures come from."""
    dates: RecordDates
    """When it last changed, and the day of the newest of these documents."""
    related: tuple[RelatedRow, ...]
    continued: tuple[RelatedRow, ...]
    """The same indicator of the plan before or after."""
    footnotes: tuple[RemarkRow, ...]
    """What always holds of a figure; its number stands at it."""
    remarks: tuple[RemarkRow, ...]
    replaced_by: Ref | None
    reports: tuple[ReportRow, ...]
    """On its task, but for those that are told above as admissions or clues."""
    sources: tuple[Source, ...]
    """Where the figures come from, those with the official wording, each wording once."""
    feedback: tuple[FeedbackRow, ...]
    """What readers asked about it."""
    changes: RecentChangesView | None
    """None where the ledger has no history."""


def indicator_view(context: PageContext, facts: IndicatorFacts) -> IndicatorView:
    """What the page of an indicator shows."""
    record = facts.record
    targets = [target_figure(context, status.target) for status in facts.statuses]
    standing, asked = standing_apart(facts.remarks)
    own = tuple(_with_footnotes(context, o, standing) for o in facts.observations)
    figures = (*targets, *own, *(_level(context, o) for o in facts.levels))
    documents = dict.fromkeys(figure.source.document for figure in figures)
    chart_content = chart_of(context, record)
    chain = context.promises.chain(record.id)
    admissions = tuple(admission_view(context, one) for one in chain.admissions)
    told = {one.source.id for one in chain.admissions} | {report.id for report in chain.clues.reports}
    shown = {clue.indicator.id for clue in chain.clues.figures}
    related = [one for one in facts.related if one.record.id not in shown]
    return IndicatorView(
        record=record,
        measure=_measure(facts),
        plan=plan_ref(facts.plan),
        task=task_ref(facts.task) if facts.task else None,
        task_summary=facts.task.summary if facts.task else "",
        weight="" if record.weight is None else str(record.weight),
        duty=responsibility(context, facts.duties, _naming(context, facts)),
        headlines=headlines(context, facts),
        lead=lead_sentence(context, chain),
        admissions=admissions,
        period=_time(facts.main) if facts.main else "",
        apart=apart(admissions[0], _time(facts.main)) if admissions and facts.main else "",
        chain=chain_steps(context, chain),
        arithmetic=arithmetic(context, chain),
        clues=clues_view(context, chain.clues),
        request=None if facts.disclosed else indicator_request(context, record),
        figures=figures,
        bases=tuple(dict.fromkeys(_unusual(figures, facts.observations))),
        worded=any(figure.wording or figure.note or figure.replaced for figure in figures),
        broken_down=any(figure.organization for figure in figures),
        breakdown=breakdown_view(context, record, facts.breakdown) if facts.breakdown else None,
        whole=_whole(context, facts),
        disclosed=facts.disclosed,
        statuses=tuple(
            (figure, status_view(context, status))
            for figure, status in zip(targets, facts.statuses, strict=True)
            if figure.organization is None
        ),
        main=status_view(context, facts.main) if facts.main else None,
        as_of=context.as_of_plan(facts.plan.id),
        verdicts=tuple(_verdict(context, one) for one in facts.verdicts if one.report.id not in told),
        chart_code=embed_code(chart_content, record.name, page_address(context.site, f"indicators/{record.id}/")),
        chart=render_chart(chart_content, record.name),
        comparable=bool(chart_content and chart_content.known),
        documents=tuple(documents),
        dates=facts.dates,
        related=tuple(_related(context, r) for r in related if r.relation is not Relation.CONTINUED),
        continued=tuple(_related(context, r) for r in related if r.relation is Relation.CONTINUED),
        footnotes=tuple(remark_row(context, remark) for remark in standing),
        remarks=tuple(remark_row(context, remark, _about(context, remark)) for remark in asked),
        replaced_by=indicator_ref(facts.replaced_by) if facts.replaced_by else None,
        reports=tuple(report_row(context, report) for report in facts.reports if report.id not in told),
        sources=tuple({f.source.wording: f.source for f in figures if f.source.wording}.values()),
        feedback=feedback_at_indicator(context, record.id),
        changes=recent_changes(context.index, f"indicators/{record.id}", facts.changes),
    )


def _whole(context: PageContext, facts: IndicatorFacts) -> Ref | None:
    """The list of binding indicators that are not broken down, for one of these."""
    record = facts.record
    if record.nature is not Nature.BINDING or not facts.statuses or is_broken_down(context.index, record.id):
        return None
    return Ref(page_words.NOT_BROKEN_DOWN, f"indicators/binding/#{record.plan}-whole")


def _measure(facts: IndicatorFacts) -> str:
    """What is measured; a sum or a growth of one year is called so."""
    span = facts.main.spec if facts.main else None
    years = (span.start, span.end) if span else (facts.plan.start_year, facts.plan.end_year)
    measure = str(facts.record.measure)
    return page_words.MEASURES_OF_YEAR.get(measure, measure) if years[0] == years[1] else measure


def _with_footnotes(context: PageContext, record: Observation, standing: list[ObservationRemark]) -> Figure:
    """A result with the numbers of its footnotes."""
    numbers = tuple(n for n, remark in enumerate(standing, 1) if remark.observation == record.id)
    figure = observation_figure(context, record)
    return figure._replace(footnotes=numbers) if numbers else figure


def _level(context: PageContext, record: Observation) -> Figure:
    """A level of another indicator beside figures of a growth, marked as what it is."""
    figure = observation_figure(context, record)
    return figure._replace(remarks=(figure.indicator.title, page_words.NO_GROWTH_FIGURE, *figure.remarks))


def _time(status: TargetStatus) -> str:
    return formatting.years(status.spec.start, status.spec.end)


def _verdict(context: PageContext, verdict: OwnVerdict) -> VerdictRow:
    return VerdictRow(report_row(context, verdict.report), verdict.verdict)


def _unusual(figures: Iterable[Figure], observations: Iterable[Observation]) -> Iterator[str]:
    """Words of the contract that stand beside some results: they are explained below the table."""
    remarks = " ".join(remark for figure in figures for remark in figure.remarks)
    words = (str(word) for one in observations for word in (one.basis, one.status))
    return (word for word in words if word in remarks)


def _naming(context: PageContext, facts: IndicatorFacts) -> Document | None:
    """The document that says who is responsible."""
    if facts.own_duties and facts.statuses:
        return context.index.documents[facts.statuses[0].target.document]
    return context.index.documents[facts.task.document] if facts.task else None


def _about(context: PageContext, remark: ObservationRemark) -> str:
    figure = observation_figure(context, context.index.observations[remark.observation])
    return f"{figure.period} {figure.text}"


def _related(context: PageContext, related: RelatedIndicator) -> RelatedRow:
    """A related indicator; a subset is described from the side of the page's indicator."""
    relation = page_words.RELATIONS.get(related.relation, str(related.relation))
    if related.relation is Relation.CONTINUED:
        relation = context.index.plans[related.record.plan].title
    if related.relation is Relation.SUBSET:
        relation = page_words.CONTAINS if related.is_subject else page_words.PART_OF
    figures = [target_figure(context, target) for target in related.targets]
    figures += [observation_figure(context, observation) for observation in related.observations]
    texts = tuple(f"{figure.period} {figure.kind} {figure.text}" for figure in figures)
    return RelatedRow(indicator_ref(related.record), relation, related.reason, texts)


# -- the figures that the page begins with


def headlines(context: PageContext, facts: IndicatorFacts) -> tuple[Headline, ...]:
    """The plan's target for the whole place, then the figure that answers it, else the newest."""
    lines = []
    if facts.main:
        target = target_figure(context, facts.main.target)
        lines.append(Headline(target.period, target.kind, "", target.text))
    if facts.computed:
        lines.append(_computed(facts.computed, facts.record.unit))
    elif facts.answer:
        lines.append(_observed(context, facts.answer, facts.main))
    return tuple(lines)


def _computed(figure: ComputedFigure, unit: str | None) -> Headline:
    before, word, after = page_words.COMPUTED[figure.how.name]
    if figure.how is Computation.CHANGE:
        text = state_explanation.changed(figure.value, unit, falls=figure.falls)
    else:
        whole = state_explanation.short if figure.how is Computation.MEAN_GROWTH else state_explanation.plain
        text = formatting.amount(whole(figure.value), unit)
    return Headline(f"{formatting.years(figure.start, figure.end)}{before}", word, after, text)


def _observed(context: PageContext, record: Observation, main: TargetStatus | None) -> Headline:
    """The figure as a document gives it."""
    figure = observation_figure(context, record)
    remarks = [figure.remarks[0]] if record.basis is Basis.SINCE else []
    remarks += [str(record.status)] if record.status is not Status.FINAL else []
    if not remarks and main and time_of(record.period)[0] < main.spec.start:
        remarks = [page_words.BEFORE_TARGET]
    after = page_words.QUALIFIED.format(remarks=formatting.AND.join(remarks)) if remarks else ""
    return Headline(figure.period, figure.kind, after, figure.text)


# -- registration


def _content(context: PageContext, id_: str) -> PageContent:
    facts = indicator_facts(context.index, context.statuses, id_)
    record = facts.record
    description = page_words.DESCRIPTIONS["indicator"].format(name=record.name, plan=facts.plan.title)
    trail = (index_ref("indicators"), *map(section_ref, facts.trail))
    tags = source_tags(context.index, facts.documents[0] if facts.documents else facts.plan.document)
    if context.offers.charts:
        tags += share_tags(context.site, f"indicators/{id_}/", record.name)
    return PageContent(record.name, description, indicator_view(context, facts), trail, record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for id_ in context.index.indicators:
        yield PageEntry(f"indicators/{id_}/", page_words.INDICATOR, partial(_content, context, id_))


KINDS = (PageKind(order=310, template="records/indicator.html", pages=_pages),)
