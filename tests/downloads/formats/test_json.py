"""Rows as JSON: texts as JSON writes them, numbers with the digits of the CSV."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.downloads.formats.json import to_json
from generator.downloads.output import Cells

COLUMNS = (("id", "string"), ('100% "sure"', "string"), ("value", "number"), ("year", "integer"), ("third", "boolean"))
TEXT = st.text(alphabet=st.sampled_from('ab,"\\\r\n\t\x00\x1f\x7f %字\u2028😀'), max_size=4) | st.text(max_size=3)
ROW = st.tuples(
    TEXT,
    TEXT,
    st.sampled_from(["", "4.15", "-5.50", "0"]),
    st.sampled_from(["", "2016"]),
    st.sampled_from(["", "true", "false"]),
)


@given(st.lists(ROW, max_size=7))
def test_cells_read_back(rows: list[Cells]) -> None:
    """Every text and every digit comes back; what is empty is null."""
    records = json.loads(to_json(COLUMNS, rows), parse_float=str, parse_int=str)
    assert [tuple(record) for record in records] == [tuple(name for name, _ in COLUMNS)] * len(rows)
    cells = [["" if v is None else str(v).lower() if v in (True, False) else v for v in r.values()] for r in records]
    assert [tuple(row) for row in cells] == rows


@given(st.lists(ROW, max_size=7))
def test_a_record_is_a_line(rows: list[Cells]) -> None:
    """One record on a line, as json.dumps writes it but for the digits of numbers."""

    def literal(cell: str, kind: str) -> str:
        return "null" if not cell else json.dumps(cell, ensure_ascii=False) if kind == "string" else cell

    records = (
        ", ".join(f"{json.dumps(name)}: {literal(cell, kind)}" for cell, (name, kind) in zip(row, COLUMNS, strict=True))
        for row in rows
    )
    expected = "[\n" + ",\n".join(f"  {{{record}}}" for record in records) + "\n]\n" if rows else "[]\n"
    assert to_json(COLUMNS, rows).decode() == expected


def test_digits_stay_as_they_are_written() -> None:
    """5.50 is not 5.5, and a long number is not rounded."""
    rows = [("a", "", "5.50", "", ""), ("b", "", "12345678901234567.5", "", "true")]
    text = to_json(COLUMNS, rows).decode()
    assert '"value": 5.50, "year": null, "third": null' in text
    assert '"value": 12345678901234567.5, "year": null, "third": true' in text
