"""What is said of a form that came back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from unicodedata import category

from generator.language.office import import_words
from generator.language.office.rounds import ingest_words as words
from generator.language.office.rounds.filled_words import MESSAGES
from generator.ledger.enums import CellGrade
from generator.ledger.personal_data import masked
from generator.office.ingest.cells.readings import Reason
from generator.office.workbooks.workbook_file import WorkbookRefused

LONGEST: Final = 60
"""Characters of a cell that a finding repeats."""
SHOWN_CELLS: Final = 3
"""Cells that are named where the same is said of many."""


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
        """What is wrong, and what to do; numbers of persons and signs that control a screen are not repeated."""
        told = self.reason.values if self.reason else self.values
        values = {name: _shown(value) if self.cell else value for name, value in told.items()}
        if self.code == "ledger":
            values["words"] = self.values["words"]
        sentence = MESSAGES[self.reason.code] if self.reason else words.FORM_FINDINGS[self.code][1]
        return sentence.format_map(values)

    @property
    def blocks(self) -> bool:
        """Whether nothing is taken from the file."""
        return self.grade == CellGrade.ERROR

    def line(self, file: str) -> str:
        """The finding with its place, for a screen."""
        place = f"{file} {self.sheet}!{self.cell}" if self.cell else file
        return words.LINE.format(place=place, grade=self.grade, words=self.words)


def finding_lines(file: str, findings: Sequence[FormFinding]) -> Iterator[str]:
    """The findings of a file for a screen; what is said of many cells of a sheet is said once."""
    alike: dict[tuple[str, str, str], list[FormFinding]] = {}
    for finding in findings:
        alike.setdefault((finding.sheet, finding.grade, finding.words), []).append(finding)
    for same in alike.values():
        if len(same) == 1 or not same[0].cell:
            yield same[0].line(file)
            continue
        cells = words.SEPARATOR.join(finding.cell for finding in same[:SHOWN_CELLS])
        more = words.MORE_CELLS.format(count=len(same)) if len(same) > SHOWN_CELLS else ""
        place = f"{file} {same[0].sheet}!{cells}{more}"
        yield words.LINE.format(place=place, grade=same[0].grade, words=same[0].words)


def _shown(value: object) -> object:
    """What a finding repeats of a cell: not everything, no number of a person, no sign that controls a screen."""
    if not isinstance(value, str):
        return value
    text = masked("".join(sign for sign in value if category(sign)[0] != "C"), words.MASK)
    return text if len(text) <= LONGEST else text[:LONGEST] + words.CUT


class FormRefused(Exception):
    """A file is no form of this round; ``finding`` says why."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.finding = FormFinding(code, values=values)


def not_workbook(refused: WorkbookRefused) -> FormRefused:
    """That a file is no workbook that can be read, and why."""
    return FormRefused("not-workbook", why=import_words.FINDINGS[refused.code][1].format(**refused.values))
