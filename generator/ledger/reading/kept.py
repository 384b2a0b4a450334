"""Rows of files that did not change from commit to commit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from generator.ledger.reading.rows import Row

Question = tuple[str, ...]
"""What a file asked of its surroundings while it was read: the kind of question, and about what."""
Answer = str | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """What reading a file without a fault gave, and what the outcome hung on beside the file itself."""

    asked: dict[Question, Answer]
    moved: dict[tuple[str, str], int]
    """Where the counters stood that positions are taken from."""
    rows: dict[str, list[Row]]

    @property
    def sound(self) -> bool:
        """Whether no row has a fault that was told elsewhere."""
        return not any(row.broken or row.unresolved for rows in self.rows.values() for row in rows)


class Keeps(Protocol):
    """Whoever keeps leaves, one for each file."""

    def key(self, name: str, raw: bytes) -> bytes:
        """What tells one content of a file from another."""

    def load(self, name: str, key: bytes) -> Leaf | None:
        """What was kept of a file that had the same key."""

    def save(self, name: str, key: bytes, leaf: Leaf) -> None:
        """Keep what was read."""
