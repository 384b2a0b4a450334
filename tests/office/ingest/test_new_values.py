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


TOLD = """\
# 表头
observations:
  - id: a
    indicator: river   # 河道
    organization: 鹭汀镇政府
    period: 2023-Q3
    value: 9
    note: 旧的说明
    source: {locator: 一}

  - indicator: lake
    period: 2023-Q3
    value: 5

reports:
  - id: r
    state: 推进中
    tasks: [甲]
    source: {locator: 二}
"""
NAMES = {"鹭汀镇": "luting", "鹭汀镇政府": "luting"}
KNOWN_BY = ("indicator", "organization", "period")


def written(tmp_path: Path, before: str, *records: NewRecord) -> str:
    """A file after new records."""
    (tmp_path / "a.yml").write_text(before, encoding="utf-8", newline="")
    return {"a.yml": before.encode(), **new_contents(tmp_path, records, NAMES)}["a.yml"].decode()


def observation(**values: str) -> NewRecord:
    """A result, known by what it measures."""
    record = {"indicator": "river", "organization": "鹭汀镇", "period": "2023-Q3", "value": "9", **values}
    return NewRecord("a.yml", "observations", KNOWN_BY, {**record, "source": {"locator": "新"}})


def test_a_record_that_is_there_takes_new_values_on_their_own_lines(tmp_path: Path) -> None:
    """Known by the unit whatever it is called; its source stays, an empty value takes a line out."""
    new = observation(organization="鹭汀镇政府", value="10.5", value_text="10.5", note="")
    report = NewRecord("a.yml", "reports", ("id",), {"id": "r", "state": "完成", "tasks": ["乙"], "reason": "早了"})
    assert written(tmp_path, TOLD, new, report) == TOLD.replace(
        "value: 9\n    note: 旧的说明\n", "value: 10.5\n    value_text: 10.5\n"
    ).replace("state: 推进中\n", "state: 完成\n    reason: 早了\n")


def test_the_same_again_leaves_a_file_alone(tmp_path: Path) -> None:
    """It is not among those that are written."""
    (tmp_path / "a.yml").write_text(TOLD, encoding="utf-8")
    same = observation(organization="鹭汀镇政府", note="旧的说明")
    assert new_contents(tmp_path, [same], NAMES) == {}
    assert [*new_contents(tmp_path, [same, NewRecord("b.yml", "", ("id",), {"id": "b"})], NAMES)] == ["b.yml"]


def test_a_record_is_known_by_all_of_its_keys(tmp_path: Path) -> None:
    """Another period or another unit is another record; one that names no unit is not that of a unit."""
    others = [
        observation(period="2023-Q4"),
        observation(organization="松坞镇"),
        observation(organization=""),
        NewRecord("a.yml", "observations", KNOWN_BY, {"indicator": "lake", "period": "2023-Q3", "value": "6"}),
    ]
    told = written(tmp_path, TOLD, *others)
    assert told.replace("value: 6\n", "value: 5\n").startswith(TOLD.partition("reports:")[0].rstrip())
    assert [told.count(text) for text in ("river", "lake", "value: 9", "value: 6", "value: 5")] == [4, 1, 4, 1, 0]


@pytest.mark.parametrize("line", ["\n", "\r\n"])
@pytest.mark.parametrize("end", [True, False], ids=["ended", "not ended"])
def test_new_records_stand_at_the_end_of_their_list(line: str, end: bool, tmp_path: Path) -> None:
    """In the middle of a file, at its end, in a list that was missing; lines end as the others do."""
    before = TOLD.replace("\n", line)
    before = before if end else before.removesuffix(line)
    records = [
        NewRecord("a.yml", "observations", ("id",), {"id": "b", "value": "1"}),
        NewRecord("a.yml", "reports", ("id",), {"id": "s", "tasks": ["甲", "乙"]}),
        NewRecord("a.yml", "targets", ("id",), {"id": "t", "note": ""}),
        NewRecord("a.yml", "targets", ("id",), {"id": "u"}),
        NewRecord("a.yml", "observations", ("id",), {"id": "c", "value": "2"}),
    ]
    own = "  - id: b\n    value: 1\n\n  - id: c\n    value: 2\n"
    expected = TOLD.replace("    value: 5\n", f"    value: 5\n\n{own}").removesuffix("\n")
    expected += "\n  - id: s\n    tasks: [甲, 乙]\n" + "targets:\n  - id: t\n\n  - id: u\n"
    got = written(tmp_path, before, *records)
    assert got == expected.replace("\n", line)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x: []\ny: 1\n", "x:\n  - id: b\ny: 1\n"),
        ("x: []  # 还没有\n", "x:  # 还没有\n  - id: b\n"),
        ("y: 1\nx:\n", "y: 1\nx:\n  - id: b\n"),
        ("x:   # 还没有\ny: 1", "x:   # 还没有\n  - id: b\ny: 1"),
        ("y: 1", "y: 1\nx:\n  - id: b\n"),
        ("x:\n- id: a\n", "x:\n- id: a\n- id: b\n"),
        ("x:\n    - id: a\n    # 记着\n", "x:\n    - id: a\n    - id: b\n    # 记着\n"),
        ("x: [{id: a}, {id: c}]\n", "x: [{id: a}, {id: c}, {id: b}]\n"),
        ("x:\n  - {id: a}   # 甲\ny: 1\n", "x:\n  - {id: a}   # 甲\n  - id: b\ny: 1\n"),
    ],
)
def test_a_new_record_keeps_to_the_shape_of_its_list(before: str, after: str, tmp_path: Path) -> None:
    """As far to the right as the others, or among them; a list that holds nothing yet begins behind its key."""
    assert written(tmp_path, before, NewRecord("a.yml", "x", ("id",), {"id": "b"})) == after


def test_the_mark_of_a_file_of_windows_stays(tmp_path: Path) -> None:
    """At its beginning, once."""
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbf- id: a\n")
    new = new_contents(tmp_path, [NewRecord("a.yml", "", ("id",), {"id": "b"})], {})["a.yml"]
    assert new == b"\xef\xbb\xbf- id: a\n- id: b\n"
