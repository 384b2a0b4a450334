"""A large ledger is read by two processes: what they read together is what one alone reads, faults included."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.ledger.reading import tables as module
from generator.ledger.reading.ledger_files import find_files
from generator.ledger.reading.tables import build_tables
from generator.support.child_process import CAN_FORK
from tests.helpers.ledger import contract
from tests.helpers.sites import DISTRICT

FAULTS = "observations:\n- indicator: no-such\n  organization: 没有这个单位\n  colour: 红\nreports: 一条\n"
NO_YAML = "observations: [\n"


def whole(data: Path, *, with_child: bool) -> tuple[object, object]:
    """All rows with their places, and all findings."""
    tables = build_tables(find_files(data), contract(), with_child=with_child)
    return tables.rows, [str(finding) for finding in tables.findings]


@pytest.mark.skipif(not CAN_FORK, reason="this system cannot copy a process")
@pytest.mark.parametrize("fault", [{}, {"faults.yml": FAULTS, "no-yaml.yml": NO_YAML}], ids=["good", "faulty"])
def test_a_child_that_helps_changes_nothing(
    fault: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Rows stand in the same order with the same places, and every fault of a file that the child read is known."""
    data = shutil.copytree(DISTRICT, tmp_path / "data")
    for name, text in fault.items():
        (data / "disclosures" / name).write_text(text, encoding="utf-8")
    alone = whole(data, with_child=False)
    monkeypatch.setattr(module, "LARGE", 0)
    assert whole(data, with_child=True) == alone


SPOILT = """observations:
- indicator: a
  valeu: 5
  perod: 2020
  sorce: {loactor: 一-1, passage: 1-2}
- {indicator: b, value: "", note: , unit: [个], source: {locator: 一-2, document: }}
- indicator: c
  draft: true
  organization: 没有这个单位
  source: {locator: [一-3]}
- indicator: d
  source: 一-4
- indicator: e
  source:
- indicator: f
  reported_by: 没有这个单位
- 一条
reports:
- {id: r, tasks: 一条, indicators: [x, {indicator: y, verdict: 好, why: 不}], places: [甲, [乙]], source: {locator: 一}}
- id: s
  summary: 好
  document: x
  source:
    locator: 一-5
    note: 不
evaluations:
targets: 一条
"""
REFUSED = "observations:\n- {indicator: a, indicator: b, value: ~, source: {locator: 一}}\n"


@pytest.mark.parametrize("text", [None, SPOILT, REFUSED], ids=["good", "spoilt", "refused"])
def test_places_that_are_read_later_are_those_of_the_file(
    text: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Cells of disclosures and what is wrong in them stand where they are written, as if each place had been kept."""
    data = shutil.copytree(DISTRICT, tmp_path / "data")
    if text is not None:
        (data / "disclosures" / "spoilt.yml").write_text(text, encoding="utf-8")

    def read() -> object:
        tables = build_tables(find_files(data), contract())
        rows = {
            table: [
                (row.cells, row.positions, row.mark, row.given, row.broken, row.unresolved, row.draft_end)
                for row in rows
            ]
            for table, rows in tables.rows.items()
        }
        return rows, [str(finding) for finding in tables.findings]

    later = read()
    monkeypatch.setattr(module, "DISCLOSURES", "nothing/")
    assert later == read()


def test_a_file_that_changes_after_it_was_read(tmp_path: Path) -> None:
    """A place that is gone when somebody asks for it is that of the record."""
    data = shutil.copytree(DISTRICT, tmp_path / "data")
    row = build_tables(find_files(data), contract()).rows["observations"][0]
    for path in (data / "disclosures").iterdir():
        path.unlink()
    assert row.at("value") == row.mark
