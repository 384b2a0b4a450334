"""One page of every kind, for tests that look at all of them: a kind that is new is among them by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.ledger.load import CheckedLedger, load
from generator.pages.page import PageSpec
from tests.helpers.nginx import strictly_hosted
from tests.helpers.pages import CONTRACT, context_of, specs_of

PAGE = "index.html"


class Kinds(NamedTuple):
    """By kind the address of a page, counted from the site's root; and below which path of a server that is."""

    root: str
    paths: dict[str, str]


def listed(data: Path, site: Path) -> Kinds:
    """The pages below. This takes a while: all of the ledger is read, and how each page is made."""
    checked = load(data, CONTRACT)
    return Kinds(urlsplit(checked.site.url or "").path or "/", pages(checked, site))


@contextmanager
def shown(found: Kinds, site: Path) -> Iterator[dict[str, str]]:
    """The addresses of pages on a port of this machine, where the site expects to be: 404 counts on it."""
    with strictly_hosted(site, found.root) as host:
        yield {kind: host + path for kind, path in found.paths.items()}


def pages(checked: CheckedLedger, site: Path) -> dict[str, str]:
    """By kind the address of the page that shows the most, counted from the site's root.

    A kind is a template in a folder of addresses. A page that no template made (a hand-written one, 404) is a kind.
    """
    made = {spec.path: _kind(spec) for spec in specs_of(context_of(checked))}
    others = {path: path.rstrip("/").removesuffix(".html").replace("/", "-") for path in _paths(site) - made.keys()}
    largest_first = sorted((made | others).items(), key=lambda page: -_size(site, page[0]))
    found: dict[str, str] = {}
    for path, kind in largest_first:
        found.setdefault(kind, path)
    return dict(sorted(found.items()))


def _kind(spec: PageSpec) -> str:
    folder, stem = spec.path.partition("/")[0], Path(spec.template).stem
    return stem if folder in ("", stem) else f"{folder}-{stem}"


def _paths(site: Path) -> set[str]:
    return {file.relative_to(site).as_posix().removesuffix(PAGE) for file in site.rglob("*.html")}


def _size(site: Path, path: str) -> int:
    return (site / path if path.endswith(".html") else site / path / PAGE).stat().st_size
