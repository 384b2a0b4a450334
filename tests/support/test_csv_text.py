"""Rows as CSV."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from generator.support.csv_text import to_csv

TEXT = st.text(alphabet=st.sampled_from('ab,"\\\r\n\t\x00\x1f\x7f %字\u2028😀'), max_size=4) | st.text(max_size=3)
HEADER = ("id", "100% sure", "value")


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=7))
def test_rows_read_back(rows: list[tuple[str, ...]]) -> None:
    """A reader gets the cells that were written, whatever stands in them; every line ends as RFC 4180 has it."""
    text = to_csv(HEADER, rows).decode()
    assert [tuple(row) for row in csv.reader(io.StringIO(text, newline=""))] == [HEADER, *rows]
    assert text.startswith("id,100% sure,value\r\n") and text.endswith("\r\n")


@given(st.lists(st.tuples(TEXT), max_size=4))
def test_a_lonely_column_keeps_its_empty_cells(rows: list[tuple[str]]) -> None:
    """An empty cell that is all of its row is quoted: an empty line would be no row."""
    text = to_csv(("note",), rows).decode()
    assert list(map(tuple, csv.reader(io.StringIO(text, newline="")))) == [("note",), *rows]


def test_only_what_must_be_quoted_is_quoted() -> None:
    """Commas, quotes and line breaks; a quote is doubled."""
    assert (
        to_csv(("a", "b"), [("x y", '1,"2"'), ("两\n行", "=1")]) == 'a,b\r\nx y,"1,""2"""\r\n"两\n行",=1\r\n'.encode()
    )
