"""The page of a plan: its documents, where its targets stand, its headings, its evaluations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.analysis.facts.plan import PlanFacts, plan_facts
from generator.analysis.ledger_index import WITHDRAWN
from generator.analysis.promises.clues import is_silent
from generator.language import formatting, page_words
from generator.ledger.enums import State
from generator.ledger.records import Document, Plan
from generator.pages.components.plan_sections import AreasView, Branch, areas_view, branches
from generator.pages.components.references import Ref, document_ref, plan_ref
from generator.pages.components.rows import EvaluationRow, evaluation_row
from generator.pages.components.states import RollupView, rollup_of
from generator.pages.components.structured_data import source_tags
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref


class DocumentRow(NamedTuple):
    """A document, whether the plan rests on it (else it evaluates the plan), and whether it is still valid."""

    ref: Ref
    basis: bool
    validity: str
    reason: str
    withdrawn: bool


class PlanRow(NamedTuple):
    """A plan with its kind, its years, and the document that it was published by."""

    ref: Ref
    kind: str
    years: str
    document: Ref | None


class PlanAnswer(NamedTuple):
    """What became of the targets of a plan, in numbers that add up."""

    targets: int
    """For the whole place."""
    disclosed: int
    ended: int
    silent: int
    """Of which nothing is disclosed; with those that are disclosed and those that have ended they are all."""
    overdue: int
    """Silent ones whose time is over."""
    clues: int
    """Silent ones to which there is a clue."""
    admitted: int
    """Indicators and tasks of which a document itself admits that they were missed."""


class PlanView(NamedTuple):
    """What the page of a plan shows."""

    record: Plan
    years: str
    as_of: str
    """The day up to which its documents are known."""
    documents: tuple[DocumentRow, ...]
    parent: PlanRow | None
    previous: PlanRow | None
    """The plan that it goes on from."""
    following: tuple[PlanRow, ...]
    """Plans that go on from it."""
    projects: int
    children: tuple[PlanRow, ...]
    tasks: int
    indicators: int
    rollup: RollupView | None
    """Where the plan's district-wide targets stand; None when it has none."""
    answer: PlanAnswer | None
    """None where it has no target."""
    borrowed: tuple[tuple[Ref, int], ...]
    """Targets of this plan for indicators of another, which stand under the other's headings."""
    areas: AreasView
    branches: tuple[Branch, ...]
    evaluations: tuple[EvaluationRow, ...]


def plan_view(context: PageContext, facts: PlanFacts) -> PlanView:
    """What the page of a plan shows."""
    own = [_document(facts.document, basis=True)] if facts.document else []
    return PlanView(
        record=facts.record,
        years=formatting.years(facts.record.start_year, facts.record.end_year),
        as_of=context.as_of_plan(facts.record.id),
        documents=(*own, *(_document(document, basis=False) for document in facts.evaluating)),
        parent=plan_row(context, facts.parent) if facts.parent else None,
        previous=plan_row(context, facts.previous) if facts.previous else None,
        following=tuple(plan_row(context, plan) for plan in facts.following),
        projects=len(facts.projects),
        children=tuple(plan_row(context, child) for child in facts.children),
        tasks=facts.tasks,
        indicators=facts.indicators,
        rollup=rollup_of(facts.statuses) if facts.statuses else None,
        answer=_answer(context, facts),
        borrowed=tuple((plan_ref(plan), targets) for plan, targets in facts.borrowed),
        areas=areas_view(facts),
        branches=branches(facts.tree, facts.statuses_of_section),
        evaluations=tuple(evaluation_row(context, evaluation) for evaluation in facts.evaluations),
    )


def _answer(context: PageContext, facts: PlanFacts) -> PlanAnswer | None:
    """What became of a plan's targets for the whole place."""
    if not facts.statuses:
        return None
    promises, plan = context.promises, facts.record.id
    silent = [status for status in facts.statuses if is_silent(status)]
    disclosed = sum(status.disclosed for status in facts.statuses)
    about = {i.id for one in promises.admissions for i in one.indicators if i.plan == plan}
    about |= {t.id for one in promises.admissions if not one.indicators for t in one.tasks if t.plan == plan}
    return PlanAnswer(
        targets=len(facts.statuses),
        disclosed=disclosed,
        ended=len(facts.statuses) - disclosed - len(silent),
        silent=len(silent),
        overdue=sum(status.state is State.OVERDUE for status in silent),
        clues=sum(promises.clues(status).total > 0 for status in silent),
        admitted=len(about),
    )


def plan_row(context: PageContext, record: Plan) -> PlanRow:
    """A plan with its years and its document."""
    document = context.index.documents.get(record.document or "")
    years = formatting.years(record.start_year, record.end_year)
    return PlanRow(plan_ref(record), record.kind, years, document_ref(document) if document else None)


def _document(record: Document, *, basis: bool) -> DocumentRow:
    reason, withdrawn = record.repeal_basis or "", record.validity in WITHDRAWN
    return DocumentRow(document_ref(record), basis, record.validity, reason, withdrawn)


def _content(context: PageContext, id_: str) -> PageContent:
    facts = plan_facts(context.index, context.statuses, id_)
    record, trail = facts.record, (index_ref("plans"),)
    description = page_words.DESCRIPTIONS["plan"].format(name=record.title)
    tags = source_tags(context.index, record.document)
    return PageContent(record.title, description, plan_view(context, facts), trail, record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for id_ in context.index.plans:
        yield PageEntry(f"plans/{id_}/", page_words.PLAN, partial(_content, context, id_))


KINDS = (PageKind(order=300, template="records/plan.html", pages=_pages),)
