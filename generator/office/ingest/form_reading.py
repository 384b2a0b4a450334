"""A form that came back: whose it is, and its answers row by row, whatever was done to the sheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from generator.language.office.rounds import form_words as words
from generator.office.forms.form_identity import NAMES, VERSION, FormIdentity, identity, row_print
from generator.office.forms.form_workbook import FIRST_ANSWER, HEAD_ROW
from generator.office.ingest.cells.readings import FilledCell
from generator.office.ingest.filled_tables import EMPTY, FilledTable
from generator.office.ingest.filled_workbooks import FilledWorkbook
from generator.office.ingest.form_findings import FormFinding, FormRefused
from generator.office.workbooks.sheets import letters

COLUMNS: Final = {
    words.VALUES: (words.VALUE_COLUMNS, words.VALUE_ANSWERS),
    words.TASKS: (words.TASK_COLUMNS, words.TASK_ANSWERS),
}
"""Sheet → its locked columns and its answers."""


class FormRow(NamedTuple):
    """A row of a form as it came back."""

    sheet: str
    row: int
    """As a person counts it."""
    key: str
    cells: dict[str, FilledCell]
    """Its answers by the names of their columns."""

    def place(self, column: str) -> str:
        """The cell of an answer: K5."""
        locked, answers = COLUMNS[self.sheet]
        names = [name for name, _, _ in (*locked, *answers)]
        return f"{letters(names.index(column) + 1)}{self.row}"


class ReturnedForm(NamedTuple):
    """A form as it came back."""

    identity: FormIdentity
    cover: FilledCell
    """What the unit answers as a whole."""
    rows: tuple[FormRow, ...]
    findings: tuple[FormFinding, ...]


def read_form(book: FilledWorkbook) -> ReturnedForm:
    """The answers of a form. Raises FormRefused where it is none, or one that cannot be read."""
    if any(name not in book.names for name in NAMES):
        raise FormRefused("no-form")
    told = FormIdentity(*(book.names[name] for name in NAMES))
    if told.version != VERSION:
        raise FormRefused("other-version", version=told.version, own=VERSION)
    keys = _keys(book)
    if identity(told.site, told.plan, told.round, told.unit, keys) != told:
        raise FormRefused("keys-changed")
    rows: list[FormRow] = []
    findings: list[FormFinding] = []
    for name in COLUMNS:
        own = [line for line in keys if line[0] == name]
        sheet = book.sheet(name)
        if sheet is None:
            raise FormRefused("sheet-missing", sheet=name)
        _read_rows(sheet, own, rows, findings)
    cover = book.sheet(words.COVER)
    return ReturnedForm(told, _at(cover, FIRST_ANSWER, 1) if cover else EMPTY, tuple(rows), tuple(findings))


def _keys(book: FilledWorkbook) -> list[tuple[str, ...]]:
    """The lines of the sheet that nobody sees."""
    sheet = book.sheet(words.KEYS)
    if sheet is None:
        raise FormRefused("keys-changed")
    return [tuple(cell.text for cell in row) for row in sheet.rows if any(cell.text for cell in row)]


def _read_rows(
    sheet: FilledTable, keys: Sequence[tuple[str, ...]], rows: list[FormRow], findings: list[FormFinding]
) -> None:
    """The rows of a sheet, each known by what its locked cells say: a row that was moved is found again."""
    locked, answers = COLUMNS[sheet.name]
    prints = {
        row_print([_at(sheet, at, column).text for column in range(len(locked))]): at
        for at in reversed(range(HEAD_ROW + 1, len(sheet.rows)))
    }
    for _, printed_row, key, print_ in keys:
        at = int(printed_row) - 1
        if row_print([_at(sheet, at, column).text for column in range(len(locked))]) != print_:
            if print_ not in prints:
                findings.append(FormFinding("row-changed", sheet.name, f"A{at + 1}"))
                continue
            findings.append(FormFinding("row-moved", sheet.name, f"A{prints[print_] + 1}", {"row": printed_row}))
            at = prints[print_]
        cells = {name: _at(sheet, at, column) for column, (name, _, _) in enumerate(answers, len(locked))}
        rows.append(FormRow(sheet.name, at + 1, key, cells))


def _at(sheet: FilledTable, row: int, column: int) -> FilledCell:
    """A cell, counted from 0; one that there is not is empty."""
    cells = sheet.rows[row] if row < len(sheet.rows) else ()
    return cells[column] if column < len(cells) else EMPTY
