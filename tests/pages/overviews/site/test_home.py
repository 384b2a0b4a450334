"""The home page tells what was promised and how far it is, in sentences whose counts add up and lead to lists."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator.language.pages import home_words
from generator.pages.components.plan_names import numeral, plan_names
from generator.pages.context import PageContext
from generator.pages.overviews.site.home import home_view
from generator.pages.overviews.site.home_story import Story
from tests.conftest import ROOT
from tests.helpers import ledger
from tests.helpers.browsing import in_browser, visit
from tests.helpers.pages import context_of, specs_of
from tests.helpers.sites import DISTRICT

SAMPLES = sorted(path / "data" for path in (ROOT / "tests/samples").iterdir() if (path / "data").is_dir())
LEDGERS = [ROOT / "data", DISTRICT, *SAMPLES]
NAMES = [path.parent.name for path in LEDGERS]


def story(context: PageContext) -> Story:
    return home_view(context).story


def home(context: PageContext) -> LexborHTMLParser:
    """The home page of a ledger."""
    return LexborHTMLParser(next(spec.make().body for spec in specs_of(context) if not spec.path))


def sentence(tree: LexborHTMLParser, number: int) -> str:
    return " ".join(tree.css(".pl-story > li")[number].text().split())


@pytest.mark.parametrize("data", LEDGERS, ids=NAMES)
def test_the_counts_add_up(data: Path) -> None:
    """What plans promise is the sum; each target is told of, ended, or silent; the silent add up by plan."""
    told = story(context_of(data))
    assert sum(one.targets for one in told.promised) == told.targets
    assert sum(one.tasks for one in told.promised) == told.tasks
    assert told.disclosed + told.ended + told.silent == told.targets
    assert sum(group.targets for group in told.groups) == told.disclosed
    assert sum(count.targets for count in told.silent_counts) == told.silent
    for one in told.promised:
        assert not one.natures or sum(nature.targets for nature in one.natures) + one.rest == one.targets


@pytest.mark.parametrize("data", LEDGERS, ids=NAMES)
def test_the_heading_of_the_areas_counts_the_cards_below_it(data: Path) -> None:
    """Areas of which there is nothing to tell are named below the cards and not counted."""
    tree = home(context_of(data))
    heading, cards = tree.css_first("#areas"), tree.css(".pl-cards > li")
    if heading is not None and len(cards) > 1:
        count = "两" if len(cards) == 2 else numeral(len(cards))
        assert heading.text() == home_words.AREAS.format(count=count)


@pytest.mark.parametrize("data", LEDGERS, ids=NAMES)
def test_every_count_leads_to_a_list(data: Path) -> None:
    """No sentence leads to the glossary, none has a bar of grey, and each of the five has its way on."""
    tree = home(context_of(data))
    rows = tree.css(".pl-story > li")
    links = [str(a.attributes["href"]) for row in rows for a in row.css("a[href]")]
    assert len(rows) == 5 and not any("glossary" in link for link in links)
    assert tree.css("article svg, .pl-bar") == []
    ways = {str(a.attributes["href"]) for a in tree.css(".pl-story__go")}
    assert "indicators/missed/" in ways and ways & {"indicators/undisclosed/", "gaps/"}


def test_the_story_of_this_ledger() -> None:
    """In words: the five-year plan and the annual one, the newest document, the admission, and what nobody says."""
    context = context_of(ROOT / "data")
    tree, told = home(context), story(context)
    assert re.sub(r"\s", "", tree.css("h1")[0].text()) == "西青区“十三五”承诺了什么，做到哪一步"
    assert "“十三五”规划定下 146 项任务" in sentence(tree, 0) and "2018 年计划定下" in sentence(tree, 0)
    assert "没有收到这份计划的文本：2017 年计划" in sentence(tree, 0)
    assert "2018 年计划（2018 年 1 月 18 日）给出 2017 年的 63 个完成值、117 条文字进展" in sentence(tree, 1)
    assert f"{told.disclosed} ＋ {told.silent} ＝ {told.targets}" in sentence(tree, 4)
    missed = tree.css(".pl-story__missed")
    assert len(missed) == 1 and "地区生产总值" in missed[0].text() and "工业总产值" in missed[0].text()
    assert "不改变本站按数推算的状态" in missed[0].text()
    assert "到 2018 年 1 月 18 日期限已过的有 1 个；其余期限在 2018 年底和 2020 年底" in sentence(tree, 4)
    assert tree.css("h1 + p")[0].text() == "所收文件截至 2018 年 1 月 18 日。"


@pytest.mark.parametrize("path", ["", "indicators/missed/", "years/2017/"])
def test_an_admission_is_told_in_our_words_with_its_reason(path: str) -> None:
    """A document that speaks of output in general is not quoted on the indicator that we set beside it."""
    body = next(spec.make().body for spec in specs_of(context_of(ROOT / "data")) if spec.path == path)
    text = re.sub(r"\s", "", LexborHTMLParser(body).text())
    assert "称地区生产总值等指标与年初预期有差距" in text and "对应指标：地区生产总值年均增长" in text
    assert "文件说的原因：去除低效、无效供给" in text and "地区生产总值年均增长“还有差距”" not in text


def test_ended_targets_and_shared_names() -> None:
    """Ended targets are counted in one place; an indicator of two plans is named with its plan."""
    tree = home(context_of(next(path for path in SAMPLES if path.parent.name == "two-plans")))
    assert "已终止" not in sentence(tree, 2) and sentence(tree, 4).count("已终止") == 1
    assert "森林覆盖率（“十三五”）" in sentence(tree, 2)


def test_what_is_silent_everywhere_is_said_once() -> None:
    """Without a target before them they are no others; areas without news are told together."""
    tree = home(context_of(next(path for path in SAMPLES if path.parent.name == "yuntan")))
    assert "其余 51" not in sentence(tree, 4) and "51 个目标，所收文件都没有说做得怎样" in sentence(tree, 4)
    assert tree.text().count("还没有数，也没有进展") == 1


def test_a_site_without_an_admission_says_so() -> None:
    """Nothing is red then, and the sentence stays."""
    context = context_of(next(path for path in SAMPLES if path.parent.name == "yuntan"))
    tree = home(context)
    assert tree.css(".pl-story__missed") == [] and "没有一处说自己没有达到" in sentence(tree, 3)


def test_a_ledger_that_has_only_begun(tmp_path: Path) -> None:
    """Settings alone make a home page: it says what is not there, under the site's name, without a door to nowhere."""
    files = {"site.yml": ledger.LEDGER["site.yml"], "documents.yml": "[]\n", "plans.yml": "[]\n"}
    tree = home(context_of(ledger.write(tmp_path, files)))
    assert tree.css("h1")[0].text() == "云澜区规划台账"
    assert "还没有文件" in sentence(tree, 1) and tree.css(".pl-doors a, .pl-cards li") == []


