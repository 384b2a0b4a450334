"""Targets with the observations that answer them, and an indicator's break-down to organisations."""

from __future__ import annotations

from typing import NamedTuple

from generator.analysis.breakdown import sentence
from generator.analysis.facts.breakdown import (
    Breakdown,
    FigureTime,
    ObservationSum,
    OrganizationPart,
    TargetSum,
    share_of_whole,
)
from generator.analysis.target_status import TargetStatus
from generator.language import formatting, page_words, state_words
from generator.ledger.records import Indicator, Observation
from generator.pages.components.figures import newest_text, target_figure
from generator.pages.components.references import Ref, indicator_ref, organization_ref
from generator.pages.components.states import StatusView, status_view
from generator.pages.context import PageContext


class TargetRow(NamedTuple):
    """A target with the newest observation of its time and where it stands; of what, of whom, when."""

    indicator: Ref
    organization: Ref | None
    period: str
    target: str
    """Empty for an organisation that has an observation without a target."""
    printed: str
    """The printed words, where they say more than the figure."""
    observation: str
    status: StatusView | None
    share: str = ""
    """Its part of the whole place's target, where parts add up."""


class SumRow(NamedTuple):
    """What organisations have together, against the whole place: of which time and kind, the arithmetic, the result."""

    period: str
    kind: str
    sentence: str
    agreement: str


class BreakdownView(NamedTuple):
    """The parts of an indicator, what they add up to or why they are not added, and who has none."""

    parts: tuple[TargetRow, ...]
    sums: tuple[SumRow, ...]
    obstacle: str
    territories: bool
    """Whether towns or subdistricts have targets: only then it can be said which have none."""
    without: tuple[Ref, ...]


def target_row(context: PageContext, status: TargetStatus, newest: Observation | None) -> TargetRow:
    """A target with the newest observation of its time."""
    figure = target_figure(context, status.target)
    return TargetRow(
        indicator=figure.indicator,
        organization=figure.organization,
        period=f"{figure.period} {figure.kind}",
        target=figure.text,
        printed=figure.wording,
        observation=newest_text(context, newest),
        status=status_view(context, status),
    )


def part_row(context: PageContext, status: TargetStatus, newest: Observation | None) -> TargetRow:
    """The target of an organisation, with its part of the whole place's."""
    share = share_of_whole(context.index, status.target)
    return target_row(context, status, newest)._replace(share="" if share is None else formatting.percent(share))


def breakdown_view(context: PageContext, record: Indicator, facts: Breakdown) -> BreakdownView:
    """What organisations have of an indicator."""
    return BreakdownView(
        parts=tuple(_part(context, record, part) for part in facts.parts),
        sums=(
            *(_target_sum(context, one, record.unit) for one in facts.target_sums),
            *(_observation_sum(context, one, record.unit) for one in facts.observation_sums),
        ),
        obstacle=facts.obstacle,
        territories=facts.territories,
        without=tuple(map(organization_ref, facts.without)),
    )


def _part(context: PageContext, record: Indicator, part: OrganizationPart) -> TargetRow:
    if part.status:
        return part_row(context, part.status, part.newest)
    organization, observation = organization_ref(part.organization), newest_text(context, part.newest)
    return TargetRow(indicator_ref(record), organization, "", "", "", observation, None)


def _target_sum(context: PageContext, one: TargetSum, unit: str | None) -> SumRow:
    whole = state_words.WHOLE_TARGET.format(whole=context.site.whole)
    words = sentence(one.sum, unit, whole, falling=one.falling)
    kind = page_words.ANNUAL_TARGET if one.start_year == one.end_year else page_words.PLAN_TARGET
    kind += page_words.QUALIFIED.format(remarks=one.tier) if one.tier else ""
    return SumRow(formatting.years(one.start_year, one.end_year), kind, words, one.agreement)


def _observation_sum(context: PageContext, one: ObservationSum, unit: str | None) -> SumRow:
    words = sentence(one.sum, unit, context.site.whole) + ("" if one.final else state_words.NOT_FINAL)
    return SumRow(formatting.period(one.time.period), _kind(one.time), words, one.agreement)


def _kind(time: FigureTime) -> str:
    """How observations were counted, in words."""
    since = formatting.since(time.since) if time.since else ""
    return page_words.OBSERVATION + page_words.QUALIFIED.format(remarks=f"{time.basis}{since}")
