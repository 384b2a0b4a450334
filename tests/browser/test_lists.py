"""Lists that are filtered, sorted, shared by their address and downloaded, against the ledger itself."""

from __future__ import annotations

import csv
import io
import re
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.analysis.facts.indicator import indicator_summary
from generator.analysis.facts.unit import tasks_through_collectives, tasks_with_role
from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.enums import OrganizationKind, Role, State
from generator.ledger.load import load
from generator.pages.context import PageContext
from generator.pages.registry import page_kinds
from tests.conftest import ROOT
from tests.helpers.browsing import PHONE, in_browser, visit, visitor
from tests.helpers.endurance import some
from tests.helpers.pages import context_of
from tests.helpers.sites import DISTRICT

SHOWN = """() => [...document.querySelectorAll("table[data-list] tbody tr:has(th[scope=row])")]
  .filter((tr) => tr.offsetParent).map((tr) => tr.querySelector("a").pathname.split("/").at(-2))"""
"""Ids of the records whose rows are seen, in their order."""
GROUPS = "() => [...document.querySelectorAll('.pl-rows__group')].map((row) => row.textContent.trim())"
"""What parts of the list are headed by."""
MORE = ".pl-pages__more"
"""Shows a hundred rows more."""

HEADINGS = '() => [...document.querySelectorAll("article h2")].filter((h) => h.offsetParent).map((h) => h.textContent)'
SMALLER = """() => [...document.querySelectorAll(".pl-filter :is(input, select, button), .pl-sort")]
  .filter((e) => e.offsetParent && getComputedStyle(e).visibility === "visible")
  .filter((e) => Math.min(e.getBoundingClientRect().height, e.getBoundingClientRect().width) < 24)
  .map((e) => e.outerHTML)"""
HEIGHT = "() => document.documentElement.scrollHeight"
TALLEST, TALLEST_ROW = 12_000, 110
"""Pixels that a list and one of its rows may have on a phone."""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
STATUS = ".pl-filter [role=status]"

Facts = dict[str, set[Any]]
"""What a record is filtered by: facet → values."""


class Truth(NamedTuple):
    """Records of the lists by id, as the ledger has them."""

    indicators: dict[str, Facts]
    tasks: dict[str, Facts]
    departments: dict[str, Facts]


def truth(data: Path) -> Truth:
    context = PageContext(LedgerIndex(load(data, ROOT / "datapackage.json")))
    index, indicators = context.index, dict[str, dict[str, set[str]]]()
    tasks, units = dict[str, dict[str, set[Any]]](), dict[str, dict[str, set[str]]]()
    for one in index.ledger.indicators:
        main, summary = context.statuses.main(one.id), indicator_summary(index, context.statuses, one.id)
        disclosed = {"已披露"} if summary.disclosed else set()
        indicators[one.id] = {
            "plan": {one.plan},
            "area": {index.area(one.section).id},
            "nature": {str(one.nature)},
            "state": {str(main.state)} if main else disclosed,
            "unit": {a.organization for a in index.leads(one.task)},
            "promise": _promise(context, [one.id], bool(context.promises.admissions_of_indicator(one.id))),
        }
    for task in index.ledger.tasks:
        given = index.assignments_of_task.get(task.id, ())
        tasks[task.id] = {
            "plan": {task.plan},
            "area": {index.area(task.section).id},
            "unit": {a.organization for a in given},
            "role": {str(a.role) for a in given},
            "both": {(a.organization, str(a.role)) for a in given},
            "promise": _promise(
                context,
                [one.id for one in index.indicators_of_task.get(task.id, ())],
                bool(context.promises.admissions_of_task(task.id)),
            ),
        }
    for unit in index.ledger.organizations:
        if not index.is_territory(unit):
            roles = {str(r) for r in Role if tasks_with_role(index, unit.id, r)}
            through = {"经统称涉及"} if tasks_through_collectives(index, unit.id) else set()
            units[unit.id] = {"kind": {str(unit.kind)}, "role": roles | through}
    return Truth(indicators, tasks, units)


def _promise(context: PageContext, indicators: list[str], admitted: bool) -> set[str]:
    main = context.statuses.of_indicators(indicators)
    clues = any(context.promises.clues(status).total for status in main)
    overdue = any(status.state is State.OVERDUE for status in main)
    words = {"文件自认未达到": admitted, "有线索": clues, "到期未披露": overdue}
    return {word for word, is_so in words.items() if is_so}


@pytest.fixture(scope="module")
def real() -> Truth:
    return truth(ROOT / "data")


@pytest.fixture(scope="module")
def district() -> Truth:
    return truth(DISTRICT)


