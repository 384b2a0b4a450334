"""Answers become lines of the ledger: new records at the end of their lists, new values in the place of old ones."""

from __future__ import annotations

from collections.abc import Mapping as Cells
from collections.abc import Sequence as Many
from pathlib import Path
from typing import Final, NamedTuple

from generator.ledger.editing.edits import end_of, insert_value, line_end, newline_of, remove_value, replace_value
from generator.ledger.editing.record_text import Record, block, flow
from generator.ledger.editing.yaml_file import BOM, Edit, YamlFile, edited, read_file
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence, is_empty

KEPT: Final = frozenset(("source", "tasks", "places"))
"""Keys of a record whose values stay as they are written when the others are renewed."""


class NewRecord(NamedTuple):
    """A record that is to stand in a list of a file."""

    file: str
    """Its name below data/."""
    list: str
    """The key of the list; empty where the file is one."""
    known_by: tuple[str, ...]
    """The keys by which a record that is there is the same one; it takes the new values."""
    record: Record


def new_contents(folder: Path, records: Many[NewRecord], names: Cells[str, str]) -> dict[str, bytes]:
    """The contents that files will have; those that stay as they are are left out.

    Args:
        folder: the folder data/.
        records: what is to stand in them.
        names: every name of a unit → its id: a record may be written with another name of a unit.

    Raises:
        InvalidLedger: a file is no YAML of the ledger.
        EditRefused: a value stands on several lines.
        OSError: a file cannot be read.
    """
    contents: dict[str, bytes] = {}
    for name in dict.fromkeys(record.file for record in records):
        own = [record for record in records if record.file == name]
        path = folder / name
        if not path.exists() or is_empty((file := read_file(path, f"{folder.name}/{name}")).root):
            old = path.read_bytes() if path.exists() else b""
            contents[name] = old + _new_file(own).encode()
            continue
        text = edited(file, _edits(file, own, names))
        if text != file.text:
            contents[name] = ((BOM if file.content.startswith(BOM.encode()) else "") + text).encode()
    return contents


def _new_file(records: Many[NewRecord]) -> str:
    """The text of a file that holds nothing yet."""
    lists: dict[str, list[str]] = {}
    for record in records:
        lists.setdefault(record.list, []).append(block(record.record, "  " if record.list else ""))
    return "\n".join((f"{key}:\n" if key else "") + "\n".join(texts) for key, texts in lists.items())


def _edits(file: YamlFile, records: Many[NewRecord], names: Cells[str, str]) -> list[Edit]:
    edits: list[Edit] = []
    added: dict[str, list[Record]] = {}
    for new in records:
        found = _same(file.root, new, names)
        if found is None:
            added.setdefault(new.list, []).append(new.record)
        else:
            edits += _renewal(file, found, new.record)
    return [*edits, *(_addition(file, key, own) for key, own in added.items())]


def _same(root: Node, new: NewRecord, names: Cells[str, str]) -> Mapping | None:
    """The record that is there already."""
    found = root.get(new.list) if new.list and isinstance(root, Mapping) else root
    wanted = [names.get(str(new.record.get(key, "")), str(new.record.get(key, ""))) for key in new.known_by]
    for item in found.items if isinstance(found, Sequence) else ():
        if isinstance(item, Mapping):
            told = [_text(item, key) for key in new.known_by]
            if [names.get(text, text) for text in told] == wanted:
                return item
    return None


def _text(record: Mapping, key: str) -> str:
    value = record.get(key)
    return value.text if isinstance(value, Scalar) else ""


def _renewal(file: YamlFile, old: Mapping, record: Record) -> list[Edit]:
    """Each value that is another one now, on its own line."""
    edits: list[Edit] = []
    before = next(iter(old.keys))
    for key, value in record.items():
        if key in KEPT:
            continue
        node, text = old.get(key), "" if value is None else str(value)
        if isinstance(node, Scalar):
            if not text:
                edits.append(remove_value(file, old, key))
                continue
            if node.text != text:
                edits.append(replace_value(file, node, text))
            before = key
        elif text:
            edits.append(insert_value(file, old, key, text, before))
    return edits


def _addition(file: YamlFile, key: str, records: Many[Record]) -> Edit:
    """Records behind the last one of a list; a list that is missing begins at the end of the file."""
    found = file.root.get(key) if key and isinstance(file.root, Mapping) else file.root
    if not isinstance(found, Sequence) or not found.items:
        return _beginning(file, key, found, records)
    end = end_of(file, found.items[-1])
    if file.text.startswith("[", found.start.index):  # all of it stands on one line
        return Edit(end, end, "".join(f", {flow(_given(one))}" for one in records))
    indent = " " * found.start.column
    at = line_end(file, end)
    apart = "\n" if _stand_apart(file, found) else ""
    text = "".join(f"\n{apart}{block(record, indent)}".rstrip("\n") for record in records)
    return Edit(at, at, text.replace("\n", newline_of(file)))


def _beginning(file: YamlFile, key: str, found: Node | None, records: Many[Record]) -> Edit:
    """The first records of a list: behind its key where there is one, else at the end of the file."""
    text = "\n".join(block(record, "  ") for record in records)
    if found is None or not isinstance(file.root, Mapping):
        start = end = len(file.text)
        gap = "" if file.text.endswith(("\n", "\r")) else "\n"
        text = f"{gap}{key}:\n{text}"
    else:
        start, end = file.root.keys[key].index, line_end(file, file.root.keys[key].index)
        text = f"{key}:{file.text[end_of(file, found) : end]}\n{text}".rstrip("\n")
    return Edit(start, end, text.replace("\n", newline_of(file)))


def _given(record: Record) -> Record:
    """A record without what is empty."""
    return {key: value for key, value in record.items() if value not in ("", None)}


def _stand_apart(file: YamlFile, found: Sequence) -> bool:
    """Whether empty lines stand between the records of a list."""
    starts = [item.start.index for item in found.items]
    return len(starts) > 1 and not file.text[: starts[-1]].rpartition("\n")[0].rpartition("\n")[2].strip()
