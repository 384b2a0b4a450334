"""The workbook of a form by which a unit breaks targets down: locked but for the parts, with sums that follow them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import StatusIndex
from generator.downloads.formats.xlsx_cells import HEADER, Look, Looks
from generator.language.office.rounds import breakdown_words as words
from generator.language.office.rounds import form_words
from generator.ledger.enums import Comparator
from generator.office.forms.breakdown.breakdown_content import BreakdownForm, BrokenTarget, breakdown_rows
from generator.office.forms.form_content import FormRow
from generator.office.forms.form_files import in_file_names
from generator.office.forms.form_identity import NAMES, breakdown_of, identity, row_print
from generator.office.forms.form_workbook import (
    HEAD_ROW,
    LOCKED,
    OPEN,
    PLAIN,
    TITLE,
    finish_sheet,
    write_heads,
    write_key_sheet,
)

NUMBER: Look = {**OPEN, "num_format": "General"}
"""Of the parts: a number that sums take in."""
SUM: Look = {**LOCKED, "num_format": "General", "italic": True}
COMPARATORS = tuple(one.value for one in Comparator)


def write_breakdown(index: LedgerIndex, statuses: StatusIndex, form: BreakdownForm) -> bytes:
    """The workbook of a unit; the same form gives the same bytes."""
    out = io.BytesIO()
    with Workbook(out) as book:
        made_on = index.day(form.document) or date(form.plan.start_year, 1, 1)
        book.set_properties({"created": datetime.combine(made_on, time(), UTC), "title": words.TITLE})
        looks = Looks(book)
        _cover(book.add_worksheet(form_words.COVER), looks, form)
        sheet = book.add_worksheet(words.SHEET)
        keys = _sheet(sheet, looks, form, breakdown_rows(statuses, form))
        write_key_sheet(book.add_worksheet(form_words.KEYS), keys)
        of = breakdown_of(form.document.id)
        own = identity(index.site.package, form.plan.id, of, form.organization.id, keys)
        for name, value in zip(NAMES, own, strict=True):
            book.define_name(name, f'="{value}"')
    return out.getvalue()


def breakdown_name(form: BreakdownForm) -> str:
    """The name of a form's file."""
    return words.FILE_NAME.format(plan=form.plan.id, unit=in_file_names(form.organization))


def _cover(sheet: Any, looks: Looks, form: BreakdownForm) -> None:
    """What the form is, and how to fill it."""
    sheet.set_column("A:A", 14)
    sheet.set_column("B:C", 44)
    sheet.merge_range(0, 0, 0, 2, words.TITLE, looks.format(TITLE))
    values = {
        "unit": form.organization.name,
        "plan": form.plan.title,
        "document": form.document.title,
        "targets": len(form.targets),
        "rows": form.rows,
    }
    for row, (label, text) in enumerate(words.FACTS, 1):
        sheet.write_string(row, 0, label, looks.format(HEADER))
        sheet.write_string(row, 1, text.format_map(values), looks.format(LOCKED))
    for row, (label, hint) in enumerate(words.ANSWERS, len(words.FACTS) + 2):
        sheet.write_string(row, 0, label, looks.format(HEADER))
        sheet.write_blank(row, 1, None, looks.format(OPEN))
        sheet.write_string(row, 2, hint, looks.format(PLAIN))
    for row, line in enumerate(words.HELP, len(words.FACTS) + len(words.ANSWERS) + 3):
        look = {**PLAIN, "bold": True} if line == words.HELP[0] else PLAIN
        sheet.merge_range(row, 0, row, 2, line, looks.format(look))
    finish_sheet(sheet, wide=False)


def _sheet(sheet: Any, looks: Looks, form: BreakdownForm, rows: Sequence[Sequence[FormRow]]) -> list[tuple[str, ...]]:
    """The table of parts, and the lines of the hidden sheet that know its rows again."""
    every = [*words.COLUMNS, *words.ANSWER_COLUMNS, *(("", head, width) for head, width in words.SUM_COLUMNS)]
    subtitle = words.SUBTITLE.format(plan=form.plan.title, unit=form.organization.name)
    write_heads(sheet, looks, (words.TITLE, subtitle), every)
    keys: list[tuple[str, ...]] = []
    at = HEAD_ROW + 1
    for one, own in zip(form.targets, rows, strict=True):
        _sums(sheet, looks, one, at)
        for row, part in zip(own, one.parts, strict=True):
            for column, (cell, _, _) in enumerate(words.COLUMNS):
                sheet.write_string(at, column, row.cells[cell], looks.format(LOCKED))
            value = part.there.value if part.there else None
            _answers(sheet, looks, at, None if value is None else float(value))
            locked = [row.cells[cell] for cell, _, _ in words.COLUMNS]
            keys.append((words.SHEET, str(at + 1), row.key, row_print(locked)))
            at += 1
    for column, (cell, _, _) in enumerate(words.ANSWER_COLUMNS, len(words.COLUMNS)):
        sheet.data_validation(HEAD_ROW + 1, column, at - 1, column, _validation(cell))
    sheet.freeze_panes(HEAD_ROW + 1, 2)
    sheet.repeat_rows(HEAD_ROW)
    finish_sheet(sheet, wide=True)
    return keys


def _answers(sheet: Any, looks: Looks, at: int, value: float | None) -> None:
    """The open cells of a row; a part that is there already stands in its cell."""
    first = len(words.COLUMNS)
    for column, (cell, _, _) in enumerate(words.ANSWER_COLUMNS, first):
        if cell == "value" and value is not None:
            sheet.write_number(at, column, value, looks.format(NUMBER))
        else:
            sheet.write_blank(at, column, None, looks.format(NUMBER if cell == "value" else OPEN))


def _sums(sheet: Any, looks: Looks, one: BrokenTarget, first: int) -> None:
    """The sum of a target's parts and its distance from the whole, in the first of its rows."""
    total_column = len(words.COLUMNS) + len(words.ANSWER_COLUMNS)
    last = first + len(one.parts) - 1
    for row in range(first, last + 1):
        for column in (total_column, total_column + 1):
            sheet.write_blank(row, column, None, looks.format(SUM))
    if one.obstacle or one.target.value is None:
        sheet.write_string(first, total_column, words.NOT_ADDED, looks.format(SUM))
        return
    value_column = len(words.COLUMNS)
    parts = f"{xl_rowcol_to_cell(first, value_column)}:{xl_rowcol_to_cell(last, value_column)}"
    total = sum(float(part.there.value) for part in one.parts if part.there and part.there.value is not None)
    gap = f"ROUND(SUM({parts})-{one.target.value:f},8)"
    sheet.write_formula(first, total_column, f"=ROUND(SUM({parts}),8)", looks.format(SUM), round(total, 8))
    difference = round(total - float(one.target.value), 8)
    sheet.write_formula(first, total_column + 1, f"={gap}", looks.format(SUM), difference)


def _validation(cell: str) -> dict[str, object]:
    """The drop-down of an answer, with its help."""
    title, message = words.INPUT_HELP[cell]
    help_ = {"input_title": title, "input_message": message}
    if cell == "comparator":
        return {"validate": "list", "source": [*COMPARATORS], **help_}
    return {"validate": "any", **help_}
