"""A round is reviewed in a browser: new values stand beside the last ones; a decision is a commit on the branch."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.analysis.ledger_index import LedgerIndex
from generator.cli.main import main
from generator.ledger.enums import RemarkState, ReportState
from generator.ledger.reading.findings import Finding, Mark
from generator.ledger.records import Observation, Report
from generator.office.review.guard import HEADERS
from generator.office.rounds.remarks import new_remark
from generator.office.rounds.review.item_view import item_view
from generator.office.rounds.review.round_review import RoundReview
from generator.office.rounds.round_branch import RoundRefused, round_branch
from tests.helpers import rounds
from tests.helpers.filled_forms import CONTRACT, ROUND, filled
from tests.helpers.git import commit_all, git
from tests.helpers.golden import compare
from tests.helpers.rounds import BRANCH, FILE, ingest, on_branch

ITEM = "river-length-2023-q3-luting-since-2021"
REMARKS = "data/remarks/observations.yml"


@pytest.fixture(name="office")
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office that has collected the forms of two units."""
    rounds.as_person(monkeypatch)
    office = rounds.place(tmp_path)
    works = filled("区水利生态局", {4: {"完成值": "50", "说明": "新增一批工程"}})
    assert ingest(office, rounds.FORM, works) == 0
    return office


@pytest.fixture(name="review")
def _review(office: Path) -> RoundReview:
    return RoundReview(round_branch(office / "data", ROUND), CONTRACT, date(2023, 10, 14))


def shown(review: RoundReview, path: str) -> LexborHTMLParser:
    """A page."""
    answer = review.get(path, {})
    assert answer.status == 200
    return LexborHTMLParser(answer.content.decode())


def text_of(page: LexborHTMLParser, selector: str) -> str:
    """The text of the first such part of a page."""
    found = page.css_first(selector)
    assert found is not None
    return found.text()


def sent(review: RoundReview, verdict: str, remark: str = "", item: str = ITEM) -> str:
    """Where a decision leads, else what is said on the same page."""
    answer = review.post(f"/item/{item}", {"verdict": [verdict], "remark": [remark]})
    if answer.status == 303:
        return answer.headers["Location"]
    return text_of(LexborHTMLParser(answer.content.decode()), ".message")


def test_a_value_beside_the_last_one(review: RoundReview) -> None:
    """New and last value with their periods, the difference, how the unit explained what was doubted."""
    page = shown(review, f"/item/{ITEM}")
    told = dict(zip((n.text() for n in page.css("dt")), (n.text() for n in page.css("dd")), strict=True))
    assert told["这次（2023 年第三季度）"] == "9.5 公里"
    assert told["上次（2023 年第二季度）"].startswith("6 公里")
    assert "鹭汀镇" in text_of(page, "h1")
    doubted = next(one for one in review.view().items if one.unit and one.unit.name == "区水利生态局")
    assert "新增一批工程" in text_of(shown(review, f"/item/{doubted.id}"), ".said")


def test_the_pages_of_a_round(review: RoundReview, pytestconfig: pytest.Config) -> None:
    """The list, a value with its doubt and remark, and what is told of a task, to be read line by line."""
    item = next(one for one in review.view().items if one.unit and one.unit.name == "区水利生态局")
    sent(review, "return", "请补依据", item=item.id)
    task = next(one.id for one in review.view().items if isinstance(one.record, Report))
    update = pytestconfig.getoption("--update-golden")
    for name, path in (
        ("list", "/list"),
        ("value", f"/item/{item.id}"),
        ("last", f"/item/{ITEM}"),
        ("task", f"/item/{task}"),
    ):
        html = review.get(path, {}).content.decode()
        compare(f"rounds/{name}", re.sub(r"\n\s*\n+", "\n", html), update)


def test_from_the_first_item_to_the_approval(office: Path, review: RoundReview) -> None:
    """Accepted one after the other; what is sent back holds the approval up until it is answered."""
    items = [item for item in review.view().items if review.waits(item)]
    assert review.get("/", {}).headers["Location"] == f"/item/{items[0].id}"
    for item, following in pairwise(items):
        verdict = ("return", "请补依据") if item.id == ITEM else ("accept", "")
        assert sent(review, *verdict, item=item.id) == f"/item/{following.id}"
    assert "state: 未决" in on_branch(office, REMARKS).rpartition("remark-1")[2]
    assert sent(review, "accept", item=items[-1].id) == "/list"
    assert not shown(review, "/list").css("button")
    assert "请写上答复" in sent(review, "accept")
    assert sent(review, "accept", "电话问过，有验收单") == "/list"
    assert "answer: 电话问过，有验收单" in on_branch(office, REMARKS)
    assert shown(review, "/list").css("button.accept")
    assert review.post("/approve", {}).headers["Location"] == "/list"
    assert "已通过" in text_of(shown(review, "/list"), ".message")
    assert "value: 9.5" in (office / FILE).read_text(encoding="utf-8")


