"""The workbook of a form: locked but for the answers, with drop-downs and help, ready to print."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Any, Final

from xlsxwriter import Workbook

from generator.downloads.formats.xlsx_cells import HEADER, Look, Looks
from generator.language import formatting
from generator.language.office.rounds import form_words as words
from generator.ledger.enums import ReportState, Status
from generator.office.forms.form_content import FormRow, UnitForm
from generator.office.forms.form_identity import NAMES, identity, row_print

HEAD_ROW: Final = 2
"""The row of the heads, counted from 0; above it stand the title and the unit."""
A4: Final = 9
EVERYWHERE: Final = "A1:XFD1048576"
"""All cells that a sheet can have."""
TITLE: Final[Look] = {"bold": True, "font_size": 15, "align": "center"}
SUBTITLE: Final[Look] = {"align": "center"}
LOCKED: Final[Look] = {"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"}
OPEN: Final[Look] = {**LOCKED, "locked": False, "bg_color": "#FFF7DB"}
PLAIN: Final[Look] = {"text_wrap": True, "valign": "top"}
PROGRESS: Final = 200
"""Characters of a report of progress."""
FIRST_ANSWER: Final = len(words.FACTS) + 2
"""The row of the first answer on the first sheet, counted from 0."""
DROP_DOWNS: Final = {
    "status": tuple(map(str, Status)),
    "state": (*map(str, ReportState), words.NO_CHANGE),
}
Columns = Sequence[tuple[str, str, int]]


def write_form(form: UnitForm, site: str) -> bytes:
    """The workbook of a unit; the same form gives the same bytes."""
    out = io.BytesIO()
    with Workbook(out) as book:
        book.set_properties({"created": datetime.combine(form.round.opens_on, time(), UTC), "title": _title(form)})
        looks = Looks(book)
        _cover(book.add_worksheet(words.COVER), looks, form)
        keys = _sheet(book, looks, form, words.VALUES, form.values, (words.VALUE_COLUMNS, words.VALUE_ANSWERS))
        keys += _sheet(book, looks, form, words.TASKS, form.tasks, (words.TASK_COLUMNS, words.TASK_ANSWERS))
        write_key_sheet(book.add_worksheet(words.KEYS), keys)
        own = identity(site, form.plan.id, form.round.id, form.organization.id, keys)
        for name, value in zip(NAMES, own, strict=True):
            book.define_name(name, f'="{value}"')
    return out.getvalue()


def _title(form: UnitForm) -> str:
    return words.TITLE.format(period=formatting.period(form.round.period))


def _cover(sheet: Any, looks: Looks, form: UnitForm) -> None:
    """What the form is, what the unit answers as a whole, and how to fill it."""
    sheet.set_column("A:A", 14)
    sheet.set_column("B:C", 44)
    sheet.merge_range(0, 0, 0, 2, _title(form), looks.format(TITLE))
    values = {
        "unit": form.organization.name,
        "plan": form.plan.title,
        "period": formatting.period(form.round.period),
        "opens": form.round.opens_on.isoformat(),
        "due": form.round.due_on.isoformat(),
        "values": len(form.values),
        "tasks": len(form.tasks),
    }
    for row, (label, text) in enumerate(words.FACTS, 1):
        sheet.write_string(row, 0, label, looks.format(HEADER))
        sheet.write_string(row, 1, text.format_map(values), looks.format(LOCKED))
    for row, (label, text, hint) in enumerate(words.ANSWERS, FIRST_ANSWER):
        sheet.write_string(row, 0, label, looks.format(HEADER))
        if text:
            sheet.write_string(row, 1, text, looks.format(OPEN))
        else:
            sheet.write_blank(row, 1, None, looks.format(OPEN))
        sheet.write_string(row, 2, hint, looks.format(PLAIN))
    sheet.data_validation(FIRST_ANSWER, 1, FIRST_ANSWER, 1, {"validate": "list", "source": [*words.COVER_ANSWERS]})
    for row, line in enumerate(words.HELP, FIRST_ANSWER + len(words.ANSWERS) + 1):
        sheet.merge_range(
            row, 0, row, 2, line, looks.format(PLAIN if line != words.HELP[0] else {**PLAIN, "bold": True})
        )
    finish_sheet(sheet, wide=False)


def _sheet(
    book: Any, looks: Looks, form: UnitForm, name: str, rows: Sequence[FormRow], columns: tuple[Columns, Columns]
) -> list[tuple[str, ...]]:
    """A table of rows with answers, and the lines of the hidden sheet that know them again."""
    locked, answers = columns
    every = [*locked, *answers]
    sheet = book.add_worksheet(name)
    subtitle = words.SUBTITLE.format(plan=form.plan.title, unit=form.organization.name)
    write_heads(sheet, looks, (_title(form), subtitle), every)
    keys: list[tuple[str, ...]] = []
    for at, row in enumerate(rows, HEAD_ROW + 1):
        for column, (cell, _, _) in enumerate(locked):
            sheet.write_string(at, column, row.cells[cell], looks.format(LOCKED))
        for column in range(len(locked), len(every)):
            sheet.write_blank(at, column, None, looks.format(OPEN))
        keys.append((name, str(at + 1), row.key, row_print([row.cells[cell] for cell, _, _ in locked])))
    if rows:
        last = HEAD_ROW + len(rows)
        for column, (cell, _, _) in enumerate(answers, len(locked)):
            sheet.data_validation(HEAD_ROW + 1, column, last, column, _validation(cell))
    sheet.freeze_panes(HEAD_ROW + 1, 2)
    sheet.repeat_rows(HEAD_ROW)
    finish_sheet(sheet, wide=True)
    return keys


def _validation(cell: str) -> dict[str, object]:
    """The drop-down or the limit of an answer, with its help."""
    title, message = words.INPUT_HELP[cell]
    help_ = {"input_title": title, "input_message": message}
    if cell in DROP_DOWNS:
        return {"validate": "list", "source": [*DROP_DOWNS[cell]], **help_}
    if cell == "progress":
        rule = {"validate": "length", "criteria": "<=", "value": PROGRESS}
        return {**rule, "error_title": title, "error_message": message, **help_}
    return {"validate": "any", **help_}


def write_heads(sheet: Any, looks: Looks, titles: tuple[str, str], columns: Columns) -> None:
    """The title of a table, the line below it, and the heads of its columns with their widths."""
    for row, (title, look) in enumerate(zip(titles, (TITLE, SUBTITLE), strict=True)):
        sheet.merge_range(row, 0, row, len(columns) - 1, title, looks.format(look))
    for column, (_, head, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(HEAD_ROW, column, head, looks.format(HEADER))


def finish_sheet(sheet: Any, *, wide: bool) -> None:
    """Lock the sheet and set up its pages; what is typed is text, and no number in it gets a warning sign."""
    sheet.ignore_errors({"number_stored_as_text": EVERYWHERE})
    sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
    sheet.set_paper(A4)
    if wide:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&C&P / &N")


def write_key_sheet(sheet: Any, keys: Sequence[Sequence[str]]) -> None:
    """The sheet by which rows are known again; neither Excel nor WPS offers to show it."""
    for at, row in enumerate(keys):
        for column, text in enumerate(row):
            sheet.write_string(at, column, text)
    sheet.very_hidden()
    sheet.protect("")
