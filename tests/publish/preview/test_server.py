"""While one edits, the browser shows it: pages, findings and downloads are made when they are asked for."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.language import command_words
from generator.publish.preview.messages import PreviewSettings
from generator.publish.preview.states import Preview as StatedPreview
from generator.publish.site_content import BuildOptions
from tests.conftest import ROOT, project
from tests.helpers import ledger
from tests.helpers.git import commit_all
from tests.helpers.previewing import LIMIT, Preview, preview, served
from tests.helpers.sites import edit, times, unsearched

FAULT = ("validity: 有效", "validity: 有笑")
FINDING = ("data/documents.yml:6:13", "“有笑”不在可选范围", "台账有 1 处要改")
VALUE = "value: 410.5\n    value_text: 410.5亿元"


def small(root: Path) -> Path:
    """A project with the small ledger."""
    (root / "project").mkdir()
    return unsearched(project(root / "project", ledger.write(root, ledger.LEDGER)))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One preview for all tests that put back what they change."""
    folder = small(tmp_path_factory.mktemp("preview"))
    commit_all(folder, "begin")  # without a history nobody knows whether anything was released
    with served(folder) as site:
        yield site


def test_pages_of_all_sorts_are_shown(site: Preview) -> None:
    """Generated and hand-written pages, scripts of the site and of the theme, the map for machines."""
    assert "<h1" in site.page("") and "云澜区规划台账" in site.page("")
    assert ">产值</h1>" in site.page("indicators/output/")
    assert "410.5\u00a0亿元" in site.page("indicators/")
    assert "<h1" in site.page("about/")
    for name in ("assets/ledger.css", "assets/search.js", "assets/images/favicon.png", "sitemap.xml"):
        assert site.get(name)[0] == 200, name
    style = site.page("").partition('<link rel="stylesheet" href="')[2].partition('"')[0]
    assert style.startswith("assets/stylesheets/main.") and site.get(style)[0] == 200


def test_whoever_edits_sees_the_file_of_a_record(site: Preview) -> None:
    """Its name and hints of what to do stand in the preview; no public page has them."""
    assert "<code>data/indicators/five/01-industry.yml</code>" in site.page("indicators/output/")
    assert "python -m generator release --check" in site.page("releases/")


def test_an_address_that_is_not_there(site: Preview) -> None:
    """It is said in Chinese at any depth; nothing outside of the site is shown."""
    assert "没有这个页面" in site.page("nowhere/at/all/", 404)
    assert "没有这个页面" in site.page("../../data/site.yml", 404)
    assert "没有这个页面" in site.page("indicators/nobody.csv", 404)
    assert ">产值</h1>" in site.page("indicators/output"), "an address without its last sign leads to the page"


def asked(site: Preview, request: str, host: str = "") -> tuple[int, str]:
    """Status and text of the answer to a request that no browser would write."""
    address = urllib.parse.urlsplit(site.address)
    with socket.create_connection((address.hostname, address.port or 80), LIMIT) as line:
        head = f"GET {request} HTTP/1.1\r\nHost: {host or address.netloc}\r\nConnection: close\r\n\r\n"
        line.sendall(head.encode("latin-1"))
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    head, _, body = answer.decode(errors="replace").partition("\r\n\r\n")
    return int(head.split()[1]), body


@pytest.mark.parametrize(
    ("request_", "status", "words"),
    [
        ("/%00", 400, "网址写得不对"),
        ("/a%0Ab/", 400, "网址写得不对"),
        ("/%ff%fe/", 400, "网址写得不对"),
        ("/%C0%AE%C0%AE/", 400, "网址写得不对"),
        ("http://[/", 404, "没有这个页面"),
        ("//[/", 404, "没有这个页面"),
        ("/..%2f..%2fdata/site.yml", 404, "没有这个页面"),
        ("/%2e%2e/data/site.yml", 404, "没有这个页面"),
        ("/..%5cdata%5csite.yml", 404, "没有这个页面"),
        ("//etc/passwd", 404, "没有这个页面"),
        (f"/{'a' * 300}", 404, "没有这个页面"),
        (f"/{'a/' * 5000}", 404, "没有这个页面"),
        ("/*", 404, "没有这个页面"),
        ("/%E4%BA%91", 404, "没有这个页面"),
    ],
)
def test_odd_addresses_are_answered(site: Preview, request_: str, status: int, words: str) -> None:
    """No address fails inside of the program: what means no file is told, or is not there."""
    found, text = asked(site, request_)
    assert (found, words in text, "Traceback" in text) == (status, True, False), text[:300]
    assert ">产值</h1>" in site.page("indicators/output/")


