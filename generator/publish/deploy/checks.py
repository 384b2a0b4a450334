"""Is a built site fit to be public? It is looked at from outside, as a visitor's program would."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

from generator.downloads.package import DESCRIPTOR
from generator.language.office import publish_words
from generator.support import files

FIRST_PAGES = ("index.html", "404.html", "data/index.html", "releases/index.html")
"""Pages that every site has, whatever its ledger."""
RECORD_PAGES = {
    "documents": ("documents",),
    "plans": ("plans",),
    "organizations": ("departments", "towns"),
    "tasks": ("tasks",),
    "indicators": ("indicators",),
}
"""Tables whose rows have a page each → the folders, in one of which it is."""
END = b"</html>"
RELEASES = "releases"
"""The folder of released versions of the data."""


def faults_of(new: Path, old: Path | None) -> list[str]:
    """What is wrong with a new site; nothing that the old one promises may be gone.

    Args:
        new: the built site.
        old: the site that the public sees; None for the first one.
    """
    names = frozenset(files.files(new))
    faults = [publish_words.PAGE_MISSING.format(page=page) for page in FIRST_PAGES if page not in names]
    pages = sorted(name for name in names if name.endswith(".html"))
    faults += [publish_words.PAGE_CUT.format(page=page) for page in pages if not _is_whole(new / page)]
    faults += _package_faults(new, names)
    lost = _releases(old) - _releases(new) if old else set()
    return faults + [publish_words.RELEASE_LOST.format(version=version) for version in sorted(lost)]


def _is_whole(page: Path) -> bool:
    """Whether a page ends as a page does: a full disk or a killed process cuts it."""
    with page.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 64))
        return file.read().rstrip().endswith(END)


def _package_faults(site: Path, names: Set[str]) -> Iterator[str]:
    """Files that are not as the package describes them, and rows without a page."""
    try:
        described: list[dict[str, Any]] = json.loads((site / DESCRIPTOR).read_bytes())["resources"]
        resources = {resource["name"]: (resource["path"], resource["hash"]) for resource in described}
    except (OSError, ValueError, KeyError, TypeError):
        yield publish_words.NO_DESCRIPTOR
        return
    for table, (path, digest) in resources.items():
        content = (site / path).read_bytes() if path in names else b""
        if digest != f"sha256:{hashlib.sha256(content).hexdigest()}":
            yield publish_words.FILE_DIFFERS.format(file=path)
        for id_ in _ids(content) if table in RECORD_PAGES else ():
            places = [f"{folder}/{id_}/index.html" for folder in RECORD_PAGES[table]]
            if not any(place in names for place in places):
                yield publish_words.PAGE_MISSING.format(page=places[0])


def _ids(table: bytes) -> list[str]:
    return [row["id"] for row in csv.DictReader(io.StringIO(table.decode(errors="replace"), newline=""))]


def _releases(site: Path) -> set[str]:
    """The released versions of the data that a site shows."""
    return {page.parent.name for page in (site / RELEASES).glob("*/index.html")}
