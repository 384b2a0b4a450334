"""Silent targets as short rows, by plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.analysis.facts.plan import running_first
from generator.analysis.target_states import IN_WORDS
from generator.analysis.target_status import TargetStatus
from generator.language import formatting, page_words
from generator.language.pages import promise_words
from generator.pages.components.figures import Figure, newest_text, target_figure
from generator.pages.components.promises.clues import clue_counts
from generator.pages.components.references import AssignedUnit, Ref, assigned_units, indicator_ref
from generator.pages.components.states import StatusView, status_view
from generator.pages.context import PageContext

MOST = 100
"""Rows of a page: more would be too long for a phone."""


class SilentRow(NamedTuple):
    """A target in two lines."""

    ref: Ref
    target: str
    """With its time, where that is not its plan's."""
    status: StatusView
    leads: tuple[AssignedUnit, ...]
    clues: str
    """How many clues of which kind; empty where there is none."""
    first: str
    """The first of them in one line."""


class SilentGroup(NamedTuple):
    """Targets of a plan."""

    anchor: str
    title: str
    rows: tuple[SilentRow, ...]


class SilentView(NamedTuple):
    """Targets by plan."""

    total: int
    of: int
    groups: tuple[SilentGroup, ...]
    more: int
    """How many of them have no row here."""


def silent_view(context: PageContext, statuses: Iterable[TargetStatus], of: int) -> SilentView:
    """Some targets by plan, those of running plans first; ``of`` is the number of all that they are some of."""
    by_plan: dict[str, list[TargetStatus]] = {}
    for status in statuses:
        by_plan.setdefault(context.index.plan_of_target(status.target), []).append(status)
    groups, left = [], MOST
    for plan in running_first(context.index):
        rows = tuple(_row(context, status) for status in by_plan.get(plan.id, ())[:left])
        left -= len(rows)
        if rows:
            groups.append(SilentGroup(plan.id, plan.title, rows))
    total = sum(map(len, by_plan.values()))
    return SilentView(total, of, tuple(groups), total - (MOST - left))


def _row(context: PageContext, status: TargetStatus) -> SilentRow:
    index, target = context.index, status.target
    indicator, clues = index.indicators[target.indicator], context.promises.clues(status)
    figure, first = target_figure(context, target), ""
    plan = index.plans[index.plan_of_target(target)]
    in_words = indicator.measure in IN_WORDS  # its name says the same
    own_time = (plan.start_year, plan.end_year) == (target.start_year, target.end_year)
    if clues.figures:
        clue = clues.figures[0]
        first = f"{clue.indicator.name} {newest_text(context, clue.observation)}"
    elif clues.reports:
        report = clues.reports[0]
        first = promise_words.CLUE_REPORT.format(period=formatting.period(report.period), summary=report.summary)
    return SilentRow(
        ref=indicator_ref(indicator),
        target=_aim(figure, "" if in_words else figure.text, "" if own_time else figure.period),
        status=status_view(context, status),
        leads=assigned_units(context, index.leads_of_indicator(indicator)),
        clues=clue_counts(clues),
        first=first,
    )


def _aim(figure: Figure, text: str, period: str) -> str:
    """≥ 110 个, 2018 年 2.35 万人, 32 公里（基本）."""
    remarks = formatting.AND.join(figure.remarks)
    text = " ".join(filter(None, (period, text)))
    return formatting.unbroken(text) + (page_words.QUALIFIED.format(remarks=remarks) if remarks else "")
