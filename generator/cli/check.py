"""Commands about what is right: ``check``, ``verify``."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.cli.common import contract_path, data_folder, load_checked, print_error, print_findings
from generator.history.change_guard import guarded
from generator.language import command_words
from generator.language.official_text import read_documents, read_layouts
from generator.ledger.checks.findings_file import screen_lines
from generator.ledger.enums import Grade
from generator.ledger.reading.findings import count_drafts, those_of, worst_first
from generator.ledger.verify import Verification
from generator.ledger.verify import verify as verify_ledger
from generator.publish.handwritten_pages import refuse_unreadable
from generator.publish.policy.own_files import own_findings
from generator.publish.site_writer import BuildStopped
from generator.support.packaged_files import DOCS, SETTINGS, own_or_packaged


def check(options: argparse.Namespace) -> int:
    """Read and check the ledger; doubts and drafts are told, and stop nothing here."""
    root = data_folder(options).absolute().parent
    docs, settings = own_or_packaged(root / DOCS.name, DOCS), root / SETTINGS.name
    try:
        refuse_unreadable(docs)
    except BuildStopped as stopped:
        print_error(str(stopped))
        return 1
    checked = guarded(load_checked(options), contract_path(options))
    if own := own_findings(docs, settings, checked.site.url):
        return print_findings(worst_first([*own, *checked.notes]))
    for line in screen_lines(checked.notes):
        print(line)
    rows = sum(len(rows) for rows in checked.tables.rows.values())
    print(command_words.CHECKED.format(tables=len(checked.tables.rows), rows=rows))
    if doubts := those_of(Grade.DOUBT, checked.notes):
        print(command_words.CHECKED_DOUBTS.format(doubts=len(doubts)))
    if drafts := count_drafts(checked.notes):
        print(command_words.CHECKED_DRAFTS.format(drafts=drafts))
    return 0


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
