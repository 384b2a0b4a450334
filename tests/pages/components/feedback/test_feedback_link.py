"""The address behind “这条数据有误？”: the site's channel, told which page it is."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator.ledger.reading.site_settings import Licence, SiteSettings
from generator.pages.components.feedback.feedback_link import channel
from tests.helpers.browsing import in_browser, visit

PAGE = "indicators/new-jobs/"


def site(feedback: str = "", url: str = "https://gov.example/zwgk/gh/") -> SiteSettings:
    """A site with a channel for corrections."""
    return SiteSettings("甲", "乙", "丙", False, Licence("", "", "", ""), "1.2.0", "p", url=url, feedback=feedback)


def test_a_mailbox_gets_a_message_that_names_the_record() -> None:
    """Subject and text of a message are encoded as mail programs read them: a blank is %20, a new line %0A."""
    feedback = "mailto:ledger@gov.example?subject=数据有误 {title}（{id}）&body={page}%0A版本 {version}"
    address = channel(site(feedback))(PAGE, "新增就业 & 创业")
    assert address.isascii() and "+" not in address and " " not in address
    scheme, _, query = address.partition("?")
    assert scheme == "mailto:ledger@gov.example"
    told = {key: unquote(value) for key, _, value in (part.partition("=") for part in query.split("&"))}
    assert told == {
        "subject": "数据有误 新增就业 & 创业（new-jobs）",
        "body": "https://gov.example/zwgk/gh/indicators/new-jobs/\n版本 1.2.0",
    }


def test_a_form_gets_what_its_address_asks_for() -> None:
    """Values stand where the setting wants them, whether in the path or in the query."""
    address = channel(site("https://form.example/{id}?v={version}&p={page}#x", url=""))(PAGE, "新增就业")
    assert address == "https://form.example/new-jobs?v=1.2.0&p=indicators/new-jobs/#x"


def test_a_channel_without_placeholders_is_the_same_everywhere() -> None:
    """Words of the setting that are encoded already are not encoded again; a sign of per cent alone is."""
    assert (
        channel(site("https://form.example/?a=%E7%94%B2&b=5%"))(PAGE, "x") == "https://form.example/?a=%E7%94%B2&b=5%25"
    )


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_title_comes_through_as_it_is(title: str) -> None:
    """No sign of a title ends the value that it stands in."""
    address = channel(site("https://form.example/?t={title}&v={version}"))(PAGE, title)
    assert parse_qs(urlsplit(address).query, keep_blank_values=True) == {"t": [title], "v": ["1.2.0"]}


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PAGE, "../../feedback/?record=new-jobs&page=indicators/new-jobs/&version=1.2.0"),
        ("indicators/", "../feedback/?record=indicators&page=indicators/&version=1.2.0"),
        ("", "feedback/?record=index&page=./&version=1.2.0"),
    ],
)
def test_without_a_channel_the_link_leads_to_what_to_write(path: str, address: str) -> None:
    """The page of feedback is told record, page and version."""
    assert channel(site())(path, "新增就业") == address


def links(page: Path, words: str) -> list[str]:
    """The addresses of a page's links that say certain words."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    return [node.attributes["href"] or "" for node in tree.css("a") if node.text().strip() == words]


def test_every_page_says_where_to_tell_of_an_error(real_site: Path, district_site: Path) -> None:
    """Pages of records have the link in their body, all others in their footer; it names page and version."""
    for folder, version in ((real_site, "0.1.0"), (district_site, "1.2.0")):
        for file in folder.rglob("index.html"):
            found = links(file, "这条数据有误？") + links(file, "这一页有误？")
            path = file.parent.relative_to(folder).as_posix()
            assert len(found) == 1, path
            told = unquote(found[0])
            assert (f"{path}/" if path != "." else "") in told and version in told, (path, told)


def test_the_page_of_feedback_tells_what_to_write_without_scripts(real_site: Path) -> None:
    """Record, page and version have their lines, and the reader is told where to read them."""
    text = LexborHTMLParser((real_site / "feedback/index.html").read_text(encoding="utf-8"))
    assert {node.attributes["data-told"] for node in text.css("[data-told]")} == {"record", "page", "version"}
    assert all(node.text().strip() for node in text.css("[data-told]"))


@in_browser
def test_the_draft_is_filled_in(chrome: Browser, real_host: str) -> None:
    """Whoever comes from a record finds it, its page and the version in the draft, as text and never as markup."""
    query = "?record=new-jobs&page=indicators/new-jobs/&version=<b>0.1.0</b>"
    with visit(chrome, f"{real_host}feedback/{query}") as page:
        told = page.locator("[data-told]").all_inner_texts()
    assert told == ["new-jobs", "indicators/new-jobs/", "<b>0.1.0</b>"]


@in_browser
def test_a_reader_comes_from_a_record_to_its_draft(chrome: Browser, real_host: str) -> None:
    """The link at the end of a record's page leads to a draft that names it."""
    with visit(chrome, f"{real_host}indicators/") as page:
        page.locator("table tbody th a").first.click()
        name = page.url.rstrip("/").rpartition("/")[2]
        page.get_by_role("link", name="这条数据有误？").click()
        page.wait_for_url("**/feedback/**")
        assert page.locator("[data-told=record]").inner_text() == name
