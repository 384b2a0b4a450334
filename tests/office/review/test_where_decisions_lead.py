"""Where a decision leads and what is said then, whatever a person has chosen to see."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.language.office import review_words
from generator.ledger.contract import load_contract
from generator.ledger.reading.findings import Finding, Mark
from generator.office.review.decisions import Review
from generator.office.review.session import NotFit, Session
from tests.conftest import ROOT
from tests.helpers.drafts import write_drafts
from tests.helpers.sites import snapshot

TASKS = "tasks/five/01-industry.yml"


@pytest.fixture(name="review")
def _review(tmp_path: Path) -> Review:
    """A review of the small ledger."""
    return Review(Session(write_drafts(tmp_path), load_contract(ROOT / "datapackage.json")))


def address(review: Review, id_: str) -> str:
    """The address of the item of a draft."""
    return next(f"/item/{one.main.key}" for one in review.session.state().items if one.main.row["id"] == id_)


def asked(review: Review, path: str, **query: str) -> str:
    """Where a browser is sent, with the id of the draft in the place of its key."""
    answer = review.get(path, {name: [text] for name, text in query.items()})
    return named(review, answer.headers["Location"]) if answer.status == 303 else f"{answer.status}"


def sent(review: Review, id_: str, verdict: str, **form: str) -> str:
    """Where a decision about a draft leads."""
    records = next(one.records for one in review.session.state().items if one.main.row["id"] == id_)
    keys = {f"key.{number}": [record.key] for number, record in enumerate(records)}
    given = {name.replace("__", "."): [text] for name, text in form.items()}
    answer = review.post(address(review, id_), {**keys, "verdict": [verdict], **given})
    return named(review, answer.headers["Location"]) if answer.status == 303 else message(answer.content)


def posted(review: Review, path: str, **form: str) -> str:
    """Where another form leads."""
    answer = review.post(path, {name: [text] for name, text in form.items()})
    return named(review, answer.headers["Location"]) if answer.status == 303 else f"{answer.status}"


def named(review: Review, location: str) -> str:
    """An address with ids."""
    for record in review.session.state().records:
        location = location.replace(record.key, record.row["id"] or record.row["number"])
    return location


def message(html: bytes) -> str:
    """What is said on the top of a page, and whether it needs another look."""
    page = LexborHTMLParser(html.decode())
    node = page.css_first(".message") or page.css_first(".refused")
    sign = "! " if node is not None and "message--warn" in (node.attributes.get("class") or "") else ""
    return sign + (" ".join(node.text(separator=" ").split()) if node is not None else "")


def said(review: Review, path: str = "/list") -> str:
    """What the next page says."""
    return message(review.get(path, {}).content)


@pytest.mark.parametrize(
    ("query", "leads"),
    [
        ({}, "/item/development#here"),
        ({"show": "doubts"}, "/item/traffic?show=doubts#here"),
        ({"show": "first", "table": "tasks"}, "/item/parks?show=first&table=tasks#here"),
        ({"show": "clear", "table": "tasks"}, "/item/grow?show=clear&table=tasks#here"),
        ({"table": "exclusions"}, "/item/1?table=exclusions#here"),
        ({"table": "sections"}, "/list?table=sections"),
        ({"show": "x", "table": "y"}, "/item/development#here"),
    ],
)
def test_where_a_review_begins(query: dict[str, str], leads: str, review: Review) -> None:
    """With the first draft of those that are chosen; what is no choice is none."""
    assert asked(review, "/", **query) == leads
    assert review.get("/list", {name: [text] for name, text in query.items()}).status == 200


def test_the_next_draft_is_the_next_of_those_that_are_chosen(review: Review) -> None:
    """Behind the last one comes the first; where none is left, the list."""
    assert sent(review, "traffic", "accept", show="doubts") == "/item/parks?show=doubts#here"
    assert said(review) == "已采用：区交通局"
    assert sent(review, "bridge", "accept", show="doubts").startswith("还不能采用")
    assert sent(review, "bridge", "reject", show="doubts", sure="1") == "/item/parks?show=doubts#here"
    assert sent(review, "parks", "accept", show="doubts", value__0__summary="建园区") == "/?show=doubts"
    assert asked(review, "/", show="doubts") == "/list?show=doubts"
    assert said(review) == "已采用：建设园区"


def test_a_draft_that_is_not_among_the_chosen_leads_to_the_first_of_them(review: Review) -> None:
    """Its address was kept in another tab."""
    page = LexborHTMLParser(review.get(address(review, "grow"), {"show": ["doubts"]}).content.decode())
    links = [(one.attributes["rel"], named(review, one.attributes["href"] or "")) for one in page.css("a[rel]")]
    assert links == [("next", "/item/traffic?show=doubts#here")]
    assert sent(review, "grow", "accept", show="doubts", value__0__summary="产业") == "/item/traffic?show=doubts#here"


def test_a_draft_that_is_kept_is_shown_with_its_new_lines(review: Review) -> None:
    """It is the same draft as long as it begins on the same line."""
    assert sent(review, "parks", "keep", table="tasks", value__0__summary="建园区") == "/item/parks?table=tasks#here"
    assert said(review) == "已存下，还是草稿：建设园区"
    assert review.session.state().items[3].main.row["summary"] == "建园区"


def test_it_is_asked_before_something_goes_that_the_page_does_not_show(review: Review) -> None:
    """A figure alone goes at once; a clause with another draft that hangs on it does not, nor does the item itself."""
    before = snapshot(review.session.folder)
    page = review.post(
        address(review, "grow"),
        {"key.0": [keys(review)["grow"]], "key.1": [keys(review)["output"]], "verdict": ["reject"]},
    ).content.decode()
    assert "下面 2 条会从文件里删去" in page and snapshot(review.session.folder) == before
    assert sent(review, "grow", "accept", reject__1="1", value__0__summary="产业") == "/item/parks#here"
    assert said(review) == "已采用：扩大产业规模"
    assert "output" not in keys(review)
    assert sent(review, "parks", "reject", sure="1") == "/item/bridge#here"
    assert said(review) == "已删去：建设园区"


def keys(review: Review) -> dict[str, str]:
    """Id → key of each draft."""
    return {record.row["id"]: record.key for record in review.session.state().records}


def test_a_figure_that_another_one_names_does_not_go(review: Review) -> None:
    """The person saw one clause alone: the page says where else the figure is used."""
    more = """
