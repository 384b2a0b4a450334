"""Causes before what follows from them, and remedies that do not mislead."""

from __future__ import annotations

import pytest

from tests.faults.places import DEPARTMENTS, DISCLOSURE, FIVE_INDICATORS, FIVE_TASKS, PLANS
from tests.helpers.faults import findings_in_memory, plan, spoilt
from tests.helpers.ledger import Edit


def told(*edits: Edit) -> list[tuple[str, int]]:
    """Code of each finding, and how many others follow from it."""
    return [(one.code, len(one.followers)) for one in findings_in_memory(spoilt(plan(), edits)[0])]


@pytest.mark.parametrize("id_", ["Grow", "grow_", "gr.ow", "grow!", "ｇｒｏｗ", "gr\u200bow", "grow " * 30])
def test_a_malformed_id_is_the_culprit(id_: str) -> None:
    """References that are written well are not told as wrong where the id that they mean is not."""
    found = told((FIVE_TASKS, "- id: grow\n", f"- id: '{id_}'\n"))
    assert len(found) == 1
    assert found[0][0] in ("pattern", "full-width", "invisible", "limit", "blank")


def test_an_id_that_is_missing() -> None:
    """The record is told once, and what means it is folded under it; a wrong reference stays a finding."""
    assert told((FIVE_TASKS, "- id: grow\n", "- id:\n")) == [("required", 7)]
    both = (FIVE_TASKS, "- id: grow\n", "- id:\n"), ("projects/five/01.yml", "  task: grow\n", "  task: park\n")
    assert sorted(told(*both)) == [("foreign-key", 0), ("required", 6)]


def test_a_name_that_is_mistyped_where_it_is_given() -> None:
    """All who mean the unit are one finding."""
    found = told((DEPARTMENTS, "  name: 区发展局\n", "  name: 区发展厅\n"))
    assert len(found) == 1 and found[0][1] > 3


def test_a_file_of_units_that_is_empty() -> None:
    """One cause, and all that follows."""
    assert [code for code, _ in told((DEPARTMENTS, ""))] == ["file-empty"]
    assert [code for code, _ in told((PLANS, "# 还没有写\n"))] == ["file-empty"]


def test_a_mistyped_key_hides_nothing_below_it() -> None:
    """What is written below is checked as if the key were right."""
    below = (
        FIVE_INDICATORS,
        "  target:\n    comparator: ≥\n    value: 500\n",
        "  taget:\n    comparator: ≥\n    value: 501\n",
    )
    assert sorted(code for code, _ in told(below)) == ["unknown-key", "value-text"]
    lists = (DISCLOSURE, "observations:\n", "observation:\n"), (DISCLOSURE, "value: 410.5\n", "value: 401.5\n")
    assert sorted(code for code, _ in told(*lists)) == ["unknown-key", "value-text"]


def test_a_file_that_cannot_be_read_hides_no_wrong_reference() -> None:
    """Its records are known by their ids; what means none of them is told."""
    broken = ("tasks/five/01-industry.yml", plan()[FIVE_TASKS] + "\t- x\n")
    assert [code for code, _ in told(broken)] == ["yaml-syntax"]
    wrong = ("projects/five/01.yml", "  task: grow\n", "  task: nothing\n")
    assert sorted(code for code, _ in told(broken, wrong)) == ["foreign-key", "yaml-syntax"]


@pytest.mark.parametrize(
    ("edit", "remedy"),
    [
        ((FIVE_INDICATORS, "unit: 万株\n  direction: 越高越好", "unit: 万株\n  direction: 越大越好"), "改为越高越好"),
        ((FIVE_INDICATORS, "unit: 万株\n  direction: 越高越好", "unit: 万株\n  direction: 越小越好"), "改为越低越好"),
        ((DISCLOSURE, "state: 推进中", "state: 已启动"), "改为完成、超额完成、推进中"),
        ((DISCLOSURE, "state: 推进中", "state: 未完成"), "改为"),
        (("documents.yml", "validity: 未标注", "validity: 无效"), "改为"),
    ],
)
def test_a_remedy_is_not_the_contrary(edit: Edit, remedy: str) -> None:
    """The word that is proposed means what was meant; where none does, all are named."""
    (found,) = findings_in_memory(spoilt(plan(), (edit,))[0])
    assert found.remedy.startswith(remedy)
    assert found.remedy not in ("改为完成", "改为有效", "改为未启动", "改为失效")


def test_a_copy_of_a_file_is_one_finding() -> None:
    """Each of its records stands twice, and all of them are told with the first."""
    copy = ("tasks/five/01-industry - 副本.yml", plan()[FIVE_TASKS])
    assert told(copy) == [("primary-key", 3)]


def test_records_that_stand_twice_in_one_file_are_told_one_by_one() -> None:
    """No file is a copy of itself."""
    tasks = plan()[FIVE_TASKS]
    assert told((FIVE_TASKS, tasks + "\n" + tasks)) == [("primary-key", 0)] * 4
