"""Where readers report that a page is wrong: the address of the site's channel, which names the page by itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

from generator.ledger.reading.site_settings import PLACEHOLDER, SiteSettings

Channel = Callable[[str, str], str]
"""Path and title of a page → the address behind its link."""

OWN = "feedback/?record={id}&page={page}&version={version}"
"""Where the link leads when no channel is set: the page that says what to write."""
RESERVED = "!#$%&*+,/:;=?@[]~"
STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def channel(site: SiteSettings) -> Channel:
    """The addresses of one site; what its setting leaves unencoded is encoded once."""
    pieces = PLACEHOLDER.split(site.feedback or OWN)
    fixed = [quote(STRAY_PERCENT.sub("%25", text), safe=RESERVED) for text in pieces[::2]]
    names = pieces[1::2]
    origin = site.url if site.feedback else ""

    def address_of(path: str, title: str) -> str:
        values = {
            "id": record(path),
            "page": quote(f"{origin}{path}" or "./", safe="/:"),
            "version": site.version,
            "title": quote(title, safe="") if "title" in names else "",
        }
        address = fixed[0] + "".join(values[name] + text for name, text in zip(names, fixed[1:], strict=True))
        return address if site.feedback else "../" * path.count("/") + address

    return address_of


def record(path: str) -> str:
    """The id of the record that a page shows, or the name of the page: the last part of its address."""
    return path.rstrip("/").rpartition("/")[2] or "index"
