"""What readers asked and what was answered: on the page of all of it, and at the records that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.language import formatting
from generator.ledger.office_records import Feedback
from generator.pages.components.changes.change_parts import parts_of
from generator.pages.components.references import (
    Ref,
    document_ref,
    indicator_ref,
    organization_ref,
    plan_ref,
    task_ref,
)
from generator.pages.context import PageContext, once_in_context

NOTHING: tuple[FeedbackRow, ...] = ()


class FeedbackRow(NamedTuple):
    """A reader's question and the office's answer."""

    id: str
    about: Ref | None
    """The page of what it is about; None where it is about no record that has one."""
    asked_on: str
    question: str
    answered_on: str
    answer: str
    """Empty before it is answered."""
    corrected: bool
    """Whether the ledger was changed for it."""
    change: str
    """Where the change stands among all changes; empty where this copy of the history does not have it."""


def feedback_rows(context: PageContext, records: Iterable[Feedback]) -> tuple[FeedbackRow, ...]:
    """Questions with their answers, the newest first."""
    ordered = sorted(records, key=lambda one: (one.asked_on, one.id), reverse=True)
    return tuple(_row(context, one) for one in ordered)


def feedback_at(context: PageContext, *ids: str) -> tuple[FeedbackRow, ...]:
    """What was asked about some records, the newest first."""
    found = context.index.feedback_of
    return feedback_rows(context, (one for id_ in ids for one in found.get(id_, ()))) if found else NOTHING


def feedback_at_indicator(context: PageContext, id_: str) -> tuple[FeedbackRow, ...]:
    """What was asked about an indicator, its targets and its results."""
    index = context.index
    if not index.feedback_of:
        return NOTHING
    figures = (*index.targets_of.get(id_, ()), *index.observations_of.get(id_, ()))
    return feedback_at(context, id_, *(one.id for one in figures))


def _row(context: PageContext, record: Feedback) -> FeedbackRow:
    return FeedbackRow(
        id=record.id,
        about=_about(context, record.record or ""),
        asked_on=formatting.day(record.asked_on),
        question=record.question,
        answered_on=formatting.day(record.answered_on) if record.answered_on else "",
        answer=record.answer or "",
        corrected=bool(record.commit),
        change=_changes(context).get(record.commit or "", ""),
    )


def _about(context: PageContext, id_: str) -> Ref | None:
    """The page of a record, or of the indicator that a figure belongs to; None for what has none."""
    index = context.index
    figure = index.targets.get(id_) or index.observations.get(id_)
    if figure:
        return indicator_ref(index.indicators[figure.indicator])
    if id_ in index.tasks:
        return task_ref(index.tasks[id_])
    if id_ in index.indicators:
        return indicator_ref(index.indicators[id_])
    if id_ in index.organizations:
        return organization_ref(index.organizations[id_])
    if id_ in index.plans:
        return plan_ref(index.plans[id_])
    return document_ref(index.documents[id_]) if id_ in index.documents else None


@once_in_context
def _changes(context: PageContext) -> dict[str, str]:
    """Commit → where it stands among all changes, for those that answer somebody."""
    wanted = {one.commit for one in context.index.ledger.feedback if one.commit}
    first, older = parts_of(context.index.changes.log)
    pages = [("changes/", part) for part in first] + [(part.ref.path, part) for part in older]
    return {entry.id: f"{path}#c-{entry.short}" for path, part in pages for entry in part.entries if entry.id in wanted}
