"""What analysis answers of the made-up district: of each record what its page, the lists and the charts are told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from generator.analysis.charts.chart_content import ChartContent
from generator.analysis.facts.breakdown import binding_and_whole, share_of_whole
from generator.analysis.facts.document import document_facts
from generator.analysis.facts.indicator import indicator_chart, indicator_facts, indicator_summary
from generator.analysis.facts.named_things import named_things
from generator.analysis.facts.next_due import last_due, next_due
from generator.analysis.facts.partners import partners_of
from generator.analysis.facts.plan import plan_facts
from generator.analysis.facts.request import (
    leading,
    request_of_indicator,
    request_of_unit,
    request_without_unit,
)
from generator.analysis.facts.section import section_facts
from generator.analysis.facts.task import task_facts, years_under_way
from generator.analysis.facts.unit import unit_facts
from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.promises.promise_index import PromiseIndex
from generator.analysis.rounds.round_duties import round_duties
from generator.analysis.rounds.round_status import round_status
from generator.analysis.state_explanation import explain, goal
from generator.analysis.target_spec import DatedValue
from generator.analysis.target_status import StatusIndex, TargetStatus, rollup
from generator.ledger.load import load
from tests.conftest import ROOT
from tests.helpers.golden import compare
from tests.helpers.sites import DISTRICT


def is_empty(value: object) -> bool:
    """Whether nothing is told; zero is a figure."""
    return value is None or value is False or (isinstance(value, str | Collection) and not value)


def told(value: object) -> str:
    """A record by its id, a target with its state, what has several parts with all that is not empty."""
    match value:
        case TargetStatus():
            return f"{value.id} ({value.state})"
        case DatedValue():
            return f"{value.observation or value.year} {value.value}"
        case ChartContent():
            return value.description
        case Enum():
            return str(value.value)
        case str() | int() | Decimal() | date():
            return str(value)
        case dict():
            return told([(key, one) for key, one in value.items()])
        case range():
            return f"{value.start}–{value.stop - 1}"
        case tuple() if hasattr(value, "_fields"):
            return f"({parts_told(zip(value._fields, value, strict=True))})"
        case list() | tuple() | frozenset():
            return f"[{', '.join(map(told, value))}]"
    if is_dataclass(value) and not hasattr(value, "id"):
        names = (one.name for one in fields(value) if one.name not in ("file", "position"))
        return f"({parts_told((name, getattr(value, name)) for name in names)})"
    return str(getattr(value, "id", value))


def parts_told(parts: Iterable[tuple[str, object]]) -> str:
    """Names with what stands there; what is empty is left out."""
    return ", ".join(f"{name} {told(one)}" for name, one in parts if not is_empty(one))


def paragraph(heading: str, *values: Any, **more: object) -> str:
    """The fields of some tuples and further values, each in a line of its own."""
    parts = (part for value in values for part in value._asdict().items())
    lines = (f"{name}: {told(one)}" for name, one in (*parts, *more.items()) if not is_empty(one))
    return "\n".join((f"# {heading}", *lines))


def of_targets(index: LedgerIndex, statuses: StatusIndex) -> Iterator[str]:
    """Where each target stands."""
    for target in index.ledger.targets:
        status = statuses.of(target)
        yield paragraph(
            target.id,
            status.spec,
            status.assessment,
            goal=goal(status.spec),
            why=explain(status.spec, status.assessment),
            disclosed=status.disclosed,
            silent=statuses.is_silent(target),
            wanting=status.wanting,
            share=share_of_whole(index, target),
        )
    yield paragraph("all targets", rollup(map(statuses.of, index.ledger.targets)))


def of_indicators(index: LedgerIndex, statuses: StatusIndex) -> Iterator[str]:
    """What is known of each indicator, and what became of it."""
    promises = PromiseIndex(index, statuses)
    for id_, record in index.indicators.items():
        facts, row = indicator_facts(index, statuses, id_), indicator_summary(index, statuses, id_)
        yield paragraph(id_, facts, chart=indicator_chart(facts.statuses, facts.main))
        yield paragraph(f"{id_} in a row", row)
        yield paragraph(f"{id_} as a promise", promises.chain(id_))
        yield paragraph(f"{id_} to be asked for", request_of_indicator(index, statuses, record))
    yield paragraph(
        "all promises",
        admissions=promises.admissions,
        silent=promises.silent,
        clues=promises.with_clues,
        overdue=promises.overdue,
        binding=binding_and_whole(index),
    )


def of_others(index: LedgerIndex, statuses: StatusIndex) -> Iterator[str]:
    """What is known of tasks, units, plans, headings, documents and rounds."""
    promises = PromiseIndex(index, statuses)
    for id_, task in index.tasks.items():
        yield paragraph(id_, task_facts(index, id_), years=years_under_way(index, task), chain=promises.task_chain(id_))
    for id_, unit in index.organizations.items():
        yield paragraph(
            id_,
            unit_facts(index, statuses, id_),
            partners=partners_of(index, id_),
            named=named_things(index, unit),
            asked=request_of_unit(index, statuses, id_),
        )
    yield paragraph("nobody", request_without_unit(index, statuses), leading=leading(index))
    for id_ in index.plans:
        own = statuses.of_plan(id_)
        due = next_due(index, index.tasks_of_plan.get(id_, []), own)
        yield paragraph(id_, plan_facts(index, statuses, id_), due=due, last=last_due(index, own))
    yield from (paragraph(id_, section_facts(index, statuses, id_)) for id_ in index.sections)
    yield from (paragraph(id_, document_facts(index, id_)) for id_ in index.documents)
    for one in index.ledger.rounds:
        duties = round_duties(index, one)
        days = (one.due_on, one.due_on + timedelta(days=60))
        yield paragraph(one.id, duties, days=[round_status(index, duties, day) for day in days])


@pytest.mark.parametrize("kind", [of_targets, of_indicators, of_others])
def test_answers_are_as_they_were(
    kind: Callable[[LedgerIndex, StatusIndex], Iterator[str]], pytestconfig: pytest.Config
) -> None:
    """All of them equal their golden ones."""
    index = LedgerIndex(load(DISTRICT, ROOT / "datapackage.json"))
    text = "\n\n".join(kind(index, StatusIndex(index))) + "\n"
    compare(f"facts/{kind.__name__.removeprefix('of_')}", text, pytestconfig.getoption("--update-golden"), "txt")
