"""What grows while a workbook is read: rows of the ledger, ids, units, and what must be said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.language.office import import_words
from generator.language.official_text import normalise
from generator.ledger.enums import OrganizationKind, PlaceLevel
from generator.ledger.wording.brackets import brackets, without_brackets
from generator.ledger.wording.unit_names import is_unit
from generator.office.importing.findings import ImportFinding
from generator.office.importing.posts import is_person
from generator.office.new_rows import NewRow
from generator.office.record_ids import propose_id
from generator.office.splitting.units import kind_of
from generator.office.workbooks.sheets import Sheet

Key = tuple[str, int, str]
"""Where a record comes from: sheet, row, and what of the row it is."""
WORD: Final = re.compile(r"[^\s、，,；;：:/|()（）\[\]〔〕【】]+")
EMPTY_BRACKETS: Final = re.compile(r"[(（\[〔【]\s*[)）\]〕】]")
KIND_IN_BRACKETS: Final = re.compile(import_words.KIND_IN_BRACKETS)
TOWN_GOVERNMENT: Final = re.compile(import_words.TOWN_GOVERNMENT)


@dataclass(slots=True)
class ImportContext:
    """The rows of the ledger that a workbook becomes."""

    document: str
    known_names: Mapping[str, str]
    """Name of a unit of the ledger, and every other name of it → its id."""
    taken: dict[str, set[str]]
    """Table → ids that exist."""
    level: PlaceLevel = PlaceLevel.DISTRICT
    """The level of the place, by which the units of a higher one are known."""
    fixed_ids: Mapping[tuple[str, Key], str] = field(default_factory=dict)
    """Ids of records that an earlier reading gave."""
    rows: dict[str, list[NewRow]] = field(default_factory=lambda: defaultdict(list))
    findings: list[ImportFinding] = field(default_factory=list)
    keys: dict[tuple[str, str], Key] = field(default_factory=dict)
    """Table and id of a record → where it comes from."""
    new_units: dict[str, dict[str, str]] = field(default_factory=dict)
    """Names of new units → their cells."""
    unit_comments: dict[str, list[str]] = field(default_factory=dict)

    def say(self, code: str, place: str, **values: object) -> str:
        """Add a finding; returns the comment for the record that it is about."""
        finding = ImportFinding(code, place, values)
        if finding not in self.findings:
            self.findings.append(finding)
        return finding.comment

    def id_of(self, table: str, key: Key, name: str) -> str:
        """The id of a record: the one that it has, or a new one made of a name."""
        id_ = self.fixed_ids.get((table, key)) or propose_id(name, self.taken[table])
        self.taken[table].add(id_)
        self.keys[table, id_] = key
        return id_

    def add(self, table: str, cells: Mapping[str, str], comments: Iterable[str] = (), *, draft: bool = False) -> None:
        """Add a row; a row with doubts is a draft, and one that needs a look by its kind."""
        found = tuple(dict.fromkeys(comments))
        self.rows[table].append(NewRow({c: t for c, t in cells.items() if t}, found, draft=draft or bool(found)))

    def unit(self, printed: str, place: str) -> str:
        """The id of the unit with a printed name; a new one where there is none. Empty for the name of a person."""
        if (id_ := self.known_names.get(printed)) or (id_ := self.known_names.get(without_brackets(printed))):
            return id_
        name = _short(printed)
        if name in self.known_names:
            return self.known_names[name]
        if is_person(name) and not looks_like_unit(name):
            self.say("unit-person", place)
            return ""
        if name not in self.new_units:
            self._new_unit(name, place)
        cells = self.new_units[name]
        names = [name, *filter(None, cells["aliases"].split("、"))]
        plates = [printed[b.start + 1 : b.end - 1] for b in brackets(printed)]
        more = [
            printed,
            *(plate for plate in plates if len(plate) > 2 and is_unit(plate) and plate not in self.new_units),
        ]
        cells["aliases"] = "、".join(dict.fromkeys([*names, *more])).removeprefix(name).strip("、")
        return cells["id"]

    def units_in(self, sheet: Sheet, row: int, column: int) -> str:
        """The text of a cell of units; names of persons are left out, and that is said."""
        kept = without_persons(text := sheet.text(row, column))
        if kept != text:
            self.say("unit-person", sheet.name_of(row, column))
        return kept

    def _new_unit(self, name: str, place: str) -> None:
        (kind, sure), doubts = kind_of(name, self.level), list[str]()
        if not sure:
            code = "unit-kind" if is_unit(name) else "unit-unclear"
            doubts = [self.say(code, place, name=name, kind=kind.value)]
        id_ = propose_id(name, self.taken["organizations"])
        self.taken["organizations"].add(id_)
        self.new_units[name] = {"id": id_, "name": name, "aliases": "", "kind": kind.value}
        self.unit_comments[name] = doubts

    def add_units(self) -> None:
        """Put the new units into the rows."""
        for name, cells in self.new_units.items():
            self.add("organizations", cells, self.unit_comments[name])

    def broken(self, sheet: Sheet, row: int, columns: Iterable[int]) -> list[str]:
        """Doubts about cells of a row that cannot be used as they are."""
        places = dict.fromkeys(sheet.origin(row, column) for column in columns)
        return [
            self.say(code, sheet.name_of(*place), cell=sheet.name_of(*place))
            for place in places
            if (code := sheet.broken.get(place))
        ]


def _short(printed: str) -> str:
    """The name of a unit without a second name in brackets; a town's without 人民政府."""
    printed = KIND_IN_BRACKETS.sub(r"\1", printed)
    bare = without_brackets(printed) or printed
    town = TOWN_GOVERNMENT.fullmatch(bare)
    return town["town"] if town and kind_of(bare)[0] is not OrganizationKind.COLLECTIVE else bare


def looks_like_unit(name: str) -> bool:
    """Whether words are the name of a unit."""
    return is_unit(name) or kind_of(name)[1]


def without_persons(text: str) -> str:
    """The text of a cell of units without short words that are names of persons."""
    kept = WORD.sub(lambda m: "" if is_person(normalise(m[0])) and not looks_like_unit(normalise(m[0])) else m[0], text)
    return EMPTY_BRACKETS.sub("", kept) if kept != text else text
