"""Word files: automatic numbers, boxes, frames and merged cells are read as they are printed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Final

import pytest

from generator.office.documents import docx as reader
from generator.office.documents.docx import DEEPEST, docx_text
from generator.office.documents.refused import DocumentRefused
from tests.helpers.office_documents import NAMESPACE, docx, numbered, numbering, paragraph, table

PATH: Final = Path("a.docx")
NUMBERS: Final = "word/numbering.xml"
OFF: Final = '<w:vanish w:val="false"/>'


def lines(body: str, **parts: str) -> list[str]:
    """The lines of a Word file; parts by the ends of their names."""
    return docx_text(PATH, docx(body, {f"word/{name}.xml": part for name, part in parts.items()})).split("\n")


def run(text: str, properties: str = "") -> str:
    """A run of a paragraph."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t>{text}</w:t></w:r>"


def level(depth: int, form: str, text: str, start: str = "1") -> str:
    """One level of a list."""
    inner = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{inner}</w:lvl>'


def lists(levels: str, *nums: str) -> str:
    """The part that says how lists are numbered; all of them count together but those that say where they begin."""
    shared = f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
    return f"<w:numbering {NAMESPACE}>{shared}{''.join(nums)}</w:numbering>"


def num(id_: int, start: str = "") -> str:
    """A list."""
    over = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    return f'<w:num w:numId="{id_}"><w:abstractNumId w:val="7"/>{over}</w:num>'


FORMS: Final = {
    "chineseCounting": ["一、甲", "二、乙"],
    "chineseCountingThousand": ["一、甲", "二、乙"],
    "decimalEnclosedCircle": ["①、甲", "②、乙"],
    "decimal": ["1、甲", "2、乙"],
    "none": ["、甲", "、乙"],
    "bullet": ["甲", "乙"],
}


@pytest.mark.parametrize("form", FORMS)
def test_forms_of_numbers(form: str) -> None:
    """As Word prints them; a point before a line is no number."""
    body = numbered("甲") + numbered("乙")
    assert lines(body, numbering=numbering((form, "%1、"))) == FORMS[form]


def test_a_circle_holds_twenty() -> None:
    """What has no sign of its own is printed in digits."""
    found = lines("".join(numbered("甲") for _ in range(21)), numbering=numbering(("decimalEnclosedCircle", "%1")))
    assert (found[0], found[19], found[20]) == ("①甲", "⑳甲", "21甲")


def test_a_list_begins_where_it_says() -> None:
    """A level that was never counted begins with its first number, and one below begins again below the next."""
    levels = level(0, "decimal", "%1.", "3") + level(1, "decimal", "%1.%2", "2") + level(2, "decimal", "%3)", "x")
    body = numbered("甲", 1) + numbered("乙", 1) + numbered("丙") + numbered("丁", 1) + numbered("戊", 2)
    assert lines(body, numbering=lists(levels, num(1))) == ["3.2甲", "3.3乙", "4.丙", "4.2丁", "1)戊"]
    levels = level(0, "decimal", "%1.", "0") + level(2, "decimal", "%1.%2.%3", "0")
    body = numbered("甲", 2) + numbered("乙", 2) + numbered("丙") + numbered("丁", 2)
    assert lines(body, numbering=lists(levels, num(1))) == ["1.0.1甲", "1.0.2乙", "2.丙", "2.0.1丁"]


def test_lists_that_count_together_and_one_that_begins_anew() -> None:
    """Two lists of one kind go on from each other, unless one of them says where it begins."""
    body = numbered("甲") + numbered("乙", number=2) + numbered("丙", number=3) + numbered("丁", number=3)
    part = lists(level(0, "decimal", "%1."), num(1), num(2), num(3, "1"))
    assert lines(body, numbering=part) == ["1.甲", "2.乙", "1.丙", "2.丁"]


def test_the_style_of_a_paragraph_numbers_it() -> None:
    """Its own list goes before that of its style; a level of a list that is not there gives no number."""
    style = '<w:style w:styleId="H"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    styles = f'<w:styles {NAMESPACE}>{style}<w:style w:styleId="N"/></w:styles>'
    body = paragraph("甲", '<w:pStyle w:val="H"/>') + paragraph("乙", '<w:pStyle w:val="N"/>')
    body += paragraph("丙", '<w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    body += paragraph("丁", '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="1"/></w:numPr>') + numbered("戊", 8)
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "(%2)")
    found = lines(body, numbering=lists(levels, num(1)), styles=styles)
    assert found == ["(1)甲", "乙", "2.丙", "(1)丁", "戊"]
    body = paragraph("甲", '<w:numPr><w:numId w:val="1"/></w:numPr>')  # no level is the first one
    assert lines(body, numbering=lists(levels, num(1))) == ["1.甲"]


