"""The server of a review: a browser on this machine asks for pages, and sends what a person decided."""

from __future__ import annotations

import os
import secrets
import threading
import traceback
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import parse_qs, urlsplit

from generator.language.office import review_words
from generator.office.review import forms, views
from generator.office.review.decisions import Answer, refused
from generator.office.review.guard import HEADERS, HOST, Guard

FILES: Final = {"/review.js": "text/javascript; charset=utf-8", "/review.css": "text/css; charset=utf-8"}
MOST_FIELDS: Final = 5000
PATIENCE: Final = 30
"""Seconds that a browser may take to send a request."""


class Reviewed(Protocol):
    """What is reviewed: drafts, or a round."""

    def get(self, path: str, query: forms.Form) -> Answer:
        """A page. Nothing is written."""

    def post(self, path: str, form: forms.Form) -> Answer:
        """Write what a person decided."""


class ReviewServer(ThreadingHTTPServer):
    """A server with the review that it shows. Raises OSError where the port is taken."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"
    """Windows would let two programs share one port."""

    def __init__(self, review: Reviewed, port: int) -> None:
        super().__init__((HOST, port), Handler)
        self.review = review
        self.guard = Guard(self.server_port, secrets.token_urlsafe(24))
        self.one_at_a_time = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    """Answers one browser."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "review", ""
    timeout = PATIENCE
    server: ReviewServer

    def do_GET(self) -> None:
        """A page, the script or the style; or the cookie for whoever has the token."""
        try:
            address = urlsplit(self.path)
            query = parse_qs(address.query, max_num_fields=MOST_FIELDS)
        except ValueError:
            self._send(refused(400))
            return
        guard = self.server.guard
        if address.path == "/" and self._is_here() and guard.is_token(forms.first(query, "token")):
            self._send(Answer(200, views.page("enter.html", place=""), headers={"Set-Cookie": guard.cookie}))
        elif (status := guard.refusal("GET", self.headers)) is not None:
            self._send(refused(status))
        elif address.path in FILES:
            content = Path(__file__).with_name("templates").joinpath(address.path[1:]).read_bytes()
            self._send(Answer(200, content, FILES[address.path]))
        else:
            self._answer(lambda: self.server.review.get(address.path, query))

    do_HEAD = do_GET  # noqa: N815 its name there

    def do_POST(self) -> None:
        """Write what a person decided."""
        guard = self.server.guard
        status = guard.refusal("POST", self.headers) or guard.too_much(self.headers)
        if status is not None:
            self.close_connection = True  # nobody reads what comes
            self._send(refused(status))
            return
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            path = urlsplit(self.path).path
            form = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
        except ValueError:
            self._send(refused(400))
            return
        self._answer(lambda: self.server.review.post(path, form))

    def _is_here(self) -> bool:
        return self.headers.get("Host", "") == self.server.guard.host

    def _answer(self, make: Callable[[], Answer]) -> None:
        """Send what is made, one request at a time, whatever happens."""
        with self.server.one_at_a_time:
            try:
                answer = make()
            except Exception:  # whatever it is, the browser shows it
                words = {"message": review_words.REFUSED[500], "details": traceback.format_exc(), "place": ""}
                answer = Answer(500, views.page("refused.html", **words))
        self._send(answer)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.content)))
        for name, text in {**HEADERS, **answer.headers}.items():
            self.send_header(name, text)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A request that is none: say so as everything else is said."""
        self.close_connection = True
        self._send(refused(code if code in review_words.REFUSED else 400))

    def log_message(self, format: str, *arguments: object) -> None:
        """Requests are not logged."""