def test_what_was_passed_over_comes_after_the_last_item(review: RoundReview) -> None:
    """Whoever begins in the middle is led to the end first, then to the beginning."""
    first, second, *others = (item.id for item in review.view().items if review.waits(item))
    assert others and sent(review, "accept", item=second) == f"/item/{others[0]}"
    assert [sent(review, "accept", item=item) for item in others][-1] == f"/item/{first}"
    assert sent(review, "accept", item=first) == "/list"


def test_nothing_is_approved_unseen(office: Path, review: RoundReview) -> None:
    """Nor without words sent back, nor noted; what was typed is not lost when it cannot be written."""
    before, tip = git(office, "rev-parse", "main"), git(office, "rev-parse", BRANCH)
    review.post("/approve", {})
    assert "没有看过" in text_of(shown(review, "/list"), ".message")
    assert "先写一句话" in sent(review, "return")
    assert "先写一句话" in sent(review, "note", "  ")
    text = "打 13912345678 问"
    page = LexborHTMLParser(review.post(f"/item/{ITEM}", {"verdict": ["return"], "remark": [text]}).content.decode())
    assert text_of(page, "textarea") == text
    assert (git(office, "rev-parse", "main"), git(office, "rev-parse", BRANCH)) == (before, tip)


def test_a_unit_answers_while_it_is_reviewed(office: Path, review: RoundReview) -> None:
    """Its new value is shown at once, and what was accepted before has to be looked at again."""
    sent(review, "accept")
    item = next(one for one in review.view().items if one.id == ITEM)
    assert not review.waits(item)
    ingest(office, filled("鹭汀镇", {1: {"完成值": "9.6"}}), on="2023-10-15")
    item = next(one for one in review.view().items if one.id == ITEM)
    assert review.waits(item)
    assert "9.6 公里" in text_of(shown(review, f"/item/{ITEM}"), "dl")


DIFFERENCES = {
    ("9.5", "6"): "+3.5（+58.3%）",
    ("5", "6"): "−1（−16.7%）",
    ("6.0", "6"): "没有变化",
    ("3", "-2"): "+5（+250.0%）",
    ("6.5", "6"): "+0.5（+8.3%）",
    ("4", "0"): "+4",
    ("", "6"): "",
    ("9.5", ""): "",
}
"""New and last value; empty for one that is no number → what is said of both."""


def test_a_round_that_did_not_change_is_not_read_again(office: Path, review: RoundReview) -> None:
    """Each page would wait for it; what was committed since is read."""
    before = review.view()
    assert review.view() is before
    (office / "data" / "plans.yml").open("a", encoding="utf-8").write("# 核对过\n")
    commit_all(office, "核对")
    assert review.view() is not before


def test_how_much_more_than_the_last_time(review: RoundReview, monkeypatch: pytest.MonkeyPatch) -> None:
    """The difference, and its part of the last value; nothing where one of both is no number."""
    view = review.view()
    item = next(one for one in view.items if one.id == ITEM)
    told = {}
    for new, last in DIFFERENCES:
        assert isinstance(item.record, Observation)
        now, before = (replace(item.record, value=Decimal(text) if text else None) for text in (new, last))
        monkeypatch.setattr("generator.office.rounds.review.item_view.last_result", lambda *_, found=before: found)
        told[new, last] = item_view(view, replace(item, record=now)).difference
    assert told == DIFFERENCES


def test_a_correction_names_what_was_approved(office: Path, review: RoundReview) -> None:
    """It stands above what else is said of the new value."""
    for item in review.view().items:
        sent(review, "accept", item=item.id)
    review.post("/approve", {})
    ingest(office, filled("鹭汀镇", {1: {"完成值": "9.7", "说明": "补报一段"}}), on="2023-10-20")
    page = shown(review, f"/item/{ITEM}-r1")
    assert "已经通过的是 9.5 公里，这是更正" in text_of(page, ".said")
    assert "更正：补报一段" in text_of(page, ".facts")


