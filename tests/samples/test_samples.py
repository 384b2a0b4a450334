"""The sample ledgers: each is checked and built, and its pages say the right words on the right pages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from icalendar import Calendar
from selectolax.lexbor import LexborHTMLParser

from generator.cli.main import main
from generator.downloads.output import make_all
from generator.downloads.records.due_calendars import calendar_outputs
from generator.ledger.load import load
from generator.pages.page import PageSpec
from generator.publish.site_content import SiteInputs, load_content
from generator.support.stopwatch import Stopwatch
from tests.conftest import ROOT, built, project
from tests.helpers import templates
from tests.helpers.copying import dataset_of
from tests.helpers.golden import compare, normalised
from tests.helpers.pages import CONTRACT
from tests.helpers.runs import Once
from tests.helpers.sites import edit

SAMPLES = Path(__file__).parent
PLACES = {"yuntan": "云滩区", "qingshi": "青石县", "beiwan": "北湾市", "two-plans": "麓川区"}
"""Sample → the place that it is about."""

SHARED = ROOT.parent / "shared" / "samples"
"""Where the texts of two samples are, which are not part of this repository."""

GOLDEN = {
    "samples/ended-task": ("two-plans", "tasks/night-market/"),
    "samples/shared-task": ("two-plans", "tasks/old-town/"),
    "samples/revised-target": ("two-plans", "indicators/base-stations/"),
    "samples/revised-result": ("two-plans", "indicators/forest/"),
    "samples/unit-before-reform": ("two-plans", "departments/industry-commission/"),
    "samples/named-town": ("two-plans", "towns/yunqiao/"),
    "samples/projects": ("beiwan", "projects/"),
    "samples/stages": ("qingshi", "tasks/ring-road-north/"),
    "samples/home-of-several-plans": ("two-plans", ""),
}
"""Golden page → the sample and the address of its page."""

Specs = dict[str, PageSpec]
"""Address → page."""


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Specs]:
    """The pages of each sample, none of them made yet; outside of this repository, whose history is not theirs."""
    found = {}
    for name in PLACES:
        folder = project(tmp_path_factory.mktemp(name), SAMPLES / name / "data")
        content = load_content(
            SiteInputs(folder / "data", CONTRACT, None, bytecode=templates.compiled_pages()), Stopwatch()
        )
        found[name] = {spec.path: spec for spec in content.specs}
    return found


def words(specs: Specs, path: str) -> str:
    """The words of a page, without markup and white space."""
    return re.sub(r"\s+", "", LexborHTMLParser(specs[path].make().body).text())


@pytest.mark.parametrize("name", PLACES)
def test_a_sample_is_a_ledger_without_a_fault(name: str) -> None:
    """Nothing is found in it."""
    load(SAMPLES / name / "data", CONTRACT)


@pytest.mark.parametrize("name", ["yuntan", "qingshi", "two-plans"])
def test_a_sample_agrees_with_its_texts(name: str) -> None:
    """Names, roles, deadlines, figures, and every number: recorded, or left out with a reason."""
    texts = SAMPLES / name / "sources"
    if not texts.is_dir():
        texts = SHARED
    if not texts.is_dir():
        pytest.skip("the texts are not beside the project: ../shared/samples")
    assert main(["--data", str(SAMPLES / name / "data"), "--contract", str(CONTRACT), "verify", str(texts)]) == 0


def test_swapped_units_of_a_table_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row of a table is a clause, too: its lead and its support are compared with those of the indicator."""
    data = shutil.copytree(SAMPLES / "two-plans" / "data", tmp_path / "data")
    swapped = "  lead: [区住建局]\n  support: [区农委]"
    edit(data / "indicators/plan-2021-2025/01-all.yml", "  lead: [区农委]\n  support: [区住建局]", swapped)
    texts = SAMPLES / "two-plans" / "sources"
    assert main(["--data", str(data), "--contract", str(CONTRACT), "verify", str(texts)]) == 1
    said = capsys.readouterr().err
    assert "01-all.yml" in said and "区农委(牵头)、区住建局(配合)" in said


