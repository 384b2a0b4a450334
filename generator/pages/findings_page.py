"""The page that a preview shows while the ledger has faults."""

from __future__ import annotations

from generator.language import page_words
from generator.ledger.reading.findings import Finding
from generator.pages.environment import bare_environment
from generator.pages.page import Page


def findings_page(findings: list[Finding]) -> Page:
    """The page of some findings, in the place of home."""
    title = page_words.FAULTY_TITLE.format(count=len(findings))
    body = bare_environment().get_template("findings_page.html").render(view=findings, title=title)
    return Page("", page_words.HOME, title, title, body, ())
