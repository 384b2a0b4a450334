"""New records in the files of a ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.office.ingest.new_values import NewRecord, new_contents


@pytest.mark.parametrize("gap", ["\n", ""])
def test_new_records_stand_apart_as_those_before_them(gap: str, tmp_path: Path) -> None:
    """With an empty line between them where there is one."""
    (tmp_path / "a.yml").write_text(f"- id: a\n{gap}- id: b\n", encoding="utf-8")
    new = new_contents(tmp_path, [NewRecord("a.yml", "", ("id",), {"id": "c"})], {})
    assert new["a.yml"].decode() == f"- id: a\n{gap}- id: b\n{gap}- id: c\n"
