"""A running preview, as a browser sees it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import ROOT
from tests.helpers.sites import edit

LIMIT = 60
"""Seconds that the preview may take for anything."""
NEWS = "-preview/news"


class Preview:
    """A running preview of a project, as a browser sees it."""

    def __init__(self, folder: Path, port: int, process: subprocess.Popen[bytes]) -> None:
        self.folder, self.process = folder, process
        self.address = f"http://127.0.0.1:{port}/"
        self.news = {"version": "", "words": ""}

    def get(self, path: str) -> tuple[int, bytes]:
        """The status and the content of an address."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=LIMIT) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def page(self, path: str, status: int = 200) -> str:
        """The text of a page."""
        found, content = self.get(path)
        assert found == status, content.decode()
        return content.decode()

    def hear(self) -> None:
        """Wait until pages, or the words about them, are others than before."""
        self.news = json.loads(self.get(f"{NEWS}?{urllib.parse.urlencode(self.news)}")[1])

    def renewed(self) -> None:
        """Wait for pages that are newer than the last ones; their checks perhaps go on."""
        known = self.news["version"]
        while self.news["version"] == known:
            self.hear()

    def settled(self) -> None:
        """Wait for newer pages and for the end of their checks."""
        self.renewed()
        while self.news["words"]:
            self.hear()

    def edits(self, name: str, old: str, new: str) -> None:
        """Change a file of the ledger and wait until it is shown."""
        edit(self.folder / "data" / name, old, new)
        self.settled()


def _heed_interrupts() -> None:
    """A shell that starts the tests in the background lets them, and all that they start, ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def preview(folder: Path, *command: str) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """Run a command that serves a project; gives its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    arguments = [sys.executable, *(part.format(port=port) for part in command)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    environment["PYTHONPATH"] = str(ROOT)
    with (folder.parent / "output.txt").open("wb") as output:
        process = subprocess.Popen(
            arguments,
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=output,
            preexec_fn=_heed_interrupts,  # noqa: PLW1509 it takes no lock
        )
    try:
        yield port, process
    finally:
        process.kill()
        process.communicate()


@contextmanager
def served(folder: Path) -> Iterator[Preview]:
    """The preview of ``make serve``, with its first pages; on a port that nobody else can take meanwhile."""
    with preview(folder, "-m", "generator", "serve", "--port", "0") as (_, process):
        assert process.stdout is not None
        said = re.match(r"预览在 http://127\.0\.0\.1:(\d+)/", process.stdout.readline().decode())
        assert said, (folder.parent / "output.txt").read_text(encoding="utf-8")
        site = Preview(folder, int(said[1]), process)
        site.settled()
        yield site