def shown(page: Page) -> list[str]:
    """Ids of all records that fit what is chosen, in their order: those behind the first hundred, too."""
    expect(page.locator(STATUS)).not_to_have_text(re.compile("正在取"))
    while page.is_visible(MORE):
        page.click(MORE)
    found: list[str] = page.evaluate(SHOWN)
    return found


def options(page: Page, name: str) -> list[str]:
    """The values that a choice offers."""
    found: list[str] = page.eval_on_selector_all(f"[name={name}] option", "all => all.map((o) => o.value)")
    return [value for value in found if value]


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


# -- filtering


def _facets() -> list[Any]:
    lists = {
        "indicators": ("plan", "area", "nature", "state", "unit"),
        "tasks": ("plan", "area", "unit", "role"),
        "departments": ("kind", "role"),
    }
    return [pytest.param(name, facet, id=f"{name}-{facet}") for name, own in lists.items() for facet in own]


@in_browser
@pytest.mark.sampled
@pytest.mark.parametrize(("name", "facet"), _facets())
def test_a_choice_leaves_the_rows_that_the_ledger_says(
    chrome: Browser, real_host: str, real: Truth, name: str, facet: str
) -> None:
    """Each value that a facet offers leaves just its records, of all pages; what no record has is not offered."""
    records: dict[str, Facts] = getattr(real, name)
    with visit(chrome, f"{real_host}{name}/") as page:
        offered = options(page, facet)
        assert set(offered) == set().union(*(facts[facet] for facts in records.values()))
        for value in some(offered, most=3):
            page.select_option(f"[name={facet}]", value)
            wanted = {id_ for id_, facts in records.items() if value in facts[facet]}
            assert set(shown(page)) == wanted, value
            unit = "个" if name == "departments" else "条"
            assert page.inner_text(STATUS) == f"显示 {len(wanted)} / {len(records)} {unit}"
            assert asked(page) == {facet: [value]}


@in_browser
def test_a_role_is_that_of_the_chosen_unit(chrome: Browser, real_host: str, real: Truth) -> None:
    """A unit and a role together leave the tasks in which this unit has this role."""
    with visit(chrome, f"{real_host}tasks/") as page:
        for role in sorted({role for facts in real.tasks.values() for _, role in facts["both"]}):
            page.select_option("[name=unit]", "industry-and-information")
            page.select_option("[name=role]", role)
            assert set(shown(page)) == {
                id_ for id_, facts in real.tasks.items() if ("industry-and-information", role) in facts["both"]
            }


@in_browser
def test_words_are_looked_for_in_all_that_a_row_says(chrome: Browser, real_host: str) -> None:
    """All the words must be there, in names, figures or units, in whatever width they are typed."""
    with visit(chrome, f"{real_host}indicators/") as page:
        page.fill("[name=q]", "就业　１４.６")
        expect(page.locator(STATUS)).to_have_text("显示 1 / 239 条")
        assert page.inner_text("table[data-list] tbody th[scope=row] a") == "新增就业人数"
        assert asked(page) == {"q": ["就业　１４.６"]}


@in_browser
def test_a_group_without_rows_goes_with_its_heading(chrome: Browser, real_host: str, real: Truth) -> None:
    """Only the areas that have a task left are headed, and nothing of the others is left between them."""
    with visit(chrome, f"{real_host}tasks/") as page:
        before = page.evaluate(GROUPS)
        page.select_option("[name=area]", "s2016-3-1")
        of_area = [id_ for id_, facts in real.tasks.items() if "s2016-3-1" in facts["area"]]
        assert sorted(shown(page)) == sorted(of_area)
        (heading,) = page.evaluate(GROUPS)
        assert heading.endswith(f"三、（一）构建现代产业新体系 {len(of_area)} 条")
        page.click(".pl-filter__reset")
        assert page.evaluate(GROUPS) == before


@in_browser
def test_a_plan_offers_its_own_areas_only(chrome: Browser, real_host: str) -> None:
    """Whoever chooses a plan is not led into areas of another one, and leaves one that he had chosen there."""
    with visit(chrome, f"{real_host}tasks/") as page:
        page.select_option("[name=area]", "s2016-3-1")
        page.select_option("[name=plan]", "plan-2018")
        page.wait_for_url("**plan=*")  # the rows of all pages come first
        assert asked(page) == {"plan": ["plan-2018"]}
        assert page.eval_on_selector_all("optgroup:not([disabled])", "all => all.map((g) => g.dataset.plan)") == [
            "plan-2018"
        ]


