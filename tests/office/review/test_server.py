"""The server answers the browser of the person at this machine, and nobody else; only a form that was sent writes."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.cli.main import main
from generator.language.office import review_words
from generator.ledger.contract import load_contract
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.load import InvalidLedger
from generator.ledger.reading.findings import Finding, Mark
from generator.office.review import forms
from generator.office.review.decisions import Review
from generator.office.review.guard import LONGEST
from generator.office.review.server import ReviewServer
from generator.office.review.session import Gone, NotFit, Session
from tests.conftest import DISTRICT_DATA, ROOT
from tests.helpers.drafts import DRAFTS, write_drafts
from tests.helpers.sites import edit, snapshot

TASKS = "tasks/five/01-industry.yml"


SHEET = """\
document: doc-five
title: 台账
sheets:
  - name: 别的表
    cells:
      A1: 说明
  - name: 重点工作(2016)
    cells:
      A1: 序号
      B1: 任务
      C1: 牵头单位
      A11: 0
      A12: 1
      B12: 扩大产业<b>规模
      C12: 区发展局
      A40: 30
ids: []
"""
"""What a workbook held, as the command ``import`` writes it."""


class Visitor:
    """Sends requests to a server as a browser does, unless headers say otherwise."""

    def __init__(self, server: ReviewServer) -> None:
        self.server, self.guard = server, server.guard
        self.headers = {
            "Host": self.guard.host,
            "Origin": f"http://{self.guard.host}",
            "Cookie": f"{self.guard.cookie_name}={self.guard.token}",
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def ask(
        self, method: str, path: str, form: dict[str, str] | None = None, **headers: str | None
    ) -> tuple[int, str, str]:
        """Status, text, and where the browser is sent; a header that is None is left out."""
        given = {name.replace("_", "-"): text for name, text in headers.items()}
        sent = {name: text for name, text in (self.headers | given).items() if text is not None}
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=20)
        try:
            body = urlencode(form).encode() if form is not None else None
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            self.last = answer.headers
            return answer.status, answer.read().decode(), answer.headers.get("Location") or ""
        finally:
            connection.close()

    def get(self, path: str, **headers: str | None) -> tuple[int, str, str]:
        return self.ask("GET", path, None, **headers)

    def form_of(self, path: str) -> dict[str, str]:
        """The fields of the form of a page, as a browser would send them."""
        return fields_of(self.get(path)[1])


def fields_of(html: str) -> dict[str, str]:
    """The fields of the form of a page; no box is ticked."""
    found = {}
    for node in LexborHTMLParser(html).css("#record :is(input:not([type=checkbox]), textarea, select)"):
        chosen = [*node.css("option[selected]"), *node.css("option"), node][0]
        value = node.text() if node.tag == "textarea" else chosen.attributes.get("value")
        found[node.attributes["name"] or ""] = value or ""
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the small ledger."""
    return write_drafts(tmp_path)


