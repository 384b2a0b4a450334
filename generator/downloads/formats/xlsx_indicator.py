"""One indicator as an Excel workbook: its targets and results with their sources, and the licence of the data.

There is one for each of thousands of indicators, and they differ in their rows alone: the library makes one workbook of
a ledger, and the rows of an indicator take the place of the sample's.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple

from xlsxwriter import Workbook

from generator.downloads.dataset import Dataset
from generator.downloads.formats.xlsx import workbook_properties
from generator.downloads.formats.xlsx_cells import EXACT, GUARDED, HEADER, WRAPPED, Looks
from generator.downloads.output import Cells
from generator.downloads.provenance import Provenance
from generator.language import download_words, formatting, page_words, setting_words
from generator.ledger.records import Indicator, Observation, Target
from generator.pages.components.figures import observation_figure, target_figure
from generator.support.zip_files import to_zip

SETTINGS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
TITLE = "zz-title-zz"
"""Stands for the name of the indicator."""
PLACES = 8
"""Decimals for which there is a format; a number with more is a text."""
WIDTHS = ((12, 16, 16, 14, 12, 24, 24, 48, 16, 40), (20, 90))
SHEETS = ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml")
CORE = "docProps/core.xml"
STYLE = re.compile(r'<c r="[A-Z]+2" s="(\d+)"')
DIMENSION = re.compile(r'<dimension ref="[^"]*"/>')
LETTERS = "ABCDEFGHIJ"
CODE = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")
"""What a reader of a workbook takes for the code of a sign."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
"""Signs that XML cannot hold or changes; they are written as codes."""


class _Frame(NamedTuple):
    """The sample, and how its cells look."""

    same: bytes
    """A zip of the files that all workbooks have alike."""
    own: tuple[tuple[str, str], ...]
    """The other files: name and text."""
    text: str
    guarded: str
    """A text that a spreadsheet would take for a formula."""
    numbers: tuple[str, ...]
    """By their decimals."""


def write_indicator(dataset: Dataset, indicator: Indicator) -> bytes:
    """The workbook of an indicator."""
    frame, index = _frame(dataset), dataset.index
    records = [*index.targets_of.get(indicator.id, ()), *index.observations_of.get(indicator.id, ())]
    used = dict.fromkeys(record.document for record in records)
    documents = tuple((index.documents[id_].title, index.documents[id_].url or "") for id_ in used)
    provenance = Provenance(dataset.site, index.as_of_plan(indicator.plan) or index.as_of, documents)
    rows = dict(
        zip(SHEETS, (_figures(dataset, indicator, records), _about(dataset, indicator, provenance)), strict=True)
    )
    return to_zip(((name, _filled(frame, name, text, indicator, rows)) for name, text in frame.own), frame.same)


@lru_cache(maxsize=1)
def _frame(dataset: Dataset) -> _Frame:
    """What the library makes of both sheets with a sample of each look in the second row."""
    out = io.BytesIO()
    with Workbook(out, SETTINGS) as workbook:
        workbook.set_properties({**workbook_properties(dataset), "title": TITLE})
        looks = Looks(workbook)
        samples = [WRAPPED, {**WRAPPED, "quote_prefix": True}]
        samples += [{**WRAPPED, "num_format": f"0.{'0' * places}" if places else "0"} for places in range(PLACES + 1)]
        names = (download_words.SERIES_SHEET, download_words.ABOUT_SHEET)
        titles = ([title for title, _ in download_words.SERIES_COLUMNS], download_words.ABOUT_COLUMNS)
        for name, heads, widths in zip(names, titles, WIDTHS, strict=True):
            sheet = workbook.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for at, (head, width) in enumerate(zip(heads, widths, strict=True)):
                sheet.set_column(at, at, width)
                sheet.write_string(0, at, head, looks.format(HEADER))
            for at, look in enumerate(samples):
                sheet.write_string(1, at, "0", looks.format(look))
    with zipfile.ZipFile(out) as made:
        own = {name: made.read(name).decode() for name in (CORE, *SHEETS)}
        same = to_zip((name, made.read(name)) for name in made.namelist() if name not in own)
    text, guarded, *numbers = STYLE.findall(own[SHEETS[0]])
    return _Frame(same, tuple(own.items()), text, guarded, tuple(numbers))


def _filled(frame: _Frame, name: str, text: str, indicator: Indicator, rows: dict[str, list[Cells]]) -> bytes:
    """A file of the sample with an indicator's own words."""
    if name == CORE:
        return text.replace(TITLE, escape(indicator.name)).encode()
    head, _, rest = text.partition('<row r="2"')
    own, foot = rows[name], rest[rest.index("</sheetData>") :]
    last = f"{LETTERS[len(own[0]) - 1]}{len(own) + 1}" if own else "A1"
    body = "".join(_row(frame, number, cells, name == SHEETS[0]) for number, cells in enumerate(own, 2))
    return (DIMENSION.sub(f'<dimension ref="A1:{last}"/>', head) + body + foot).encode()


def _row(frame: _Frame, number: int, cells: Cells, has_number: bool) -> str:
    written = []
    for at, cell in enumerate(cells):
        numeric = has_number and download_words.SERIES_COLUMNS[at][1] == "number"
        if cell:
            written.append(_cell(frame, f"{LETTERS[at]}{number}", cell, numeric))
    return f'<row r="{number}">{"".join(written)}</row>'


def _cell(frame: _Frame, place: str, cell: str, numeric: bool) -> str:
    whole, _, places = cell.partition(".")
    exact = not (whole.startswith("-") and not cell.strip("-0."))
    if numeric and exact and len(places) <= PLACES and len(whole.lstrip("-")) + len(places) <= EXACT:
        return f'<c r="{place}" s="{frame.numbers[len(places)]}"><v>{cell}</v></c>'
    style = frame.guarded if cell.startswith(GUARDED) else frame.text
    words = CONTROL.sub(lambda sign: f"_x{ord(sign[0]):04X}_", escape(CODE.sub("_x005F_x", cell), quote=False))
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def _figures(dataset: Dataset, indicator: Indicator, records: Sequence[Target | Observation]) -> list[Cells]:
    """The targets and the results."""
    rows: list[Cells] = []
    for record in records:
        context = dataset.context
        figure = target_figure(context, record) if isinstance(record, Target) else observation_figure(context, record)
        rows.append(
            (
                figure.kind,
                figure.period,
                figure.organization.title if figure.organization else dataset.site.whole,
                "" if record.value is None else str(record.value),
                indicator.unit or "",
                figure.printed,
                formatting.AND.join(figure.remarks),
                figure.source.document.title,
                figure.source.locator,
                figure.note or "",
            )
        )
    return rows


def _about(dataset: Dataset, indicator: Indicator, provenance: Provenance) -> list[Cells]:
    """What the indicator is, where its figures come from, and under which licence they are."""
    contract, page = dataset.contract, f"{dataset.site.url}indicators/{indicator.id}/"
    own: list[Cells] = [(contract.title("indicators", "name"), indicator.name)]
    if indicator.definition:
        own.append((contract.title("indicators", "definition"), indicator.definition))
    if dataset.site.url:
        own.append((page_words.PAGE_ADDRESS, page))
    return [*own, *_without_address(provenance.lines())]


def _without_address(lines: Iterable[Cells]) -> Iterable[Cells]:
    return (line for line in lines if line[0] != setting_words.SITE_TITLES["url"])