def test_only_this_machine_is_answered(site: Preview) -> None:
    """A page of some other site, whose name was made to lead here, reads nothing; both names of this machine do."""
    port = urllib.parse.urlsplit(site.address).port
    for host in ("evil.example", f"evil.example:{port}", f"127.0.0.1.evil.example:{port}", "127.0.0.1:1", "127.0.0.1"):
        found, text = asked(site, "/indicators/output/", host)
        assert found == 421 and "产值" not in text and "预览只给本机看" in text, host
        assert asked(site, "/-preview/news", host)[0] == 421
    assert asked(site, "/indicators/output/", f"localhost:{port}")[0] == 200


@pytest.mark.parametrize(
    ("request_", "status", "words"),
    [
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example\r\n\r\n", 400, "网址写得不对"),
        ("POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 0\r\n\r\n", 501, "预览只给看"),
        ("GET /" + "a" * 70_000 + " HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n", 414, "网址太长"),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX: " + "a" * 70_000 + "\r\n\r\n", 431, "请求太长"),
    ],
)
def test_what_is_refused_is_told_in_chinese(site: Preview, request_: str, status: int, words: str) -> None:
    """Also what the server refuses before it looks at the address; two hosts are none."""
    port = urllib.parse.urlsplit(site.address).port
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(request_.format(port=port).encode())
        answer = b"".join(iter(lambda: connection.recv(65_536), b"")).decode()
    assert answer.startswith(f"HTTP/1.1 {status} ")
    assert words in answer and "<title>Error" not in answer


def test_an_edit_is_shown(site: Preview) -> None:
    """On the page of the record and in lists."""
    site.edits("disclosures/doc-2018.yml", VALUE, VALUE.replace("410.5", "412.25"))
    page = site.page("indicators/output/")
    assert "412.25 亿元" in page and "410.5 亿元" not in page
    assert "412.25\u00a0亿元" in site.page("indicators/")
    site.edits("disclosures/doc-2018.yml", VALUE.replace("410.5", "412.25"), VALUE)
    assert "410.5 亿元" in site.page("indicators/output/")


def test_findings_are_shown_everywhere_and_go(site: Preview) -> None:
    """At home, at any page, at an address that is not there; another fault shows the other; mended, pages are back."""
    site.edits("documents.yml", *FAULT)
    for path in ("", "indicators/output/", "about/", "nowhere/at/all/"):
        page = site.page(path)
        assert all(words in page for words in FINDING), path
    site.edits("documents.yml", FAULT[1], "validity: 有哭")
    assert "“有哭”不在可选范围" in site.page("tasks/")
    site.edits("documents.yml", "validity: 有哭", FAULT[0])
    assert ">产值</h1>" in site.page("indicators/output/")
    assert "没有这个页面" in site.page("nowhere/at/all/", 404)


@pytest.mark.parametrize(
    ("old", "new"),
    [("validity: 有效", "validity 有效"), ("name: 云澜区规划台账", "nmae: 甲"), ("section: s1\n", "section: nobody\n")],
    ids=["not YAML", "no settings", "a record that is not there"],
)
def test_faults_that_leave_nothing_to_show(site: Preview, old: str, new: str) -> None:
    """Rows that no page can be made of show findings and no error of the program."""
    files = sorted((site.folder / "data").rglob("*.yml"))
    path = next(file for file in files if old in file.read_text(encoding="utf-8"))
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace(old, new), encoding="utf-8")
    site.settled()
    page = site.page("indicators/output/")
    assert "要改" in page and path.relative_to(site.folder).as_posix() in page and "Traceback" not in page
    path.write_text(before, encoding="utf-8")
    site.settled()
    assert ">产值</h1>" in site.page("indicators/output/")


def test_a_new_record_has_its_page_and_its_row(site: Preview) -> None:
    """A town that was just written is there, in the list and in the table; taken away, it is gone."""
    town = "\n- id: moon\n  name: 映月镇\n  kind: 镇\n"
    path = site.folder / "data/organizations/towns.yml"
    before = path.read_text(encoding="utf-8")
    path.write_text(before + town, encoding="utf-8")
    site.settled()
    assert ">映月镇</h1>" in site.page("towns/moon/") and "映月镇" in site.page("towns/")
    assert b"moon" in site.get("data/organizations.csv")[1]
    path.write_text(before, encoding="utf-8")
    site.settled()
    assert "没有这个页面" in site.page("towns/moon/", 404)


