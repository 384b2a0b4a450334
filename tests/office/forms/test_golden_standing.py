"""How a round stands, as the office files it and writes it to units, to be read line by line."""

from __future__ import annotations

from datetime import date

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import round_duties
from generator.analysis.rounds.round_status import round_status
from generator.ledger.load import load
from generator.office.forms.reminders import reminders, status_rows, status_workbook
from tests.helpers.filled_forms import CONTRACT, DISTRICT
from tests.helpers.golden import compare
from tests.helpers.workbooks import as_text


def test_how_a_round_stands_and_who_is_reminded(pytestconfig: pytest.Config) -> None:
    """Complete, in part, unchanged, empty, late and missing; who answered twice, and who was not asked."""
    index = LedgerIndex(load(DISTRICT, CONTRACT))
    record = next(one for one in index.ledger.rounds if one.id == "2023-h1")
    duties = round_duties(index, record)
    told = []
    for day in (6, 13, 14, 15, 20):
        status = round_status(index, duties, date(2023, 7, day))
        told += [f"# {status.on}", *(" · ".join(row) for row in status_rows(status))]
        told += [name for name, _ in reminders(index, record, status)]
        told += [f"再催：{name}" for name, _ in reminders(index, record, status, every_day=True)]
    told += [text for letter in reminders(index, record, status) for text in ("", *letter)]
    told += ["", as_text(status_workbook(record, status))]
    compare("forms/standing", "\n".join(told), pytestconfig.getoption("--update-golden"), "txt")
