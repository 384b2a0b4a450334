"""The units that a notice names: one of each, with the names it is printed by, and its kind by rule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.language.formatting import full_width
from generator.language.office import unit_words as words
from generator.language.official_text import normalise
from generator.ledger.enums import TERRITORIES, OrganizationKind, PlaceLevel
from generator.ledger.wording.brackets import brackets, without_brackets

KINDS = [(OrganizationKind(kind), re.compile(form)) for kind, form in words.UNIT_KINDS]
OPEN = {OrganizationKind(kind): re.compile(form) for kind, form in words.OPEN_KINDS}
SAME = [(re.compile(form), short) for form, short in words.SAME_WORDS]
JOINTS = re.compile(words.JOINTS)
GOVERNMENT = re.compile(words.GOVERNMENT_ENDS)
LIST = "、"
"""Divides the aliases of a unit, so that none may have it."""
SHORTEST = 2
LEVELS = [(PlaceLevel(level), re.compile(form)) for level, form in words.PLACE_LEVELS]
BRANCH = re.compile(words.BRANCH)


@dataclass(slots=True)
class Unit:
    """A unit: the name by which it is recorded, others that are printed, and its kind."""

    name: str
    kind: OrganizationKind
    is_sure: bool
    """Whether its name tells its kind, and no other one."""
    at: int
    """Where it is printed first."""
    aliases: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    """Aliases that are not the same words: a short and a long form, taken for one unit."""


def level_of(issuer: str, names: Iterable[str]) -> PlaceLevel:
    """The level of the place whose office issued a notice: by its issuer, else by how most names of units begin."""
    plain = normalise(issuer)
    found = [(match.end(), level) for level, form in LEVELS if (match := form.search(plain))]
    if found:
        last = max(found, key=lambda one: (one[0], len(one[1])))[1]
        return _city(last, names)
    counts = {sign: sum(name.startswith(sign) for name in names) for sign in words.LEVEL_SIGNS}
    sign = max(counts, key=lambda sign: counts[sign])
    return _city(PlaceLevel(sign) if sign != words.CITY else PlaceLevel.COUNTY_CITY, names)


def _city(level: PlaceLevel, names: Iterable[str]) -> PlaceLevel:
    """A city with counties and districts below it is one of the higher level."""
    if level is not PlaceLevel.COUNTY_CITY:
        return level
    counties = sum(bool(re.search(words.COUNTIES, name)) for name in names)
    towns = sum(bool(re.search(words.TOWNS, name)) for name in names)
    return PlaceLevel.PREFECTURE_CITY if counties > towns else level


def kind_of(name: str, level: PlaceLevel = PlaceLevel.DISTRICT) -> tuple[OrganizationKind, bool]:
    """The kind of a unit by its name, and whether a rule knows it."""
    plain = without_brackets(normalise(name))
    begins = words.CITY if level in (PlaceLevel.COUNTY_CITY, PlaceLevel.PREFECTURE_CITY) else ""
    for kind, form in KINDS:
        if not form.search(plain):
            continue
        if (
            kind is OrganizationKind.DEPARTMENT
            and plain.startswith(words.CITY)
            and not begins
            and not BRANCH.search(plain)
        ):
            return OrganizationKind.HIGHER, True
        return kind, True
    return OrganizationKind.DEPARTMENT, False


def collect_units(printed: Iterable[tuple[str, int]], level: PlaceLevel) -> dict[str, Unit]:
    """The units of a notice.

    Args:
        printed: the names as they are printed, each with its place, in order.
        level: of the place whose notice it is.

    Returns:
        Printed name → unit; several names may have one.
    """
    by_key: dict[str, Unit] = {}
    by_name: dict[str, Unit] = {}
    for name, at in printed:
        if name in by_name:
            continue
        bare = recorded_name(name)
        key = name if LIST in name else _key(bare)
        unit = by_key.get(key)
        if unit is None:
            kind, is_known = kind_of(bare, level)
            is_sure = is_known and not (kind in OPEN and OPEN[kind].search(bare))
            unit = by_key[key] = Unit(_name(bare, kind), kind, is_sure, at)
        _add_name(unit, bare)
        for plate in (name[b.start + 1 : b.end - 1] for b in brackets(name)):
            _add_name(unit, plate)
        if bare != name:
            _add_name(unit, name)
        by_name[name] = unit
    return by_name


def _key(name: str) -> str:
    """What is the same in the long and the short form of one name."""
    plain = name
    for form, short in SAME:
        plain = form.sub(short, plain)
    return JOINTS.sub("", plain) or name


def _name(name: str, kind: OrganizationKind) -> str:
    """The name by which a unit is recorded: a town's without 人民政府."""
    return GOVERNMENT.sub("", name) or name if kind in TERRITORIES else name


def _add_name(unit: Unit, name: str) -> None:
    """Keep a printed name that is not the unit's own."""
    printed = full_width(name)
    if LIST in printed or printed in (full_width(unit.name), *unit.aliases):
        return
    unit.aliases.append(printed)
    same_words = GOVERNMENT.sub("", name) == GOVERNMENT.sub("", unit.name) or brackets(name) or "(" in name
    if not same_words and kind_of(name)[1]:
        unit.joined.append(printed)


def recorded_name(name: str) -> str:
    """The name of a unit without a second one in brackets; all of it, where a list stands in these: 各县（市、区）."""
    bare = without_brackets(name)
    return name if LIST in name or len(bare) < SHORTEST else bare
