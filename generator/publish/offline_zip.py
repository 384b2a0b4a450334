"""The whole site as one zip that opens from a folder of the reader's own machine, without a server.

A browser that opens a file shows no ``index.html`` for a folder, runs no module and reads no file beside the page: so
links to folders lead to their pages, and the search stays behind. Addresses on other hosts are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.publish.policy.content_policy import from_disk
from generator.support.zip_files import to_zip

LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""Files for servers and machines: their addresses begin at a host."""
LEFT_OUT_FOLDERS = ("pagefind/", "search/")
ONLINE = re.compile(rb"<!--online-->.*?<!--/online-->", re.DOTALL)
"""Parts of a page that are of no use without a server, between marks that the theme writes."""
SCRIPTS = re.compile(
    rb'<script\b(?=[^>]*(?:\stype="?module\b|\ssrc="[^"]*assets/(?:search|search-page|find)\.js(?:\?[^"]*)?"))[^>]*>\s*</script>'
)
"""Scripts that a browser does not run from a folder, and those that ask for the index of the search."""
TO_MAP = re.compile(rb'<a\b[^>]*\shref="[^"]*sitemap\.xml"[^>]*>(.*?)</a>')
LINK = re.compile(rb'(<(?:a|area|link|form|iframe)\b[^>]*?\s(?:xlink:href|href|action|src)=")([^"]*)"')
ELSEWHERE = re.compile(rb"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#|\?|$")
"""How a link begins that stays as it is: with a scheme or a host, or without any path."""
PATH = re.compile(rb"[^?#]*")
PAGE = b"index.html"


def archive(site: Path) -> bytes:
    """A built site as a zip: the same site gives the same bytes."""
    return to_zip(members(site))


def members(site: Path) -> Iterator[tuple[str, bytes]]:
    """The files of the zip in the order of their names."""
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    for name in names:
        if name in LEFT_OUT or name.startswith(LEFT_OUT_FOLDERS):
            continue
        content = (site / name).read_bytes()
        yield name, rewritten(content) if name.endswith(".html") else content


def rewritten(page: bytes) -> bytes:
    """A page whose links lead to files, without what needs a server."""
    page = from_disk(SCRIPTS.sub(b"", ONLINE.sub(b"", page)))
    return LINK.sub(_to_file, TO_MAP.sub(rb"\1", page))


def _to_file(found: re.Match[bytes]) -> bytes:
    link = found[2]
    if ELSEWHERE.match(link):
        return found[0]
    path = PATH.match(link)[0]  # type: ignore[index]  # an empty path matches, too
    if path.endswith(b"/"):
        file = path + PAGE
    elif path.rpartition(b"/")[2] in (b".", b".."):
        file = path + b"/" + PAGE
    else:
        return found[0]
    return b'%s%s%s"' % (found[1], file, link[len(path) :])
