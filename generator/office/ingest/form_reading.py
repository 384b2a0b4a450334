"""A form that came back: whose it is, and its answers row by row, whatever was done to the sheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from generator.language.office.rounds import breakdown_words
from generator.language.office.rounds import form_words as words
from generator.office.forms.form_identity import BREAKDOWN, NAMES, VERSION, FormIdentity, identity, row_print
from generator.office.forms.form_workbook import FIRST_ANSWER, HEAD_ROW
from generator.office.ingest.cells.readings import FilledCell
from generator.office.ingest.filled_tables import EMPTY, FilledTable
from generator.office.ingest.filled_workbooks import FilledWorkbook
from generator.office.ingest.form_findings import FormFinding, FormRefused
from generator.office.workbooks.sheets import letters
from generator.support.bare_text import bare

HEADS_WITHIN: Final = 10
"""Rows in which the heads are looked for, where rows were put in above them."""
COLUMNS: Final = {
    words.VALUES: (words.VALUE_COLUMNS, words.VALUE_ANSWERS),
    words.TASKS: (words.TASK_COLUMNS, words.TASK_ANSWERS),
    breakdown_words.SHEET: (breakdown_words.COLUMNS, breakdown_words.ANSWER_COLUMNS),
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
    columns: dict[str, int]
    """Name of a column → its place, counted from 0."""

    def place(self, column: str) -> str:
        """The cell of an answer: K5."""
        return f"{letters(self.columns[column] + 1)}{self.row}"


class ReturnedForm(NamedTuple):
    """A form as it came back."""

    identity: FormIdentity
    cover: FilledCell
    """What the unit answers as a whole."""
    cover_row: int
    """The row in which it does, as a person counts it."""
    rows: tuple[FormRow, ...]
    findings: tuple[FormFinding, ...]


def read_form(book: FilledWorkbook) -> ReturnedForm:
    """The answers of a form. Raises FormRefused where it is none, or one that cannot be read."""
    if any(name not in book.names for name in NAMES):
        raise FormRefused("names-lost" if book.sheet(words.KEYS) and not book.names.keys() & set(NAMES) else "no-form")
    told = FormIdentity(*(book.names[name] for name in NAMES))
    if told.version != VERSION:
        raise FormRefused("other-version", version=told.version, own=VERSION)
    keys = _keys(book)
    if identity(told.site, told.plan, told.round, told.unit, keys) != told:
        raise FormRefused("keys-changed")
    rows: list[FormRow] = []
    findings: list[FormFinding] = []
    for name in (breakdown_words.SHEET,) if told.round.startswith(BREAKDOWN) else (words.VALUES, words.TASKS):
        own = [line for line in keys if line[0] == name]
        sheet = book.sheet(name)
        if sheet is None:
            raise FormRefused("sheet-missing", sheet=name)
        _read_rows(sheet, own, rows, findings)
    cover, at = _cover(book.sheet(words.COVER))
    return ReturnedForm(told, cover, at + 1, tuple(rows), tuple(findings))


def _cover(sheet: FilledTable | None) -> tuple[FilledCell, int]:
    """What the unit answers as a whole, beside its label wherever that stands, and the row."""
    label, rows = words.ANSWERS[0][0], range(len(sheet.rows)) if sheet else ()
    at = next((row for row in rows if sheet and bare(_at(sheet, row, 0).text) == label), FIRST_ANSWER)
    return (_at(sheet, at, 1) if sheet else EMPTY), at


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
    head, columns, missing = _heads(sheet)
    if missing:
        findings.append(FormFinding("heads-changed", sheet.name, f"A{head + 1}", {"head": missing}))
        return
    prints = {
        at: row_print([_at(sheet, at, columns[name]).text for name, _, _ in locked])
        for at in range(head + 1, len(sheet.rows))
    }
    first = {print_: at for at, print_ in reversed(prints.items())}
    read: dict[int, FormRow] = {}
    for _, printed_row, key, print_ in keys:
        at = int(printed_row) - 1
        if prints.get(at) != print_:
            if print_ not in first:
                findings.append(FormFinding("row-changed", sheet.name, f"A{at + 1}"))
                continue
            at = first[print_]
            findings.append(FormFinding("row-moved", sheet.name, f"A{at + 1}", {"row": printed_row}))
        cells = {name: _at(sheet, at, columns[name]) for name, _, _ in answers}
        read[at] = FormRow(sheet.name, at + 1, key, cells, columns)
    rows += read.values()
    own = {prints[at]: row for at, row in read.items()}
    for at, print_ in prints.items():
        cells = {name: _at(sheet, at, columns[name]) for name, _, _ in answers}
        if at in read or all(cell.is_blank for cell in cells.values()):
            continue
        same = own.get(print_)
        if same is None:
            findings.append(FormFinding("row-extra", sheet.name, f"A{at + 1}"))
        elif same.cells != cells:
            findings.append(FormFinding("row-twice", sheet.name, f"A{at + 1}", {"row": same.row}))


def _heads(sheet: FilledTable) -> tuple[int, dict[str, int], str]:
    """The row of the heads, the places of the columns by their heads, and a head that is missing or there twice."""
    locked, answers = COLUMNS[sheet.name]
    wanted = {bare(head): name for name, head, _ in (*locked, *answers)}
    texts = [[bare(cell.text) for cell in row] for row in sheet.rows[: HEAD_ROW + HEADS_WITHIN]]
    head = max(range(len(texts)), key=lambda at: len(wanted.keys() & set(texts[at])), default=HEAD_ROW)
    found = texts[head] if texts else []
    missing = next((text for text in wanted if found.count(text) != 1), "")
    return head, {wanted[text]: at for at, text in enumerate(found) if text in wanted}, missing


def _at(sheet: FilledTable, row: int, column: int) -> FilledCell:
    """A cell, counted from 0; one that there is not is empty."""
    cells = sheet.rows[row] if row < len(sheet.rows) else ()
    return cells[column] if column < len(cells) else EMPTY
