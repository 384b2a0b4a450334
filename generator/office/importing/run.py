"""A workbook comes into the folder of a ledger: for the first time, or again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.language.office import import_words
from generator.language.official_text import normalise
from generator.ledger.contract import Contract
from generator.ledger.editing.edits import beside_removed
from generator.ledger.editing.yaml_file import BOM, Edit, EditRefused, YamlFile, edited
from generator.ledger.enums import Grade
from generator.ledger.load import InvalidLedger
from generator.ledger.reading.findings import those_of
from generator.ledger.reading.ledger_files import MAX_BYTES, find_files
from generator.ledger.reading.nodes import Mapping as YamlMapping
from generator.ledger.reading.nodes import Scalar
from generator.ledger.reading.rows import Tables
from generator.ledger.reading.site_settings import SiteSettings, read_site
from generator.ledger.reading.tables import build_tables
from generator.ledger.reading.yaml_reader import read_text
from generator.office.importing.again.change_edits import ChangeEdits, appended, edits_of
from generator.office.importing.again.changes import Changes, compare
from generator.office.importing.again.last_reading import LastReading, as_text, file_of, find_last
from generator.office.importing.again.row_pairs import paired_rows
from generator.office.importing.again.stored_sheets import storable
from generator.office.importing.context import Key
from generator.office.importing.findings import ImportFinding, ImportRefused
from generator.office.importing.plans import titles_of
from generator.office.importing.reading import ReadLedger, read_ledger
from generator.office.importing.tables.found_tables import find_tables
from generator.office.ingest.collecting.trial import tried
from generator.office.new_files import new_contents
from generator.office.new_records import new_files
from generator.office.new_rows import NewRows
from generator.office.start.new_place import DATA, may_begin, other_place, start_of_issuer
from generator.office.workbooks.sheets import Sheet
from generator.office.workbooks.workbook_file import WorkbookRefused, read_workbook
from generator.support.files import UnfitFile, read_plain
from generator.support.whole_files import write_together


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    ledger: ReadLedger
    findings: list[ImportFinding]
    files: list[str] = field(default_factory=list)
    """Names of the files that are different now."""
    again: bool = False
    """Whether the workbook had been read before."""
    cells: int = 0
    """Values that changed in it."""
    edits: int = 0
    """Values that were written."""
    added: int = 0
    """Records that were added."""
    drafts: int = 0
    """Records that a person has to confirm, of a first reading."""


def import_workbook(path: Path, folder: Path | None, columns: Path | None, contract: Contract) -> Imported:
    """Read a workbook, and write what it says into the folder of a ledger: all of it, or nothing.

    Args:
        path: the workbook.
        folder: the folder that holds ``data/``; None to read only.
        columns: a file that names columns.
        contract: says the columns of each table.

    Raises:
        ImportRefused: it cannot be read or written; the findings say why.
        OSError: a file cannot be written.
    """
    names = read_names(columns) if columns else {}
    sheets, findings = _sheets(path)
    if folder is None:
        ledger = read_ledger(sheets, path.name, names=names)
        return Imported(ledger, [*findings, *ledger.findings])
    if may_begin(folder):
        done = _begin(path, sheets, folder, names, contract)
        return replace(done, findings=[*findings, *done.findings])
    known, site = _known(folder, contract)
    tables = [table for sheet in sheets if not sheet.hidden for table in find_tables(sheet, names)]
    last = find_last(folder, path.stem, next(iter(titles_of(tables)), ""))
    done = (
        _first(path, sheets, folder, names, known, site, contract)
        if last is None
        else _again(path, sheets, last, names, (folder, known, site), contract)
    )
    return replace(done, findings=[*findings, *done.findings])


def _sheets(path: Path) -> tuple[tuple[Sheet, ...], list[ImportFinding]]:
    """The sheets of a workbook. Raises ImportRefused."""
    try:
        workbook = read_workbook(path)
    except WorkbookRefused as refused:
        raise ImportRefused(ImportFinding(refused.code, path.name, refused.values)) from refused
    except FileNotFoundError as error:
        raise ImportRefused(ImportFinding("workbook-missing", path.name)) from error
    except UnfitFile:
        raise
    except OSError as error:
        raise ImportRefused(ImportFinding("workbook-unreadable", path.name)) from error
    return workbook.sheets, [ImportFinding(code, path.name) for code in workbook.left_out]


def read_names(path: Path) -> dict[str, str]:
    """The names of columns in a file. Raises ImportRefused."""
    kinds = import_words.LIST_JOINED.join(import_words.COLUMN_KINDS)
    try:
        root, findings = read_text(read_plain(path, MAX_BYTES).decode("utf-8-sig"), path.name)
    except UnfitFile:
        raise
    except (OSError, UnicodeDecodeError) as error:
        raise ImportRefused(ImportFinding("workbook-missing", path.name)) from error
    reason = import_words.NO_MAPPING if findings or not isinstance(root, YamlMapping) else ""
    names = {}
    for name, node in root.values.items() if isinstance(root, YamlMapping) else ():
        kind = node.text if isinstance(node, Scalar) else ""
        if kind not in import_words.COLUMN_KINDS:
            reason = reason or import_words.NO_KIND.format(line=node.mark.line, kind=kind)
        else:
            names[normalise(name)] = import_words.COLUMN_KINDS[kind]
    if reason:
        raise ImportRefused(ImportFinding("columns-file", path.name, {"reason": reason, "kinds": kinds}))
    return names


def _known(folder: Path, contract: Contract) -> tuple[Tables, SiteSettings | None]:
    """The ledger that is there, and the settings of its site. Raises ImportRefused where it cannot be read."""
    tables = build_tables(find_files(folder / DATA), contract)
    if tables.unread or tables.perhaps:
        marks = [finding.mark.file for finding in tables.findings if finding.code != "file-missing"]
        if marks:
            raise ImportRefused(ImportFinding("data-broken", folder.name, {"file": marks[0]}))
    site, _ = read_site(tables.site)
    return tables, site


def _begin(path: Path, sheets: Sequence[Sheet], folder: Path, names: Mapping[str, str], contract: Contract) -> Imported:
    """Begin a ledger with a workbook: the files that ``init`` makes, for the place whose office made it."""
    ledger = read_ledger(sheets, path.name, names=names)
    files = dict(new_files(ledger.rows, contract))
    issuer = ledger.rows["documents"][0].cells["issuer"]
    contents: dict[Path, bytes] = {}
    for name, start in start_of_issuer(issuer, ledger.title, ledger.level).items():
        records = files.pop(name.removeprefix(f"{DATA}/"), ())
        contents[folder / name] = "\n".join((start, *records)).encode()
    contents |= {folder / DATA / name: "\n".join(records).encode() for name, records in files.items()}
    return _written(path, sheets, folder, names, ledger, contents)


def _first(
    path: Path,
    sheets: Sequence[Sheet],
    folder: Path,
    names: Mapping[str, str],
    known: Tables,
    site: SiteSettings | None,
    contract: Contract,
) -> Imported:
    ledger = read_ledger(sheets, path.name, names=names, known=known, site=site)
    own = site.place if site else ""
    if other := other_place(ledger.rows["documents"][0].cells["issuer"], ledger.title, own):
        ledger.findings.append(ImportFinding("other-place", path.name, {"other": other, "own": own}))
    return _written(path, sheets, folder, names, ledger, _new(ledger.rows, folder, known, contract))


def _written(
    path: Path,
    sheets: Sequence[Sheet],
    folder: Path,
    names: Mapping[str, str],
    ledger: ReadLedger,
    contents: Mapping[Path, bytes],
) -> Imported:
    """Write what a first reading gave, with what was read in each cell."""
    state = as_text(ledger.document, ledger.title, storable(sheets, names), ledger.keys, names)
    write_together({**contents, file_of(folder, path.stem): state.encode()})
    drafts = sum(content.count(b"draft: true\n") for content in contents.values())
    return Imported(ledger, ledger.findings, [p.as_posix() for p in contents], drafts=drafts)


def _new(rows: NewRows, folder: Path, known: Tables, contract: Contract) -> dict[Path, bytes]:
    """The contents of new files. Raises ImportRefused where one is in the way."""
    try:
        contents = new_contents(folder / DATA, new_files(rows, contract, known))
    except EditRefused as refused:
        raise ImportRefused(ImportFinding("file-in-the-way", folder.name, {"message": refused})) from refused
    except InvalidLedger as invalid:
        raise ImportRefused(
            ImportFinding("data-broken", folder.name, {"file": invalid.findings[0].mark.file})
        ) from invalid
    return {folder / DATA / name: content for name, content in contents.items()}


def _again(
    path: Path,
    sheets: Sequence[Sheet],
    last: LastReading,
    names: Mapping[str, str],
    into: tuple[Path, Tables, SiteSettings | None],
    contract: Contract,
) -> Imported:
    """Bring in what changed since the last reading."""
    folder, known, site = into
    names = names or last.names
    options = {"names": names, "known": known, "site": site, "document": last.document}
    old = read_ledger(last.sheets, path.name, fixed_ids=last.ids, **options)  # type: ignore[arg-type]
    shown = storable(sheets, names)
    pairs = {sheet.name: paired_rows(before, sheet) for before, sheet in _same_sheets(last.sheets, shown)}
    fixed = _moved(last.ids, pairs)
    new = read_ledger(sheets, path.name, fixed_ids=fixed, **options)  # type: ignore[arg-type]
    changes = compare(old, new, contract)
    said = [finding for finding in new.findings if finding not in old.findings]
    if not changes.values and not changes.added and not changes.gone:
        return Imported(new, said, again=True)
    result = edits_of(changes, folder / DATA, known, contract)
    contents = _contents(changes, result, folder, known, contract)
    is_whole = result.done == len(changes.values)  # else a person has to look at what both sides changed
    if is_whole and (fault := _new_fault(folder / DATA, contents, contract)):
        raise ImportRefused(ImportFinding("faults-follow", path.name, {"fault": fault}))
    kept = [_with_old_rows(sheet, last.sheets, pairs.get(sheet.name, {}), result, new.keys) for sheet in shown]
    state = as_text(new.document, new.title, kept, new.keys, names)
    if state.encode() != last.path.read_bytes():
        contents[last.path] = state.encode()
    write_together(contents)
    added = sum(
        len(changes.added.get(table, ())) for table in ("tasks", "indicators", "projects", "targets", "observations")
    )
    counts = {"cells": len(changes.values), "edits": result.done, "added": added}
    written = [p.as_posix() for p in contents if p != last.path]
    return Imported(new, [*said, *result.findings], written, again=True, **counts)


def _new_fault(data: Path, contents: Mapping[Path, bytes], contract: Contract) -> str:
    """The first fault that a change would bring into a ledger, in Chinese; empty where there is none."""
    now = {(one.code, one.problem) for one in those_of(Grade.FAULT, tried(data, contract, {}).findings())}
    after = tried(data, contract, {path.relative_to(data).as_posix(): content for path, content in contents.items()})
    new = (one for one in those_of(Grade.FAULT, after.findings()) if (one.code, one.problem) not in now)
    return str(next(new, "")).rstrip("。")


def _same_sheets(old: Sequence[Sheet], new: Sequence[Sheet]) -> list[tuple[Sheet, Sheet]]:
    before = {sheet.name: sheet for sheet in old}
    return [(before[sheet.name], sheet) for sheet in new if sheet.name in before]


def _moved(ids: Mapping[tuple[str, Key], str], pairs: Mapping[str, Mapping[int, int]]) -> dict[tuple[str, Key], str]:
    """The ids of records where their rows stand now."""
    there = {sheet: {old: new for new, old in rows.items()} for sheet, rows in pairs.items()}
    moved = {}
    for (table, (sheet, row, part)), id_ in ids.items():
        if not sheet or not row:
            moved[table, (sheet, row, part)] = id_
        elif (now := there.get(sheet, {}).get(row)) is not None:
            moved[table, (sheet, now, part)] = id_
    return moved


def _contents(
    changes: Changes, result: ChangeEdits, folder: Path, known: Tables, contract: Contract
) -> dict[Path, bytes]:
    """What all files will hold."""
    try:
        files = new_files(changes.added, contract, known)
        missing = appended(files, folder / DATA, result)
        contents = {path: _changed(file, edits) for path, (file, edits) in result.edits.items()}
        contents |= {folder / DATA / name: content for name, content in new_contents(folder / DATA, missing).items()}
    except EditRefused as refused:
        raise ImportRefused(ImportFinding("file-in-the-way", folder.name, {"message": refused})) from refused
    return contents


def _changed(file: YamlFile, edits: Sequence[Edit]) -> bytes:
    """What a file will hold; the mark with which some editors begin one stays."""
    mark = BOM if file.content.startswith(BOM.encode()) else ""
    return f"{mark}{edited(file, beside_removed(edits))}".encode()


def _with_old_rows(
    sheet: Sheet,
    last: Sequence[Sheet],
    pairs: Mapping[int, int],
    result: ChangeEdits,
    keys: Mapping[tuple[str, str], Key],
) -> Sheet:
    """A sheet in which rows that were not taken are as they were, so that they are told again next time."""
    before = next((one for one in last if one.name == sheet.name), None)
    rows = {key[1] for record in result.not_taken for key in [keys.get(record)] if key and key[0] == sheet.name}
    if before is None or not rows:
        return sheet
    texts = {place: text for place, text in sheet.texts.items() if place[0] not in rows}
    for row in rows & set(pairs):
        texts |= {(row, c): text for (r, c), text in before.texts.items() if r == pairs[row]}
    return replace(sheet, texts=dict(sorted(texts.items())))
