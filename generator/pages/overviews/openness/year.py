"""The page of a year: what was promised for it, what was reached, what was reported, what was to be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from typing import NamedTuple

from generator.analysis.facts.plan import years_with_page
from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_spec import over
from generator.language import formatting, page_words
from generator.ledger.periods import periods_of
from generator.ledger.records import Observation, Report, Target, Task
from generator.pages.components.promises.admissions import AdmissionView, admission_view
from generator.pages.components.references import Ref, document_ref
from generator.pages.components.rows import ProjectRow, project_row, report_row
from generator.pages.components.states import RollupView, StatusView, rollup_of
from generator.pages.context import PageContext
from generator.pages.overviews.openness.year_rows import (
    AnsweredTarget,
    HeadingGroup,
    StateCount,
    answered_targets,
    by_heading,
    result_row,
    state_counts,
    target_line,
    year_task,
)
from generator.pages.overviews.openness.years import YearPlan, annual_plans, year_plan, year_ref
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref

SHOWN = 400
"""Targets and observations that the page lists; the rest stand on the pages of documents and indicators."""
REPEATED = 3
"""A sentence about so many targets is said once above them."""
FEW = 80
"""So many rows are shown unfolded."""


class YearDocument(NamedTuple):
    """A document with facts of a year, and how many."""

    ref: Ref
    day: date | None
    targets: int
    observations: int
    reports: int
    tasks: int

    @property
    def gives(self) -> str:
        """What it gives of the year, in one line."""
        counts = zip(page_words.GIVEN_OF_YEAR, self[2:], strict=True)
        return formatting.AND.join(words.format(count=count) for words, count in counts if count)


class Counts(NamedTuple):
    """How much there is of the year."""

    targets: int
    observations: int
    reports: int
    tasks: int


class YearView(NamedTuple):
    """What the page of a year shows."""

    title: str
    over: bool
    """Whether the year was over when the newest document was made."""
    counts: Counts
    admissions: tuple[AdmissionView, ...]
    plans: tuple[YearPlan, ...]
    documents: tuple[YearDocument, ...]
    rollup: RollupView | None
    """Of the targets for the whole place."""
    repeated: tuple[StatusView, ...]
    """States of which many targets are in one way: their sentence is said once."""
    targets: tuple[HeadingGroup, ...]
    targets_more: int
    """How many targets are not listed."""
    targets_of_organizations: int
    """How many of them are an organisation's own, and so not in the roll-up."""
    observations_more: int
    answered: tuple[AnsweredTarget, ...]
    others: tuple[HeadingGroup, ...]
    """Observations that belong to no target of several years."""
    states: tuple[StateCount, ...]
    """The reports by what they say."""
    reports: tuple[HeadingGroup, ...]
    tasks: tuple[HeadingGroup, ...]
    continued: bool
    """Whether a task continues one of a plan of several years."""
    projects: tuple[ProjectRow, ...]
    few_targets: bool
    """Whether they are few enough to be shown unfolded."""
    few_observations: bool


def year_view(context: PageContext, year: int) -> YearView:
    """What the page of a year shows."""
    index = context.index
    plans, targets = annual_plans(index, year), _targets(index, year)
    observations = [o for period in periods_of(year) for o in index.observations_in.get(period, ())]
    reports = [r for period in periods_of(year) for r in index.reports_in.get(period, ())]
    tasks = [t for plan in plans for t in index.tasks_of_plan.get(plan.id, ())]
    whole = [t for t in targets if t.organization is None]
    with_targets = [(o, _targets_over_years(index, o)) for o in observations[:SHOWN]]
    lines = [target_line(context, target) for target in targets[:SHOWN]]
    others = [o for o, targets_of_it in with_targets if not targets_of_it]
    year_tasks = [year_task(context, task) for task in tasks]
    grouped = partial(by_heading, context, {plan.id for plan in plans})
    return YearView(
        title=formatting.year(year),
        over=bool(index.as_of and over(year, index.as_of)),
        counts=Counts(len(targets), len(observations), len(reports), len(tasks)),
        admissions=tuple(admission_view(context, one) for one in context.promises.admissions if one.year == year),
        plans=tuple(year_plan(context, plan) for plan in plans),
        documents=_documents(index, (targets, observations, reports, tasks)),
        rollup=rollup_of(map(context.statuses.of, whole)) if whole else None,
        repeated=tuple(_repeated(line.status for line in lines if line.status)),
        targets=grouped("targets", zip(map(partial(_section, index), targets), lines, strict=False)),
        targets_more=len(targets[SHOWN:]),
        targets_of_organizations=len(targets) - len(whole),
        observations_more=len(observations[SHOWN:]),
        answered=tuple(answered_targets(context, with_targets)),
        others=grouped("results", ((_section(index, o), result_row(context, o)) for o in others)),
        few_targets=len(targets) <= FEW,
        few_observations=len(observations) <= FEW,
        states=state_counts(report.state for report in reports),
        reports=tuple(_with_states(grouped("reports", ((r.section, report_row(context, r)) for r in reports)))),
        tasks=grouped("tasks", ((task.section, row) for task, row in zip(tasks, year_tasks, strict=True))),
        continued=any(task.continues for task in year_tasks),
        projects=tuple(project_row(context, p) for plan in plans for p in index.projects_of_plan.get(plan.id, ())),
    )


def _section(index: LedgerIndex, record: Target | Observation) -> str:
    return index.indicators[record.indicator].section


def _repeated(statuses: Iterable[StatusView]) -> Iterator[StatusView]:
    """A state for each sentence that is said of several targets."""
    by_sentence: dict[str, list[StatusView]] = {}
    for status in statuses:
        by_sentence.setdefault(status.sentence, []).append(status)
    return (same[0] for same in by_sentence.values() if len(same) >= REPEATED)


def _with_states(groups: Iterable[HeadingGroup]) -> Iterator[HeadingGroup]:
    for group in groups:
        yield group._replace(states=state_counts(row.state for row in group.rows))


def _targets(index: LedgerIndex, year: int) -> list[Target]:
    return [t for t in index.targets_from.get(year, ()) if t.end_year == year]


def _targets_over_years(index: LedgerIndex, record: Observation) -> list[Target]:
    """Targets of several years, of the observation's organisation, whose time it belongs to."""
    return [
        t
        for t in index.targets_of.get(record.indicator, ())
        if t.organization == record.organization and t.start_year < t.end_year
        if t.start_year <= int(record.period[:4]) <= t.end_year
    ]


def _documents(
    index: LedgerIndex, records: Iterable[Iterable[Target | Observation | Report | Task]]
) -> tuple[YearDocument, ...]:
    """The documents of targets, observations, reports and tasks, the newest first."""
    counts = [Counter(record.document for record in group) for group in records]
    documents = [index.documents[id_] for id_ in dict.fromkeys(chain.from_iterable(counts))]
    rows = [YearDocument(document_ref(d), index.day(d), *(count[d.id] for count in counts)) for d in documents]
    return tuple(sorted(rows, key=lambda row: (row.day or date.min, row.ref.path), reverse=True))


def _content(context: PageContext, year: int) -> PageContent:
    view = year_view(context, year)
    description = page_words.DESCRIPTIONS["year"].format(year=view.title, **view.counts._asdict())
    return PageContent(view.title, description, view, (index_ref("years"),))


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for year in years_with_page(context.index):
        yield PageEntry(year_ref(year).path, page_words.INDEX, partial(_content, context, year))


KINDS = (PageKind(order=130, template="overviews/openness/year.html", pages=_pages),)
