"""A YAML file of the ledger that is to be changed: read with all its places, written whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.language import command_words
from generator.ledger.load import InvalidLedger
from generator.ledger.reading.findings import Finding, Mark
from generator.ledger.reading.ledger_files import MAX_BYTES
from generator.ledger.reading.nodes import Node
from generator.ledger.reading.yaml_reader import read_ends, read_text
from generator.support.files import read_plain
from generator.support.whole_files import write_together

BOM = "\ufeff"
"""Some editors put it at the beginning of a file; it is no part of the text, and it stays."""


class EditRefused(Exception):
    """A file cannot be changed; the message says in Chinese why, and what to do."""


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file as it was read."""

    path: Path
    name: str
    """The name of the file in findings."""
    content: bytes
    text: str
    root: Node
    ends: dict[int, int]
    """Where texts, and lists and mappings in brackets, end: see :func:`read_ends`."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters of a file, counted from 0, that give way to a text; an empty range takes the text in."""

    start: int
    end: int
    text: str


Change = tuple[YamlFile, Sequence[Edit]]
"""A file and its edits."""


def read_file(path: Path, name: str = "") -> YamlFile:
    """Read a file that is to be changed.

    Args:
        path: the file.
        name: its name in findings; by default its path.

    Raises:
        InvalidLedger: it is no YAML of the ledger.
        OSError: it cannot be read.
    """
    name = name or path.as_posix()
    content = read_plain(path, MAX_BYTES)
    try:
        text = content.decode().removeprefix(BOM)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidLedger([Finding("file-encoding", Mark(name, line))]) from error
    return YamlFile(path, name, content, text, _root(text, name), read_ends(text))


def read_or_new(path: Path, name: str) -> YamlFile:
    """Read a file that is to be changed; one that is not there yet is empty. Raises as :func:`read_file`."""
    return read_file(path, name) if path.exists() else YamlFile(path, name, b"", "", _root("", name), {})


def _root(text: str, name: str) -> Node:
    """The root of a text. Raises InvalidLedger where it is no YAML of the ledger."""
    root, findings = read_text(text, name)
    if root is None or findings:
        raise InvalidLedger(findings)
    return root


def edited(file: YamlFile, edits: Iterable[Edit]) -> str:
    """The text of a file after its edits.

    Raises:
        ValueError: two edits change the same characters.
        InvalidLedger: the result is no YAML of the ledger.
    """
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < at:
            raise ValueError(edit)
        pieces += (file.text[at : edit.start], edit.text)
        at = edit.end
    text = "".join((*pieces, file.text[at:]))
    _root(text, file.name)
    return text


def write_files(changes: Iterable[Change], gone: Collection[Path] = ()) -> list[YamlFile]:
    """Write the edits of all files; no file is touched unless all of them can be written.

    Each new file stands complete on the disk under another name before it takes the place of the old one.

    Args:
        changes: files, and the edits of each.
        gone: those of them that are removed and not written.

    Returns:
        The files that are different now.

    Raises:
        EditRefused: a file is protected, or has changed since it was read.
        ValueError, InvalidLedger: see :func:`edited`.
        OSError: a file cannot be written.
    """
    ready: dict[Path, tuple[YamlFile, bytes]] = {}
    for file, edits in changes:
        text = edited(file, edits)
        if text == file.text:
            continue
        if file.path.exists() and not file.path.stat().st_mode & 0o222:
            raise EditRefused(command_words.EDIT_READ_ONLY.format(file=file.path))
        ready[file.path] = file, ((BOM if file.content.startswith(BOM.encode()) else "") + text).encode()

    def refuse_changed() -> None:
        for file, _ in ready.values():
            if (file.path.read_bytes() if file.path.exists() else b"") != file.content:
                raise EditRefused(command_words.EDIT_CHANGED.format(file=file.path))

    contents = {path: None if path in gone else content for path, (_, content) in ready.items()}
    write_together(contents, before_moves=refuse_changed)
    return [file for file, _ in ready.values()]