@pytest.fixture
def visitor(folder: Path) -> Iterator[Visitor]:
    """The person at this machine."""
    server = ReviewServer(Review(Session(folder, load_contract(ROOT / "datapackage.json"))), 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield Visitor(server)
    server.shutdown()
    thread.join()
    server.server_close()


def item(visitor: Visitor, id_: str) -> str:
    """The address of the item of a draft."""
    assert isinstance(visitor.server.review, Review)
    assert isinstance(visitor.server.review, Review)
    items = visitor.server.review.session.state().items
    return next(f"/item/{one.main.key}" for one in items if one.main.row["id"] == id_)


# -- who may ask


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


# -- what the person sees and does


def test_the_first_draft_comes_at_once(visitor: Visitor) -> None:
    """The address without more leads to it; a chosen kind of record leads to the first of that kind."""
    assert visitor.get("/")[2] == f"{item(visitor, 'development')}#here"
    assert visitor.get("/?table=tasks&show=doubts")[2] == f"{item(visitor, 'parks')}?show=doubts&table=tasks#here"


def test_a_page_has_the_clause_and_its_draft(visitor: Visitor) -> None:
    """The words of the clause and of its figure are marked; doubts and findings stand at the draft."""
    html = visitor.get(item(visitor, "grow"))[1]
    assert re.search(r'<span class="clause current draft" id="here"[^>]*>扩大产业规模,</span>', html)
    assert re.search(r'<span class="clause current draft figure"[^>]*>产值达到500亿元</span>', html)
    assert "采用这 2 条" in html and "已核对 <strong>0</strong> / 6" in html
    html = visitor.get(item(visitor, "parks"))[1]
    assert "疑点：不知道市集是不是另一件事（来处：原文第 5 行）" in html
    assert "牵头方式“”与牵头单位数 1 不符" in visitor.get(item(visitor, "bridge"))[1]


def test_why_a_number_is_left_out_is_chosen(visitor: Visitor) -> None:
    """The reasons are a list; nobody has to know their words."""
    reasons = LexborHTMLParser(visitor.get(item(visitor, ""))[1]).css("select[name$='.reason'] option")
    assert [option.attributes["value"] for option in reasons] == [
        "",
        "序号",
        "日期",
        "名称",
        "期限",
        "量词非指标",
        "不收录",
    ]


@pytest.mark.parametrize(
    ("key", "typed", "choices"),
    [("kind", "大任务", ["大任务", "主要目标"]), ("lead_mode", "一起牵头", ["", "一起牵头", "单独牵头"])],
)
def test_a_value_that_is_no_choice_stays_until_another_is_chosen(
    key: str, typed: str, choices: list[str], visitor: Visitor, folder: Path
) -> None:
    """It stands before those that may be chosen; only what need not be there can be left empty."""
    file = folder / "data" / TASKS
    file.write_text(re.sub(f"(?m)^  {key}: .*$", f"  {key}: {typed}", file.read_text("utf-8"), count=1), "utf-8")
    page = LexborHTMLParser(visitor.get(item(visitor, "grow"))[1])
    (select,) = [one for one in page.css("select") if (one.attributes["name"] or "").endswith(f".{key}")]
    assert [option.attributes["value"] for option in select.css("option")][: len(choices)] == choices
    assert [option.attributes["value"] for option in select.css("option[selected]")] == [typed]


def test_the_text_shows_where_a_unit_is_named(visitor: Visitor) -> None:
    """A unit comes from no clause of its own: every place with its name is marked."""
    html = visitor.get(item(visitor, "development"))[1]
    places = re.findall(r'<span class="([^"]*mention[^"]*)"( id="here")?[^>]*>区发展局</span>', html)
    assert len(places) == 2 and [bool(here) for _, here in places] == [True, False]
    assert all("current" in signs for signs, _ in places)


def test_without_the_text_the_place_is_told(visitor: Visitor, folder: Path) -> None:
    """Of a workbook there is no text: sheet and cell say where to look."""
    (folder / "sources/doc-five.txt").unlink()
    edit(folder / "data" / TASKS, "{locator: 一(一)-1,", "{locator: 重点工作!B12,")
    html = visitor.get(item(visitor, "grow"))[1]
    assert "这里没有这份文件的文本" in html and "<dd>重点工作!B12</dd>" in html


def test_the_rows_of_a_workbook_stand_beside_a_draft(visitor: Visitor, folder: Path) -> None:
    """What was read from a workbook is shown as it was there, with the cell that is meant; markup is text."""
    (folder / "sources/doc-five.txt").unlink()
    (folder / "imports").mkdir()
    (folder / "imports/other.yml").write_text("- no reading\n", encoding="utf-8")
    (folder / "imports/ledger.yml").write_text(SHEET, encoding="utf-8")
    edit(folder / "data" / TASKS, "{locator: 一(一)-1,", "{locator: '重点工作(2016)!B12',")
    html = visitor.get(item(visitor, "grow"))[1]
    rows = re.findall(r'<th scope="row">(\d+)</th>((?:<td.*?</td>)+)', html, re.S)
    assert [number for number, _ in rows] == ["1", "11", "12"], "the head, and what is around the cell"
    assert rows[2][1] == '<td>1</td><td class="current" id="here">扩大产业&lt;b&gt;规模</td><td>区发展局</td>'
    assert "<caption>重点工作(2016)</caption>" in html and "没有这份文件的文本" not in html


def test_accepting_leads_to_the_next_draft(visitor: Visitor, folder: Path) -> None:
    """What was entered is written, and the next page says what was done and how far the review is."""
    address = item(visitor, "grow")
    form = {**visitor.form_of(address), "value.0.summary": " 把产业\r\n做大 ", "verdict": "accept"}
    status, _, to = visitor.ask("POST", address, form)
    assert status == 303 and to == f"{item(visitor, 'parks')}#here"
    html = visitor.get(to)[1]
    assert "已采用：扩大产业规模" in html and "已核对 <strong>1</strong> / 6" in html
    assert "已采用" not in visitor.get(to)[1], "it is said once"
    written = (folder / "data" / TASKS).read_text(encoding="utf-8")
    assert written == DRAFTS[TASKS].replace("- id: grow\n  draft: true", "- id: grow").replace(
        "  title_source: 原文\n", "  title_source: 原文\n  summary: 把产业做大\n"
    )


@pytest.mark.parametrize("id_", ["traffic", "bridge"])
def test_a_draft_that_is_kept_is_shown_again(id_: str, visitor: Visitor) -> None:
    """With what was entered: its lines are others, it is the same draft."""
    address = item(visitor, id_)
    key = "full_name" if id_ == "traffic" else "summary"
    form = {**visitor.form_of(address), f"value.0.{key}": "修一座桥", "verdict": "keep"}
    status, _, to = visitor.ask("POST", address, form)
    assert status == 303 and to == f"{item(visitor, id_)}#here" != f"{address}#here"


def test_sending_a_page_back_unchanged_changes_nothing(visitor: Visitor, folder: Path) -> None:
    """Kept as a draft with the values that it has, every file stays byte for byte, whatever the draft."""
    before = snapshot(folder)
    for id_ in ("development", "traffic", "grow", "parks", "bridge", ""):
        address = item(visitor, id_)
        assert visitor.ask("POST", address, {**visitor.form_of(address), "verdict": "keep"})[0] == 303
    assert snapshot(folder) == before


def test_no_record_of_the_district_changes_by_looking_at_it(tmp_path: Path) -> None:
    """Tasks with steps and sources of their own, ranges, tiers, relations: sent back unchanged, each stays as it is."""
    copytree(DISTRICT_DATA.parent, tmp_path, dirs_exist_ok=True)
    for file in [*tmp_path.glob("data/tasks/*/*.yml"), *tmp_path.glob("data/indicators/*/*.yml")]:
        text = file.read_text(encoding="utf-8").replace("\n- id: ", "\n- draft: true\n  id: ")
        file.write_text(text, encoding="utf-8")
    before = snapshot(tmp_path)
    review = Review(Session(tmp_path, load_contract(ROOT / "datapackage.json")))
    items = review.session.state().items
    for one in items:
        path = f"/item/{one.main.key}"
        form = fields_of(review.get(path, {}).content.decode()) | {"verdict": "keep"}
        assert review.post(path, {name: [text] for name, text in form.items()}).status == 303
    assert len(items) > 10 and snapshot(tmp_path) == before


def test_each_page_leads_to_the_ones_beside_it(visitor: Visitor) -> None:
    """The first one has none before it, the last one none behind it."""
    keys = [item(visitor, id_) for id_ in ("development", "traffic", "grow", "parks", "bridge", "")]
    pages = [LexborHTMLParser(visitor.get(key)[1]) for key in keys]
    for rel, beside in (("prev", ["", *keys[:-1]]), ("next", [*keys[1:], ""])):
        links = [page.css_first(f"a[rel={rel}]") for page in pages]
        assert [(link.attributes["href"] or "").partition("#")[0] if link else "" for link in links] == beside


def test_what_cannot_be_accepted_comes_back_as_it_was_entered(visitor: Visitor, folder: Path) -> None:
    """The findings stand above the form, and nothing is written."""
    before = snapshot(folder)
    address = item(visitor, "bridge")
    form = {**visitor.form_of(address), "value.0.summary": "修一座桥", "verdict": "accept"}
    status, html, _ = visitor.ask("POST", address, form)
    assert status == 200 and "还不能采用，什么都没有写" in html and "牵头单位数 1 不符。请改为单独牵头。" in html
    assert ">修一座桥</textarea>" in html and snapshot(folder) == before
    assert "data-entered" in html and "data-entered" not in visitor.get(address)[1], "it is not left without a question"


def test_a_doubt_is_answered_where_its_draft_is_accepted(visitor: Visitor, folder: Path) -> None:
    """With a reason it is not asked again, under the id that the record has then; without doubts nothing is asked."""
    edit(folder / "data" / TASKS, "title: 建设园区", "title: 扩大产业规模")
    assert "没有错的理由" not in visitor.get(item(visitor, "grow"))[1]
    address = item(visitor, "parks")
    html = visitor.get(address)[1]
    assert "和 grow 的一样" in html and "没有错的理由" in html
    form = {**visitor.form_of(address), "value.0.summary": "建几个园区", "value.0.id": "two-parks"}
    visitor.ask("POST", address, {**form, "reason.0": "文件里就是两项", "verdict": "accept"})
    written = (folder / "data/acknowledged.yml").read_text(encoding="utf-8")
    assert written.startswith(
        "- code: title-twice\n  record: two-parks\n  value: 扩大产业规模\n  reason: 文件里就是两项\n  on: "
    )
    findings = codes_of(folder)
    assert not {"title-twice", "acknowledged-needless"} & findings
    visitor.ask("POST", "/undo", {})
    assert not (folder / "data/acknowledged.yml").exists()


def codes_of(folder: Path) -> set[str]:
    """The codes of all findings of a ledger."""
    state = Session(folder, load_contract(ROOT / "datapackage.json")).state()
    return {f.code for f in [*state.ledger.findings(), *(f for r in state.records for f in r.findings)]}


def test_a_figure_can_be_left_out_while_its_clause_is_accepted(visitor: Visitor, folder: Path) -> None:
    """The box beside it takes its lines out in the same writing."""
    address = item(visitor, "grow")
    form = {**visitor.form_of(address), "value.0.summary": "把产业做大", "reject.1": "1", "verdict": "accept"}
    assert visitor.ask("POST", address, form)[0] == 303
    assert (folder / "data/indicators/five/01-industry.yml").read_text(encoding="utf-8") == ""


def test_before_something_goes_it_is_told_what(visitor: Visitor, folder: Path) -> None:
    """The page names all that would go; only the second answer takes it out."""
    before = snapshot(folder)
    address = item(visitor, "grow")
    status, html, _ = visitor.ask("POST", address, {**visitor.form_of(address), "verdict": "reject"})
    assert status == 200 and "真的不要吗" in html and "扩大产业规模" in html and "产值" in html
    assert snapshot(folder) == before
    status, _, to = visitor.ask("POST", address, {**visitor.form_of(address), "verdict": "reject", "sure": "1"})
    assert status == 303 and "已删去：扩大产业规模" in visitor.get(to)[1]
    assert "id: grow" not in (folder / "data" / TASKS).read_text(encoding="utf-8")


def test_the_last_step_is_taken_back(visitor: Visitor, folder: Path) -> None:
    """Accepted by mistake, or taken out: each step goes back to the bytes before it, and its draft is shown again."""
    before = snapshot(folder)
    assert "撤销上一步</button>" not in visitor.get(item(visitor, "grow"))[1]
    address = item(visitor, "grow")
    visitor.ask("POST", address, {**visitor.form_of(address), "value.0.summary": "把产业做大", "verdict": "accept"})
    accepted = snapshot(folder)
    (folder / "data/exclusions/doc-five.yml").rename(folder / "kept")
    away = item(visitor, "bridge")
    visitor.ask("POST", away, {**visitor.form_of(away), "verdict": "reject", "sure": "1"})
    assert (folder / "data/exclusions/doc-five.yml").is_file()
    assert visitor.ask("POST", "/undo", {})[2] == f"{away}#here"
    assert not (folder / "data/exclusions/doc-five.yml").exists()
    (folder / "kept").rename(folder / "data/exclusions/doc-five.yml")
    assert snapshot(folder) == accepted
    html = visitor.get(away)[1]
    assert "已撤销上一步" in html and "已核对 <strong>1</strong> / 6" in html and "撤销上一步</button>" in html
    assert visitor.ask("POST", "/undo", {})[2] == f"{address}#here"
    assert snapshot(folder) == before
    assert visitor.ask("POST", "/undo", {})[2] == "/"
    assert "没有可以撤销的" in visitor.get(address)[1]


def test_a_step_is_not_taken_back_over_what_was_changed_since(visitor: Visitor, folder: Path) -> None:
    """The file was edited by hand meanwhile: it stays, and the page says so."""
    address = item(visitor, "grow")
    visitor.ask("POST", address, {**visitor.form_of(address), "value.0.summary": "把产业做大", "verdict": "accept"})
    edit(folder / "data" / TASKS, "把产业做大", "把产业做强")
    before = snapshot(folder)
    assert visitor.ask("POST", "/undo", {})[2] == "/"
    assert "后来又改过，撤销不了" in visitor.get(item(visitor, "parks"))[1]
    assert snapshot(folder) == before


def test_a_unit_in_use_is_not_taken_out(visitor: Visitor, folder: Path) -> None:
    """The page says where it is named."""
    before = snapshot(folder)
    address = item(visitor, "traffic")
    html = visitor.ask("POST", address, {**visitor.form_of(address), "verdict": "reject", "sure": "1"})[1]
    assert "还有别处用着“区交通局”" in html and "data/tasks/five/01-industry.yml 第 31 行" in html
    assert snapshot(folder) == before


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


def test_simple_drafts_are_accepted_together(visitor: Visitor) -> None:
    """The list offers it for units and left-out numbers without a doubt."""
    html = visitor.get("/list")[1]
    assert "采用没有疑点的单位，1 条" in html and "采用没有疑点的不计入的数字，1 条" in html
    assert visitor.ask("POST", "/accept-all", {"of": "organizations"})[2] == "/list"
    assert "已采用 1 条" in visitor.get("/list")[1]
    assert visitor.ask("POST", "/accept-all", {"of": "tasks"})[2] == "/list"
    assert "已采用 0 条" in visitor.get("/list")[1]


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


@pytest.mark.parametrize("name", ["review.css", "review.js"])
def test_what_a_page_needs_comes_from_the_server_itself(name: str, visitor: Visitor) -> None:
    """Its style and its script, byte for byte."""
    status, content, _ = visitor.get(f"/{name}")
    file = ROOT / "generator/office/review/templates" / name
    assert status == 200 and content == file.read_text(encoding="utf-8")


def test_the_members_of_a_collective_are_entered_on_its_page(visitor: Visitor, folder: Path) -> None:
    """Without the text of the document nobody but the person knows where it names them."""
    (folder / "sources/doc-five.txt").unlink()
    units = folder / "data/organizations/departments.yml"
    collective = "\n- id: both\n  draft: true\n  name: 云澜区\n  kind: 统称\n"
    units.write_text(units.read_text(encoding="utf-8") + collective, encoding="utf-8")
    address = item(visitor, "both")
    form = visitor.form_of(address) | {"members.0.names": " 区发展局 ", "verdict": "accept"}
    assert "请填成员的“条款位置”" in visitor.ask("POST", address, form)[1]
    assert units.read_text(encoding="utf-8").endswith(collective)
    form |= {"members.0.locator": "附件"}
    assert visitor.ask("POST", address, form)[0] == 303
    told = units.read_text(encoding="utf-8").partition("name: 云澜区")[2]
    assert "- member: 区发展局\n" in told and "locator: 附件" in told


def test_what_was_ticked_is_accepted_together(visitor: Visitor, folder: Path) -> None:
    """A doubted unit has a box of its own in the list; a clause has none, and is not accepted there."""
    unit, task = (item(visitor, id_).removeprefix("/item/") for id_ in ("traffic", "parks"))
    html = visitor.get("/list")[1]
    assert f'name="ticked" value="{unit}"' in html and f'name="ticked" value="{task}"' not in html
    visitor.ask("POST", "/accept-all", {"ticked": unit})
    visitor.ask("POST", "/accept-all", {"ticked": task})
    data = folder / "data"
    assert "疑点" not in (data / "organizations/departments.yml").read_text(encoding="utf-8")
    assert (data / TASKS).read_text(encoding="utf-8") == DRAFTS[TASKS]
