"""Draft records of the units that a notice names."""

from __future__ import annotations

from collections.abc import Iterable

from generator.language.formatting import full_width
from generator.language.office import split_words
from generator.ledger.enums import OrganizationKind, PlaceLevel
from generator.ledger.reading.rows import Tables
from generator.office.new_rows import NewRow
from generator.office.record_ids import propose_id
from generator.office.splitting.notice import Notice
from generator.office.splitting.units import Unit, collect_units


def draft_units(
    notice: Notice, printed: Iterable[tuple[str, int]], level: PlaceLevel, known: Tables | None
) -> tuple[list[NewRow], dict[str, str]]:
    """The units that the ledger does not know yet, and the id of each printed name.

    Args:
        notice: the notice.
        printed: the names as they are printed, each with its place.
        level: of the place whose notice it is.
        known: what the ledger has.
    """
    ids: dict[str, str] = {}
    rows: list[NewRow] = []
    names = dict(known.names) if known else {}
    taken = known.ids("organizations") if known else set()
    by_unit: dict[int, str] = {}
    for name, unit in collect_units(printed, level).items():
        if id(unit) not in by_unit:
            by_unit[id(unit)] = _known(unit, names) or _add(notice, unit, rows, taken, names)
        ids[name] = by_unit[id(unit)]
    return rows, ids


def _known(unit: Unit, names: dict[str, str]) -> str:
    """The id of a unit that the ledger has by each of its names; empty where it has not."""
    found = {names.get(full_width(name)) or names.get(name) or "" for name in (unit.name, *unit.aliases)}
    return found.pop() if len(found) == 1 else ""


def _add(notice: Notice, unit: Unit, rows: list[NewRow], taken: set[str], names: dict[str, str]) -> str:
    """The id of a new unit, whose row is added."""
    id_ = propose_id(unit.name, taken)
    taken.add(id_)
    name = full_width(unit.name)
    aliases = [alias for alias in unit.aliases if names.setdefault(alias, id_) == id_]
    doubts = [] if unit.is_sure else [split_words.KIND_OPEN]
    values: dict[str, object] = {"name": name, "kind": unit.kind, "others": "、".join(unit.joined)}
    if unit.joined:
        doubts.append(split_words.ONE_UNIT)
    if unit.kind is OrganizationKind.COLLECTIVE:
        doubts.append(split_words.COLLECTIVE)
    cells = {"id": id_, "name": name, "aliases": "、".join(aliases), "kind": str(unit.kind)}
    comments = tuple(doubt_at(notice, unit.at, doubt.format(**values)) for doubt in doubts)
    rows.append(NewRow(cells, comments, draft=True))
    return id_


def doubt_at(notice: Notice, at: int, doubt: str) -> str:
    """A comment that tells of a doubt, with the line of the notice where it arose."""
    return split_words.DOUBT.format(doubt=doubt, line=notice.line(at))
