"""Every example on the page of methods is what the program does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from generator.analysis.state_explanation import explain
from generator.analysis.target_spec import Assessment, DatedReport, DatedValue, TargetSpec
from generator.analysis.target_states import assess
from generator.language import state_words
from generator.ledger.enums import Basis, Comparator, Direction, Measure, ReportState, State, Status
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
GOAL = re.compile(
    r"(?:每年 |比基期增加 |比基期减少 |保持 )?(?:(?P<sign>[≥>≤<]) )?(?P<value>[\d.]+)(?:%?—(?P<most>[\d.]+))?"
    r" ?(?P<unit>[^\s（]*?)(?: ?(?P<about>左右))?(?:（计划已失效）)?"
)
FIGURE = re.compile(
    r"(?:(?P<since>\d{4})—)?(?P<year>\d{4})(?:-(?P<month>\d\d))?(?: (?P<word>\S+))?: "
    r"(?P<what>[^（\s]+)(?:（(?P<status>\S+)）)?"
)
ENDINGS = {
    "目标修订": "ended-revised",
    "指标接替": "ended-replaced",
    "任务取消": "ended-cancelled",
    "任务并入": "ended-merged",
    "任务接替": "ended-continued",
}
"""Words of the page → why a target is not judged any more."""
NUMBER = re.compile(r"-?[\d.]+")

Example = tuple[Measure, list[str]]


def examples() -> Iterator[Example]:
    """The rows of the tables below the headings that are measures."""
    for part in PAGE.split("\n## ")[1:]:
        title = part.partition(" {")[0]
        if title in {*Measure}:
            rows = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("|")][2:]
            yield from ((Measure(title), [cell.strip() for cell in row]) for row in rows)


def told(cell: str) -> tuple[list[DatedValue], list[DatedReport], str]:
    """The figures and the reports of a cell, and why the target has ended."""
    figures, reports, ended = [], [], ""
    for one in filter(None, cell.split("; ")):
        if one in ENDINGS:
            ended = ENDINGS[one]
            continue
        found = FIGURE.fullmatch(one)
        assert found, one
        year, word = int(found["year"]), found["word"]
        if found["what"] in {*ReportState}:
            reports.append(DatedReport(year, ReportState(found["what"]), summary=found["status"] or ""))
            continue
        figures.append(
            DatedValue(
                year,
                Decimal(found["what"]) if NUMBER.fullmatch(found["what"]) else None,
                Basis.SINCE if found["since"] else Basis(word) if word else Basis.YEAR,
                Status(found["status"]) if found["status"] else Status.FINAL,
                int(found["since"]) if found["since"] else None,
                month=int(found["month"] or 12),
                whole=not found["month"],
                part=found["month"] or "",
            )
        )
    return figures, reports, ended


def assessed(example: Example) -> tuple[TargetSpec, Assessment]:
    """The target of an example, and what the program says of it."""
    measure, (direction, goal, years, figures, as_of, *_) = example
    start, end = map(int, years.split("—"))
    wanted = GOAL.fullmatch(goal)
    sign = (Comparator(wanted["sign"]) if wanted["sign"] else Comparator.PLAIN) if wanted else None
    promise = TargetSpec(
        measure,
        Direction(direction) if direction else None,
        Comparator.ABOUT if wanted and wanted["about"] else sign,
        start,
        end,
        Decimal(wanted["value"]) if wanted else None,
        (wanted["unit"] or None) if wanted else None,
        Decimal(wanted["most"]) if wanted and wanted["most"] else None,
        softener=(wanted["about"] or "") if wanted else "",
        kept=goal.startswith("保持"),
        falls="减少" in goal,
        expired=goal.endswith("（计划已失效）"),
        of_plan=start < end,
    )
    known, reports, ended = told(figures)
    return promise, assess(promise, known, date.fromisoformat(as_of), reports=reports, ended=ended)


@pytest.mark.parametrize("example", list(examples()), ids=lambda e: "/".join((e[0], e[1][1], e[1][3])))
def test_example(example: Example) -> None:
    """Target, known figures and day give the printed state and the printed arithmetic."""
    promise, verdict = assessed(example)
    assert [verdict.state, explain(promise, verdict)] == example[1][5:]


@pytest.mark.parametrize("why", state_words.WHY)
def test_every_sentence_of_a_state_has_an_example(why: str) -> None:
    """A reader finds each sentence that a page can show in the tables, with the figures that lead to it."""
    assert why in {verdict.why for _, verdict in map(assessed, examples())}, f"docs/methods.md: no example of {why}"


def test_every_measure_is_explained_with_examples() -> None:
    """No rule without a heading, no rule without an example."""
    assert {m for m, _ in examples()} == {*Measure}
    assert all(f"\n## {m} {{" in PAGE for m in Measure)


def test_every_state_is_explained() -> None:
    """Shape, word and meaning as the pages show them."""
    unexplained = [state for state in State if state not in state_words.SIGNS or state not in state_words.MEANINGS]
    assert unexplained == [], "a new state needs SIGNS and MEANINGS in generator/language/state_words.py"
    for state in State:
        assert f"| {state_words.SIGNS[state]} {state} | {state_words.MEANINGS[state]} |" in PAGE
