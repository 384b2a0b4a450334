"""A strict YAML reader over libyaml's events.

Every scalar is text with its file, line and column. What YAML would do in silence is refused with a finding: a key
that is given twice, anchors and aliases, tags, a second document, values that spell null, and nesting beyond
:data:`MAX_DEPTH` (PyYAML's C composer overflows the stack on deeply nested input, so nodes are built here, of events).
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    _yaml,
)

from generator.language.findings import yaml_words
from generator.ledger.reading.findings import Finding, Mark
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence, Start, mark_of

MAX_DEPTH = 12
"""Deepest nesting that a file may have; the deepest record of the ledger needs eight."""

VERSION = f"PyYAML {yaml.__version__}, libyaml {_yaml.get_version_string()}"
"""What reads the files: another one may read them in another way."""

NULLS = frozenset({"~", "null", "Null", "NULL"})
"""Texts that YAML takes for no value."""

UNCLEAR = NULLS | {""}
"""Texts that need a look at how they are written."""

YAML_TAGS = "tag:yaml.org,2002:"
LINE_SEPARATORS = ("\x85", "\u2028", "\u2029")
"""YAML takes them for line breaks, no editor shows them as such: the lines below would be miscounted."""


def read_text(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    """Read one YAML text.

    Args:
        text: the content of the file.
        file: the name of the file in findings.

    Returns:
        The root node, which is an empty text where the file is empty, or None where nothing could be read; findings.
    """
    for char in LINE_SEPARATORS:
        if char in text:
            return None, [Finding("yaml-character", _first_place(text, char, file), {"code": f"U+{ord(char):04X}"})]
    reader = _EventReader(yaml.CSafeLoader(_NamedText(text, file)).get_event)
    try:
        return reader.root(), reader.findings
    except _Refused as refused:
        reader.findings.append(refused.finding)
    except yaml.MarkedYAMLError as error:
        reader.findings.append(_syntax(error, text, file))
    except yaml.reader.ReaderError as error:
        reader.findings.append(_character(error, text, file))
    return None, reader.findings


def read_ends(text: str) -> dict[int, int]:
    """Where each text, and each list or mapping in brackets, ends in a YAML text that :func:`read_text` reads.

    Returns:
        The character at which it starts → the character behind it, both counted from 0.
    """
    ends: dict[int, int] = {}
    opened: list[tuple[int, bool]] = []
    next_event: Callable[[], Any] = yaml.CSafeLoader(io.StringIO(text)).get_event
    while (event := next_event()) is not None:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, ScalarEvent):
            ends[start] = end
        elif isinstance(event, (SequenceStartEvent, MappingStartEvent)):
            opened.append((start, bool(event.flow_style)))
        elif isinstance(event, (SequenceEndEvent, MappingEndEvent)):
            start, in_brackets = opened.pop()
            if in_brackets:
                ends[start] = end
    return ends


class _NamedText(io.StringIO):
    """A text with the name of its file, which the parser puts into its marks."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.name = name


@dataclass(slots=True)
class _Refused(Exception):
    """The rest of the file cannot be read with any sense."""

    finding: Finding


