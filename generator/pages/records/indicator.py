"""The page of an indicator: what was promised, what was reached, by whom, and where the figures come from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.analysis import state_explanation
from generator.analysis.record_dates import RecordDates, record_dates
from generator.analysis.target_status import TargetStatus, time_of
from generator.language import formatting, page_words
from generator.ledger.enums import Basis, Measure, Status
from generator.ledger.records import Evidence, Indicator, Observation, Plan
from generator.pages.components.breakdown_table import BreakdownBuilder
from generator.pages.components.builder import ComponentBuilder
from generator.pages.components.charts import render_chart
from generator.pages.components.recent_changes import changes_of_indicator
from generator.pages.components.structured_data import source_tags
from generator.pages.components.views import (
    BreakdownView,
    Figure,
    RecentView,
    Ref,
    RelatedLine,
    ReportLine,
    Source,
    StateLine,
    Unit,
)
from generator.pages.page import PageContent, PageContext, PageEntry, PageKind, index_ref


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


class IndicatorView(NamedTuple):
    """What the page of an indicator shows."""

    record: Indicator
    plan: Plan
    task: Ref | None
    task_summary: str
    leads: tuple[Unit, ...]
    supports: tuple[Unit, ...]
    headlines: tuple[Headline, ...]
    """The plan's target and the figure that answers it: what a reader wants first."""
    figures: tuple[Figure, ...]
    """Targets, then observations."""
    bases: tuple[str, ...]
    """Words by which the observations say how they count and whether they are final."""
    broken_down: bool
    """Whether a figure is one organisation's own."""
    breakdown: BreakdownView | None
    disclosed: bool
    standings: tuple[tuple[Figure, StateLine], ...]
    """Each target for the whole district with where it stands."""
    picture: Markup
    """The whole place's target over its years; empty where there is nothing to draw."""
    documents: tuple[Ref, ...]
    """The documents that the figures come from."""
    dates: RecordDates
    """When it last changed, and the day of the newest of these documents."""
    related: tuple[RelatedLine, ...]
    replaced_by: Ref | None
    reports: tuple[ReportLine, ...]
    words: tuple[Source, ...]
    changes: RecentView | None
    """None where the ledger has no history."""


def indicator_view(context: PageContext, record: Indicator) -> IndicatorView:
    """What the page of an indicator shows."""
    components, index = context.components, context.index
    task = index.tasks.get(record.task or "")
    replaced = index.indicators.get(record.replaced_by or "")
    targets = tuple(components.target(t) for t in components.targets_of(record.id))
    results = tuple(components.result(o) for o in index.observations_of.get(record.id, ()))
    return IndicatorView(
        record=record,
        plan=index.plans[record.plan],
        task=components.task(task) if task else None,
        task_summary=task.summary if task else "",
        leads=components.leads(record.task),
        supports=components.supports(record.task),
        headlines=headlines(components, record.id),
        figures=(*targets, *results),
        bases=_bases(context, record),
        broken_down=any(f.organization for f in (*targets, *results)),
        breakdown=BreakdownBuilder(components).breakdown(record),
        disclosed=components.disclosed(record.id),
        standings=tuple(
            (components.target(t), components.state(components.statuses.of(t)))
            for t in components.targets_of(record.id)
            if t.organization is None
        ),
        picture=render_chart(components, record.id).markup,
        documents=tuple(dict.fromkeys(f.source.document for f in (*targets, *results))),
        dates=record_dates(index, "indicators", record.id, (f.document for f in _figures(context, record.id))),
        related=components.related(record),
        replaced_by=components.indicator(replaced) if replaced else None,
        reports=tuple(components.report(r) for r in index.reports_of_task(record.task)),
        words=tuple({f.source.words: f.source for f in (*targets, *results) if f.source.words}.values()),
        changes=changes_of_indicator(index, record.id),
    )


