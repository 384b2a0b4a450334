"""What a browser asks a preview for: which requests are answered at all, and which file one means."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes, urlsplit

HOSTS = ("127.0.0.1", "localhost")
"""What this machine is called in the address of a preview."""
LONGEST = 2_000
"""Characters of the path of a file."""
LONGEST_NAME = 255
"""Bytes of one name in it: no system has a longer one."""

NOWHERE = "-preview/nowhere"
"""What is not there: asked for in the place of what cannot be there."""


class BadRequest(Exception):
    """A request that means no file, with the status that it is answered with."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


def check_host(hosts: list[str], port: int) -> None:
    """Refuse a request that was not sent to this machine: the name of some other site may lead here, whose scripts
    could then read every page. One that says twice where it was sent to is none. Raises BadRequest."""
    if len(hosts) > 1:
        raise BadRequest(400)
    host = hosts[0] if hosts else ""
    name, _, number = host.partition(":")
    if name not in HOSTS or (number or "80") != str(port):
        raise BadRequest(421)


def wanted_file(address: str) -> tuple[str, str]:
    """The path that an address means, from the root of the site and decoded, and the query. Raises BadRequest."""
    try:
        parts = urlsplit("/" + address.lstrip("/"))
        path = unquote_to_bytes(parts.path).decode()
    except ValueError as error:
        raise BadRequest(400) from error
    if not path.isprintable():
        raise BadRequest(400)
    names = path.split("/")
    too_long = len(path) > LONGEST or any(len(name.encode()) > LONGEST_NAME for name in names)
    if too_long or "\\" in path or any(name in (".", "..") for name in names):
        return NOWHERE, ""
    return path.lstrip("/"), parts.query