IN_ENDURANCE = ("yuntan", "beiwan")
"""Their sites are built in make endurance; their pages are made by the tests below."""


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=[pytest.mark.endurance] if n in IN_ENDURANCE else []) for n in PLACES]
)
def test_a_sample_builds_and_names_no_other_place(once: Once, name: str) -> None:
    """Every link of the site is good, and no word of the two other places is anywhere in it."""
    folder = once(f"sample-{name}", lambda folder: built(project(folder, SAMPLES / name / "data"))) / "site"
    foreign = [word.encode() for word in ("西青", "杨柳青", "xiqing", "澄溪", "chengxi")]
    foreign += [place.encode() for other, place in PLACES.items() if other != name]
    found = [
        (file.relative_to(folder).as_posix(), word.decode())
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.suffix not in (".gz", ".zip", ".png") and "assets/javascripts" not in file.as_posix()
        for word in foreign
        if word in file.read_bytes()
    ]
    assert found == []


@pytest.mark.parametrize("name", GOLDEN)
def test_pages_of_the_samples_are_as_they_were(
    samples: dict[str, Specs], name: str, request: pytest.FixtureRequest
) -> None:
    """What only the samples have looks as on their golden pages."""
    sample, path = GOLDEN[name]
    compare(name, normalised(samples[sample][path].make().body), bool(request.config.getoption("--update-golden")))


# -- the words of the place


def test_a_county_has_towns_and_townships_and_is_no_district(samples: dict[str, Specs]) -> None:
    """On the pages of a county 街镇, 全区 and 五年规划 have no place; its list of towns is called 乡镇."""
    for path, spec in samples["qingshi"].items() - {("data/", samples["qingshi"]["data/"])}:  # it describes every table
        said = words({path: spec}, path).replace("台账里没有五年规划", "")
        assert not re.search("街镇|全区|五年规划|五年文件|五年任务", said), path
    assert samples["qingshi"]["towns/"].make().title == "乡镇"
    assert "松涧乡" in words(samples["qingshi"], "towns/")


@pytest.mark.parametrize(("name", "territories"), {"yuntan": "街镇", "qingshi": "乡镇", "beiwan": "乡镇街道"}.items())
def test_what_towns_are_called_follows_the_level(samples: dict[str, Specs], name: str, territories: str) -> None:
    """On home, in the search and on the map of the site."""
    assert f"个{territories}：文件在这里点了哪些名" in words(samples[name], "")
    assert territories in words(samples[name], "search/") and territories in words(samples[name], "sitemap/")


# -- who is responsible


def test_the_first_of_the_listed_units_leads_and_the_page_says_why(samples: dict[str, Specs]) -> None:
    """A list under 责任单位: the document's own rule makes the first one the lead."""
    said = words(samples["yuntan"], "tasks/coastal-tourism/")
    assert "牵头区文旅体局（文件写作“责任单位”）" in said and "配合区农业农村局、长汊镇" in said
    assert "排在第一位的牵头" in said


def test_all_listed_units_lead_where_the_document_says_so(samples: dict[str, Specs]) -> None:
    """The county's notice calls all of them responsible."""
    said = words(samples["qingshi"], "tasks/county-projects/")
    assert "牵头县发展改革局、县项目服务中心" in said and "都是主责单位" in said


def test_a_printed_share_is_shown_and_not_denied(samples: dict[str, Specs]) -> None:
    """A second lead for a part of the task: nowhere that the document does not say who does what."""
    for name, path in (("yuntan", "tasks/balanced-education/"), ("two-plans", "tasks/old-town/")):
        said = words(samples[name], path)
        assert "区卫健委（" in said and "未注明各单位分别负责" not in said
    assert "共同任务" not in words(samples["two-plans"], "indicators/old-estates/")


def test_every_role_is_named_with_its_printed_word(samples: dict[str, Specs]) -> None:
    """参与, 指导 and 考核 stand beside 牵头 and 配合, with the document's own word where it is another."""
    assert "参与区信访局、区司法局" in words(samples["yuntan"], "tasks/social-peace/")
    assert "指导区海洋渔业局" in words(samples["yuntan"], "tasks/sea-litter/")
    assert "考核区审计局（文件写作“监督”）" in words(samples["yuntan"], "tasks/fiscal-support/")
    assert "参与、指导、考核1" in words(samples["yuntan"], "departments/audit/")


