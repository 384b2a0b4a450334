"""Doubts about new records that no reader of a cell or of a clause can have: they show when the records stand together.

Numbers of persons are left out here, whoever wrote them into a notice or a workbook.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from generator.language.office import record_words as words
from generator.ledger.enums import Basis, Direction, Measure
from generator.ledger.personal_data import find_personal, masked
from generator.ledger.reading.rows import number
from generator.office.new_rows import NewRow, NewRows

PERCENT: Final = "%"
HUNDRED: Final = Decimal(100)
SUMMED: Final = frozenset((Measure.CUMULATIVE, Measure.ANNUAL))
"""Measures whose parts add up to the whole."""
CODES: Final = frozenset(
    ("passage", "fingerprint", "text_sha256", "file_sha256", "index_number", "doc_number", "phone", "url")
)
"""Columns of numbers that are nobody's own; the phone of a unit is its public line."""
Doubts = Iterator[tuple[str, int, str]]
"""The table and the number of a row, and what is doubted in it."""


def with_doubts(rows: NewRows) -> dict[str, list[NewRow]]:
    """New rows with their doubts: a row that is doubted becomes a draft, with a comment that says why."""
    told: dict[tuple[str, int], list[str]] = defaultdict(list)
    for find in (_turned, _against_base, _twice, _named_twice, _before_plan, _parts):
        for table, at, doubt in find(rows):
            told[table, at].append(doubt)
    places = {row.cells["indicator"]: row.cells.get("locator", "") for row in reversed(rows.get("targets", ()))}
    return {
        table: [_doubted(_without_persons(row), told.get((table, at), ()), places) for at, row in enumerate(own)]
        for table, own in rows.items()
    }


def _doubted(row: NewRow, doubts: list[str] | tuple[()], places: Mapping[str, str]) -> NewRow:
    """A row as a draft with its doubts; an indicator comes from where its target does."""
    if not doubts:
        return row
    place = row.cells.get("locator", "") or places.get(row.cells.get("id", ""), "")
    comments = (words.DOUBT.format(doubt=doubt, place=place) for doubt in doubts)
    return replace(row, comments=(*row.comments, *comments), draft=True)


def _without_persons(row: NewRow) -> NewRow:
    """A row whose texts and comments hold no number of a person."""
    texts = {column: text for column, text in row.cells.items() if column not in CODES}
    if not any(True for text in (*texts.values(), *row.comments) for _ in find_personal(text)):
        return row
    cells = {**row.cells, **{column: masked(text, words.MASK) for column, text in texts.items()}}
    comments = tuple(masked(comment, words.MASK) for comment in row.comments)
    return _doubted(replace(row, cells=cells, comments=comments), [words.PERSONAL], {})


def _indicators(rows: NewRows) -> dict[str, Mapping[str, str]]:
    return {row.cells["id"]: row.cells for row in rows.get("indicators", ()) if row.cells.get("id")}


def _turned(rows: NewRows) -> Doubts:
    """A range that begins with its end, a share that is more than the whole."""
    indicators = _indicators(rows)
    for at, row in enumerate(rows.get("targets", ())):
        low, high = number(row.cells.get("value", "")), number(row.cells.get("value_max", ""))
        text = row.cells.get("value_text", "")
        if low is not None and high is not None and high < low:
            yield "targets", at, words.RANGE_TURNED.format(text=text)
        own = indicators.get(row.cells["indicator"], {})
        share = own.get("unit") == PERCENT and own.get("measure") == Measure.LEVEL
        if share and low is not None and low > HUNDRED:
            yield "targets", at, words.OVER_HUNDRED.format(text=text)


def _against_base(rows: NewRows) -> Doubts:
    """A target on the wrong side of the level that it starts from."""
    indicators = _indicators(rows)
    bases: dict[tuple[str, str], tuple[str, Decimal]] = {}
    for row in rows.get("observations", ()):
        value = number(row.cells.get("value", ""))
        if row.cells.get("basis") == Basis.POINT and value is not None:
            bases[row.cells["indicator"], row.cells.get("organization", "")] = (row.cells["period"][:4], value)
    for at, row in enumerate(rows.get("targets", ())):
        own = indicators.get(row.cells["indicator"], {})
        year, base = bases.get((row.cells["indicator"], row.cells.get("organization", "")), ("", None))
        target, direction = number(row.cells.get("value", "")), own.get("direction", "")
        if base is None or target is None or own.get("measure") != Measure.LEVEL or year >= row.cells["end_year"]:
            continue
        against = target < base if direction == Direction.HIGHER else target > base if direction else False
        if against:
            yield "targets", at, words.AGAINST_BASE.format(target=target, base=base, direction=direction)


def _twice(rows: NewRows) -> Doubts:
    """A task that has the title of another one."""
    duties: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows.get("assignments", ()):
        duties[row.cells["task"]].append((row.cells["printed_name"], row.cells["role"]))
    seen: dict[tuple[str, str], Mapping[str, str]] = {}
    for at, row in enumerate(rows.get("tasks", ())):
        cells = row.cells
        first = seen.setdefault((cells["plan"], cells["title"]), cells)
        if first is not cells:
            same = duties[first["id"]] == duties[cells["id"]] and first.get("due", "") == cells.get("due", "")
            doubt = words.TASK_TWICE if same else words.TITLE_TWICE
            yield "tasks", at, doubt.format(other=first.get("locator", ""))


def _named_twice(rows: NewRows) -> Doubts:
    """An indicator that has the name of another one of its plan, where nothing says how they are related."""
    related = {frozenset((row.cells["indicator"], row.cells["related"])) for row in rows.get("relations", ())}
    seen: dict[tuple[str, str], Mapping[str, str]] = {}
    for at, row in enumerate(rows.get("indicators", ())):
        cells = row.cells
        name = cells.get("name", "")
        first = seen.setdefault((cells.get("plan", ""), name), cells)
        if name and first is not cells and frozenset((first["id"], cells["id"])) not in related:
            yield "indicators", at, words.INDICATOR_TWICE.format(name=name)


def _before_plan(rows: NewRows) -> Doubts:
    """A deadline before the plan begins; once, where its reader has doubted it already."""
    starts = {row.cells["id"]: row.cells.get("start_year", "") for row in rows.get("plans", ())}
    for at, row in enumerate(rows.get("tasks", ())):
        due, start = row.cells.get("due", ""), starts.get(row.cells["plan"], "")
        printed = row.cells.get("due_text") or due
        is_told = any(words.QUOTED.format(text=printed) in comment for comment in row.comments)
        if due and start and due[:4] < start and not is_told:
            yield "tasks", at, words.BEFORE_PLAN.format(due=printed, start=start)


def _parts(rows: NewRows) -> Doubts:
    """Targets of units that do not add up to that of the whole place."""
    indicators = _indicators(rows)
    parts: dict[tuple[str, ...], Decimal] = defaultdict(Decimal)
    wholes: dict[tuple[str, ...], tuple[int, Decimal]] = {}
    for at, row in enumerate(rows.get("targets", ())):
        value = number(row.cells.get("value", ""))
        key = tuple(row.cells.get(column, "") for column in ("indicator", "start_year", "end_year"))
        if value is None or indicators.get(key[0], {}).get("measure") not in SUMMED:
            continue
        if row.cells.get("organization"):
            parts[key] += value
        else:
            wholes.setdefault(key, (at, value))
    for key, total in parts.items():
        if key in wholes and wholes[key][1] != total:
            yield "targets", wholes[key][0], words.PARTS_DIFFER.format(parts=total, whole=wholes[key][1])
