"""Pages say of a target no more than is known: its time, its figures as printed, what ended, what a document says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.language import state_words
from generator.ledger.enums import (
    Basis,
    Comparator,
    EndReason,
    PlaceLevel,
    ReportState,
    Tier,
    Validity,
)
from generator.ledger.load import CheckedLedger, load
from generator.ledger.records import Observation, ReportIndicator, Target
from generator.pages.overviews.openness.reporting_gaps import reporting_gaps_view
from tests.conftest import ROOT
from tests.helpers.ledger import with_records
from tests.helpers.pages import context_of, specs_of
from tests.helpers.sites import DISTRICT


@pytest.fixture(scope="module")
def checked() -> CheckedLedger:
    """The made-up district."""
    return load(DISTRICT, ROOT / "datapackage.json")


def page(checked: CheckedLedger, path: str) -> str:
    """The words of a page."""
    spec = next(spec for spec in specs_of(context_of(checked)) if spec.path == path)
    return LexborHTMLParser(spec.make().body).text().replace("\xa0", " ")


def with_target(checked: CheckedLedger, id_: str, **changes: object) -> CheckedLedger:
    """The ledger with another target in the place of one."""
    targets = (replace(t, **changes) if t.id == id_ else t for t in checked.ledger.targets)  # type: ignore[arg-type]
    return with_records(checked, targets=tuple(targets))


def observation(checked: CheckedLedger, **changes: object) -> Observation:
    """A result like one of the district's."""
    template = next(o for o in checked.ledger.observations if o.id == "new-jobs-2022")
    return replace(template, **{"id": "another", **changes})  # type: ignore[arg-type]


# -- figures


@pytest.mark.parametrize(
    ("id_", "changes", "words"),
    [
        ("forest-coverage-2021-2025", {"value": Decimal(5), "value_max": Decimal(7)}, "≥ 5%—7%"),
        (
            "forest-coverage-2021-2025",
            {"comparator": Comparator.PLAIN, "value": Decimal(5), "value_max": Decimal(7)},
            "5%—7%",
        ),
        (
            "forest-coverage-2021-2025",
            {"comparator": Comparator.ABOUT, "value": Decimal(7), "qualifier": "左右", "value_text": "7%左右"},
            "7% 左右",
        ),
        ("river-length-2021-2025", {"comparator": Comparator.ABOUT}, "120 公里左右"),
        ("forest-coverage-2021-2025", {"value": Decimal(100)}, "100%"),
        ("livelihood-projects-2021-2025", {}, "每年 10 件"),
        ("water-use-reduction-2021-2025", {}, "比基期减少 ≥ 15%"),
    ],
)
def test_a_target_reads_as_it_was_meant(
    checked: CheckedLedger, id_: str, changes: dict[str, object], words: str
) -> None:
    """A range with both ends, 左右 behind the unit, 100 % without a sign, a yearly target as one, a change as one."""
    changed = with_target(checked, id_, **changes)
    target = next(t for t in changed.ledger.targets if t.id == id_)
    figures = [n.text() for n in LexborHTMLParser(_body(changed, target)).css(".pl-lead__figure")]
    assert figures[0] == words


def _body(checked: CheckedLedger, target: Target) -> str:
    path = f"indicators/{target.indicator}/"
    return next(spec for spec in specs_of(context_of(checked)) if spec.path == path).make().body


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"value": Decimal(80), "qualifier": "余", "value_text": "80余万人"}, "80 余万人"),
        ({"period": "2023-09", "basis": Basis.YEAR_TO_DATE}, "2023 年 1—9 月"),
        ({"period": "2023-H1", "basis": Basis.MEAN_TO_DATE}, "2023 年上半年平均"),
        ({"period": "2023-Q3", "basis": Basis.PART}, "2023 年第三季度"),
    ],
)
def test_a_result_says_of_which_part_of_the_year_it_is(
    checked: CheckedLedger, changes: dict[str, object], words: str
) -> None:
    """Nine months are not called September; 余 stands between the number and its unit."""
    more = (*checked.ledger.observations, observation(checked, **changes))
    assert words in page(with_records(checked, observations=more), "indicators/new-jobs/")


def test_a_corrected_result_says_so(checked: CheckedLedger) -> None:
    """It stays in the table with a mark; the correction is what lists show."""
    correction = observation(checked, value=Decimal("0.1"), revises="new-jobs-2022")
    text = page(with_records(checked, observations=(*checked.ledger.observations, correction)), "indicators/new-jobs/")
    assert text.count("已被修订") == 1


# -- time


def test_a_target_that_runs_says_by_which_day(checked: CheckedLedger) -> None:
    """Years later a reader still knows what was known when."""
    text = page(checked, "indicators/gdp-growth/")
    assert "按所收文件的截止日（2024 年 1 月 25 日），目标期（到 2025 年底，按规划期计）未满" in text
    for due, words in (
        ("2025", "2025 年底"),
        ("2025-11", "2025 年 11 月底"),
        ("2025-11-15", "2025 年 11 月 15 日"),
    ):
        own = page(with_target(checked, "gdp-growth-2021-2025", due=due), "indicators/gdp-growth/")
        assert f"目标期（到 {words}）未满" in own


