"""A browser fetches a script or a style that changed, and keeps one that did not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.publish.build import build_site
from tests.conftest import project
from tests.helpers import ledger
from tests.helpers.sites import edit, snapshot, unsearched

OWN = re.compile(r'(?:src|href)="[^"]*?assets/((?!javascripts|stylesheets|images|_mkdocs)[^"/]+)"')


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with the small ledger, not built yet."""
    (tmp_path / "project").mkdir()
    return unsearched(project(tmp_path / "project", ledger.write(tmp_path, ledger.LEDGER)))


def addresses(folder: Path) -> set[str]:
    """How the pages of a project's new site write the addresses of own scripts and styles."""
    build_site(folder / "mkdocs.yml", folder / "site")
    return {
        address
        for name, content in snapshot(folder / "site").items()
        if name.endswith(".html")
        for address in OWN.findall(content.decode())
    }


def test_addresses_change_with_the_content_of_the_files(small: Path) -> None:
    """Every page names the files with one version; it is the same in the next build, another after a change."""
    first = addresses(small)
    names = {address.partition("?")[0] for address in first}
    assert {
        "ledger.css",
        "search.js",
        "reading.js",
        "keys.js",
        "lists.js",
        "feedback.js",
        "compare.js",
        "theme-storage.js",
    } == names
    assert all(re.fullmatch(r"[a-z-]+\.(js|css)\?v=[0-9a-f]{10}", address) for address in first)
    assert len({address.partition("?")[2] for address in first}) == 1
    assert addresses(small) == first
    with (small / "docs/assets/find.js").open("a", encoding="utf-8") as file:
        file.write("// 注\n")
    changed = addresses(small)
    assert {address.partition("?")[0] for address in changed} == names and not changed & first


def test_files_of_somebody_else_keep_their_addresses(small: Path) -> None:
    """Only the files in docs/assets have a version."""
    (small / "docs" / "own.css").write_text("b{}", encoding="utf-8")
    edit(small / "mkdocs.yml", "  - assets/ledger.css\n", "  - assets/ledger.css\n  - own.css\n")
    addresses(small)
    assert 'href="../own.css"' in (small / "site/about/index.html").read_text(encoding="utf-8")
