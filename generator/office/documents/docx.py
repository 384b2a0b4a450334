"""The text of a Word document: paragraphs with their automatic numbers, and tables; no external part is followed."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from generator.language.findings.file_words import MEGABYTE
from generator.office.documents.docx_numbering import Numbering, read_numbering
from generator.office.documents.refused import refusal
from generator.office.documents.table_grid import Cell, grid_lines, span_of

LARGEST_PART = 60 * MEGABYTE
"""Bytes of a part when it is unpacked."""
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
SKIPPED = frozenset((f"{WORD}del", f"{WORD}moveFrom", f"{WORD}instrText", f"{WORD}delText", FALLBACK))
"""Deleted words, the code of fields, and copies for old programs."""
WITHOUT_TEXT = frozenset((f"{WORD}txbxContent", f"{WORD}pPr", f"{WORD}rPr"))
"""Boxes, which are read behind their paragraph, and properties."""
OFF = ("0", "false", "off")
SPACES = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}
DEEPEST = 300
PART, NUMBERS, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
ENCRYPTED_FLAG = 1


def docx_text(path: Path, content: bytes) -> str:
    """The text of a Word document.

    Raises:
        DocumentRefused: it is broken, encrypted, another kind of file, too large, or names an entity.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            if PART not in names:
                raise refusal("document-xlsx" if "xl/workbook.xml" in names else "document-no-word", path)
            root = _part(path, archive, PART)
            numbering = read_numbering(*(_part(path, archive, p) if p in names else None for p in (NUMBERS, STYLES)))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise refusal("document-broken", path) from None
    body = root.find(f"{WORD}body")
    return "" if body is None else "\n".join(_lines(body, numbering))


def _part(path: Path, archive: zipfile.ZipFile, name: str) -> Element:
    """A part of the document as XML without entities."""
    info = archive.getinfo(name)
    if info.flag_bits & ENCRYPTED_FLAG:
        raise refusal("document-encrypted", path)
    with archive.open(info) as file:
        content = file.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        raise refusal("document-unpacked", path, limit=LARGEST_PART // MEGABYTE)
    plain = content.replace(b"\0", b"")  # an entity in UTF-16 is one too
    if DECLARATION.search(plain):
        raise refusal("document-entity", path)
    try:
        parser = XMLParser(target=_Tree(path))
        parser.feed(content)
        root: Element = parser.close()
    except (ParseError, LookupError, ValueError):
        raise refusal("document-broken", path) from None
    return root


class _Tree(TreeBuilder):
    """Builds elements, none of them too deep; both dialects of the format have the same names."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path, self.depth = path, 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self.depth += 1
        if self.depth > DEEPEST:
            raise refusal("document-deep", self.path)
        named = {name.replace(STRICT, WORD): value for name, value in attrs.items()}
        return super().start(tag.replace(STRICT, WORD), named)

    def end(self, tag: str, /) -> Element:
        self.depth -= 1
        return super().end(tag.replace(STRICT, WORD))


def _lines(parent: Element, numbering: Numbering) -> Iterator[str]:
    """The paragraphs and rows below an element."""
    for child in parent:
        if child.tag == f"{WORD}p":
            yield from _paragraph(child, numbering)
        elif child.tag == f"{WORD}tbl" and _is_frame(child):
            for cell in child.iterfind(f"{WORD}tr/{WORD}tc"):
                yield from _lines(cell, numbering)
        elif child.tag == f"{WORD}tbl":
            yield from grid_lines(_merged(_rows(child, numbering)))
        elif child.tag not in SKIPPED:
            yield from _lines(child, numbering)


def _paragraph(paragraph: Element, numbering: Numbering) -> Iterator[str]:
    """A paragraph with its number, and the paragraphs of its text boxes."""
    text = "".join(_runs(paragraph))
    number = numbering.next_number(paragraph) if text.strip() else ""
    yield number + (text.lstrip() if number else text)
    for box in paragraph.iter(f"{WORD}txbxContent"):
        yield from _lines(box, numbering)


def _runs(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{WORD}t":
            yield child.text or ""
        elif child.tag in SPACES:
            yield SPACES[child.tag]
        elif child.tag not in SKIPPED and child.tag not in WITHOUT_TEXT and not _is_hidden(child):
            yield from _runs(child)


def _is_hidden(run: Element) -> bool:
    """Whether a run is hidden: nobody who reads the document sees it."""
    mark = run.find(f"{WORD}rPr/{WORD}vanish")
    return mark is not None and mark.get(f"{WORD}val", "true") not in OFF


def _is_frame(table: Element) -> bool:
    """Whether a table of one column only stands around a text."""
    return all(len(row.findall(f"{WORD}tc")) < 2 for row in table.iterfind(f"{WORD}tr"))


def _rows(table: Element, numbering: Numbering) -> Iterator[list[tuple[Cell, bool]]]:
    """The cells of each row, each with whether it goes on with the one above it."""
    for row in table.iterfind(f"{WORD}tr"):
        cells: list[tuple[Cell, bool]] = []
        for cell in row:
            if cell.tag in (f"{WORD}sdt", f"{WORD}customXml"):
                cells += (_cell(inner, numbering) for inner in cell.iter(f"{WORD}tc"))
            elif cell.tag == f"{WORD}tc":
                cells.append(_cell(cell, numbering))
        yield cells


def _cell(cell: Element, numbering: Numbering) -> tuple[Cell, bool]:
    text = " ".join(" ".join(_lines(cell, numbering)).split())
    span, merge = cell.find(f"{WORD}tcPr/{WORD}gridSpan"), cell.find(f"{WORD}tcPr/{WORD}vMerge")
    printed = "" if span is None else span.get(f"{WORD}val", "")
    goes_on = merge is not None and merge.get(f"{WORD}val", "continue") == "continue"
    return Cell(text, span_of(printed)), goes_on


def _merged(rows: Iterator[list[tuple[Cell, bool]]]) -> Iterator[list[Cell]]:
    """The rows, where a cell that goes on has the text of the one above it."""
    above: dict[int, str] = {}
    for row in rows:
        column, cells = 0, []
        for cell, goes_on in row:
            text = above.get(column, "") if goes_on else cell.text
            above[column] = text
            cells.append(Cell(text, cell.columns))
            column += cell.columns
        yield cells