def test_downloads_are_made_when_they_are_asked_for(site: Preview) -> None:
    """Tables, the package, the workbook, the database and the feed."""
    assert json.loads(site.get("datapackage.json")[1])["resources"]
    assert site.get("data/yunlan-ledger.xlsx")[1].startswith(b"PK")
    assert site.get("data/yunlan-ledger.sqlite")[1].startswith(b"SQLite format 3")
    for name in ("data/indicators.csv", "data/indicators.json", "data/yunlan-ledger.zip", "robots.txt"):
        assert site.get(name)[0] == 200, name


def test_a_page_that_was_just_written_in_docs_is_shown(site: Preview) -> None:
    """Hand-written pages follow, too, and are in the navigation."""
    extra = site.folder / "docs" / "extra.md"
    extra.write_text("# 另一页\n\n写给大家。\n", encoding="utf-8")
    site.settled()
    assert "写给大家" in site.page("extra/") and 'href="../extra/"' in site.page("about/")
    extra.unlink()
    site.settled()
    assert "没有这个页面" in site.page("extra/", 404)


def test_the_search_box_says_that_there_is_no_search(site: Preview) -> None:
    """An index takes as long as all the rest: the box says when there will be one."""
    for path in ("", "search/", "indicators/output/"):
        page = site.page(path)
        assert "预览里没有搜索" in page and "搜索没有装入" not in page, path
    assert site.get("pagefind/pagefind.js")[0] == 404


def test_settings_that_are_wrong_are_shown(site: Preview) -> None:
    """A fault in mkdocs.yml is told in the browser; mended, the pages are back."""
    edit(site.folder / "mkdocs.yml", "theme:\n", "theme: {\n")
    site.settled()
    assert "mkdocs.yml 有误" in site.page("", 500)
    edit(site.folder / "mkdocs.yml", "theme: {\n", "theme:\n")
    site.settled()
    assert ">产值</h1>" in site.page("indicators/output/")


def test_a_state_that_dies_at_once_is_told(tmp_path: Path) -> None:
    """Where the process that reads the ledger is gone before it shows anything, no page is waited for; the next change
    begins anew. What is shown already stays when that happens to a later one."""
    settings = PreviewSettings(small(tmp_path) / "mkdocs.yml", BuildOptions(), "http://127.0.0.1:1/")
    site = StatedPreview(settings)
    try:
        assert site._next is not None
        site._next.stop()
        _, words = site.wait_for_news("", "", LIMIT)
        answer = site.ask("")
        assert words == command_words.PREVIEW_DIED
        assert answer.status == 500 and command_words.PREVIEW_DIED in answer.content.decode()
        edit(settings.config.parent / "data/documents.yml", "validity: 有效", "validity: 有效 ")
        version = ""
        while not version:
            version, words = site.wait_for_news(version, words, LIMIT)
        assert site.ask("").status == 200
    finally:
        site.stop()


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of its own for temporary files, with a short name: an address of a socket has 107 bytes."""
    with TemporaryDirectory(dir="/tmp") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        yield Path(folder)


def test_nothing_is_written_and_nothing_stays(tmp_path: Path, temporary: Path) -> None:
    """Neither a site nor a cache; ended with Ctrl-C, the preview leaves no file and no process."""
    folder = small(tmp_path)
    before = times(folder)
    with served(folder) as site:
        for path in ("", "indicators/output/", "data/indicators.csv", "about/", "nowhere/"):
            site.get(path)
        assert times(folder) == before
        site.process.send_signal(signal.SIGINT)
        rest, _ = site.process.communicate(timeout=LIMIT)
    assert (site.process.returncode, rest.decode().strip()) == (0, "预览结束")
    assert times(folder) == before
    assert list(temporary.iterdir()) == []
    assert (tmp_path / "output.txt").read_text(encoding="utf-8") == ""


def test_a_port_that_is_taken_is_told() -> None:
    """In one Chinese sentence with another port."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "generator", "serve", "--port", str(port)]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
    assert run.returncode == 1
    assert f"端口 {port} 已被占用" in run.stderr and "Traceback" not in run.stderr


def test_mkdocs_itself_shows_edits_and_findings(tmp_path: Path) -> None:
    """``mkdocs serve`` works the ordinary way, also when it begins with a faulty ledger."""
    folder = small(tmp_path)
    edit(folder / "data/documents.yml", *FAULT)
    with preview(folder, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:{port}") as (port, process):
        site = Preview(folder, port, process)
        while process.poll() is None:
            try:
                page = site.page("")
                break
            except urllib.error.URLError:
                continue
        assert all(words in page for words in FINDING)
        edit(folder / "data/documents.yml", FAULT[1], FAULT[0])
        epoch = page.partition("livereload(")[2].partition(",")[0]
        assert int(site.page(f"livereload/{epoch}/1")) > int(epoch)
        assert ">产值</h1>" in site.page("indicators/output/")
    assert not (folder / "site").exists()
