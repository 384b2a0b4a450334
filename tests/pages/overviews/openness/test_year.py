"""The pages of years: what was promised, reached, said and to be done in each."""

from __future__ import annotations

import shutil
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.analysis.facts.plan import years_with_page
from generator.pages.overviews.openness.year import YearView, year_view
from tests.conftest import ROOT
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT, edit


def view_of(data: Path, year: int) -> YearView:
    """The page of a year."""
    return year_view(context_of(data), year)


def article(path: Path) -> LexborNode:
    node = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("article")
    assert node is not None
    return node


def test_years_of_which_something_is_known_have_pages(real_site: Path, district_site: Path) -> None:
    """A page for each year with targets, results or reports; the index lists the plan's other years, too."""
    district = (district_site, {"2020", "2022", "2023"}, "2024")
    for site, known, silent in ((real_site, {"2017", "2018"}, "2019"), district):
        assert {p.parent.name for p in (site / "years").glob("*/index.html")} == known
        index = article(site / "years/index.html")
        assert {str(a.attributes["href"]) for a in index.css("tbody th a")} == {f"../years/{year}/" for year in known}
        row = next(tr for tr in index.css("tbody tr") if tr.text().strip().startswith(silent))
        assert "没有这一年的目标、完成值和进展" in row.text()


def test_a_figure_from_before_the_plan_makes_no_year(tmp_path: Path) -> None:
    """A base of the year before the first plan is no year of a plan."""
    data = tmp_path / "data"
    shutil.copytree(DISTRICT, data)
    edit(data / "disclosures/chengxi-145-midterm-review-2023.yml", "period: 2023-06\n", "period: 2015-06\n")
    assert years_with_page(context_of(data).index) == [2020, 2022, 2023]


def test_every_record_of_the_year_is_on_its_page() -> None:
    """All targets, results and reports of a year, however their periods are written, and none of another."""
    context = context_of(DISTRICT)
    for year in (2022, 2023):
        view, tables = year_view(context, year), context.index.ledger
        results = [o for o in tables.observations if o.period.startswith(str(year))]
        shown = [r for a in view.answered for r in a.observations] + [r for part in view.others for r in part.rows]
        assert view.counts.observations == len(results) == len({r.figure.source for r in shown})
        reports = sum(1 for r in tables.reports if r.period.startswith(str(year)))
        assert view.counts.reports == reports == sum(len(part.rows) for part in view.reports)
        assert sum(state.total for state in view.states) == reports
        targets = [t for t in tables.targets if t.start_year == t.end_year == year]
        assert view.counts.targets == sum(len(part.rows) for part in view.targets) == len(targets)
        assert view.counts.tasks == sum(len(part.rows) for part in view.tasks)


def test_results_that_answer_a_five_year_target_carry_its_state() -> None:
    """The year's new jobs stand beside the five years' target, its state and the arithmetic."""
    view = view_of(ROOT / "data", 2017)
    (jobs,) = [a for a in view.answered if a.target.indicator.path == "indicators/new-jobs/"]
    assert (jobs.target.text, jobs.observations[0].figure.text, jobs.status.state) == (
        "14.6 万人",
        "4.15 万人",
        "数据不全",
    )
    assert "4.15 ÷ 14.6 ＝ 28.4%" in jobs.status.sentence
    assert len(view.answered) == 3


def test_a_town_s_result_answers_the_town_s_target_alone() -> None:
    """What a town reached is not taken for the whole place."""
    view = view_of(DISTRICT, 2022)
    own = {
        (a.target.organization.title if a.target.organization else ""): a for a in view.answered if len(a.observations)
    }
    assert own["鹭汀镇"].observations[0].figure.text == "13 公里"
    assert all(r.figure.organization == a.target.organization for a in view.answered for r in a.observations)


