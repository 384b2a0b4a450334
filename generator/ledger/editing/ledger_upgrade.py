"""A ledger that was written for an earlier version of the contract is written anew in the words of the present one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.language import command_words
from generator.ledger.editing.edits import rename_key, replace_value
from generator.ledger.editing.yaml_file import Change, Edit, EditRefused, YamlFile, read_file, write_files
from generator.ledger.load import InvalidLedger
from generator.ledger.reading.findings import worst_first
from generator.ledger.reading.ledger_files import LedgerFiles, find_files
from generator.ledger.reading.nodes import Mapping, Scalar, is_empty
from generator.ledger.reading.site_settings import read_site
from generator.ledger.reading.tables import SITE
from generator.ledger.upgrades import FIRST, VERSION, Question, Rename, questions, renames


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade did."""

    version_mark: str
    """Where the settings say the version now; empty where they said it before."""
    renames: list[Rename]
    questions: list[Question]
    """What a person must look at."""
    files: list[YamlFile]
    """The files that were written."""


@dataclass(slots=True)
class _Plan:
    """What is to be done."""

    renames: list[Rename] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


def upgrade_ledger(folder: Path) -> Upgrade:
    """Write old words of a ledger anew, and the version of the contract into its settings: all files or none.

    Raises:
        EditRefused: there is no ledger, a file is protected, or has changed meanwhile.
        InvalidLedger: files are no YAML of the ledger.
        OSError: a file cannot be written.
    """
    if not (folder / SITE).is_file():
        words = command_words.UPGRADE_NO_LEDGER if folder.is_dir() else command_words.NO_FOLDER
        raise EditRefused(words.format(folder=folder))
    files = find_files(folder)
    plan = _planned(folder, files)
    settings = read_file(folder / SITE, files.mark(SITE).file)
    version = _version_edit(settings, folder)
    if version is not None:  # last: a ledger that was written by half is still an old one
        plan.changes.append((settings, [version]))
    mark = f"{settings.name}:{settings.text.count(chr(10), 0, version.start) + 1}" if version else ""
    return Upgrade(mark, plan.renames, plan.questions, write_files(plan.changes))


def _planned(folder: Path, files: LedgerFiles) -> _Plan:
    """The renames in all files. Raises InvalidLedger where some cannot be read."""
    plan = _Plan()
    findings = files.unread_folders()
    for name in [name for name in files.files if name.endswith(".yml")]:
        root, found = files.read(name)
        findings += found
        if root is None or found:
            continue
        plan.questions += questions(name, root)
        if next(renames(name, root), None) is not None:
            file = read_file(folder / name, files.mark(name).file)
            found_renames = [*renames(name, file.root)]
            plan.renames += found_renames
            plan.changes.append((file, [*_edits(file, found_renames)]))
    if findings:
        raise InvalidLedger(worst_first(findings))
    return plan


def _edits(file: YamlFile, found: list[Rename]) -> Iterator[Edit]:
    for rename in found:
        if rename.value is None:
            yield rename_key(file, rename.record, rename.key, rename.new)
        else:
            yield replace_value(file, rename.value, rename.new)


def _version_edit(file: YamlFile, folder: Path) -> Edit | None:
    """The edit that writes the present version into the settings; None where they have it."""
    if is_empty(file.root):
        raise EditRefused(command_words.UPGRADE_NO_LEDGER.format(folder=folder))
    if not isinstance(file.root, Mapping):
        raise InvalidLedger(read_site(file.root)[1])
    given = file.root.get("contract")
    if given is None:
        return _first_line(file, file.root)
    text = given.text.strip() if isinstance(given, Scalar) else None
    if isinstance(given, Scalar) and text in ("", FIRST):
        return replace_value(file, given, VERSION)
    if text != VERSION:
        raise EditRefused(command_words.UPGRADE_VERSION.format(mark=given.mark, version=VERSION))
    return None


def _first_line(file: YamlFile, settings: Mapping) -> Edit:
    """The line of the version: the first of the file, or of the settings where the file begins with a sign of YAML."""
    start, line = settings.start.index, f"contract: {VERSION}"
    if file.text.startswith("{", start):
        return Edit(start + 1, start + 1, f"{line}, ")
    at = start - settings.start.column
    newline = "\r\n" if "\r\n" in file.text else "\n"
    first = at if any(row.startswith(("---", "%")) for row in file.text[:at].splitlines()) else 0
    return Edit(first, first, " " * settings.start.column + line + newline)
