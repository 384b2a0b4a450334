"""Who may ask the server of a review, and how long a form may be."""

from __future__ import annotations

from email.message import Message

import pytest

from generator.office.review.guard import Guard

GUARD = Guard(8123, "secret")
HOST, ORIGIN, COOKIE = "127.0.0.1:8123", "http://127.0.0.1:8123", "review-8123=secret"


def headers(**given: str) -> Message:
    """The headers of a request."""
    message = Message()
    for name, text in given.items():
        message[name.replace("_", "-")] = text
    return message


def test_what_a_person_and_a_browser_are_given() -> None:
    """The address holds the token; the cookie of this port does, and no script and no other site gets it."""
    assert GUARD.address == "http://127.0.0.1:8123/?token=secret"
    assert GUARD.cookie == "review-8123=secret; HttpOnly; SameSite=Strict; Path=/"
    assert [GUARD.is_token(text) for text in ("secret", "secre", "secret ", "", "密")] == [True, *[False] * 4]


@pytest.mark.parametrize(
    ("method", "given", "status"),
    [
        ("GET", {"Host": HOST, "Cookie": COOKIE}, None),
        ("GET", {"Host": HOST, "Cookie": f"other=1; {COOKIE}"}, None),
        ("GET", {"Host": HOST, "Cookie": COOKIE, "Sec_Fetch_Site": "same-origin"}, None),
        ("GET", {"Host": HOST, "Cookie": COOKIE, "Sec_Fetch_Site": "none"}, None),
        ("GET", {"Host": HOST, "Cookie": COOKIE, "Sec_Fetch_Site": "same-site"}, 403),
        ("GET", {"Host": HOST, "Cookie": COOKIE, "Sec_Fetch_Site": "cross-site"}, 403),
        ("GET", {"Host": HOST, "Cookie": COOKIE, "Origin": "http://evil.example"}, None),
        ("GET", {"Host": HOST}, 403),
        ("GET", {"Host": HOST, "Cookie": "review-8124=secret"}, 403),
        ("GET", {"Host": HOST, "Cookie": "review-8123="}, 403),
        ("GET", {"Host": HOST, "Cookie": f"a/b=1; {COOKIE}"}, 403),
        ("GET", {"Host": "127.0.0.1", "Cookie": COOKIE}, 421),
        ("GET", {"Cookie": COOKIE}, 421),
        ("POST", {"Host": HOST, "Cookie": COOKIE, "Origin": ORIGIN}, None),
        ("POST", {"Host": HOST, "Cookie": COOKIE, "Origin": ORIGIN, "Sec_Fetch_Site": "cross-site"}, 403),
        ("POST", {"Host": HOST, "Cookie": COOKIE, "Origin": "http://127.0.0.1:8124"}, 403),
        ("POST", {"Host": HOST, "Cookie": COOKIE}, 403),
        ("POST", {"Host": HOST, "Origin": ORIGIN}, 403),
        ("POST", {"Host": "evil.example", "Cookie": COOKIE, "Origin": ORIGIN}, 421),
    ],
)
def test_who_is_refused(method: str, given: dict[str, str], status: int | None) -> None:
    """Another host, another origin, another token; a cookie that is none is no fault of the program."""
    assert GUARD.refusal(method, headers(**given)) == status


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"Content_Length": "0"}, None),
        ({"Content_Length": str(512 * 1024)}, None),
        ({"Content_Length": str(512 * 1024 + 1)}, 413),
        ({"Content_Length": "9" * 5000}, 413),
        ({}, 411),
        ({"Content_Length": "-1"}, 411),
        ({"Content_Length": "1.5"}, 411),
        ({"Content_Length": "１２"}, 411),
        ({"Content_Length": "12", "Transfer_Encoding": "chunked"}, 411),
    ],
)
def test_how_long_a_form_may_be(given: dict[str, str], status: int | None) -> None:
    """As long as the longest one, and its length is known before it is read."""
    assert GUARD.too_much(headers(**given)) == status