def _bases(context: PageContext, record: Indicator) -> tuple[str, ...]:
    observations = context.index.observations_of.get(record.id, ())
    return tuple(dict.fromkeys(str(x) for o in observations for x in (o.basis, o.status)))


def _figures(context: PageContext, indicator: str) -> list[Evidence]:
    return [*context.index.targets_of.get(indicator, ()), *context.index.observations_of.get(indicator, ())]


# -- the figures that the page begins with


def headlines(components: ComponentBuilder, indicator: str) -> tuple[Headline, ...]:
    """The plan's target for the whole place, then the figure that decides where it stands, else the newest."""
    main = components.statuses.main(indicator)
    found = []
    if main:
        target = components.target(main.target)
        found.append(Headline(target.period, target.kind, "", target.text))
    answer = (_computed(main) if main else None) or _told(components, indicator, main)
    return (*found, answer) if answer else tuple(found)


def _computed(main: TargetStatus) -> Headline | None:
    """What the assessment computed of several figures, where that is what is held against the target."""
    assessment, spec = main.assessment, main.spec
    if assessment.total is None or not assessment.used:
        return None
    first, last = assessment.used[0], assessment.used[-1]
    if spec.measure is Measure.CUMULATIVE and len(assessment.used) > 1:
        start = first.since if first.basis is Basis.SINCE and first.since else first.year
        words = page_words.SUM_OF_KNOWN_RESULTS if assessment.missing else page_words.SUM_OF_RESULTS
        return _of(words, start, last.year, state_explanation.plain(assessment.total), spec.unit)
    if spec.measure is Measure.ANNUAL_GROWTH and (assessment.base or len(assessment.used) > 1):
        return _of(page_words.MEAN_GROWTH, spec.start, last.year, state_explanation.short(assessment.total), spec.unit)
    return None


def _of(words: tuple[str, str, str], start: int, end: int, number: str, unit: str | None) -> Headline:
    before, word, after = words
    return Headline(f"{formatting.years(start, end)}{before}", word, after, formatting.amount(number, unit))


def _told(components: ComponentBuilder, indicator: str, main: TargetStatus | None) -> Headline | None:
    """The figure as a document gives it: the last that the assessment rests on, else the newest."""
    record = _deciding(components, indicator, main) or components.index.newest(indicator)
    if record is None:
        return None
    figure = components.result(record)
    remarks = [figure.remarks[0]] if record.basis is Basis.SINCE else []
    remarks += [str(record.status)] if record.status is not Status.FINAL else []
    if not remarks and main and time_of(record.period)[0] < main.spec.start:
        remarks = [page_words.BEFORE_TARGET]
    after = page_words.QUALIFIED.format(remarks=formatting.AND.join(remarks)) if remarks else ""
    return Headline(figure.period, figure.kind, after, figure.text)


def _deciding(components: ComponentBuilder, indicator: str, main: TargetStatus | None) -> Observation | None:
    """The record behind the last figure of a assessment."""
    if main is None or not main.assessment.used:
        return None
    id_ = main.assessment.used[-1].issued.rpartition(" ")[2]
    return next((o for o in components.index.observations_of.get(indicator, ()) if o.id == id_), None)


# -- registration


def _content(context: PageContext, id_: str) -> PageContent:
    record = context.index.indicators[id_]
    view = indicator_view(context, record)
    trail = (index_ref("indicators"), *map(context.components.section, context.index.trail(record.section)))
    description = page_words.DESCRIPTIONS["indicator"].format(name=record.name, plan=view.plan.title)
    figures = context.components.targets_of(id_) or context.index.observations_of.get(id_, [])
    tags = source_tags(context.index, figures[0].document if figures else view.plan.document)
    return PageContent(record.name, description, view, trail, record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for id_ in context.index.indicators:
        yield f"indicators/{id_}/", page_words.INDICATOR, partial(_content, context, id_)


KINDS = (PageKind(order=310, template="records/indicator.html", pages=_pages),)