def test_plans_are_called_by_short_names() -> None:
    """By their years and kind; two that would have one name keep their titles."""
    plans = context_of(DISTRICT).index.plans
    names = plan_names(plans)
    assert names["plan-2021-2025"] == "“十四五”规划" and names["plan-2016-2020"] == "“十三五”规划"
    assert names["plan-2023"] == "2023 年计划" and names["livelihood-2023"] == "2023 年民生实事"
    twin = replace(plans["plan-2023"], id="twin", title="另一份计划")
    both = plan_names({"plan-2023": plans["plan-2023"], "twin": twin})
    assert both == {"plan-2023": plans["plan-2023"].title, "twin": "另一份计划"}


@in_browser
@pytest.mark.parametrize("width", [390, 1280])
def test_what_was_missed_is_one_click_away(chrome: Browser, real_host: str, width: int) -> None:
    """From home to the list of what documents admit as missed; on a phone the sentence is on the second screen."""
    with visit(chrome, real_host, width=width) as page:
        row = page.locator(".pl-story__missed")
        box = row.bounding_box()
        assert box and box["y"] < 1500
        row.locator(".pl-story__go").click()
        page.wait_for_url("**/indicators/missed/")
        assert page.get_by_role("link", name="地区生产总值年均增长").first.is_visible()