def test_a_table_with_a_column_for_it_names_who_is_responsible(samples: dict[str, Specs]) -> None:
    """The indicator of a table has its units, and nowhere is said that there are none."""
    said = words(samples["two-plans"], "indicators/forest/")
    assert "牵头区农委配合区住建局" in said and "文件没有写明" not in said and "文件未写明" not in said
    assert (
        "森林覆盖率" in words(samples["two-plans"], "departments/agriculture/").partition("文件直接点名由它负责的")[2]
    )


def test_the_leader_in_charge_is_an_office_and_no_unit(samples: dict[str, Specs]) -> None:
    """责任领导 with a comma inside is one office, and 宣传部 gets no task from it."""
    assert "责任领导县委常委、宣传部部长" in words(samples["qingshi"], "tasks/school-places/")
    assert not any("publicity" in path for path in samples["qingshi"])


# -- by when


@pytest.mark.parametrize(
    ("path", "said"),
    {
        "tasks/technical-renovation/": "2024年9月底前完成",
        "tasks/standard-workshops/": "2024年6月15日前完成",
        "tasks/fiscal-revenue/": "每季度",
        "tasks/clean-air/": "长期（文件写作“长期坚持”）",
        "tasks/ring-road-north/": "2025年6月底前（文件写作“一期2024年5月底前，二期2025年6月”）",
    }.items(),
)
def test_a_deadline_is_told_as_it_is_printed(samples: dict[str, Specs], path: str, said: str) -> None:
    """Months, days, each quarter, without end, in stages."""
    assert said in words(samples["qingshi"], path)


def test_the_calendar_keeps_to_months_and_days() -> None:
    """Due in September is due on the 30th, and a step has its own day; what is due each quarter ends with the year."""
    made = make_all(calendar_outputs(dataset_of(load(SAMPLES / "qingshi" / "data", CONTRACT))))
    events = Calendar.from_ical(made["calendar.ics"]).walk("VEVENT")
    days = {str(e["uid"]).partition("@")[0]: e.decoded("dtstart").isoformat() for e in events}
    assert days["renovated-firms-2024"] == "2024-09-30" and days["idle-land-2024"] == "2024-06-15"
    assert days["ring-road-north-m1"] == "2024-05-31" and days["non-tax-share-2024"] == "2024-12-31"


# -- several plans


def test_the_running_plans_come_first(samples: dict[str, Specs]) -> None:
    """On home and on the lists the plan of 2021 stands before that of 2016, which is over."""
    home = words(samples["two-plans"], "")
    assert home.index("“十四五”规划定下") < home.index("“十三五”规划定下")
    for path in ("plans/", "indicators/", "tasks/", "sections/"):
        said = words(samples["two-plans"], path)
        assert said.rindex("麓川区“十四五”规划") > -1
        assert said.index("麓川区“十四五”规划") < said.index("麓川区“十三五”规划"), path


def test_two_plans_know_each_other(samples: dict[str, Specs]) -> None:
    """The plan before, the plan after, the same indicator in both, and a task that goes on."""
    assert "接着麓川区“十三五”规划" in words(samples["two-plans"], "plans/plan-2021-2025/")
    assert "麓川区“十四五”规划下一个" in words(samples["two-plans"], "plans/plan-2016-2020/")
    said = words(samples["two-plans"], "indicators/forest/")
    assert "麓川区“十三五”规划：森林覆盖率，2016—2020年规划目标≥24%；2020年完成值23.1%" in said
    assert "相关而不同的指标" not in said
    assert "接着做麓川区“十三五”规划的任务：活跃市场" in words(samples["two-plans"], "tasks/markets/")


def test_a_revised_target_is_struck_and_names_what_revised_it(samples: dict[str, Specs]) -> None:
    """Both values stand on the page, the old one struck, the new one leads; lists have the new one alone."""
    page = LexborHTMLParser(samples["two-plans"]["indicators/base-stations/"].make().body)
    assert {node.text() for node in page.css("del")} == {"800 个"}
    headline = page.css_first(".pl-lead__figure")
    assert headline is not None and headline.text() == "1200 个"
    assert "调整“十四五”规划部分目标的通知" in page.text()
    row = words(samples["two-plans"], "indicators/").partition("建成5G基站")[2][:20]
    assert row.removeprefix("2021—2025年").startswith("1200个") and "800" not in row


