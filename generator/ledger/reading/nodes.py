"""The nodes of a YAML file: texts, lists and mappings, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from generator.ledger.reading.findings import Mark


class Start(Protocol):
    """Where a node starts, as the YAML parser says it: file, and character, line and column counted from 0."""

    @property
    def name(self) -> str: ...

    @property
    def index(self) -> int: ...

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


def mark_of(start: Start) -> Mark:
    """The same place as editors count it."""
    return Mark(start.name, start.line + 1, start.column + 1)


class Scalar(NamedTuple):
    """A piece of text; YAML's own types are never applied."""

    text: str
    start: Start
    refused: bool = False
    """True when a finding says that this is no value: what is missing here needs no second one."""

    @property
    def mark(self) -> Mark:
        """Where the text starts."""
        return mark_of(self.start)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    start: Start

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)

    @property
    def mark(self) -> Mark:
        """Where the list starts."""
        return mark_of(self.start)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order in which they are written."""

    values: dict[str, Node]
    keys: dict[str, Start]
    """Where each key starts."""
    start: Start

    @property
    def mark(self) -> Mark:
        """Where the mapping starts."""
        return mark_of(self.start)

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return self.values.get(key)

    def key_mark(self, key: str) -> Mark:
        """Where a key starts; the mapping's own place when it lacks the key."""
        return mark_of(self.keys.get(key, self.start))


Node = Scalar | Sequence | Mapping


def last_line(node: Node) -> int:
    """The last line, counted from 1, in which a part of a node starts."""
    if isinstance(node, Scalar):
        return node.start.line + 1
    parts = node.values.values() if isinstance(node, Mapping) else node.items
    return max([node.start.line + 1, *map(last_line, parts)])


def is_empty(node: Node) -> bool:
    """Whether a node is an empty text: a file, or the value behind a key, where nothing is written."""
    return isinstance(node, Scalar) and not node.text
