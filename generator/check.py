"""Are the rows fit to be published? Characters, then the contract through Frictionless, then the rules of the field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from generator import terms
from generator.conform import CONFUSABLES, conform
from generator.contract import Contract, Field
from generator.rules import RULES
from generator.source import Finding, worst_first
from generator.tables import Row, Tables

CANONICAL = {
    "number": re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"),
    "integer": re.compile(r"0|[1-9][0-9]*"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
"""One spelling for each type: Frictionless would also take ``True``, ``2015`` in full width, ``1_000`` and ``.inf``."""

ASCII_COLUMNS = frozenset({"id", "passage", "fingerprint", "period", "text_sha256"})


def check(tables: Tables, contract: Contract) -> list[Finding]:
    """All findings about the tables, gravest first; an empty list means that they may be published."""
    findings = [*tables.findings]
    spelled = [*_characters(tables, contract)]
    findings += spelled
    bad_cells = {(f.mark, f.values["title"]) for f in spelled}
    findings += [f for f in conform(tables, contract) if (f.mark, f.values.get("title")) not in bad_cells]
    for rule in RULES:
        findings += rule(tables)
    return worst_first(findings)


# -- characters


def _characters(tables: Tables, contract: Contract) -> Iterator[Finding]:
    for name, rows in tables.rows.items():
        fields = contract.tables[name].by_name
        for row in rows:
            for column, text in row.cells.items():
                if text and column not in row.given and (finding := _character(text, row, fields[column])):
                    yield finding


PLAIN_SPACES = " \u3000"


def _character(text: str, row: Row, field: Field) -> Finding | None:
    """The first fault in the characters of one cell."""

    def found(code: str, /, **values: object) -> Finding:
        return Finding(code, row.at(field.name), {"title": field.title, **values})

    if text != text.strip() or "\u3000" in (text[0], text[-1]):
        return found("blank")
    if text.isascii() and text.isprintable():
        return _spelling(text, field, found)
    for char in text:
        kind = unicodedata.category(char)
        if kind in ("Cc", "Cf", "Co", "Cn", "Zl", "Zp") or (kind == "Zs" and char not in PLAIN_SPACES):
            return found("invisible", code=f"U+{ord(char):04X}")
        plain = _plain(char)
        if plain != char:
            return found("look-alike", char=char, code=f"U+{ord(char):04X}", plain=plain)
    if field.type != "string" or field.name in ASCII_COLUMNS:
        plain = unicodedata.normalize("NFKC", text)
        if plain.isascii():
            return found("full-width", value=text, plain=plain)
        if field.type in CANONICAL:
            return found("spelling", value=text, form=terms.SPELLINGS[field.type])
        return found("full-width", value=text, plain=terms.SLUG_CHARACTERS)
    return None


def _plain(char: str) -> str:
    """The everyday character for one that only looks like it: radicals, compatibility ideographs, foreign letters."""
    if "\u2e80" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff":
        return unicodedata.normalize("NFKC", char)
    return char.translate(CONFUSABLES)


def _spelling(text: str, field: Field, found: Any) -> Finding | None:
    if field.type not in CANONICAL or CANONICAL[field.type].fullmatch(text):
        return None
    finding: Finding = found("spelling", value=text, form=terms.SPELLINGS[field.type])
    return finding
