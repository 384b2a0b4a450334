"""What a unit typed is read as a person would read it, and doubted where a person would ask back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger.enums import CellGrade, ReportState
from generator.office.ingest.cells.number_cells import read_number
from generator.office.ingest.cells.plausibility import Asked
from generator.office.ingest.cells.readings import FilledCell, Reading
from generator.office.ingest.cells.units import converted, factor
from generator.office.ingest.cells.word_cells import read_day, read_period, read_state

FILED = date(2024, 4, 8)


def number(text: str, unit: str = "个", last: str = "", name: str = "新建水站", written: str = "") -> Reading:
    """What a text says where a number is asked for."""
    return read_number(FilledCell(text), Asked(name, unit, Decimal(last) if last else None, written))


@pytest.mark.parametrize(
    ("text", "unit", "last", "value", "grade"),
    [
        ("８６０．５", "万吨", "", "860.5", "ok"),
        ("12,300", "户", "", "12300", "ok"),
        (" 15 ", "个", "", "15", "ok"),
        ("15个", "个", "", "15", "ok"),
        ("15家", "个", "", "15", "ok"),
        ("三十五", "个", "", "35", "提示"),
        ("四点二", "万吨", "", "4.2", "提示"),
        ("百分之八点五", "%", "", "8.5", "提示"),
        ("17。5", "公里", "", "17.5", "提示"),
        ("52,5", "万人次", "", "52.5", "疑点"),
        ("1,23,4", "个", "", None, "错误"),
        ("7.O5", "个", "", None, "错误"),
        ("约 3 万", "人", "", "30000", "提示"),
        ("近200", "人", "", "200", "提示"),
        ("400余人次", "人次", "", "400", "提示"),
        ("90以上", "%", "", "90", "疑点"),
        ("6-8", "场", "", None, "错误"),
        ("6至8场", "场", "", None, "错误"),
        ("12+5+3", "场", "", "20", "疑点"),
        ("一季度12，上半年30", "场", "", "30", "疑点"),
        ("30（其中城区8）", "个", "", "30", "提示"),
        ("55.1（快报）", "亿元", "", "55.1", "提示"),
        ("300（含预计）", "个", "", "300", "疑点"),
        ("800800", "个", "810", "800", "疑点"),
        ("无", "起", "", None, "疑点"),
        ("零", "起", "", "0", "提示"),
        ("", "个", "", None, "提示"),
        ("／", "个", "", None, "提示"),
        ("无变化", "个", "3", None, "提示"),
        ("同上", "个", "3", None, "错误"),
        ("详见附件2", "个", "3", None, "错误"),
        ("待统计", "个", "3", None, "提示"),
        ("已达标", "个", "3", None, "错误"),
        ("比上年提高2个百分点", "%", "50", None, "错误"),
        ("略好", "个", "", None, "错误"),
    ],
)
def test_typed_numbers(text: str, unit: str, last: str, value: str | None, grade: str) -> None:
    """One example of each way in which numbers are typed."""
    reading = number(text, unit, last)
    assert (reading.value, reading.grade) == (None if value is None else Decimal(value), grade)


@pytest.mark.parametrize(
    ("text", "unit", "written", "last", "value", "grade"),
    [
        ("13600", "亿元", "万元", "1.28", "1.36", "提示"),
        ("2.5亿元", "万元", "", "24000", "25000", "提示"),
        ("3公顷", "亩", "", "40", "45", "提示"),
        ("4500米", "公里", "", "4.4", "4.5", "提示"),
        ("600万斤", "万吨", "", "0.28", "0.3", "提示"),
        ("0.7%", "‰", "", "6.8", "7", "提示"),
        ("55.2", "万亩", "万亩", "54", "55.2", "ok"),
        ("7.5", "亿美元", "亿元", "0.9", None, "错误"),
        ("0.9", "亿美元", "亿元", "0.88", "0.9", "疑点"),
        ("31000", "亿元", "", "3.2", "3.1", "疑点"),
        ("7.12", "%", "", "70.9", "71.2", "疑点"),
        ("0.052", "%", "", "5.1", "5.2", "疑点"),
    ],
)
def test_units_and_slips(text: str, unit: str, written: str, last: str, value: str | None, grade: str) -> None:
    """Units are converted and said; what is off by a power of ten from the last number is asked back."""
    reading = number(text, unit, last, written=written)
    assert (reading.value, reading.grade) == (None if value is None else Decimal(value), grade)


@pytest.mark.parametrize(
    ("cell", "value", "grade"),
    [
        (FilledCell("0.052", Decimal("0.052"), share=True), "5.2", "ok"),
        (FilledCell("5.2", Decimal("5.2"), share=True), "5.2", "疑点"),
        (FilledCell("5.2", Decimal("5.2")), "5.2", "ok"),
        (FilledCell("TRUE", truth=True), None, "错误"),
        (FilledCell("#REF!", error=True), None, "错误"),
        (FilledCell("", formula=True), None, "错误"),
        (FilledCell("5.2", Decimal("5.2"), formula=True), "5.2", "提示"),
        (FilledCell("2024-03-05", day=date(2024, 3, 5)), None, "错误"),
        (FilledCell("5.2", Decimal("5.2"), merged=True), "5.2", "疑点"),
        (FilledCell("4.95.2", standing="5.2"), "5.2", "疑点"),
        (FilledCell("5.2", Decimal("5.2"), comment="暂按旧口径"), "5.2", "提示"),
    ],
)
def test_what_a_program_left_in_a_cell(cell: FilledCell, value: str | None, grade: str) -> None:
    """Formats, formulas, merged cells, words that are struck through and comments are seen."""
    reading = read_number(cell, Asked("合格率", "%", Decimal("5.0")))
    assert (reading.value, reading.grade) == (None if value is None else Decimal(value), grade)


@pytest.mark.parametrize(
    ("name", "last", "text", "value", "grade"),
    [
        ("能耗降低率", "2.1", "-2.4", "2.4", "疑点"),
        ("工业增速", "2.1", "-2.4", "-2.4", "ok"),
        ("新建水站", "3", "-2", "2", "疑点"),
        ("绿化覆盖率", "98", "103", "103", "疑点"),
        ("投资增速", "98", "103", "103", "ok"),
    ],
)
def test_what_cannot_be(name: str, last: str, text: str, value: str, grade: str) -> None:
    """A fall is told by the name, growth may be negative, a share is no more than the whole."""
    reading = number(text, "%", last, name)
    assert (reading.value, reading.grade) == (Decimal(value), grade)


@pytest.mark.parametrize(
    ("text", "value", "grade"),
    [
        ("2024-03-28", "2024-03-28", "ok"),
        ("2024年3月28日", "2024-03-28", "ok"),
        ("2024.3.28", "2024-03-28", "ok"),
        ("24.3.28", "2024-03-28", "疑点"),
        ("45379", "2024-03-28", "提示"),
        ("3月底", "2024-03", "提示"),
        ("2023年11月", "2023-11", "提示"),
        ("2024-02-30", None, "错误"),
        ("2042-03-28", None, "错误"),
        ("28/3/2024", "2024-03-28", "提示"),
        ("3/4/2024", None, "疑点"),
        ("4/4/2024", "2024-04-04", "提示"),
        ("计划5月完成", None, "提示"),
        ("二〇二四年三月二十八日", "2024-03-28", "提示"),
        ("—", None, "提示"),
        ("不久", None, "错误"),
    ],
)
def test_days(text: str, value: str | None, grade: str) -> None:
    """Days as offices type them; none is later than the day of filing."""
    reading = read_day(FilledCell(text), FILED)
    assert (reading.value, reading.grade) == (value, grade)


@pytest.mark.parametrize(
    ("text", "value", "grade"),
    [
        ("2024-Q1", "2024-Q1", "ok"),
        ("2024Q1", "2024-Q1", "ok"),
        ("2024年第1季度", "2024-Q1", "ok"),
        ("一季度", "2024-Q1", "提示"),
        ("2024年一季度", "2024-Q1", "ok"),
        ("1—3月", "2024-03", "提示"),
        ("2024年1-3月", "2024-03", "ok"),
        ("2024年上半年", "2024-H1", "ok"),
        ("2023年", "2023", "ok"),
        ("2023年度", "2023", "ok"),
        ("2024-13", None, "错误"),
        ("本季度", "2024-Q1", "疑点"),
        ("二〇二四年一季度", "2024-Q1", "提示"),
        ("前不久", None, "错误"),
    ],
)
def test_periods(text: str, value: str | None, grade: str) -> None:
    """Periods in other words than the form's; the form gives the year where it is left out."""
    reading = read_period(FilledCell(text), "2024-Q1")
    assert (reading.value, reading.grade) == (value, grade)