@in_browser
def test_an_empty_list_says_why_and_leads_out(chrome: Browser, real_host: str, real: Truth) -> None:
    """Each condition is named with what would be there without it; one click takes it away."""
    with visit(chrome, f"{real_host}indicators/") as page:
        page.select_option("[name=nature]", "约束性")
        page.select_option("[name=plan]", "plan-2018")
        assert shown(page) == [] and page.evaluate(GROUPS) == []
        assert page.is_disabled(".pl-filter__csv")
        binding = [id_ for id_, f in real.indicators.items() if "约束性" in f["nature"]]
        page.click(f".pl-filter__empty button >> text={len(binding)} 条")
        assert sorted(shown(page)) == sorted(binding)
        assert not page.is_visible(".pl-filter__empty")
        assert asked(page) == {"nature": ["约束性"]}


@in_browser
def test_reset_shows_everything_as_it_was(chrome: Browser, real_host: str) -> None:
    """Rows, their order, the choices and the address are as before."""
    with visit(chrome, f"{real_host}indicators/") as page:
        before = shown(page)
        assert not page.is_visible(".pl-filter__reset")
        page.select_option("[name=state]", "暂无数据")
        page.select_option("[name=sort]", "-name")
        page.click(".pl-filter__reset")
        assert shown(page) == before
        assert urlsplit(page.url).query == ""
        assert page.locator("th[aria-sort]").count() == 0
        assert not page.is_visible(".pl-filter__reset")


@in_browser
@pytest.mark.parametrize("name", ["indicators", "tasks"])
def test_what_documents_admit_and_where_clues_are_is_filtered(
    chrome: Browser, real_host: str, real: Truth, name: str
) -> None:
    """What a document admits as missed, and silent targets with clues, are a choice each; what nothing is, is none."""
    records: dict[str, Facts] = getattr(real, name)
    with visit(chrome, f"{real_host}{name}/") as page:
        assert set(options(page, "promise")) == set().union(*(facts["promise"] for facts in records.values()))
        for value in options(page, "promise"):
            page.select_option("[name=promise]", value)
            assert set(shown(page)) == {id_ for id_, facts in records.items() if value in facts["promise"]}, value
    if name == "indicators":
        assert {"gdp-growth"} <= {id_ for id_, facts in records.items() if "文件自认未达到" in facts["promise"]}


# -- groups


@in_browser
@pytest.mark.parametrize("by", ["disclosed", "plan", "area", "nature", "lead", "state"])
def test_the_list_is_grouped_by_what_is_chosen(chrome: Browser, real_host: str, real: Truth, by: str) -> None:
    """Each group has just the rows of all pages that belong to it; whoever leads with others has the row, too."""
    facet = {"disclosed": "", "lead": "unit"}.get(by, by)
    read = """() => [...document.querySelector("table[data-list]").tBodies].map((part) => [
      part.querySelector(".pl-rows__group").textContent,
      [...part.querySelectorAll("th[scope=row] a")].map((a) => a.pathname.split("/").at(-2))])"""
    with visit(chrome, f"{real_host}indicators/?group={by}") as page:
        shown(page)
        groups: list[tuple[str, list[str]]] = page.evaluate(read)
        assert page.inner_text(STATUS) == f"显示 {len(real.indicators)} / {len(real.indicators)} 条"
    assert set(chain.from_iterable(ids for _, ids in groups)) == set(real.indicators)
    for title, ids in groups:
        assert title.endswith(f"{len(ids)} 条") and len(ids) == len({*ids})
        if facet:
            common = set.intersection(*(real.indicators[id_][facet] for id_ in ids)) or {""}
            having = [{id_ for id_, f in real.indicators.items() if one in (f[facet] or {""})} for one in common]
            assert {*ids} in having, title


@in_browser
def test_whoever_sorts_and_groups_has_each_group_sorted(chrome: Browser, real_host: str) -> None:
    """Without a grouping all rows are sorted together; figures stand before words, and rows without any last."""
    targets = """() => [...document.querySelector("table[data-list]").tBodies].map((part) =>
      [...part.querySelectorAll("td:nth-child(2)")].map((td) => {
        const text = td.textContent.trim().replaceAll("\u00a0", " ");
        return text === "—" ? "none" : ledgerLists.figure(text).words ? "words" : "figure";
      }))"""
    order = ["figure", "words", "none"]
    for way in ("", "-"):
        with visit(chrome, f"{real_host}indicators/?sort={way}target") as page:
            shown(page)
            (kinds,) = page.evaluate(targets)
            assert set(kinds) == set(order) and kinds == sorted(kinds, key=order.index)
            page.select_option("[name=group]", "plan")
            shown(page)
            groups = page.evaluate(targets)
            assert len(groups) > 1 and all(kinds == sorted(kinds, key=order.index) for kinds in groups)


# -- pages


