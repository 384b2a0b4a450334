"""绩效考核参考表 of a unit and of the whole place, and the tables of 通报, as workbooks."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from typing import Any, Final, NamedTuple

from xlsxwriter import Workbook

from generator.analysis.rounds.appraisal import UnitAppraisal
from generator.downloads.formats.xlsx_cells import HEADER, Look, Looks, text_writer
from generator.language.formatting import without_gaps
from generator.language.office.rounds import appraisal_words as words
from generator.ledger.enums import Nature
from generator.office.appraisal.tables import (
    Appraised,
    Row,
    answer_rows,
    fact_rows,
    round_rows,
    target_rows,
    task_rows,
    unit_rows,
    unled_rows,
)

A4: Final = 9
LINE: Final = 15
"""Points of a line of text."""
LATIN: Final = 0x2E80
"""Signs behind this one are two columns wide."""
TITLE: Final[Look] = {"bold": True, "font_size": 15}
CELL: Final[Look] = {"text_wrap": True, "valign": "top", "border": 1}
OPTIONS: Final = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}


class Sheet(NamedTuple):
    """A sheet: its name, its heads with their widths (none for a list of lines), its rows."""

    name: str
    heads: Sequence[tuple[str, int]]
    rows: Iterable[Row]


def unit_workbook(made: Appraised, unit: UnitAppraisal) -> bytes:
    """The workbook of a unit."""
    title = without_gaps(words.TABLE_TITLE.format(unit=made.name_of(unit), period=made.period))
    sheets = [
        Sheet(words.TARGETS, words.TARGET_HEADS, target_rows(made, unit.targets)),
        Sheet(words.TASKS, words.TASK_HEADS, task_rows(made, unit.tasks)),
        Sheet(words.ANSWERS, words.ANSWER_HEADS, answer_rows(unit.answers)),
    ]
    return _book(made, title, unit, sheets)


def whole_workbook(made: Appraised) -> bytes:
    """The workbook of the whole place."""
    whole = made.appraisal.whole
    title = without_gaps(words.TABLE_TITLE.format(unit=made.name_of(whole), period=made.period))
    sheets = [
        Sheet(words.UNITS, words.UNIT_HEADS, unit_rows(made.appraisal.units)),
        Sheet(words.TARGETS, words.TARGET_HEADS, target_rows(made, whole.targets)),
        Sheet(words.TASKS, words.TASK_HEADS, task_rows(made, whole.tasks)),
        Sheet(words.ANSWERS, words.ROUND_HEADS, round_rows(made.appraisal.rounds)),
        Sheet(words.UNLED, words.UNLED_HEADS, unled_rows(made)),
    ]
    return _book(made, title, whole, sheets)


def circular_workbook(made: Appraised) -> bytes:
    """The tables of the circular."""
    title = without_gaps(words.NOTICE_TITLE.format(place=made.index.site.place, period=made.period))
    binding = [one for one in made.appraisal.whole.targets if one.indicator.nature is Nature.BINDING]
    sheets = [
        Sheet(words.UNITS, words.UNIT_HEADS, unit_rows(made.appraisal.units)),
        Sheet(words.ANSWERS, words.ROUND_HEADS, round_rows(made.appraisal.rounds)),
        Sheet(words.BINDING_TARGETS, words.TARGET_HEADS, target_rows(made, binding)),
    ]
    return _book(made, title, made.appraisal.whole, sheets)


def _book(made: Appraised, title: str, unit: UnitAppraisal, sheets: Iterable[Sheet]) -> bytes:
    """A workbook: what is known as a whole, the sheets, the rules. The same rows give the same bytes."""
    out = io.BytesIO()
    facts = Sheet(words.FACTS, ((title, 20), ("", 70)), fact_rows(made, unit))
    rules = Sheet(words.RULES, ((words.RULES, 100),), ((line,) for line in words.RULE_LINES))
    with Workbook(out, OPTIONS) as book:
        book.set_properties({"created": datetime.combine(made.made_on, time(), UTC), "title": title})
        looks = Looks(book)
        for sheet in (facts, *sheets, rules):
            _write(book.add_worksheet(sheet.name), looks, sheet, title)
    return out.getvalue()


def _write(page: Any, looks: Looks, sheet: Sheet, title: str) -> None:
    text = text_writer(looks, page, CELL)
    for column, (head, width) in enumerate(sheet.heads):
        page.set_column(column, column, width)
        page.write_string(0, column, head, looks.format(TITLE if head in (title, "") else HEADER))
    at, widths = 0, [width for _, width in sheet.heads]
    if title not in dict(sheet.heads):
        page.set_row(0, _height([head for head, _ in sheet.heads], widths))
    for at, row in enumerate(sheet.rows, 1):
        page.set_row(at, _height(row, widths))
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(at, column, cell, looks.format(CELL))
            else:
                text(at, column, cell)
    if not at:
        text(1, 0, words.NONE)
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    page.set_paper(A4)
    page.set_landscape()
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.set_footer("&C&P / &N")


def _height(row: Sequence[object], widths: Sequence[int]) -> float:
    """Points that the longest cell of a row needs: not every program makes a row as high as what is in it."""
    wide = (sum(2 if ord(sign) > LATIN else 1 for sign in str(cell)) for cell in row)
    return LINE * max(-(-signs // (width - 2)) or 1 for signs, width in zip(wide, widths, strict=True))
