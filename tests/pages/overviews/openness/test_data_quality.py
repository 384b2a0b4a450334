"""The page of data quality: what is missing is told in full, unit by unit, and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import StatusIndex
from generator.ledger.enums import Measure, Role, State, Status
from generator.pages.components.figures import Figure, target_figure
from generator.pages.context import PageContext
from generator.pages.overviews.openness import data_quality
from generator.pages.overviews.openness.data_quality import (
    PlanCoverage,
    QualityView,
    Share,
    UndisclosedOfUnit,
    quality_view,
)
from tests.conftest import ROOT
from tests.helpers import ledger
from tests.helpers.golden import article
from tests.helpers.pages import context_of, specs_of
from tests.helpers.sites import DISTRICT

REAL = ROOT / "data"
FIVE = "澄溪区国民经济和社会发展"
OTHER = "  - indicator: output-industry\n"


def of(data: Path) -> tuple[LedgerIndex, QualityView]:
    context = context_of(data)
    return context.index, quality_view(context)


@pytest.fixture(scope="module")
def district() -> QualityView:
    return of(DISTRICT)[1]


@pytest.fixture(scope="module", params=[REAL, DISTRICT], ids=["real", "district"])
def both(request: pytest.FixtureRequest) -> tuple[LedgerIndex, QualityView]:
    return of(request.param)


def named(units: tuple[UndisclosedOfUnit, ...]) -> Iterator[tuple[str, str, str, str]]:
    """What tells one target from another in the lists."""
    for unit in units:
        yield from (told(line.figure) for line in unit.targets)


def told(figure: Figure) -> tuple[str, str, str, str]:
    return figure.indicator.path, figure.period, figure.organization.path if figure.organization else "", figure.text


def test_the_lists_of_the_units_name_exactly_what_is_not_disclosed(both: tuple[LedgerIndex, QualityView]) -> None:
    """Every target without a figure or a deciding report of its time stands there, and only such and overdue ones."""
    index, view = both
    context, statuses = PageContext(index), StatusIndex(index)
    missing: set[tuple[str, ...]] = set()
    disclosed: set[tuple[str, ...]] = set()
    for target in index.ledger.targets:
        status = statuses.of(target)
        open_ = status.state is not State.ENDED and (not status.disclosed or status.state is State.OVERDUE)
        assert status.wanting == open_
        (missing if open_ else disclosed).add(told(target_figure(context, target)))
    assert set(named(view.units)) == missing
    assert not missing & disclosed
    assert view.undisclosed == len(missing)


def test_a_target_stands_under_each_lead_and_says_who_shares_it(both: tuple[LedgerIndex, QualityView]) -> None:
    """As many rows as leads; the others are named in each; one without a lead stands once, in a group of its own."""
    index, view = both
    for unit in view.units:
        for line in unit.targets:
            indicator = index.indicators[line.figure.indicator.path.split("/")[1]]
            own = [a for a in index.ledger.indicator_assignments if a.indicator == indicator.id and a.role is Role.LEAD]
            leads = [f"unit-{a.organization}" for a in own or index.leads(indicator.task)]
            assert unit.anchor in (leads or ["no-unit"])
            assert len(line.others) == max(len(leads) - 1, 0)
            assert not unit.ref or unit.ref not in [o.ref for o in line.others]
    rows = sorted(named(view.units))
    assert len(rows) >= view.undisclosed
    assert all(sum(told(x.figure) == row for x in u.targets) <= 1 for u in view.units for row in set(rows))


def test_overdue_targets_come_first(both: tuple[LedgerIndex, QualityView]) -> None:
    """In each unit's list no overdue target stands behind another, and their number is told."""
    for unit in both[1].units:
        overdue = [line.status.state == State.OVERDUE for line in unit.targets]
        assert overdue == sorted(overdue, reverse=True)
        assert (unit.total, unit.overdue) == (len(unit.targets), sum(overdue))


def test_coverage_adds_up(both: tuple[LedgerIndex, QualityView]) -> None:
    """Plans together count every district-wide target, task and figure of the ledger once."""
    index, view = both
    tables = index.ledger
    assert sum(c.targets.total for c in view.plans) + view.own.total == len(tables.targets)
    assert sum(c.tasks.total for c in view.plans) == sum(c.proved_tasks.total for c in view.plans) == len(tables.tasks)
    assert sum(c.proved_figures.total for c in view.plans) == len(tables.targets) + len(tables.observations)


