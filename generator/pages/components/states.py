"""Where targets stand, in words: one by one, and many of them by state."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.analysis import state_explanation
from generator.analysis.charts.progress_bar import ProgressBar, progress_bar
from generator.analysis.target_status import Rollup, TargetStatus, rollup
from generator.language import state_words
from generator.pages.context import PageContext, made_once


class StatusView(NamedTuple):
    """Where a target stands: the state's word, class and shape, what it means, how much is done, and how it was found.

    ``share`` is printed ("至少" included) or empty; it stands nowhere without ``sentence`` beside it or one click away.
    """

    state: str
    css_class: str
    sign: str
    meaning: str
    share: str
    sentence: str
    bar: ProgressBar | None
    """The share as a small bar for lists."""


class TallyView(NamedTuple):
    """How many of some targets are in a state, and which part of a bar of 100 they take."""

    state: str
    css_class: str
    sign: str
    meaning: str
    targets: int
    start: str
    width: str


class RollupView(NamedTuple):
    """Targets by state."""

    total: int
    disclosed: int
    tallies: tuple[TallyView, ...]
    told_without_end: int
    """How many of the disclosed are over without a figure of their end: they count as 到期未披露, too."""


@made_once
def status_view(_: PageContext, status: TargetStatus) -> StatusView:
    """Where a target stands."""
    assessment = status.assessment
    state, share = assessment.state, state_explanation.share(assessment)
    if share and assessment.at_least:
        share = state_words.AT_LEAST.format(share=share)
    return StatusView(
        state=state,
        css_class=css_class(state),
        sign=state_words.SIGNS[state],
        meaning=state_words.MEANINGS[state],
        share=share,
        sentence=state_explanation.explain(status.spec, assessment),
        bar=progress_bar(assessment),
    )


def rollup_of(statuses: Iterable[TargetStatus]) -> RollupView:
    """Some targets by state."""
    return rollup_view(rollup(statuses))


def rollup_view(counted: Rollup) -> RollupView:
    """A roll-up in words."""
    tallies, before = [], 0
    for state, targets in counted.tallies:
        start, width = (state_explanation.short(Decimal(100 * n) / counted.total) for n in (before, targets))
        sign, meaning = state_words.SIGNS[state], state_words.MEANINGS[state]
        tallies.append(TallyView(state, css_class(state), sign, meaning, targets, start, width))
        before += targets
    return RollupView(counted.total, counted.disclosed, tuple(tallies), counted.told_without_end)


def css_class(state: StrEnum) -> str:
    """A state as part of a class of the stylesheet."""
    return state.name.lower().replace("_", "-")
