"""Forms that break targets down: made by ``forms --breakdown``, taken back by ``ingest``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import StatusIndex
from generator.cli.common import load_checked, print_error, print_not_written
from generator.language import formatting
from generator.language.office.rounds import breakdown_words as words
from generator.language.office.rounds import ingest_words
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.enums import TERRITORIES
from generator.ledger.records import Document, Indicator
from generator.office.forms.breakdown.breakdown_content import BreakdownForms, breakdown_forms
from generator.office.forms.breakdown.breakdown_workbook import breakdown_name, write_breakdown
from generator.office.forms.form_files import write_workbooks
from generator.office.ingest.breakdown.parts_collecting import collect_parts
from generator.office.ingest.collecting.collect import write_collection
from generator.office.ingest.collecting.received_files import Collection, FileResult, ReceivedFile


def breakdown(options: argparse.Namespace) -> int:
    """Make one workbook for each unit that breaks targets down."""
    index = LedgerIndex(load_checked(options))
    document = _document(options, index)
    if document is None or not _known(options, index):
        return 2
    statuses = StatusIndex(index)
    made = breakdown_forms(index, statuses, document, options.indicator or ())
    if not made.forms:
        print_error(words.NOTHING.format(since=_since(index, document)))
        _print_unasked(made)
        return 1
    contents = {breakdown_name(form): write_breakdown(index, statuses, form) for form in made.forms}
    try:
        write_workbooks({options.out / name: content for name, content in contents.items()})
    except EditRefused as refused:
        print_error(str(refused))
        return 1
    except OSError as error:
        return print_not_written(error)
    targets, rows = sum(len(form.targets) for form in made.forms), sum(form.rows for form in made.forms)
    print(words.WRITTEN.format(count=len(made.forms), folder=options.out, targets=targets, rows=rows))
    _print_unasked(made)
    return 0


def _document(options: argparse.Namespace, index: LedgerIndex) -> Document | None:
    """The document on which the break-down is based; None, which is told, where there is none."""
    if not options.document:
        print_error(words.NO_DOCUMENT)
        return None
    document = index.documents.get(options.document)
    if document is None:
        print_error(words.UNKNOWN_DOCUMENT.format(document=options.document))
    return document


def _since(index: LedgerIndex, document: Document) -> str:
    """The year from which on targets must run; the document where it has no day."""
    day = index.day(document)
    return formatting.year(day.year) if day else document.title


def _known(options: argparse.Namespace, index: LedgerIndex) -> bool:
    """Whether there are the indicators that are named, and towns."""
    unknown = next((id_ for id_ in options.indicator or () if id_ not in index.indicators), None)
    if unknown is not None:
        print_error(words.UNKNOWN_INDICATOR.format(indicator=unknown))
        return False
    if not any(index.organizations_of_kind.get(kind) for kind in TERRITORIES):
        print_error(words.NO_TERRITORIES)
        return False
    return True


def _print_unasked(made: BreakdownForms) -> None:
    """Tell for which indicators nobody can be asked."""
    if made.without_lead:
        print(words.WITHOUT_LEAD.format(names=_names(made.without_lead)))
    if made.of_collectives:
        print(words.COLLECTIVE_LEAD.format(names=_names(made.of_collectives)))


def _names(indicators: Sequence[Indicator]) -> str:
    return formatting.AND.join(one.name for one in indicators)


def ingest_parts(options: argparse.Namespace, received: Sequence[ReceivedFile]) -> Collection:
    """Read forms that break targets down, and write what holds into the ledger. Raises EditRefused, OSError."""
    checked = load_checked(options)
    collection = collect_parts(LedgerIndex(checked), checked, received, options.on or date.today())
    if not options.dry_run:
        write_collection(checked.folder, collection)
    for result in collection.results:
        print(_line(result))
        for finding in result.findings:
            print(f"  {finding.line(result.file.name)}")
    changed = len(collection.contents)
    taken = sum(result.taken for result in collection.results)
    refused = sum(result.blocked for result in collection.results)
    files = len(collection.results)
    print(ingest_words.SUMMARY.format(files=files, taken=taken, refused=refused, changed=changed))
    return collection


def _line(result: FileResult) -> str:
    if result.taken:
        return words.TAKEN.format(file=result.file.name, unit=result.unit, filled=result.reports, targets=result.values)
    return ingest_words.REFUSED.format(file=result.file.name, count=sum(finding.blocks for finding in result.findings))
