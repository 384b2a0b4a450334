"""Which plan a notice sets out, its kind and its years, read from its title, else from its text."""

from __future__ import annotations

from typing import Final

import pytest

from generator.office.splitting.head import Head
from generator.office.splitting.plan import Plan, kind_of_task, read_plan

SIGNED: Final = "2025-02-18"
CASES: Final[dict[str, tuple[str, str, tuple[str, str, int, int, bool]]]] = {
    "a year": (
        "松河县人民政府关于印发2025年重点工作任务分解的通知",
        "",
        ("2025年重点工作任务分解", "重点工作", 2025, 2025, True),
    ),
    "a book": (
        "松河县关于印发《2025年为民办实事清单》的通知",
        "",
        ("2025年为民办实事清单", "民生实事", 2025, 2025, True),
    ),
    "years of an action": (
        "柳湾镇绿化行动方案（2024—2026年）",
        "",
        ("柳湾镇绿化行动方案（2024—2026年）", "行动计划", 2024, 2026, True),
    ),
    "one year of an action": (
        "绿化行动方案（2025—2025年）",
        "",
        ("绿化行动方案（2025—2025年）", "行动计划", 2025, 2025, True),
    ),
    "years that are turned": (
        "绿化行动方案（2026—2024年）",
        "",
        ("绿化行动方案（2026—2024年）", "行动计划", 2025, 2025, False),
    ),
    "a term of years": ("2024年绿化三年行动方案", "", ("2024年绿化三年行动方案", "行动计划", 2024, 2026, True)),
    "a five-year plan": (
        "云滩区国民经济和社会发展第十四个五年规划纲要",
        "",
        ("云滩区国民经济和社会发展第十四个五年规划纲要", "五年规划", 2021, 2025, True),
    ),
    "its short name": (
        "云滩区“十五五”规划纲要任务分工",
        "",
        ("云滩区“十五五”规划纲要任务分工", "五年规划", 2026, 2030, True),
    ),
    "years of a five-year plan": (
        "松河县第十四个五年规划（2021—2023年）任务分工",
        "",
        ("松河县第十四个五年规划（2021—2023年）任务分工", "专项规划", 2021, 2023, True),
    ),
    "a year of a five-year plan": (
        "云滩区“十四五”规划2024年度任务",
        "",
        ("云滩区“十四五”规划2024年度任务", "专项规划", 2021, 2025, True),
    ),
    "a year before the name of the plan": (
        "2024年云滩区“十四五”规划任务",
        "",
        ("2024年云滩区“十四五”规划任务", "专项规划", 2024, 2024, True),
    ),
    "a plan whose name stands first": (
        "十四五规划2024年度任务",
        "",
        ("十四五规划2024年度任务", "专项规划", 2021, 2025, True),
    ),
    "an outline of one year": (
        "松河县2025年国民经济和社会发展规划纲要任务",
        "",
        ("松河县2025年国民经济和社会发展规划纲要任务", "年度计划", 2025, 2025, True),
    ),
    "an outline of some years": (
        "松河县国民经济和社会发展规划纲要（2024—2026年）",
        "",
        ("松河县国民经济和社会发展规划纲要（2024—2026年）", "专项规划", 2024, 2026, True),
    ),
    "a special plan": (
        "云滩区旅游发展规划（2024—2026年）",
        "",
        ("云滩区旅游发展规划（2024—2026年）", "专项规划", 2024, 2026, True),
    ),
    "no year": ("重点工作分工", "", ("重点工作分工", "重点工作", 2025, 2025, False)),
    "no year, but in the text": ("重点工作分工", "到2027年建成。", ("重点工作分工", "重点工作", 2025, 2027, False)),
    "the last of the years in the text": (
        "重点工作分工",
        "到2027年开工，到2030年建成。",
        ("重点工作分工", "重点工作", 2025, 2030, False),
    ),
    "a year too far away": ("重点工作分工", "到2041年建成。", ("重点工作分工", "重点工作", 2041, 2041, False)),
    "the farthest year": ("重点工作分工", "到2040年建成。", ("重点工作分工", "重点工作", 2025, 2040, False)),
    "a year that is over": ("重点工作分工", "2024年建成。", ("重点工作分工", "重点工作", 2024, 2024, False)),
    "a plan that is long over": ("重点工作分工", "2023年建成。", ("重点工作分工", "重点工作", 2025, 2025, False)),
    "a plan that ended the year before": (
        "重点工作分工",
        "（2022—2024年）",
        ("重点工作分工", "重点工作", 2025, 2025, False),
    ),
    "a plan in the text": ("重点工作分工", "“十五五”时期要建成。", ("重点工作分工", "重点工作", 2026, 2030, False)),
    "a title between its signs": ("《绿化行动方案》", "", ("绿化行动方案", "行动计划", 2025, 2025, False)),
    "a short one between its signs": ("《方案》", "", ("方案》", "重点工作", 2025, 2025, False)),
    "a plan in a longer name": (
        "松河县《2025年绿化行动方案》",
        "",
        ("2025年绿化行动方案", "行动计划", 2025, 2025, True),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_plan_of_a_notice(case: str) -> None:
    """Title, kind, first and last year, and whether the title says the years."""
    title, text, (name, kind, start, end, is_sure) = CASES[case]
    found = read_plan(Head(title=title, signed_on=SIGNED), text)
    assert (found.title, str(found.kind), found.start_year, found.end_year, found.is_sure) == (
        name,
        kind,
        start,
        end,
        is_sure,
    )


def test_a_notice_without_any_day_has_the_years_of_its_text() -> None:
    """Where there are none either, the first year of the calendar stands for them."""
    assert read_plan(Head(title="分工"), "2023年建成。").start_year == 2023
    assert (found := read_plan(Head(title="分工"), "建成。")).start_year == found.end_year == 2000
    assert read_plan(Head(title="分工", published_on="2024-05-06"), "建成。").start_year == 2024


@pytest.mark.parametrize(("before", "end"), [(1500 - 7, 2027), (1500 - 5, 2025)])
def test_the_years_of_a_text_stand_near_its_top(before: int, end: int) -> None:
    """Far below, a year says when something else is due."""
    assert read_plan(Head(title="分工", signed_on=SIGNED), "松" * before + "到2027年").end_year == end


def test_the_kind_of_tasks_follows_from_the_heading_above_them() -> None:
    """Goals, safeguards and requirements are none of the key tasks."""
    headings = ("主要目标", "保障措施", "工作要求", "兴修水利")
    assert [str(kind_of_task(heading)) for heading in headings] == ["主要目标", "保障措施", "工作要求", "重点任务"]
    assert isinstance(read_plan(Head(), ""), Plan)
