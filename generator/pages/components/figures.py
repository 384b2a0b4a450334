"""Targets and observations as figures: of what, when, how much, in which printed words, from where."""

from __future__ import annotations

from typing import NamedTuple

from generator.language import formatting, page_words
from generator.ledger.enums import Comparator
from generator.ledger.records import Observation, Target
from generator.pages.components.references import Ref, Source, indicator_ref, organization_ref, source_of
from generator.pages.context import PageContext, made_once


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
    remarks: tuple[str, ...]
    note: str | None
    source: Source


def figure_text(record: Target | Observation, unit: str | None, comparator: Comparator | None = None) -> str:
    """A figure for reading, digits as printed: ``≥ 38%``, ``14.6 万人``, ``80余 名``; else the printed words."""
    if record.value is None:
        return record.value_text
    sign = f"{comparator} " if comparator and comparator is not Comparator.PLAIN else ""
    before, behind = _softener(record)
    return f"{before}{sign}" + formatting.amount(f"{record.value}{behind}", unit)


@made_once
def target_figure(context: PageContext, record: Target) -> Figure:
    """A target."""
    indicator = context.index.indicators[record.indicator]
    annual = record.start_year == record.end_year
    return Figure(
        indicator=indicator_ref(indicator),
        observed=False,
        period=formatting.years(record.start_year, record.end_year),
        kind=page_words.ANNUAL_TARGET if annual else page_words.PLAN_TARGET,
        organization=_organization(context, record),
        text=figure_text(record, indicator.unit, record.comparator),
        printed=record.value_text,
        remarks=(),
        note=record.note,
        source=source_of(context, record),
    )


@made_once
def observation_figure(context: PageContext, record: Observation) -> Figure:
    """An observation."""
    indicator = context.index.indicators[record.indicator]
    since = formatting.since(record.since_year) if record.since_year else ""
    return Figure(
        indicator=indicator_ref(indicator),
        observed=True,
        period=formatting.period(record.period),
        kind=page_words.OBSERVATION,
        organization=_organization(context, record),
        text=figure_text(record, indicator.unit),
        printed=record.value_text,
        remarks=(f"{record.basis}{since}", record.status),
        note=record.note,
        source=source_of(context, record),
    )


def _organization(context: PageContext, record: Target | Observation) -> Ref | None:
    return organization_ref(context.index.organizations[record.organization]) if record.organization else None


def _softener(record: Target | Observation) -> tuple[str, str]:
    """The printed softener before the number or behind it, as it is printed."""
    word = record.qualifier or ""
    _, printed, rest = record.value_text.partition(word) if word else ("", "", "")
    if printed and not any(c.isdigit() for c in rest):
        return "", word
    return (f"{word} " if word else ""), ""
