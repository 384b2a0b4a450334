"""A person walks through the drafts with keys: accepts, edits, rejects, until none is left and nothing is wrong."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from generator.cli.main import main
from generator.ledger.contract import load_contract
from generator.ledger.load import read
from generator.office.review.decisions import Review
from generator.office.review.server import ReviewServer
from generator.office.review.session import Session
from tests.conftest import DISTRICT_TEXTS, ROOT
from tests.helpers.browsing import in_browser
from tests.helpers.drafts import DRAFTS, write_drafts
from tests.helpers.reviewing import accept_all

TASKS = "tasks/five/01-industry.yml"


@contextmanager
def reviewing(folder: Path) -> Iterator[ReviewServer]:
    """The review of a folder."""
    server = ReviewServer(Review(Session(folder, load_contract(ROOT / "datapackage.json"))), 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReviewServer]:
    """The review of the small ledger."""
    with reviewing(write_drafts(tmp_path)) as server:
        yield server


@pytest.fixture
def page(chrome: Browser, server: ReviewServer) -> Iterator[Page]:
    """The first draft, opened with the printed address."""
    context = chrome.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(server.guard.address)
    yield page
    context.close()
    assert complaints == [], "the browser refuses nothing of ours and meets no error"


def title(page: Page, words: str) -> None:
    """The draft that is shown; keys are pressed when the page is complete."""
    expect(page.locator("h1")).to_contain_text(words)
    page.wait_for_load_state()


@in_browser
def test_all_drafts_are_reviewed_with_keys(page: Page, server: ReviewServer) -> None:
    """Each draft is one key or two; at the end the ledger is as if a person had written it."""
    title(page, "区发展局")
    page.keyboard.press("j")
    title(page, "区交通局")
    page.keyboard.press("k")
    title(page, "区发展局")
    page.keyboard.press("a")
    title(page, "区交通局")
    expect(page.locator(".message")).to_have_text("已采用：区发展局")
    page.keyboard.press("a")
    title(page, "扩大产业规模")
    summary = page.locator("#record textarea").first
    expect(summary).to_be_focused()
    expect(page.locator(".current").first).to_be_in_viewport()
    page.keyboard.type("把产业做大 a j x")
    expect(page.locator(".count").first).to_have_text("11 / 60 字")
    page.keyboard.press("Control+Enter")
    title(page, "建设园区")
    page.locator("[name='who.0.1.role']").select_option("support")
    page.locator("[name='value.0.lead_mode']").select_option("单独牵头")
    page.locator("[name='value.0.id']").fill("build-parks")
    page.locator("#record textarea").first.fill("建三个园区")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    expect(page.locator(".message")).to_have_text("已存下，还是草稿：建设园区")
    title(page, "建设园区")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    title(page, "修桥")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".refused")).to_contain_text("“摘要”没有填写")
    expect(page.locator(".refused")).to_be_focused()
    page.keyboard.press("x")
    title(page, "真的不要吗")
    page.keyboard.press("Enter")
    title(page, "1")
    page.keyboard.press("a")
    title(page, "没有要核对的草稿了")
    assert isinstance(server.review, Review)
    assert isinstance(server.review, Review)
    data = server.review.session.data
    assert read(data, ROOT / "datapackage.json").findings() == []
    assert (data / TASKS).read_text(encoding="utf-8") == (
        DRAFTS[TASKS][: DRAFTS[TASKS].index("\n- id: bridge")]
        .replace("  draft: true\n", "")
        .replace("# 疑点：不知道市集是不是另一件事（来处：原文第 5 行）\n", "")
        .replace("  title_source: 原文\n", "  title_source: 原文\n  summary: 把产业做大 a j x\n")
        .replace("  title_source: 自拟\n", "  title_source: 自拟\n  summary: 建三个园区\n")
        .replace("- id: parks\n", "- id: build-parks\n")
        .replace(
            "  lead_mode: 分别牵头\n  lead: [区发展局, 区文化局]\n",
            "  lead_mode: 单独牵头\n  lead: [区发展局]\n  support: [区文化局]\n",
        )
    )


@in_browser
def test_what_was_typed_is_not_left_without_a_question(page: Page) -> None:
    """Whoever goes on with a value half written is asked; who stays finds it as it was."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    title(page, "区发展局")
    name = page.locator("[name='value.0.name']")
    name.click()
    page.keyboard.type("新")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.wait_for_function("() => true")
    assert asked == ["beforeunload"]
    assert "新" in name.input_value()


@in_browser
def test_all_works_with_the_mouse_and_without_scripts(chrome: Browser, server: ReviewServer) -> None:
    """Filters, list, clause, accept: links and forms do it."""
    context = chrome.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.guard.address)
    page.get_by_label("种类").select_option("tasks")
    page.get_by_label("看哪些").select_option("doubts")
    page.get_by_role("button", name="换").click()
    title(page, "建设园区")
    page.get_by_role("link", name="核对草稿").click()
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_role("link", name="建设园区").click()
    page.get_by_label("摘要").fill("建三个园区")
    page.get_by_role("button", name="采用").click()
    title(page, "修桥")
    page.locator("a.figure").first.click()
    title(page, "扩大产业规模")
    context.close()


@in_browser
def test_a_notice_becomes_a_site(
    chrome: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Split, look at each draft and write its summary, build: nothing else is needed, and no draft is left."""
    monkeypatch.chdir(tmp_path)
    assert main(["split", str(DISTRICT_TEXTS / "chengxi-145-task-assignment-2021.txt"), "--into", "."]) == 0
    assert main(["build", "--without-search", "--only-csv-json"]) == 1
    assert "条草稿，没有发布任何内容" in capsys.readouterr().err
    with reviewing(tmp_path) as server:
        page = chrome.new_context().new_page()
        page.goto(server.guard.address)
        accept_all(page)
        page.context.close()
    assert main(["build", "--without-search", "--only-csv-json"]) == 0
    assert "修建滨河步道" in (tmp_path / "site/tasks/index.html").read_text(encoding="utf-8")
    assert not any("draft" in file.read_text(encoding="utf-8") for file in tmp_path.glob("data/**/*.yml"))
