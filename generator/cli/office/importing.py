"""The command ``import``."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from generator.cli.common import contract_path, print_error, typed
from generator.cli.parser import program_name
from generator.language import command_words
from generator.language.office import import_words
from generator.ledger.contract import load_contract
from generator.office.importing.findings import ImportRefused
from generator.office.importing.run import Imported, import_workbook
from generator.office.start.new_place import DATA, may_begin
from generator.support.whole_files import write_whole


def import_(options: argparse.Namespace) -> int:
    """Bring a workbook into the folder of a ledger."""
    if options.into is None and options.json is None:
        print_error(import_words.WHERE)
        return 2
    if options.into is not None and not (may_begin(options.into) or (options.into / DATA).is_dir()):
        print_error(import_words.NO_LEDGER.format(folder=options.into, program=program_name()))
        return 2
    try:
        done = import_workbook(options.workbook, options.into, options.columns, load_contract(contract_path(options)))
    except ImportRefused as refused:
        for finding in refused.findings:
            print_error(str(finding))
        print_error(import_words.STOPPED)
        return 1
    except OSError as error:
        reason = command_words.why_not_written(error) or error.strerror
        print_error(command_words.EDIT_FAILED.format(file=error.filename, reason=reason))
        return 1
    for finding in done.findings:
        print_error(str(finding))
    print(_summary(done, options.into))
    if options.json:
        _write_json(options.json, done)
    return 0


def _write_json(path: Path, done: Imported) -> None:
    write_whole(path, (json.dumps(done.ledger.as_json(), ensure_ascii=False, indent=1) + "\n").encode())


def _summary(done: Imported, into: Path | None) -> str:
    rows = done.ledger.rows
    counts = {
        table: len(rows.get(table, ())) for table in ("tasks", "organizations", "indicators", "targets", "projects")
    }
    counts["units"] = counts.pop("organizations")
    if into is None:
        return import_words.READ_ONLY.format(sheets=done.ledger.sheets, **counts)
    if not done.again:
        values = {"sheets": done.ledger.sheets, "files": len(done.files), "drafts": done.drafts}
        following = import_words.NEXT_REVIEW if done.drafts else import_words.NEXT_BUILD
        following = following.format(program=program_name(), folder=typed(into))
        return f"{import_words.DONE.format(**values, **counts)}\n{following}"
    if not done.cells and not done.added and not done.files:
        return import_words.UNCHANGED
    said = import_words.CHANGED.format(cells=done.cells, edits=done.edits, records=done.added)
    kept = done.cells - done.edits
    return said + (import_words.KEPT.format(kept=kept) if kept else "")
