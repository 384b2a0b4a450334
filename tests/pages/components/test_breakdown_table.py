"""What organisations have of an indicator, as the pages of indicators and of units tell it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from generator.analysis.facts.indicator import indicator_facts
from generator.analysis.facts.unit import unit_facts
from generator.pages.components.breakdown_table import BreakdownView
from generator.pages.records.indicator import indicator_view
from generator.pages.records.unit import unit_view
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT

REVIEW = "disclosures/chengxi-145-midterm-review-2023.yml"
PLAN = "disclosures/chengxi-annual-plan-2023.yml"
RIVER = "river-length"


def breakdown(data: Path, indicator: str = RIVER) -> BreakdownView | None:
    """The break-down on an indicator's page."""
    context = context_of(data)
    return indicator_view(context, indicator_facts(context.index, context.statuses, indicator)).breakdown


def without(data: Path, file: str, **cells: object) -> None:
    """Take the results with these cells out of a file."""
    path = data / file
    content = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    kept = [o for o in content["observations"] if any(o.get(k) != v for k, v in cells.items())]
    assert len(kept) < len(content["observations"])
    path.write_text(yaml.safe_dump({**content, "observations": kept}, allow_unicode=True), encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The made-up district's ledger, to be changed."""
    shutil.copytree(DISTRICT, tmp_path / "data")
    return tmp_path / "data"


def test_targets_and_results_of_one_time_are_added() -> None:
    """Five years, one year, a quarter: each sum has its own line, with the whole of the same time beside it."""
    view = breakdown(DISTRICT)
    assert view and not view.obstacle
    assert [(s.period, s.kind, s.sentence) for s in view.sums] == [
        (
            "2021—2025 年",
            "规划目标",
            "鹭汀镇 60 公里 ＋ 松坞镇 60 公里 ＝ 各单位合计 120 公里；全区目标 120 公里，相等。",
        ),
        ("2023 年", "年度目标", "鹭汀镇 18 公里 ＋ 松坞镇 12 公里 ＝ 各单位合计 30 公里；全区目标 30 公里，相等。"),
        (
            "2023 年第二季度",
            "完成值（当期）",
            "鹭汀镇 6 公里 ＋ 松坞镇 3 公里 ＝ 各单位合计 9 公里；全区 9 公里，相等。",
        ),
        ("2022 年", "完成值（当年）", "鹭汀镇 13 公里 ＋ 松坞镇 9 公里 ＝ 各单位合计 22 公里；全区 22 公里，相等。"),
    ]


def test_a_part_that_no_document_gives_is_named(data: Path) -> None:
    """Without one town's figure the sum says whose is missing and how far it stays below the whole."""
    without(data, PLAN, organization="松坞镇", period="2022")
    view = breakdown(data)
    assert view
    assert view.sums[-1].sentence == "鹭汀镇 13 公里；缺松坞镇的数；全区 22 公里，差 9 公里。"


def test_times_are_not_mixed(data: Path) -> None:
    """A half-year of one town is not added to a quarter of the other, although both end in June."""
    path = data / REVIEW
    text = path.read_text(encoding="utf-8")
    half = text.replace(
        "    organization: 松坞镇\n    period: 2023-Q2", "    organization: 松坞镇\n    period: 2023-H1"
    )
    assert half != text
    path.write_text(half, encoding="utf-8")
    view = breakdown(data)
    assert view
    sums = {s.period: s.sentence for s in view.sums}
    assert sums["2023 年上半年"] == "松坞镇 3 公里；缺鹭汀镇的数；文件没有给出全区的数。"
    assert sums["2023 年第二季度"] == "鹭汀镇 6 公里；缺松坞镇的数；全区 9 公里，差 3 公里。"


def test_each_part_has_its_own_state() -> None:
    """A town is judged by its own figures; a target of a year shows a figure of that year."""
    view = breakdown(DISTRICT)
    assert view
    told = [(p.organization.title if p.organization else "", p.period, p.target, p.observation) for p in view.parts]
    assert told == [
        ("鹭汀镇", "2021—2025 年 规划目标", "60 公里", "2023 年第二季度 6 公里"),
        ("鹭汀镇", "2023 年 年度目标", "18 公里", "2023 年第二季度 6 公里"),
        ("松坞镇", "2021—2025 年 规划目标", "60 公里", "2023 年第二季度 3 公里"),
        ("松坞镇", "2023 年 年度目标", "12 公里", "2023 年第二季度 3 公里"),
    ]
    assert all(p.status and "缺" in p.status.sentence for p in view.parts)


def test_who_has_no_part_is_said_of_what_the_ledger_lists() -> None:
    """Who has no part of the rivers; of an indicator that is not broken down nothing is said."""
    view = breakdown(DISTRICT)
    assert view and view.territories and [ref.title for ref in view.without] == ["云岫乡", "桐汀街道", "望川县"]
    assert breakdown(DISTRICT, "new-jobs") is None


def test_shares_are_listed_and_not_added(data: Path) -> None:
    """An indicator in per cent shows its parts and the reason why there is no sum."""
    path = data / "indicators/plan-2021-2025/02-key-tasks.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("unit: 公里", "unit: '%'", 1), encoding="utf-8")
    view = breakdown(data)
    assert view and view.parts and view.sums == ()
    assert "%" in view.obstacle


def test_the_part_of_the_whole_stands_only_where_parts_add_up(data: Path) -> None:
    """60 of 120 kilometres are a half; 60 of 120 per cent are nothing of the kind."""
    view = breakdown(data)
    assert view and [part.share for part in view.parts] == ["50.0%", "60.0%", "50.0%", "40.0%"]
    assert [row.agreement for row in view.sums] == ["相符"] * 4
    path = data / "indicators/plan-2021-2025/02-key-tasks.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("unit: 公里", "unit: '%'", 1), encoding="utf-8")
    view = breakdown(data)
    assert view and {part.share for part in view.parts} == {""}


def test_a_unit_sees_its_own_targets_with_their_state() -> None:
    """A town's page tells its targets, its figures and how the state was found."""
    context = context_of(DISTRICT)
    own = unit_view(context, unit_facts(context.index, context.statuses, "luting")).lists.own.first
    assert [(a.target, a.status.share if a.status else "") for a in own] == [
        ("60 公里", "至少 31.7%"),
        ("18 公里", "至少 33.3%"),
    ]


def test_the_state_of_the_whole_is_told_without_the_parts() -> None:
    """What the place as a whole reached stands by itself on the indicator's page."""
    context = context_of(DISTRICT)
    view = indicator_view(context, indicator_facts(context.index, context.statuses, RIVER))
    assert [f.organization for f, _ in view.statuses] == [None, None]
    assert view.headlines[0].text == "120 公里"
