"""Chromium for tests of the search and for the bench: a page, its scripts, the keys that a reader presses."""

from __future__ import annotations

import fcntl
import json
import os
import select
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from tests.browsing import CHROMIUM, hosted

__all__ = ["CHROMIUM", "Browser", "first_three", "served"]

PATIENCE = 60
"""Seconds without a word from the browser after which a test gives up."""

FIRST_THREE = """(async () => {
  const {open} = await import(new URL("assets/find.js", location.origin + "/%s/"));
  const search = await open(new URL("/%s/", location.origin));
  const found = [];
  for (const query of %s) {
    const pages = await (await search(query)).next();
    found.push(pages.slice(0, 3).map(p => [p.kind, p.title]));
  }
  return found;
})()"""


class Browser:
    """Chromium, spoken to through the pipe that it offers for tests."""

    def __enter__(self) -> Self:
        assert CHROMIUM, "Chromium is missing: CI must install it"
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        read, self.commands = os.pipe()
        self.answers, write = os.pipe()
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (read, write)]  # clear of 3 and 4, where they must go
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        command = [CHROMIUM, *options, f"--user-data-dir={self.profile.name}", "--remote-debugging-pipe"]
        shell = ["bash", "-c", 'exec "${@:3}" 3<&"$1" 4>&"$2"', "bash", *map(str, ends)]
        self.process = subprocess.Popen([*shell, *command], pass_fds=ends, stderr=subprocess.DEVNULL)
        for end in (read, write, *ends):
            os.close(end)
        self.number, self.session, self.rest = 0, "", b""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait()
        os.close(self.commands)
        os.close(self.answers)
        self.profile.cleanup()

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.answers], [], [], PATIENCE)
            some = os.read(self.answers, 1 << 16) if ready else b""
            assert some, "the browser ended, or what was waited for does not come"
            self.rest += some
        message, _, self.rest = self.rest.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def call(self, method: str, **values: object) -> dict[str, Any]:
        """Send a command and wait for its answer; what else the browser tells meanwhile is passed over."""
        self.number += 1
        session = {"sessionId": self.session} if self.session else {}
        command = {"id": self.number, "method": method, "params": values, **session}
        os.write(self.commands, json.dumps(command).encode() + b"\0")
        while (answer := self._message()).get("id") != self.number:
            pass
        assert "error" not in answer, (method, answer)
        result: dict[str, Any] = answer["result"]
        return result

    def go(self, url: str) -> None:
        """Open a page and wait until it is loaded."""
        self.call("Page.navigate", url=url)
        while self._message().get("method") != "Page.loadEventFired":
            pass

    def value(self, script: str) -> Any:
        """What a script comes to, after its promises."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """Press and release a key: a single character also types itself."""
        text = {"text": "\r" if key == "Enter" else key} if len(key) == 1 or key == "Enter" else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def type(self, text: str) -> None:
        self.call("Input.insertText", text=text)


@contextmanager
def served(site: Path, _: Path) -> Iterator[str]:
    """A site's address in a folder of a server."""
    with hosted(site) as address:
        yield address


def first_three(browser: Browser, queries: list[str]) -> list[list[list[str]]]:
    """Kind and title of the first three pages of each query, from the modules that the box uses."""
    found: list[list[list[str]]] = browser.value(FIRST_THREE % ("sub", "sub", json.dumps(queries)))
    return found
