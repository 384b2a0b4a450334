"""The text of a web page: nothing is loaded, nothing runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.office.documents.plain_text import decoded_text
from generator.office.documents.refused import refusal
from generator.office.documents.table_grid import Cell, grid_lines, span_of

SKIPPED = "script, style, noscript, template, head, select, button, textarea, iframe, object, svg, nav"
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset"),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("li", "main", "ol", "p", "pre", "section", "table", "tr", "ul"),
    )
)
"""Elements that stand on lines of their own."""
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\r\n\f]+")
LONGEST_CELL = 2000
"""Characters of a cell; what is longer is a text."""
DEEPEST = 200
"""Elements, one in the other."""


def html_text(path: Path, content: bytes) -> str:
    """The text of a web page, a line for each paragraph and row.

    Raises:
        DocumentRefused: no encoding explains it, or its elements are nested too deep.
    """
    root = LexborHTMLParser(decoded_text(path, content)[0]).body
    if root is None:
        return ""
    for node in root.css(SKIPPED):
        node.decompose()
    lines = "".join(_pieces(path, root, 0)).split("\n")
    return "\n".join(line.strip(" ") for line in lines if line.strip())


def _pieces(path: Path, node: LexborNode, depth: int) -> Iterator[str]:
    """The text below an element, with a line break around each block."""
    if depth > DEEPEST:
        raise refusal("document-deep", path)
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            yield BLANKS.sub(" ", child.text_content or "")
        elif tag == "br":
            yield "\n"
        elif tag == "table" and not _is_hidden(child) and not _is_layout(child):
            yield "\n" + "\n".join(grid_lines(_rows(path, child, depth))) + "\n"
        elif not tag.startswith(("-", "!")) and not _is_hidden(child):
            edge = "\n" if tag in BLOCKS else ""
            yield edge
            yield from _pieces(path, child, depth + 1)
            yield edge


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(HIDDEN.search(attributes.get("style") or ""))


def _is_layout(table: LexborNode) -> bool:
    """Whether a table only puts parts of a page beside each other: it holds tables, a text, or one column."""
    rows = [[cell for cell in row.iter() if cell.tag in ("td", "th")] for row in table.css("tr")]
    return (
        len(table.css("table")) > 1
        or all(len(row) < 2 for row in rows)
        or any(len(cell.text()) > LONGEST_CELL for row in rows for cell in row)
    )


def _rows(path: Path, table: LexborNode, depth: int) -> Iterator[list[Cell]]:
    """The cells of each row of a table; a table inside a cell is a part of its text."""
    for part in table.iter():
        rows = [part] if part.tag == "tr" else [*part.iter()] if part.tag in ("thead", "tbody", "tfoot") else []
        if part.tag == "caption":
            yield [Cell(" ".join("".join(_pieces(path, part, depth + 1)).split()))]
        for row in (row for row in rows if row.tag == "tr" and not _is_hidden(row)):
            yield [_cell(path, cell, depth) for cell in row.iter() if cell.tag in ("td", "th")]


def _cell(path: Path, cell: LexborNode, depth: int) -> Cell:
    text = " ".join("".join(_pieces(path, cell, depth + 1)).split())
    columns, rows = (span_of(cell.attributes.get(name) or "") for name in ("colspan", "rowspan"))
    return Cell(text, columns, rows)
