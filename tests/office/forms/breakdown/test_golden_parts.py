"""What each unit is asked for when targets are broken down, row by row, to be read line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import StatusIndex
from generator.ledger.enums import Tier
from generator.ledger.load import load
from generator.office.forms.breakdown.breakdown_content import BreakdownForms, breakdown_forms, breakdown_rows
from tests.helpers.filled_forms import CONTRACT, DISTRICT
from tests.helpers.golden import compare

OTHERWISE: dict[str, dict[str, Any]] = {
    "river-length-2023": {"value_max": Decimal(40)},
    "park-new-firms-2023": {"value": None},
    "river-length-2021-2025-luting": {"tier": Tier.STRIVING},
}
"""A range, a target in words, and a part of another tier: none of them is added up with others."""


def lines(statuses: StatusIndex, made: BreakdownForms) -> Iterator[str]:
    """The forms, each row on a line."""
    for form in made.forms:
        yield f"## {form.organization.name} {form.plan.id}，{form.rows} 行"
        for one, rows in zip(form.targets, breakdown_rows(statuses, form), strict=True):
            yield f"{one.indicator.name}：{one.text}，数 {one.in_numbers}，{one.obstacle or '相加'}"
            yield f"  {rows[0].key} {' | '.join(rows[0].cells.values())}"
            there = [f"{part.organization.name} {part.there.value_text if part.there else ''}" for part in one.parts]
            yield f"  {'、'.join(there)}，第 {rows[-1].cells['number']} 行"
    yield f"没有牵头：{[one.name for one in made.without_lead]}，统称：{[one.name for one in made.of_collectives]}"


def test_what_each_unit_is_asked_to_break_down(pytestconfig: pytest.Config) -> None:
    """Of all indicators and of the binding ones by a document of 2023, of one by a document of 2016."""
    index = LedgerIndex(load(DISTRICT, CONTRACT))
    for id_, targets in index.targets_of.items():
        index.targets_of[id_] = [replace(one, **OTHERWISE.get(one.id, {})) for one in targets]
    statuses = StatusIndex(index)
    told = []
    for id_, indicators in (
        ("chengxi-progress-2023-q3", [*index.indicators]),
        ("chengxi-progress-2023-q3", []),
        ("chengxi-135-task-assignment-2016", ["river-length"]),
    ):
        document = index.documents[id_]
        told += [f"# {id_} {index.day(document) or date.max} {'全部' if indicators else '约束性'}"]
        told += [*lines(statuses, breakdown_forms(index, statuses, document, indicators)), ""]
    compare("forms/parts", "\n".join(told), pytestconfig.getoption("--update-golden"), "txt")
