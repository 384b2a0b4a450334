"""A person at this machine who looks through drafts in a browser."""

from __future__ import annotations

import http.client
from urllib.parse import urlencode

from selectolax.lexbor import LexborHTMLParser

from generator.office.review.decisions import Review
from generator.office.review.server import ReviewServer


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


def item(visitor: Visitor, id_: str) -> str:
    """The address of the item of a draft."""
    assert isinstance(visitor.server.review, Review)
    items = visitor.server.review.session.state().items
    return next(f"/item/{one.main.key}" for one in items if one.main.row["id"] == id_)
