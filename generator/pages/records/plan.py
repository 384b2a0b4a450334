"""The page of a plan: its documents, where its targets stand, its headings, its evaluations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.ledger_index import WITHDRAWN
from generator.analysis.target_status import TargetStatus
from generator.language import formatting, page_words
from generator.ledger.records import Evaluation, Plan
from generator.pages.components.area_summary import areas, by_nature
from generator.pages.components.section_tree import section_tree
from generator.pages.components.structured_data import source_tags
from generator.pages.components.views import AreasView, Ref, RollupLine, SectionNode, Source, TallyLine
from generator.pages.page import PageContent, PageContext, PageEntry, PageKind, index_ref

LEVELS = 2
"""Headings of the highest two levels say where the targets below them stand."""


class DocumentLine(NamedTuple):
    """A document, whether the plan rests on it (else it evaluates the plan), and whether it is still valid."""

    ref: Ref
    basis: bool
    validity: str
    reason: str
    withdrawn: bool


class PlanRef(NamedTuple):
    """A plan above or below another, with the document that it was published by."""

    ref: Ref
    kind: str
    years: str
    document: Ref | None


class Branch(NamedTuple):
    """A heading of a plan; ``tallies`` are the states of the targets below it, on the highest levels only."""

    node: SectionNode
    tallies: tuple[TallyLine, ...]
    children: tuple[Branch, ...]


class EvaluationLine(NamedTuple):
    """What an evaluation of the plan found, and who made it."""

    kind: str
    period: str
    evaluator: str
    third_party: bool
    conclusion: str
    source: Source


class PlanView(NamedTuple):
    """What the page of a plan shows."""

    record: Plan
    years: str
    documents: tuple[DocumentLine, ...]
    parent: PlanRef | None
    children: tuple[PlanRef, ...]
    tasks: int
    indicators: int
    rollup: RollupLine | None
    """Where the plan's district-wide targets stand; None when it has none."""
    borrowed: tuple[tuple[Ref, int], ...]
    """Targets of this plan for indicators of another, which stand under the other's headings."""
    areas: AreasView
    branches: tuple[Branch, ...]
    evaluations: tuple[EvaluationLine, ...]


def plan_view(context: PageContext, record: Plan) -> PlanView:
    """What the page of a plan shows."""
    components, index = context.components, context.index
    standings = components.statuses.of_plan(record.id)
    tree = section_tree(components, record.id)
    parent = index.plans.get(record.parent or "")
    evaluations = index.evaluations_of.get(record.id, [])
    by_heading = _by_heading(context, record, standings)
    return PlanView(
        record=record,
        years=formatting.years(record.start_year, record.end_year),
        documents=_documents(context, record, evaluations),
        parent=plan_ref(context, parent) if parent else None,
        children=tuple(plan_ref(context, child) for child in index.plans_below.get(record.id, ())),
        tasks=sum(node.tasks for node in tree),
        indicators=sum(node.indicators for node in tree),
        rollup=components.rollup(standings) if standings else None,
        borrowed=_borrowed(context, record, standings),
        areas=areas(components, record.id, by_nature(standings)),
        branches=tuple(_branch(context, node, by_heading) for node in tree),
        evaluations=tuple(_evaluation(context, e) for e in evaluations),
    )


def plan_ref(context: PageContext, record: Plan) -> PlanRef:
    """A plan with its years and its document."""
    document = context.components.document(record.document) if record.document else None
    years = formatting.years(record.start_year, record.end_year)
    return PlanRef(context.components.plan(record), record.kind, years, document)


def _documents(context: PageContext, record: Plan, evaluations: list[Evaluation]) -> tuple[DocumentLine, ...]:
    """The plan's own document, then those that evaluate it."""
    own = [record.document] if record.document else []
    others = dict.fromkeys(e.document for e in evaluations if e.document != record.document)
    return tuple(_document(context, id_, id_ in own) for id_ in (*own, *others))


def _document(context: PageContext, id_: str, basis: bool) -> DocumentLine:
    record = context.index.documents[id_]
    withdrawn = record.validity in WITHDRAWN
    return DocumentLine(context.components.document(id_), basis, record.validity, record.repeal_basis or "", withdrawn)


def _by_heading(context: PageContext, record: Plan, standings: list[TargetStatus]) -> dict[str, list[TargetStatus]]:
    """Where the targets of the plan's own indicators stand, by each heading above them."""
    headings: dict[str, list[TargetStatus]] = {}
    for standing in standings:
        indicator = context.index.indicators[standing.target.indicator]
        if indicator.plan == record.id:
            for section in context.index.trail(indicator.section)[:LEVELS]:
                headings.setdefault(section.id, []).append(standing)
    return headings


def _branch(context: PageContext, node: SectionNode, by_heading: dict[str, list[TargetStatus]]) -> Branch:
    tallies = context.components.rollup(by_heading.get(node.id, ())).tallies
    return Branch(node, tallies, tuple(_branch(context, child, by_heading) for child in node.children))


def _borrowed(context: PageContext, record: Plan, standings: list[TargetStatus]) -> tuple[tuple[Ref, int], ...]:
    index = context.index
    owners = Counter(index.indicators[s.target.indicator].plan for s in standings)
    return tuple((context.components.plan(index.plans[id_]), n) for id_, n in owners.items() if id_ != record.id)


def _evaluation(context: PageContext, record: Evaluation) -> EvaluationLine:
    return EvaluationLine(
        kind=record.kind,
        period=formatting.period(record.period),
        evaluator=record.evaluator,
        third_party=record.third_party,
        conclusion=record.conclusion,
        source=context.components.source(record),
    )


def _content(context: PageContext, id_: str) -> PageContent:
    record = context.index.plans[id_]
    view, tags = plan_view(context, record), source_tags(context.index, record.document)
    description = page_words.DESCRIPTIONS["plan"].format(name=record.title)
    return PageContent(record.title, description, view, (index_ref("plans"),), record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for id_ in context.index.plans:
        yield f"plans/{id_}/", page_words.PLAN, partial(_content, context, id_)


KINDS = (PageKind(order=300, template="records/plan.html", pages=_pages),)
