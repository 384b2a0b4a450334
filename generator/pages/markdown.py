"""Pages as Markdown files."""

from __future__ import annotations

import json
import re

from generator.pages.page import Page

BLANK_LINES = re.compile(r"\n\s*\n")
"""A blank line ends a block of HTML in Markdown."""


def source_path(path: str) -> str:
    """The Markdown file that stands for an address."""
    return f"{path.rstrip('/')}.md" if path else "index.md"


def to_markdown(page: Page) -> bytes:
    """A page as a Markdown file: front matter and the HTML body, which Markdown leaves alone."""
    matter = {"title": page.title, "description": page.description}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in matter.items()]
    body = BLANK_LINES.sub("\n", page.body).strip()
    return "\n".join(("---", *lines, "---", "", f'<div class="pl-page">\n{body}\n</div>', "")).encode()
