"""What of a sheet is stored for the next reading: what the ledger takes from it, and never the name of a person."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.language.office.column_words import NAMED_PERSON as NAMED_PERSON_WORDS
from generator.language.official_text import normalise
from generator.ledger.wording.responsibility.other_clauses import SAME_UNITS
from generator.office.importing.context import without_persons
from generator.office.importing.posts import read_posts
from generator.office.importing.tables.found_tables import Table, find_tables
from generator.office.workbooks.sheets import Place, Sheet

NAMED_PERSON: Final = re.compile(NAMED_PERSON_WORDS)
UNITS: Final = ("lead", "responsible", "support", "participate", "guide", "assess", "town")
NOT_STORED: Final = ("", "contact", "progress", "note")
"""Columns of which the ledger takes nothing."""


def storable(sheets: Sequence[Sheet], names: Mapping[str, str]) -> list[Sheet]:
    """The sheets that are read, with the cells that are; of a leader's cell the office alone."""
    found = []
    for sheet in sheets:
        if not sheet.hidden and (tables := find_tables(sheet, names)):
            texts = {place: text for place, t in sheet.texts.items() if (text := _stored(sheet, tables, place, t))}
            found.append(replace(sheet, texts=texts))
    return found


def _stored(sheet: Sheet, tables: Sequence[Table], place: Place, text: str) -> str:
    row, column = place
    if row in sheet.hidden_rows or column in sheet.hidden_columns:
        return ""
    table = next((table for table in reversed(tables) if table.row <= row), None)
    if table is None or row < table.row + table.head.depth or row not in {one.row for one in table.rows}:
        return NAMED_PERSON.sub("", text).strip()
    kind = next((one.kind for one in table.head.columns if one.index == column), "")
    if kind in NOT_STORED:
        return ""
    if kind in UNITS:
        return without_persons(text)
    if kind == "leader" and not SAME_UNITS.fullmatch(normalise(text)):
        return read_posts(text)[0]
    return text
