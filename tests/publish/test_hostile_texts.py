"""Hostile words in every free cell and setting, in commits and names of files: shown, and nothing of them runs."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from playwright.sync_api import Browser, Dialog
from selectolax.lexbor import LexborHTMLParser

from generator.ledger.load import ReadLedger, load
from generator.publish.build import build_site
from generator.publish.policy.content_policy import PAGE, hash_of
from tests.conftest import DISTRICT_DATA, project
from tests.helpers import hostile, kinds
from tests.helpers.browsing import in_browser, visitor
from tests.helpers.endurance import some
from tests.helpers.git import git
from tests.helpers.pages import CONTRACT
from tests.helpers.sites import edit

FILE = "tasks/plan-2021-2025/02-key-tasks.yml"
ODD_FILE = "tasks/plan-2021-2025/02-'&amp;onload=alert(7)[a](b)`.yml"


@pytest.fixture(scope="module")
def _unchecked() -> Iterator[None]:
    """Ledgers are full of hostile words, and nobody checks them: as if every rule that refuses some had a hole."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReadLedger, "checked", hostile.checked)
        yield


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, _unchecked: None) -> Path:
    """The site of the made-up district, whose history is hostile, too."""
    folder = project(tmp_path_factory.mktemp("hostile"), DISTRICT_DATA)
    (folder / "data" / FILE).rename(folder / "data" / ODD_FILE)
    git(folder, "init", "-q", "-b", "main")
    for title in ("办好民生实事", "办好民生的实事"):
        edit(folder / "data" / ODD_FILE, "title: 办好民生实事", f"title: {title}")
        git(folder, "add", "data")
        git(folder, "commit", "-q", "-m", f"{hostile.TEXT}\n\n正文\n\nNote: {hostile.TEXT}")
    build_site(folder / "mkdocs.yml", folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def addresses(site: Path) -> Iterator[dict[str, str]]:
    """By kind the address of one page."""
    with kinds.shown(kinds.listed(DISTRICT_DATA, site), site) as found:
        yield found


def files(site: Path, *endings: str) -> list[Path]:
    """The files of some endings, and there are some."""
    found = [path for path in sorted(site.rglob("*")) if path.name.endswith(endings)]
    assert found, endings
    return found


@pytest.mark.usefixtures("_unchecked")
def test_every_setting_is_tried() -> None:
    """A setting of free text that is new must be among those that are filled; all others have a pattern."""
    assert set(hostile.unset(load(DISTRICT_DATA, CONTRACT).site)) == {
        "version", "package", "level", "url", "edit_url", "feedback", "badge_url", "icp_url", "police_url",
    }  # fmt: skip


def test_the_words_are_on_every_page(site: Path) -> None:
    """None was left out: what is looked for below was there to be found, in the words of commits, too."""
    assert all(hostile.WORD in file.read_text(encoding="utf-8") for file in files(site, ".html"))
    changes = (site / "changes/index.html").read_text(encoding="utf-8")
    assert changes.count(hostile.ELEMENT) > 10


def test_no_page_has_an_element_of_theirs(site: Path) -> None:
    """On no page is there an element, handler, style, address or script that was smuggled in; data blocks are data."""
    faults: dict[str, set[str]] = {}
    for file in files(site, ".html"):
        html, found = LexborHTMLParser(file.read_text(encoding="utf-8")), set()
        for node in html.css("*"):
            found |= {f"{node.tag} {name}" for name in node.attributes if name.startswith("on") or name == "style"}
            found |= {
                f"{node.tag} {name}={value}"[:90]
                for name, value in node.attributes.items()
                if name in ("href", "src", "action", "data-rows", "data-path")
                and re.match(r"\s*(?!https?:|mailto:|data:image/svg)[a-z]+:|https?://evil", value or "", re.IGNORECASE)
            }
        found |= {
            node.tag or "" for node in html.css(f"{hostile.ELEMENT}, img[src*=evil], iframe, object, embed, base")
        }
        for script in html.css("script:not([src])"):
            if "json" in (script.attributes.get("type") or ""):
                json.loads(script.text())
            elif hash_of(script.text()) not in PAGE:
                found.add(f"script {script.text()[:60]}")
        if found:
            faults[file.relative_to(site).as_posix()] = found
    assert not faults, "\n".join(f"{name}: {sorted(found)}" for name, found in [*faults.items()][:20])


def test_files_for_programs_are_whole(site: Path) -> None:
    """XML, JSON, calendars and workbooks can be read; texts in them are texts, and no cell is a formula."""
    for file in files(site, ".xml", ".svg"):
        tags = {element.tag.rpartition("}")[2] for element in ElementTree.parse(file).iter()}
        assert not tags & {hostile.ELEMENT, "script", "img", "foreignObject"}, file
    for file in files(site, ".json", ".jsonld"):
        json.loads(file.read_text(encoding="utf-8"))
    for file in files(site, ".ics"):
        lines = file.read_bytes().split(b"\r\n")
        assert all(re.match(rb"[A-Z-]+[;:]|[ \t]|$", line) for line in lines), file
    for file in files(site, ".xlsx"):
        for sheet in openpyxl.load_workbook(file):
            formulas = [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"]
            assert not formulas, (file, formulas)
    for file in files(site, ".zip"):
        for name in zipfile.ZipFile(io.BytesIO(file.read_bytes())).namelist():
            assert ".." not in name.split("/") and not name.startswith("/"), (file, name)


@in_browser
@pytest.mark.sampled
def test_nothing_runs_in_a_browser(chrome: Browser, addresses: dict[str, str], site: Path) -> None:
    """Pages of some kinds, from a server with our settings: no dialog, nothing forbidden, nobody else is asked.

    In ``make endurance`` every page; that none has an element of theirs is read from all files above.
    """
    dialogs: list[str] = []

    def close(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    home = addresses["home"]
    folders = [path.parent.relative_to(site).as_posix() for path in files(site, "index.html") if path.parent != site]
    pictures = [path.relative_to(site).as_posix() for path in files(site, ".svg")]
    with visitor(chrome, home) as page:
        page.on("dialog", close)
        of_kinds = some([*addresses.values()], most=12)
        for address in dict.fromkeys([home, *of_kinds, *(f"{home}{folder}/" for folder in some(folders))]):
            page.goto(address)
            assert page.locator(f"{hostile.ELEMENT}, article img[src*=evil]").count() == 0, address
        page.goto(f"{home}search/?q={hostile.WORD}")
        page.locator("#pl-results[aria-busy=false]").wait_for()
        assert page.locator("#pl-results a").count() > 0 and page.locator(hostile.ELEMENT).count() == 0
        for picture in some(pictures):
            page.goto(f"{home}{picture}")
    assert dialogs == []
