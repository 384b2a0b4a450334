"""A strict YAML reader over libyaml's events.

Every scalar is text with its file, line and column. What YAML would do in silence is refused with a finding: a key
that is given twice, anchors and aliases, tags, a second document, values that spell null, and nesting beyond
:data:`MAX_DEPTH` (PyYAML's C composer overflows the stack on deeply nested input, so nodes are built here, of events).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import yaml
from yaml import _yaml

from generator.language import finding_words
from generator.ledger.reading.nodes import Finding, Mapping, Mark, Node, Scalar, Sequence, Shapes

MAX_DEPTH = 12
"""Deepest nesting that a file may have; the deepest record of the ledger needs eight."""

MAX_BYTES = 16 * 1024 * 1024
"""Largest file that is read; a larger one is a mistake rather than a ledger."""

VERSION = f"PyYAML {yaml.__version__}, libyaml {_yaml.get_version_string()}"
"""What reads the files: another one may read them in another way."""

NULLS = frozenset({"~", "null", "Null", "NULL"})
"""Texts that YAML takes for no value."""

YAML_TAGS = "tag:yaml.org,2002:"
LINE_SEPARATORS = ("\x85", "\u2028", "\u2029")
"""YAML takes them for line breaks, no editor shows them as such: the lines below would be miscounted."""


@dataclass(slots=True)
class _Refused(Exception):
    """The rest of the file cannot be read with any sense."""

    finding: Finding


ODD = NULLS | {""}
"""Texts that need a look at how they are written; all others are values."""


@dataclass(slots=True)
class _Builder:
    """Builds nodes of one file from its events."""

    file: str
    event: Callable[[], Any]
    """The next event; None behind the last."""
    shapes: Shapes
    findings: list[Finding] = field(default_factory=list)
    same: dict[str, str] = field(default_factory=dict)
    """Equal texts of a file are one object."""

    def mark(self, event: Any) -> Mark:
        place = event.start_mark
        return Mark(self.file, place.line + 1, place.column + 1)

    def note(self, code: str, mark: Mark, /, **values: object) -> None:
        self.findings.append(Finding(code, mark, values))

    def root(self) -> Node | None:
        """The only document of the file."""
        root: Node | None = None
        while (event := self.event()) is not None:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self.note("yaml-document", self.mark(event))
                    break
                root = self.node(self.event(), 1)
        return root

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
            self.note("yaml-syntax", mark, reason=finding_words.YAML_BLOCK.format(sign=event.style))
            return Scalar("", mark, refused=True)
        return Scalar(self.same.setdefault(event.value, event.value), mark)

    def sequence(self, mark: Mark, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := self.event(), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return Sequence(tuple(items), mark)

    def mapping(self, mark: Mark, depth: int) -> Mapping:
        """Nearly everything in a ledger is a plain text behind a plain key: that way is short, the rest is told of."""
        keys: dict[str, Any] = {}
        texts: dict[str, str] = {}
        flat: list[str | int] = []
        inner: dict[str, Node] = {}
        next_event, same, intern = self.event, self.same.setdefault, sys.intern
        scalar, end = yaml.ScalarEvent, yaml.MappingEndEvent
        first = mark.line - 1
        plain_keys = depth < MAX_DEPTH
        while True:
            key = next_event()
            if key.__class__ is end:
                break
            name: str | None = key.value if plain_keys and key.__class__ is scalar else ""
            if name in ODD or key.anchor is not None or key.tag is not None:
                name = self.key(self.node(key, depth + 1))
            value = next_event()
            text: str | None = value.value if value.__class__ is scalar else ""
            node: Node | None = None
            if text in ODD or value.anchor is not None or value.tag is not None:
                node = self.node(value, depth + 1)
                text = node.text if isinstance(node, Scalar) and not node.refused else None
            if name is None:
                continue
            if name in keys:
                self.note("yaml-duplicate", self.mark(key), key=name, first=keys[name].line + 1)
                continue
            keys[name := intern(name)] = key.start_mark
            if text is not None:
                texts[name] = same(text, text)
                place = value.start_mark
                flat += (name, place.line - first, place.column + 1)
            elif node is not None:
                inner[name] = node
        return Mapping(mark, keys, texts, self.shapes.of(flat), inner)

    def key(self, node: Node) -> str | None:
        """The text of a key that is one."""
        if isinstance(node, Scalar):
            return node.text
        self.note("yaml-key", node.mark)
        return None


def read_text(text: str, file: str, shapes: Shapes | None = None) -> tuple[Node | None, list[Finding]]:
    """Read one YAML text.

    ``file`` is the name that findings carry; ``shapes`` are those of the other files of the ledger. Returns the root
    node, or None where nothing could be read (an empty file is such a one), and the findings.
    """
    for char in LINE_SEPARATORS:
        if char in text:
            return None, [Finding("yaml-character", _place(text, char, file), {"code": f"U+{ord(char):04X}"})]
    found: list[Finding] = []
    # get_event is what yaml.parse calls, without the check that it makes before each event
    builder = _Builder(file, yaml.CSafeLoader(text).get_event, shapes or Shapes(), found)
    try:
        return builder.root(), found
    except _Refused as refused:
        found.append(refused.finding)
    except yaml.MarkedYAMLError as error:
        found.append(_syntax(error, text, file))
    except yaml.reader.ReaderError as error:
        found.append(_character(error, text, file))
    return None, found


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
            return Finding("yaml-syntax", Mark(file, at.line + 1, tab.end()), {"reason": finding_words.YAML_TAB})
    mark = Mark(file, where.line + 1, where.column + 1) if where else Mark(file)
    words = f"{context} {error.problem or ''}"
    reason = next((zh for en, zh in finding_words.YAML_PROBLEMS.items() if en in words), finding_words.YAML_PROBLEM)
    return Finding("yaml-syntax", mark, {"reason": reason})


def _place(text: str, char: str, file: str) -> Mark:
    """Where a character first stands."""
    at = max(text.find(char), 0)
    return Mark(file, text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1)


def _character(error: yaml.reader.ReaderError, text: str, file: str) -> Finding:
    """libyaml counts the offending character in bytes of UTF-8; find its line from the text itself."""
    code = error.character if isinstance(error.character, int) else ord(str(error.character)[:1] or "\0")
    return Finding("yaml-character", _place(text, chr(code), file), {"code": f"U+{code:04X}"})


class Place(Protocol):
    """Where a file's content is: a path, or something like one."""

    @property
    def suffix(self) -> str: ...

    def read_bytes(self) -> bytes: ...