@dataclass(slots=True)
class _EventReader:
    """Builds the nodes of one file from its events."""

    next_event: Callable[[], Any]
    """The next event; None behind the last."""
    findings: list[Finding] = field(default_factory=list)
    same: dict[str, str] = field(default_factory=dict)
    """Equal texts of a file are one object."""

    def note(self, code: str, event: Any, /, **values: object) -> None:
        """Add a finding at an event."""
        self.findings.append(Finding(code, mark_of(event.start_mark), values))

    def root(self) -> Node:
        """The only document of the file; an empty text where there is none."""
        event: Any = self.next_event()
        root: Node = Scalar("", event.start_mark)
        documents = 0
        while event is not None:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.note("yaml-document", event)
                    break
                root = self.node(self.next_event(), 1)
            event = self.next_event()
        return root

    def node(self, event: Any, depth: int) -> Node:
        """The node that starts with an event; its other events are read here, too."""
        if depth > MAX_DEPTH:
            raise _Refused(Finding("yaml-depth", mark_of(event.start_mark), {"limit": MAX_DEPTH}))
        kind = type(event)
        if kind is AliasEvent:
            self.note("yaml-alias", event, name=event.anchor)
            return Scalar("", event.start_mark, refused=True)
        if event.anchor is not None:
            self.note("yaml-anchor", event, name=event.anchor)
        if event.tag is not None:
            self.note("yaml-tag", event, tag=event.tag.replace(YAML_TAGS, "!!"))
        if kind is not ScalarEvent:
            return self.sequence(event, depth) if kind is SequenceStartEvent else self.mapping(event, depth)
        text = event.value
        if text in UNCLEAR and self.is_refused(event):
            return Scalar("", event.start_mark, refused=True)
        return Scalar(self.same.setdefault(text, text), event.start_mark)

    def is_refused(self, event: Any) -> bool:
        """Whether a text that may be no value is written in a way that does not say what the editor means."""
        if event.value and not event.style:
            self.note("yaml-null", event, text=event.value)
            return True
        if not event.value and event.style in ("|", ">"):
            self.note("yaml-syntax", event, reason=yaml_words.YAML_BLOCK.format(sign=event.style))
            return True
        return False

    def sequence(self, start: Any, depth: int) -> Sequence:
        """A list with all its items."""
        items: list[Node] = []
        while not isinstance(event := self.next_event(), SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return Sequence(tuple(items), start.start_mark)

    def mapping(self, start: Any, depth: int) -> Mapping:
        """A mapping with all its values; a key that is no text, or is given twice, is left out."""
        values: dict[str, Node] = {}
        keys: dict[str, Start] = {}
        next_event = self.next_event
        while type(event := next_event()) is not MappingEndEvent:
            key = self.key(event, depth + 1)
            value = self.node(next_event(), depth + 1)
            if key is None:
                continue
            if start.flow_style and _is_nothing(value) and _ends_there(event, value):
                self.note("yaml-comma", event, key=key)
                continue
            if key in keys:
                self.note("yaml-duplicate", event, key=key, first=keys[key].line + 1)
            else:
                keys[key] = event.start_mark
                values[key] = value
        return Mapping(values, keys, start.start_mark)

    def key(self, event: Any, depth: int) -> str | None:
        """The text of a key; None with a finding where it is no text."""
        if type(event) is ScalarEvent and event.anchor is None and event.tag is None and event.value not in UNCLEAR:
            return sys.intern(event.value)  # as nearly every key is
        node = self.node(event, depth)
        if isinstance(node, Scalar):
            return sys.intern(node.text)
        self.note("yaml-key", event)
        return None


def _is_nothing(value: Node) -> bool:
    return isinstance(value, Scalar) and not value.text and not value.refused


def _ends_there(key: Any, value: Node) -> bool:
    """Whether a key ends where its value begins: no colon stands between them."""
    end = key.end_mark
    return bool((end.line, end.column) == (value.start.line, value.start.column))


BEGUN = ("simple key", "quoted scalar", "flow sequence", "flow mapping")
"""What libyaml was reading when it gave up far below: the mistake is where that began."""

CONFLICT = re.compile(r"<{7} |={7}$|>{7} ")
"""What git leaves in a file where two edits do not fit."""
TAB = re.compile(r"[ \-]*\t")


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Finding:
    """What libyaml could not read, in our words, where the mistake was made."""
    context = error.context or ""
    where = error.problem_mark or error.context_mark
    begun = error.context_mark if any(word in context for word in BEGUN) else None
    if begun is not None and (where is None or begun.line < where.line):
        where = begun
    lines = text.splitlines()
    if conflict := next((at for at, line in enumerate(lines, 1) if CONFLICT.match(line)), None):
        return Finding("yaml-syntax", Mark(file, conflict), {"reason": yaml_words.YAML_CONFLICT})
    for at in (error.problem_mark, error.context_mark):
        if at is not None and at.line < len(lines) and (tab := TAB.match(lines[at.line])):
            return Finding("yaml-syntax", Mark(file, at.line + 1, tab.end()), {"reason": yaml_words.YAML_TAB})
    mark = Mark(file, where.line + 1, where.column + 1) if where else Mark(file)
    words = f"{context} {error.problem or ''}"
    reason = next((zh for en, zh in yaml_words.YAML_PROBLEMS.items() if en in words), yaml_words.YAML_PROBLEM)
    return Finding("yaml-syntax", mark, {"reason": reason})


def _first_place(text: str, char: str, file: str) -> Mark:
    """Where a character first stands."""
    at = max(text.find(char), 0)
    return Mark(file, text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1)


def _character(error: yaml.reader.ReaderError, text: str, file: str) -> Finding:
    """libyaml counts the offending character in bytes of UTF-8; find its line from the text itself."""
    code = error.character if isinstance(error.character, int) else ord(str(error.character)[:1] or "\0")
    return Finding("yaml-character", _first_place(text, chr(code), file), {"code": f"U+{code:04X}"})