def test_of_doubts_only_those_of_the_item_are_shown(review: RoundReview) -> None:
    """What is wrong, and what to do; what is doubted elsewhere stands there."""
    view = review.view()
    item = next(one for one in view.items if one.id == ITEM)
    notes = [
        Finding("negative-count", Mark("甲.yml"), {"record": id_, "name": "长度", "value": "-9"})
        for id_ in (ITEM, "other")
    ]
    doubted = replace(view, checked=replace(view.checked, notes=tuple(notes)))
    assert item_view(doubted, item).said == (f"疑点：{notes[0].problem}。{notes[0].remedy}",)
    assert item_view(view, item).said == ()


def test_a_standing_note_stays_on_the_page(office: Path, review: RoundReview) -> None:
    """Nobody has to look at the item again, and the note is on the branch."""
    assert sent(review, "note", "只计干流") == f"/item/{ITEM}"
    assert "只计干流" in on_branch(office, REMARKS)
    assert "只计干流" in text_of(shown(review, f"/item/{ITEM}"), "main")


def test_an_item_that_is_gone_is_told(review: RoundReview) -> None:
    """Whoever sends a decision about it sees another one, and why."""
    answer = review.post("/item/none", {"verdict": ["accept"]})
    assert answer.status == 303 and answer.headers["Location"] == "/"
    first = review.get("/", {}).headers["Location"]
    assert "不在" in text_of(shown(review, first), ".message")
    assert review.get("/item/none", {}).headers["Location"] == first
    assert "不在" in text_of(shown(review, first), ".message")


