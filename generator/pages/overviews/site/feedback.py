"""The page that says how to report an error."""

from __future__ import annotations

from generator.language import page_words
from generator.pages.components.feedback_link import channel
from generator.pages.context import PageContext
from generator.pages.page import index_kind


def feedback_view(context: PageContext) -> str:
    """The address of the site's channel, for a report about no record."""
    return channel(context.site)("feedback/", page_words.INDEXES["feedback"][0])


KINDS = (index_kind("feedback", feedback_view, template="overviews/site/feedback.html", order=190, map_order=180),)
