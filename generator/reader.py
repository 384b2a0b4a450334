"""A strict YAML reader over libyaml's events.

Every scalar is text with its file, line and column. What YAML would do in silence is refused with a finding: a key
that is given twice, anchors and aliases, tags, a second document, values that spell null, and nesting beyond
:data:`MAX_DEPTH` (PyYAML's C composer overflows the stack on deeply nested input, so nodes are built here, of events).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator import terms
from generator.source import Entry, Finding, Mapping, Mark, Node, Scalar, Sequence

MAX_DEPTH = 12
"""Deepest nesting that a file may have; the deepest record of the ledger needs eight."""

MAX_BYTES = 16 * 1024 * 1024
"""Largest file that is read; a larger one is a mistake rather than a ledger."""

NULLS = frozenset({"~", "null", "Null", "NULL"})


@dataclass(slots=True)
class _Refused(Exception):
    """The rest of the file cannot be read with any sense."""

    finding: Finding


@dataclass(slots=True)
class _Builder:
    """Builds nodes of one file from its events."""

    file: str
    events: Iterator[Any]
    findings: list[Finding] = field(default_factory=list)

    def mark(self, event: Any) -> Mark:
        return Mark(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def note(self, code: str, mark: Mark, **values: object) -> None:
        self.findings.append(Finding(code, mark, values))

    def node(self, event: Any, depth: int) -> Node:
        mark = self.mark(event)
        if depth > MAX_DEPTH:
            raise _Refused(Finding("yaml-depth", mark, {"limit": MAX_DEPTH}))
        if isinstance(event, yaml.AliasEvent):
            self.note("yaml-alias", mark, name=event.anchor)
            return Scalar("", mark)
        if event.anchor is not None:
            self.note("yaml-anchor", mark, name=event.anchor)
        if event.tag is not None:
            self.note("yaml-tag", mark, tag=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, mark)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(mark, depth)
        return self.mapping(mark, depth)

    def scalar(self, event: Any, mark: Mark) -> Scalar:
        if event.style is None and event.value in NULLS:
            self.note("yaml-null", mark, text=event.value)
        return Scalar(event.value, mark)

    def sequence(self, mark: Mark, depth: int) -> Sequence:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, depth + 1))
        return Sequence(tuple(items), mark)

    def mapping(self, mark: Mark, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.note("yaml-key", key.mark)
            elif key.text in entries:
                self.note("yaml-duplicate", key.mark, key=key.text, first=entries[key.text].mark.line)
            else:
                entries[key.text] = Entry(key.text, key.mark, value)
        return Mapping(entries, mark)


def read_text(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    """Read one YAML text.

    ``file`` is the name that findings carry. Returns the root node, or None where nothing could be read (an empty file
    is such a one), and the findings.
    """
    builder = _Builder(file, yaml.parse(text, Loader=yaml.CSafeLoader))
    root: Node | None = None
    try:
        for event in builder.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    builder.note("yaml-document", builder.mark(event))
                    break
                root = builder.node(next(builder.events), 1)
    except _Refused as refused:
        builder.findings.append(refused.finding)
        return None, builder.findings
    except yaml.MarkedYAMLError as error:
        builder.findings.append(_syntax(error, file))
        return None, builder.findings
    except yaml.reader.ReaderError as error:
        builder.findings.append(_character(error, text, file))
        return None, builder.findings
    return root, builder.findings


def _syntax(error: yaml.MarkedYAMLError, file: str) -> Finding:
    where = error.problem_mark or error.context_mark
    mark = Mark(file, where.line + 1, where.column + 1) if where else Mark(file)
    words = f"{error.context or ''} {error.problem or ''}"
    reason = next((zh for en, zh in terms.YAML_PROBLEMS.items() if en in words), terms.YAML_PROBLEM)
    return Finding("yaml-syntax", mark, {"reason": reason})


def _character(error: yaml.reader.ReaderError, text: str, file: str) -> Finding:
    """libyaml counts the offending character in bytes of UTF-8; find its line from the text itself."""
    code = error.character if isinstance(error.character, int) else ord(str(error.character)[:1] or "\0")
    at = max(text.find(chr(code)), 0)
    line = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    return Finding("yaml-character", Mark(file, line, column), {"code": f"U+{code:04X}"})


@dataclass(frozen=True, slots=True)
class Tree:
    """All files of a ledger: path relative to data/ → root node; names for findings start with ``label``."""

    files: dict[str, Node]
    findings: list[Finding]
    label: str


def read_tree(folder: Path) -> Tree:
    """Read every file of the ledger.

    Files are taken in the order of their names, so that positions do not depend on the file system. Hidden files and
    editors' backups are passed over; any other file that is no ``.yml`` is a finding.
    """
    label = folder.name
    files: dict[str, Node] = {}
    findings: list[Finding] = []
    if not folder.is_dir():
        return Tree({}, [Finding("no-data", Mark(label), {"folder": label})], label)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or any(part.startswith(".") for part in name.split("/")) or name.endswith(("~", ".bak")):
            continue
        node, found = _read_path(path, f"{label}/{name}")
        findings.extend(found)
        if node is not None:
            files[name] = node
    return Tree(files, findings, label)


def _read_path(path: Path, file: str) -> tuple[Node | None, list[Finding]]:
    if path.suffix != ".yml":
        return None, [Finding("file-suffix", Mark(file), {"suffix": path.suffix})]
    raw = path.read_bytes()
    if len(raw) > MAX_BYTES:
        return None, [Finding("file-size", Mark(file), {"limit": MAX_BYTES // 1024 // 1024})]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Finding("file-encoding", Mark(file, line), {})]
    return read_text(text, file)
