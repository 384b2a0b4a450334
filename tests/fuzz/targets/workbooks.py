"""Workbooks: ledgers of offices that are imported, and filled forms that come back."""

from __future__ import annotations

import contextlib
import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from generator.analysis.ledger_index import LedgerIndex
from generator.cli.main import main
from generator.ledger.enums import Grade
from generator.ledger.load import CheckedLedger, load, read
from generator.ledger.reading.findings import those_of
from generator.office.ingest.breakdown.parts_collecting import collect_parts, is_breakdown
from generator.office.ingest.collecting.collect import collect
from generator.office.ingest.collecting.received_files import ReceivedFile
from generator.office.ingest.filled_tables import graded_cells
from generator.office.ingest.form_findings import FormRefused
from generator.office.ingest.own_tables import read_own_tables
from generator.office.ingest.reply_workbook import reply_workbook
from generator.office.rounds.branch_ingest import by_round
from tests.fuzz import mutations
from tests.fuzz.target import CONTRACT, Target, contents
from tests.helpers.breakdown_forms import filled_parts, made
from tests.helpers.filled_forms import DISTRICT, filled
from tests.helpers.odd_forms import ON
from tests.helpers.workbooks import INDICATORS, TASKS, workbook

CELLS: Final = (
    *(
        "2025年12月",
        "县发改局、县商务局",
        "8%左右",
        "226公里",
        "预期性",
        "约束性",
        "约",
        "同上",
        "无",
        "3项",
        "合计",
        "序号",
    ),
    *(
        "推进中",
        "完成",
        "9.5",
        "2023-09-30",
        "#REF!",
        "45000",
        "0.05",
        "1.5E+3",
        "牵头单位",
        "完成时限",
        "单位",
        "指标",
    ),
    *("inlineStr", "str", "s", "b", "e", "n", "d", "A1:B2", "B2:A1", "A0", "XFE1", "0", "1", "16385", "1048577"),
)
PARTS: Final = r"^xl/(worksheets|sharedStrings|workbook|styles|comments)"


def imported(data: bytes) -> None:
    """The command ``import`` of a workbook into a new folder; what it writes has no fault."""
    with TemporaryDirectory() as place:
        _import(Path(place), data)


def imported_again(data: bytes) -> None:
    """The same into the folder of a ledger that another state of the workbook began."""
    with TemporaryDirectory() as place:
        for name, content in _begun().items():
            path = Path(place) / "to" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        _import(Path(place), data)


def _import(folder: Path, data: bytes) -> None:
    file = folder / "2025年台账.xlsx"
    file.write_bytes(data)
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = main(["--contract", str(CONTRACT), "import", str(file), "--into", str(folder / "to")])
    assert status in (0, 1), status
    assert said.getvalue().strip()
    if not status:
        found = read(folder / "to" / "data", CONTRACT).findings()
        assert [str(finding) for finding in those_of(Grade.FAULT, found)] == []


@cache
def _begun() -> dict[str, bytes]:
    """The files of a folder that was begun with the small workbook."""
    with TemporaryDirectory() as place:
        _import(Path(place), _small_workbook())
        folder = Path(place) / "to"
        return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@cache
def _ledger() -> tuple[LedgerIndex, CheckedLedger]:
    checked = load(DISTRICT, CONTRACT)
    return LedgerIndex(checked), checked


def form(data: bytes) -> None:
    """A filled form, and the answer to whoever sent it; also read as a table that a unit made itself."""
    received = ReceivedFile("a.xlsx", data)
    assert sum(map(len, by_round(_ledger()[1], [received]).values())) == 1
    take = collect_parts if is_breakdown(received) else collect
    arguments: Any = (*_ledger(), [received], ON)
    result = take(*arguments).results[0]
    assert all(finding.line("a.xlsx") for finding in result.findings)
    reply_workbook(data, result.findings)
    _own_table("a.xlsx", data)


def own_table(data: bytes) -> None:
    """A table in a text file that a unit made itself."""
    _own_table("a.csv", data)


def _own_table(name: str, data: bytes) -> None:
    try:
        tables = read_own_tables(ReceivedFile(name, data))
    except FormRefused as refused:
        assert refused.finding.line(name)
        return
    for table in tables:
        for cell in graded_cells(table):
            assert str(cell.reading.grade)
            assert all(map(str, cell.reading.reasons))


@cache
def _small_workbook() -> bytes:
    with TemporaryDirectory() as place:
        path = workbook(Path(place) / "a.xlsx", {"重点工作": TASKS, "主要指标": INDICATORS}, {"重点工作": ["A1:G1"]})
        return path.read_bytes()


def _form_seeds() -> list[bytes]:
    answers = {1: {"完成值": "9.5", "截至日期": "2023-09-30"}}
    whole = filled("鹭汀镇", answers, {1: {"状态": "推进中", "进展": "连通两条河道"}})
    return [whole, filled("鹭汀镇"), *contents("beiwan-filled-forms/*.xlsx")]


def _breakdown_seeds() -> list[bytes]:
    deaths = "生产安全事故死亡人数"
    parts = {
        (deaths, "鹭汀镇"): {"分解目标": 1, "比较符": "≤"},
        (deaths, "松坞镇"): {"分解目标": 2, "说明": "先管住道路"},
    }
    return [filled_parts("区民生局", parts), *(filled_parts(unit, {}) for unit in made())]


TARGETS: Final = {
    "import": Target(
        imported,
        lambda: [_small_workbook(), *contents("*.xlsx", "tests/office/measured/documents/*.xlsx")],
        mutations.archive(CELLS, PARTS),
    ),
    "import-again": Target(imported_again, lambda: [_small_workbook()], mutations.archive(CELLS, PARTS)),
    "form": Target(form, _form_seeds, mutations.archive(CELLS, PARTS)),
    "breakdown": Target(form, _breakdown_seeds, mutations.archive(CELLS, PARTS)),
    "own-table": Target(own_table, lambda: contents("beiwan-filled-forms/*.csv"), mutations.text((*CELLS, ",", '"'))),
}
