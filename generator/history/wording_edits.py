"""Which edits change the wording alone: no figure, no name, no responsibility, nothing that a document says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from generator.history.diff import Change, Value
from generator.ledger.enums import Edit

OWN_WORDS = frozenset({"summary", "note", "reason", "definition"})
"""Columns that the editors of the ledger write in words of their own."""

PLACES = frozenset({"locator", "passage", "fingerprint", "text_sha256"})
"""Columns that say where in a text a record comes from."""

NUMBER = re.compile(r"\d+(?:\.\d+)?")

MEANS_SOMETHING = frozenset("%‰/-−—–~～")
"""Signs that are punctuation to Unicode and may change what a figure says."""


def is_wording(value: Value) -> bool:
    """Whether a value only says the same in other words, with other punctuation, or from another place of the text.

    Words of our own may change as long as their numbers stay; of all other values only punctuation may.
    """
    if value.column in PLACES:
        return True
    if not value.old or not value.new:
        return False
    old, new = (unicodedata.normalize("NFKC", text) for text in (value.old, value.new))
    same_numbers = NUMBER.findall(old) == NUMBER.findall(new)
    return same_numbers and (value.column in OWN_WORDS or _without_punctuation(old) == _without_punctuation(new))


def without_wording(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes without the values that only changed in their wording, and without records that have no others."""
    left = (
        change._replace(values=tuple(v for v in change.values if not is_wording(v)))
        if change.edit == Edit.CHANGED
        else change
        for change in changes
    )
    return tuple(change for change in left if change.values or change.edit != Edit.CHANGED)


def wordings(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes with these values alone."""
    left = (
        change._replace(values=tuple(filter(is_wording, change.values)))
        for change in changes
        if change.edit == Edit.CHANGED
    )
    return tuple(change for change in left if change.values)


def _without_punctuation(text: str) -> str:
    return "".join(c for c in text if c in MEANS_SOMETHING or unicodedata.category(c)[0] not in "PZ")
