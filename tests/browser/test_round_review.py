"""A person walks through what came in for a round with keys, sends one item back, and approves the round."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.office.review.server import ReviewServer
from generator.office.rounds.review.round_review import RoundReview
from generator.office.rounds.round_branch import round_branch
from tests.helpers import rounds
from tests.helpers.browsing import in_browser
from tests.helpers.filled_forms import CONTRACT, ROUND


@pytest.fixture(name="office")
def _office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office that has collected one form."""
    rounds.as_person(monkeypatch)
    office = rounds.place(tmp_path)
    assert rounds.ingest(office, rounds.FORM) == 0
    return office


@pytest.fixture(name="page")
def _page(chrome: Browser, office: Path) -> Iterator[Page]:
    """The first item, opened with the printed address."""
    server = ReviewServer(RoundReview(round_branch(office / "data", ROUND), CONTRACT, date(2023, 10, 14)), 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    context = chrome.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(server.guard.address)
    page.wait_for_url("**/item/**")
    yield page
    context.close()
    server.shutdown()
    thread.join()
    server.server_close()
    assert complaints == [], "the browser refuses nothing of ours and meets no error"


@in_browser
def test_a_round_is_reviewed_with_keys(page: Page, office: Path) -> None:
    """Keys accept, send back with words, and go on; at the end a button approves, and the value is in the ledger."""
    expect(page.locator("h1")).to_contain_text("治理河道长度（鹭汀镇）")
    expect(page.locator("tr.current")).to_contain_text("9.5 公里")
    page.wait_for_load_state()
    page.keyboard.press("x")
    expect(page.locator(".message")).to_contain_text("请先写一句话")
    page.wait_for_load_state()
    page.keyboard.press("e")
    page.keyboard.type("请补一句依据 a j x")
    page.locator("[value=return]").click()
    expect(page.locator(".message")).to_have_text("已退回：治理河道长度（鹭汀镇）")
    expect(page.locator("h1")).to_contain_text("连通城乡水系")
    page.wait_for_load_state()
    page.keyboard.press("a")
    expect(page.locator("main")).to_contain_text("退回的 1 项答复了")
    page.get_by_role("link", name="鹭汀镇").click()
    expect(page.locator("h1")).to_contain_text("治理河道长度")
    page.wait_for_load_state()
    page.locator("#remark").fill("电话问过，有验收单")
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="通过这一轮").click()
    expect(page.locator(".message")).to_contain_text("已通过，并入 main：完成值 1 项，进展 1 项")
    assert "value: 9.5" in (office / rounds.FILE).read_text(encoding="utf-8")


@in_browser
def test_everybody_can_read_it(page: Page) -> None:
    """Neither page has what axe complains about, light, dark, and on a phone."""
    address = page.url
    for width, scheme in ((1280, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for path in ("/list", address):
            page.goto(path if path == address else address.partition("/item/")[0] + path)
            found = Axe().run(page).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@in_browser
def test_without_scripts(page: Page, chrome: Browser) -> None:
    """The same with the mouse alone."""
    context = chrome.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    plain = context.new_page()
    plain.goto(page.url)
    plain.get_by_role("button", name="采用").click()
    expect(plain.locator(".message")).to_have_text("已采用：治理河道长度（鹭汀镇）")
    context.close()
