"""Targets and observations as figures: of what, when, how much, in which printed words, from where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.analysis.state_explanation import goal, level_unit
from generator.analysis.target_spec import TargetSpec
from generator.language import formatting, page_words, state_words
from generator.language.document_words import AND_MORE
from generator.ledger.enums import Basis, Comparator, Measure, PlanKind, SetBy, Status
from generator.ledger.periods import time_of
from generator.ledger.records import Observation, Target
from generator.pages.components.references import Ref, Source, indicator_ref, source_of, unit_ref
from generator.pages.context import PageContext, made_once

LEVELS = (Measure.LEVEL, Measure.CHANGE)
"""Measures whose figures are usually of a point of time."""
FROM_JANUARY = ("Q1", "H1", "-01")
"""Periods whose own name says that they begin in January."""


class Figure(NamedTuple):
    """A target or an observation."""

    indicator: Ref
    observed: bool
    """Whether it is an observation."""
    period: str
    kind: str
    organization: Ref | None
    """Whose own it is; None for a figure of the whole place."""
    text: str
    """The figure with its unit."""
    printed: str
    """The words of the document."""
    wording: str
    """The same where they say more than the figure; else empty."""
    remarks: tuple[str, ...]
    note: str | None
    source: Source
    replaced: Source | None = None
    """Where the figure stands that took its place; None while it holds."""
    footnotes: tuple[int, ...] = ()
    """The numbers of its footnotes on its page."""


def target_text(record: Target, spec: TargetSpec) -> str:
    """A target for reading, digits as printed: ``≥ 38%``, ``5%—7%``, ``7% 左右``; else the printed words."""
    if record.value is None:
        return record.value_text
    return _softened(record, goal(spec)) if record.comparator is not Comparator.ABOUT else goal(spec)


def observation_text(record: Observation, unit: str | None) -> str:
    """A result for reading, digits as printed: ``14.6 万人``, ``80 余名``; else the printed words."""
    if record.value is None:
        return record.value_text
    if record.qualifier == AND_MORE:
        return state_words.AND_MORE.format(number=record.value, word=AND_MORE, unit=unit or "")
    return _softened(record, formatting.amount(str(record.value), unit))


def observed_period(record: Observation) -> str:
    """The time of a result with the part of a year that it covers: 2023 年 1—9 月, 2023 年上半年平均."""
    year, month, whole = time_of(record.period)
    text = formatting.period(record.period)
    if whole or record.basis not in (Basis.YEAR_TO_DATE, Basis.MEAN_TO_DATE):
        return text
    if not record.period.endswith(FROM_JANUARY):
        text = state_words.MONTHS.format(year=year, month=month)
    return state_words.MEAN_OF.format(time=text) if record.basis is Basis.MEAN_TO_DATE else text


@made_once
def target_figure(context: PageContext, record: Target) -> Figure:
    """A target."""
    indicator = context.index.indicators[record.indicator]
    later = context.index.targets.get(record.replaced_by or "")
    text = target_text(record, context.statuses.spec_of(record))
    return Figure(
        indicator=indicator_ref(indicator),
        observed=False,
        period=target_period(record),
        kind=target_kind(context, record),
        organization=unit_ref(context, record.organization),
        text=text,
        printed=record.value_text,
        wording=_more_than(text, record.value_text),
        remarks=tuple(_remarks_of_target(record)),
        note=record.note,
        source=source_of(context, record),
        replaced=source_of(context, later) if later else None,
    )


def target_period(record: Target) -> str:
    """The years of a target."""
    return formatting.years(record.start_year, record.end_year)


def target_kind(context: PageContext, record: Target) -> str:
    """What a target is called: of one year, of a plan of several, or of a 规划."""
    if record.start_year == record.end_year:
        return page_words.ANNUAL_TARGET
    kind = context.index.plans[context.index.indicators[record.indicator].plan].kind
    return page_words.PLAN_TARGET if kind in (PlanKind.FIVE_YEAR, PlanKind.SPECIAL) else page_words.OTHER_PLAN_TARGET


@made_once
def observation_figure(context: PageContext, record: Observation) -> Figure:
    """An observation."""
    indicator = context.index.indicators[record.indicator]
    later = context.index.revision_of.get(record.id)
    text = observation_text(record, level_unit(indicator.unit, record.basis))
    return Figure(
        indicator=indicator_ref(indicator),
        observed=True,
        period=observed_period(record),
        kind=page_words.OBSERVATION,
        organization=unit_ref(context, record.organization),
        text=text,
        printed=record.value_text,
        wording=_more_than(text, record.value_text),
        remarks=tuple(_remarks_of_observation(context, record, indicator.measure)),
        note=record.note,
        source=source_of(context, record),
        replaced=source_of(context, later) if later else None,
    )


def figure_of(context: PageContext, record: Target | Observation) -> Figure:
    """A target or an observation."""
    return target_figure(context, record) if isinstance(record, Target) else observation_figure(context, record)


def newest_text(context: PageContext, record: Observation | None, start: int = 0) -> str:
    """A result in one line: its time, the figure, since when it counts, and whether it is not final.

    ``start`` is the first year of the target beside it: an older figure is marked as one.
    """
    if record is None:
        return ""
    figure = observation_figure(context, record)
    since = figure.remarks[0] if record.since_year else ""
    status = "" if record.status is Status.FINAL or record.qualifier == record.status else str(record.status)
    before = page_words.BEFORE_TARGET if time_of(record.period)[0] < start else ""
    remarks = formatting.AND.join(filter(None, (since, status, before)))
    return f"{figure.period} {figure.text}" + (page_words.QUALIFIED.format(remarks=remarks) if remarks else "")


def _remarks_of_target(record: Target) -> Iterator[str]:
    """Which of several values a target is, who set it, and whether another has taken its place."""
    if record.tier:
        yield record.tier
    if record.set_by is SetBy.HIGHER_LEVEL:
        yield record.set_by
    if record.due:
        yield formatting.by(record.due)
    if record.replaced_by:
        yield page_words.REVISED


def _remarks_of_observation(context: PageContext, record: Observation, measure: Measure) -> Iterator[str]:
    """How a result counts and how final it is, where that is not the usual; who reported it; what took its place."""
    usual = record.basis is Basis.YEAR or (record.basis is Basis.POINT and measure in LEVELS)
    if record.since_year or not usual:
        yield f"{record.basis}{formatting.since(record.since_year) if record.since_year else ''}"
    if record.status is not Status.FINAL and record.qualifier != record.status:
        yield record.status
    if record.reported_by:
        day = formatting.day(record.reported_on) if record.reported_on else ""
        yield page_words.REPORTED_BY.format(unit=context.index.organizations[record.reported_by].name, day=day)
    if record.id in context.index.revision_of:
        yield page_words.REVISED


def _softened(record: Target | Observation, text: str) -> str:
    """A figure with the printed softener before it or behind it, as it is printed."""
    word = record.qualifier
    if not word:
        return text
    _, printed, rest = record.value_text.partition(word)
    behind = printed and not any(c.isdigit() for c in rest)
    if behind:
        return formatting.behind(text, word)
    return f"{word}{text}" if formatting.is_chinese(text[:1]) else f"{word} {text}"


def _more_than(text: str, printed: str) -> str:
    """The printed words where the figure does not have them all."""
    return "" if "".join(printed.split()) in "".join(text.split()) else printed
