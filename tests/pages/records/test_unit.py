"""The page of a unit: what it answers for in a sentence, its tasks with their targets, and who works with whom."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.facts.partners import partners_of
from generator.analysis.facts.unit import unit_facts
from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.enums import OrganizationKind, Role
from generator.ledger.load import CheckedLedger, load
from generator.pages.context import PageContext
from generator.pages.page import PageSpec
from generator.pages.records import unit as module
from generator.pages.records.unit import PartnersView, partners_view, unit_view
from tests.conftest import ROOT
from tests.helpers.pages import context_of, specs_of
from tests.helpers.sites import DISTRICT

CONTRACT = ROOT / "datapackage.json"


@pytest.fixture(scope="module")
def district() -> CheckedLedger:
    return load(DISTRICT, CONTRACT)


@pytest.fixture(scope="module")
def real() -> CheckedLedger:
    return load(ROOT / "data", CONTRACT)


def partners(ledger: CheckedLedger, unit: str) -> PartnersView:
    """The partners of a unit on its page."""
    return partners_view(*partners_of(LedgerIndex(ledger), unit))


def rows(view: PartnersView) -> list[tuple[str, int, int, int, int]]:
    lines = (*view.first, *view.others)
    return [(x.ref.title, x.leads, x.supports, x.jointly, x.total) for x in lines]


def test_the_partners_of_a_department(district: CheckedLedger) -> None:
    """The water authority leads four tasks: with whom, who only supports, and the collective it leads one with."""
    assert rows(partners(district, "water")) == [
        ("区林业工作站", 1, 0, 0, 1),
        ("各镇人民政府", 0, 0, 1, 1),
        ("松坞镇", 1, 0, 0, 1),
        ("桐汀街道", 1, 0, 0, 1),
        ("澄溪城投公司", 1, 0, 0, 1),
        ("鹭汀镇", 1, 0, 0, 1),
    ]


def test_the_same_pair_is_told_from_both_sides(district: CheckedLedger) -> None:
    """The youth league supports one task of the livelihood bureau and leads another with it; both pages say so."""
    assert rows(partners(district, "youth-league"))[0] == ("区民生局", 0, 1, 1, 2)
    assert rows(partners(district, "livelihood"))[0] == ("团区委", 1, 0, 1, 2)


def test_those_who_only_support_the_same_task_are_counted_and_not_listed(district: CheckedLedger) -> None:
    """Two towns support one river: neither leads the other, so each page tells how many stand beside it."""
    found = partners(district, "luting")
    assert [r[0] for r in rows(found)] == ["区水务局"]
    assert found.beside == 1


def test_a_collective_is_marked_and_its_members_are_not_partners_through_it(district: CheckedLedger) -> None:
    """The subdistrict leads a task with all towns: the collective is its partner, the towns are not."""
    found = partners(district, "tongting")
    assert [(x.ref.title, x.collective) for x in found.first if x.jointly] == [("各镇人民政府", True)]
    assert {"鹭汀镇", "松坞镇"}.isdisjoint(x.ref.title for x in found.first)


def test_most_shared_tasks_come_first_and_the_rest_is_folded(
    district: CheckedLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By total, then by name; what does not stand open stands folded, in the same order."""
    whole = rows(partners(district, "livelihood"))
    assert whole == sorted(whole, key=lambda r: (-r[4], r[0])) and len(whole) == 3
    monkeypatch.setattr(module, "OPEN", 1)
    folded = partners(district, "livelihood")
    assert len(folded.first) == 1 and rows(folded) == whole


def test_a_pair_has_as_many_shared_tasks_as_the_ledger_says(real: CheckedLedger) -> None:
    """On every unit's page, a partner's counts are those of a plain walk over the tasks, mirrored on its own page."""
    expected: Counter[tuple[str, str, int]] = Counter()
    by_task: dict[str, list[tuple[str, Role]]] = {}
    for duty in real.ledger.assignments:
        by_task.setdefault(duty.task, []).append((duty.organization, duty.role))
    for duties in by_task.values():
        leads, supports = ([unit for unit, role in duties if role is wanted] for wanted in (Role.LEAD, Role.SUPPORT))
        expected.update((a, b, 0) for a in leads for b in supports)
        expected.update((b, a, 1) for a in leads for b in supports)
        expected.update((a, b, 2) for a in leads for b in leads if a != b)
    found: Counter[tuple[str, str, int]] = Counter()
    for unit in real.ledger.organizations:
        view = partners(real, unit.id)
        for line in (*view.first, *view.others):
            partner = line.ref.path.split("/")[1]
            counts = (line.leads, line.supports, line.jointly)
            found.update({(unit.id, partner, kind): n for kind, n in enumerate(counts) if n})
            assert line.total == sum(counts) > 0
            assert line.collective == (LedgerIndex(real).organizations[partner].kind is OrganizationKind.COLLECTIVE)
    assert found == expected


