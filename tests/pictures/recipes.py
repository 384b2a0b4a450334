"""The recipes of all pictures: name → what makes the page that is shown, in a new folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from openpyxl import Workbook

from tests.conftest import DISTRICT_DATA, DISTRICT_TEXTS, ROOT
from tests.helpers.sites import edit
from tests.pictures.shown import (
    Shown,
    framed,
    line_of,
    lines,
    page,
    previewed,
    review_page,
    run,
    sheet,
    sides,
    terminal,
)

FOLDER: Final = ROOT / "manual" / "images"
DIGESTS: Final = FOLDER / "pictures.json"
"""Name of a picture → what it shows, as a digest of the words."""

Recipe = Callable[[Path], Shown]

REVIEW_FILE: Final = "disclosures/chengxi-145-midterm-review-2023.yml"
FIGURE: Final = ("value: 76\n    value_text: 76公里", "value: 78\n    value_text: 78公里")
LEAD: Final = ("article h1", "article .pl-lead", "article .pl-summary")
"""The parts of an indicator's page that answer first."""


def _district(folder: Path) -> Path:
    """A copy of the made-up district's ledger, as an office has it in its folder."""
    shutil.copytree(DISTRICT_DATA, folder / "data")
    return folder / "data"


def home(_: Path) -> Shown:
    """The top of the home page of the real site."""
    parts = (".md-banner", "article h1", "article .pl-story")
    return page(previewed(ROOT / "data"), "", *parts, width=1280)


def indicator(folder: Path) -> Shown:
    """The head of an indicator's page."""
    return page(previewed(_district(folder)), "indicators/river-length/", *LEAD, "article .pl-chain")


def figure_file(folder: Path) -> Shown:
    """The record of a figure in its file, before it is changed."""
    file = _district(folder) / REVIEW_FILE
    at = line_of(file, "value_text: 76公里")
    return framed(lines(file, f"{file.name} - 记事本", at - 6, at + 4, ": 76"))


def figure_before(folder: Path) -> Shown:
    """What the page says before the change."""
    return page(previewed(_district(folder)), "indicators/river-length/", *LEAD)


def figure_after(folder: Path) -> Shown:
    """What the page says after it."""
    data = _district(folder)
    edit(data / REVIEW_FILE, *FIGURE)
    return page(previewed(data), "indicators/river-length/", *LEAD)


def figure_place(folder: Path) -> Shown:
    """Where a preview says in which file a record stands."""
    return page(previewed(_district(folder)), "indicators/river-length/", "article .pl-record")


def finding_in_browser(folder: Path) -> Shown:
    """What a preview shows when only one of the two places was changed."""
    data = _district(folder)
    edit(data / REVIEW_FILE, "value: 76\n    value_text", "value: 78\n    value_text")
    return page(previewed(data), "", "article h1", "article")


def finding_in_terminal(folder: Path) -> Shown:
    """The same in a terminal."""
    edit(_district(folder) / REVIEW_FILE, "value: 76\n    value_text", "value: 78\n    value_text")
    return framed(terminal(folder, "ledger check"))


def check(folder: Path) -> Shown:
    """A ledger without faults."""
    edit(_district(folder) / REVIEW_FILE, *FIGURE)
    return framed(terminal(folder, "ledger check"))


# -- a new ledger


def start(folder: Path) -> Shown:
    """A new place's folder."""
    return framed(terminal(folder, "ledger init 台账 --name 某某区"))


def _notice(folder: Path) -> Path:
    """The made-up district's notice, as an office has it."""
    return Path(shutil.copy(DISTRICT_TEXTS / "chengxi-145-task-assignment-2021.txt", folder / "fengong-2021.txt"))


def notice_and_draft(folder: Path) -> Shown:
    """A clause of a notice, and the draft that was made of it."""
    file = _notice(folder)
    run(folder, "ledger split fengong-2021.txt --into chengxi")
    draft = next(
        path for path in (folder / "chengxi/data/tasks").rglob("*.yml") if "分片治理河道" in path.read_text("utf-8")
    )
    clause, title = line_of(file, "分片治理河道"), line_of(draft, "title: 分片治理河道")
    left = lines(file, file.name, clause - 2, clause + 1, "分片治理河道")
    right = lines(draft, f"data/tasks/…/{draft.name}", title - 4, title + 6)
    return framed(sides(left, right), width=1100)


def review(folder: Path) -> Shown:
    """A draft beside its document, as a person looks at it."""
    _notice(folder)
    run(folder, "ledger split fengong-2021.txt --into chengxi")
    return review_page(folder / "chengxi", "分片治理河道")


SHEET: Final = (
    ("云岫县2024年重点工作台账",),
    ("填报单位：云岫县人民政府办公室",),
    ("序号", "重点工作", "目标任务", "牵头单位", "配合单位", "责任领导", "完成时限"),
    (1, "改造老旧小区", "改造老旧小区12个", "县住建局", "县财政局、各镇", "分管城建副县长", "2024年11月底"),
    (2, "建设乡村道路", "新建乡村道路36公里", "县交通局", "县自然资源局", "分管交通副县长", "尽快"),
)
"""The rows of a small ledger as an office keeps it."""


def _workbook(folder: Path) -> Path:
    """The office's workbook, with its two title rows merged."""
    book = Workbook()
    table = book.active
    table.title = "重点工作"
    for row in SHEET:
        table.append(row)
    table.merge_cells("A1:G1")
    table.merge_cells("A2:G2")
    book.save(folder / "重点工作台账.xlsx")
    return folder / "重点工作台账.xlsx"


def workbook(folder: Path) -> Shown:
    """A workbook becomes a ledger: what import says."""
    _workbook(folder)
    commands = ("ledger init 台账 --name 云岫县", "ledger import 重点工作台账.xlsx --into 台账")
    return framed(terminal(folder, *commands))


def workbook_and_draft(folder: Path) -> Shown:
    """A sheet, and the records that were made of its rows."""
    file = _workbook(folder)
    run(folder, "ledger init 台账 --name 云岫县")
    run(folder, "ledger import 重点工作台账.xlsx --into 台账")
    made = next((folder / "台账/data/tasks").rglob("*.yml"))
    below = lines(made, f"data/tasks/…/{made.name}", 1, 40, "疑点")
    return framed(sheet(file, "重点工作", len(SHEET), len(SHEET[2])), below, width=1000)


PICTURES: Final[dict[str, Recipe]] = {
    recipe.__name__.replace("_", "-"): recipe
    for recipe in (
        home,
        indicator,
        figure_file,
        figure_place,
        figure_before,
        figure_after,
        finding_in_browser,
        finding_in_terminal,
        check,
        start,
        notice_and_draft,
        review,
        workbook,
        workbook_and_draft,
    )
}
