"""The whole ledger as an Excel workbook for offices: two sheets to read first, then every table of the contract."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache
from itertools import chain, islice
from typing import Any

from generator.analysis.ledger_index import LedgerIndex
from generator.downloads.formats.provenance import Imprint
from generator.downloads.tabular import Cells
from generator.language import download_words, formatting, page_words
from generator.ledger.contract import Contract
from generator.ledger.reading.site_settings import SiteSettings
from generator.ledger.records import Indicator, Task
from generator.pages.components.builder import ComponentBuilder

Kinds = Sequence[str]
"""What stands in each column: types of the contract."""
Put = Callable[[int, int, str], object]

Look = dict[str, object]
"""Properties of a format."""

GUARDED = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that a spreadsheet would take for a formula.

Such a cell is a text cell with the quote prefix that Excel gives to what is typed behind an apostrophe: it is not
computed when the file is opened and not when the cell is edited, and its words are those of the ledger.
"""
LONGEST = 32_767
"""Characters that a cell has room for."""
SHEET_NAME = 31
"""Characters that a sheet's name has room for."""
EXACT = 15
"""Digits that a number in a cell keeps."""
EPOCH = date(1980, 1, 1)
"""When a workbook is said to be made whose ledger bears no date."""
FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts days otherwise than the calendar."""
EARLIER = 2
"""Results that are told of an indicator beside the newest."""
WIDE = (48, 30)
"""Greatest width of columns, in characters: of texts on one line, and of those that go on below."""
MARGIN = 2
LINE, HIGHEST = 16, 400
"""Height of a line of text, and the greatest that a row can have, in points."""
SAMPLED = 300
"""Rows by which the width of a column is chosen."""


def to_xlsx(
    contract: Contract,
    cells: Callable[[str], Sequence[Cells]],
    components: ComponentBuilder,
    site: SiteSettings,
    imprint: Imprint,
) -> bytes:
    """A workbook: tasks and indicators with all that belongs to them, the imprint, and the tables."""
    from xlsxwriter import Workbook  # noqa: PLC0415 loaded when a workbook is made, which most builds do not

    out = io.BytesIO()
    settings = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, settings) as workbook:
        workbook.set_properties(_properties(site, imprint, components.index.as_of))
        sheets = _Sheets(workbook)
        tasks, indicators = _tasks(components), _indicators(components)
        sheets.add(download_words.TASK_SHEET, download_words.TASK_COLUMNS, TASK_KINDS, tasks, wrapped=True)
        sheets.add(
            download_words.INDICATOR_SHEET, download_words.INDICATOR_COLUMNS, INDICATOR_KINDS, indicators, wrapped=True
        )
        told = [*imprint, *((spec.title, spec.description) for spec in contract.tables.values())]
        sheets.add(download_words.ABOUT_SHEET, download_words.ABOUT_COLUMNS, ("string", "string"), told, wrapped=True)
        for name, spec in contract.tables.items():
            titles = [field.title for field in spec.fields]
            sheets.add(spec.title[:SHEET_NAME], titles, [field.type for field in spec.fields], cells(name))
    return out.getvalue()


def _properties(site: SiteSettings, imprint: Imprint, as_of: date | None) -> dict[str, object]:
    return {
        "title": site.name,
        "subject": site.description,
        "company": site.publisher,
        "author": site.publisher or site.name,
        "keywords": "、".join(site.keywords),
        "comments": "\n".join("：".join(line) for line in imprint if line[0] != page_words.SOURCE_DOCUMENT),
        "created": datetime.combine(as_of or EPOCH, time(), UTC),
    }


# -- rows of the two sheets


TASK_KINDS = ("string",) * 9 + ("integer", "string")
INDICATOR_KINDS = tuple("number" if place in (8, 12) else "string" for place in range(18))


def _tasks(components: ComponentBuilder) -> Iterator[Cells]:
    return (_task(components, record) for record in components.index.ledger.tasks)


def _task(components: ComponentBuilder, record: Task) -> Cells:
    return (
        components.index.plans[record.plan].title,
        heading(components.index, record.section),
        record.locator,
        record.title,
        record.summary,
        record.kind,
        _names(unit.ref.title for unit in components.leads(record.id)),
        _names(unit.ref.title for unit in components.supports(record.id)),
        record.lead_mode or "",
        str(record.due_year or ""),
        record.id,
    )


def _indicators(components: ComponentBuilder) -> Iterator[Cells]:
    return (_indicator(components, record) for record in components.index.ledger.indicators)


def _indicator(components: ComponentBuilder, record: Indicator) -> Cells:
    index, standing = components.index, components.statuses.main(record.id)
    target = standing.target if standing else None
    others = [t for t in index.targets_of.get(record.id, ()) if t.organization is None and t is not target]
    results = [o for o in reversed(index.observations_of.get(record.id, ())) if o.organization is None]
    newest = results[0] if results else None
    state = components.state(standing) if standing else None
    main, result = components.target(target) if target else None, components.result(newest) if newest else None
    return (
        index.plans[record.plan].title,
        heading(index, record.section),
        record.nature,
        record.name,
        record.measure,
        record.unit or "",
        main.period if main else "",
        main.text if main else "",
        _digits(target.value if target else None),
        _figures((f.period, f.text) for f in map(components.target, others)),
        result.period if result else "",
        result.text if result else "",
        _digits(newest.value if newest else None),
        _figures((f.period, f.text) for f in map(components.result, results[1 : 1 + EARLIER])),
        state.state if state else "",
        state.sentence if state else "",
        _names(unit.ref.title for unit in components.leads(record.task)),
        record.id,
    )


def heading(index: LedgerIndex, section: str) -> str:
    """The headings from the highest down to one."""
    return page_words.BETWEEN_HEADINGS.join(f"{s.number}{s.title}" for s in index.trail(section))


def _digits(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _names(units: Iterable[str]) -> str:
    return formatting.AND.join(units)


def _figures(figures: Iterable[tuple[str, str]]) -> str:
    return download_words.BETWEEN_FIGURES.join(" ".join(figure) for figure in figures)


# -- sheets and cells


class _Sheets:
    """Adds sheets to a workbook; cells that look alike share a format."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._formats: dict[str, Any] = {}

    def add(
        self, name: str, titles: Sequence[str], kinds: Kinds, rows: Iterable[Cells], *, wrapped: bool = False
    ) -> None:
        """A sheet with a header that stays in view and filters; it is as wide as its first rows."""
        sheet = self._workbook.add_worksheet(name)
        for at, title in enumerate(titles):
            sheet.write_string(0, at, title, self.format(HEADER))
        look = WRAPPED if wrapped else PLAIN
        puts = [PUTS[kind](self, sheet, look) for kind in kinds]
        left = iter(rows)
        sample = list(islice(left, SAMPLED))
        columns = list(zip(*sample, strict=True)) or [()] * len(titles)
        room = [_room([title + FILTER, *cells], WIDE[wrapped]) for title, cells in zip(titles, columns, strict=True)]
        last = 0
        for last, row in enumerate(chain(sample, left), 1):
            if wrapped:
                sheet.set_row(last, min(LINE * max(map(_lines, row, room)), HIGHEST))
            for at, cell in enumerate(row):
                if cell:
                    puts[at](last, at, cell)
        for at, width in enumerate(room):
            sheet.set_column(at, at, width + MARGIN)
        _equip(sheet, last, len(titles) - 1)

    def format(self, look: Look) -> Any:
        """The workbook's format of a look; None for that of all cells."""
        key = repr(look)
        if look and key not in self._formats:
            self._formats[key] = self._workbook.add_format(look)
        return self._formats.get(key)