def test_the_page_shows_fifteen_and_folds_the_rest(real_site: Path) -> None:
    """A busy department's page opens with fifteen partners, has the others behind a line that says how many."""
    tree = LexborHTMLParser((real_site / "departments/development-and-reform/index.html").read_text(encoding="utf-8"))
    tables = tree.css("table.pl-partners")
    assert len(tables[0].css("tbody tr")) == 15
    rest = len(tables[1].css("tbody tr"))
    summary = tree.css_first("details.pl-fold > summary")
    assert summary is not None and summary.text() == f"其余 {rest} 个单位"


def test_the_page_says_what_is_not_counted(district_site: Path) -> None:
    """A town reached through a collective reads that this is not counted; a collective partner is tagged."""
    town = (district_site / "towns/luting/index.html").read_text(encoding="utf-8")
    assert "本单位经统称涉及的任务也不计入" in town and "另有 1 个单位只与本单位一同配合" in town
    water = LexborHTMLParser((district_site / "departments/water/index.html").read_text(encoding="utf-8"))
    tagged = [r.text() for r in water.css("table.pl-partners tbody th") if r.css_first(".pl-tag")]
    assert tagged == ["各镇人民政府 统称"]


# -- the sentence, the lists, whom to ask


FOLDERS = (
    "data",
    "tests/district/data",
    *(f"tests/samples/{n}/data" for n in ("beiwan", "qingshi", "yuntan", "two-plans")),
)


@pytest.fixture(scope="module", params=FOLDERS)
def context(request: pytest.FixtureRequest) -> PageContext:
    """Every ledger of this repository."""
    return context_of(ROOT / request.param)


@pytest.fixture(scope="module")
def pages() -> dict[str, PageSpec]:
    """The pages of all samples: ``sample/address``."""
    return {
        f"{Path(folder).parent.name or 'real'}/{spec.path}": spec
        for folder in FOLDERS
        for spec in specs_of(context_of(ROOT / folder))
        if spec.path.startswith(("departments/", "towns/"))
    }


def said(pages: dict[str, PageSpec], path: str) -> str:
    """The first sentence of a page, without blanks."""
    node = LexborHTMLParser(pages[path].make().body).css_first(".pl-says")
    assert node is not None
    return re.sub(r"\s", "", node.text())


def words(pages: dict[str, PageSpec], path: str) -> str:
    """A page in words, without blanks."""
    node = LexborHTMLParser(pages[path].make().body).body
    assert node is not None
    return re.sub(r"\s", "", node.text())


SENTENCES = {
    "real/departments/commerce/": "牵头12项任务（4项与别的单位共同牵头），对应15个目标，所收文件给出完成情况的1个；"
    "配合1项。",
    "real/departments/justice/": "牵头5项任务",
    "real/departments/government-office/": "牵头3项任务（都与别的单位共同牵头）。",
    "real/departments/highways/": "文件没有点名让它牵头；配合1项。",
    "real/towns/yangliuqing/": "文件点名这里7处（任务3、进展4）。牵头1项任务（与别的单位共同牵头），对应4个目标，"
    "所收文件都没有给出完成情况；配合1项；另有8项通过“各镇人民政府”“有关镇人民政府”“各街镇”落到这里。",
    "district/departments/water/": "牵头4项任务（1项与别的单位共同牵头），对应10个目标（4个是分解到单位的），"
    "所收文件给出完成情况的8个，已终止的1个。",
    "district/departments/supervision/": "文件没有点名交给它任务；参与、指导、考核1项。",
    "district/departments/water-and-ecology/": "所收文件没有写到它的任务。",
    "district/towns/wangchuan/": "文件点名这里1处（项目1）。文件没有点名交给它任务。",
    "qingshi/departments/all-towns/": "没有由它牵头的任务；配合4项。",
    "two-plans/towns/yunqiao/": "文件点名这里4处（项目1、任务2、进展1）。文件没有点名交给它任务；参与、指导、考核1项；"
    "分解到本单位的目标1个。",
    "beiwan/towns/shita/": "文件点名这里1处（项目1）。文件没有点名交给它任务；分解到本单位的目标5个。",
    "two-plans/departments/digital-company/": "文件没有点名交给它任务；负责1个项目。",
}
"""Page → what its first sentence says, or how it begins."""


@pytest.mark.parametrize("path", SENTENCES)
def test_the_first_sentence_says_it_all(pages: dict[str, PageSpec], path: str) -> None:
    """Leads, targets, answers, supports, what collectives bring; in every kind of place and for every kind of unit."""
    assert said(pages, path).startswith(SENTENCES[path])


