"""Forms of the made-up district, filled as a unit would fill them."""

from __future__ import annotations

import difflib
import io
import re
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import round_duties
from generator.analysis.target_status import StatusIndex
from generator.language.office.rounds import form_words as words
from generator.ledger.load import load
from generator.office.forms.form_content import unit_forms
from generator.office.forms.form_workbook import HEAD_ROW, write_form
from tests.helpers.ledger import ROOT

SHA = re.compile("[0-9a-f]{64}")
DISTRICT = ROOT / "tests" / "district" / "data"
CONTRACT = ROOT / "datapackage.json"
ROUND = "2023-q3"
Answers = Mapping[int, Mapping[str, object]]
"""Row, counted from 1 → head of a column → what is typed."""


@cache
def empty_forms() -> dict[str, bytes]:
    """Unit → its form."""
    index = LedgerIndex(load(DISTRICT, CONTRACT))
    duties = round_duties(index, next(one for one in index.ledger.rounds if one.id == ROUND))
    forms = unit_forms(index, StatusIndex(index), duties)
    return {form.organization.name: write_form(form, index.site.package) for form in forms}


def opened(content: bytes) -> Any:
    """A workbook to change."""
    return openpyxl.load_workbook(io.BytesIO(content))


def saved(book: Any) -> bytes:
    """A workbook as a file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def filled(unit: str, values: Answers | None = None, tasks: Answers | None = None) -> bytes:
    """The form of a unit with some answers."""
    book = opened(empty_forms()[unit])
    for name, rows in ((words.VALUES, values or {}), (words.TASKS, tasks or {})):
        sheet = book[name]
        heads = [cell.value for cell in sheet[HEAD_ROW + 1]]
        for number, answers in rows.items():
            for head, text in answers.items():
                sheet.cell(HEAD_ROW + 1 + number, heads.index(head) + 1).value = text
    return saved(book)


def copied_ledger(folder: Path) -> Path:
    """The district's ledger in a folder of its own."""
    shutil.copytree(DISTRICT, folder / "data")
    return folder / "data"


def fill_form(content: bytes) -> bytes:
    """Any form with an answer in each row: the last figure or the promised one, and a sentence on each task."""
    book = opened(content)
    for name in {words.VALUES, words.TASKS} & {*book.sheetnames}:
        sheet = book[name]
        heads = [cell.value for cell in sheet[HEAD_ROW + 1]]
        for row in sheet.iter_rows(min_row=HEAD_ROW + 2):
            told = dict(zip(heads, row, strict=True))
            if not told["序号"].value:
                continue
            if name == words.VALUES:
                known = f"{told['上期完成值'].value or ''} {told['规划目标'].value or ''}"
                figure = re.search(r"\d+(?:\.\d+)?", known)
                told["完成值"].value = figure[0] if figure else "5"
                told["说明"].value = "按部门统计报表填，数已核对"
            else:
                told["状态"].value, told["进展"].value = "推进中", f"第 {told['序号'].value} 项照计划推进"
    return saved(book)


def texts(data: Path) -> dict[str, str]:
    """File → its text."""
    return {p.relative_to(data).as_posix(): p.read_text(encoding="utf-8") for p in sorted(data.rglob("*.yml"))}


def difference(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """The lines that changed, each with the one before it and behind it."""
    for name, text in after.items():
        lines = difflib.unified_diff(before.get(name, "").splitlines(), text.splitlines(), name, name, "", "", 1, "")
        yield from (SHA.sub("SHA", line) for line in lines if not line.startswith("---"))