def test_a_year_of_which_a_part_is_known_is_not_said_to_be_silent(checked: CheckedLedger) -> None:
    """Half of 2023 is known: what is missing is the whole year."""
    assert "缺 2021 年、2023 年全年的数" in page(checked, "indicators/new-jobs/")


def test_an_expired_plan_says_so_on_year_task_and_indicator(checked: CheckedLedger) -> None:
    """Whether its targets were reached, later documents tell."""
    words = "这份计划已失效，结果要看以后的文件"
    assert next(d for d in checked.ledger.documents if d.id == "chengxi-annual-plan-2023").validity is Validity.EXPIRED
    for path in ("years/2023/", "tasks/2023-river-treatment/", "indicators/2023-black-water/"):
        assert words in page(checked, path), path
    for path in ("years/2022/", "tasks/river-treatment/", "indicators/gdp-growth/"):
        assert words not in page(checked, path), path


# -- what ended


@pytest.mark.parametrize("reason", [EndReason.CANCELLED, EndReason.MERGED])
def test_a_task_that_ended_is_not_asked_for_reports(checked: CheckedLedger, reason: EndReason) -> None:
    """Neither it nor its indicators stand among what nobody reported; both pages say what became of them."""

    def gaps(ledger: CheckedLedger) -> set[str]:
        units = reporting_gaps_view(context_of(ledger)).units
        return {ref.path for unit in units for ref in (*unit.unreported_tasks, *unit.unreported_indicators)}

    tasks = (
        replace(t, end_reason=reason, ended_on=date(2023, 5, 1)) if t.id == "forest-and-water" else t
        for t in checked.ledger.tasks
    )
    ended = with_records(checked, tasks=tuple(tasks))
    own = {"tasks/forest-and-water/", "indicators/water-use-reduction/"}
    assert "indicators/water-use-reduction/" in gaps(checked)
    assert not own & gaps(ended)
    assert f"这项任务不再继续：{reason}（2023 年 5 月 1 日）" in page(ended, "tasks/forest-and-water/")
    own_page = page(ended, "indicators/water-use-reduction/")
    assert "已终止" in own_page and "可以补充披露" not in own_page


def test_both_values_of_a_revised_target_are_shown(checked: CheckedLedger) -> None:
    """The page begins with the one that stands."""
    first = next(t for t in checked.ledger.targets if t.id == "new-jobs-2021-2025")
    old = replace(first, id="old", value=Decimal("9.9"), value_text="9.9万人", replaced_by=first.id)
    changed = with_records(checked, targets=(old, *checked.ledger.targets))
    text = page(changed, "indicators/new-jobs/")
    assert "9.9 万人" in text and "目标已经修订" in text and "已被修订" in text
    body = LexborHTMLParser(_body(changed, first))
    assert body.css(".pl-lead__figure")[0].text() == "2.4 万人"


def test_two_tiers_are_told_apart(checked: CheckedLedger) -> None:
    """Each has its own row and its own state."""
    first = next(t for t in checked.ledger.targets if t.id == "new-jobs-2021-2025")
    more = replace(first, id="more", value=Decimal(3), value_text="3万人", tier=Tier.STRIVING)
    text = page(with_records(checked, targets=(more, *checked.ledger.targets)), "indicators/new-jobs/")
    assert "2.4 万人" in text and "3 万人" in text and "力争" in text


# -- the document's own words


def test_what_a_document_says_itself_stands_beside_the_state(checked: CheckedLedger) -> None:
    """Its verdict, its reason and its share of the work; the state of ours does not change."""
    report = replace(
        checked.ledger.reports[0],
        id="late",
        state=ReportState.BEHIND,
        reason="受汛期影响",
        progress=Decimal(60),
        organization=None,
    )
    link = ReportIndicator(file="", report="late", indicator="gdp-growth", verdict="慢于序时进度")
    changed = with_records(
        checked,
        reports=(*checked.ledger.reports, report),
        report_indicators=(*checked.ledger.report_indicators, link),
    )
    text = page(changed, "indicators/gdp-growth/")
    for words in ("文件自己的说法", "“慢于序时进度”", "原因：受汛期影响", "完成 60%", "暂无数据"):
        assert words in text, words
    assert "文件自己的说法" not in page(checked, "indicators/gdp-growth/")


# -- the place


@pytest.mark.parametrize(
    ("level", "word"), [(PlaceLevel.COUNTY, "全县"), (PlaceLevel.COUNTY_CITY, "全市"), (PlaceLevel.DISTRICT, "全区")]
)
def test_the_whole_of_a_place_has_its_name(checked: CheckedLedger, level: PlaceLevel, word: str) -> None:
    """A county is no district."""
    own = replace(checked, site=replace(checked.site, level=level))
    for path in ("indicators/river-length/", "years/2023/", "quality/"):
        text = page(own, path)
        assert word in text, path
        assert word == "全区" or "全区" not in text, path


def test_no_state_of_ours_has_the_sign_of_an_admission() -> None:
    """Each state has its own shape; ▼ stands for what a document says of itself."""
    signs = [*state_words.SIGNS.values()]
    assert len(set(signs)) == len(signs) and "▼" not in signs
