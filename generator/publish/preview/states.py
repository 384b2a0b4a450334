"""The states of a previewed ledger: which one is shown, which one is being read, and when the next one begins."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

from watchfiles import watch

from generator.language import command_words
from generator.publish.preview.messages import HTML, Answer, Event, PreviewSettings, error_page

QUIET = 10
"""Milliseconds without a change after which an editor has written what it saves."""
FIRST = 2.0
"""Seconds that a browser waits for the first state before it is told that the ledger is being read."""


def _context() -> ForkServerContext | SpawnContext:
    """How the process of a state starts: as a copy of one that has imported everything, where the system can copy."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["generator.publish.preview.worker"])
    return context


def _show(settings: PreviewSettings, requests: Connection, events: Connection) -> None:
    """The work of the process of a state. Only there is imported what it takes."""
    from generator.publish.preview.worker import show_state  # noqa: PLC0415 see above

    show_state(settings, requests, events)


class StateProcess:
    """The process of one state, and the line to it."""

    def __init__(self, number: int, settings: PreviewSettings) -> None:
        """Start it."""
        context = _context()
        self.number = number
        self.line, requests = context.Pipe()
        self.events, events = context.Pipe(duplex=False)
        self._asking = threading.Lock()
        self._process = context.Process(target=_show, args=(settings, requests, events))
        self._process.start()
        for end in (requests, events):  # the process has them now; only it can close them
            end.close()

    def ask(self, path: str) -> Answer:
        """The answer to one request after the other. Raises EOFError or OSError when the process is gone."""
        with self._asking:
            self.line.send(path)
            answer: Answer = self.line.recv()
            return answer

    def stop(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()


class Preview:
    """A previewed ledger: each change of its files begins a new state, which is shown as soon as it is read."""

    def __init__(self, settings: PreviewSettings) -> None:
        """Begin with the first state."""
        self._settings = settings
        self._changed = threading.Condition()
        self._number = 0
        self._shown: StateProcess | None = None
        self._next: StateProcess | None = None
        self._checking, self._doubts = False, ""
        self._died = False
        self._version = ""
        self._watched: frozenset[Path] = frozenset()
        self._watching = threading.Event()
        self.begin_state()

    def begin_state(self) -> None:
        """Read the ledger anew; a state that is not read yet is given up."""
        with self._changed:
            if self._next:
                self._next.stop()
            self._number += 1
            self._died = False
            self._next = StateProcess(self._number, self._settings)
            threading.Thread(target=self._listen, args=(self._next,), daemon=True).start()
            self._changed.notify_all()

    def _listen(self, state: StateProcess) -> None:
        """Take what a state says of itself until it ends."""
        with suppress(EOFError, OSError):
            while True:
                event: Event = state.events.recv()
                with self._changed:
                    self._take(state, event)
                    self._changed.notify_all()
        with self._changed:
            if state is self._next:  # it ended before it could show anything; what is shown stays
                self._next, self._died = None, True
                self._watch(self._settings.inputs)
                self._changed.notify_all()

    def _take(self, state: StateProcess, event: Event) -> None:
        if event.watched:
            self._watch(event.watched)
        if state is self._next:
            if self._shown:
                self._shown.stop()
            self._shown, self._next = state, None
        if state is self._shown:
            self._checking, self._doubts = event.checking, event.doubts
            if event.changed:
                self._version = f"{state.number}{'' if event.checking else '.'}"

    # -- what browsers ask for

    def ask(self, path: str) -> Answer:
        """The answer to a request."""
        with self._changed:
            self._changed.wait_for(lambda: self._shown or self._died, FIRST)
            state, died = self._shown, self._died
        if state is None and died:
            return Answer(500, HTML, error_page(command_words.PREVIEW_DIED))
        if state is None:
            return Answer(503, HTML, error_page(command_words.PREVIEW_READING))
        try:
            return state.ask(path)
        except (EOFError, OSError):
            with self._changed:
                if self._shown is not state:  # a new one took its place just now
                    return self.ask(path)
            return Answer(500, HTML, error_page(command_words.PREVIEW_DIED))

    def wait_for_news(self, version: str, words: str, seconds: float) -> tuple[str, str]:
        """The version of the pages and the words about them, as soon as they differ from what a browser has."""
        with self._changed:
            self._changed.wait_for(lambda: (self._version, self._words()) != (version, words), seconds)
            return self._version, self._words()

    @property
    def version(self) -> str:
        """A name for the pages as they are now."""
        return self._version

    def _words(self) -> str:
        if self._next and self._shown:
            return command_words.PREVIEW_READING
        if self._died:
            return command_words.PREVIEW_DIED
        return command_words.PREVIEW_CHECKING if self._checking else self._doubts

    # -- what is watched

    def _watch(self, paths: Iterable[Path]) -> None:
        """Watch files and folders, and nothing else from now on."""
        wanted = frozenset(path.resolve() for path in paths if path.exists())
        if wanted != self._watched:
            self._watched = wanted
            self._watching.set()
            self._watching = threading.Event()
            threading.Thread(target=self._begin_at_changes, args=(wanted, self._watching), daemon=True).start()

    def _begin_at_changes(self, paths: frozenset[Path], end: threading.Event) -> None:
        for _ in watch(*paths, step=QUIET, debounce=10 * QUIET, stop_event=end, raise_interrupt=False):
            self.begin_state()

    def stop(self) -> None:
        """End all that goes on."""
        self._watching.set()
        for state in (self._shown, self._next):
            if state:
                state.stop()
