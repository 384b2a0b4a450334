"""Changes of a workbook as edits of YAML lines. Where the ledger was changed as well, neither side is taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.language.office import import_words
from generator.ledger.contract import SOURCE, Contract
from generator.ledger.editing.edits import end_of, insert_value, line_end, remove_value, replace_value
from generator.ledger.editing.evidence import ledger_files, mappings
from generator.ledger.editing.yaml_file import Edit, EditRefused, YamlFile
from generator.ledger.reading.findings import Mark
from generator.ledger.reading.nodes import Mapping, Scalar
from generator.ledger.reading.nodes import Sequence as YamlSequence
from generator.ledger.reading.rows import Row, Tables
from generator.office.importing.again.changes import (
    FIGURES,
    OWNERS,
    Changes,
    Identity,
    ValueChange,
    by_identity,
    nested_of,
    rows_now,
)
from generator.office.importing.findings import ImportFinding
from generator.office.new_rows import NAMED_UNITS, NewLedger, NewRow, Value, key_lines

NESTED: Final = ("lead", "support", "participate", "guide", "assess", "milestones")


@dataclass(slots=True)
class ChangeEdits:
    """The edits of each file, and what was not written."""

    edits: dict[Path, tuple[YamlFile, list[Edit]]] = field(default_factory=dict)
    findings: list[ImportFinding] = field(default_factory=list)
    done: int = 0
    not_taken: set[tuple[str, str]] = field(default_factory=set)
    """Table and id of records of which a change was not written."""

    def add(self, file: YamlFile, edits: Sequence[Edit]) -> None:
        self.edits.setdefault(file.path, (file, []))[1].extend(edits)
        self.done += 1

    def refuse(self, code: str, place: str, **values: object) -> None:
        self.findings.append(ImportFinding(code, place, values))


def edits_of(changes: Changes, folder: Path, known: Tables, contract: Contract) -> ChangeEdits:
    """The edits of a ledger for what changed in a workbook.

    Raises InvalidLedger and OSError where a file of the ledger cannot be read.
    """
    result = ChangeEdits()
    places = dict(_places(folder))
    rows = {table: by_identity(known, table) for table in {change.table for change in changes.values}}
    now = NewLedger(
        rows_now(known), contract, {"organizations": {r["id"]: r.cells for r in known.rows["organizations"]}}
    )
    at_records: dict[tuple[str, Identity], list[ValueChange]] = defaultdict(list)
    for change in changes.values:
        at_records[change.table, change.record].append(change)
    for (table, which), found in at_records.items():
        if (row := rows[table].get(which)) is None:
            result.refuse("changed-gone", found[0].place, record=import_words.LIST_JOINED.join(filter(None, which)))
            result.not_taken.add(_record(found[0]))
            continue
        for change in found:
            _edit(result, change, row, places[row.mark], now)
    indicators = by_identity(known, "indicators")
    for table, which, place in changes.gone:
        if (row := by_identity(known, table).get(which)) is not None:
            named = indicators.get(which[:1], row) if table in FIGURES else row
            result.refuse("row-gone", place, record=named["title"] or named["name"])
    _mark_drafts(result, changes, known, places)
    return result


At = tuple[YamlFile, Mapping]


def _places(folder: Path) -> Iterator[tuple[Mark, At]]:
    """Where each record of the ledger is written."""
    for _, file in ledger_files(folder):
        yield from ((mapping.mark, (file, mapping)) for mapping in mappings(file.root))


def _record(change: ValueChange) -> tuple[str, str]:
    """The record of a change; a figure is one of its indicator."""
    return ("indicators" if change.table in FIGURES else change.table), change.record[0]


def _edit(result: ChangeEdits, change: ValueChange, row: Row, at: At, now: NewLedger) -> None:
    """Write one change, unless the ledger says something else than the last reading did."""
    file, mapping = at
    nested = change.table in OWNERS and change.key in (*NESTED, "post")
    current: Value = row[change.key]
    if nested:
        current = nested_of(now, change.table, NewRow(row.cells)).get(change.key)
    if (current or "") == (change.new or ""):
        return
    if (current or "") != (change.old or ""):
        words = {"old": _shown(change.old), "new": _shown(change.new), "now": _shown(current)}
        result.refuse("changed-both", change.place, **words)
        result.not_taken.add(_record(change))
        return
    try:
        if nested and change.key != "post":
            edits = [_list_edit(file, mapping, change)]
        else:
            edits = [_value_edit(file, mapping, change, now)]
    except (EditRefused, ValueError, KeyError):
        result.refuse("changed-lines", change.place, new=_shown(change.new), mark=mapping.mark)
        result.not_taken.add(_record(change))
        return
    result.add(file, edits)


def _shown(value: Value) -> str:
    """A value as a message shows it."""
    if isinstance(value, (list, tuple)):
        return import_words.LIST_JOINED.join(
            str(item.get("name") or item.get("text")) if isinstance(item, dict) else str(item) for item in value
        )
    return str(value or "")


def _value_edit(file: YamlFile, mapping: Mapping, change: ValueChange, now: NewLedger) -> Edit:
    """The edit of one text. Raises EditRefused, ValueError or KeyError where it cannot be made."""
    if change.key in SOURCE:
        source = mapping.values["source"]
        if not isinstance(source, Mapping):
            raise KeyError(change.key)
        mapping = source
    text = str(change.new or "")
    if change.key in NAMED_UNITS and text:
        text = now.unit(text)
    node = mapping.get(change.key)
    if isinstance(node, Scalar):
        return replace_value(file, node, text) if text else remove_value(file, mapping, change.key)
    if node is not None or not text:
        raise KeyError(change.key)
    return insert_value(file, mapping, change.key, text, _before(mapping, change.key, now.contract, change.table))


def _before(mapping: Mapping, key: str, contract: Contract, table: str) -> str:
    """The key behind which a new one is written: the last of the columns before it that is there."""
    columns = contract.tables[table].columns
    earlier = columns[: columns.index(key)] if key in columns else columns
    texts = [k for k in mapping.values if k in earlier and isinstance(mapping.values[k], Scalar)]
    return texts[-1] if texts else next(iter(mapping.values))


def _list_edit(file: YamlFile, mapping: Mapping, change: ValueChange) -> Edit:
    """The edit of a list of names or steps: its lines are written anew."""
    if file.text.startswith("{", mapping.start.index):
        raise EditRefused(change.key)
    if not change.new:
        return remove_value(file, mapping, change.key)
    indent = " " * next(iter(mapping.keys.values())).column
    lines = key_lines(change.key, change.new, indent).rstrip("\n")
    if (node := mapping.get(change.key)) is not None:
        return Edit(mapping.keys[change.key].index, end_of(file, node), lines.removeprefix(indent))
    keys = [*mapping.values]
    before = [key for key in keys if key != "source"]
    at = line_end(file, end_of(file, mapping.values[before[-1]]))
    return Edit(at, at, f"\n{lines}")


def _mark_drafts(result: ChangeEdits, changes: Changes, known: Tables, places: dict[Mark, At]) -> None:
    """Records of which something is doubted now become drafts, with the doubts above them."""
    written = {change.record for change in changes.values}
    for (table, which), comments in changes.doubts.items():
        row = by_identity(known, table).get(which)
        if row is None or which not in written or (at := places.get(row.mark)) is None:
            continue
        file, mapping = at
        first = next(iter(mapping.keys.values()))
        line = file.text.rfind("\n", 0, first.index) + 1
        if file.text.startswith("{", mapping.start.index) or "-" not in file.text[line : first.index]:
            continue
        dash = " " * (len(file.text[line : first.index]) - len(file.text[line : first.index].lstrip()))
        edits = [Edit(line, line, "".join(f"{dash}# {comment}\n" for comment in comments))]
        if mapping.get("draft") is None:
            edits.append(insert_value(file, mapping, "draft", "true", next(iter(mapping.values))))
        result.edits.setdefault(file.path, (file, []))[1].extend(edits)


def appended(files: dict[str, tuple[str, ...]], folder: Path, result: ChangeEdits) -> dict[str, tuple[str, ...]]:
    """Add new records to files that are there; returns the files that are not."""
    missing = {}
    there = dict(ledger_files(folder))
    for name, records in files.items():
        if (file := there.get(name)) is None:
            missing[name] = records
        elif isinstance(file.root, YamlSequence):
            gap = "\n" if file.text.endswith("\n") else "\n\n"
            at = len(file.text)
            result.edits.setdefault(file.path, (file, []))[1].append(Edit(at, at, gap + "\n".join(records)))
        elif isinstance(file.root, Mapping):
            result.edits.setdefault(file.path, (file, []))[1].extend(_in_disclosures(file, file.root, records))
        else:
            missing[name] = records
    return missing


def _in_disclosures(file: YamlFile, root: Mapping, records: Sequence[str]) -> Iterator[Edit]:
    """New records of disclosures, each at the end of the list of its kind."""
    behind = ""
    for text in records:
        for group in text.split("\n\n"):
            key, _, lines = group.partition(":\n")
            node = root.get(key)
            if isinstance(node, YamlSequence) and node.items:
                at = line_end(file, end_of(file, node))
                yield Edit(at, at, "\n" + lines.rstrip("\n"))
            else:
                behind += f"\n{group.rstrip(chr(10))}\n"
    if behind:
        at = len(file.text)
        yield Edit(at, at, behind if file.text.endswith("\n") else f"\n{behind}")
