"""Requests as browsers and others send them on one connection: each gets one answer, and hides no other one."""

from __future__ import annotations

import http.client
import socket

import pytest

from generator.office.review.server import ReviewServer
from tests.helpers.review_visitor import Visitor


def test_one_connection_serves_many_requests(visitor: Visitor) -> None:
    """A request for the head alone gets no content, and the next one is answered; so it is when the server ends."""
    connection = http.client.HTTPConnection("127.0.0.1", visitor.server.server_port, timeout=20)
    asked = []
    for method in ("HEAD", "GET", "HEAD"):
        connection.request(method, "/list", headers=visitor.headers)
        answer = connection.getresponse()
        asked.append((answer.status, answer.headers["Content-Length"], len(answer.read())))
    size = asked[1][2]
    assert asked == [(200, str(size), 0), (200, str(size), size), (200, str(size), 0)] and size > 1000
    visitor.server.shutdown()
    visitor.server.server_close()
    connection.request("GET", "/list", headers=visitor.headers)
    assert connection.getresponse().status == 200, "nobody waits for browsers that are open"
    connection.close()


@pytest.mark.parametrize(
    ("line", "headers", "status"),
    [
        ("POST /list HTTP/1.1", {"Origin": "http://evil.example"}, b"403"),
        ("POST /list HTTP/1.1", {"Content-Length": "x"}, b"411"),
        ("BREW /list HTTP/1.1", {}, b"400"),
    ],
)
def test_what_stands_behind_a_refused_request_is_no_request(
    line: str, headers: dict[str, str], status: bytes, visitor: Visitor
) -> None:
    """One answer, then the connection is closed: nobody hides a request in the content of another one."""
    hidden = "".join(f"{name}: {text}\r\n" for name, text in visitor.headers.items())
    hidden = f"GET /list HTTP/1.1\r\n{hidden}\r\n"
    own = visitor.headers | {"Content-Length": str(len(hidden))} | headers
    head = "".join(f"{name}: {text}\r\n" for name, text in own.items())
    with socket.create_connection(("127.0.0.1", visitor.server.server_port), timeout=20) as connection:
        connection.sendall(f"{line}\r\n{head}\r\n{hidden}".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 " + status) and answer.count(b"HTTP/1.1 ") == 1
    visitor.server.shutdown()
    visitor.server.server_close()
    again = ReviewServer(visitor.server.review, visitor.server.server_port)  # the port is free at once
    again.server_close()


@pytest.mark.parametrize(("fields", "status"), [(5000, 303), (5001, 400)])
def test_a_form_has_no_more_fields_than_a_page_could(fields: int, status: int, visitor: Visitor) -> None:
    """The same of an address."""
    form = {str(number): "" for number in range(fields)}
    assert visitor.ask("POST", "/undo", form)[0] == status
    assert visitor.get(f"/?{'a=1&' * (fields - 1)}a=1")[0] == status
