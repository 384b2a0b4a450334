"""What a form says of itself: whose it is, of which round, and what it looked like when it was made."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Final, NamedTuple

from generator.support.bare_text import bare

VERSION: Final = "1"
"""Of the form itself: another one is read by another version of this program."""
NAMES: Final = ("PL_VERSION", "PL_SITE", "PL_PLAN", "PL_ROUND", "PL_UNIT", "PL_ROWS", "PL_CHECK")
"""Defined names of the workbook, in the order of the fields of :class:`FormIdentity`."""
DIGITS: Final = 16
BREAKDOWN: Final = "breakdown@"
"""Before the id of a document: ids of rounds have no such sign."""


class FormIdentity(NamedTuple):
    """Version, site, plan, round and unit of a form, the number of its rows, and the checksum of its keys."""

    version: str
    site: str
    plan: str
    round: str
    unit: str
    rows: str
    check: str


def identity(site: str, plan: str, round_: str, unit: str, rows: Sequence[Sequence[str]]) -> FormIdentity:
    """The identity of a form with some rows of keys."""
    plain = (VERSION, site, plan, round_, unit, str(len(rows)))
    return FormIdentity(*plain, checksum((*plain, *("\t".join(row) for row in rows))))


def breakdown_of(document: str) -> str:
    """What stands in the place of a round in a form that breaks targets down, as a document orders it."""
    return BREAKDOWN + document


def checksum(lines: Sequence[str]) -> str:
    """The beginning of SHA-256 over some lines."""
    return sha256("\n".join(lines).encode()).hexdigest()[:DIGITS]


def row_print(cells: Sequence[str]) -> str:
    """By what a row is known again: the texts of its locked cells, but for what programs change in them."""
    return checksum([bare(cell) for cell in cells])
