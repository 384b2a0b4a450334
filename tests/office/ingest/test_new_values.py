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


@pytest.mark.parametrize("before", [None, "", "# 还没有\n"])
def test_a_file_that_holds_nothing_gets_its_lists(before: str | None, tmp_path: Path) -> None:
    """Its comments stay; a file that is one list has no key above it, and each list stands under its own."""
    if before is not None:
        (tmp_path / "a.yml").write_text(before, encoding="utf-8")
    listed = [NewRecord("a.yml", key, ("id",), {"id": id_}) for key, id_ in (("x", "a"), ("y", "b"), ("x", "c"))]
    assert new_contents(tmp_path, listed, {})["a.yml"].decode() == (
        f"{before or ''}x:\n  - id: a\n\n  - id: c\n\ny:\n  - id: b\n"
    )
    plain = [NewRecord("a.yml", "", ("id",), {"id": id_}) for id_ in "ab"]
    assert new_contents(tmp_path, plain, {})["a.yml"].decode() == f"{before or ''}- id: a\n\n- id: b\n"
