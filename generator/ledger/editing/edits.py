"""The edits of single values and keys: one scalar, one line; comments and order stay."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import pairwise

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
    return insert_written(file, mapping, key, as_yaml(text), after)


def insert_written(file: YamlFile, mapping: Mapping, key: str, written: str, after: str) -> Edit:
    """The same with a value that is written as YAML already, on one line."""
    end = end_of(file, mapping.values[after])
    if in_braces(file, mapping):
        return Edit(end, end, f", {as_yaml(key)}: {written}")
    at = line_end(file, end)
    line = f"{' ' * mapping.keys[after].column}{as_yaml(key)}: {written}".rstrip()
    return Edit(at, at, newline_of(file) + line)


def replace_written(file: YamlFile, mapping: Mapping, key: str, written: str) -> Edit:
    """Write another value, written as YAML on one line, behind a key; a comment between them stays."""
    node, behind = mapping.values[key], file.ends[mapping.keys[key].index]
    start = file.text.find(":", behind) + 1
    if file.text[start : node.start.index].strip():
        return Edit(node.start.index, end_of(file, node), written)
    return Edit(start, max(start, end_of(file, node)), f" {written}".rstrip())


def records_behind(file: YamlFile, records: Collection[str]) -> Edit:
    """Add records, written as items of a list, at the end of a file; an empty line keeps them apart where it does."""
    apart = "\n" if "\n\n" in file.text or not file.text.strip() else ""
    before = "" if not file.text else apart if file.text.endswith("\n") else "\n" + apart
    return Edit(len(file.text), len(file.text), before + apart.join(records))


def remove_values(file: YamlFile, mapping: Mapping, removed: Collection[str]) -> list[Edit]:
    """Take keys out with their values: whole lines, or parts of the braces. At least one key must stay."""
    keys = [*mapping.keys]
    kept = next(at for at, key in enumerate(keys) if key not in removed)
    first = mapping.keys[keys[0]].index
    edits = []
    if kept and (in_braces(file, mapping) or file.text[line_start(file, first) : first].strip()):
        edits.append(Edit(first, mapping.keys[keys[kept]].index, ""))  # the brace or dash before it stays
        keys = keys[kept:]
    for before, key in pairwise(("", *keys)):
        if key not in removed:
            continue
        start, end = mapping.keys[key].index, end_of(file, mapping.values[key])
        if in_braces(file, mapping):
            edits.append(Edit(end_of(file, mapping.values[before]), end, ""))
        else:
            edits.append(Edit(line_start(file, start), next_line(file, end), ""))
    return edits


def remove_value(file: YamlFile, mapping: Mapping, key: str) -> Edit:
    """Take one key out with its value.

    Raises ValueError for a key that shares its line with the dash of its record.
    """
    start = mapping.keys[key].index
    if len(mapping.keys) == 1 and in_braces(file, mapping):
        return Edit(start, end_of(file, mapping.values[key]), "")
    if not in_braces(file, mapping) and file.text[line_start(file, start) : start].strip():
        raise ValueError(key)
    (edit,) = remove_values(file, mapping, (key,))
    return edit


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


def in_braces(file: YamlFile, mapping: Mapping) -> bool:
    """Whether a mapping is written in braces."""
    return file.text.startswith("{", mapping.start.index)


def end_of(file: YamlFile, node: Node) -> int:
    """Where a node ends, without the line break behind a text of several lines."""
    start = node.start.index
    if not isinstance(node, Scalar) and (nodes := [*_parts(node)]) and file.text[start] not in "{[":
        return end_of(file, nodes[-1])
    end = file.ends[start]
    return start + len(file.text[start:end].rstrip("\r\n"))


def _parts(node: Mapping | Sequence) -> tuple[Node, ...]:
    return tuple(node.values.values()) if isinstance(node, Mapping) else node.items


def line_end(file: YamlFile, at: int) -> int:
    """Where the line of a character ends, before its line break."""
    found = NEWLINE.search(file.text, at)
    return found.start() if found else len(file.text)


def next_line(file: YamlFile, at: int) -> int:
    """Where the line behind that of a character begins."""
    found = NEWLINE.search(file.text, at)
    return found.end() if found else len(file.text)


def line_start(file: YamlFile, at: int) -> int:
    """Where the line of a character begins."""
    return max(file.text.rfind("\n", 0, at), file.text.rfind("\r", 0, at)) + 1


def line_before(file: YamlFile, start: int) -> int:
    """Where the line above the one that begins at a character begins."""
    return line_start(file, start - (2 if file.text.startswith("\r\n", start - 2) else 1))


def newline_of(file: YamlFile) -> str:
    """The line break of a file."""
    found = NEWLINE.search(file.text)
    return found[0] if found else "\n"


def beside_removed(edits: Iterable[Edit]) -> list[Edit]:
    """The same edits; new lines behind a line that goes take its place: a unit that leads no more but supports."""
    all_ = [*edits]
    gone = [edit for edit in all_ if edit.start < edit.end and not edit.text]
    return [_out_of(gone, edit) for edit in all_]


def _out_of(gone: list[Edit], edit: Edit) -> Edit:
    """New lines in front of the lines that go, of which they would follow one."""
    at = edit.start
    if edit.end == at and edit.text.startswith("\n"):
        while own := next((one for one in gone if one.start < at < one.end), None):
            at = own.start - 1
    return edit if at == edit.start else Edit(at, at, edit.text)