@in_browser
def test_all_rows_are_asked_for_when_something_is_chosen_and_not_before(
    chrome: Browser, real_host: str, real: Truth
) -> None:
    """A page of a list costs what it shows; the file with all rows comes at the first choice, once."""
    with visitor(chrome, real_host) as page:
        asked_for = list[str]()
        page.on("request", lambda request: asked_for.append(request.url))
        page.goto(f"{real_host}indicators/page/2/", wait_until="networkidle")
        assert len(shown(page)) == 100 and not any("rows.js" in url for url in asked_for)
        page.select_option("[name=nature]", "任务指标")
        of_task = {id_ for id_, facts in real.indicators.items() if "任务指标" in facts["nature"]}
        assert set(shown(page)) == of_task and not page.is_visible(".pl-pages")
        links = page.eval_on_selector_all("th[scope=row] a", "all => all.slice(0, 3).map((a) => a.href)")
        assert all(link.startswith(f"{real_host}indicators/") for link in links)
        page.select_option("[name=sort]", "-name")
        page.click(".pl-filter__reset")
        assert len(shown(page)) == 100 and page.is_visible(".pl-pages")
        assert sum("rows.js" in url for url in asked_for) == 1


@in_browser
def test_only_a_hundred_rows_are_shown_at_once(chrome: Browser, real_host: str, real: Truth) -> None:
    """A choice that fits many rows shows the first hundred and says how many more there are."""
    with visit(chrome, f"{real_host}indicators/?sort=name", width=PHONE) as page:
        page.wait_for_selector(MORE)
        assert len(page.evaluate(SHOWN)) == 100
        assert page.inner_text(MORE) == f"再显示 100 条（还有 {len(real.indicators) - 100} 条）"
        assert page.evaluate(HEIGHT) <= TALLEST
        assert len(shown(page)) == len(real.indicators)


@in_browser
def test_a_long_list_opened_from_a_folder_works(chrome: Browser, real_site: Path, real: Truth) -> None:
    """The file with all rows is read without a server, too."""
    page = chrome.new_page()
    page.goto((real_site / "tasks" / "index.html").as_uri())
    page.select_option("[name=plan]", "plan-2018")
    assert set(shown(page)) == {id_ for id_, facts in real.tasks.items() if "plan-2018" in facts["plan"]}
    page.close()