@pytest.mark.parametrize(
    ("text", "value", "grade"),
    [
        *((str(state), str(state), "ok") for state in ReportState),
        ("已完成", "完成", "ok"),
        ("完成√", "完成", "ok"),
        ("竣工", "完成", "提示"),
        ("在建", "推进中", "提示"),
        ("基本完成", "推进中", "疑点"),
        ("很好", None, "错误"),
        ("", None, "提示"),
    ],
)
def test_states(text: str, value: str | None, grade: str) -> None:
    """Every state of the contract, and the words of offices; nearly done is not done."""
    reading = read_state(FilledCell(text))
    assert (reading.value, reading.grade) == (value, grade)


units = st.sampled_from(
    ["米", "公里", "亩", "公顷", "吨", "万吨", "万斤", "元", "万元", "亿元", "%", "‰", "人", "万人", "千瓦"]
)


@given(units, units, st.decimals(0, 10**6, places=2, allow_nan=False))
def test_there_and_back(one: str, other: str, value: Decimal) -> None:
    """What is converted comes back as it was, and nothing is converted into what it does not measure."""
    there, back = factor(one, other), factor(other, one)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there * back == 1
        assert converted(value, there) >= 0


@given(
    st.text("0123456789.,，。%‰ 一二三十百千万亿点约近余以上下无零—-+（）()上季度年月日/lO个人元", max_size=14), units
)
def test_any_text_has_a_reading(text: str, unit: str) -> None:
    """Whatever is typed is taken, asked back or refused, with a sentence for all but the plain number."""
    for reading in (
        number(text, unit, "12.5"),
        read_day(FilledCell(text), FILED),
        read_period(FilledCell(text), "2024-Q1"),
        read_state(FilledCell(text)),
    ):
        assert all(str(reason) for reason in reading.reasons)
        assert reading.value is not None or reading.grade is not CellGrade.GOOD