def test_every_note_of_the_ledger_stands_there_once(both: tuple[LedgerIndex, QualityView]) -> None:
    """Notes and definitions of indicators, notes of targets, results and units: each as often as it is written."""
    index, view = both
    written = [
        getattr(record, column)
        for name, columns in {
            "indicators": ("note", "definition"),
            "targets": ("note",),
            "observations": ("note",),
            "organizations": ("note",),
        }.items()
        for record in getattr(index.ledger, name)
        for column in columns
        if getattr(record, column)
    ]
    assert sorted(line.text for group in view.notes for line in group.notes) == sorted(written)


def test_words_and_provisional_figures_are_all_there(both: tuple[LedgerIndex, QualityView]) -> None:
    """What should be a number and is words, and what its document calls a forecast or a flash figure."""
    index, view = both
    provisional = [o for o in index.ledger.observations if o.status is not Status.FINAL]
    assert view.provisional.total == len(provisional)
    words = [
        record
        for name in ("targets", "observations")
        for record in getattr(index.ledger, name)
        if record.value is None
        and index.indicators[record.indicator].measure not in (Measure.MILESTONE, Measure.QUALITATIVE)
    ]
    assert [f.printed for f in view.words.listed] == [r.value_text for r in words]


def test_coverage_of_the_district(district: QualityView) -> None:
    """Exact counts of the made-up district, counted by hand in its files."""
    assert district.plans == (
        PlanCoverage(f"{FIVE}第十四个五年规划纲要", Share(12, 17), Share(3, 11), Share(11, 11), Share(48, 48)),
        PlanCoverage("澄溪区2022年国民经济和社会发展计划", Share(0, 0), Share(0, 0), Share(0, 0), Share(4, 4)),
        PlanCoverage("澄溪区2023年国民经济和社会发展计划", Share(3, 6), Share(0, 3), Share(3, 3), Share(3, 3)),
        PlanCoverage("澄溪区2023年重点工作", Share(0, 0), Share(3, 8), Share(8, 8), Share(0, 0)),
        PlanCoverage("澄溪区2023年民生实事", Share(4, 6), Share(2, 3), Share(3, 3), Share(9, 9)),
        PlanCoverage("澄溪区2023年绩效考核指标", Share(1, 3), Share(0, 0), Share(0, 0), Share(5, 5)),
        PlanCoverage("澄溪区水系连通专项规划", Share(0, 0), Share(0, 0), Share(0, 0), Share(0, 0)),
        PlanCoverage("澄溪区清水行动计划", Share(0, 0), Share(0, 0), Share(0, 0), Share(0, 0)),
        PlanCoverage(f"{FIVE}第十三个五年规划纲要", Share(1, 1), Share(0, 1), Share(0, 1), Share(1, 2)),
    )
    assert district.own == Share(4, 4)


def test_gaps_of_the_districts_documents(district: QualityView) -> None:
    """A document without a gap says so by an empty list; the others name the header's fields that are empty."""
    assert [d.missing for d in district.documents] == [
        (),
        ("发布日期", "网址"),
        ("索引号", "主题分类", "发文字号", "成文日期", "发布日期", "公开方式", "网址", "有效性"),
        ("索引号", "主题分类", "成文日期", "发布日期", "公开方式", "网址", "有效性"),
        ("索引号", "主题分类", "成文日期", "发布日期", "公开方式", "网址", "有效性"),
        ("索引号", "主题分类", "成文日期", "发布日期", "公开方式", "网址"),
    ]


