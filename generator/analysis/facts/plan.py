"""Everything that the ledger knows of a plan: its documents, where its targets stand, heading by heading."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import Rollup, StatusIndex, TargetStatus, rollup
from generator.ledger.records import Document, Evaluation, Plan, Project, Section

LEVELS = 2
"""Headings of the highest two levels say where the targets below them stand."""


def years_with_page(index: LedgerIndex) -> list[int]:
    """Years of plans that have annual targets, observations or reports, in their order."""
    known = {t.start_year for t in index.ledger.targets if t.start_year == t.end_year}
    known |= {int(period[:4]) for period in (*index.observations_in, *index.reports_in)}
    return [year for year in years_of_plans(index) if year in known]


def years_of_plans(index: LedgerIndex) -> list[int]:
    """Every year of any plan, in their order."""
    return sorted({y for p in index.ledger.plans for y in range(p.start_year, p.end_year + 1)})


class AreaStatuses(NamedTuple):
    """An area of a plan and where the targets of its indicators stand."""

    section: Section
    above: Section | None
    """The heading of the first level above it; None for an area that is one itself."""
    rollup: Rollup


class SectionNode(NamedTuple):
    """A heading in the tree of a plan, with how much stands under it."""

    section: Section
    tasks: int
    indicators: int
    children: list[SectionNode]


class PlanFacts(NamedTuple):
    """Everything that the ledger knows of a plan."""

    record: Plan
    document: Document | None
    evaluating: list[Document]
    """Other documents, which evaluate it."""
    parent: Plan | None
    previous: Plan | None
    """The plan that it goes on from."""
    following: list[Plan]
    """Plans that go on from it."""
    projects: list[Project]
    children: list[Plan]
    tree: list[SectionNode]
    tasks: int
    indicators: int
    statuses: list[TargetStatus]
    """Where its targets for the whole place stand."""
    statuses_of_section: dict[str, list[TargetStatus]]
    """The same of its own indicators, by each heading of the highest levels above them."""
    borrowed: list[tuple[Plan, int]]
    """Other plans, and how many of its targets are for indicators of theirs."""
    areas: list[AreaStatuses]
    evaluations: list[Evaluation]


def plan_facts(index: LedgerIndex, statuses: StatusIndex, id_: str) -> PlanFacts:
    """Everything that the ledger knows of a plan."""
    record, own, tree = index.plans[id_], statuses.of_plan(id_), section_tree(index, id_)
    evaluations = index.evaluations_of.get(id_, [])
    return PlanFacts(
        record=record,
        document=index.documents.get(record.document or ""),
        evaluating=_evaluating(index, record, evaluations),
        parent=index.plans.get(record.parent or ""),
        previous=index.plans.get(record.previous or ""),
        following=index.plans_after.get(id_, []),
        projects=index.projects_of_plan.get(id_, []),
        children=index.plans_below.get(id_, []),
        tree=tree,
        tasks=sum(node.tasks for node in tree),
        indicators=sum(node.indicators for node in tree),
        statuses=own,
        statuses_of_section=_by_section(index, record, own),
        borrowed=_borrowed(index, record, own),
        areas=area_statuses(index, statuses, id_),
        evaluations=evaluations,
    )


def projects_in_order(index: LedgerIndex) -> list[tuple[Plan, list[Project]]]:
    """The projects of each plan that has some, as the list of all projects has them."""
    own = index.projects_of_plan
    return [(plan, own[plan.id]) for plan in running_first(index) if plan.id in own]


def running_first(index: LedgerIndex) -> list[Plan]:
    """All plans: those that run on the day of the newest document first, then the others, the newest first.

    Among those that run the longest comes first.
    """
    year = index.as_of.year if index.as_of else 0

    def order(plan: Plan) -> tuple[bool, int, int]:
        runs = plan.start_year <= year <= plan.end_year
        return not runs, plan.start_year - plan.end_year if runs else 0, -plan.end_year

    return sorted(index.ledger.plans, key=order)


def section_tree(index: LedgerIndex, plan: str) -> list[SectionNode]:
    """The headings of a plan, those of the first level with all below them."""
    return [_node(index, section) for section in index.subsections.get(None, ()) if section.plan == plan]


def tree_below(index: LedgerIndex, section: str) -> list[SectionNode]:
    """The headings right below one, with all below them."""
    return [_node(index, below) for below in index.subsections.get(section, ())]


def area_statuses(index: LedgerIndex, statuses: StatusIndex, plan: str) -> list[AreaStatuses]:
    """A plan's areas that have targets or indicators, in the order of its document.

    By the areas of the plan's own indicators; targets that it sets for another plan's stand under that one's."""
    by_area: dict[str, list[TargetStatus]] = {}
    for status in statuses.of_plan(plan):
        area = index.area(index.indicators[status.target.indicator].section)
        by_area.setdefault(area.id, []).append(status)
    areas = []
    for top in index.subsections.get(None, ()):
        if top.plan != plan:
            continue
        below = index.subsections.get(top.id, ())
        for section in (top, *below):
            own = rollup(by_area.get(section.id, ()))
            if own.total or section is not top or not below:
                areas.append(AreaStatuses(section, None if section is top else top, own))
    return areas


def _node(index: LedgerIndex, section: Section) -> SectionNode:
    children = [_node(index, below) for below in index.subsections.get(section.id, ())]
    tasks = len(index.tasks_of_section.get(section.id, ())) + sum(child.tasks for child in children)
    indicators = len(index.indicators_of_section.get(section.id, ())) + sum(child.indicators for child in children)
    return SectionNode(section, tasks, indicators, children)


def _evaluating(index: LedgerIndex, record: Plan, evaluations: list[Evaluation]) -> list[Document]:
    ids = dict.fromkeys(e.document for e in evaluations if e.document != record.document)
    return [index.documents[id_] for id_ in ids]


def _by_section(index: LedgerIndex, record: Plan, statuses: list[TargetStatus]) -> dict[str, list[TargetStatus]]:
    by_section: dict[str, list[TargetStatus]] = {}
    for status in statuses:
        indicator = index.indicators[status.target.indicator]
        if indicator.plan == record.id:
            for section in index.trail(indicator.section)[:LEVELS]:
                by_section.setdefault(section.id, []).append(status)
    return by_section


def _borrowed(index: LedgerIndex, record: Plan, statuses: list[TargetStatus]) -> list[tuple[Plan, int]]:
    owners = Counter(index.indicators[status.target.indicator].plan for status in statuses)
    return [(index.plans[id_], targets) for id_, targets in owners.items() if id_ != record.id]
