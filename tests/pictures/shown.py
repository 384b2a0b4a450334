"""What a picture shows, made without a browser: pages of a site, windows with the output of commands, files, sheets."""

from __future__ import annotations

import contextlib
import hashlib
import io
import re
import shlex
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Final
from unittest import mock

from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser

from generator.cli.main import main
from generator.ledger.contract import load_contract
from generator.office.review.decisions import Review
from generator.office.review.session import Session
from generator.office.review.views import TEMPLATES
from generator.publish.engine.previewed_site import MemoryBytecode, PreviewedSite
from generator.publish.engine.project import Project
from generator.publish.site_content import BuildOptions
from tests.conftest import ROOT

ADDRESS: Final = "http://127.0.0.1:8000/"
"""Where a preview says that it is; no server is needed there."""
HOME: Final = "/home/wang/"
"""What stands in a picture for the folder in which its commands ran."""
SECONDS: Final = re.compile(r"\d+\.\d+ 秒")
STYLE: Final = """
body{margin:0;padding:16px;background:#fff;color:#222;font:15px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif}
.window{border:1px solid #8a8a8a;border-radius:8px;overflow:hidden;margin-bottom:14px}
.window:last-child{margin-bottom:0}
.title{background:#e8e8e8;border-bottom:1px solid #bbb;padding:5px 14px;font-size:14px}
pre{margin:0;padding:12px 14px;white-space:pre-wrap;overflow-wrap:anywhere;
font:14px/1.6 "Noto Sans Mono CJK SC","DejaVu Sans Mono",Consolas,monospace}
.terminal pre{background:#1e1e1e;color:#eee}
.terminal b{color:#8fd3ff;font-weight:normal}
.lines{display:grid;grid-template-columns:auto 1fr}
.lines pre{padding:1px 14px}
.lines .number{color:#888;background:#f4f4f4;text-align:right;padding:1px 8px}
.lines .marked{background:#fff1b8}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:14px;align-items:start}
table{border-collapse:collapse;font-size:13px;line-height:1.35;width:100%}
td,th{border:1px solid #c4c4c4;padding:3px 6px;text-align:left;vertical-align:top;font-weight:normal}
th{background:#efefef;color:#555;text-align:center}
"""


@dataclass(frozen=True)
class Shown:
    """A page, and which of its parts stand in the picture."""

    html: str
    parts: tuple[str, ...] = ("body",)
    """CSS selectors; the picture reaches from the first of these parts to the last."""
    width: int = 900
    file: Callable[[str], bytes | None] = lambda _: None
    """The other files of its site, by name."""
    place: str = ""
    """Where the page is opened, an id; the picture is then one screen high."""

    def text(self) -> str:
        """The words in the picture, whatever they look like."""
        page = LexborHTMLParser(self.html)
        page.strip_tags(["script", "style", "template"])
        for field in page.css("input[type=text], input:not([type])"):
            field.insert_after(f" {field.attributes.get('value') or ''} ")
        nodes = [node for part in self.parts for node in page.css(part)[:1]]
        assert len(nodes) == len(self.parts), f"a part of {self.parts} is not there"
        return " ".join(SECONDS.sub("秒", " ".join(node.text(separator=" ").split())) for node in nodes)

    def digest(self) -> str:
        """A short name for these words: another one when what is shown has changed."""
        return hashlib.sha256(self.text().encode()).hexdigest()[:16]


def window(title: str, body: str, kind: str = "") -> str:
    """A window with a title."""
    return f'<div class="window {kind}"><div class="title">{escape(title)}</div>{body}</div>'


def framed(*windows: str, width: int = 900) -> Shown:
    """A picture of windows, one below the other."""
    return Shown(f"<!doctype html><meta charset=utf-8><style>{STYLE}</style><body>{''.join(windows)}", width=width)


def sides(left: str, right: str) -> str:
    """Two windows beside each other."""
    return f'<div class="sides"><div>{left}</div><div>{right}</div></div>'


# -- commands


