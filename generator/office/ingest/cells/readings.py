"""What a filled cell is, and what reading it gives: a value, how sure that is, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from generator.language.office.rounds.filled_words import MESSAGES
from generator.ledger.enums import CellGrade

GRADES = tuple(CellGrade)
"""From good to worst."""


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell as a unit filled it."""

    text: str
    """What it shows as text; the digits of a number."""
    number: Decimal | None = None
    """The number, where the cell has one that is no text."""
    share: bool = False
    """Whether its format shows the number as a share of 100."""
    day: date | None = None
    """The day, where the cell has one that is no text."""
    truth: bool = False
    """Whether it is TRUE or FALSE."""
    error: bool = False
    """Whether it is an error value such as #DIV/0!."""
    formula: bool = False
    """Whether a formula gives it; without a result its text is empty."""
    merged: bool = False
    """Whether it is merged with cells of other rows."""
    standing: str | None = None
    """The text without what is struck through; None where nothing is."""
    comment: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was filled in: a formula without a result and an error are something."""
        return not (self.text.strip() or self.formula or self.error)


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that is said of a cell."""

    code: str
    grade: CellGrade
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return MESSAGES[self.code].format_map(self.values)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says."""

    value: Decimal | str | None
    reasons: tuple[Reason, ...] = ()
    typed: Decimal | None = None
    """The number as it was typed, in the unit of the form, where that is another than the likeliest."""
    qualifier: str = ""
    """The softener beside the number."""
    status: str = ""
    """How final the number is, where the cell says so."""
    answer: str = ""
    """What is answered in the place of a number: 无变化, 未报, 空."""

    @property
    def grade(self) -> CellGrade:
        """The worst of its reasons."""
        return max((reason.grade for reason in self.reasons), key=GRADES.index, default=CellGrade.GOOD)

    def because(self, code: str, grade: CellGrade, /, **values: object) -> Reading:
        """The same with one more reason."""
        return replace(self, reasons=(*self.reasons, Reason(code, grade, values)))


def refused(code: str, /, **values: object) -> Reading:
    """A cell without a reading."""
    return Reading(None).because(code, CellGrade.ERROR, **values)
