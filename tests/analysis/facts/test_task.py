"""In which years a task is to be worked on, and what stands below its heading."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.facts.plan import tree_below
from generator.analysis.facts.section import section_facts
from generator.analysis.facts.task import years_under_way
from generator.analysis.target_status import StatusIndex
from tests.analysis.small_ledger import index_of

TASKS = "tasks/five/01-industry.yml"


@pytest.mark.parametrize(
    ("end", "years"),
    [
        ("", [2016, 2017, 2018, 2019, 2020]),
        ("  ended_on: 2018-01-31\n  end_reason: 完成\n", [2016, 2017, 2018]),
        ("  ended_on: 2018-01-31\n  end_reason: 取消\n", [2016, 2017]),
        ("  ended_on: 2016-07-01\n  end_reason: 取消\n", []),
    ],
)
def test_the_years_of_a_task(end: str, years: list[int], tmp_path: Path) -> None:
    """One that is done counts to the year of its end, one that was cancelled to the year before."""
    index = index_of(tmp_path, (TASKS, "  due: 2020\n", f"  due: 2020\n{end}"))
    assert [*years_under_way(index, index.tasks["grow"])] == years


def test_what_stands_below_a_heading(tmp_path: Path) -> None:
    """The headings below it, and of its tasks the projects."""
    index = index_of(tmp_path)
    assert [node.section.id for node in tree_below(index, "s1")] == ["s1-1"]
    assert tree_below(index, "s1-1") == []
    assert [one.id for one in section_facts(index, StatusIndex(index), "s1-1").projects] == ["ring-road"]