def run(folder: Path, command: str) -> str:
    """What a command prints in a folder. ``ledger check`` is the program of this project, run in this process."""
    program, *arguments = shlex.split(command)
    said = io.StringIO()
    with (
        contextlib.chdir(folder),
        mock.patch.object(sys, "argv", [program, *arguments]),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
        contextlib.suppress(SystemExit),
    ):
        main(arguments)
    return said.getvalue().replace(f"{folder.resolve()}/", HOME)


def terminal(folder: Path, *commands: str, longest: int = 40) -> str:
    """A window with commands and what they really print; of a long output only the beginning."""
    pieces = []
    for command in commands:
        lines = run(folder, command).splitlines()
        rest = [f"……（下面还有 {len(lines) - longest} 行）"] if len(lines) > longest else []
        pieces += [f"<b>&gt; {escape(command)}</b>", *map(escape, lines[:longest] + rest)]
    return window("终端", f"<pre>{chr(10).join(pieces)}</pre>", "terminal")


# -- files


def lines(file: Path, title: str, first: int, last: int, marked: str = "") -> str:
    """A window with lines of a file; the lines that hold some words are marked."""
    rows = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if first <= number <= last:
            look = "marked" if marked and marked in line else ""
            rows.append(f'<pre class="number">{number}</pre><pre class="{look}">{escape(line) or " "}</pre>')
    return window(title, f'<div class="lines">{"".join(rows)}</div>')


def line_of(file: Path, words: str) -> int:
    """The number of the first line that holds some words."""
    texts = file.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(texts, 1) if words in line)


def sheet(file: Path, name: str, rows: int, columns: int) -> str:
    """A window with the head of a worksheet, merged cells as one."""
    book = load_workbook(file)
    page = book[name]
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    hidden: set[tuple[int, int]] = set()
    for area in page.merged_cells.ranges:
        low, right = min(area.max_row, rows), min(area.max_col, columns)
        spans[area.min_row, area.min_col] = low - area.min_row + 1, right - area.min_col + 1
        hidden |= {(row, column) for row in range(area.min_row, low + 1) for column in range(area.min_col, right + 1)}
    heads = "".join(f"<th>{chr(ord('A') + column)}</th>" for column in range(columns))
    body = [f"<tr><th></th>{heads}</tr>"]
    for row in range(1, rows + 1):
        cells = []
        for column in range(1, columns + 1):
            if (row, column) in hidden - spans.keys():
                continue
            high, wide = spans.get((row, column), (1, 1))
            value = page.cell(row, column).value
            text = "" if value is None else escape(str(value))
            cells.append(f'<td rowspan="{high}" colspan="{wide}">{text}</td>')
        body.append(f"<tr><th>{row}</th>{''.join(cells)}</tr>")
    return window(f"{file.name} · {name}", f"<table>{''.join(body)}</table>")


# -- pages


def review_page(folder: Path, title: str) -> Shown:
    """The page on which the draft of a title is looked at, in a new ledger's folder."""
    review = Review(Session(folder, load_contract(ROOT / "datapackage.json")))
    key = next(item.main.key for item in review.session.state().items if title in item.main.title)
    content = review.get(f"/item/{key}", {}).content.decode()
    return Shown(content, width=1280, file=lambda name: (TEMPLATES / name).read_bytes(), place="here")


def previewed(data: Path) -> PreviewedSite:
    """The site of a ledger, as a preview shows it."""
    project = Project(ROOT / "mkdocs.yml", BuildOptions(data=data))
    return project.preview(ADDRESS, None, _templates())


@cache
def _templates() -> MemoryBytecode:
    """Compiled templates, for all pages that are shown."""
    from generator.publish.preview import preload  # noqa: PLC0415 compiles all of them when it is imported: 1.4 s

    return MemoryBytecode(preload.PAGES, preload.THEME)


def page(site: PreviewedSite, path: str, *parts: str, width: int = 1000) -> Shown:
    """Parts of a page of a site; while the ledger has findings, of the page that lists them."""
    content = site.file(f"{path}index.html") or site.not_found()
    return Shown(content.decode(), parts, width, site.file)
