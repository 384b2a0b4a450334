"""What is read of typed cells, with all that is said of each, to be read line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

import pytest

from generator.ledger.enums import CellGrade
from generator.office.ingest.cells.number_cells import LONGEST, read_number
from generator.office.ingest.cells.plausibility import Asked
from generator.office.ingest.cells.readings import FilledCell, Reading
from generator.office.ingest.cells.word_cells import read_day, read_period, read_state
from tests.helpers.golden import compare

FILED: Final = date(2024, 4, 8)
NUMBERS: Final[dict[Asked, str]] = {
    Asked("新建水站", "个"): (
        "15 15个 15家 +5 .5 +.5 5. 5。 ’5 '5 ８６０ 12,300 1,234.5 12,345,678 1,23 0,5 1,234,5 1,23,4 17。5 "
        "7.O5 7.5 O 三十五 四点二 三点一四 二〇 三点二〇 三三 五万 负五 -5 −5 百分之八 约5 约5左右 约3万 近200 "
        "将近200 接近200 超5 5以上 5余个 余5 5多 5个以内 预计5 力争5 初步5 5(快报) 5(预计数) 5(初步)(含城区) "
        "5(含预计) 5(含估算，城区3) 5(城区3) (5) 6-8 6—8个 6至8 12+5 12+5+3.5 一季度12 一季度12，上半年30 "
        "上半年30，其中二季度18 一季度12，二季度1,500 1月3，2月4，3月5 无 暂无 零 / 空 —— 无变化 同上 "
        "与上期相同 详见附件2 见备注 待统计 正在统计 已达标 达标 已完成三处 完成3处 基本完成 增加5 同比5 略好 "
        "一切顺利 九九归一 3人 3万 3万个 3百 1234万 "
    ),
    Asked(
        "培训", "人", Decimal(3)
    ): "3 3.9 3.91 2.1 2.09 30 39 40 0.3 300 3000 30000 39001 400000 0 33 3333 3万 约3万 3家 -3",
    Asked("接待", "万人次", Decimal("55.2")): (
        "55.2 552000人次 55万 55 5520 0.552 5.52万人 552000 -55.2 55人 55.255.2"
    ),
    Asked("合格率", "%", Decimal(98)): "98 100 100.1 103 0.98 9.8 98% 98％ 百分之九十八 九成八 980‰ 0.098 1.2 -98",
    Asked("合格率", "%"): "100 100.1 -1 98%",
    Asked("绿化率", "%", Decimal("100.5")): "100.6 130 131",
    Asked("产值增长率", "%", Decimal(98)): "103",
    Asked("投资增速", "%", Decimal("2.1")): "-2.1 2.4 103 增长2.4 下降2.4 -21 -210",
    Asked("能耗降低", "%", Decimal("2.1")): "-2.4 2.4 下降2.4 -24",
    Asked("净流入", "人", Decimal(-30)): "-30 -39 30 -300",
    Asked("差额", "万元", Decimal(30)): "-30 300000元 30亿元 0.003亿元 30元 30美元 30万 3百万元",
    Asked("投资", "万元", Decimal(2400), "元"): "2500 25000000 2500万元 2500亿元 约2500万",
    Asked("产量", "万吨", Decimal("0.28"), "万斤"): "560 0.28 600 600斤 2800吨",
    Asked("浓度", "微克/立方米"): "35 0.035毫克/立方米 35μg/m³ 35mg/m3 35升",
}
"""What is asked for → what is typed, with blanks between."""
LONG: Final = tuple(f"5({'注' * (length - 3)})" for length in (LONGEST, LONGEST + 1))
CELLS: Final = (
    FilledCell("TRUE", truth=True),
    FilledCell("#REF!", error=True),
    FilledCell("", formula=True),
    FilledCell("增", formula=True),
    FilledCell("5", Decimal(5), formula=True),
    FilledCell("5%左右", formula=True),
    FilledCell("2024-03-05", day=date(2024, 3, 5)),
    FilledCell("", merged=True),
    FilledCell("", merged=True, comment="旧"),
    FilledCell("5", Decimal(5), merged=True, comment="旧"),
    FilledCell("5", Decimal(5), merged=True, formula=True),
    FilledCell("5", standing=""),
    FilledCell("", standing=""),
    FilledCell("56", standing="5"),
    FilledCell("5(快报)6", standing="5(快报)"),
    FilledCell("无变化", comment="电话问过"),
    FilledCell("0.05", Decimal("0.05"), share=True),
    FilledCell("0.06", Decimal("0.06"), share=True),
    FilledCell("5", Decimal(5), share=True),
    FilledCell("6.5", Decimal("6.5"), share=True),
    FilledCell("6.6", Decimal("6.6"), share=True),
    FilledCell("0.2", Decimal("0.2"), share=True),
    FilledCell("0.5", Decimal("0.5"), share=True),
    FilledCell("5", Decimal(5)),
)
DAYS: Final = (
    "2024-03-28 2024年3月28日 2024.3.28 2024/3/8 2024年3月28 24.3.28 00-01-01 24.2.30 2024-02-29 2023-02-29 "
    "45379 36526 36525 45390 45391 73050 73051 28/3/2024 3/4/2024 4/4/2024 12/12/2023 13/12/2023 12/13/2023 "
    "13/13/2023 31/2/2023 3月 3月底 3月份 0月 1月 12月 13月 2023年11月 2023年0月 2023年13月 2024年4月 "
    "2024年5月 2042-03-28 2024-04-08 2024-04-09 计划5月完成 拟于6月 二〇二四年三月二十八日 二〇二四年三月 "
    "三月底 二十四年三月 十二日 — / 不久 2024 2024年 20240328"
)
DAY_CELLS: Final = (
    FilledCell("x", day=date(2024, 4, 8)),
    FilledCell("x", day=date(2024, 4, 9)),
    FilledCell("45390", Decimal(45390)),
    FilledCell("45391", Decimal(45391)),
    FilledCell("45390.5", Decimal("45390.5")),
    FilledCell("36525", Decimal(36525)),
)
PERIODS: Final = (
    "2024-Q1 2024Q1 2024q4 2024-Q5 Q2 2024年第1季度 第一季度 一季度 2024年一季度 2024一季度 二〇二三年三季度 "
    "2024年上半年 上半年 下半年 2023年下半年 H1 2023H2 2024-H3 1—3月 1-12月 1-13月 1-0月 2024年1-3月 "
    "2024年1至3月份 2024-03 2024.3 2024年3月 2024年12月 2024-12 2024-13 2024-0 2024年13月 3月 2023 2023年 "
    "2023年度 2023全年 全年 本季度 今年 本年度 前不久 / 二〇二三年"
)
STATES: Final = (
    "完成 已完成 完成√ 超额完成 推进中 ✓推进中 未启动 滞后 未达预期 承认不足 未说明 竣工 在建 超额 未开工 "
    "未完成 基本完成 大部分完成，剩两处 无变化 不变 很好 / 、"
)


def lines() -> Iterator[str]:
    """All cells, a line for each."""
    for asked, typed in NUMBERS.items():
        yield f"\n## {asked.name} {asked.unit} 上期 {asked.last} 所写的单位 {asked.written_unit}"
        yield from (line(text, read_number(FilledCell(text), asked)) for text in typed.split(" "))
    yield "\n## 很长的"
    yield from (
        f"{len(text)}：{line(text[:4], read_number(FilledCell(text), Asked('水站', '个')))[:40]}" for text in LONG
    )
    yield "\n## 合格率 % 上期 5，各种格"
    yield from (line(cell_text(cell), read_number(cell, Asked("合格率", "%", Decimal(5)))) for cell in CELLS)
    for asked in (Asked("合格率", "%"), Asked("比率", "‰"), Asked("水站", "个")):
        yield f"\n## {asked.name} {asked.unit}，设成百分比的格"
        yield from (line(cell_text(cell), read_number(cell, asked)) for cell in CELLS if cell.share)
    yield f"\n## 日子，{FILED} 填"
    cells = (*map(FilledCell, DAYS.split(" ")), *DAY_CELLS)
    yield from (line(cell_text(cell), read_day(cell, FILED)) for cell in cells)
    yield "\n## 日子，不知哪天填"
    yield from (
        line(cell_text(cell), read_day(cell, None)) for cell in cells if "day-later" in codes(read_day(cell, FILED))
    )
    yield line("3月", read_day(FilledCell("3月"), None))
    yield "\n## 时期，2024-Q1 的表"
    yield from (line(text, read_period(FilledCell(text), "2024-Q1")) for text in PERIODS.split(" "))
    yield "\n## 状态"
    yield from (line(text, read_state(FilledCell(text))) for text in STATES.split(" "))
    yield line("推进中完成 划掉推进中", read_state(FilledCell("推进中完成", standing="完成")))


def cell_text(cell: FilledCell) -> str:
    """What a cell is, in a line."""
    marks = [name for name in ("truth", "error", "formula", "merged", "share") if getattr(cell, name)]
    marks += ["number"] if cell.number is not None else []
    marks += [f"day {cell.day}"] if cell.day else []
    marks += [f"standing {cell.standing!r}"] if cell.standing is not None else []
    return " ".join([cell.text, *marks, cell.comment]).strip()


def codes(reading: Reading) -> list[str]:
    """The codes of what is said."""
    return [reason.code for reason in reading.reasons]


def line(typed: str, reading: Reading) -> str:
    """What was typed, what is taken, and everything that is said."""
    value = "——" if reading.value is None else str(reading.value)
    is_doubted = reading.grade is CellGrade.DOUBT
    beside = [f"原填 {reading.typed}"] if reading.typed is not None and is_doubted else []
    beside += [f"答复 {reading.answer}"] if reading.answer else []
    beside += [text for text in (reading.qualifier, reading.status) if text]
    said = [f"{reason.grade} {reason.code}：{reason}" for reason in reading.reasons]
    return " | ".join([f"{typed or '（空）'} → {value}", *beside, *said])


def test_what_is_read_of_cells(pytestconfig: pytest.Config) -> None:
    """Numbers, days, periods and states as offices type them."""
    compare("forms/cells", "\n".join(lines()).lstrip() + "\n", pytestconfig.getoption("--update-golden"), "txt")