def test_states_add_up_to_the_targets(context: PageContext) -> None:
    """Answered, ended and undisclosed targets are all targets; so are the states; each stands in one row."""
    for record in context.index.ledger.organizations:
        view = unit_view(context, unit_facts(context.index, context.statuses, record.id))
        asked = view.request.total - view.request.partly if view.request else 0
        assert view.answered + view.ended + asked == view.rollup.total, record.id
        assert sum(tally.targets for tally in view.rollup.tallies) == view.rollup.total
        tasks = (*view.lists.measured.first, *view.lists.measured.rest)
        assert sum(len(task.targets) for task in tasks) + view.lists.direct.total == view.rollup.total


def test_lists_lose_nothing_to_the_sheet_of_paper(context: PageContext) -> None:
    """What does not fit on paper stands in the page, and every task of the unit is in one of its lists."""
    for record in context.index.ledger.organizations:
        facts = unit_facts(context.index, context.statuses, record.id)
        lists = unit_view(context, facts).lists
        assert lists.measured.total + lists.unmeasured.total == len(facts.led)
        assert lists.supports.total == len(facts.supported)
        assert lists.through.total == len(facts.through)
        assert lists.named.total == len(facts.named)


def test_a_town_begins_with_what_the_texts_place_there(pages: dict[str, PageSpec]) -> None:
    """Projects, tasks and reports, with who, how far, and what the texts leave out, before what the town leads."""
    page = words(pages, "real/towns/yangliuqing/")
    named, _, rest = page.partition("牵头的1项")
    for what in ("杨柳青夜景灯光和公厕改造工程在实施推进中", "做美新乡村", "称两镇环境面貌明显好转，无数据未说明"):
        assert what in named and what not in rest.partition("向谁问")[0].replace("做美新乡村", "")
    assert "同时点名辛口镇" in named and "文件没有写做到哪一步" in named and "文件没有写这里要做多少" in named
    assert "区发展改革委牵头，这里配合" in named
    assert rest.index("配合的1项") < rest.index("落到这里的8项")


def test_what_a_project_does_not_say_is_said(pages: dict[str, PageSpec]) -> None:
    """A city's port town finds its works with investment and owner; what the list leaves out is named."""
    page = words(pages, "beiwan/towns/ouzhou/")
    assert "鸥洲镇海水淡化厂" in page and "总投资" in page and "市水务局负责" in page and "这里牵头" not in page
    silent = words(pages, "district/towns/wangchuan/")
    assert "区河湖管理站负责。对应任务：建设水系数字平台。文件没有写起止时间。" in silent


def test_who_to_ask_has_the_line_of_the_unit(pages: dict[str, PageSpec]) -> None:
    """Line and page as the ledger has them, the letter, and the other leads; else it is said that there are none."""
    asked = words(pages, "district/departments/development-and-reform/").partition("向谁问")[2]
    assert "公开电话：000-00000001；网页：https://gongkai.example/fgj/" in asked
    commerce = words(pages, "real/departments/commerce/").partition("向谁问")[2]
    assert "14个目标在所收文件（截至2018年1月18日）里没有完成情况" in commerce
    assert "写给区商务委。共同牵头的，也可以问区工业和信息化委（4个）、区招商局（2个）" in commerce
    assert "本站没有收录它的公开电话和网页" in commerce


def test_what_is_due_next_is_told_with_what_is_late(pages: dict[str, PageSpec]) -> None:
    """The next day after the newest document, what falls due, what is overdue, and what comes again and again."""
    station = words(pages, "district/departments/river-station/")
    assert "已经到期3个目标到期而没有披露按期要做巡查河道（每月）" in station
    assert "接下来到期2024年10月31日：1个目标（新建5G基站），扩大数字覆盖（完成建设）" in words(
        pages, "two-plans/departments/industry-bureau/"
    )
    commerce = words(pages, "real/departments/commerce/")
    assert "按所收文件的日期（2018年1月18日）：接下来到期2020年12月31日：15个目标" in commerce


def test_a_collective_is_not_asked_as_if_it_were_an_organ(pages: dict[str, PageSpec]) -> None:
    """It has no telephone, and nobody answers for it: its members or the issuer of the document do."""
    page = words(pages, "real/departments/all-departments/")
    assert "可以问它的各成员，或文件的印发机关" in page
    assert not any(word in page for word in ("直接问它", "公开电话", "没有点名让它牵头"))


def test_a_clue_is_no_answer(pages: dict[str, PageSpec]) -> None:
    """A figure of another definition stands below the silent target, and says that it does not count."""
    page = words(pages, "real/departments/commerce/")
    assert "服务业增加值>760亿元○暂无数据线索，不算完成：服务业增加值占经济总量比重2017年45%" in page
