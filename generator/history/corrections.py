"""Which changes correct a figure that was told before, apart from those that add or complete what is known."""

from __future__ import annotations

from typing import NamedTuple

from generator.history.diff import REVISES, Change
from generator.history.wording_edits import is_wording
from generator.ledger.enums import Edit

COLUMNS = {
    "targets": ("value_text", "value", "value_max", "comparator", "start_year", "end_year", "due"),
    "observations": ("value_text", "value", "period", "since_year", "basis"),
}
"""Tables of figures → the columns in which another value is a correction, the one that readers know first."""


class Correction(NamedTuple):
    """A figure as it was told before and as it is told now; ``reason`` is empty where the figure gives none."""

    before: str
    after: str
    reason: str


def correction_of(change: Change) -> Correction | None:
    """What a change corrects; None for a new value, and for what is no figure.

    A figure that takes the place of another corrects it, and one whose own value became another one.
    """
    values = {value.column: value for value in change.values}
    if change.edit == Edit.ADDED and REVISES in values and "value_text" in values:
        reason = values["note"].new_words if "note" in values else ""
        return Correction(values[REVISES].new_words, values["value_text"].new_words, reason)
    if change.edit != Edit.CHANGED:
        return None
    for column in COLUMNS.get(change.table, ()):
        value = values.get(column)
        if value and value.old and value.new and not is_wording(value):
            note = values.get("note")
            return Correction(value.old_words, value.new_words, note.new_words if note else "")
    return None