def test_what_the_districts_units_have_not_disclosed(district: QualityView) -> None:
    """Each lead with its targets, those past their time first."""
    found = {
        unit.ref.title if unit.ref else "": [(line.figure.indicator.title, line.status.state) for line in unit.targets]
        for unit in district.units
    }
    assert found == {
        "区发展改革局": [("地区生产总值年均增长", State.NO_DATA)],
        "区民生局": [("惠及家庭", State.NO_DATA)],
        "区水务局": [("单位产值用水量下降", State.NO_DATA)],
        "区委宣传部": [("居民文明素养", State.QUALITATIVE)],
        "团区委": [("惠及家庭", State.NO_DATA)],
        "澄溪产业园管委会": [("科技投入增长", State.OVERDUE), ("建成澄溪产业园二期", State.NO_DATA)],
        "区城市建设局": [("新增车位", State.OVERDUE)],
        "区河湖管理站": [
            ("治理河道长度", State.OVERDUE),
            ("治理河道长度", State.OVERDUE),
            ("总磷平均浓度", State.OVERDUE),
        ],
        "": [("新增黑臭水体", State.OVERDUE), ("新增就业", State.OVERDUE)],
    }
    assert (district.undisclosed, district.overdue) == (12, 7)
    shared = {u.ref.title: [o.ref.title for o in u.targets[0].others] for u in district.units if u.ref}
    assert (shared["区民生局"], shared["团区委"], shared["区水务局"]) == (["团区委"], ["区民生局"], [])


def test_what_names_no_unit_is_a_group_of_its_own(tmp_path: Path) -> None:
    """An indicator without a task, and one whose task has no lead, stand under no unit, in the last group."""
    files, _ = ledger.edited(
        ("disclosures/doc-2018.yml", "  - indicator: planting\n    period", f"{OTHER}    period"),
        (
            "indicators/five/01-industry.yml",
            "  lead: [{name: 区发展局, printed_role: 责任单位}]\n  name: 植树",
            "  name: 植树",
        ),
    )
    view = of(ledger.write(tmp_path, files))[1]
    assert [u.anchor for u in view.units].index("no-unit") == len(view.units) - 1
    assert {line.figure.indicator.title for line in view.units[-1].targets} == {"当年产值", "植树"}


def test_a_long_list_is_told_by_its_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """With too many targets each unit has one row, with its request; of too many figures the first are listed."""
    whole = of(DISTRICT)[1]
    monkeypatch.setattr(data_quality, "MOST_TARGETS", 12)
    monkeypatch.setattr(data_quality, "MOST_FIGURES", 1)
    context = context_of(DISTRICT)
    (spec,) = (spec for spec in specs_of(context) if spec.path == "quality/")
    page = LexborHTMLParser(spec.make().body)
    rows = [
        [cell.text() for cell in row.css("th, td")] for row in page.css("h2#undisclosed ~ table")[0].css("tbody tr")
    ]
    assert rows == [
        [
            unit.ref.title if unit.ref else "文件没有写明责任单位",
            str(len(unit.targets)),
            str(unit.overdue),
            "写好的申请书",
        ]
        for unit in whole.units
    ]
    assert sum(len(unit.targets) for unit in whole.units) > 12
    (provisional,) = page.css("#provisional-all")
    assert f"{whole.provisional.total} 个" in provisional.css("summary")[0].text()
    assert len(provisional.css("tbody tr")) == 1
    assert f"另有 {whole.provisional.total - 1} 个写在各自指标的页面上" in provisional.text()


def test_the_page_says_in_plain_words_what_the_list_is_for(real_site: Path) -> None:
    """Whoever looks for what to ask for finds the list, the way to ask, and what the list does not mean."""
    text = article(real_site / "quality/index.html")
    assert "依申请公开" in text and "这是公众可以申请公开的数据清单" in text
    assert "不表示工作没有做" in text


def test_the_page_is_linked_from_where_readers_ask(real_site: Path) -> None:
    """From the data, from the list of what is not disclosed, from the explanation."""
    for page in ("data", "indicators/undisclosed", "about"):
        tree = LexborHTMLParser((real_site / page / "index.html").read_text(encoding="utf-8"))
        links = [str(n.attributes["href"]) for n in tree.css("article a[href]")]
        assert any("quality/" in link for link in links), page


def test_the_summaries_count_what_stands_below_them(real_site: Path) -> None:
    """The number in a group's summary is the number of its rows or points."""
    tree = LexborHTMLParser((real_site / "quality/index.html").read_text(encoding="utf-8"))
    groups = tree.css("details.pl-group")
    assert len(groups) > 20
    for group in groups:
        assert number(group) == len(group.css("tbody tr")) + len(group.css("li")), group.attributes["id"]


def number(group: LexborNode) -> int:
    summary = group.css_first("summary")
    assert summary is not None
    found = re.search(r"：(\d+) [个条]", summary.text())
    assert found
    return int(found[1])
