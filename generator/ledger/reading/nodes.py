"""What the YAML reader hands on: nodes and where they stand, and findings about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Mapping_
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from generator.language import finding_words


class Mark(NamedTuple):
    """A place in a file of the ledger: path as the editor knows it, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


Spots = dict[str, tuple[int, int]]
"""Where the values of a record stand: key → lines below the record, column from 1. Records of one shape share it."""


@dataclass(slots=True)
class Shapes:
    """Keeps one :class:`Spots` of each kind: most records of a ledger are written alike, and there are many."""

    known: dict[tuple[str | int, ...], Spots] = field(default_factory=dict)
    joint: dict[tuple[int, int, tuple[str, ...], int, int], Spots] = field(default_factory=dict)

    def of(self, flat: list[str | int]) -> Spots:
        """The spots that are given as key, lines below, column, key, lines below, ..."""
        found = self.known.get(key := tuple(flat))
        if found is None:
            steps = iter(flat)
            pairs = zip(steps, steps, steps, strict=True)
            found = self.known[key] = {str(name): (int(below), int(column)) for name, below, column in pairs}
        return found

    def same(self, spots: Spots) -> Spots:
        """The one of these spots that is kept."""
        return self.of([part for name, (line, column) in spots.items() for part in (name, line, column)])

    def joined(self, outer: Spots, inner: Spots, names: tuple[str, ...], mark: Mark, begin: Mark) -> Spots:
        """The spots of a record at ``mark`` together with the ``names`` of a mapping that begins at ``begin``.

        A name that the mapping lacks stands where it begins. Both spots must come from here: they are known again by
        their identity.
        """
        below = begin.line - mark.line
        found = self.joint.get(key := (id(outer), id(inner), names, below, begin.column))
        if found is None:
            spots = {name: inner.get(name, (0, begin.column)) for name in names}
            found = self.joint[key] = self.same(outer | {n: (below + down, c) for n, (down, c) in spots.items()})
        return found

    def alias(self, spots: Spots, new: str, old: str) -> Spots:
        """Spots with one more name, which stands where another does; the record's own place needs none."""
        return self.same(spots | {new: spots[old]}) if old in spots else spots

    def between(self, mark: Mark, places: dict[str, Mark]) -> Spots:
        """The spots of marks of one file, counted from one of them."""
        return self.same({name: (at.line - mark.line, at.column) for name, at in places.items()})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text; YAML's own types are never applied."""

    text: str
    mark: Mark
    refused: bool = False
    """True when a finding tells that this is no value: what is missing here needs no second one."""


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    mark: Mark

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)


class MappingItem(NamedTuple):
    """One key of a mapping with the place of the key and its value."""

    key: str
    mark: Mark
    value: Node


class Place(Protocol):
    """A place as the YAML parser tells it: line and column counted from 0."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


@dataclass(slots=True)
class Mapping:
    """Keys and values in their order. Plain texts, which are nearly all, stand together; nodes are made when asked."""

    mark: Mark
    keys: Mapping_[str, Place]
    texts: dict[str, str]
    spots: Spots
    """Where the texts stand."""
    inner: dict[str, Node]
    """The other values: lists, mappings, and texts that were refused."""

    @property
    def entries(self) -> dict[str, MappingItem]:
        """Every key with its place and its value, in the order in which they are written."""
        return {key: MappingItem(key, self.key_mark(key), self._node(key)) for key in self.keys}

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return self._node(key) if key in self.keys else None

    def key_mark(self, key: str) -> Mark:
        """Where the key stands; the mapping's own place when it lacks the key."""
        place = self.keys.get(key)
        return Mark(self.mark.file, place.line + 1, place.column + 1) if place else self.mark

    def _node(self, key: str) -> Node:
        if key in self.inner:
            return self.inner[key]
        below, column = self.spots[key]
        return Scalar(self.texts[key], Mark(self.mark.file, self.mark.line + below, column))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mapping) and (self.mark, self.entries) == (other.mark, other.entries)

    __hash__ = None  # type: ignore[assignment]  # the texts may be taken over by a row


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault that an editor can mend: which rule, where, and the words of the message."""

    code: str
    mark: Mark
    values: Mapping_[str, object] = field(default_factory=dict)

    @property
    def rank(self) -> int:
        """Position of the rule in :data:`finding_words.FINDINGS`, which lists the gravest first."""
        return finding_words.RANK[self.code]

    @property
    def problem(self) -> str:
        return finding_words.FINDINGS[self.code][0].format(**self.values)

    @property
    def remedy(self) -> str:
        return finding_words.FINDINGS[self.code][1].format(**self.values)

    def __str__(self) -> str:
        return f"{self.mark}: {self.problem}。{finding_words.REMEDY}{self.remedy}。"


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Order for the editor: gravest rule first, then by file and line; the same finding once."""
    seen: dict[str, Finding] = {}
    for finding in findings:
        seen.setdefault(str(finding), finding)
    return sorted(seen.values(), key=lambda f: (f.rank, f.mark, f.problem))