def test_what_cannot_be_written_stays_on_the_page(review: RoundReview, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is told with the file, what was typed is still there, and the list says why nothing was approved."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "甲.yml")

    def refuse(*_: object) -> None:
        raise RoundRefused("两边都改过")

    with monkeypatch.context() as patch:
        patch.setattr("generator.office.rounds.approval.send_back", full)
        answer = review.post(f"/item/{ITEM}", {"verdict": ["return"], "remark": ["请补依据"]})
        page = LexborHTMLParser(answer.content.decode())
        assert "甲.yml" in text_of(page, ".message") and "磁盘" in text_of(page, ".message")
        assert text_of(page, "textarea") == "请补依据"
    for item in review.view().items:
        sent(review, "accept", item=item.id)
    monkeypatch.setattr("generator.office.rounds.approval.approve", refuse)
    assert review.post("/approve", {}).headers["Location"] == "/list"
    assert "两边都改过" in text_of(shown(review, "/list"), ".message")


def test_faults_of_both_sides_are_told_on_the_list(office: Path, review: RoundReview) -> None:
    """Each one with its place: together they would be a ledger with faults."""
    for item in filter(review.waits, review.view().items):
        sent(review, "accept", item=item.id)
    for file in (office / "data").rglob("*.yml"):
        file.write_text(file.read_text(encoding="utf-8").replace("鹭汀镇", "鹭汀新镇"), encoding="utf-8")
    commit_all(office, "改名")
    assert review.post("/approve", {}).headers["Location"] == "/list"
    message = text_of(shown(review, "/list"), ".message")
    assert "鹭汀镇" in message and FILE in message and "没有通过，什么都没有改" in message


def test_a_round_without_a_branch_cannot_be_decided(office: Path) -> None:
    """The page says so; nothing is done."""
    none = RoundReview(round_branch(office / "data", "2099-q1"), CONTRACT, date(2023, 10, 14))
    answer = none.post("/approve", {})
    assert answer.status == 200 and "2099-q1" in answer.content.decode()


def test_words_are_never_markup(review: RoundReview) -> None:
    """What people typed is text, and no page has a script or style of its own."""
    sent(review, "return", "<script>alert(1)</script>")
    html = review.get(f"/item/{ITEM}", {}).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html
    assert not re.search(r"<style|\son\w+=|style=", html)
    assert "script-src 'self'" in HEADERS["Content-Security-Policy"]


def test_addresses_that_there_are_not(review: RoundReview) -> None:
    """No page, no verdict, an item that is gone."""
    assert review.get("/other", {}).status == 404
    assert review.post("/other", {}).status == 404
    assert review.post(f"/item/{ITEM}", {"verdict": ["burn"]}).status == 400
    assert review.get("/item/none", {}).status == 303


def test_a_note_is_for_nobody_and_a_question_for_who_told_it(review: RoundReview) -> None:
    """A standing remark names no unit; one that is to be answered names the unit of the item."""
    view = review.view()
    item = next(one for one in view.items if one.id == ITEM)
    on = date(2023, 10, 14)
    units = [new_remark(view, item, state, "请补", on).record["organization"] for state in RemarkState]
    assert units == ["鹭汀镇" if state is RemarkState.OPEN else "" for state in RemarkState]


def test_a_round_that_there_is_not_is_told_on_a_page(office: Path) -> None:
    """A browser shows it like any page."""
    answer = RoundReview(round_branch(office / "data", "2099-q1"), CONTRACT, date(2023, 10, 14)).get("/list", {})
    assert answer.status == 200 and "2099-q1" in answer.content.decode()


def test_no_branch_and_no_repository(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says why there is nothing to review, and how there would be."""
    command = ["--contract", str(CONTRACT), "review", str(office), "--round"]
    assert main([*command, "2023-q9"]) == 1
    assert "没有分支 round/2023-q9" in capsys.readouterr().err
    (office / ".git").rename(office / "git")
    assert main([*command, ROUND]) == 2
    assert "不在 git 仓库里" in capsys.readouterr().err


def test_what_is_said_at_each_step(office: Path, review: RoundReview, pytestconfig: pytest.Config) -> None:
    """Where each decision leads, what the next page says, and how the round then stands, to be read line by line."""
    works, town = "connected-waterways-2023-q3-since-2021", "connected-waterways"
    steps = [
        ("/item/none", "accept", ""),
        (works, "accept", ""),
        (town, "return", "何时完工？"),
        (town, "return", "再问一次"),
        ("", "", ""),
        (ITEM, "note", "只计干流"),
        (ITEM, "accept", "不用写的话"),
        ("", "", ""),
        (town, "accept", ""),
        (town, "accept", "年底完工"),
        (town, "accept", ""),
        ("", "", ""),
        ("", "", ""),
    ]
    told = []
    for item, verdict, remark in steps:
        path = f"/item/{item.removeprefix('/item/')}" if item else "/approve"
        answer = review.post(path, {"verdict": [verdict], "remark": [remark]})
        leads = answer.headers.get("Location", "")
        following = review.get("/list" if leads == "/" else leads, {}) if leads else answer
        page = LexborHTMLParser(following.content.decode())
        said = [
            " ".join([*node.text(separator=" ").split(), *(f"→ {a.attributes['href']}" for a in node.css("td a"))])
            for node in page.css(".message, .top__progress, h1, textarea, form[action='/approve'], main td, a[rel]")
        ]
        warns = "!" if page.css(".message--warn") else ""
        told += [f"## {path.rpartition('/')[2]} {verdict} {remark} → {answer.status} {leads} {warns}", *said, ""]
    told.append(git(office, "log", "--format=%s", "main"))
    compare("rounds/walk", "\n".join(told) + "\n", pytestconfig.getoption("--update-golden"), "txt")


def test_a_report_stands_beside_the_last_one_of_the_same_unit(
    review: RoundReview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever order they stand in; what others told, and what is of a later time, is none."""
    view = review.view()
    item = next(one for one in view.items if isinstance(one.record, Report) and one.unit and one.unit.name == "鹭汀镇")
    record = item.record
    assert isinstance(record, Report)
    told = [
        replace(record, period="2023-Q2", state=ReportState.BEHIND, summary="二季度"),
        replace(record, period="2023-Q1", state=ReportState.DONE),
        replace(record, period="2023-Q2", state=ReportState.DONE, organization="songwu"),
        replace(record, period="2023", state=ReportState.DONE),
        record,
    ]
    monkeypatch.setattr(LedgerIndex, "reports_of_task", lambda *_: told)
    shown = item_view(view, item)
    assert (shown.is_value, shown.new, shown.period, shown.difference) == (False, "推进中", "2023 年第三季度", "")
    assert (shown.last, shown.last_period) == ("滞后", "2023 年第二季度")
    assert [text for _, text in shown.facts] == [record.summary, record.locator]
    told_more = replace(item, record=replace(record, reason="等汛期过去", evidence="施工日志"))
    facts = [text for _, text in item_view(view, told_more).facts]
    assert facts == [record.summary, "等汛期过去", "施工日志", record.locator]
    monkeypatch.setattr(LedgerIndex, "reports_of_task", lambda *_: told[2:])
    assert (item_view(view, item).last, item_view(view, item).last_period) == ("没有上一期", "")
