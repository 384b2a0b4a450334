"""The server answers the browser of the person at this machine, and nobody else; only a form that was sent writes."""

from __future__ import annotations

import http.client
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.main import main
from generator.language.office import review_words
from generator.office.review import forms
from generator.office.review.guard import LONGEST
from generator.office.review.server import ReviewServer
from tests.conftest import ROOT
from tests.helpers.review_visitor import Visitor, item
from tests.helpers.sites import edit, snapshot

TASKS = "tasks/five/01-industry.yml"


def test_it_listens_on_this_machine_alone(visitor: Visitor) -> None:
    """No other machine can reach it."""
    assert visitor.server.server_address[0] == "127.0.0.1"


def test_the_browser_is_opened_by_the_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the folder of a ledger no name is needed; nobody has to copy the address with its token."""
    opened: list[str] = []

    def interrupted(_: ReviewServer) -> None:
        raise KeyboardInterrupt

    monkeypatch.chdir(folder)
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr(ReviewServer, "serve_forever", interrupted)
    assert main(["review", "--port", "0", "--open"]) == 0
    out = capsys.readouterr().out
    assert len(opened) == 1 and opened[0] in out and "token=" in opened[0]
    assert main(["review", "--port", "0"]) == 0 and len(opened) == 1


def test_the_printed_address_gives_the_cookie(visitor: Visitor) -> None:
    """Whoever has the token gets a cookie that no script reads and no other site sends."""
    status, html, _ = visitor.get(f"/?token={visitor.guard.token}", Cookie=None)
    cookie = visitor.last["Set-Cookie"]
    assert status == 200 and 'content="0; url=/"' in html
    assert cookie.startswith(f"review-{visitor.server.server_port}=") and "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie and "Path=/" in cookie


@pytest.mark.parametrize("path", ["/", "/list", "/item/0", "/review.js", "/?token=", "/?token=wrong"])
def test_without_the_token_there_is_nothing(visitor: Visitor, path: str) -> None:
    """Neither with no cookie, nor with another one; the page says what to do."""
    for cookie in (None, "review=x", f"{visitor.guard.cookie_name}=", f"{visitor.guard.cookie_name}=wrong", "="):
        status, html, _ = visitor.get(path, Cookie=cookie)
        assert status == 403 and "扩大产业规模" not in html
    assert "请用命令行里打印的那个网址打开" in html and "Set-Cookie" not in visitor.last


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", ""])
def test_another_name_of_this_machine_is_refused(visitor: Visitor, host: str) -> None:
    """A site of others that leads its name here reads nothing, even with the token."""
    for path in ("/list", f"/?token={visitor.guard.token}"):
        status, _, _ = visitor.get(path, Host=host)
        assert status in (403, 421) and "Set-Cookie" not in visitor.last


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": None},
        {"Origin": "http://127.0.0.1:1"},
        {"Cookie": None},
        {"Host": "evil.example"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
    ids=str,
)
def test_a_form_from_elsewhere_writes_nothing(visitor: Visitor, folder: Path, headers: dict[str, str | None]) -> None:
    """A page of others cannot accept or reject for the person."""
    before = snapshot(folder)
    form = {**visitor.form_of(item(visitor, "parks")), "value.0.summary": "建园区", "verdict": "accept"}
    assert visitor.ask("POST", item(visitor, "parks"), form, **headers)[0] in (403, 421)
    assert visitor.ask("POST", "/accept-all", {"of": "organizations"}, **headers)[0] in (403, 421)
    assert snapshot(folder) == before


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_only_a_form_that_is_sent_writes(visitor: Visitor, folder: Path, method: str) -> None:
    """All other methods leave the files as they are, whatever the address says."""
    before = snapshot(folder)
    address = item(visitor, "parks")
    form = urlencode({**visitor.form_of(address), "value.0.summary": "建园区", "verdict": "accept"})
    assert visitor.ask(method, f"{address}?{form}")[0] in (200, 303, 400, 405, 501)
    assert visitor.ask(method, "/accept-all?of=organizations")[0] in (400, 404, 405, 501)
    assert snapshot(folder) == before


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Length": str(LONGEST + 1)}, 413),
        ({"Content-Length": "9" * 5000}, 413),
        ({"Content-Length": "-1"}, 411),
        ({"Content-Length": "12a"}, 411),
        ({"Transfer-Encoding": "chunked"}, 411),
    ],
    ids=str,
)
def test_a_huge_form_is_refused_before_it_is_read(visitor: Visitor, headers: dict[str, str], status: int) -> None:
    """The server does not wait for what it would not take; it answers others as before."""
    connection = http.client.HTTPConnection("127.0.0.1", visitor.server.server_port, timeout=20)
    connection.putrequest("POST", "/accept-all", skip_host=True)
    for name, text in {**visitor.headers, **headers}.items():
        connection.putheader(name, text)
    connection.endheaders()
    assert connection.getresponse().status == status
    connection.close()
    assert visitor.get("/list")[0] == 200


@pytest.mark.parametrize(
    "path",
    ["/../../etc/passwd", "/review.css/../../../guard.py", "/templates/item.html", "/data/site.yml", "//evil.example/"],
)
def test_no_other_file_is_shown(visitor: Visitor, path: str) -> None:
    """Two files of ours, and the pages: nothing else has an address."""
    status, html, _ = visitor.get(path)
    assert status == 404 and review_words.REFUSED[404] in html


def test_pages_run_no_script_but_ours_and_ask_nobody_else(visitor: Visitor) -> None:
    """The headers of every answer say so, and no page has anything that they forbid."""
    for path in ("/list", item(visitor, "grow"), "/nothing"):
        _, html, _ = visitor.get(path)
        policy = visitor.last["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
        assert visitor.last["X-Content-Type-Options"] == "nosniff" and visitor.last["Cache-Control"] == "no-store"
        assert not re.search(r"<script>|\sstyle=|\son[a-z]+=|https?://", html)


def test_what_a_document_says_is_text(visitor: Visitor, folder: Path) -> None:
    """Markup in a document, a ledger or a comment is shown as it stands there."""
    evil = "<script>alert(1)</script>"
    edit(folder / "data" / TASKS, "title: 扩大产业规模", f"title: '{evil}'")
    edit(folder / "data" / TASKS, "# 疑点：不知道市集", f"# 疑点：{evil}不知道市集")
    source = folder / "sources/doc-five.txt"
    source.write_text(evil + source.read_text(encoding="utf-8"), encoding="utf-8")
    for path in ("/list", item(visitor, "grow"), item(visitor, "parks")):
        html = visitor.get(path)[1]
        assert evil not in html and "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize(
    "path", ["http://[", "//[", "/?" + "a=1&" * 6000, "/?token=%ff%00", "/item/%0d%0aSet-Cookie:x"]
)
def test_an_address_that_is_none_is_refused(visitor: Visitor, folder: Path, path: str) -> None:
    """There is an answer to every request, with the token and without, and nothing comes back into a header."""
    before = snapshot(folder)
    for cookie in (visitor.headers["Cookie"], None):
        assert visitor.get(path, Cookie=cookie)[0] in (303, 400, 403, 404)
        assert "Set-Cookie" not in visitor.last
    assert visitor.ask("POST", path.partition("?")[0], {"verdict": "accept"})[0] in (303, 400, 404)
    assert snapshot(folder) == before


@given(
    st.dictionaries(
        st.builds(".".join, st.lists(st.sampled_from(["key", "value", "who", "reject", "verdict", "0", "1", "name"]))),
        st.lists(st.text() | st.sampled_from(["accept", "keep", "lead"]), min_size=1),
    )
)
def test_a_form_may_hold_anything(form: dict[str, list[str]]) -> None:
    """It is read as what a person entered, or it is none; no value has several lines."""
    try:
        found = forms.entries(form)
    except ValueError:
        return
    assert all(len(f"{text}.".splitlines()) == 1 for entry in found.values() for text in entry.values.values())


@pytest.mark.parametrize("content", [b"\xff\xfe", b"verdict=maybe", b"", b"verdict=accept&key.0=x"])
def test_a_form_that_is_none_is_refused(visitor: Visitor, folder: Path, content: bytes) -> None:
    """It is told, and nothing is written."""
    before = snapshot(folder)
    connection = http.client.HTTPConnection("127.0.0.1", visitor.server.server_port, timeout=20)
    connection.request("POST", item(visitor, "grow"), content, visitor.headers)
    assert connection.getresponse().status in (303, 400)
    connection.close()
    assert snapshot(folder) == before


@pytest.mark.parametrize("name", ["review.css", "review.js"])
def test_what_a_page_needs_comes_from_the_server_itself(name: str, visitor: Visitor) -> None:
    """Its style and its script, byte for byte."""
    status, content, _ = visitor.get(f"/{name}")
    file = ROOT / "generator/office/review/templates" / name
    assert status == 200 and content == file.read_text(encoding="utf-8")
