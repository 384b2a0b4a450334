"""What is said of a workbook: nothing is guessed in silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.language.office import import_words, record_words


@dataclass(frozen=True, slots=True)
class ImportFinding:
    """A fault of the workbook, a doubt about a record, or a notice; ``place`` is a sheet, a cell or the file."""

    code: str
    place: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def grade(self) -> str:
        """How grave it is."""
        return import_words.FINDINGS[self.code][0]

    @property
    def words(self) -> str:
        """What is wrong, in Chinese."""
        return import_words.FINDINGS[self.code][1].format(**self.values)

    @property
    def comment(self) -> str:
        """The line that stands at a record."""
        return record_words.DOUBT.format(doubt=" ".join(self.words.split()), place=self.place)

    def __str__(self) -> str:
        words = " ".join(self.words.split())
        return import_words.LINE.format(place=self.place, grade=self.grade, words=words)


class ImportRefused(Exception):
    """Nothing can be imported; ``findings`` say why."""

    def __init__(self, *findings: ImportFinding) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings
