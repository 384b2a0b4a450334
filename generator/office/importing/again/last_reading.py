"""What a workbook held when it was last read: each cell on a line of a file, so that git shows what changed in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.language.findings.file_words import MEGABYTE
from generator.language.office import import_words
from generator.ledger.editing.record_text import flow, scalar
from generator.ledger.reading.nodes import Mapping as YamlMapping
from generator.ledger.reading.nodes import Node, Scalar
from generator.ledger.reading.nodes import Sequence as YamlSequence
from generator.ledger.reading.yaml_reader import read_text
from generator.office.importing.context import Key
from generator.office.importing.findings import ImportFinding, ImportRefused
from generator.office.record_ids import propose_id
from generator.office.workbooks.sheets import Place, Sheet, letters
from generator.support.files import read_plain

FOLDER: Final = "imports"
CELL: Final = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
MAX_BYTES: Final = 64 * MEGABYTE
"""Largest reading that is kept: a workbook has fewer cells than that."""
ESCAPED: Final = (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"))


@dataclass(frozen=True, slots=True)
class LastReading:
    """An earlier reading of a workbook."""

    path: Path
    document: str
    title: str
    sheets: tuple[Sheet, ...]
    ids: Mapping[tuple[str, Key], str]
    names: Mapping[str, str]
    """Names of columns that a person gave → their kinds."""


def file_of(folder: Path, workbook: str) -> Path:
    """The file for a workbook of a name."""
    return folder / FOLDER / f"{propose_id(workbook, ())}.yml"


def find_last(folder: Path, workbook: str, title: str) -> LastReading | None:
    """The earlier reading of a workbook, by its file's name, or by its title where the file has another name now.

    Raises ImportRefused where the file of it cannot be read.
    """
    path = file_of(folder, workbook)
    if path.is_file():
        return read_last(path)
    others = [read_last(other) for other in sorted((folder / FOLDER).glob("*.yml"))]
    return next((one for one in others if one.title == title), None)


def as_text(
    document: str,
    title: str,
    sheets: Sequence[Sheet],
    keys: Mapping[tuple[str, str], Key],
    names: Mapping[str, str],
) -> str:
    """The file of a reading."""
    lines = [import_words.STATE_HEADER, f"document: {document}\n", f"title: {_quoted(title)}\n"]
    if names:
        lines += ["columns:\n", *(f"  {scalar(name)}: {kind}\n" for name, kind in sorted(names.items()))]
    lines.append("sheets:\n")
    for sheet in sheets:
        if not sheet.hidden:
            lines += _sheet_lines(sheet)
    lines.append("ids:\n")
    for (table, id_), (name, row, part) in keys.items():
        lines.append(f"  - {flow([table, _escaped(name), str(row), part, id_])}\n")
    return "".join(lines)


def _sheet_lines(sheet: Sheet) -> Iterator[str]:
    yield f"  - name: {_quoted(sheet.name)}\n"
    merged = [f"{letters(left)}{top}:{letters(right)}{bottom}" for top, left, bottom, right in sheet.merged]
    if merged:
        yield "    merged:\n"
        yield from (f"      - '{area}'\n" for area in merged)
    hidden = (("hidden_rows", sheet.hidden_rows), ("hidden_columns", sheet.hidden_columns))
    for (key, numbers), last in zip(hidden, sheet.size, strict=True):
        used = [number for number in sorted(numbers) if number <= last]
        if used:
            yield f"    {key}: {flow([*map(str, used)])}\n"
    yield "    cells:\n"
    for row, column in sorted(sheet.texts):
        yield f"      {letters(column)}{row}: {_quoted(sheet.texts[row, column])}\n"
    if sheet.broken:
        yield "    broken:\n"
        for row, column in sorted(sheet.broken):
            yield f"      {letters(column)}{row}: {sheet.broken[row, column]}\n"


def _escaped(text: str) -> str:
    for sign, written in ESCAPED:
        text = text.replace(sign, written)
    return text


def _quoted(text: str) -> str:
    return scalar(_escaped(text))


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), text)


def read_last(path: Path) -> LastReading:
    """Read a file. Raises ImportRefused where it is none of ours."""
    try:
        root, findings = read_text(read_plain(path, MAX_BYTES).decode("utf-8-sig"), path.name)
        if findings or not isinstance(root, YamlMapping):
            raise ValueError(path)
        names = {name: _text(kind) for name, kind in _mapping(root.get("columns")).items()}
        ids = {}
        for item in _items(root.get("ids")):
            table, sheet, row, part, id_ = map(_text, _items(item))
            ids[table, (_plain(sheet), int(row), part)] = id_
        sheets = tuple(map(_sheet, _items(root.get("sheets"))))
        return LastReading(path, _text(root.get("document")), _plain(_text(root.get("title"))), sheets, ids, names)
    except (ValueError, OSError) as error:
        raise ImportRefused(ImportFinding("imports-broken", path.name, {"file": path})) from error


def _sheet(node: Node) -> Sheet:
    sheet = _mapping(node)
    texts = {_place(cell): _plain(_text(text)) for cell, text in _mapping(sheet.get("cells")).items()}
    merged = []
    for item in _items(sheet.get("merged")):
        first, _, last = _text(item).partition(":")
        merged.append((*_place(first), *_place(last)))
    hidden = [frozenset(int(_text(n)) for n in _items(sheet.get(k))) for k in ("hidden_rows", "hidden_columns")]
    broken = {_place(cell): _text(code) for cell, code in _mapping(sheet.get("broken")).items()}
    return Sheet(_plain(_text(sheet.get("name"))), texts, tuple(merged), hidden[0], hidden[1], False, broken)


def _place(cell: str) -> Place:
    """Row and column of a cell. Raises ValueError where it is none."""
    match = CELL.fullmatch(cell)
    if match is None:
        raise ValueError(cell)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _mapping(node: Node | None) -> Mapping[str, Node]:
    return node.values if isinstance(node, YamlMapping) else {}


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, YamlSequence) else ()


def _text(node: Node | None) -> str:
    """A text. Raises ValueError where there is none."""
    if not isinstance(node, Scalar):
        raise ValueError(node)
    return node.text