def test_leads_of_the_task_that_is_carried_on_stand_beside_that_task(district_site: Path) -> None:
    """A task without a printed unit shows none of its own: who leads the five-year task is said of that one."""
    tasks = {t.row.ref.path: t for part in view_of(DISTRICT, 2023).tasks for t in part.rows}
    river = tasks["tasks/2023-river-treatment/"]
    assert not river.row.leads
    assert [u.ref.title for one in river.continues for u in one.leads] == ["区水务局"]
    rows = article(district_site / "years/2023/index.html").css(".pl-carries > li")
    told = {li.css_first("a").text(): [n.text() for n in li.css(".pl-about")] for li in rows}  # type: ignore[union-attr]  # each has a link
    assert told["加快治理河道"][0] == "牵头：文件未写明"
    assert "（该任务由区水务局牵头）" in told["加快治理河道"][1]
    assert told["强园兴业"][0] == "牵头：澄溪产业园管委会"


def test_what_documents_admit_stands_above_all_results(real_site: Path) -> None:
    """The document's word, of what it is said, and its own words; nothing else is among them."""
    view = view_of(ROOT / "data", 2017)
    admitted = [(a.state, a.quote, [ref.title for ref in a.about]) for a in view.admissions]
    assert ("未达预期", "“还有差距”", ["地区生产总值年均增长"]) in admitted
    assert sorted({state for state, _, _ in admitted}) == ["承认不足", "未达预期"]
    page = article(real_site / "years/2017/index.html")
    heads = [n.attributes["id"] for n in page.css("h2")]
    assert heads[0] == "missed" and heads.index("missed") < heads.index("results")
    assert not article(real_site / "years/2018/index.html").css(".pl-missed"), "nobody has admitted anything of it"


def test_reports_are_counted_by_state_and_stand_below_their_heading() -> None:
    """What was missed can be read without what was done, and each heading says how many it has of each state."""
    view = view_of(ROOT / "data", 2017)
    states = [("完成", 30), ("推进中", 74), ("未达预期", 2), ("承认不足", 2), ("未说明", 9)]
    assert [(g.state, g.total) for g in view.states] == states
    assert all(sum(s.total for s in part.states) == len(part.rows) for part in view.reports)
    assert sum(s.total for part in view.reports for s in part.states) == 117


def test_a_sentence_that_many_targets_share_is_said_once(real_site: Path) -> None:
    """Above them, with the state that it explains; a sentence of one target alone stays with it."""
    shared = view_of(ROOT / "data", 2018).repeated
    assert [status.state for status in shared] == ["暂无数据", "定性"]
    page = article(real_site / "years/2018/index.html").text()
    assert all(page.count(status.sentence) == 1 for status in shared)


def test_headings_of_the_year_s_own_plan_come_first() -> None:
    """A heading of another plan comes later and names its plan."""
    others = [part.other_plan for part in view_of(ROOT / "data", 2017).others]
    assert others == sorted(others) and others[0] == "" and others[-1] != ""


def test_the_newest_document_is_first() -> None:
    """With the date that it bears, and how much it says of the year."""
    documents = view_of(DISTRICT, 2023).documents
    first, last = documents[0], documents[-1]
    assert (first.observations, first.reports, first.targets, first.tasks) == (13, 2, 0, 0)
    assert (last.targets, last.tasks) == (8, 3)
    days = [document.day or "" for document in documents]
    assert len(days) == 4 and days == sorted(days, reverse=True) and all(days)


def test_what_is_empty_says_why(real_site: Path) -> None:
    """A plan without text, and a year that was not over when the documents were made."""
    page = article(real_site / "years/2017/index.html").text()
    assert page.count("没有收到西青区2017年国民经济和社会发展计划的文本") == 2, "no targets and no tasks"
    page = article(real_site / "years/2018/index.html").text()
    assert "截至 2018 年 1 月 18 日，那时这一年还没有过完，没有这一年的完成值" in page
    assert "那时这一年还没有过完，没有这一年的进展" in page
