"""The answer to a sender: its own sheets with the cells that are asked about in colour, and a list of what is said."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence

from openpyxl import load_workbook
from openpyxl.styles import PatternFill

from generator.language.office.rounds import form_words
from generator.language.office.rounds import ingest_words as words
from generator.office.ingest.form_findings import FormFinding
from generator.office.workbooks.workbook_file import parts_of

WIDTHS = (14, 10, 10, 90)


def reply_workbook(content: bytes, findings: Sequence[FormFinding]) -> bytes | None:
    """A copy of a workbook with what is said of it; None for a file that is no workbook. The sender's stays."""
    try:
        parts_of(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), keep_links=False)
    except Exception:  # openpyxl stumbles in many ways over a damaged file; what is said of it stands on the screen
        return None
    if form_words.PROBLEMS in book.sheetnames:
        del book[form_words.PROBLEMS]
    sheet = book.create_sheet(form_words.PROBLEMS, 0)
    for row in (words.REPLY_HEADS, *((one.sheet, one.cell, one.grade, one.words) for one in findings)):
        sheet.append(row)
    if not findings:
        sheet.append(("", "", "", words.REPLY_FINE))
    for letter, width in zip("ABCD", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for one in findings:
        if one.cell and one.sheet in book.sheetnames:
            colour = words.FILL[one.grade].removeprefix("#")
            book[one.sheet][one.cell].fill = PatternFill("solid", start_color=colour, end_color=colour)
    book.active = 0
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
