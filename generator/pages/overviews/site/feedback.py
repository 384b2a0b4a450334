"""The page that says how to report an error."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.language import page_words
from generator.ledger.office_records import Feedback
from generator.pages.components.feedback_link import channel
from generator.pages.components.references import Ref, indicator_ref, organization_ref, task_ref
from generator.pages.context import PageContext
from generator.pages.page import index_kind


class FeedbackRow(NamedTuple):
    """A reader's remark and the office's answer; ``about`` is the record's page, where it is about one."""

    about: Ref | None
    asked_on: date
    question: str
    answered_on: date | None
    answer: str


class FeedbackView(NamedTuple):
    """The address of the site's channel, for a report about no record; what readers remarked, the newest first."""

    channel: str
    issuers: tuple[str, ...]
    """Who issued the documents, and answers for what they say."""
    rows: tuple[FeedbackRow, ...]


def feedback_view(context: PageContext) -> FeedbackView:
    """What the page shows."""
    address = channel(context.site)("feedback/", page_words.INDEXES["feedback"][0])
    records = sorted(context.index.ledger.feedback, key=lambda f: (f.asked_on, f.id), reverse=True)
    issuers = dict.fromkeys(document.issuer for document in context.index.ledger.documents)
    return FeedbackView(address, tuple(issuers), tuple(_row(context, record) for record in records))


def _row(context: PageContext, record: Feedback) -> FeedbackRow:
    return FeedbackRow(
        _about(context, record.record or ""), record.asked_on, record.question, record.answered_on, record.answer or ""
    )


def _about(context: PageContext, id_: str) -> Ref | None:
    """The page of a task, an indicator or a unit; None for anything else."""
    index = context.index
    if id_ in index.tasks:
        return task_ref(index.tasks[id_])
    if id_ in index.indicators:
        return indicator_ref(index.indicators[id_])
    return organization_ref(index.organizations[id_]) if id_ in index.organizations else None


KINDS = (index_kind("feedback", feedback_view, template="overviews/site/feedback.html", order=190, map_order=180),)
