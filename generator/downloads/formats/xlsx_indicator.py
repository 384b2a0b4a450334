"""One indicator as an Excel workbook: its targets and results with their sources, and the licence of the data.

There is one for each of thousands of indicators, and they differ in their rows alone: the library makes one workbook of
a ledger, and the rows of an indicator take the place of the sample's.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple

from xlsxwriter import Workbook

from generator.downloads.dataset import Dataset
from generator.downloads.formats.xlsx import workbook_properties
from generator.downloads.formats.xlsx_cells import HEADER, WRAPPED, Looks
from generator.downloads.formats.xlsx_rows import (
    SETTINGS,
    SHEET,
    SampleSheet,
    SheetRows,
    read_sample,
    with_rows,
    write_sample,
)
from generator.downloads.output import Cells
from generator.downloads.provenance import Provenance
from generator.language import download_words, formatting, page_words, setting_words
from generator.ledger.records import Indicator, Observation, Target
from generator.pages.components.figures import observation_figure, target_figure
from generator.support.zip_files import to_zip

TITLE = "zz-title-zz"
"""Stands for the name of the indicator."""
WIDTHS = ((12, 16, 16, 14, 12, 24, 24, 48, 16, 40), (20, 90))
KINDS = ([kind for _, kind in download_words.SERIES_COLUMNS], ["string"] * len(download_words.ABOUT_COLUMNS))
"""The types of the columns of both sheets."""
SHEETS = (SHEET.format(1), SHEET.format(2))
CORE = "docProps/core.xml"


class _Frame(NamedTuple):
    """What the library makes of both sheets."""

    same: bytes
    """A zip of the files that all workbooks have alike."""
    properties: str
    """The file with the name."""
    sheets: tuple[SampleSheet, ...]


def write_indicator(dataset: Dataset, indicator: Indicator) -> bytes:
    """The workbook of an indicator."""
    frame, index = _frame(dataset), dataset.index
    records = [*index.targets_of.get(indicator.id, ()), *index.observations_of.get(indicator.id, ())]
    used = dict.fromkeys(record.document for record in records)
    documents = tuple((index.documents[id_].title, index.documents[id_].url or "") for id_ in used)
    provenance = Provenance(dataset.site, index.as_of_plan(indicator.plan) or index.as_of, documents)
    rows = (_figures(dataset, indicator, records), _about(dataset, indicator, provenance))
    own: list[tuple[str, bytes | Iterable[bytes]]] = [
        (CORE, frame.properties.replace(TITLE, escape(indicator.name)).encode())
    ]
    own += zip(SHEETS, map(with_rows, frame.sheets, map(SheetRows, KINDS, rows)), strict=True)
    return to_zip(own, frame.same)


@lru_cache(maxsize=1)
def _frame(dataset: Dataset) -> _Frame:
    """The library's workbook of the two sheets."""
    out = io.BytesIO()
    with Workbook(out, SETTINGS) as workbook:
        workbook.set_properties({**workbook_properties(dataset), "title": TITLE})
        looks = Looks(workbook)
        names = (download_words.SERIES_SHEET, download_words.ABOUT_SHEET)
        titles = ([title for title, _ in download_words.SERIES_COLUMNS], download_words.ABOUT_COLUMNS)
        for name, heads, widths in zip(names, titles, WIDTHS, strict=True):
            sheet = workbook.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for at, (head, width) in enumerate(zip(heads, widths, strict=True)):
                sheet.set_column(at, at, width)
                sheet.write_string(0, at, head, looks.format(HEADER))
            write_sample(sheet, looks, WRAPPED)
    with zipfile.ZipFile(out) as made:
        own = {name: made.read(name).decode() for name in (CORE, *SHEETS)}
        same = to_zip((name, made.read(name)) for name in made.namelist() if name not in own)
    return _Frame(same, own[CORE], tuple(read_sample(own[name]) for name in SHEETS))


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
