"""The page of an evaluation: of which plan and time, by whom, what it concluded."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.language import formatting, page_words
from generator.ledger.records import Evaluation
from generator.pages.components.structured_data import source_tags
from generator.pages.components.views import Ref, Source
from generator.pages.page import PageContent, PageContext, PageEntry, PageKind, index_ref


class EvaluationLine(NamedTuple):
    """An evaluation as a row of a list."""

    ref: Ref
    evaluator: str
    third_party: bool
    conclusion: str
    source: Source


class EvaluationView(NamedTuple):
    """What the page of an evaluation shows."""

    record: Evaluation
    plan: Ref
    period: str
    line: EvaluationLine


def evaluation_view(context: PageContext, record: Evaluation) -> EvaluationView:
    """What the page of an evaluation shows."""
    plan = context.index.plans[record.plan]
    ref = Ref(plan.title, f"evaluations/#{plan.id}")
    return EvaluationView(record, ref, formatting.period(record.period), evaluation_line(context, record))


def evaluation_line(context: PageContext, record: Evaluation) -> EvaluationLine:
    """An evaluation as a row."""
    ref = Ref(f"{formatting.period(record.period)}{record.kind}", f"evaluations/{record.id}/")
    source = context.components.source(record)
    return EvaluationLine(ref, record.evaluator, record.third_party, record.conclusion, source)


def _content(context: PageContext, id_: str) -> PageContent:
    record = context.index.evaluations[id_]
    view = evaluation_view(context, record)
    name = view.line.ref.title
    values = {"name": name, "plan": view.plan.title, "evaluator": record.evaluator}
    description = page_words.DESCRIPTIONS["evaluation"].format(**values)
    tags = source_tags(context.index, record.document)
    return PageContent(name, description, view, (index_ref("evaluations"),), record.file, tags)


def _pages(context: PageContext) -> Iterator[PageEntry]:
    for id_ in context.index.evaluations:
        yield f"evaluations/{id_}/", page_words.EVALUATION, partial(_content, context, id_)


KINDS = (PageKind(order=360, template="records/evaluation.html", pages=_pages),)
