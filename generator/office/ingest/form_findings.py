"""What is said of a form that came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.language.office.rounds import ingest_words as words
from generator.ledger.enums import CellGrade
from generator.office.ingest.cells.readings import Reason


@dataclass(frozen=True, slots=True)
class FormFinding:
    """A finding about a file, or about a cell of one of its sheets."""

    code: str
    sheet: str = ""
    cell: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    reason: Reason | None = None
    """Where a cell by itself is what the finding is about."""

    @property
    def grade(self) -> str:
        """How grave it is: 错误 blocks the file, 疑点 needs a reason, 提示 informs, 未能核对 says what lacked."""
        return str(self.reason.grade) if self.reason else words.FORM_FINDINGS[self.code][0].format_map(self.values)

    @property
    def words(self) -> str:
        """What is wrong, and what to do."""
        return str(self.reason) if self.reason else words.FORM_FINDINGS[self.code][1].format_map(self.values)

    @property
    def blocks(self) -> bool:
        """Whether nothing is taken from the file."""
        return self.grade == CellGrade.ERROR

    def line(self, file: str) -> str:
        """The finding with its place, for a screen."""
        place = f"{file} {self.sheet}!{self.cell}" if self.cell else file
        return words.LINE.format(place=place, grade=self.grade, words=self.words)


class FormRefused(Exception):
    """A file is no form of this round; ``finding`` says why."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.finding = FormFinding(code, values=values)
