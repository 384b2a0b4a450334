"""The story that the home page tells: promised, newest document, how far, admitted as missed, told by nobody.

Every target for the whole place is in one of three counts, so that they add up in sight: told of, ended, silent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from generator.analysis.facts.plan import running_first
from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.promises.admissions import Admission
from generator.analysis.target_status import TargetStatus
from generator.language import formatting
from generator.language.pages import home_words
from generator.ledger.enums import Nature, State, Status
from generator.ledger.periods import time_of
from generator.ledger.records import Document, Observation, Plan
from generator.pages.components.plan_names import plan_names
from generator.pages.components.promises.admissions import AdmissionView, admission_view
from generator.pages.components.references import Ref, document_ref, indicator_ref
from generator.pages.components.states import StatusView, status_view
from generator.pages.context import PageContext
from generator.pages.overviews.lists.natures import nature_refs
from generator.pages.overviews.openness.years import year_ref, years_with_page

PLANS = 3
"""Plans that are told one by one; the others are told together."""
NAMED = 4
"""Targets that a group names, and admissions that a document's sentence names."""


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
    """What one document admits of records, at one time and in one word."""

    document: Ref
    period: str
    about: tuple[Ref, ...]
    more: int
    words: str
    """The document's own word, where the ledger has one; else the word for the state."""


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
    admissions: int
    admitted: tuple[Admitted, ...]
    admitted_more: bool
    """Whether documents admit more of records."""
    of_no_record: int
    """Admissions that name no indicator and no task."""
    silent: int
    silent_counts: tuple[SilentCount, ...]
    ended: int
    overdue: int
    clues: int


def story_of(context: PageContext) -> Story:
    """The story of a ledger."""
    index, promises = context.index, context.promises
    plans = [
        plan for plan in running_first(index) if index.tasks_of_plan.get(plan.id) or index.targets_of_plan(plan.id)
    ]
    statuses = [status for plan in plans for status in context.statuses.of_plan(plan.id)]
    disclosed = [status for status in statuses if status.disclosed]
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
        admitted_more=bool(admitted[NAMED:]),
        of_no_record=sum(not one.indicators and not one.tasks for one in promises.admissions),
        silent=len(promises.silent),
        silent_counts=tuple(_silent(context, plans)),
        ended=len(statuses) - len(disclosed) - len(promises.silent),
        overdue=len(promises.overdue),
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
    for state in State:
        own = [status for status in disclosed if status.state is state]
        if own:
            named = tuple(_named(context, status) for status in own[:NAMED])
            yield StateGroup(status_view(context, own[0]), len(own), named, len(own[NAMED:]))


def _named(context: PageContext, status: TargetStatus) -> NamedTarget:
    target, index = status.target, context.index
    ref = indicator_ref(index.indicators[target.indicator])
    if target is not index.main_target(target.indicator):
        time = formatting.years(target.start_year, target.end_year)
        ref = ref._replace(title=home_words.ITEM_OF_TIME.format(name=ref.title, time=time))
    return NamedTarget(ref, status_view(context, status).share)


def _admitted(context: PageContext, admissions: Sequence[Admission]) -> Iterable[Admitted]:
    """Admissions of records by document, time and word, the newest first."""
    views = [(one, admission_view(context, one)) for one in admissions if one.indicators or one.tasks]

    def key(pair: tuple[Admission, AdmissionView]) -> tuple[int, int, str, str, str]:
        one, view = pair
        words = view.quote or home_words.ADMITTED.get(view.state, view.state)
        return -one.year, -one.month, one.source.document, view.period, words

    for (_, _, document, period, words), group in groupby(sorted(views, key=key), key=key):
        about = [*dict.fromkeys(ref for _, view in group for ref in view.about)]
        ref = _short_ref(context.index, context.index.documents[document])
        yield Admitted(ref, period, tuple(about[:NAMED]), len(about[NAMED:]), words)


def _silent(context: PageContext, plans: Sequence[Plan]) -> Iterable[SilentCount]:
    names = plan_names(context.index.plans)
    own = Counter(context.index.plan_of_target(status.target) for status in context.promises.silent)
    return (SilentCount(names[plan.id], own[plan.id]) for plan in plans if own[plan.id])
