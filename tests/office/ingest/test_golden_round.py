"""A round comes in: what is said of each form, and every line that changes in the ledger, to be read line by line."""

from __future__ import annotations

from collections.abc import Collection as Some
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.language.office.rounds import form_words as words
from generator.ledger.load import load
from generator.office.ingest.collecting.collect import collect, write_collection
from generator.office.ingest.collecting.received_files import FileResult, ReceivedFile
from generator.office.ingest.form_findings import finding_lines
from generator.office.ingest.reply_workbook import reply_workbook
from tests.helpers.filled_forms import CONTRACT, copied_ledger, difference, empty_forms, filled, opened, saved, texts
from tests.helpers.golden import compare

TOWN, OTHER_TOWN, WATER, LIVELIHOOD, YOUTH = "鹭汀镇", "松坞镇", "区水利生态局", "区民生局", "团区委"
RIVER = "river-length-2023-q3-luting-since-2021"


def unchanged(unit: str) -> bytes:
    """A form that says on its first sheet that nothing changed."""
    book = opened(empty_forms()[unit])
    book[words.COVER]["B10"] = words.NO_CHANGE
    return saved(book)


def days() -> list[tuple[date, Some[str], Mapping[str, bytes]]]:
    """Each day, what is approved by then, and the forms that come."""
    town_form = filled(
        TOWN,
        {1: {"完成值": "９．５公里", "截至日期": "2023年9月30日", "数的性质": "快报"}, 2: {"完成值": 1}},
        {
            1: {"状态": "滞后", "进展": "还没有\n开工 ", "未达原因": "等汛期过去", "佐证材料": "施工日志"},
            2: {"状态": "已完成√", "进展": "按季报送"},
        },
    )
    return [
        (
            date(2023, 10, 13),
            (),
            {
                "旧表.xlsx": filled(TOWN, {1: {"完成值": "8"}}),
                "鹭汀.xlsx": town_form,
                "松坞.xlsx": filled(
                    OTHER_TOWN,
                    {
                        1: {"完成值": "50", "说明": " 新增一批\n工程 "},
                        2: {"完成值": "约2（预计）", "截至日期": "9月", "说明": "初步数"},
                    },
                    {1: {"状态": "无变化"}, 2: {"进展": "报了两次"}},
                ),
                "民生.xlsx": filled(
                    LIVELIHOOD,
                    {
                        1: {"完成值": "5200", "数的性质": "预计"},
                        2: {"完成值": "3.8%", "截至日期": "2023-10-14"},
                        3: {"完成值": "40", "说明": "就是四十"},
                        4: {"完成值": "7"},
                    },
                    {2: {"状态": "未达预期", "进展": "还差一处"}, 3: {"状态": "完成", "进展": "进" * 201}},
                ),
                "水利.xlsx": filled(
                    WATER,
                    {1: {"完成值": "32"}, 3: {"完成值": "9"}, 4: {"说明": "没有统计"}},
                    {1: {"状态": "完成"}, 3: {"状态": "推进中", "进展": "连通一条"}},
                ),
                "团委.xlsx": filled(YOUTH, {1: {"完成值": "7"}}, {1: {"状态": "推进中", "进展": "电话13812345678"}}),
                "别的.xlsx": b"no workbook",
            },
        ),
        (
            date(2023, 10, 20),
            (RIVER,),
            {
                "鹭汀.xlsx": filled(TOWN, {1: {"完成值": "9.6", "说明": "按验收单改"}, 2: {"完成值": "1.0"}}),
                "松坞.xlsx": unchanged(OTHER_TOWN),
                "民生.xlsx": filled(
                    LIVELIHOOD, {1: {"完成值": "0.52"}, 3: {"完成值": "3"}, 4: {"完成值": "6"}}, {2: {"状态": "不变"}}
                ),
                "团委.xlsx": filled(YOUTH, {1: {"完成值": "7"}}, {1: {"状态": "推进中", "进展": "办了七件"}}),
                "又一次.xlsx": town_form,
            },
        ),
        (date(2023, 10, 27), (RIVER, f"{RIVER}-r1"), {"鹭汀.xlsx": filled(TOWN, {1: {"完成值": "9.8"}})}),
    ]


def reply(result: FileResult) -> Iterator[str]:
    """The answer to a sender: its list, and the cells in colour."""
    content = reply_workbook(result.file.content, result.findings)
    if content is None:
        yield "没有回复"
        return
    book = opened(content)
    sheet = book[words.PROBLEMS]
    widths = [f"{column.width:g}" for column in sheet.column_dimensions.values()]
    yield f"{book.sheetnames} {book.active.title} {widths}"
    yield from (" | ".join(str(cell or "") for cell in row) for row in sheet.iter_rows(values_only=True))
    for other in book.worksheets[1:]:
        cells = (cell for row in other.iter_rows() for cell in row)
        yield from (f"{c.coordinate} {c.fill.fgColor.rgb}" for c in cells if c.fill.fgColor.rgb in COLOURS)


COLOURS = {f"00{colour}" for colour in ("F8CBAD", "FFE699", "DDEBF7", "EDEDED")}


def story(data: Path) -> Iterator[str]:
    """What is said and what changes, day by day."""
    for day, (on, approved, files) in enumerate(days(), 1):
        checked, before = load(data, CONTRACT), texts(data)
        received = [ReceivedFile(name, content) for name, content in files.items()]
        collection = collect(LedgerIndex(checked), checked, received, on, approved=frozenset(approved))
        write_collection(data, collection)
        yield f"# {on}"
        for result in collection.results:
            counts = f"{result.state}，完成值 {result.values}，进展 {result.reports}"
            yield f"{result.file.name} {result.unit}：{counts if result.taken else '没有收'}"
            yield from finding_lines("", result.findings)
        yield from difference(before, texts(data))
        if day == 1:
            yield from (line for result in collection.results[2:3] + collection.results[-1:] for line in reply(result))
        yield ""


def test_a_round_comes_in(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """New values, corrections of what is approved, answers of several units, forms with errors."""
    data = copied_ledger(tmp_path)
    text = "\n".join(story(data))
    compare("forms/round", text, pytestconfig.getoption("--update-golden"), "txt")
    load(data, CONTRACT)
