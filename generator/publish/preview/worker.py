"""One state of a previewed ledger, in a process of its own: read, shown, checked, and gone with all its memory."""

from __future__ import annotations

import logging
import mimetypes
import re
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from html import escape
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path

from generator.language import command_words
from generator.ledger.contract import BadContract
from generator.ledger.enums import Grade
from generator.ledger.reading.findings import Finding, count_drafts, those_of
from generator.pages.components.rows import indicator_row, task_row
from generator.publish.engine.log import LOG
from generator.publish.engine.previewed_site import MemoryBytecode, PreviewedSite
from generator.publish.engine.project import Project
from generator.publish.preview import preload
from generator.publish.preview.messages import HTML, Answer, Event, PreviewSettings, error_page
from generator.publish.site_content import BackgroundChecks, downloads
from generator.publish.site_writer import BuildStopped
from generator.support.child_process import CAN_FORK
from generator.support.files import refusal_in

PATIENCE = 0.15
"""Seconds that pages wait for the end of the checks, while rows of lists are made: a small ledger is never shown
unchecked."""
STEPS = 40
"""Rows that are made between two looks at the requests."""
SEARCH_FAILED = re.compile(rb'data-failed="[^"]*"')
"""What a search box says when it finds no index."""


class State:
    """A ledger that is shown, with its findings where it has any."""

    def __init__(self, settings: PreviewSettings) -> None:
        """Read the ledger and begin to check it."""
        self.checks = BackgroundChecks() if CAN_FORK else None
        self.watched: tuple[Path, ...] = (settings.config,)
        self._project: Project | None = None
        self._site: PreviewedSite | None = None
        self._unsettled: list[Finding] = []
        self._error = b""
        self._downloads: dict[str, Callable[[], bytes]] | None = None
        try:
            project = self._project = Project(settings.config, settings.options)
            self.watched += tuple(project.sources)
            bytecode = MemoryBytecode(preload.PAGES, preload.THEME)
            self._site = project.preview(settings.address, self.checks, bytecode)
        except (BuildStopped, BadContract) as stopped:
            self._error = error_page(str(stopped))
        except Exception as failure:  # whatever it is, the browser shows it
            self._error = _failed(failure)

    @property
    def receiver(self) -> Connection | None:
        """Where the end of the checks can be waited for; None when they are over."""
        return self.checks.receiver if self.checks else None

    @property
    def shows_findings(self) -> bool:
        """Whether there are findings instead of pages."""
        return self._site is not None and self._site.content is None

    def finish_checks(self) -> None:
        """Wait for the end of the checks; show what they found."""
        findings = self.checks.findings() if self.checks else []
        if self._site and those_of(Grade.FAULT, findings):
            self._site.show(findings)
        self._unsettled = those_of(Grade.DOUBT, findings)

    @property
    def doubts(self) -> str:
        """What is said beside the pages of values that look wrong, and of drafts."""
        content = self._site.content if self._site else None
        unsettled = (self._unsettled or content.checked.unsettled) if content else []
        doubts, drafts = those_of(Grade.DOUBT, unsettled), count_drafts(unsettled)
        told = [command_words.PREVIEW_DRAFTS.format(drafts=drafts)] if drafts else []
        if doubts:
            told.append(command_words.PREVIEW_DOUBTS.format(doubts=len(doubts), first=doubts[0]))
        return command_words.SENTENCES.join(told)

    def answer(self, path: str) -> Answer:
        """The answer to a request, whatever happens."""
        if self._site is None or self._project is None:
            return Answer(500, HTML, self._error)
        try:
            with self._project.errors_told():
                return self._answer(self._site, path)
        except BuildStopped as stopped:
            return Answer(500, HTML, error_page(str(stopped)))
        except Exception as failure:  # whatever it is, the browser shows it
            error = _failed(failure)
            self.finish_checks()
            return Answer(200, HTML, self._site.not_found()) if self.shows_findings else Answer(500, HTML, error)

    def _answer(self, site: PreviewedSite, path: str) -> Answer:
        name = f"{path}index.html" if not path or path.endswith("/") else path
        content = site.file(name) or self._download(site, name)
        if content is not None and name.endswith(".html"):
            words = escape(command_words.PREVIEW_NO_SEARCH).encode()
            return Answer(200, HTML, SEARCH_FAILED.sub(b'data-failed="%b"' % words, content))
        if content is not None:
            return Answer(200, mimetypes.guess_type(name)[0] or "application/octet-stream", content)
        if self.shows_findings:
            return Answer(200, HTML, site.not_found())
        if not path.endswith("/") and site.file(f"{path}/index.html") is not None:
            return Answer(302, f"/{path}/", b"")
        return Answer(404, HTML, site.not_found())

    def _download(self, site: PreviewedSite, name: str) -> bytes | None:
        """A download, made now; None where there is none."""
        if site.content is None or name.endswith(".html"):
            return None
        if self._downloads is None:
            self._downloads = {output.path: output.make for output in downloads(site.content)}
        return self._downloads[name]() if name in self._downloads else None

    def prepare(self) -> Iterator[None]:
        """Make the rows of lists, step by step: the first list that is asked for would wait for all of them."""
        content = self._site.content if self._site else None
        if content is None:
            return
        with suppress(Exception):  # rows that are not fit for it: the checks will say so
            for record in content.index.ledger.indicators:
                indicator_row(content.context, record)
                yield
            for task in content.index.ledger.tasks:
                task_row(content.context, task)
                yield


def _failed(error: Exception) -> bytes:
    """The page that says why something was not done: what the system refused, or else the report of Python."""
    refusal = refusal_in(error)
    if refusal and (reason := command_words.why_not_written(refusal)):
        return error_page(command_words.NOT_DONE.format(reason=reason))
    return error_page(command_words.PREVIEW_FAILED, "".join(traceback.format_exception(error)))


def show_state(settings: PreviewSettings, requests: Connection, events: Connection) -> None:
    """Show one state of the ledger until its requests end: the whole work of a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks ends this process
    LOG.setLevel(logging.ERROR)
    state = State(settings)
    steps = state.prepare()
    prepared = False
    end = time.monotonic() + PATIENCE
    while state.receiver and (left := end - time.monotonic()) > 0:
        prepared = prepared or not list(islice(steps, STEPS))
        if state.receiver.poll(left if prepared else 0):
            state.finish_checks()
    checking = state.receiver is not None
    events.send(Event(checking, changed=True, doubts=state.doubts, watched=state.watched))
    while True:
        receivers = [state.receiver] if state.receiver else []
        ready = wait([requests, *receivers], None if prepared else 0)
        prepared = prepared or (not ready and not list(islice(steps, STEPS)))
        if receivers and receivers[0] in ready:
            state.finish_checks()
        if requests in ready:
            try:
                path = requests.recv()
            except EOFError:
                return
            requests.send(state.answer(path))
        if checking and state.receiver is None:
            checking = False
            events.send(Event(checking, changed=state.shows_findings, doubts=state.doubts))
