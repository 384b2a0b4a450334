"""What the YAML reader hands on: nodes and where they stand, and findings about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Mapping_
from dataclasses import dataclass, field

from generator import terms


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a file of the ledger: path as the editor knows it, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


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


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with the place of the key and its value."""

    key: str
    mark: Mark
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: dict[str, Entry]
    mark: Mark

    def get(self, key: str) -> Node | None:
        entry = self.entries.get(key)
        return entry.value if entry else None

    def key_mark(self, key: str) -> Mark:
        """Where the key stands; the mapping's own place when it lacks the key."""
        entry = self.entries.get(key)
        return entry.mark if entry else self.mark


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault that an editor can mend: which rule, where, and the words of the message."""

    code: str
    mark: Mark
    values: Mapping_[str, object] = field(default_factory=dict)

    @property
    def rank(self) -> int:
        """Position of the rule in :data:`terms.FINDINGS`, which lists the gravest first."""
        return terms.RANK[self.code]

    @property
    def problem(self) -> str:
        return terms.FINDINGS[self.code][0].format(**self.values)

    @property
    def remedy(self) -> str:
        return terms.FINDINGS[self.code][1].format(**self.values)

    def __str__(self) -> str:
        return f"{self.mark}: {self.problem}。{terms.REMEDY}{self.remedy}。"


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Order for the editor: gravest rule first, then by file and line; the same finding once."""
    seen: dict[str, Finding] = {}
    for finding in findings:
        seen.setdefault(str(finding), finding)
    return sorted(seen.values(), key=lambda f: (f.rank, f.mark, f.problem))
