"""Just possible and just impossible: the numbers, days and units at the edges of what is taken without asking back."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Final

import pytest

from generator.office.ingest.cells.number_cells import read_number
from generator.office.ingest.cells.plausibility import Asked, doubted, is_close
from generator.office.ingest.cells.readings import FilledCell, Reading
from generator.office.ingest.cells.units import converted, factor
from generator.office.ingest.cells.word_cells import read_day, read_period, read_state

FILED: Final = date(2024, 4, 8)


def told(reading: Reading) -> tuple[str | None, str, str]:
    """What is taken, how sure it is, and the codes of what is said."""
    value = None if reading.value is None else str(reading.value)
    return value, str(reading.grade), " ".join(reason.code for reason in reading.reasons)


def number(text: str, unit: str = "个", last: str = "", name: str = "新建水站", written: str = "") -> Reading:
    """What a text says where a number is asked for."""
    return read_number(FilledCell(text), Asked(name, unit, Decimal(last) if last else None, written))


NUMBERS: Final[dict[tuple[str, ...], tuple[str | None, str, str]]] = {
    ("三三个", "个", ""): (None, "错误", "unread"),
    ("一季度12，二季度15，三季度20", "个", ""): ("20", "疑点", "two-periods"),
    ("已完成三处", "处", ""): (None, "错误", "state"),
    ("13", "个", "10"): ("13", "ok", ""),
    ("7", "个", "10"): ("7", "ok", ""),
    ("14", "个", "10"): ("14", "ok", ""),
    ("130", "个", "10"): ("13", "疑点", "slip"),
    ("131", "个", "10"): ("131", "ok", ""),
    ("100000", "个", "10"): ("10", "疑点", "slip"),
    ("1000000", "个", "10"): ("1000000", "ok", ""),
    ("0.001", "个", "10"): ("10", "疑点", "slip"),
    ("0.0001", "个", "10"): ("0.0001", "ok", ""),
    ("0", "个", "10"): ("0", "ok", ""),
    ("10", "个", "0"): ("10", "ok", ""),
    ("0", "个", "0"): ("0", "ok", ""),
    ("100", "%", "98", "绿化覆盖率"): ("100", "ok", ""),
    ("101", "%", "98", "绿化覆盖率"): ("101", "疑点", "share"),
    ("101", "%", "", "绿化覆盖率"): ("101", "疑点", "share"),
    ("101", "%", "100", "绿化覆盖率"): ("101", "疑点", "share"),
    ("102", "%", "101", "绿化覆盖率"): ("102", "ok", ""),
    ("101", "个", "98", "绿化覆盖率"): ("101", "ok", ""),
    ("101", "%", "98", "长度"): ("101", "ok", ""),
    ("-2", "个", "-3"): ("-2", "ok", ""),
    ("-2", "个", "0"): ("2", "疑点", "negative"),
    ("-2", "%", "3", "工业增速"): ("-2", "ok", ""),
    ("-2", "%", "", "能耗降低率"): ("2", "疑点", "reduction"),
    ("0.03", "%", "3", "率"): ("3", "疑点", "fraction"),
    ("0.03", "个", "3", "率"): ("3", "疑点", "slip"),
    ("0.3", "%", "3", "率"): ("3", "疑点", "slip"),
    ("8686", "个", "86"): ("86", "疑点", "twice"),
    ("8687", "个", "86"): ("86.87", "疑点", "slip"),
    ("8686", "个", ""): ("8686", "ok", ""),
    ("8686", "个", "20"): ("8686", "ok", ""),
    ("88", "个", "8"): ("8.8", "疑点", "slip"),
    ("一万二千三百", "个", ""): ("12300", "提示", "numerals"),
    ("三点一四", "个", ""): ("3.14", "提示", "numerals"),
    ("一亿五千万", "万元", ""): ("15000", "提示", "numerals unit"),
    ("一亿五千万元", "万元", ""): ("15000", "提示", "numerals unit"),
    ("1亿5千万", "万元", ""): ("15000", "提示", "scales unit"),
    ("1亿5千万", "亿元", ""): ("1.5", "提示", "scales unit"),
    ("1亿5000万元", "元", ""): ("150000000", "提示", "scales"),
    ("3万5千人", "人", ""): ("35000", "提示", "scales"),
    ("1.2万3千人", "人", ""): (None, "错误", "unread"),
    ("2千3百", "个", ""): ("2300", "提示", "scales"),
    ("1万2", "个", ""): (None, "错误", "unread"),
    ("三点个", "个", ""): ("3", "提示", "numerals"),
    ("0,5", "个", ""): ("0.5", "疑点", "comma"),
    ("1,234", "个", ""): ("1234", "ok", ""),
    ("1,234.5", "个", ""): ("1234.5", "ok", ""),
    ("+5", "个", ""): ("5", "ok", ""),
    (".5", "个", ""): ("0.5", "ok", ""),
    ("5.", "个", ""): ("5", "ok", ""),
    ("'5", "个", ""): ("5", "ok", ""),
    ("－5", "%", "3", "工业增速"): ("-5", "ok", ""),
    ("约5", "个", ""): ("5", "提示", "softener"),
    ("5左右", "个", ""): ("5", "提示", "softener"),
    ("预计5", "个", ""): ("5", "提示", "status"),
    ("超5", "个", ""): ("5", "疑点", "bound"),
    ("5（预计）（含城区）", "个", ""): ("5", "提示", "status part"),
    ("（5）", "个", ""): (None, "错误", "unread"),
    ("增加5", "个", ""): (None, "错误", "change"),
    ("增长5", "%", "", "产值增长"): (None, "错误", "unread"),
    ("已完成", "个", ""): (None, "错误", "state"),
    ("一切顺利", "个", ""): (None, "错误", "unit-other"),
    ("12+5", "个", ""): ("17", "疑点", "sum"),
    ("一季度12，二季度5", "个", ""): ("5", "疑点", "two-periods"),
    ("3万", "人", ""): ("30000", "提示", "unit"),
    ("3万", "万人", ""): (None, "错误", "unit-other"),
    ("3人", "个", ""): (None, "错误", "unit-other"),
    ("3人", "个", "3"): ("3", "疑点", "unit-doubted"),
    ("300", "个", "3", "水站", "人"): (None, "错误", "unit-other"),
    ("5%", "%", "5", "率"): ("5", "ok", ""),
    ("5％", "%", "5", "率"): ("5", "ok", ""),
    ("2500", "万元", "2400", "投资", "元"): ("2500", "疑点", "unit-slip"),
    ("2500", "万元", "", "投资", "元"): ("0.25", "提示", "unit"),
    ("2.5万", "万元", "2.4", "投资", "元"): ("2.5", "疑点", "unit-doubted"),
}


@pytest.mark.parametrize("typed", NUMBERS, ids="|".join)
def test_numbers_at_the_edge(typed: tuple[str, ...]) -> None:
    """Each with the value that is taken and what is said."""
    assert told(number(*typed)) == NUMBERS[typed]


CELLS: Final[list[tuple[FilledCell, tuple[str | None, str, str]]]] = [
    (FilledCell("0.05", Decimal("0.05"), share=True), ("5", "ok", "")),
    (FilledCell("5", Decimal(5), share=True), ("5", "疑点", "shown-share")),
    (FilledCell("0.2", Decimal("0.2"), share=True), ("20", "ok", "")),
    (FilledCell("5", Decimal(5), merged=True, comment="旧"), ("5", "疑点", "comment merged")),
    (FilledCell("", merged=True), (None, "疑点", "merged")),
    (FilledCell("", formula=True), (None, "错误", "formula-empty")),
    (FilledCell("增", formula=True), (None, "错误", "unread")),
    (FilledCell("5", Decimal(5), formula=True), ("5", "提示", "formula")),
    (FilledCell("5", standing=""), (None, "疑点", "struck-whole")),
    (FilledCell("", standing=""), (None, "提示", "no-answer")),
    (FilledCell("56", standing="5"), ("5", "疑点", "struck")),
]


@pytest.mark.parametrize(("cell", "expected"), CELLS)
def test_what_programs_leave_in_a_cell_of_a_share(cell: FilledCell, expected: tuple[str | None, str, str]) -> None:
    """Held against 5 % of the time before."""
    assert told(read_number(cell, Asked("合格率", "%", Decimal(5)))) == expected


def test_a_share_of_what_is_no_share() -> None:
    """It cannot be put into the unit of the form; one in thousandths can."""
    cell = FilledCell("0.05", Decimal("0.05"), share=True)
    assert told(read_number(cell, Asked("水站", "个"))) == (None, "错误", "unit-other")
    assert told(read_number(cell, Asked("率", "‰"))) == ("50", "ok", "")


def test_a_number_below_zero_is_told_as_it_would_be_taken() -> None:
    """Above zero, as the value itself."""
    reading = number("-7")
    assert reading.value == 7 and reading.reasons[0].values == {"value": Decimal(7)}


def test_neighbours() -> None:
    """Three tenths either way, of the number before."""
    assert is_close(Decimal(13), Decimal(10)) and is_close(Decimal(-13), Decimal(-10))
    assert not is_close(Decimal("13.01"), Decimal(10)) and not is_close(Decimal("6.99"), Decimal(10))


DAYS: Final[dict[str, tuple[str | None, str, str]]] = {
    "36526": ("2000-01-01", "提示", "day-serial"),
    "36525": (None, "错误", "day-unread"),
    "45390": ("2024-04-08", "提示", "day-serial"),
    "45391": (None, "错误", "day-later"),
    "2024-04-08": ("2024-04-08", "ok", ""),
    "2024-04-09": (None, "错误", "day-later"),
    "12/11/2023": (None, "疑点", "day-order"),
    "13/12/2023": ("2023-12-13", "提示", "day-turned"),
    "12/13/2023": ("2023-12-13", "提示", "day-turned"),
    "13/13/2023": (None, "错误", "day-none"),
    "11/11/2023": ("2023-11-11", "提示", "day-turned"),
    "23.13.1": (None, "错误", "day-none"),
    "12月": (None, "错误", "day-later"),
    "1月": ("2024-01", "提示", "day-month"),
    "4月": ("2024-04", "提示", "day-month"),
    "2023年13月": (None, "错误", "day-unread"),
    "2023年12月": ("2023-12", "提示", "day-month"),
    "二〇二三年十二月": ("2023-12", "提示", "day-month day-numerals"),
}


@pytest.mark.parametrize("text", DAYS)
def test_days_at_the_edge(text: str) -> None:
    """The first and the last that are taken."""
    assert told(read_day(FilledCell(text), FILED)) == DAYS[text]


def test_days_that_are_no_texts() -> None:
    """A day of the program, a number that stands for one, and one that does not; a month needs a year."""
    assert told(read_day(FilledCell("x", day=date(2024, 4, 8)), FILED)) == ("2024-04-08", "ok", "")
    assert told(read_day(FilledCell("45390", Decimal(45390)), FILED)) == ("2024-04-08", "提示", "day-serial")
    assert told(read_day(FilledCell("73050", Decimal(73050)), None)) == ("2099-12-31", "提示", "day-serial")
    assert told(read_day(FilledCell("73051", Decimal(73051)), None)) == (None, "错误", "day-unread")
    assert told(read_day(FilledCell("45390.5", Decimal("45390.5")), FILED))[0] is None
    assert told(read_day(FilledCell("12月"), None)) == (None, "错误", "day-unread")
    assert datetime(1899, 12, 30).year == 1899


PERIODS: Final[dict[str, tuple[str | None, str, str]]] = {
    "2024-12": ("2024-12", "ok", ""),
    "2024-0": (None, "错误", "period-unread"),
    "2024年1月": ("2024-01", "ok", ""),
    "2024年12月": ("2024-12", "ok", ""),
    "2024年13月": (None, "错误", "period-unread"),
    "1-12月": ("2024-12", "提示", "period-part"),
    "下半年": ("2024-H2", "提示", "period-part"),
    "H1": ("2024-H1", "提示", "period-part"),
    "2023H2": ("2023-H2", "ok", ""),
    "2024q4": ("2024-Q4", "ok", ""),
    "二〇二三年": ("2023", "提示", "period-numerals"),
    "": (None, "提示", "no-answer"),
}


@pytest.mark.parametrize("text", PERIODS)
def test_periods_at_the_edge(text: str) -> None:
    """Months from 1 to 12, quarters and halves; the form gives the year."""
    assert told(read_period(FilledCell(text), "2024-Q1")) == PERIODS[text]


def test_a_state_that_is_partly_struck_out() -> None:
    """What stands is the state."""
    assert told(read_state(FilledCell("推进中完成", standing="完成"))) == ("完成", "ok", "")
    assert told(read_state(FilledCell("无变化")))[2] == "no-change"


UNITS: Final[dict[tuple[str, str], str | None]] = {
    ("万人", "人"): "10000",
    ("人", "万人"): "1/10000",
    ("亩", "公顷"): "1/15",
    ("KW", "kw"): "1",
    ("平方公里", "公里"): None,
    ("万亩", "公顷"): "2000/3",
    ("个", "家"): "1",
    ("万", "万"): "1",
    (" （人） ", "人"): "1",
}


@pytest.mark.parametrize("pair", UNITS, ids="→".join)
def test_units(pair: tuple[str, str]) -> None:
    """By what a number is multiplied; None where the units measure different things."""
    found = factor(*pair)
    assert (None if found is None else str(found)) == UNITS[pair]
    assert converted(Decimal(30), factor("亩", "公顷") or 0) == Decimal(2)  # type: ignore[arg-type]


@pytest.mark.parametrize(("typed", "times"), [("95", "10"), ("0.95", "10"), ("950", "100")])
def test_a_slip_of_the_point_is_told_by_how_much(typed: str, times: str) -> None:
    """Either way as so many times, with the number that was meant."""
    reading = doubted(Reading(Decimal(typed)), Asked("长度", "公里", last=Decimal("9.4")))
    assert reading.value == Decimal("9.5")
    assert Decimal(str(reading.reasons[0].values["factor"])) == Decimal(times)
