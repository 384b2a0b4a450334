"""What falls due next: counted from the newest document of the plan, and of what still runs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.analysis.facts.next_due import NextDue
from generator.analysis.facts.unit import unit_facts
from generator.pages.context import PageContext
from tests.conftest import ROOT
from tests.helpers.ledger import Edit, edited, write
from tests.helpers.pages import context_of


def due_of(context: PageContext, unit: str) -> NextDue:
    return unit_facts(context.index, context.statuses, unit).next_due


def small(tmp_path: Path, *edits: Edit) -> PageContext:
    """The small ledger with some edits."""
    return context_of(write(tmp_path, edited(*edits)[0]))


def test_targets_of_a_task_have_its_deadline() -> None:
    """The county's report sets months: the targets are due with their task, as in the calendar."""
    due = due_of(context_of(ROOT / "tests/samples/qingshi/data"), "commerce")
    assert (due.day, len(due.targets), due.tasks) == (date(2024, 11, 30), 2, [])


def test_a_step_comes_before_the_end() -> None:
    """A city's task has a step in March; the targets of the year come later."""
    due = due_of(context_of(ROOT / "tests/samples/beiwan/data"), "ouzhou")
    assert due.day == date(2024, 3, 31)
    assert [step.text for step in due.milestones] == ["启动民宿提升"]
    assert due.targets == []


def test_what_is_over_is_not_due_and_what_is_late_is_told() -> None:
    """Targets of a year that is over are overdue where nobody told their end; nothing falls due that has ended."""
    context = context_of(ROOT / "tests/district/data")
    for record in context.index.ledger.organizations:
        due = due_of(context, record.id)
        plans = [context.index.as_of_plan(context.index.plan_of_target(s.target)) for s in due.targets]
        assert all(due.day and day and due.day > day for day in plans)
    assert len(due_of(context, "river-station").overdue) == 3
    assert [task.title for task in due_of(context, "river-station").recurring] == ["巡查河道"]


def test_a_unit_without_tasks_has_nothing_due() -> None:
    """Nothing is made up for it."""
    due = due_of(context_of(ROOT / "tests/district/data"), "tax")
    assert due == NextDue(None, [], [], [], [], [])


@pytest.mark.parametrize(("due", "coming"), [("2018-07-09", False), ("2018-07-10", False), ("2018-07-11", True)])
def test_what_was_due_on_the_newest_day_is_no_longer_to_come(due: str, coming: bool, tmp_path: Path) -> None:
    """The unit answered its round on the tenth: what was due by then it could have told."""
    context = small(tmp_path, ("tasks/five/01-industry.yml", "    - due: 2017-06\n", f"    - due: {due}\n"))
    found = due_of(context, "development")
    assert [step.text for step in found.milestones] == ["完成选址"] * coming
