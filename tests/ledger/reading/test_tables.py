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
