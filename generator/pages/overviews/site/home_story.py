"""The story that the home page tells: promised, newest document, how far, admitted as missed, told by nobody.

Every target for the whole place is in one of three counts, so that they add up in sight: told of, ended, silent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from generator.analysis.facts.plan import running_first, years_with_page
from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.promises.admissions import Admission
from generator.analysis.target_status import TargetStatus
from generator.language import formatting
from generator.language.pages import home_words, promise_words
from generator.ledger.enums import Nature, State, Status
from generator.ledger.periods import time_of
from generator.ledger.records import Document, Observation, Plan
from generator.pages.components.plan_names import plan_names, plan_time
from generator.pages.components.promises.admissions import AdmissionView, admission_view
from generator.pages.components.references import Ref, document_ref, indicator_ref
from generator.pages.components.states import StatusView, status_view
from generator.pages.context import PageContext
from generator.pages.overviews.lists.natures import nature_refs
from generator.pages.overviews.openness.years import year_ref

PLANS = 3
"""Plans that are told one by one; the others are told together."""
NAMED = 4
"""Targets that a group names, and admissions that a document's sentence names."""

MANY_ENDS = 3
"""More years than these are told by the first and the last."""


class NatureCount(NamedTuple):
    """Indicators of a nature that a plan sets apart."""

    word: str
    ref: Ref | None
    """The page of all of them."""
    targets: int


class Promised(NamedTuple):
    """What a plan promises; with an empty reference several plans together."""

    ref: Ref | None
    tasks: int
    targets: int
    natures: tuple[NatureCount, ...]
    rest: int
    """Targets of no such nature, where there are natures."""
    plans: int = 1


class Newest(NamedTuple):
    """The newest document and what it brings."""

    ref: Ref
    day: str
    year: Ref | None
    """The page of the year that most of its figures are of."""
    observations: int
    of_year: int
    """Those that are of this year."""
    before: bool
    """Whether all its figures are of a time before every plan."""
    provisional: int
    """Figures that are not final."""
    reports: int
    targets: int
    tasks: int


class NamedTarget(NamedTuple):
    """A target in a sentence; with its time where its indicator has others."""

    ref: Ref
    share: str


class StateGroup(NamedTuple):
    """Targets of one state of which documents tell."""

    status: StatusView
    targets: int
    named: tuple[NamedTarget, ...]
    more: int


class Admitted(NamedTuple):
    """What one document admits of records, at one time, in one word and for one reason."""

    document: Ref
    period: str
    words: str
    """The document's own word with its marks; empty where the ledger has none."""
    reason: str
    admissions: tuple[AdmissionView, ...]
    more: int


class SilentCount(NamedTuple):
    """Targets of a plan of which no document tells."""

    name: str
    targets: int


class Story(NamedTuple):
    """What the five sentences say."""

    targets: int
    tasks: int
    promised: tuple[Promised, ...]
    newest: Newest | None
    disclosed: int
    groups: tuple[StateGroup, ...]
    """Of the disclosed ones; ended targets are counted apart."""
    admissions: int
    admitted: tuple[Admitted, ...]
    admitted_more: int
    """Other admissions of records, that are not told."""
    of_no_record: int
    """Admissions that name no indicator and no task."""
    silent: int
    silent_counts: tuple[SilentCount, ...]
    ended: int
    overdue: int
    open_until: str
    """When the time of the other silent targets ends, in words; empty where some of it is over."""
    clues: int


def story_of(context: PageContext) -> Story:
    """The story of a ledger."""
    index, promises = context.index, context.promises
    plans = [
        plan for plan in running_first(index) if index.tasks_of_plan.get(plan.id) or index.targets_of_plan(plan.id)
    ]
    statuses = [status for plan in plans for status in context.statuses.of_plan(plan.id)]
    disclosed = [status for status in statuses if status.disclosed and status.state is not State.ENDED]
    admitted = [*_admitted(context, promises.admissions)]
    return Story(
        targets=len(statuses),
        tasks=len(index.ledger.tasks),
        promised=tuple(_promised(context, plans)),
        newest=_newest(context),
        disclosed=len(disclosed),
        groups=tuple(_groups(context, disclosed)),
        admissions=len(promises.admissions),
        admitted=tuple(admitted[:NAMED]),
        admitted_more=sum(len(one.admissions) + one.more for one in admitted[NAMED:]),
        of_no_record=sum(not one.indicators and not one.tasks for one in promises.admissions),
        silent=len(promises.silent),
        silent_counts=tuple(_silent(context, plans)),
        ended=len(statuses) - len(disclosed) - len(promises.silent),
        overdue=len(promises.overdue),
        open_until=_open_until(context),
        clues=len(promises.with_clues),
    )


def _promised(context: PageContext, plans: Sequence[Plan]) -> Iterable[Promised]:
    first = plans if len(plans) == PLANS + 1 else plans[:PLANS]
    rest = plans[len(first) :]
    names = plan_names(context.index.plans)
    yield from (_promise(context, plan, names[plan.id]) for plan in first)
    if rest:
        tasks = sum(len(context.index.tasks_of_plan.get(plan.id, ())) for plan in rest)
        targets = sum(len(context.index.targets_of_plan(plan.id)) for plan in rest)
        yield Promised(None, tasks, targets, (), 0, len(rest))