HEADER: Look = {"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "vcenter"}
WRAPPED: Look = {"text_wrap": True, "valign": "top"}
PLAIN: Look = {}
FILTER = "    "
"""As wide as the button that a header has for its filter."""


def _equip(sheet: Any, rows: int, columns: int) -> None:
    """What a reader of a long table needs, on the screen and on paper."""
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), columns)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{LAST_COLUMN}{rows + 1}"})
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


LAST_COLUMN = "XFD"
A4 = 9


def _room(texts: Iterable[str], most: int) -> int:
    """How wide a column must be for its texts."""
    return min(max(map(_width, texts)), most)


def _width(text: str) -> int:
    """A Chinese character is as wide as two others: it is one character, and three bytes."""
    return (len(text) + len(text.encode())) // 2


def _lines(text: str, room: int) -> int:
    """Lines that a text takes; not every program finds out by itself when it opens a workbook."""
    return -(-_width(text) // room) or 1


def _text(sheets: _Sheets, sheet: Any, look: Look) -> Put:
    plain, guarded = sheets.format(look), sheets.format({**look, "quote_prefix": True})

    def put(row: int, column: int, cell: str) -> None:
        if len(cell) > LONGEST:
            cell = cell[: LONGEST - len(download_words.TOO_LONG)] + download_words.TOO_LONG
        sheet.write_string(row, column, cell, guarded if cell.startswith(GUARDED) else plain)

    return put


def _number(sheets: _Sheets, sheet: Any, look: Look) -> Put:
    """A number that shows the digits that are written; one with more than a cell keeps is a text."""
    plain = sheets.format(look)
    by_places = cache(lambda places: sheets.format({**look, "num_format": "0." + "0" * places if places else "0"}))

    def put(row: int, column: int, cell: str) -> None:
        whole, _, places = cell.partition(".")
        number = float(cell)
        if len(whole.lstrip("-")) + len(places) > EXACT or (number == 0 and whole[0] == "-"):
            sheet.write_string(row, column, cell, plain)
        else:
            sheet.write_number(row, column, number, by_places(len(places)))

    return put


def _date(sheets: _Sheets, sheet: Any, look: Look) -> Put:
    day = sheets.format({**look, "num_format": "yyyy-mm-dd"})

    def put(row: int, column: int, cell: str) -> None:
        value = date.fromisoformat(cell)
        if value < FIRST_DAY:
            sheet.write_string(row, column, cell, sheets.format(look))
        else:
            sheet.write_datetime(row, column, value, day)

    return put


def _boolean(sheets: _Sheets, sheet: Any, look: Look) -> Put:
    put = _text(sheets, sheet, look)
    return lambda row, column, cell: put(row, column, download_words.YES_NO[cell])


PUTS: dict[str, Callable[[_Sheets, Any, Look], Put]] = {
    "string": _text,
    "number": _number,
    "integer": _number,
    "date": _date,
    "boolean": _boolean,
}
"""Type of a column → what writes its cells."""
