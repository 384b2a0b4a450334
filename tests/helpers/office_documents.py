"""Documents as offices hand them in: Word files made of a few lines, web pages, and what is broken."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

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


def as_text(content: bytes) -> str:
    """A Word file as lines of text: its paper, each paragraph and each cell with its look."""
    document = Document(io.BytesIO(content))
    own, section, normal = document.core_properties, document.sections[0], document.styles["Normal"]
    sides = (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    paper = [f"{side.cm:.2f}" if side else "-" for side in (*sides, section.left_margin, section.right_margin)]
    lines = [
        f"{own.title} | {own.author} | {own.comments} | {own.created} | {own.modified}",
        f"paper {' '.join(paper)}",
    ]
    lines.append(f"normal {_font(normal)} {_spaces(normal.paragraph_format)}")
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            lines.append(_words(block))
            continue
        widths = [column.width for column in block.columns]
        lines.append(f"table {block.style and block.style.name} fits {block.autofit} widths {widths}")
        for row in block.rows:
            head = "head" if row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None else ""
            lines += [f"row {head}", *(f"  {_words(cell.paragraphs[0])}" for cell in row.cells)]
    return "\n".join(lines) + "\n"


def _words(paragraph: Paragraph) -> str:
    runs = " ".join(f"{run.text!r} {_font(run)} bold {run.bold} {run.font.color.rgb}" for run in paragraph.runs)
    return (
        f"{paragraph.style and paragraph.style.name} {paragraph.alignment} {_spaces(paragraph.paragraph_format)} {runs}"
    )


def _font(styled: Any) -> str:
    fonts = styled.element.rPr.rFonts if styled.element.rPr is not None else None
    chinese = fonts.get(qn("w:eastAsia")) if fonts is not None else None
    return f"{styled.font.name}/{chinese} {styled.font.size.pt if styled.font.size else None}"


def _spaces(look: Any) -> str:
    return f"{look.line_spacing}/{look.space_before}/{look.space_after}/{look.first_line_indent}"
