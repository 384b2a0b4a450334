"""Documents as offices hand them in: Word files made of a few lines, web pages, and what is broken."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

NAMESPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Row = Sequence[str]


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of a Word file; a tab in the text is one in the file."""
    runs = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\t"))
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}<w:r>{runs}</w:r></w:p>"


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph that Word numbers by itself."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(rows: Sequence[Row]) -> str:
    """A table; a cell of ``^`` goes on with the one above it, one that ends with ``<`` goes over two columns."""
    lines = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl>{lines}</w:tbl>"


def _cell(text: str) -> str:
    merge = "<w:vMerge/>" if text == "^" else '<w:vMerge w:val="restart"/>' if text.startswith("v:") else ""
    span = '<w:gridSpan w:val="2"/>' if text.endswith("<") else ""
    words = "" if text == "^" else text.removeprefix("v:").removesuffix("<")
    return f"<w:tc><w:tcPr>{merge}{span}</w:tcPr>{paragraph(words)}</w:tc>"


def docx(body: str, parts: dict[str, str] | None = None, declaration: str = "") -> bytes:
    """A Word file with this body, and other parts by their names."""
    document = f'<?xml version="1.0"?>{declaration}<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>'
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
        for name, part in (parts or {}).items():
            archive.writestr(name, part)
    return content.getvalue()


def numbering(*levels: tuple[str, str]) -> str:
    """The part of a Word file that says how one list is numbered: form and text of each level."""
    written = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    return (
        f'<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
