"""Projects and sites as tests look at them: what a folder holds, when it was written, and edits of files."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path
from typing import Any, Final

from generator.language.download_words import FORMATS
from generator.pages.page import Page
from tests.conftest import ROOT

DISTRICT: Final = ROOT / "tests" / "district" / "data"
"""The made-up district's ledger."""

LISTS: Final = {"undisclosed", "binding", "clues", "expected", "missed", "overdue"}
"""Lists that stand among the pages of indicators."""

_FURTHER_FORMATS: Final = "|".join(form.name for form in FORMATS if not form.always)
FURTHER_FILE: Final = re.compile(
    rf"data/[^/]*\.({_FURTHER_FORMATS}|jsonld)|data/(csvw\.json|resource-catalogue\.csv|.*\.csv-metadata\.json)"
    r"|(.*/)?(metadata\.json|calendar\.ics)|(tasks|departments|towns)/[^/]+/data\.(csv|json)|api/.*|robots\.txt"
    r"|(indicators|plans)/.*\.svg|indicators/[^/]+/data\.xlsx"
)
"""Files that a site has beside the CSV and JSON of its tables and indicators, unless it leaves them out."""

ODD: Final = "R&D经费<投入>\"强度\"  '甲'"
"""A name with everything that HTML must not take for its own, and a double blank that must not become one."""


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def times(folder: Path) -> dict[str, int]:
    """Every file below a folder with the time of its last change in nanoseconds."""
    return {p.relative_to(folder).as_posix(): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def different(one: dict[str, bytes], two: dict[str, bytes]) -> list[str]:
    """The names under which two snapshots do not hold the same."""
    return sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))


def edit(file: Path, old: str, new: str, count: int = 1) -> None:
    """Replace words that stand in a file exactly ``count`` times."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == count, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def unfilled(folder: Path) -> Path:
    """Let every page of a project go through the engine; returns the folder."""
    edit(folder / "mkdocs.yml", "  - ledger:\n", "  - ledger:\n      fill: false\n")
    return folder


def unsearched(folder: Path) -> Path:
    """Leave the search index out of a project's site: it takes longer than all the rest; returns the folder."""
    edit(folder / "mkdocs.yml", "  - ledger:\n", "  - ledger:\n      search: false\n")
    return folder


def odd(data: Path) -> None:
    """Give odd names to records of the made-up district: of each kind one that is the first of its page kind or not."""
    quoted = "'" + ODD.replace("'", "''") + "'"
    five = "plan-2021-2025"
    edit(data / f"indicators/{five}/01-main-targets.yml", "name: 新增就业", f"name: {quoted}")
    edit(data / "indicators/plan-2022/01-execution.yml", "name: 地区生产总值增长", f"name: {quoted}")
    edit(data / f"tasks/{five}/02-key-tasks.yml", "title: 办好民生实事", f"title: {quoted}")
    edit(data / f"tasks/{five}/02-key-tasks.yml", "summary: 每年办一批实事", "summary: <b>每年  办&一批\"实事'")
    edit(data / f"sections/{five}.yml", "title: 办好民生实事", f"title: {quoted}")
    edit(data / "documents.yml", "title: 澄溪区国民经济", f"title: {quoted[:-1]}澄溪区国民经济")
    edit(data / "documents.yml", "实施情况中期评估报告", "实施情况中期评估报告'")
    edit(data / "organizations/others.yml", "name: 澄溪城投公司", f"name: {quoted}\n  aliases: 澄溪城投公司")
    edit(
        data / "organizations/towns.yml",
        "name: 桐汀街道\n  aliases: 桐汀街道办事处",
        f"name: {quoted[:-1]}街道'\n  aliases: 桐汀街道",
    )


def laid(folder: Path, source: Path) -> Path:
    """A copy of a project without what its builds left. Returns the folder."""
    shutil.copytree(source, folder, ignore=lambda at, _: ["site", "build"] if Path(at) == source else [])
    return folder


def toy(page: Page) -> str:
    """What an engine makes of a page, in few words: each of its values somewhere, some twice."""
    edit_link = f'<a href="{_html(page.edit_url)}">改</a>' if page.edit_url else ""
    contents = "".join(f'<li class="l{h.level}"><a href="#{h.id}">{_html(h.title)}</a>' for h in page.headings)
    head = f'<title>{_html(page.title)}</title><meta content="{_html(page.description)}">'
    link = f'<link rel="canonical" href="https://ledger.example/{page.path}">'
    return f"{head}{link}<ul>{contents}</ul>{edit_link}<main class={page.kind}>{page.body}</main>{_html(page.title)}"


def _html(text: str) -> str:
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;")):
        text = text.replace(sign, entity)
    return text


def json_content(path: Path) -> Any:
    """What a JSON file holds."""
    return json.loads(path.read_text(encoding="utf-8"))


def csv_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