def test_an_empty_paragraph_is_not_counted() -> None:
    """Word prints no number beside nothing; blanks before the words go where a number stands."""
    assert lines(
        numbered("甲") + numbered(" ") + numbered(" 乙") + paragraph("　丙"), numbering=numbering(("decimal", "%1."))
    ) == [
        "1.甲",
        " ",
        "2.乙",
        "　丙",
    ]


def test_boxes_frames_and_breaks() -> None:
    """A box stands behind its paragraph, a frame of one column is no table, and what is moved or a code is no text."""
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('框里')}</w:txbxContent></w:pict></w:r>"
    body = (
        f"<w:p>{run('甲')}{box}<w:r><w:br/><w:t>乙</w:t><w:noBreakHyphen/><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    body += f"<w:p>{run('丙', OFF)}<w:moveFrom>{run('丁')}</w:moveFrom></w:p>"
    body += (
        table([("戊",), ("己",)])
        + table([("1", "2"), ("3", "4")])
        + table([("5",), ("6", "7")])
        + f"<w:sdt><w:sdtContent>{paragraph('庚')}</w:sdtContent></w:sdt>"
    )
    assert lines(body) == ["甲", "乙-", "框里", "丙", "戊", "己", "1\t2", "3\t4", "5", "6\t7", "庚"]


def test_cells_that_are_merged() -> None:
    """Over columns the first has the text, over rows each; a cell inside a control counts like any other."""
    span = '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    down = "<w:tc><w:tcPr><w:vMerge{}/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = [
        span.format(3, "甲") + cell.format("乙"),
        cell.format("1")
        + f"<w:sdt><w:sdtContent>{cell.format('2')}</w:sdtContent></w:sdt>"
        + cell.format("3")
        + cell.format("4"),
        span.format("x", "丙") + span.format(0, "丁") + down.format(' w:val="restart"', "戊") + cell.format("5"),
        cell.format("6") + cell.format("7") + down.format("", "") + cell.format("8"),
    ]
    body = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    assert lines(body) == ["甲\t\t\t乙", "1\t2\t3\t4", "丙\t丁\t戊\t5", "6\t7\t戊\t8"]


def test_the_strict_form_of_the_format() -> None:
    """Its names are others, its content is the same."""
    other = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    content = docx(numbered("甲"), {NUMBERS: numbering(("decimal", "%1."))})
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = (
                old.read(name).decode().replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", other)
            )
            new.writestr(name, text)
    assert docx_text(PATH, out.getvalue()) == "1.甲"


@pytest.mark.parametrize(("deep", "told"), [(DEEPEST - 5, False), (DEEPEST - 4, True)])
def test_parts_may_stand_in_each_other_so_deep(deep: int, told: bool) -> None:
    """Farther down nobody wrote it; many beside each other are not deep."""
    body = paragraph("甲") * 200 + "<w:sdt>" * deep + paragraph("乙") + "</w:sdt>" * deep
    if told:
        with pytest.raises(DocumentRefused, match="太深"):
            lines(body)
    else:
        assert lines(body)[-1] == "乙"


def test_a_part_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """To the byte: what is as large as allowed is read."""
    content = docx(paragraph("甲"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    monkeypatch.setattr(reader, "LARGEST_PART", size)
    assert docx_text(PATH, content) == "甲"
    monkeypatch.setattr(reader, "LARGEST_PART", size - 1)
    with pytest.raises(DocumentRefused, match="解开以后超过"):
        docx_text(PATH, content)


def test_a_workbook_and_a_document_without_a_body() -> None:
    """One is told by what it is, the other has no text."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(DocumentRefused, match="Excel"):
        docx_text(PATH, out.getvalue())
    bare = io.BytesIO()
    with zipfile.ZipFile(bare, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMESPACE}/>")
    assert docx_text(PATH, bare.getvalue()) == ""
