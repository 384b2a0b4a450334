"""Quick ways of writing rows give what the plain ways give."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.downloads import tabular
from generator.downloads.tabular import Cells, to_csv, to_json

COLUMNS = (("id", "string"), ('100% "sure"', "string"), ("value", "number"), ("year", "integer"), ("third", "boolean"))
TEXT = st.text(alphabet=st.sampled_from('ab,"\\\r\n\t\x00\x1f\x7f %字\u2028😀'), max_size=4) | st.text(max_size=3)
ROW = st.tuples(
    TEXT,
    TEXT,
    st.sampled_from(["", "4.15", "-5.50", "0"]),
    st.sampled_from(["", "2016"]),
    st.sampled_from(["", "true", "false"]),
)


def plainly(rows: Sequence[Cells]) -> str:
    """The JSON of rows, written cell by cell."""

    def literal(cell: str, kind: str) -> str:
        return "null" if not cell else json.dumps(cell, ensure_ascii=False) if kind == "string" else cell

    records = (
        ", ".join(f"{json.dumps(name)}: {literal(cell, kind)}" for cell, (name, kind) in zip(row, COLUMNS, strict=True))
        for row in rows
    )
    return "[\n" + ",\n".join(f"  {{{record}}}" for record in records) + "\n]\n" if rows else "[]\n"


@given(st.lists(ROW, max_size=7), st.sampled_from([1, 2, 256]))
def test_json_is_that_of_the_plain_way(rows: list[Cells], batch: int) -> None:
    """Whatever stands in the cells and wherever batches end, each text is written as json.dumps writes it."""
    with patch.object(tabular, "BATCH", batch):
        assert to_json(COLUMNS, rows).decode() == plainly(rows)


@given(st.lists(ROW, max_size=7), st.sampled_from([1, 2, 256]))
def test_csv_is_that_of_the_plain_way_and_reads_back(rows: list[Cells], batch: int) -> None:
    """The bytes are those of csv.writer, and a reader gets the cells that were written."""
    header = tuple(name for name, _ in COLUMNS)
    with patch.object(tabular, "BATCH", batch):
        text = to_csv(header, rows).decode()
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([header, *rows])
    assert text == out.getvalue()
    assert list(map(tuple, csv.reader(io.StringIO(text, newline="")))) == [header, *rows]


@given(st.lists(st.tuples(TEXT), max_size=4))
def test_a_lonely_column_keeps_its_empty_cells(rows: list[Cells]) -> None:
    """An empty cell that is all of its row is quoted: an empty line would be no row."""
    text = to_csv(("note",), rows).decode()
    assert list(map(tuple, csv.reader(io.StringIO(text, newline="")))) == [("note",), *rows]


@pytest.mark.parametrize("odd", ['"', "\\", "\n", "\x01"])
def test_one_odd_cell_does_not_change_its_neighbours(odd: str) -> None:
    """What is escaped in one row of a batch leaves the rest as it is."""
    rows = [("a", "", "1.50", "", "true"), (odd, "100%", "", "2016", "")]
    assert to_json(COLUMNS, rows).decode() == plainly(rows)
