"""The characters of a cell: none that is invisible or only looks like another, and one spelling for each type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from generator.language import finding_words
from generator.ledger.contract import Field
from generator.ledger.hidden_characters import ALWAYS_HIDDEN, code_of

CONFUSABLES = str.maketrans("аеорсухАВЕКМНОРСТХіΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "aeopcyxABEKMHOPCTXiABEZHIKMNOPTYXo")
"""Cyrillic and Greek letters that look like Latin ones."""

CANONICAL = {
    "number": re.compile(r"(?!-0(?:\.0+)?\Z)-?(0|[1-9][0-9]*)(\.[0-9]+)?"),
    "integer": re.compile(r"0|[1-9][0-9]*"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
"""One spelling for each type: Frictionless would also take ``True``, ``2015`` in full width, ``1_000`` and ``.inf``."""

ASCII_COLUMNS = frozenset({"id", "passage", "fingerprint", "period", "text_sha256"})
PLAIN_SPACES = " \u3000"

CODES = frozenset({"blank", "invisible", "look-alike", "full-width", "spelling"})
"""The codes of the findings that are made here."""

Fault = tuple[str, dict[str, object]]
"""The code of a finding and the values of its words."""


def all_plain(texts: Iterable[str], field: Field) -> bool:
    """Whether the signs of all texts of a column together show that none has a fault, so that none is looked at."""
    signs = set("".join(texts))
    may_be_blank = not signs.isdisjoint(PLAIN_SPACES)
    is_free = field.type == "string" and (field.name not in ASCII_COLUMNS or all(map(str.isascii, signs)))
    return is_free and not may_be_blank and not any(map(_fault_of_character, signs))


def fault(text: str, field: Field) -> Fault | None:
    """The first fault in the characters of a cell that is not empty."""
    if text != text.strip() or "\u3000" in (text[0], text[-1]):
        return "blank", {}
    if text.isascii() and text.isprintable():
        is_canonical = field.type not in CANONICAL or CANONICAL[field.type].fullmatch(text)
        return None if is_canonical else _spelling(text, field)
    faulty = next((char_fault for char in text if (char_fault := _fault_of_character(char))), None)
    if faulty is not None:
        return faulty
    if field.type == "string" and field.name not in ASCII_COLUMNS:
        return None
    plain = unicodedata.normalize("NFKC", text)
    if not plain.isascii() and field.type in CANONICAL:
        return _spelling(text, field)
    return "full-width", {"value": text, "plain": plain if plain.isascii() else finding_words.SLUG_CHARACTERS}


@cache
def _fault_of_character(char: str) -> Fault | None:
    """What is wrong with a character wherever it stands."""
    kind = unicodedata.category(char)
    if kind in ("Cc", "Cf", "Co", "Cn", "Zl", "Zp") or (kind == "Zs" and char not in PLAIN_SPACES):
        return "invisible", {"code": code_of(char)}
    if ALWAYS_HIDDEN.match(char):
        return "invisible", {"code": code_of(char)}
    plain = _plain(char)
    return None if plain == char else ("look-alike", {"char": char, "code": code_of(char), "plain": plain})


def _plain(char: str) -> str:
    """The everyday character for one that only looks like it: radicals, compatibility ideographs, foreign letters."""
    if "\u2e80" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff":
        return unicodedata.normalize("NFKC", char)
    return char.translate(CONFUSABLES)


def _spelling(text: str, field: Field) -> Fault:
    """The finding about a value that is not written in the one way of its type."""
    return "spelling", {"value": text, "form": finding_words.SPELLINGS[field.type]}
