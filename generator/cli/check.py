"""Commands about what is right: ``check``, ``verify``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from generator.cli.common import contract_path, data_folder, load_checked, print_error, print_findings
from generator.history.change_guard import guarded
from generator.language import command_words
from generator.language.official_text import read_documents, read_layouts
from generator.ledger.checks.findings_file import screen_lines
from generator.ledger.enums import Grade
from generator.ledger.load import CheckedLedger, InvalidLedger, ReadLedger, read
from generator.ledger.reading.findings import Finding, count_drafts, those_of, worst_first
from generator.ledger.verify import Verification
from generator.ledger.verify import verify as verify_ledger
from generator.publish.engine.settings import docs_folder
from generator.publish.handwritten_pages import unreadable
from generator.publish.policy.own_files import own_findings
from generator.publish.policy.page_addresses import own_pages
from generator.support.packaged_files import DOCS, SETTINGS, own_or_packaged
from generator.support.stopwatch import Stopwatch


def check(options: argparse.Namespace) -> int:
    """Read and check the ledger and the hand-written pages; doubts and drafts are told, and stop nothing here."""
    watch = Stopwatch(print, command_words.SECONDS)
    with watch.stage(command_words.STAGE_READ):
        ledger = read(data_folder(options), contract_path(options))
    faults: list[Finding] = []
    checked = None
    try:
        with watch.stage(command_words.STAGE_CHECK):
            checked = guarded(ledger.checked(), contract_path(options))
    except InvalidLedger as invalid:
        faults = invalid.findings
    said, own = _of_own_pages(data_folder(options).absolute().parent, ledger, checked)
    for sentence in said:
        print_error(sentence)
    if checked is None or own:
        return print_findings(worst_first([*faults, *own, *(checked.notes if checked else ())]))
    _print_checked(checked)
    return 1 if said else 0


def _of_own_pages(root: Path, ledger: ReadLedger, checked: CheckedLedger | None) -> tuple[list[str], Sequence[Finding]]:
    """Why the hand-written pages of a folder cannot be read, else what is wrong in them and in the settings."""
    settings = root / SETTINGS.name
    docs = own_or_packaged(root / docs_folder(settings), DOCS)
    if said := unreadable(docs):
        return said, ()
    found = own_findings(docs, settings, ledger.site.url if ledger.site else "", _taken(checked, docs))
    if ledger.site is None:  # nobody knows which address is the site's own
        found = [finding for finding in found if finding.code != "page-foreign"]
    return [], found


def _taken(checked: CheckedLedger | None, docs: Path) -> frozenset[str]:
    """The files of generated pages, where a folder has pages that could have the address of one."""
    if checked is None or docs == DOCS or not own_pages(docs):
        return frozenset()
    from generator.pages.registry import page_files  # noqa: PLC0415 takes 0.5 s, and few ledgers need it

    return page_files(checked)


def _print_checked(checked: CheckedLedger) -> None:
    """Print that there are no faults, and what else there is to know."""
    for line in screen_lines(checked.notes):
        print(line)
    rows = sum(len(rows) for rows in checked.tables.rows.values())
    print(command_words.CHECKED.format(tables=len(checked.tables.rows), rows=rows))
    if doubts := those_of(Grade.DOUBT, checked.notes):
        print(command_words.CHECKED_DOUBTS.format(doubts=len(doubts)))
    if drafts := count_drafts(checked.notes):
        print(command_words.CHECKED_DRAFTS.format(drafts=drafts))


def verify(options: argparse.Namespace) -> int:
    """Compare the ledger with the official texts."""
    checked = load_checked(options)
    folder: Path = options.sources
    if not folder.is_dir():
        print_error(command_words.NO_FOLDER.format(folder=folder))
        return 2
    ids = [row["id"] for row in checked.tables.rows["documents"]]
    texts = read_documents(folder, ids)
    if not texts:
        print_error(command_words.NO_TEXTS.format(folder=folder))
        return 2
    result = verify_ledger(checked.tables, texts, read_layouts(folder, ids))
    _print_result(result)
    if result.findings:
        return print_findings(worst_first(result.findings))
    print(command_words.VERIFIED)
    return 0


def _print_result(result: Verification) -> None:
    for document in result.without_text:
        print(command_words.WITHOUT_TEXT.format(document=document))
    print(command_words.FINGERPRINTS.format(count=result.fingerprints, bad=result.mismatches))
    print(command_words.PARENTHESES.format(matched=result.matched, count=result.parentheses))
    for part in result.parts:
        done = part.used + part.excluded
        share = f"{100 * done // part.numbers}%" if part.numbers else "—"
        values = {"document": part.document, "part": part.part, "numbers": part.numbers, "share": share}
        print(command_words.PART.format(used=part.used, excluded=part.excluded, **values))