- id: output-2
  draft: true
  section: s1-1
  name: 其中工业
  nature: 预期性
  measure: 期末水平
  unit: 亿元
  direction: 越高越好
  target: {value_text: 多些, source: {locator: 一}}
  relations:
    - {related: output, relation: 其中, reason: 一部分}
"""
    file = review.session.data / "indicators/five/01-industry.yml"
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    form = {f"key.{n}": [keys(review)[id_]] for n, id_ in enumerate(("grow", "output"))}
    form |= {"verdict": ["accept"], "reject.1": ["1"], "value.0.summary": ["产业"]}
    answer = review.post(address(review, "grow"), form)
    assert "还有别处用着“产值”" in answer.content.decode()


def test_what_is_gone_is_told_once(review: Review) -> None:
    """An address that leads nowhere, a form of what changed meanwhile, a step that nobody took."""
    assert asked(review, "/item/none", table="tasks") == "/item/grow?table=tasks#here"
    assert said(review) == "! 那一条已经不在草稿里了，下面是另一条。"
    assert said(review) == ""
    assert posted(review, "/item/none", verdict="accept", show="doubts") == "/?show=doubts"
    assert said(review) == f"! {review_words.CHANGED}"
    path = address(review, "grow")
    assert posted(review, path, verdict="accept", **{"key.0": keys(review)["grow"]}) == "/item/grow#here"
    assert said(review) == f"! {review_words.CHANGED}"
    assert posted(review, "/undo", table="tasks") == "/?table=tasks"
    assert asked(review, "/item/none") == "/item/development#here"
    assert said(review) == "! 没有可以撤销的", "what was to be said first is said"
    assert posted(review, path, verdict="burn") == "400" and posted(review, "/other") == "404"
    assert asked(review, "/other") == "404" and asked(review, "/items") == "404"


def test_an_undone_step_is_shown_again(review: Review) -> None:
    """With what is chosen; the second time there is nothing left."""
    sent(review, "parks", "accept", value__0__summary="建园区")
    assert posted(review, "/undo", show="clear") == "/item/parks?show=clear#here"
    assert said(review) == "已撤销上一步，文件和原来一样，请再看一遍"
    assert posted(review, "/undo") == "/"


def test_drafts_are_accepted_from_the_list(review: Review) -> None:
    """Those of one kind, or those that are ticked; what nobody may accept so is left."""
    assert posted(review, "/accept-all", of="exclusions", table="tasks") == "/list?table=tasks"
    assert said(review) == "已采用 1 条"
    ticked = {"ticked": [keys(review)[id_] for id_ in ("traffic", "development", "grow")]}
    assert review.post("/accept-all", ticked).headers["Location"] == "/list"
    assert said(review) == "已采用 2 条"
    assert [one.main.row["id"] for one in review.session.state().items] == ["grow", "parks", "bridge"]


@pytest.mark.parametrize(
    ("edited", "told"),
    [(None, True), ("passage", False), ("text", False)],
    ids=["a passage of a text", "no passage", "no text"],
)
def test_what_is_left_out_on_purpose_is_told_before(edited: str | None, told: bool, review: Review) -> None:
    """Where the clause is known by its place in a text that is here."""
    if edited == "passage":
        file = review.session.data / TASKS
        head, mark, tail = file.read_text(encoding="utf-8").rpartition("passage: ")
        file.write_text(f"{head}unknown: {tail}".replace("fingerprint", "other"), encoding="utf-8")
        assert mark
    if edited == "text":
        (review.session.folder / "sources/doc-five.txt").unlink()
    page = review.post(address(review, "bridge"), {"key.0": [keys(review)["bridge"]], "verdict": ["reject"]})
    assert page.status == 200 and ("理由是“不收录”" in page.content.decode()) is told


def test_a_fault_elsewhere_is_told_with_its_place(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    """One in a file that is shown says what is wrong and what to do."""
    faults = [Finding("lead-missing", Mark(f"data/{name}", 7, 1)) for name in (TASKS, "tasks/five/02.yml")]

    def refuse(*_: object) -> None:
        raise NotFit(faults)

    monkeypatch.setattr(Session, "write", refuse)
    told = sent(review, "parks", "accept")
    assert told == f"{review_words.NOTHING_WRITTEN} {faults[0].problem}。请{faults[0].remedy}。 {faults[1]}"
    assert posted(review, "/accept-all", of="organizations") == "/list"
    assert said(review) == f"! {review_words.NOTHING_WRITTEN}{faults[0]}"


def test_a_file_that_cannot_be_written_is_told_with_the_reason(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known reasons in Chinese, others in the words of the system."""

    def refused(number: int) -> str:
        def refuse(*_: object) -> None:
            raise OSError(number, "as the system says", "甲.yml")

        monkeypatch.setattr(Session, "write", refuse)
        told = sent(review, "parks", "accept")
        assert posted(review, "/accept-all", of="organizations") == "/list"
        assert said(review) == told
        return told

    full, broken = refused(errno.ENOSPC), refused(errno.EIO)
    assert "甲.yml" in full and "磁盘" in full and "system" not in full
    assert "甲.yml" in broken and "as the system says" in broken


def test_what_is_wrong_elsewhere_is_told_beside_the_drafts(review: Review) -> None:
    """The first five; what is wrong in drafts is told with them."""
    wrong = "".join(f"- {{id: w{number}, name: 单位{number}, kind: 部门}}\n" for number in range(6))
    (review.session.data / "organizations/others.yml").write_text(wrong, encoding="utf-8")
    for path in ("/list", address(review, "grow")):
        page = LexborHTMLParser(review.get(path, {}).content.decode())
        lines = [node.text().partition(": ")[0] for node in page.css(".faults li")]
        assert lines == [f"data/organizations/others.yml:{number}:29" for number in range(1, 6)]
