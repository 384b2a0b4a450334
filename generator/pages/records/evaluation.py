"""The page of an evaluation: of which plan and time, by whom, what it concluded."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.language import formatting, page_words
from generator.ledger.records import Evaluation
from generator.pages.components.references import Ref, Source, evaluation_ref, source_of
from generator.pages.components.structured_data import source_tags
from generator.pages.context import PageContext
from generator.pages.page import PageContent, PageEntry, PageKind, index_ref


class EvaluationView(NamedTuple):
    """What the page of an evaluation shows."""

    record: Evaluation
    plan: Ref
    """The plan's part of the list of evaluations."""
    period: str
    source: Source


def _content(context: PageContext, id_: str) -> PageContent:
    record = context.index.evaluations[id_]
    plan = context.index.plans[record.plan]
    plan_ref = Ref(plan.title, f"evaluations/#{plan.id}")
    view = EvaluationView(record, plan_ref, formatting.period(record.period), source_of(context, record))
    title, tags = evaluation_ref(record).title, source_tags(context.index, record.document)
    values = {"name": title, "plan": plan.title, "evaluator": record.evaluator}
    description = page_words.DESCRIPTIONS["evaluation"].format(**values)
    return PageContent(title, description, view, (index_ref("gaps"), index_ref("evaluations")), record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for record in context.index.evaluations.values():
        yield PageEntry(evaluation_ref(record).path, page_words.EVALUATION, partial(_content, context, record.id))


KINDS = (PageKind(order=360, template="records/evaluation.html", pages=_pages),)
