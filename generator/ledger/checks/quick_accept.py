"""Which texts a column may hold beyond doubt: a quick yes, so that Frictionless is asked about the others only.

A test that says yes must be right, and one that says no need not be; that no yes is given where Frictionless says no
is held by a property test over every column of the contract.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from generator.ledger.checks.characters import CANONICAL
from generator.ledger.contract import Contract

Test = Callable[[str], bool]

UNDERSTOOD = {
    "string": frozenset({"required", "unique", "pattern", "enum", "maxLength"}),
    "integer": frozenset({"required", "unique", "minimum", "maximum"}),
    "number": frozenset({"required", "unique"}),
    "date": frozenset({"required", "unique"}),
    "boolean": frozenset({"required", "unique"}),
}
"""Types and the constraints on them that are judged here."""

DIGITS = 18
"""Longest number that is vouched for; no figure of a ledger is longer."""


def tests(contract: Contract) -> dict[tuple[str, str], Test]:
    """Table and column → whether a text is right beyond doubt."""
    return {
        (resource["name"], field["name"]): _test(field)
        for resource in contract.descriptor["resources"]
        for field in resource["schema"]["fields"]
    }


def _test(field: dict[str, Any]) -> Test:
    asked = field.get("constraints", {})
    empty = not asked.get("required")
    if field["type"] not in UNDERSTOOD or "format" in field or not asked.keys() <= UNDERSTOOD[field["type"]]:
        return lambda text: empty and not text
    fits = RIGHT[field["type"]](asked)
    return lambda text: fits(text) if text else empty


def _string(asked: dict[str, Any]) -> Test:
    if "enum" in asked:
        alone = not asked.keys() & {"pattern", "maxLength"}
        return frozenset(asked["enum"] if alone else ()).__contains__
    longest = asked.get("maxLength")
    if "pattern" not in asked:
        return lambda text: longest is None or len(text) <= longest
    matches = re.compile(asked["pattern"]).fullmatch
    if longest is None:
        return lambda text: matches(text) is not None
    return lambda text: matches(text) is not None and len(text) <= longest


def _integer(asked: dict[str, Any]) -> Test:
    spelt, least, most = CANONICAL["integer"].fullmatch, asked.get("minimum", 0), asked.get("maximum", 10**DIGITS)
    return lambda text: len(text) <= DIGITS and spelt(text) is not None and least <= int(text) <= most


def _number(_: dict[str, Any]) -> Test:
    spelt = CANONICAL["number"].fullmatch
    return lambda text: len(text) <= DIGITS and spelt(text) is not None


def _date(_: dict[str, Any]) -> Test:
    return _is_date


def _is_date(text: str) -> bool:
    if not CANONICAL["date"].fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _boolean(_: dict[str, Any]) -> Test:
    return lambda text: text in ("true", "false")


RIGHT: dict[str, Callable[[dict[str, Any]], Test]] = {
    "string": _string,
    "integer": _integer,
    "number": _number,
    "date": _date,
    "boolean": _boolean,
}
