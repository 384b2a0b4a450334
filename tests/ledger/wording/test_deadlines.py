"""Deadlines are read as they are printed, in every form that offices use."""

from __future__ import annotations

import pytest

from generator.ledger.wording.deadlines import Milestone, is_deadline, read_deadline

ANNUAL = (2024, 2024)
FIVE = (2021, 2025)


@pytest.mark.parametrize(
    ("printed", "due"),
    [
        ("2024年9月底", "2024-09"),
        ("2024年6月15日前", "2024-06-15"),
        ("2024年底", "2024-12"),
        ("年底前", "2024-12"),
        ("全年", "2024"),
        ("年内", "2024"),
        ("2024年", "2024"),
        ("2024年三季度末", "2024-09"),
        ("第一季度", "2024-03"),
        ("上半年", "2024-06"),
        ("下半年", "2024-12"),
        ("12月底", "2024-12"),
        ("十二月底", "2024-12"),
        ("二〇二四年九月三十日", "2024-09-30"),
        ("2024.10", "2024-10"),
        ("2024-10-31", "2024-10-31"),
        ("2024/6/5", "2024-06-05"),
        ("２０２４年９月", "2024-09"),
        ("2024年6月—9月", "2024-09"),
        ("(1)9月底、(2)6月底", "2024-09"),
        ("2024年汛期前(5月底)", "2024-05"),
        ("明年3月", "2025-03"),
        ("2025年6月通车", "2025-06"),
        ("每月调度，2024年12月20日前", "2024-12-20"),
        ("按季度推进，年底完成", "2024-12"),
        ("45565", "2024-09-30"),
        ("12.31前", "2024-12-31"),
        ("6.30", "2024-06-30"),
        ("25年底", "2025-12"),
        ("25年6月底前", "2025-06"),
        ("2024年Q3", "2024-09"),
        ("“十五五”期末", "2030"),
        ("十四五末", "2025"),
        ("期末", "2024"),
        ("到“十四五”末", "2025"),
    ],
)
def test_a_day_a_month_or_a_year(printed: str, due: str) -> None:
    """What is printed is kept; a month without a year is one of the plan's only year."""
    found = read_deadline(printed, ANNUAL)
    assert found is not None
    assert (found.due, found.recurrence, found.milestones) == (due, "限期", ())


@pytest.mark.parametrize(
    ("printed", "recurrence"),
    [
        ("每季度", "每季"),
        ("每月调度", "每月"),
        ("每年12月10日前", "每年"),
        ("每年6月、12月", "每年"),
        ("长期坚持", "长期"),
        ("持续推进", "长期"),
        ("常态化开展", "长期"),
    ],
)
def test_what_comes_again_or_has_no_end_has_no_date(printed: str, recurrence: str) -> None:
    """A date in it is not the end."""
    found = read_deadline(printed, ANNUAL)
    assert found is not None
    assert (found.due, found.due_text, found.recurrence) == ("", printed, recurrence)


@pytest.mark.parametrize("printed", ["2年内", "两年内", "三年内完成", "6.30.5", "完成6.30"])
def test_a_span_or_a_figure_is_no_date(printed: str) -> None:
    """Within two years is no day that could be counted: from when is not said."""
    found = read_deadline(printed, ANNUAL)
    assert found is not None
    assert (found.due, found.recurrence) == ("", None)


def test_stages_are_milestones_and_the_last_one_is_the_deadline() -> None:
    """A stage without a year is one of the plan's year; a stage behind another one has that one's."""
    found = read_deadline("一期5月底前，二期2025年6月", ANNUAL)
    assert found is not None
    assert found.due == "2025-06"
    assert found.milestones == (Milestone("2024-05", "一期"), Milestone("2025-06", "二期"))
    later = read_deadline("2025年5月开工，10月完工", FIVE)
    assert later is not None
    assert [stage.due for stage in later.milestones] == ["2025-05", "2025-10"]


def test_the_end_of_a_plan_is_its_last_year() -> None:
    """Words for the end of a plan mean that year."""
    found = read_deadline("到“十四五”末", FIVE)
    assert found is not None
    assert found.due == "2025"


@pytest.mark.parametrize("printed", ["—", "无", "", "/"])
def test_a_dash_is_no_deadline(printed: str) -> None:
    """Nothing is said, and nothing is recorded."""
    assert read_deadline(printed, ANNUAL) is None


@pytest.mark.parametrize(
    ("printed", "years"),
    [("12月底", FIVE), ("12月底", None), ("全年", FIVE), ("春节前", ANNUAL), ("期末", None)],
)
def test_what_nobody_can_date_is_kept_in_words_alone(printed: str, years: tuple[int, int] | None) -> None:
    """A month of a plan of five years may be any of five."""
    found = read_deadline(printed, years)
    assert found is not None
    assert (found.due, found.due_text) == ("", printed)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2024年10月底前完成", True),
        ("12月底前", True),
        ("长期坚持", True),
        ("区财政局配合", False),
        ("2024年重点项目", False),
        ("", False),
    ],
)
def test_whether_words_are_a_deadline_and_no_more(words: str, expected: bool) -> None:
    """The last words of a parenthesis may be one."""
    assert is_deadline(words) is expected
