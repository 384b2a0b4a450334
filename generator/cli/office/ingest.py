"""The command that reads what units sent back."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from generator.analysis.ledger_index import LedgerIndex
from generator.cli.common import contract_path, load_checked, print_error, print_not_written, say
from generator.cli.office.breakdown import ingest_parts
from generator.history.git import NoHistory
from generator.language import command_words
from generator.language.office.rounds import branch_words
from generator.language.office.rounds import ingest_words as words
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.load import CheckedLedger
from generator.office.ingest.breakdown.parts_collecting import is_breakdown
from generator.office.ingest.collecting.collect import collect, write_collection
from generator.office.ingest.collecting.received_files import Collection, FileResult, ReceivedFile
from generator.office.ingest.filled_tables import GradedCell, graded_cells
from generator.office.ingest.form_findings import FormRefused, finding_lines
from generator.office.ingest.own_tables import read_own_tables
from generator.office.ingest.reply_workbook import reply_workbook
from generator.office.rounds.branch_ingest import collect_on_branches, collect_without_writing
from generator.office.rounds.round_branch import RoundRefused
from generator.office.workbooks.workbook_file import MAX_FILE
from generator.support.file_names import shown
from generator.support.files import read_plain
from generator.support.whole_files import write_together, write_whole

READ = (".xlsx", ".csv")


def ingest(options: argparse.Namespace) -> int:
    """Read filled forms and write what holds into the ledger."""
    if missing := next((path for path in options.files if not path.exists()), None):
        print_error(words.NO_FILE.format(file=missing))
        return 2
    received, unread = _received(options.files)
    for line in unread:
        print_error(line)
    if not received:
        print_error(words.NOTHING)
        return 2
    return max(_ingest_received(options, received), int(bool(unread)))


def _ingest_received(options: argparse.Namespace, received: Sequence[ReceivedFile]) -> int:
    """Read what was sent, each file as what it is."""
    if options.foreign:
        return _foreign(options, received)
    parts = [file for file in received if is_breakdown(file)]
    answers = [file for file in received if file not in parts]
    status = _ingest_answers(options, answers) if answers else 0
    return max(status, _ingest_parts(options, parts)) if parts else status


def _ingest_parts(options: argparse.Namespace, received: Sequence[ReceivedFile]) -> int:
    """Read filled forms that break targets down."""
    try:
        collection = ingest_parts(options, received)
    except EditRefused as refused:
        print_error(str(refused))
        return 1
    except OSError as error:
        return print_not_written(error)
    if options.dry_run:
        print(words.DRY_RUN)
    else:
        _reply(options.replies, collection)
    return int(any(result.blocked for result in collection.results))


def _ingest_answers(options: argparse.Namespace, received: Sequence[ReceivedFile]) -> int:
    """Read the filled forms of rounds."""
    checked = load_checked(options)
    on = options.on or date.today()
    try:
        collection, said = _collected(options, checked, received, on)
    except (EditRefused, RoundRefused) as refused:
        print_error(str(refused))
        return 1
    except OSError as error:
        return print_not_written(error)
    _print(collection, dry_run=options.dry_run)
    for line in said:
        print(line)
    if not options.dry_run:
        _reply(options.replies, collection)
    return 1 if any(result.blocked for result in collection.results) else 0


def _collected(
    options: argparse.Namespace, checked: CheckedLedger, received: Sequence[ReceivedFile], on: date
) -> tuple[Collection, list[str]]:
    """What came in, written where it belongs: in git on the branch of its round, else into the ledger itself.

    Returns:
        What came in, and where it was written.
    """
    asked, said = options.round or "", []
    if not options.here:
        try:
            if options.dry_run:
                parts = collect_without_writing(checked, contract_path(options), received, on, asked)
                return _joined(received, parts), []
            done = collect_on_branches(checked, contract_path(options), received, on, asked, say)
        except NoHistory as none:
            if none.reason in branch_words.NOT_WRITTEN:
                raise RoundRefused(branch_words.NOT_WRITTEN[none.reason]) from None
            said = [branch_words.NOT_IN_GIT] if none.reason == "untracked" else []
        else:
            written = [branch for branch, one in done if branch and one.contents]
            names = [branch_words.WRITTEN_TO_BRANCH.format(branch=one.name, round=one.round) for one in written]
            return _joined(received, [one for _, one in done]), names
    collection = collect(LedgerIndex(checked), checked, received, on, asked)
    if not options.dry_run:
        write_collection(checked.folder, collection)
    return collection, said


def _joined(received: Sequence[ReceivedFile], parts: Sequence[Collection]) -> Collection:
    """The collections of several rounds as one, the files in the order in which they were given."""
    results = {id(result.file): result for part in parts for result in part.results}
    contents = {name: content for part in parts for name, content in part.contents.items()}
    return Collection([results[id(file)] for file in received], contents, {})


def _received(paths: Sequence[Path]) -> tuple[list[ReceivedFile], list[str]]:
    """The files that are named, and those in the folders that are named, without the locks of programs.

    Returns:
        The files, and a line for each one that cannot be read.
    """
    received, unread = [], []
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix.lower() in READ and not file.name.startswith(("~$", ".")) and not file.is_dir():
                try:
                    received.append(ReceivedFile(shown(file.name), read_plain(file, MAX_FILE)))
                except OSError as error:
                    file_name = command_words.unwritable_file(error)
                    reason = command_words.why_not_written(error) or error.strerror
                    unread.append(command_words.CANNOT_USE.format(file=file_name, reason=reason))
    return received, unread


def _reply(folder: Path | None, collection: Collection) -> None:
    """Write the answers to the senders, each beside no file of theirs.

    Raises OSError: they cannot be written; the ledger has what came in, and the same command writes them again.
    """
    if folder is None:
        return
    contents = {}
    for result in collection.results:
        content = reply_workbook(result.file.content, result.findings)
        if content is not None:
            contents[folder / words.REPLY_NAME.format(name=Path(result.file.name).stem.replace("\\", "_"))] = content
    write_together(contents)


def _print(collection: Collection, *, dry_run: bool) -> None:
    results = collection.results
    for result in results:
        print(_line(result))
        for line in finding_lines(result.file.name, result.findings):
            print(f"  {line}")
    taken = sum(result.taken for result in results)
    refused = sum(result.blocked for result in results)
    print(words.SUMMARY.format(files=len(results), taken=taken, refused=refused, changed=len(collection.contents)))
    if dry_run:
        print(words.DRY_RUN)


def _line(result: FileResult) -> str:
    name = result.file.name
    if result.taken:
        return words.TAKEN.format(
            file=name, unit=result.unit, state=result.state, values=result.values, reports=result.reports
        )
    if result.blocked:
        return words.REFUSED.format(file=name, count=sum(finding.blocks for finding in result.findings))
    return words.NOT_TAKEN.format(file=name)


# -- tables that units made themselves


def _foreign(options: argparse.Namespace, received: Sequence[ReceivedFile]) -> int:
    """Read tables by their heads; nothing is written into the ledger."""
    cells, refused = [], []
    for file in received:
        try:
            cells += [(file.name, cell) for table in read_own_tables(file) for cell in graded_cells(table)]
        except FormRefused as unreadable:
            refused.append(unreadable.finding.line(file.name))
    for line in refused:
        print_error(line)
    if options.json:
        found = [_as_json(name, cell) for name, cell in cells]
        text = json.dumps({"cells": found}, ensure_ascii=False, indent=1) + "\n"
        if str(options.json) == "-":
            sys.stdout.write(text)
        else:
            write_whole(options.json, text.encode())
        return int(bool(refused))
    for name, cell in cells:
        for reason in cell.reading.reasons:
            place = f"{name} {cell.sheet}!{cell.cell}" if cell.sheet else f"{name} {cell.cell}"
            print(words.LINE.format(place=place, grade=reason.grade, words=reason))
    print(words.DRY_RUN)
    return int(bool(refused))


def _as_json(name: str, cell: GradedCell) -> dict[str, object]:
    value = cell.reading.value
    number: object = value
    if isinstance(value, Decimal):
        number = int(value) if value == int(value) else float(value)
    return {"file": name, "cell": cell.cell, "value": number, "grade": str(cell.reading.grade)}
