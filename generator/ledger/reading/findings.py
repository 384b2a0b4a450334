"""Findings: what an editor must mend, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.language import finding_words


class Mark(NamedTuple):
    """A place in a file of the ledger: path as the editor knows it, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault that an editor can mend: its code, where it stands, and the values of its words."""

    code: str
    mark: Mark
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def rank(self) -> int:
        """Position of the code in :data:`finding_words.FINDINGS`, which lists the gravest first."""
        return finding_words.RANK[self.code]

    @property
    def problem(self) -> str:
        """What is wrong, in Chinese."""
        return finding_words.FINDINGS[self.code][0].format(**self.values)

    @property
    def remedy(self) -> str:
        """What the editor should do, in Chinese."""
        return finding_words.FINDINGS[self.code][1].format(**self.values)

    def __str__(self) -> str:
        return f"{self.mark}: {self.problem}。{finding_words.REMEDY}{self.remedy}。"


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in the order for the editor: gravest code first, then by file and line; equal findings once."""
    by_text: dict[str, Finding] = {}
    for finding in findings:
        by_text.setdefault(str(finding), finding)
    return sorted(by_text.values(), key=lambda f: (f.rank, f.mark, f.problem))
