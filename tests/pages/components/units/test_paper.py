"""What goes on one sheet of paper: rows in their order while there is room, and how many are left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.components.units.paper import GAP, HEADING, LINES, Sheet, lines


def test_rows_go_on_paper_until_it_is_full() -> None:
    """A row that does not fit, and all behind it, stand on the screen alone; so does the next group."""
    sheet = Sheet(2)
    first = sheet.take([LINES / 2, LINES, 1], lambda row: row)
    second = sheet.take([1], lambda row: row)
    assert (first.first, first.rest, first.total) == ((LINES / 2,), (LINES, 1), 3)
    assert (second.first, second.rest) == ((), (1,))


def test_an_empty_group_takes_no_room() -> None:
    """Neither for a heading nor for rows."""
    sheet = Sheet(0)
    assert sheet.take([], lambda _: 1).total == 0
    assert sheet.take([LINES - 1], lambda row: row).first == (LINES - 1,)


@given(st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=20), max_size=6))
def test_a_sheet_is_never_too_full(groups: list[list[int]]) -> None:
    """Headings, rows and the lines about what is left out are no more than its lines; no row is lost."""
    sheet, used = Sheet(len(groups)), 0.0
    for rows in groups:
        taken = sheet.take(rows, float)
        assert [*taken.first, *taken.rest] == rows
        used += HEADING + sum(taken.first) + GAP * len(taken.first) + (1 if taken.rest else 0)
    assert used <= LINES + 1e-9


def test_a_long_text_takes_several_lines() -> None:
    """Latin letters and digits are about half as wide as Chinese characters; nothing takes no line."""
    assert (lines("", 10), lines("十个字十个字十个字十", 10), lines("一个字一个字一个字一个", 10)) == (1, 1, 2)
    assert lines("a" * 18, 10) == 1
