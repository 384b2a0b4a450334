"""The page of a period that was asked about: the numbers of 绩效考核参考表 for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.rounds.appraisal import (
    AppraisedTarget,
    DatedRound,
    Share,
    UnitAppraisal,
    appraisal,
    periods_appraised,
)
from generator.language import formatting, page_words
from generator.language.office.rounds.appraisal_words import RULE_LINES
from generator.ledger.enums import Nature
from generator.pages.components.figures import Figure, observation_figure, target_text
from generator.pages.components.references import AssignedUnit, Ref, assigned_units, indicator_ref, organization_ref
from generator.pages.components.states import RollupView, StatusView, rollup_view, status_view
from generator.pages.context import PageContext
from generator.pages.overviews.rounds import only_public
from generator.pages.overviews.rounds.round import round_ref
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref


class ShareView(NamedTuple):
    """So many of so many; ``percent`` is empty where there is no whole."""

    part: int
    whole: int
    percent: str


class UnitRow(NamedTuple):
    """A unit, or the whole place."""

    ref: Ref | None
    binding: int
    targets: ShareView
    tasks: ShareView
    answered: ShareView
    on_time: ShareView
    complete: ShareView


class BindingRow(NamedTuple):
    """A binding target of the whole place."""

    ref: Ref
    target: str
    figure: Figure | None
    status: StatusView
    leads: tuple[AssignedUnit, ...]


class AppraisalView(NamedTuple):
    """What the page of a period shows."""

    period: str
    whole: UnitRow
    states: RollupView
    units: tuple[UnitRow, ...]
    binding: tuple[BindingRow, ...]
    rounds: tuple[Ref, ...]
    """Their pages, where these are public."""
    unled: int
    rules: tuple[str, ...]


def appraisal_ref(period: str) -> Ref:
    """The page of a period."""
    return Ref(page_words.APPRAISAL.format(period=formatting.period(period)), f"appraisal/{period}/")


def appraisal_view(context: PageContext, period: str) -> AppraisalView:
    """What the page of a period shows."""
    found = appraisal(context.index, context.statuses, period)
    binding = (one for one in found.whole.targets if one.indicator.nature is Nature.BINDING)
    return AppraisalView(
        period=formatting.period(period),
        whole=_unit(found.whole),
        states=rollup_view(found.whole.states),
        units=tuple(map(_unit, found.units)),
        binding=tuple(_binding(context, one) for one in binding if one.status.target.organization is None),
        rounds=_rounds(context, found.rounds),
        unled=len(found.without_lead),
        rules=RULE_LINES,
    )


def _rounds(context: PageContext, rounds: tuple[DatedRound, ...]) -> tuple[Ref, ...]:
    return tuple(round_ref(one.record) for one in rounds) if "rounds" in context.site.public else ()


def _unit(unit: UnitAppraisal) -> UnitRow:
    shares = (unit.told_targets, unit.told_tasks, unit.answered, unit.on_time, unit.complete)
    return UnitRow(
        organization_ref(unit.organization) if unit.organization else None, unit.binding, *map(_share, shares)
    )


def _share(share: Share) -> ShareView:
    part = share.of_one
    return ShareView(share.part, share.whole, "" if part is None else formatting.percent(part))


def _binding(context: PageContext, one: AppraisedTarget) -> BindingRow:
    return BindingRow(
        ref=indicator_ref(one.indicator),
        target=target_text(one.status.target, one.status.spec),
        figure=observation_figure(context, one.figure) if one.figure else None,
        status=status_view(context, one.status),
        leads=assigned_units(context, context.index.leads_of_indicator(one.indicator)),
    )


def _content(context: PageContext, period: str) -> PageContent:
    title = appraisal_ref(period).title
    description = page_words.DESCRIPTIONS["appraisal"].format(period=formatting.period(period))
    return PageContent(title, description, appraisal_view(context, period), (index_ref("gaps"), index_ref("appraisal")))


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for period in periods_appraised(context.index):
        yield PageEntry(appraisal_ref(period).path, page_words.INDEX, partial(_content, context, period))


KINDS = (only_public(PageKind(order=390, template="overviews/rounds/appraisal.html", pages=_pages), "appraisal"),)