@in_browser
def test_without_the_file_the_page_says_that_it_knows_its_own_rows_only(chrome: Browser, real_host: str) -> None:
    """A line that breaks does not look like an empty list."""
    with visitor(chrome, real_host) as page:
        page.route("**/rows.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(f"{real_host}indicators/page/3/")
        rows = len(shown(page))
        page.select_option("[name=sort]", "name")
        expect(page.locator(STATUS)).to_have_text(f"显示 {rows} / {rows} 条（没有取到其余各页，只在这一页里找）")


@in_browser
def test_pages_of_a_list_lead_to_each_other(chrome: Browser, real_host: str) -> None:
    """Each says which it is; its head and its last line name the page before and the page behind."""
    with visit(chrome, f"{real_host}indicators/") as page:
        titles = []
        for number in (1, 2, 3):
            titles.append(page.inner_text("h1"))
            beside = {
                rel: page.eval_on_selector_all(f"{tag}[rel={rel}]", "all => all.map((one) => one.href)")
                for rel in ("prev", "next")
                for tag in ("head link",)
            }
            own = [f"{real_host}indicators/", f"{real_host}indicators/page/2/", f"{real_host}indicators/page/3/"]
            assert beside == {"prev": own[:number][-2:-1], "next": own[number : number + 1]}
            assert page.eval_on_selector_all(".pl-pages a", "all => all.map((a) => a.href)") == [
                *beside["prev"],
                *beside["next"],
            ]
            if number < 3:
                page.click(".pl-pages a[rel=next]")
    assert titles == ["指标", "指标（第 2 页，共 3 页）", "指标（第 3 页，共 3 页）"]


# -- the address


@in_browser
def test_an_address_shows_another_reader_the_same(chrome: Browser, real_host: str) -> None:
    """What one reader chose is in the address; whoever opens it has the same rows in the same order."""
    with visit(chrome, f"{real_host}indicators/?from=letter") as page:
        page.select_option("[name=nature]", "任务指标")
        page.select_option("[name=unit]", "agriculture")
        page.click(".pl-sort[value=name] >> visible=true >> nth=0")
        page.fill("[name=q]", "农")
        expect(page).to_have_url(re.compile("&q="))
        address, rows, status = page.url, shown(page), page.inner_text(STATUS)
        assert rows and asked(page)["from"] == ["letter"], "what others put into the address stays"
    with visit(chrome, address) as page:
        assert shown(page) == rows and page.inner_text(STATUS) == status
        assert page.input_value("[name=unit]") == "agriculture" and page.input_value("[name=q]") == "农"
        assert page.url == address


@in_browser
def test_an_address_whose_rows_are_gone_says_so(chrome: Browser, real_host: str) -> None:
    """A state that no indicator is in any more is not taken for no condition at all."""
    with visit(chrome, f"{real_host}indicators/?state=滞后&sort=nonsense") as page:
        expect(page.locator(STATUS)).to_have_text("显示 0 / 239 条")
        assert page.input_value("[name=state]") == "滞后" and page.input_value("[name=sort]") == ""
        assert "状态：滞后" in page.inner_text(".pl-filter__empty")
    with visit(chrome, f"{real_host}tasks/?plan=plan-2018&area=s2016-3-1") as page:
        assert shown(page) == [] and page.input_value("[name=area]") == "s2016-3-1", "both conditions stand"


@in_browser
def test_a_page_opened_from_a_folder_works(chrome: Browser, district_site: Path, district: Truth) -> None:
    """Without a server, too, lists are filtered and the address says so."""
    page = chrome.new_page()
    page.goto(f"{(district_site / 'indicators' / 'index.html').as_uri()}?nature=约束性")
    assert set(shown(page)) == {id_ for id_, f in district.indicators.items() if "约束性" in f["nature"]}
    page.select_option("[name=nature]", "预期性")
    assert asked(page) == {"nature": ["预期性"]}
    page.close()


# -- sorting


@in_browser
def test_a_head_sorts_one_way_the_other_and_back(chrome: Browser, real_host: str) -> None:
    """All names by their sound; each click tells its way, and the third gives the order of the document."""
    names = "() => [...document.querySelectorAll('table[data-list] th[scope=row]')].map((th) => th.textContent)"
    with visit(chrome, f"{real_host}departments/") as page:
        before = page.evaluate(names)
        head = page.locator("table[data-list] th[data-sort=name]").first
        head.locator("button").click()
        by_sound = page.evaluate("all => all.sort((a, b) => a.localeCompare(b, 'zh'))", before)
        assert page.evaluate(names) == by_sound != before
        assert head.get_attribute("aria-sort") == "ascending" and asked(page) == {"sort": ["name"]}
        head.locator("button").click()
        assert page.evaluate(names) == by_sound[::-1]
        assert head.get_attribute("aria-sort") == "descending" and asked(page) == {"sort": ["-name"]}
        head.locator("button").click()
        assert page.evaluate(names) == before and head.get_attribute("aria-sort") is None


@in_browser
def test_counts_of_tasks_are_sorted_as_numbers_over_all_rows(chrome: Browser, real_host: str) -> None:
    """18 comes before 9, most first, whatever kind a unit is of; whoever groups by kind has each kind by itself."""
    counts = """() => [...document.querySelector("table[data-list]").tBodies].map((part) => [
      part.querySelector(".pl-rows__group")?.textContent.split(" ")[0] ?? "",
      [...part.querySelectorAll("tr:has(td)")].map((r) => Number(r.cells[2].textContent))])"""
    with visit(chrome, f"{real_host}departments/") as page:
        before = {kind: sorted(own, reverse=True) for kind, own in page.evaluate(counts)}
        page.locator("th[data-sort=leads] button").first.click()
        assert page.evaluate(counts) == [["", sorted(chain.from_iterable(before.values()), reverse=True)]]
        assert asked(page) == {"sort": ["-leads"]}
        page.select_option("[name=group]", "kind")
        assert dict(page.evaluate(counts)) == before
        assert list(before) == [k for k in OrganizationKind if k in before]


@in_browser
@pytest.mark.parametrize("down", [False, True], ids=["up", "down"])
def test_states_are_in_their_order_and_what_has_none_is_last(
    chrome: Browser, district_host: str, district: Truth, down: bool
) -> None:
    """From reached to qualitative or the other way round; a row without a state comes last in both."""
    order = [*map(str, State)]
    with visit(chrome, f"{district_host}indicators/?sort={'-' if down else ''}state") as page:
        ids = shown(page)
        assert sorted(ids) == sorted(district.indicators), "all rows are one list"
        states = [next(iter(district.indicators[i]["state"]), "") for i in ids]
        known = [order.index(s) for s in states if s in order]
        assert known == sorted(known, reverse=down)
        assert all(s not in order for s in states[len(known) :])


@in_browser
@pytest.mark.parametrize("down", [False, True], ids=["up", "down"])
def test_shares_are_sorted_as_numbers_and_none_is_last(chrome: Browser, district_host: str, down: bool) -> None:
    """ "At least" counts as its number; a row without a share comes last in both ways."""
    read = """() => [...document.querySelectorAll("table[data-list]")].map((t) => [...t.querySelectorAll("tr:has(td)")]
      .map((r) => r.querySelector(".pl-share")?.textContent ?? ""))"""
    with visit(chrome, f"{district_host}indicators/?sort={'-' if down else ''}share") as page:
        tables = page.evaluate(read)
        assert any(any(own) for own in tables)
        for own in tables:
            numbers = [float(text.removeprefix("至少 ").rstrip("%")) for text in own if text]
            assert numbers == sorted(numbers, reverse=down)
            assert not any(own[len(numbers) :])


@in_browser
def test_figures_are_sorted_within_their_unit(chrome: Browser, district_host: str) -> None:
    """Number is held against number only where both count the same; periods, signs and softeners do not count."""
    figures = ["≥ 14.6 万人", "2017 年 6 月 4.15 万人", "80余 名", "≤ 9%", "2016—2020 年 ≥ 38%", "动态为零", "2000 家"]
    more = ["2023 年 1—9 月 38 亿元", "80 余名", "5%—7%", "7% 左右", "2023 年 76 公里（累计自 2021 年）", "每年 10 件"]
    with visit(chrome, f"{district_host}indicators/") as page:
        order = page.evaluate(
            """all => all.map((text) => [text, ledgerLists.figure(text)])
              .sort((a, b) => ledgerLists.byFigure(a[1], b[1])).map(([text]) => text)""",
            figures,
        )
        values = "all => all.map((t) => ledgerLists.figure(t)).map((f) => [f.unit, f.number])"
        read, others = page.evaluate(values, figures), page.evaluate(values, more)
    assert read == [["万人", 14.6], ["万人", 4.15], ["名", 80], ["%", 9], ["%", 38], ["动态为零", 0], ["家", 2000]]
    assert others == [["亿元", 38], ["名", 80], ["%", 5], ["%", 7], ["公里", 76], ["件", 10]]
    assert order.index(figures[1]) + 1 == order.index(figures[0])
    assert order.index(figures[3]) + 1 == order.index(figures[4])


# -- the file


def downloaded(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.click(".pl-filter__csv")
    path = waiting.value.path()
    return waiting.value.suggested_filename, Path(path).read_bytes()


@in_browser
def test_the_file_has_the_rows_that_are_shown(chrome: Browser, real_host: str) -> None:
    """The same records in the same order, with the columns of the table, where each belongs and its address."""
    with visit(chrome, f"{real_host}tasks/?unit=industry-and-information&sort=-name") as page:
        rows = shown(page)
        titles = page.eval_on_selector_all(
            "table[data-list] tbody th[scope=row] a", "all => all.map((a) => a.textContent)"
        )
        name, content = downloaded(page)
    assert name == "任务.csv"
    assert content.startswith(b"\xef\xbb\xbf"), "Excel takes a file without the mark for another encoding"
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    assert list(lines[0]) == [
        "任务",
        "摘要（本站编写）",
        "进展",
        "牵头",
        "配合",
        "所在列表",
        "条款位置",
        "规划",
        "领域",
        "网址",
    ]
    assert [line["任务"] for line in lines] == titles
    assert [urlsplit(line["网址"]).path.rstrip("/").rpartition("/")[2] for line in lines] == rows
    assert all("区工业和信息化委" in line["牵头"] + line["配合"] and line["规划"] and line["领域"] for line in lines)
    assert not any(value == "—" for line in lines for value in line.values()), "no value is an empty cell"


@in_browser
def test_the_file_of_indicators_is_the_ledgers(chrome: Browser, real_host: str, real: Truth) -> None:
    """State and nature of every row are words of the ledger, without the signs of the page."""
    with visit(chrome, f"{real_host}indicators/") as page:
        _, content = downloaded(page)
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    assert len(lines) == len(real.indicators)
    for line in lines:
        facts = real.indicators[urlsplit(line["网址"]).path.rstrip("/").rpartition("/")[2]]
        assert {line["性质"]} == facts["nature"]
        assert set(line["状态"].split(" ")[:1]) - {""} == facts["state"]


@in_browser
def test_no_cell_is_a_formula_and_a_number_stays_one(chrome: Browser, district_host: str) -> None:
    """Text that a spreadsheet would compute is marked; numbers, quotes and lines come through."""
    cells = ["=1+1", "+86", "-3.5", "-3.5%", "-a", "@x", "＝1", 'a"b', "a,b", "a\nb", "≥ 3"]
    with visit(chrome, f"{district_host}indicators/") as page:
        text: str = page.evaluate("cells => ledgerLists.csv([cells])", cells)
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    read = next(csv.reader(io.StringIO(text[1:], newline=""), strict=True))
    assert read == ["'=1+1", "+86", "-3.5", "-3.5%", "'-a", "'@x", "'＝1", 'a"b', "a,b", "a\nb", "≥ 3"]


# -- for everyone


def list_pages(data: Path) -> list[str]:
    """The addresses of all pages of lists that a ledger has."""
    context = context_of(data)
    return [page.path for kind in page_kinds() if kind.rows for page in kind.pages(context)]


TALL = """() => [...document.querySelectorAll("table:is([data-list], .pl-rows) tbody tr")]
  .map((tr) => [tr.getBoundingClientRect().height, tr.textContent.trim()])
  .filter(([height]) => height > %d)"""


@in_browser
@pytest.mark.sampled
@pytest.mark.parametrize("site", ["real", "district"])
def test_lists_are_short_on_a_phone(chrome: Browser, request: pytest.FixtureRequest, site: str) -> None:
    """A row has at most 110 pixels, whatever it is about, and no page of a list is taller than 12,000.

    Some pages of lists here, all of them in make endurance.
    """
    host = request.getfixturevalue(f"{site}_host")
    paths = list_pages(ROOT / "data" if site == "real" else DISTRICT)
    assert {"indicators/", "tasks/", "departments/", "towns/", "indicators/undisclosed/"} <= {*paths}
    with visitor(chrome, host, width=PHONE) as page:
        for path in (*some(paths, most=12), "plans/", "documents/", "evaluations/", "sections/"):
            page.goto(host + path)
            assert page.evaluate(TALL % TALLEST_ROW) == [], path
            assert page.evaluate(HEIGHT) <= TALLEST, path
            assert page.evaluate(SIDEWAYS) == 0, path


CUT = """() => [...document.querySelectorAll("table.pl-rows td[data-label=牵头]")]
  .filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent)"""


@in_browser
def test_who_leads_is_cut_nowhere_on_a_phone(chrome: Browser, real_host: str) -> None:
    """Of many leads the first is named, and how many there are; on a desktop all are named."""
    with visitor(chrome, real_host, width=PHONE) as page:
        for path in ("indicators/", "tasks/", "tasks/page/2/", "indicators/undisclosed/"):
            page.goto(real_host + path)
            assert page.evaluate(CUT) == [], path
        page.goto(f"{real_host}tasks/")
        cell = page.locator("td[data-label=牵头]:has(a:text-is('区发展改革委')):has(a:text-is('区政府研究室'))").first
        expect(cell.locator("a:visible")).to_have_text(["区审批局"])
        told = "getComputedStyle(document.querySelector('.pl-many'), '::after').content"
        assert re.fullmatch('"等 [0-9]+ 个单位"', page.evaluate(told))
        page.set_viewport_size({"width": 1280, "height": 800})
        assert cell.locator("a:visible").count() == 7
        assert page.evaluate(told) == "none"


@in_browser
@pytest.mark.parametrize("path", ["indicators/", "tasks/page/2/", "departments/", "indicators/binding/"])
def test_heads_of_long_tables_stay_in_sight(chrome: Browser, real_host: str, path: str) -> None:
    """Far down in a list it can still be read what each column says, below the header of the page."""
    seen = """() => {
      const head = document.querySelector("table[data-list] thead th").getBoundingClientRect();
      const header = document.querySelector(".md-header").getBoundingClientRect();
      const top = document.elementFromPoint(head.left + 20, head.top + head.height / 2);
      return [Math.round(head.top - header.bottom), top.closest("thead") !== null];
    }"""
    with visit(chrome, f"{real_host}{path}") as page:
        page.evaluate("document.querySelector('table[data-list] tbody:last-of-type tr:last-child').scrollIntoView()")
        gap, on_top = page.evaluate(seen)
        assert abs(gap) <= 1 and on_top


@in_browser
def test_a_task_says_how_far_it_has_come_and_of_which_plan_it_is(chrome: Browser, real_host: str) -> None:
    """The newest report, the states of its targets; where the numbers of headings begin anew the plan is named."""
    with visit(chrome, f"{real_host}tasks/") as page:
        cell = page.locator("tr:has(th a:text-is('就业与失业率目标')) td[data-label=进展]")
        said, states = "2017 年有进展 1 条，说的事还在推进", "目标：◔ 数据不全 1 ○ 暂无数据 1"
        assert " ".join(cell.inner_text().split()) == f"{said} {states}"
        assert "第十三个五年规划" in page.locator(".pl-rows__group .pl-locator").first.inner_text()
    with visit(chrome, f"{real_host}tasks/page/2/") as page:
        plans = [" ".join(text.split()) for text in page.locator(".pl-rows__group .pl-locator").all_inner_texts()]
        assert len(plans) == 2 and "2018年" in plans[1]


@in_browser
@pytest.mark.parametrize("path", ["indicators/", "tasks/", "departments/", "indicators/binding/"])
def test_without_javascript_the_whole_list_is_there(chrome: Browser, real_host: str, real: Truth, path: str) -> None:
    """Every row is seen on one of its pages, each a click behind the one before, and no control that does nothing."""
    seen = list[str]()
    with visit(chrome, f"{real_host}{path}?state=滞后", javascript=False) as page:
        while True:
            rows = page.locator("table[data-list] tbody tr:has(th[scope=row])")
            count = page.locator("table[data-list] tbody tr:has(th[scope=row]) >> visible=true").count()
            assert 0 < rows.count() == count <= 100
            for dead in ("form.pl-filter", "article button", "article select", "article input"):
                assert page.locator(f"{dead} >> visible=true").count() == 0
            links = page.eval_on_selector_all(
                "table[data-list] tbody th[scope=row] a", "all => all.map((a) => a.getAttribute('href'))"
            )
            seen += (link.rstrip("/").rpartition("/")[2] for link in links)
            if not page.locator("a[rel=next] >> visible=true").count():
                break
            page.click("a[rel=next]")
    records = real.indicators if path.startswith("indicators") else getattr(real, path.rstrip("/"))
    binding = {id_ for id_, facts in records.items() if "约束性" in facts.get("nature", ())}
    assert len(seen) == len(set(seen)) and set(seen) == (binding if "binding" in path else set(records))


@in_browser
def test_the_keyboard_is_enough(chrome: Browser, real_host: str) -> None:
    """Tab leads through the choices to the heads of columns; keys choose, Enter sorts and resets."""

    def to(page: Page, selector: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"not reached: {selector}")

    with visit(chrome, f"{real_host}indicators/") as page:
        page.evaluate("document.querySelector('.pl-hint a').focus()")
        to(page, "[name=q]")
        before = page.inner_text(STATUS)
        page.keyboard.type("增长")
        expect(page.locator(STATUS)).to_have_text(re.compile(r"显示 \d+ / 239 条"))
        to(page, "[name=nature]")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator("[name=nature]")).to_have_value("预期性")
        to(page, ".pl-sort[value=name]")
        outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid", "where the focus is must be seen"
        page.keyboard.press("Enter")
        assert asked(page)["sort"] == ["name"]
        assert page.evaluate("() => document.activeElement.value") == "name", "the focus stays"
        page.focus(".pl-filter__reset")
        page.keyboard.press("Enter")
        assert page.inner_text(STATUS) == before
        assert page.evaluate("() => document.activeElement.name") == "q"


@in_browser
@pytest.mark.parametrize("width", [PHONE, 320])
def test_a_phone_filters_and_sorts(chrome: Browser, real_host: str, real: Truth, width: int) -> None:
    """Stacked rows go, too; heads that are not seen are not reached; nothing sticks out or is too small."""
    with visit(chrome, f"{real_host}indicators/", width=width) as page:
        page.click(".pl-filter__more summary")
        page.select_option("[name=state]", "数据不全")
        assert set(shown(page)) == {id_ for id_, f in real.indicators.items() if "数据不全" in f["state"]}
        page.select_option("[name=sort]", "-share")
        assert page.evaluate(SIDEWAYS) == 0
        assert page.evaluate(SMALLER) == []
        assert page.locator(".pl-sort").first.evaluate("b => getComputedStyle(b).visibility") == "hidden"


@in_browser
def test_controls_are_named_and_large_enough(chrome: Browser, real_host: str) -> None:
    """Every choice has a label, the count is told as it changes, and each target has at least 24 pixels each way."""
    with visit(chrome, f"{real_host}indicators/") as page:
        assert page.get_by_role("searchbox", name="在本页筛选", exact=True).count() == 1
        for label in ("规划", "领域", "性质", "状态", "单位", "分组", "排序"):
            assert page.get_by_role("combobox", name=label, exact=True).count() == 1, label
        assert page.get_by_role("form", name="筛选和排序").count() == 1
        assert page.locator(STATUS).count() == 1
        assert page.evaluate(SMALLER) == []


@in_browser
def test_on_paper_there_are_rows_and_no_controls(chrome: Browser, real_host: str) -> None:
    """A printed list says how many of how many rows it shows; a whole one says nothing."""
    with visit(chrome, f"{real_host}indicators/?state=数据不全") as page:
        assert shown(page)
        page.emulate_media(media="print")
        assert page.locator(".pl-filter :is(input, select, button) >> visible=true").count() == 0
        assert page.is_visible(STATUS)
        page.emulate_media(media="screen")
        page.click(".pl-filter__reset")
        page.emulate_media(media="print")
        assert not page.is_visible(STATUS)
