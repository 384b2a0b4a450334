"""What each unit is asked for, row by row, and what a number counts, to be read line by line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import round_duties
from generator.analysis.target_status import StatusIndex
from generator.ledger.enums import Measure
from generator.ledger.load import load
from generator.office.forms.asked_basis import asked_basis
from generator.office.forms.form_content import FormRow, unit_forms
from generator.office.forms.form_files import file_name
from tests.helpers.filled_forms import CONTRACT, DISTRICT
from tests.helpers.golden import compare

PLANS = ("key-work-2023", "livelihood-2023")


def line(row: FormRow) -> str:
    """A row of a form on one line."""
    cells = (f"{name}={text}".replace("\n", "⏎") for name, text in row.cells.items() if text)
    return f"{row.key}: {' | '.join(cells)}"


def test_what_each_unit_is_asked_for(pytestconfig: pytest.Config) -> None:
    """In a quarter and a whole year of a plan of five years, in plans of a year; then what each measure counts."""
    index = LedgerIndex(load(DISTRICT, CONTRACT))
    statuses = StatusIndex(index)
    told = []
    first = index.ledger.rounds[0]
    years = [replace(first, id=plan, plan=plan, period="2023") for plan in ("plan-2021-2025", *PLANS)]
    for record in (first, *years):
        for form in unit_forms(index, statuses, round_duties(index, record)):
            assert form.keys == tuple(row.key for row in (*form.values, *form.tasks))
            told += ["", f"# {file_name(form)}：{form.plan.id}"]
            told += [*map(line, form.values), "--", *map(line, form.tasks)]
    several = index.plans["plan-2021-2025"]
    for plan in (several, replace(several, end_year=several.start_year)):
        for period in ("2023", "2023-Q3"):
            told += ["", f"# {plan.start_year}—{plan.end_year}，{period}"]
            for measure in Measure:
                indicator = replace(next(iter(index.indicators.values())), measure=measure)
                asked = asked_basis(indicator, plan, period)
                told.append(f"{measure}：{asked.basis}，{asked.since_year}，{asked.hint}")
    compare("forms/rows", "\n".join(told).lstrip() + "\n", pytestconfig.getoption("--update-golden"), "txt")
