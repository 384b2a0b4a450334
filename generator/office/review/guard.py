"""Who may ask: a browser on this machine that was opened with the printed address, and pages of ours alone."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from typing import Final

HOST: Final = "127.0.0.1"
LONGEST: Final = 512 * 1024
"""Bytes that a form may have; the form of a clause has some thousand."""

HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Headers of every answer: nothing but our own script and style runs, and no page of others holds ours."""


@dataclass(frozen=True, slots=True)
class Guard:
    """The address of a server, and the token that its visitors must know."""

    port: int
    token: str

    @property
    def host(self) -> str:
        """What a browser writes as the host."""
        return f"{HOST}:{self.port}"

    @property
    def address(self) -> str:
        """The address for the person at this machine."""
        return f"http://{self.host}/?token={self.token}"

    @property
    def cookie_name(self) -> str:
        """The name of the cookie: a browser sends cookies to all ports of a host."""
        return f"review-{self.port}"

    @property
    def cookie(self) -> str:
        """The header that gives the token to a browser."""
        return f"{self.cookie_name}={self.token}; HttpOnly; SameSite=Strict; Path=/"

    def is_token(self, text: str) -> bool:
        """Whether a text is the token."""
        return compare_digest(text.encode(), self.token.encode())

    def refusal(self, method: str, headers: Message) -> int | None:
        """The status with which a request is refused before anything is done; None for a good one."""
        if headers.get("Host", "") != self.host:
            return 421
        if headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            return 403
        if method == "POST" and headers.get("Origin", "") != f"http://{self.host}":
            return 403
        return None if self.is_token(self._sent(headers.get("Cookie", ""))) else 403

    def too_much(self, headers: Message) -> int | None:
        """The status with which a form is refused for its length; None for a good one."""
        length = headers.get("Content-Length", "")
        if not length.isdecimal() or not length.isascii() or "Transfer-Encoding" in headers:
            return 411
        return 413 if len(length) > len(str(LONGEST)) or int(length) > LONGEST else None

    def _sent(self, cookies: str) -> str:
        """The token in the cookies of a request."""
        try:
            found = SimpleCookie(cookies).get(self.cookie_name)
        except CookieError:
            return ""
        return found.value if found else ""
