"""Decisions that cannot be written: what was entered stays, and the page says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ledger.contract import load_contract
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.load import InvalidLedger
from generator.ledger.reading.findings import Finding, Mark
from generator.office.review.session import Gone, NotFit, Session
from tests.conftest import ROOT
from tests.helpers.review_visitor import Visitor, item
from tests.helpers.sites import edit, snapshot

TASKS = "tasks/five/01-industry.yml"


def test_a_draft_that_changed_on_the_disk_is_shown_again(visitor: Visitor, folder: Path) -> None:
    """The person is told, and sees what is there now; nothing is written over it."""
    address = item(visitor, "grow")
    form = {**visitor.form_of(address), "value.0.summary": "把产业做大", "verdict": "accept"}
    edit(folder / "data" / TASKS, "title: 扩大产业规模", "title: 扩大规模")
    before = snapshot(folder)
    _, _, to = visitor.ask("POST", address, form)
    html = visitor.get(visitor.get(to)[2] if to.startswith("/?") or to == "/" else to)[1]
    assert "这一条刚才在别处改过，没有写" in html and snapshot(folder) == before
    assert "扩大规模" in visitor.get(item(visitor, "grow"))[1]


def test_what_does_not_fit_together_is_not_accepted(
    visitor: Visitor, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list says that nothing was written, and why."""
    state = Session(folder, load_contract(ROOT / "datapackage.json")).state()
    fault = next(finding for record in state.records for finding in record.findings)

    def refuse(*_: object) -> None:
        raise NotFit([fault])

    monkeypatch.setattr(Session, "write", refuse)
    assert visitor.ask("POST", "/accept-all", {"of": "organizations"})[2] == "/list"
    assert "还不能采用，什么都没有写" in visitor.get("/list")[1]


NOT_WRITTEN = [
    (Gone(), "刚才在别处改过"),
    (OSError(28, "No space left on device", "甲.yml"), "甲.yml"),
    (EditRefused("有人改过这个文件"), "有人改过这个文件"),
    (InvalidLedger([Finding("lead-missing", Mark("data/tasks/a.yml", 7, 1))]), "data/tasks/a.yml:7"),
]
"""Why nothing is written, and what a page says then."""


@pytest.mark.parametrize(("error", "told"), NOT_WRITTEN)
def test_what_cannot_be_written_is_told_where_it_was_asked_for(
    error: Exception, told: str, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the page of the draft, in the list, and where a step is taken back; no draft is called accepted."""

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Session, "write", refuse)
    monkeypatch.setattr(Session, "undo", refuse)
    address = item(visitor, "grow")
    form = {**visitor.form_of(address), "value.0.summary": "把产业做大", "verdict": "accept"}
    for path, sent in ((address, form), ("/accept-all", {"of": "organizations"}), ("/undo", {})):
        if path == "/undo" and isinstance(error, Gone):
            continue
        status, html, to = visitor.ask("POST", path, sent)
        assert (status, bool(to)) in ((200, False), (303, True))
        html = html or visitor.get("/list")[1]
        assert told in html and "已采用：" not in html


def test_a_fault_of_the_program_is_shown(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sees it can hand on what it says; the next page is there as before."""
    with monkeypatch.context() as patch:
        patch.setattr(Session, "state", lambda _: 1 / 0)
        status, html, _ = visitor.get("/list")
    assert status == 500 and "程序出错" in html and "ZeroDivisionError" in html
    assert visitor.get("/list")[0] == 200


def test_what_cannot_be_accepted_comes_back_as_it_was_entered(visitor: Visitor, folder: Path) -> None:
    """The findings stand above the form, and nothing is written."""
    before = snapshot(folder)
    address = item(visitor, "bridge")
    form = {**visitor.form_of(address), "value.0.summary": "修一座桥", "verdict": "accept"}
    status, html, _ = visitor.ask("POST", address, form)
    assert status == 200 and "还不能采用，什么都没有写" in html and "牵头单位数 1 不符。请改为单独牵头。" in html
    assert ">修一座桥</textarea>" in html and snapshot(folder) == before
    assert "data-entered" in html and "data-entered" not in visitor.get(address)[1], "it is not left without a question"


def test_a_unit_in_use_is_not_taken_out(visitor: Visitor, folder: Path) -> None:
    """The page says where it is named."""
    before = snapshot(folder)
    address = item(visitor, "traffic")
    html = visitor.ask("POST", address, {**visitor.form_of(address), "verdict": "reject", "sure": "1"})[1]
    assert "还有别处用着“区交通局”" in html and "data/tasks/five/01-industry.yml 第 31 行" in html
    assert snapshot(folder) == before