def test_a_task_keeps_the_name_of_its_time_and_the_page_leads_on(samples: dict[str, Specs]) -> None:
    """After a reform the old unit's page names the new one, with the document or without."""
    pages = samples["two-plans"]
    assert "转由区工信局承担（依据麓川区机构改革方案）" in words(pages, "departments/industry-commission/")
    assert "转由区商务局承担（本站没有收到写明此事的文件）" in words(pages, "departments/commerce-commission/")
    assert "牵头区工信委" in words(pages, "tasks/digital-district/")
    assert "下属单位：区大数据中心" in words(pages, "departments/industry-bureau/")
    assert "转由区工信局承担；这里仍用文件当时的名称" in words(pages, "tasks/digital-district/")


def test_what_was_dropped_or_merged_says_so(samples: dict[str, Specs]) -> None:
    """A dropped task and a merged one say what became of them, and nobody is asked to report on them."""
    assert "这项任务不再继续：取消（2023年6月30日）" in words(samples["two-plans"], "tasks/night-market/")
    merged = words(samples["two-plans"], "tasks/canteens/")
    assert "并入（2023年6月30日）。由更新老城接替" in merged and "可以补充披露" not in merged
    assert "打造夜市街区" not in words(samples["two-plans"], "supervision/")


def test_reports_give_the_documents_own_word_and_reason(samples: dict[str, Specs]) -> None:
    """Behind, why, and how far; ahead; not begun; on schedule in the document's own words."""
    pages = samples["two-plans"]
    assert "滞后2024年第三季度：电梯装了六成，比安排慢（完成60%）；原因：管线迁改推迟" in words(pages, "tasks/l-lifts/")
    assert "超额完成" in words(pages, "tasks/l-canteens/") and "未启动" in words(pages, "tasks/l-nursery/")
    assert "2024年第三季度：“达到序时进度”" in words(pages, "indicators/l-evening-school/")


def test_an_evaluation_is_called_as_it_is_printed(samples: dict[str, Specs]) -> None:
    """后评估 is not 终期评估."""
    said = words(samples["two-plans"], "evaluations/").partition("麓川区“十三五”规划")[2]
    assert "要求做后评估" in said and "2020年后评估" in said and "终期评估" not in said


# -- projects and places


def test_investments_are_added_only_in_one_unit(samples: dict[str, Specs]) -> None:
    """The city's list has one unit and its sums; one of the district's has two units and none. A task shows its own."""
    assert "总投资合计272900万元；当年投资合计95700万元（1个没有印这一项，不在内）" in words(
        samples["beiwan"], "projects/"
    )
    said = words(samples["two-plans"], "projects/")
    assert "投资额的单位不同（万元、亿元），不相加" in said and "总投资合计1800万元" in said
    assert "北岭基站群" in words(samples["two-plans"], "tasks/2024-digital/")
    assert "云桥水厂扩建" in words(samples["two-plans"], "sections/e1/")
    assert "projects/" not in samples["yuntan"]


def test_a_town_finds_what_names_it(samples: dict[str, Specs]) -> None:
    """Tasks in which it has no role, projects and reports that name it."""
    said = words(samples["two-plans"], "towns/yunqiao/").partition("文件点名这里的")[2]
    assert "更新老城" in said and "云桥水厂扩建" in said and "云桥水厂主体完工" in said
    assert "鸥洲镇海水淡化厂" in words(samples["beiwan"], "towns/ouzhou/")


def test_remarks_and_answers_are_shown(samples: dict[str, Specs]) -> None:
    """On the indicator, on the task, and what readers wrote on the page of feedback."""
    pages = samples["two-plans"]
    assert "为什么比快报少0.2个百分点？答：复查时扣除了没有验收的地块" in words(pages, "indicators/forest/")
    assert "汛期前后各查一次" in words(pages, "tasks/rivers/")
    answered = words(pages, "questions/")
    assert "关于加装电梯" in answered and "电梯任务的完成时限是不是十一月底？" in answered
    assert "条反馈和答复" not in words(samples["yuntan"], "feedback/")
