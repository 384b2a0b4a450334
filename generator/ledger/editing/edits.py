"""The edits of single values and keys: one scalar, one line; comments and order stay."""

from __future__ import annotations

import re

from generator.language import command_words
from generator.ledger.editing.yaml_file import Edit, EditRefused, YamlFile
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence
from generator.ledger.reading.yaml_reader import read_text

QUOTES = ("'", '"')
NEWLINE = re.compile(r"\r\n?|\n")


def replace_value(file: YamlFile, node: Scalar, text: str, *, keep_quotes: bool = True) -> Edit:
    """Write another text in the place of a value; by default a value in quotes stays in quotes.

    Raises EditRefused where the value is written in more than one line.
    """
    start, end = node.start.index, file.ends[node.start.index]
    if "\n" in file.text[start:end]:
        raise EditRefused(command_words.EDIT_LINES.format(mark=node.mark))
    new = _quoted(text) if keep_quotes and text and file.text.startswith(QUOTES, start) else as_yaml(text)
    gap = " " if new and file.text[start - 1 : start] == ":" else ""
    return Edit(start, end, gap + new)


def rename_key(file: YamlFile, mapping: Mapping, key: str, new: str) -> Edit:
    """Write another key before a value."""
    start = mapping.keys[key].index
    return Edit(start, file.ends[start], as_yaml(new))


def insert_value(file: YamlFile, mapping: Mapping, key: str, text: str, after: str) -> Edit:
    """Add a key with a value behind another key and its value: in a line of its own, or within the same braces."""
    end = _end(file, mapping.values[after])
    if _in_braces(file, mapping):
        return Edit(end, end, f", {as_yaml(key)}: {as_yaml(text)}")
    at = _line_end(file, end)
    line = f"{' ' * mapping.keys[after].column}{as_yaml(key)}: {as_yaml(text)}".rstrip()
    return Edit(at, at, _newline(file) + line)


def remove_value(file: YamlFile, mapping: Mapping, key: str) -> Edit:
    """Take a key out with its value: the whole lines, or its part of the braces.

    Raises ValueError for a key that shares its line with the dash of its record.
    """
    start, end = mapping.keys[key].index, _end(file, mapping.values[key])
    if _in_braces(file, mapping):
        keys = [*mapping.keys]
        at = keys.index(key)
        if at:
            return Edit(_end(file, mapping.values[keys[at - 1]]), end, "")
        return Edit(start, mapping.keys[keys[1]].index if len(keys) > 1 else end, "")
    line = start - mapping.keys[key].column
    if file.text[line:start].strip():
        raise ValueError(key)
    newline = NEWLINE.search(file.text, end)
    return Edit(line, newline.end() if newline else len(file.text), "")


def as_yaml(text: str) -> str:
    """A text as it is written in YAML, in quotes only where it needs them; raises ValueError for several lines."""
    if len(text.splitlines()) > 1 or text.endswith("\n"):
        raise ValueError(text)
    for written in (text, f"{{k: {text}}}"):
        root, findings = read_text(f"k: {text}\n" if written is text else written, "")
        value = root.get("k") if isinstance(root, Mapping) else None
        if findings or not isinstance(value, Scalar) or value.text != text:
            return _quoted(text)
    return text


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _in_braces(file: YamlFile, mapping: Mapping) -> bool:
    return file.text.startswith("{", mapping.start.index)


def _end(file: YamlFile, node: Node) -> int:
    """Where a node ends, without the line break behind a text of several lines."""
    start = node.start.index
    if not isinstance(node, Scalar) and (nodes := [*_parts(node)]) and file.text[start] not in "{[":
        return _end(file, nodes[-1])
    end = file.ends[start]
    return start + len(file.text[start:end].rstrip("\r\n"))


def _parts(node: Mapping | Sequence) -> tuple[Node, ...]:
    return tuple(node.values.values()) if isinstance(node, Mapping) else node.items


def _line_end(file: YamlFile, at: int) -> int:
    """Where the line of a character ends, before its line break."""
    found = NEWLINE.search(file.text, at)
    return found.start() if found else len(file.text)


def _newline(file: YamlFile) -> str:
    """The line break of a file."""
    found = NEWLINE.search(file.text)
    return found[0] if found else "\n"
