"""One value is changed where it stands; everything else of the file stays, byte by byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ledger.editing.edits import as_yaml, insert_value, remove_value, rename_key, replace_value
from generator.ledger.editing.yaml_file import Edit, EditRefused, YamlFile, edited, read_file
from generator.ledger.reading.nodes import Mapping, Scalar, Sequence
from generator.ledger.reading.yaml_reader import read_text

TEXT = """\
# 任务  
- id: pave   # 第一件
  title: '修路, 并护坡'
  due:
  lead: [区水务局, {name: 各镇, scope: 本镇}]
  summary: >
    一行
    又一行

- id: plant
  source: {locator: 三-1, quote: 种树120亩, note: }  # 待核
  support:
    - 区林业站
"""  # noqa: W291  # blanks at the end of a line stay


def file_of(folder: Path, text: str = TEXT) -> YamlFile:
    """A file with a text."""
    path = folder / "01.yml"
    path.write_bytes(text.encode())
    return read_file(path)


def record(file: YamlFile, place: int = 0) -> Mapping:
    """One of the records of a file."""
    assert isinstance(file.root, Sequence)
    found = file.root.items[place]
    assert isinstance(found, Mapping)
    return found


def inner(mapping: Mapping, key: str) -> Mapping:
    """A mapping in a mapping."""
    found = mapping.values[key]
    assert isinstance(found, Mapping)
    return found


def value(mapping: Mapping, key: str) -> Scalar:
    """A text in a mapping."""
    found = mapping.values[key]
    assert isinstance(found, Scalar)
    return found


def differs(file: YamlFile, *edits: Edit) -> list[tuple[str, str]]:
    """The lines that edits change: before and after; a line that comes or goes stands beside an empty text."""
    old, new = file.text.split("\n"), edited(file, edits).split("\n")
    while old and new and old[-1] == new[-1]:
        old.pop(), new.pop()
    at = next((n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), min(len(old), len(new)))
    return [("\n".join(old[at:]), "\n".join(new[at:]))]


def test_a_value_is_replaced_with_its_comment_left(tmp_path: Path) -> None:
    """A plain value stays plain, one in quotes stays in quotes, an empty one is filled in."""
    file = file_of(tmp_path)
    one = record(file)
    assert differs(file, replace_value(file, value(one, "id"), "pave-road")) == [
        ("- id: pave   # 第一件", "- id: pave-road   # 第一件")
    ]
    assert differs(file, replace_value(file, value(one, "title"), "修'路'")) == [
        ("  title: '修路, 并护坡'", "  title: '修''路'''")
    ]
    assert differs(file, replace_value(file, value(one, "title"), "修路", keep_quotes=False)) == [
        ("  title: '修路, 并护坡'", "  title: 修路")
    ]
    assert differs(file, replace_value(file, value(one, "due"), "2024-09")) == [("  due:", "  due: 2024-09")]
    assert differs(file, replace_value(file, value(one, "title"), "")) == [("  title: '修路, 并护坡'", "  title: ")]


def test_a_value_in_braces_is_replaced(tmp_path: Path) -> None:
    """The rest of the line stays; what would end the value is put in quotes."""
    file = file_of(tmp_path)
    source = inner(record(file, 1), "source")
    line = "  source: {locator: 三-1, quote: 种树120亩, note: }  # 待核"
    assert differs(file, replace_value(file, value(source, "quote"), "甲, 乙")) == [
        (line, line.replace("种树120亩", "'甲, 乙'"))
    ]
    assert differs(file, replace_value(file, value(source, "note"), "见附件")) == [
        (line, line.replace("note: }", "note: 见附件}"))
    ]


def test_a_value_of_several_lines_is_refused(tmp_path: Path) -> None:
    """One scalar, one line: the message says where, and what to do."""
    file = file_of(tmp_path)
    with pytest.raises(EditRefused, match=r"01\.yml:6:12: 这个值写了不止一行，没有改；请改写成一行"):
        replace_value(file, value(record(file), "summary"), "新的一行")


def test_a_key_is_renamed(tmp_path: Path) -> None:
    """The value and its comment stay."""
    file = file_of(tmp_path)
    assert differs(file, rename_key(file, record(file), "due", "due_text")) == [("  due:", "  due_text:")]
    assert differs(file, rename_key(file, record(file), "id", "key")) == [
        ("- id: pave   # 第一件", "- key: pave   # 第一件")
    ]


@pytest.mark.parametrize(
    ("place", "after", "expected"),
    [
        (0, "id", "- id: pave   # 第一件\n  due_text: 年底\n  title"),
        (0, "due", "  due:\n  due_text: 年底\n  lead"),
        (0, "lead", "本镇}]\n  due_text: 年底\n  summary"),
        (0, "summary", "    又一行\n  due_text: 年底\n\n- id"),
        (1, "source", "note: }  # 待核\n  due_text: 年底\n  support"),
        (1, "support", "    - 区林业站\n  due_text: 年底\n"),
    ],
)
def test_a_line_is_inserted_behind_a_value(tmp_path: Path, place: int, after: str, expected: str) -> None:
    """It stands behind all the lines of that value, as far to the right as the other keys."""
    file = file_of(tmp_path)
    text = edited(file, [insert_value(file, record(file, place), "due_text", "年底", after)])
    assert expected in text
    assert text.replace("  due_text: 年底\n", "", 1) == file.text


def test_a_value_is_inserted_in_braces(tmp_path: Path) -> None:
    """Two insertions at one place keep their order."""
    file = file_of(tmp_path)
    source = inner(record(file, 1), "source")
    edits = [
        insert_value(file, source, key, text, "quote") for key, text in (("passage", "1-9"), ("fingerprint", "0a"))
    ]
    assert "{locator: 三-1, quote: 种树120亩, passage: 1-9, fingerprint: 0a, note: }  # 待核" in edited(file, edits)


def test_a_value_is_removed(tmp_path: Path) -> None:
    """Its lines go, or its part of the braces; nothing else does."""
    file = file_of(tmp_path)
    one, source = record(file), inner(record(file, 1), "source")
    assert "又一行" not in edited(file, [remove_value(file, one, "summary")])
    assert "各镇, scope: 本镇}]\n\n- id: plant" in edited(file, [remove_value(file, one, "summary")])
    assert "修路" not in edited(file, [remove_value(file, one, "title")])
    assert "{quote: 种树120亩, note: }" in edited(file, [remove_value(file, source, "locator")])
    assert "{locator: 三-1, note: }" in edited(file, [remove_value(file, source, "quote")])
    assert "{locator: 三-1, quote: 种树120亩}" in edited(file, [remove_value(file, source, "note")])
    with pytest.raises(ValueError, match="id"):
        remove_value(file, one, "id")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_breaks_stay_as_they_are(tmp_path: Path, newline: str) -> None:
    """A file from another system is changed in its own manner, with or without a line break at its end."""
    file = file_of(tmp_path, newline.join(("- id: a", "  title: 甲")))
    assert edited(file, [insert_value(file, record(file), "due", "2024", "title")]) == newline.join(
        ("- id: a", "  title: 甲", "  due: 2024")
    )
    assert edited(file, [insert_value(file, record(file), "due", "2024", "id")]) == newline.join(
        ("- id: a", "  due: 2024", "  title: 甲")
    )
    assert edited(file, [remove_value(file, record(file), "title")]) == f"- id: a{newline}"


def test_two_edits_of_one_value_are_refused(tmp_path: Path) -> None:
    """Nobody could say which one is meant."""
    file = file_of(tmp_path)
    edits = [replace_value(file, value(record(file), "title"), text) for text in ("甲", "乙")]
    with pytest.raises(ValueError, match="Edit"):
        edited(file, edits)


PRINTABLE = st.text(st.characters(blacklist_categories=("C", "Zl", "Zp")), min_size=1)


@given(
    PRINTABLE | st.sampled_from(["~", "null", "- a", "a: b", "a #b", "'", '"', "[", "{a}", ">", "no", "010", "=", "*a"])
)
def test_any_text_of_one_line_comes_back(text: str) -> None:
    """Whatever is written is read again, behind a key and in braces."""
    for written in (f"k: {as_yaml(text)}", f"{{k: {as_yaml(text)}, l: x}}"):
        root, findings = read_text(written, "a.yml")
        assert findings == []
        assert isinstance(root, Mapping)
        assert value(root, "k").text == text


@given(st.data())
def test_replacing_any_value_changes_that_value_alone(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """The other values of the file are read as before."""
    file = file_of(tmp_path_factory.getbasetemp())
    scalars = [s for s in _scalars(file.root) if s.start.line != 5]
    place = data.draw(st.integers(0, len(scalars) - 1))
    text = data.draw(PRINTABLE)
    root, findings = read_text(edited(file, [replace_value(file, scalars[place], text)]), "01.yml")
    assert findings == []
    assert root is not None
    expected = [s.text for s in scalars]
    expected[place] = text
    assert [s.text for s in _scalars(root) if s.start.line != 5] == expected


def _scalars(node: Mapping | Sequence | Scalar) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    parts = node.values.values() if isinstance(node, Mapping) else node.items
    return [scalar for part in parts for scalar in _scalars(part)]
