"""Words of maintainers stay where maintainers are: no reader meets a name of our files or a command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ROOT

FOLDERS = ("data", "docs", "generator", "manual", "maintaining", "tests")
FILES = {
    path.name
    for folder in FOLDERS
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".yml", ".md", ".py", ".html") and not path.name.startswith(("index.", "__"))
} | {"mkdocs.yml", "pyproject.toml", "Makefile"}
COMMAND = re.compile(
    r"python3? -m\b|\bmake (?:lint|test|bench|lock)|\bmkdocs\b|\bgenerator\b|\bgit (?:log|tag|commit|push)"
)
NAME = re.compile(r"[\w-]+\.(?:ya?ml|md|py|toml|html)\b|Makefile")
READ = ("title", "alt", "aria-label", "placeholder", "data-meaning")
"""Attributes that are read, too."""


def words(path: Path) -> str:
    """What a reader sees of a page, or hears."""
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    for node in tree.css("script, style"):
        node.decompose()
    assert tree.body is not None
    heard = (str(node.attributes[name]) for name in READ for node in tree.css(f"[{name}]"))
    return "\n".join((tree.body.text(), *heard))


@pytest.mark.parametrize("name", ["district_site", "real_site"])
def test_no_page_names_a_file_of_ours_or_a_command(name: str, request: pytest.FixtureRequest) -> None:
    """Where the ledger's file of a record is, and how a release is made, is told in the preview and the manual."""
    site, found = request.getfixturevalue(name), []
    for path in sorted(site.rglob("*.html")):
        text = words(path)
        names = [match[0] for match in NAME.finditer(text) if match[0] in FILES]
        found += [f"{path.relative_to(site)}: {word}" for word in (*names, *COMMAND.findall(text))]
    assert found == []
