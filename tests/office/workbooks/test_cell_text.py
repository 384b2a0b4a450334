"""What a cell shows follows from its number and its format, as a person sees it in the sheet."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from generator.office.workbooks.cell_text import shown


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, "General", ""),
        (False, "0", "FALSE"),
        (time(9, 30), "h:mm", "09:30:00"),
        (timedelta(hours=30), "[h]:mm", "1 day, 6:00:00"),
        (date(2024, 9, 1), "yyyy/m", "2024-09"),
        (datetime(2024, 9, 3), "D/M/YYYY", "2024-09-03"),
        (date(2024, 9, 1), 'yyyy"d"m', "2024-09"),
        (date(2024, 9, 1), "[$-804]yyyy\\dm", "2024-09"),
        (float("nan"), "0", "nan"),
        (float("inf"), "0.0", "inf"),
        (12345678901, "General", "12345678901"),
        (0.123456789012, "General", "0.12345678901"),
        (123456789.012, "General", "123456789.01"),
        (1.10, "General", "1.1"),
        (100, "General", "100"),
        (0, "General", "0"),
        (1000.0, "General", "1000"),
        (2.345, "0.00", "2.35"),
        (2.5, "0", "3"),
        (10.0, "0.##", "10"),
        (12.30, "0.0#", "12.3"),
        (12.00, "0.0#", "12.0"),
        (12.34, "0.0?", "12.34"),
        (1e15, "0.00", "1000000000000000.0"),
        (999999999999999, "0.00", "999999999999999.00"),
        (-3, "0;0", "3"),
        (-3, "0", "-3"),
        (-3, "0;", "-3"),
        (0, '0;0;"无"', "无"),
        (0, "0;0;", "0"),
        (0, '0;"负"0', "0"),
        (5, '0;0;"无"', "5"),
        (12, '[>12]"多"0;[=12]"正"0;"少"0', "正12"),
        (13, '[>12]"多"0;[=12]"正"0;"少"0', "多13"),
        (11, '[>12]"多"0;[=12]"正"0;"少"0', "少11"),
        (11, '[<12]"少"0', "少11"),
        (13, '[<12]"少"0', "少13"),
        (12, '[<>12]"不是"0;"是"0', "是12"),
        (12, '[<=12]"至多"0;0', "至多12"),
        (0.5, '"约"0%', "约50%"),
        (0.5, '0%"，"0', "50%，"),
        (5, "-0", "-5"),
        (5, '"第"0"期"', "第5期"),
        (5, '""0', "5"),
        (5, '"无"', "无"),
        (5, "[Red]", "5"),
        (5, "_ 0", "5"),
        (5, "0_-", "5"),
        (5, "第0期", "第5期"),
        (5, "0\\期", "5期"),
        (5, "(0)", "5"),
        (0.5, "0 ?/?", "0.5"),
        (5, "G/通用格式", "5"),
        (123456, "0!.0,", "12.3"),
        (123456, "0!.00", "1234.56"),
        (123500, "0!.0,", "12.4"),
    ],
)
def test_what_a_cell_shows(value: object, number_format: str, text: str) -> None:
    """Sections by sign or condition, decimals that may be left out, shares, words before and behind."""
    assert shown(value, number_format) == text
