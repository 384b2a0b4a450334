"""The preview shows an edit after it was saved, and what is wrong with a faulty one, wherever one looks."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT, project
from tests.helpers import ledger
from tests.helpers.sites import edit, unsearched

LIMIT = 30
"""Seconds that the preview may take for anything."""

COMMANDS = {
    "generator": ["-m", "generator", "serve", "--port", "{port}"],
    "mkdocs": ["-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:{port}"],
}
FAULT = ("validity: 有效", "validity: 有笑")
FOUND = ("data/documents.yml:6:13", "“有笑”不在可选范围", "台账有 1 处要改")
EVERYWHERE = ("", "indicators/output/", "tasks/grow/", "nowhere/at/all/")


class Preview:
    """A preview that runs, as a browser sees it."""

    def __init__(self, folder: Path, process: subprocess.Popen[bytes], port: int) -> None:
        self.folder, self.process, self.port = folder, process, port
        self.documents = folder / "data" / "documents.yml"

    def page(self, path: str) -> str:
        """The page at an address, also when its status says that there is none; empty while nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=LIMIT) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return error.read().decode()
        except OSError:
            return ""

    def shows(self, path: str, *words: str, never: str = "\0") -> None:
        """Wait until a page shows words, and not others; what was saved is saved again from time to time, since a
        watcher may begin to look only after the first save."""
        end, again = time.monotonic() + LIMIT, time.monotonic() + 3
        while True:
            found = self.page(path)
            if all(word in found for word in words) and never not in found:
                return
            assert self.process.poll() is None, f"the preview ended: {self.told()}"
            assert time.monotonic() < end, f"/{path} does not show {words}: {found[:2000]}\n{self.told()}"
            if time.monotonic() > again:
                os.utime(self.documents)
                again += 3
            time.sleep(0.05)

    def told(self) -> str:
        return (self.folder / "told.txt").read_text(encoding="utf-8")[-3000:]


@contextmanager
def preview(folder: Path, command: str) -> Iterator[Preview]:
    """Run a preview of a project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    arguments = [sys.executable, *(part.format(port=port) for part in COMMANDS[command])]
    temporary = folder / "temporary"
    temporary.mkdir()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(temporary), "PYTHONIOENCODING": "utf-8"}
    environment["PYTHONPATH"] = str(ROOT)  # the project's own folder "generator" holds its theme and no program
    with (folder / "told.txt").open("wb") as told:
        process = subprocess.Popen(arguments, cwd=folder, env=environment, stdout=told, stderr=subprocess.STDOUT)
    try:
        yield Preview(folder, process, port)
    finally:
        process.terminate()
        try:
            process.wait(LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with the small ledger."""
    (tmp_path / "project").mkdir()
    return unsearched(project(tmp_path / "project", ledger.write(tmp_path, ledger.LEDGER)))


def goes_wrong_and_right(site: Preview) -> None:
    """A faulty edit shows its findings at every address, mending it brings the pages back."""
    edit(site.documents, *FAULT)
    for path in EVERYWHERE:
        site.shows(path, *FOUND)
    edit(site.documents, FAULT[1], FAULT[0])
    site.shows("", "云澜区规划台账", never="要改")
    site.shows("indicators/output/", ">产值</h1>", never="要改")
    site.shows("nowhere/at/all/", "没有这个页面", never="要改")


def test_an_edit_is_shown_and_a_faulty_one_tells_what_is_wrong(small: Path) -> None:
    """While one edits: the page follows; a fault is told with file, line and Chinese words at the home page, at the
    page one looks at and at any other address; when it is mended the page is back. When one ends it nothing is left."""
    with preview(small, "generator") as site:
        site.shows("indicators/output/", ">产值</h1>", "410.5")
        old = "value: 410.5\n    value_text: 410.5亿元"
        edit(small / "data/disclosures/doc-2018.yml", old, old.replace("410.5", "412.25"))
        site.shows("indicators/output/", "412.25 亿元", never="410.5 亿元")
        site.shows("indicators/", "412.25\u00a0亿元")
        goes_wrong_and_right(site)
        site.shows("indicators/output/", "412.25 亿元")
        site.process.send_signal(signal.SIGINT)
        assert site.process.wait(LIMIT) == 0
        assert not (small / "site").exists(), "a preview never writes the site"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_preview_may_begin_with_a_faulty_ledger(small: Path, command: str) -> None:
    """The findings are shown from the first moment, and mending brings the site; bare MkDocs does the same."""
    edit(small / "data/documents.yml", *FAULT)
    with preview(small, command) as site:
        for path in EVERYWHERE:
            site.shows(path, *FOUND)
        edit(site.documents, FAULT[1], FAULT[0])
        site.shows("", "云澜区规划台账", never="要改")
        site.shows("indicators/output/", ">产值</h1>", never="要改")
        if command == "mkdocs":
            goes_wrong_and_right(site)


def test_a_preview_leaves_nothing_behind(small: Path) -> None:
    """When one ends the preview its temporary folders are gone."""
    with preview(small, "generator") as site:
        site.shows("", "云澜区规划台账")
        site.process.send_signal(signal.SIGINT)
        assert site.process.wait(LIMIT) == 0
    assert list((small / "temporary").glob("mkdocs_*")) == []
