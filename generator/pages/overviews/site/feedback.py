"""The page that says how to report an error."""

from __future__ import annotations

from typing import NamedTuple

from generator.language import page_words
from generator.pages.components.feedback.feedback_link import channel
from generator.pages.context import PageContext
from generator.pages.page import index_kind


class FeedbackView(NamedTuple):
    """The address of the site's channel, for a report about no record; how much was asked and is answered elsewhere."""

    channel: str
    issuers: tuple[str, ...]
    """Who issued the documents, and answers for what they say."""
    questions: int


def feedback_view(context: PageContext) -> FeedbackView:
    """What the page shows."""
    address = channel(context.site)("feedback/", page_words.INDEXES["feedback"][0])
    issuers = dict.fromkeys(document.issuer for document in context.index.ledger.documents)
    return FeedbackView(address, tuple(issuers), len(context.index.ledger.feedback))


KINDS = (index_kind("feedback", feedback_view, template="overviews/site/feedback.html", order=190, map_order=180),)
