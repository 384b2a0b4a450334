"""Numbers over columns can be read: nothing runs through them, and no dash touches them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from generator.analysis.charts.chart_geometry import AIR, BRACKET, NARROW, PAIR, SMALL, WIDE, Drawing, Size, draw_chart
from generator.analysis.target_spec import DatedValue
from generator.ledger.enums import Basis, Measure
from tests.analysis.charts.test_chart_geometry import SIZES, Area, meet, of, words_areas
from tests.analysis.test_target_states import sums, year


def numbers(drawing: Drawing, *kinds: str) -> list[Area]:
    """The room of the words over columns of some kinds."""
    areas = zip(words_areas(drawing), drawing.texts, strict=True)
    return [area for area, text in areas if text.kind in kinds]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize(
    ("end", "value", "further"), [*product((2020, 2022), ("1234", "1450.5", "123456"), ("1.1", "1.2"))]
)
def test_a_number_stands_clear_of_the_end_of_a_line(size: Size, end: int, value: str, further: str) -> None:
    """A dash that touches it reads as a minus; the number is printed all the same, over the line."""
    own = Decimal(value)
    for last in range(2016, end - 1):
        told = [year(number, value) for number in range(2016, last + 1)]
        promise = sums(start=2016, end=end, value=own * len(told) + own * Decimal(further) * (end - last))
        content = of(promise, told, date(last + 1, 2, 1))
        assert content is not None
        drawing = draw_chart(content, size)
        (pace,) = drawing.spans
        around = (pace.x - AIR, pace.y - 1, pace.end + AIR, pace.y + 1)
        assert [area for area in numbers(drawing, "result", "target") if meet(area, around)] == []
        assert any(text.text.endswith(value) and abs(text.x - pace.x) <= size.width // 8 for text in drawing.texts)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("asked", ["15", "25", "40", "60"])
def test_a_number_in_a_hollow_column_has_its_room_there(size: Size, asked: str) -> None:
    """Where a line is in its way over the column; the foot of a low column does not run through it."""
    for highest, further in product(("100", "300"), ("1.2", "1.5")):
        total = Decimal(highest) - 50 + 3 * Decimal(asked) * Decimal(further)
        years = [(number, Decimal(asked)) for number in (2018, 2019, 2020)]
        told = [year(2016, highest), year(2017, "-50")]
        content = of(sums(start=2016, end=2020, value=total), told, date(2018, 2, 1), years)
        assert content is not None
        drawing = draw_chart(content, size)
        hollow = [box for box in drawing.boxes if box.kind == "target"]
        feet = [(b.x, b.y + b.height - 1, b.x + b.width, b.y + b.height + 1) for b in hollow]
        assert [(a, b) for a in numbers(drawing, "target") for b in feet if meet(a, b)] == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("digits", range(3, 18, 2))
@pytest.mark.parametrize(("year_of_low", "year_of_high"), [(2017, 2019), (2019, 2017)])
def test_the_mark_of_a_silent_year_stays_free(size: Size, digits: int, year_of_low: int, year_of_high: int) -> None:
    """Beside a low column with a wide number, where no word stands over the mark: the number is left to the table."""
    low = Decimal("123456789012345678"[:digits])
    told = [DatedValue(year_of_low, low, Basis.POINT), DatedValue(year_of_high, low * 1000, Basis.POINT)]
    content = of(sums(measure=Measure.LEVEL, start=2014, end=2020, value=low), told, date(2020, 2, 1))
    assert content is not None and content.silent == (2014, 2015, 2016, 2018)
    drawing = draw_chart(content, size)
    marks = [(x - BRACKET // 2, y - 12, x + BRACKET // 2, y) for x, y in drawing.brackets]
    assert [(a, b) for a in words_areas(drawing) for b in marks if meet(a, b)] == []


@pytest.mark.parametrize(("size", "full"), [(WIDE, True), (NARROW, True), (PAIR, False), (SMALL, False)])
def test_a_chart_beside_others_has_no_bar_and_no_words_at_years_to_come(size: Size, full: bool) -> None:
    """There is no room for them: readers look at how the two differ."""
    content = of(sums(unit="个"), [year(2016, "2"), year(2017, "4")])
    assert content and content.sum_bar and content.coming
    texts = [text.text for text in draw_chart(content, size).texts]
    assert [any(word in text for text in texts) for word in ("已披露", "没有年度目标")] == [full, full]
