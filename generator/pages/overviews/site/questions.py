"""The page of what readers asked and what was answered."""

from __future__ import annotations

from typing import NamedTuple

from generator.pages.components.feedback.answered import FeedbackRow, feedback_rows
from generator.pages.context import PageContext
from generator.pages.page import index_kind


class QuestionsView(NamedTuple):
    """What the page shows."""

    rows: tuple[FeedbackRow, ...]
    """The newest first."""
    answered: int
    corrected: int


def questions_view(context: PageContext) -> QuestionsView:
    """What the page shows."""
    rows = feedback_rows(context, context.index.ledger.feedback)
    return QuestionsView(rows, sum(bool(row.answer) for row in rows), sum(row.corrected for row in rows))


KINDS = (index_kind("questions", questions_view, template="overviews/site/questions.html", order=192, map_order=182),)
