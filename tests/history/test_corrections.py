"""Corrections are told apart from new values: what stood there before, what stands there now, and why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.ledger_index import LedgerIndex
from generator.cli.main import main
from generator.downloads.dataset import Dataset
from generator.downloads.output import make_all
from generator.downloads.records.atom_feeds import feed_outputs
from generator.history.diff import Change
from generator.history.log_reader import read_log
from generator.history.reports import Correction, correction_of
from generator.ledger.enums import Edit
from generator.ledger.load import load
from generator.pages.components.changes.recent_changes import change_row
from generator.support.cache_store import CacheStore
from tests.helpers.git import Writer
from tests.helpers.ledger import LEDGER, ROOT
from tests.helpers.pages import context_of, specs_of

CONTRACT = ROOT / "datapackage.json"
FILE = "disclosures/doc-2018.yml"
FIGURE = "    value: 410.5\n    value_text: 410.5亿元\n"
MENDED = "    value: 411.5\n    value_text: 411.5亿元\n"
REVISED = """\
  - id: planting-2017-r1
    indicator: planting
    period: 2017
    since_year: 2016
    value: 6
    value_text: 6万株
    basis: 累计
    status: 实际
    revises: planting-2017-total
    note: 漏了一个镇
    source: {locator: 二-2}
"""
NEW = """\
  - indicator: output
    period: 2016
    value: 430
    value_text: 430亿元
    basis: 时点
    status: 实际
    source: {locator: 二-1}
"""
PLANTED = "  - indicator: planting\n    period: 2017\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in which one commit corrects a figure, replaces another, and adds a new one."""
    before = LEDGER[FILE].replace(PLANTED, f"  - id: planting-2017-total\n    {PLANTED[4:]}")
    after = before.replace(FIGURE, MENDED).replace("reports:\n", f"{REVISED}{NEW}reports:\n")
    assert after.count("411.5") == 2 and after.count("planting-2017-total") == 2
    writer = Writer(tmp_path_factory.mktemp("mended") / "ledger")
    writer.commit("建立", {f"data/{name}": text for name, text in {**LEDGER, FILE: before}.items()})
    writer.commit("改正两个数，添一个数", {f"data/{FILE}": after})
    return writer.write() / "data"


def test_a_correction_is_known_from_a_new_value(data: Path) -> None:
    """A changed value and a figure that takes the place of another are corrections; a first value is none."""
    log = read_log(data, load(data, CONTRACT).contract, CacheStore(None))
    found = {change.key[0]: correction_of(change) for change in log.entries[-1].changes}
    assert found == {
        "output-2017": Correction("410.5亿元", "411.5亿元", ""),
        "planting-2017-r1": Correction("5万株", "6万株", "漏了一个镇"),
        "output-2016": None,
    }


def test_differences_say_what_was_corrected(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In words of readers: 更正, the value before and after, the reason; a new value stays 新增."""
    command = ["--data", str(data), "--contract", str(CONTRACT), "diff", "HEAD~1", "HEAD"]
    assert main(command) == 0
    text = capsys.readouterr().out
    assert "更正 完成值“产值” 2017 年：410.5亿元 更正为 411.5亿元  observations/output-2017\n" in text
    assert "更正 完成值“植树” 2017 年：5万株 更正为 6万株，原因：漏了一个镇" in text
    assert "新增 完成值“产值” 2016 年" in text
    assert main([*command, "--format", "markdown"]) == 0
    rows = capsys.readouterr().out
    assert "| 更正 产值 2017 年" in rows and "| 新增 产值 2016 年" in rows


def test_a_feed_says_what_was_corrected(data: Path) -> None:
    """Who subscribed reads in the title that a figure was corrected, and below it which and why."""
    checked = load(data, CONTRACT)
    context = context_of(LedgerIndex(checked, read_log(data, checked.contract, CacheStore(None))))
    feed = make_all(feed_outputs(Dataset(checked, context)))["changes/feed.xml"].decode()
    assert "植树：更正 1 个数" in feed
    assert "更正 完成值“植树” 2017 年：5万株 更正为 6万株，原因：漏了一个镇" in feed
    assert "新增完成值“产值” 2016 年 430亿元" in feed


def test_pages_say_what_was_corrected(data: Path) -> None:
    """In the record of all changes and on the page of the indicator: 更正, before and after, and why."""
    checked = load(data, CONTRACT)
    context = context_of(LedgerIndex(checked, read_log(data, checked.contract, CacheStore(None))))
    pages = {spec.path: LexborHTMLParser(spec.make().body) for spec in specs_of(context)}
    commit = pages["changes/"].css("section")[0]
    blocks = {node.css_first("summary").text(): node for node in commit.css("details")}  # type: ignore[union-attr]  # each has one
    assert {"完成值：数值更正 1 处", "新增完成值 1 条", "更正完成值 1 条"} < set(blocks)
    cells = [node.text() for node in blocks["更正完成值 1 条"].css("tbody tr > *")]
    assert cells == ["植树 2017 年", "5万株", "6万株，原因：漏了一个镇"]
    assert "更正 2 个数、新增 1 条记录" in commit.text()
    told = [re.sub(r"\s+", " ", node.text()).strip() for node in pages["indicators/planting/"].css("#changes ~ ul li")]
    assert [line.partition(" ")[2] for line in told] == ["完成值 2017 年更正：5万株 → 6万株，原因：漏了一个镇"]


def test_a_page_says_in_words_how_a_unit_answered() -> None:
    """The state of an answer is told as a sentence would tell it, and of a round what its day means."""
    answer = Change("submissions", ("r", "u", "1"), Edit.ADDED, "甲局", "2018-07-10", ("organizations/u",), (), "部分")
    index = LedgerIndex(load(ROOT / "tests/district/data", CONTRACT))
    row = change_row(index, answer, "departments/u/", 3)
    assert (row.edit, row.table, row.part, row.words) == ("新增", "填报", "2018-07-10", "填了一部分")
    asked = Change("rounds", ("r",), Edit.ADDED, "规划", "2018 年上半年", ("plans/p",), (), "2018-07-10")
    assert change_row(index, asked, "plans/p/", 3).words == "2018-07-10 截止"