def _promise(context: PageContext, plan: Plan, name: str) -> Promised:
    statuses = context.statuses.of_plan(plan.id)
    pages = {ref.title: ref for ref in nature_refs(context)}
    counts = Counter(status.nature for status in statuses) if plan.start_year < plan.end_year else Counter[Nature]()
    natures = tuple(
        NatureCount(
            str(nature), next((r for title, r in pages.items() if title.startswith(nature)), None), counts[nature]
        )
        for nature in (Nature.BINDING, Nature.EXPECTED)
        if counts[nature]
    )
    rest = len(statuses) - sum(nature.targets for nature in natures) if natures else 0
    tasks = len(context.index.tasks_of_plan.get(plan.id, ()))
    return Promised(Ref(name, f"plans/{plan.id}/"), tasks, len(statuses), natures, rest)


def _newest(context: PageContext) -> Newest | None:
    index = context.index
    document = max(index.ledger.documents, key=lambda one: index.day(one) or date.min, default=None)
    if document is None:
        return None
    figures = index.observations_of_document.get(document.id, [])
    years = Counter(time_of(figure.period)[0] for figure in figures)
    year = max(years, key=lambda one: (years[one], one), default=0)
    day = index.day(document)
    plan = index.plans_of_document.get(document.id, ())
    return Newest(
        ref=_short_ref(index, document),
        day=formatting.day(day) if day else "",
        year=year_ref(year) if year in years_with_page(index) else None,
        observations=len(figures),
        of_year=years[year],
        before=bool(figures) and max(years) < min(one.start_year for one in index.ledger.plans),
        provisional=sum(map(_is_provisional, figures)),
        reports=len(index.reports_of_document.get(document.id, ())),
        targets=len(index.targets_of_document.get(document.id, ())),
        tasks=sum(len(index.tasks_of_plan.get(one.id, ())) for one in plan),
    )


def _is_provisional(figure: Observation) -> bool:
    return figure.status is not Status.FINAL


def _short_ref(index: LedgerIndex, document: Document) -> Ref:
    """A document by the short name of its plan, where it is that of one alone; else by its title."""
    plans = index.plans_of_document.get(document.id, ())
    ref = document_ref(document)
    return ref._replace(title=plan_names(index.plans)[plans[0].id]) if len(plans) == 1 else ref


def _groups(context: PageContext, disclosed: list[TargetStatus]) -> Iterable[StateGroup]:
    plans = {(indicator.name, indicator.plan) for indicator in context.index.ledger.indicators}
    times = Counter(name for name, _ in plans)
    for state in State:
        own = [status for status in disclosed if status.state is state]
        if own:
            named = tuple(
                _named(context, status, shared=times[context.index.indicators[status.target.indicator].name] > 1)
                for status in own[:NAMED]
            )
            yield StateGroup(status_view(context, own[0]), len(own), named, len(own[NAMED:]))


def _named(context: PageContext, status: TargetStatus, *, shared: bool) -> NamedTarget:
    """A target by the name of its indicator; with the plan where another plan has one of this ``shared`` name."""
    target, index = status.target, context.index
    indicator = index.indicators[target.indicator]
    ref = indicator_ref(indicator)
    time = ""
    if target is not index.main_target(target.indicator):
        time = formatting.years(target.start_year, target.end_year)
    elif shared:
        time = plan_time(index.plans[indicator.plan])
    if time:
        ref = ref._replace(title=home_words.ITEM_OF_TIME.format(name=ref.title, time=time))
    return NamedTarget(ref, status_view(context, status).share)


def _admitted(context: PageContext, admissions: Sequence[Admission]) -> Iterable[Admitted]:
    """Admissions of records by document, time, word and reason, the newest first."""
    views = [(one, admission_view(context, one)) for one in admissions if one.indicators or one.tasks]

    def key(pair: tuple[Admission, AdmissionView]) -> tuple[int, int, str, str, str, str]:
        one, view = pair
        return -one.year, -one.month, one.source.document, view.period, view.quote, view.reason

    for (_, _, document, period, words, reason), group in groupby(sorted(views, key=key), key=key):
        own = [view for _, view in group]
        ref = _short_ref(context.index, context.index.documents[document])
        yield Admitted(ref, period, words, reason, tuple(own[:NAMED]), len(own[NAMED:]))


def _open_until(context: PageContext) -> str:
    """The ends of the silent targets that are not overdue, in words; empty where nobody knows that they are to come."""
    as_of, overdue = context.index.as_of, {status.id for status in context.promises.overdue}
    ends = sorted({one.target.end_year for one in context.promises.silent if one.id not in overdue})
    if not ends or not as_of or ends[0] < as_of.year:
        return ""
    names = [promise_words.END_OF_PLAN.format(year=end) for end in ends]
    if len(names) > MANY_ENDS:
        return home_words.FROM_TO.format(first=names[0], last=names[-1])
    return home_words.AND.join(names)


def _silent(context: PageContext, plans: Sequence[Plan]) -> Iterable[SilentCount]:
    names = plan_names(context.index.plans)
    own = Counter(context.index.plan_of_target(status.target) for status in context.promises.silent)
    return (SilentCount(names[plan.id], own[plan.id]) for plan in plans if own[plan.id])