@dataclass(slots=True)
class Tree:
    """The files of a ledger, each read when it is asked for: all of them at once would fill the memory."""

    label: str
    """The folder's name, with which the names of files in findings start."""
    paths: dict[str, Place]
    """Path relative to data/ → where it is, in the order of the names."""
    readable: bool = True
    """False when there is no such folder at all."""
    shapes: Shapes = field(default_factory=Shapes)
    """Where the cells stand in records of each shape."""
    told: dict[str, list[Finding]] = field(default_factory=dict)
    """What was found in each file that was read."""
    spelled: Callable[[bytes], bytes] = bytes
    """From a file's content to its text in bytes: elsewhere than on a disk a content may be known by its name."""

    def content(self, name: str) -> bytes | None:
        """The bytes of a file; None with a finding where it is no file of the ledger."""
        file, path = self.file(name), self.paths[name]
        self.told[name] = []
        if path.suffix != ".yml":
            self._refuse(name, "file-suffix", Mark(file), suffix=path.suffix)
            return None
        try:
            raw = path.read_bytes()
        except OSError:
            self._refuse(name, "file-unreadable", Mark(file))
            return None
        if len(raw) > MAX_BYTES:
            self._refuse(name, "file-size", Mark(file), limit=MAX_BYTES // 1024 // 1024)
            return None
        return raw

    def parse(self, name: str, raw: bytes) -> Node | None:
        """The node that a file's bytes spell, an empty text for an empty file; None with a finding where none can."""
        file = self.file(name)
        try:
            raw = self.spelled(raw)
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            self._refuse(name, "file-encoding", Mark(file, line))
            return None
        node, self.told[name] = read_text(text, file, self.shapes)
        return node if node is not None or self.told[name] else Scalar("", Mark(file))

    def node(self, name: str) -> Node | None:
        """The root of a file, or None where it cannot be read."""
        raw = self.content(name)
        return None if raw is None else self.parse(name, raw)

    def file(self, name: str) -> str:
        """The name of a file as findings have it."""
        return f"{self.label}/{name}"

    @property
    def files(self) -> dict[str, Node]:
        """All files that can be read."""
        return {name: node for name in self.paths if (node := self.node(name)) is not None}

    @property
    def findings(self) -> list[Finding]:
        """What was found in all files."""
        if not self.readable:
            return [Finding("no-data", Mark(self.label), {"folder": self.label})]
        for name in self.paths.keys() - self.told.keys():
            self.node(name)
        return [finding for name in self.paths for finding in self.told[name]]

    def _refuse(self, name: str, code: str, mark: Mark, **values: object) -> None:
        self.told[name] = [Finding(code, mark, values)]


def read_tree(folder: Path) -> Tree:
    """The files of a ledger.

    Files are taken in the order of their names, so that positions do not depend on the file system. Hidden files and
    editors' backups are passed over; any other file that is no ``.yml`` is a finding.
    """
    label = folder.resolve().name
    if not folder.is_dir():
        return Tree(label, {}, readable=False)
    found: dict[str, Place] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not passed_over(name) and not path.is_dir():
            found[name] = path
    return Tree(label, found)


def passed_over(name: str) -> bool:
    """Whether a file is hidden, or an editor's backup."""
    return any(part.startswith(".") for part in name.split("/")) or name.endswith(("~", ".bak"))
