"""通报 for the whole place as a document: what is to be said, from which somebody writes the real one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

from generator.analysis.rounds.appraisal import UnitAppraisal
from generator.language import formatting
from generator.language.office.rounds import appraisal_words as words
from generator.office.appraisal.tables import Appraised, binding_rows, share, states
from generator.support.zip_files import to_zip

BODY, TITLE, CELL = Pt(16), Pt(22), Pt(10.5)
"""Sizes of official documents: 三号, 二号, 五号."""
LINE, HEADING_GAP = Pt(28), Pt(6)
"""Between the lines of official documents, and around a heading."""
SHORT = 8
"""Characters of a cell that stands in the middle of its column."""
TABLE_LOOK = "Table Grid"
BLACK = RGBColor(0, 0, 0)
FIRST_COLUMN, OTHERS = Cm(4), Cm(11.6)
"""Widths of the first column of a table, and of all others together."""


def circular(made: Appraised) -> bytes:
    """The document; the same commit gives the same bytes."""
    document = Document()
    title = words.NOTICE_TITLE.format(place=made.index.site.place, period=made.period)
    _prepare(document, made, title)
    heading = _paragraph(document, title, TITLE, words.TITLE_FONT)
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if made.notice:
        _paragraph(document, made.notice).alignment = WD_ALIGN_PARAGRAPH.CENTER
    overall, units, answers, binding, rules = words.HEADINGS
    _section(document, overall, _overall(made))
    _section(document, units, [words.UNIT_TABLE_NOTE])
    _table(document, words.NOTICE_UNIT_HEADS, [_unit_row(unit) for unit in made.appraisal.units])
    _section(document, answers, _answers(made))
    bound = [*binding_rows(made)]
    _section(document, binding, [] if bound else [words.NO_BINDING])
    if bound:
        _table(document, words.NOTICE_TARGET_HEADS, bound)
    _section(document, rules, [f"{number}. {line}" for number, line in enumerate(words.RULE_LINES, 1)])
    frozen = words.PARAGRAPHS["frozen"].format(made_from=made.made_from, as_of=made.as_of)
    _paragraph(document, frozen)
    day = formatting.day(made.made_on) if made.index.as_of else ""
    for line in (made.index.site.publisher, day):
        if line:
            _paragraph(document, line).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return _frozen(document)


def _overall(made: Appraised) -> list[str]:
    whole, say = made.appraisal.whole, words.PARAGRAPHS
    lines = [
        say["targets"].format(
            period=made.period,
            place=made.index.site.whole,
            targets=len(whole.targets),
            binding=whole.binding,
            told=share(whole.told_targets, words.NONE),
            states=states(whole) or words.NONE,
        ),
        say["tasks"].format(tasks=len(whole.tasks), told=share(whole.told_tasks, words.NONE)),
    ]
    if made.appraisal.without_lead:
        lines.append(say["unled"].format(count=len(made.appraisal.without_lead), whole=made.index.site.whole))
    return lines


def _answers(made: Appraised) -> list[str]:
    whole, say = made.appraisal.whole, words.PARAGRAPHS
    if not whole.answers:
        return [say["no_rounds"]]
    lines = [
        say["rounds"].format(
            rounds=len(made.appraisal.rounds),
            asked=len(whole.answers),
            answered=share(whole.answered, ""),
            on_time=share(whole.on_time, ""),
            complete=share(whole.complete, ""),
        )
    ]
    for record, status in made.appraisal.rounds:
        named = {
            "unanswered": [unit for unit in status.units if not unit.answered],
            "late": [unit for unit in status.units if unit.on_time is False],
        }
        for what, units in named.items():
            if units:
                names = formatting.AND.join(unit.duties.organization.name for unit in units)
                period = formatting.period(record.period)
                lines.append(say[what].format(period=period, count=len(units), names=names))
    return lines


def _unit_row(unit: UnitAppraisal) -> tuple[str, ...]:
    shares = (
        words.OF.format(part=one.part, whole=one.whole) if one.whole else words.NOTHING
        for one in (unit.told_targets, unit.told_tasks, unit.answered, unit.on_time)
    )
    told_targets, told_tasks, answered, on_time = shares
    targets = words.WITH_BINDING_SHORT.format(targets=len(unit.targets), binding=unit.binding)
    name = unit.organization.name if unit.organization else ""
    return name, targets, told_targets, str(len(unit.tasks)), told_tasks, answered, on_time


def _prepare(document: Any, made: Appraised, title: str) -> None:
    """Paper, margins and font; who made it and when, as the commit says."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Cm, (3.7, 3.5, 2.8, 2.6))
    normal = document.styles["Normal"]
    _font(normal, BODY, words.FONT)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(0), LINE
    own, made_on = document.core_properties, datetime.combine(made.made_on, time())
    own.title, own.author, own.comments = title, made.index.site.publisher, made.made_from
    own.created = own.modified = made_on


def _section(document: Any, heading: str, lines: Iterable[str]) -> None:
    paragraph = document.add_heading(level=1)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = HEADING_GAP
    run = paragraph.add_run(heading)
    _font(run, BODY, words.HEADING_FONT)
    run.bold, run.font.color.rgb = False, BLACK
    for line in lines:
        _paragraph(document, line).paragraph_format.first_line_indent = 2 * BODY


def _paragraph(document: Any, text: str, size: Pt = BODY, font: str = words.FONT) -> Any:
    paragraph = document.add_paragraph()
    _font(paragraph.add_run(formatting.without_gaps(text)), size, font)
    return paragraph


def _table(document: Any, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table whose head stands on each of its pages."""
    table = document.add_table(rows=0, cols=len(heads), style=TABLE_LOOK)
    table.autofit = False
    others = Length(OTHERS // (len(heads) - 1))
    for column, width in zip(table.columns, (FIRST_COLUMN, *[others] * (len(heads) - 1)), strict=True):
        column.width = width
    for row in (heads, *rows):
        for column, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.line_spacing = 1.0
            if column and len(str(text)) <= SHORT:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _font(paragraph.add_run(formatting.without_gaps(str(text))), CELL, words.FONT)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(head.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))


def _font(styled: Any, size: Pt, name: str) -> None:
    styled.font.size, styled.font.name = size, name
    styled.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def _frozen(document: Any) -> bytes:
    """The bytes of a document, without the time at which it was written."""
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        return to_zip((name, archive.read(name)) for name in archive.namelist())
