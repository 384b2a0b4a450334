"""Forms by which the made-up district's units break targets down, filled as a unit would fill them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import StatusIndex
from generator.language.office.rounds import breakdown_words as words
from generator.ledger.load import load
from generator.office.forms.breakdown.breakdown_content import BreakdownForm, breakdown_forms
from generator.office.forms.breakdown.breakdown_workbook import write_breakdown
from generator.office.forms.form_workbook import HEAD_ROW
from tests.helpers.filled_forms import CONTRACT, DISTRICT, opened, saved

DOCUMENT = "chengxi-progress-2023-q3"
TOWNS = ("鹭汀镇", "松坞镇", "云岫乡", "桐汀街道", "望川县")
Parts = Mapping[tuple[str, str], Mapping[str, object]]
"""Indicator and town → head of a column → what is typed."""


@cache
def made(*indicators: str, document: str = DOCUMENT) -> dict[str, tuple[BreakdownForm, bytes]]:
    """Unit → its form, and that as a workbook."""
    index = LedgerIndex(load(DISTRICT, CONTRACT))
    statuses = StatusIndex(index)
    forms = breakdown_forms(index, statuses, index.documents[document], indicators).forms
    return {form.organization.name: (form, write_breakdown(index, statuses, form)) for form in forms}


def filled_parts(unit: str, parts: Parts, *indicators: str, document: str = DOCUMENT) -> bytes:
    """The form of a unit with some parts; of a target of one year that has the same name the first is meant."""
    book = opened(made(*indicators, document=document)[unit][1])
    sheet = book[words.SHEET]
    heads = [cell.value for cell in sheet[HEAD_ROW + 1]]
    name, town = heads.index("指标"), heads.index("镇街（单位）")
    found: dict[tuple[object, object], Any] = {}
    for row in sheet.iter_rows(min_row=HEAD_ROW + 2):
        found.setdefault((row[name].value, row[town].value), row)
    for key, answers in parts.items():
        for head, text in answers.items():
            found[key][heads.index(head)].value = text
    return saved(book)
