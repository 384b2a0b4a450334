"""Broken-down targets come in: what is said of each form, and every line that changes, to be read line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.analysis.ledger_index import LedgerIndex
from generator.ledger.load import load
from generator.office.ingest.breakdown.parts_collecting import collect_parts
from generator.office.ingest.collecting.collect import write_collection
from generator.office.ingest.collecting.received_files import ReceivedFile
from generator.office.ingest.form_findings import finding_lines
from tests.helpers.breakdown_forms import TOWNS, Parts, filled_parts
from tests.helpers.filled_forms import CONTRACT, copied_ledger, difference, texts
from tests.helpers.golden import compare

SAFETY, WATER, YOUTH, PARK = "区民生局", "区水利生态局", "团区委", "澄溪产业园管委会"
LUTING, SONGWU, YUNXIU, TONGTING, WANGCHUAN = TOWNS
DEATHS, JOBS, FAMILIES, PROJECTS = "生产安全事故死亡人数", "新增就业", "惠及家庭", "民生实事"
RIVER, WATERWAYS, FOREST, FIRMS = "治理河道长度", "连通水系", "森林覆盖率", "新引进企业"
SCIENCE = "新引进科技型企业"


def parts(name: str, *values: object) -> Parts:
    """What is typed for each town in its order; None leaves a row empty."""
    return {(name, town): {"分解目标": value} for town, value in zip(TOWNS, values, strict=False) if value is not None}


JOBS_OF_TOWNS = {
    **parts(JOBS, "0.5", "0.5万人", "5000人", 0.5),
    (JOBS, WANGCHUAN): {"分解目标": "0.4", "文字表述": "不少于0.4万人", "比较符": "≥"},
}


def days() -> list[dict[str, bytes]]:
    """The forms that come on each day."""
    everything = filled_parts(
        SAFETY,
        {
            **JOBS_OF_TOWNS,
            **parts(PROJECTS, 2, 2, 2, 2, 2),
            (FAMILIES, LUTING): {"文字表述": "大多数"},
            (FAMILIES, SONGWU): {"文字表述": "过半", "比较符": "≥", "说明": "多些"},
            (FAMILIES, YUNXIU): {"说明": "再议"},
        },
        "new-jobs",
        "livelihood-projects",
        "households-served",
    )
    return [
        {
            "死亡.xlsx": filled_parts(
                SAFETY,
                {
                    **parts(DEATHS, 1, "无", "1人"),
                    (DEATHS, TONGTING): {"分解目标": 1, "比较符": "大约"},
                    (DEATHS, WANGCHUAN): {"说明": "打13812345678问"},
                },
            ),
            "河道.xlsx": filled_parts(
                WATER,
                {
                    (RIVER, LUTING): {"分解目标": 50},
                    (RIVER, SONGWU): {"分解目标": 60, "比较符": "≥"},
                    **parts(WATERWAYS, 1, 1, 1, 1),
                    (WATERWAYS, WANGCHUAN): {"分解目标": "1条", "说明": "另有跨镇的\n一条"},
                    (FOREST, LUTING): {"分解目标": "40%", "比较符": ">"},
                },
                "river-length",
                "connected-waterways",
                "forest-coverage",
            ),
            "企业.xlsx": filled_parts(
                PARK,
                {**parts(FIRMS, 10, 10, 5, 5), **parts(SCIENCE, 2, 2, 2, 2, 2)},
                "park-new-firms",
                "park-technology-firms",
            ),
            "团委.xlsx": filled_parts(YOUTH, parts(PROJECTS, 2, 3), "livelihood-projects"),
            "民生.xlsx": filled_parts(YOUTH, parts(PROJECTS, 9, 9), "livelihood-projects"),
        },
        {
            "全部.xlsx": everything,
            "团委.xlsx": filled_parts(YOUTH, parts(PROJECTS, None, None, 2, 1, 2), "livelihood-projects"),
            "河道.xlsx": filled_parts(WATER, {(RIVER, YUNXIU): {"分解目标": 1, "说明": "在建"}}, "river-length"),
        },
        {"再来.xlsx": everything, "空.xlsx": filled_parts(WATER, {}, "forest-coverage"), "别的.xlsx": b"no workbook"},
    ]


def story(data: Path) -> Iterator[str]:
    """What is said and what changes."""
    for day, files in enumerate(days(), 20):
        checked, before = load(data, CONTRACT), texts(data)
        received = [ReceivedFile(name, content) for name, content in files.items()]
        collection = collect_parts(LedgerIndex(checked), checked, received, date(2023, 10, day))
        write_collection(data, collection)
        yield f"# {day}"
        for result in collection.results:
            counts = f"{result.state}，新 {result.values}，填 {result.reports}"
            yield f"{result.file.name} {result.unit}：{counts if result.taken else '没有收'}"
            yield from finding_lines("", result.findings)
        yield from difference(before, texts(data))
        yield ""


def test_broken_down_targets_come_in(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """Sums that agree, fall short or go beyond, with a reason and without; parts that are there; words."""
    data = copied_ledger(tmp_path)
    compare("forms/parts-in", "\n".join(story(data)), pytestconfig.getoption("--update-golden"), "txt")
    load(data, CONTRACT)
