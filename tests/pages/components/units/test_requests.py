"""Requests as readers copy them: to whom, what, from which clause; nothing personal is asked for on the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT
from tests.helpers.pages import context_of, specs_of
from tests.helpers.sites import DISTRICT

SAMPLES = ROOT / "tests" / "samples"


@pytest.fixture(scope="module")
def letters() -> dict[str, str]:
    """Address → the page of each form of the made-up district and the samples, in words without blanks."""
    found = {}
    for name, data in {
        "": DISTRICT,
        "real/": ROOT / "data",
        **{f"{path.name}/": path / "data" for path in SAMPLES.iterdir() if path.is_dir()},
    }.items():
        if not data.is_dir():
            continue
        for spec in specs_of(context_of(data)):
            if spec.path.startswith("requests/") and spec.path != "requests/":
                found[f"{name}{spec.path}"] = _words(spec.make().body)
    return found


def _words(body: str) -> str:
    node = LexborHTMLParser(body).body
    assert node is not None
    for trail in node.css("nav"):
        trail.decompose()
    return re.sub(r"\s", "", node.text())


def test_a_department_is_asked_itself(letters: dict[str, str]) -> None:
    """The county's forestry bureau: the letter names it, the document, the target and the clause."""
    said = letters["qingshi/requests/forestry/"]
    assert "政府信息公开申请书县林业局：根据《中华人民共和国政府信息公开条例》第二十七条、第二十九条" in said
    assert "2024年的完成数：1." in said
    assert re.search(r"1\.[^（]+（目标：[^；]+；[^）]+", said)


def test_what_is_asked_for_exists(letters: dict[str, str]) -> None:
    """Nobody is asked to make or work out anything, and the letter asks for the right office where it went wrong."""
    asking = {path: said for path, said in letters.items() if "没有需要申请的" not in said}
    assert len(asking) > 60
    for path, said in asking.items():
        assert "不要求另行统计、加工、分析" in said, path
        assert "请告知负责公开的机关的名称和联系方式" in said, path


def test_the_successor_is_asked(letters: dict[str, str]) -> None:
    """The old water authority led; who took over from it receives the letter."""
    said = letters["requests/water/"]
    assert "写给区水利生态局：文件写明由区水务局牵头，职责后来转由它承担" in said
    assert "政府信息公开申请书区水利生态局：" in said


def test_the_organ_above_is_asked(letters: dict[str, str]) -> None:
    """An institution belongs to an organ; after a reform to the one of today."""
    assert "写给区水利生态局：文件写明由区河湖管理站牵头，那是它的下属单位" in letters["requests/river-station/"]


def test_the_office_of_the_settings_is_asked_for_party_league_and_company(letters: dict[str, str]) -> None:
    """With its address, line and page as the settings have them."""
    for unit, name in (("publicity", "区委宣传部牵头，它是党委部门"), ("youth-league", "团区委牵头，它是群团组织")):
        said = letters[f"requests/{unit}/"]
        assert f"文件写明由{name}，不一定受理申请，所以写给本级政府的信息公开工作机构：" in said
        assert "政府信息公开申请书云泽市澄溪区人民政府办公室政务公开科：" in said
        assert "地址：澄溪区一号路1号；公开电话：000-00000002；网页：https://gongkai.example/zwgk/zhinan.html" in said


def test_without_an_office_the_receiver_is_left_blank(letters: dict[str, str]) -> None:
    """No name is invented: a line for the pen, and where to look it up."""
    said = letters["yuntan/requests/port-group/"]
    assert "它是企业" in said
    assert "名称和地址以云滩区的政府信息公开指南为准" in said
    assert "政府信息公开申请书：根据" in said


def test_parts_of_a_break_down_name_their_town(letters: dict[str, str]) -> None:
    """The city's forestry bureau is asked about each town's own target."""
    assert "鸥洲镇的" in letters["beiwan/requests/forestry/"]


def test_the_missing_years_are_asked_for(letters: dict[str, str]) -> None:
    """The federation's one target has figures, but for 2016; the new jobs of 2016 can be asked for, too."""
    said = letters["real/requests/disabled-persons-federation/"]
    assert "里只有一部分数" in said and "提出的下列目标，2016年的完成数：1.每年为残疾人办好的实事数" in said
    said = letters["real/requests/human-resources/"]
    assert "2016年的完成数：" in said and "新增就业人数（目标：14.6万人" in said


def test_leading_a_task_is_not_making_its_figures(letters: dict[str, str]) -> None:
    """Where the yearly plan names nobody, the letter says who does, and never that the law makes the lead answer."""
    said = letters["real/requests/human-resources/"]
    assert "文件写明这件事由它牵头，完成情况可能由它制作或者保存" in said
    assert "其中1个目标所在的文件没有写明由谁牵头，是五年规划写明它牵头同一件事" in said
    assert not any("谁制作的信息由谁公开" in said for said in letters.values())


def test_the_government_of_a_town_is_addressed(letters: dict[str, str]) -> None:
    """A letter goes to an organ, not to a place."""
    for path, name in {"real/requests/zhangjiawo/": "张家窝镇"}.items():
        assert f"政府信息公开申请书{name}人民政府：" in letters[path]


def test_nothing_personal_is_asked_for_on_the_site(real_site: Path, district_site: Path) -> None:
    """Blanks stand in the letter, and no page of requests has a field or a form."""
    for site in (real_site, district_site):
        pages = sorted((site / "requests").glob("**/index.html"))
        assert len(pages) > 10
        for page in pages:
            article = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first("article")
            assert article is not None
            assert article.css("input, textarea, select, form, button, [contenteditable]") == [], page
            if letter := article.css_first(".pl-letter"):
                assert len(letter.css(".pl-letter__blank .pl-blank")) == 5


def test_the_articles_are_told_once(real_site: Path) -> None:
    """The page about requests says what the articles say; the letters cite them."""
    article = LexborHTMLParser((real_site / "requests/index.html").read_text(encoding="utf-8")).css_first("article")
    assert article is not None
    assert [dt.text() for dt in article.css("dl.pl-facts dt")] == [
        *("第十条", "第二十七条", "第二十九条", "第三十三条", "第三十八条", "第四十二条")
    ]
