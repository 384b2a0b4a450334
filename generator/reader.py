"""A strict YAML reader over libyaml's events.

Every scalar is text with its file, line and column. What YAML would do in silence is refused with a finding: a key
that is given twice, anchors and aliases, tags, a second document, values that spell null, and nesting beyond
:data:`MAX_DEPTH` (PyYAML's C composer overflows the stack on deeply nested input, so nodes are built here, of events).
"""

from __future__ import annotations

import re
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

YAML_TAGS = "tag:yaml.org,2002:"
LINE_SEPARATORS = ("\x85", "\u2028", "\u2029")
"""YAML takes them for line breaks, no editor shows them as such: the lines below would be miscounted."""

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

    def note(self, code: str, mark: Mark, /, **values: object) -> None:
        self.findings.append(Finding(code, mark, values))

    def node(self, event: Any, depth: int) -> Node:
        mark = self.mark(event)
        if depth > MAX_DEPTH:
            raise _Refused(Finding("yaml-depth", mark, {"limit": MAX_DEPTH}))
        if isinstance(event, yaml.AliasEvent):
            self.note("yaml-alias", mark, name=event.anchor)
            return Scalar("", mark, refused=True)
        if event.anchor is not None:
            self.note("yaml-anchor", mark, name=event.anchor)
        if event.tag is not None:
            self.note("yaml-tag", mark, tag=event.tag.replace(YAML_TAGS, "!!"))
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, mark)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(mark, depth)
        return self.mapping(mark, depth)

    def scalar(self, event: Any, mark: Mark) -> Scalar:
        if not event.style and event.value in NULLS:
            self.note("yaml-null", mark, text=event.value)
            return Scalar("", mark, refused=True)
        if event.style in ("|", ">") and not event.value:
            self.note("yaml-syntax", mark, reason=terms.YAML_BLOCK.format(sign=event.style))
            return Scalar("", mark, refused=True)
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
    for char in LINE_SEPARATORS:
        if char in text:
            return None, [Finding("yaml-character", _place(text, char, file), {"code": f"U+{ord(char):04X}"})]
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
        builder.findings.append(_syntax(error, text, file))
        return None, builder.findings
    except yaml.reader.ReaderError as error:
        builder.findings.append(_character(error, text, file))
        return None, builder.findings
    return root, builder.findings


BEGUN = ("simple key", "quoted scalar", "flow sequence", "flow mapping")
"""What libyaml was reading when it gave up far below: the mistake is where that began."""

TAB = re.compile(r"[ \-]*\t")


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Finding:
    """What libyaml could not read, in our words, where the mistake was made."""
    context = error.context or ""
    where = error.problem_mark or error.context_mark
    begun = error.context_mark if any(word in context for word in BEGUN) else None
    if begun is not None and (where is None or begun.line < where.line):
        where = begun
    lines = text.splitlines()
    for at in (error.problem_mark, error.context_mark):
        if at is not None and at.line < len(lines) and (tab := TAB.match(lines[at.line])):
            return Finding("yaml-syntax", Mark(file, at.line + 1, tab.end()), {"reason": terms.YAML_TAB})
    mark = Mark(file, where.line + 1, where.column + 1) if where else Mark(file)
    words = f"{context} {error.problem or ''}"
    reason = next((zh for en, zh in terms.YAML_PROBLEMS.items() if en in words), terms.YAML_PROBLEM)
    return Finding("yaml-syntax", mark, {"reason": reason})


def _place(text: str, char: str, file: str) -> Mark:
    """Where a character first stands."""
    at = max(text.find(char), 0)
    return Mark(file, text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1)


def _character(error: yaml.reader.ReaderError, text: str, file: str) -> Finding:
    """libyaml counts the offending character in bytes of UTF-8; find its line from the text itself."""
    code = error.character if isinstance(error.character, int) else ord(str(error.character)[:1] or "\0")
    return Finding("yaml-character", _place(text, chr(code), file), {"code": f"U+{code:04X}"})


@dataclass(frozen=True, slots=True)
class Tree:
    """All files of a ledger: path relative to data/ → root node; names for findings start with ``label``."""

    files: dict[str, Node]
    findings: list[Finding]
    label: str
    readable: bool = True
    """False when there is no such folder at all."""


def read_tree(folder: Path) -> Tree:
    """Read every file of the ledger.

    Files are taken in the order of their names, so that positions do not depend on the file system. Hidden files and
    editors' backups are passed over; any other file that is no ``.yml`` is a finding.
    """
    label = folder.resolve().name
    files: dict[str, Node] = {}
    findings: list[Finding] = []
    if not folder.is_dir():
        return Tree({}, [Finding("no-data", Mark(label), {"folder": label})], label, readable=False)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or any(part.startswith(".") for part in name.split("/")) or name.endswith(("~", ".bak")):
            continue
        node, found = _read_path(path, f"{label}/{name}")
        findings.extend(found)
        if node is not None or not found:
            files[name] = node or Scalar("", Mark(f"{label}/{name}"))
    return Tree(files, findings, label)


def _read_path(path: Path, file: str) -> tuple[Node | None, list[Finding]]:
    if path.suffix != ".yml":
        return None, [Finding("file-suffix", Mark(file), {"suffix": path.suffix})]
    try:
        raw = path.read_bytes()
    except OSError:
        return None, [Finding("file-unreadable", Mark(file), {})]
    if len(raw) > MAX_BYTES:
        return None, [Finding("file-size", Mark(file), {"limit": MAX_BYTES // 1024 // 1024})]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Finding("file-encoding", Mark(file, line), {})]
    return read_text(text, file)
