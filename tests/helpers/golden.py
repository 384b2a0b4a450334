"""Golden pages and other golden files: what is compared with them, and the article of a page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from tests.helpers.sites import LISTS

GOLDEN: Final = Path(__file__).resolve().parents[1] / "golden"


def compare(name: str, text: str, update: bool, suffix: str = "html") -> None:
    """Fail unless a text equals its golden file; with ``update`` it becomes the golden file."""
    golden = GOLDEN / f"{name}.{suffix}"
    if update:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def normalised(body: str) -> str:
    """The body of a page as a browser reads it, without empty lines."""
    node = LexborHTMLParser(f"<article>\n{body}\n</article>").css_first("article")
    assert node is not None and node.html is not None
    return re.sub(r"\n\s*\n+", "\n", node.html).strip() + "\n"


def article(path: Path) -> str:
    """The article of a page of a site: what is ours, without the theme around it."""
    node = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("article.md-content__inner")
    assert node is not None and node.html is not None
    return re.sub(r"\n\s*\n+", "\n", node.html).strip() + "\n"


def richest(site: Path, folder: str) -> Path:
    """The page of a kind of record that shows the most."""
    pages = [p for p in (site / folder).glob("*/index.html") if p.parent.name not in LISTS]
    return max(sorted(pages), key=lambda p: len(article(p)))
