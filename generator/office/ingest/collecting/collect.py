"""The forms of a round: read, tried together, written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import round_duties
from generator.language.office.rounds import ingest_words
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.load import CheckedLedger
from generator.ledger.reading.ledger_files import find_files
from generator.office.ingest.answer_records import (
    answer_records,
    submission_record,
    submission_state,
)
from generator.office.ingest.collecting.received_files import Collection, FileResult, ReceivedFile
from generator.office.ingest.collecting.returned_forms import (
    UnitForm,
    changed_answers,
    latest_forms,
    leave_out_repeats,
    unit_form,
)
from generator.office.ingest.collecting.trial import TriedRecord, judged, tried
from generator.office.ingest.new_values import new_contents
from generator.office.ingest.remark_answers import remark_answers
from generator.support.whole_files import write_together

Ids = AbstractSet[str]


def collect(
    index: LedgerIndex,
    checked: CheckedLedger,
    received: Sequence[ReceivedFile],
    on: date,
    round_: str = "",
    approved: Ids = frozenset(),
) -> Collection:
    """Read the forms of a round. Nothing is written.

    Args:
        index: the look-ups of the ledger.
        checked: the ledger.
        received: the files.
        on: the day on which they came.
        round_: the round that is collected; empty for that of each form.
        approved: ids of results that are approved: another value is a revision and leaves them as they are.
    """
    folder, names = checked.folder, checked.tables.names
    before = {name: path.read_bytes() for name, path in find_files(folder).files.items()}
    results = [FileResult(file) for file in received]
    duties = {one.id: round_duties(index, one) for one in index.ledger.rounds}
    forms = latest_forms(unit_form(index, duties, result, on, round_) for result in results)
    taken = [form for form in forms if not form.result.blocked]
    leave_out_repeats(index, taken)
    while True:
        records = [*_records(index, taken, on, approved)]
        contents = new_contents(folder, [new for new, _, _ in records], names)
        ledger = tried(folder, checked.contract, contents)
        again, acknowledged = judged(ledger, records, on)
        if not again:
            break
        taken = [form for form in taken if not form.result.blocked]
    if acknowledged:
        contents = new_contents(folder, [*(new for new, _, _ in records), *acknowledged], names)
    for form in taken:
        form.result.findings += changed_answers(index, form)
        form.result.state = submission_state(form.answers)
        form.result.values, form.result.reports = len(form.answers.values), len(form.answers.tasks)
    return Collection(results, contents, {name: before.get(name) for name in contents})


def write_collection(folder: Path, collection: Collection) -> None:
    """Write what a collection changes, all files or none.

    Raises:
        EditRefused: a file was changed since it was read; nothing is written.
        OSError: a file cannot be written; nothing is changed.
    """
    for name, content in collection.before.items():
        path = folder / name
        if (path.read_bytes() if path.exists() else None) != content:
            raise EditRefused(ingest_words.CHANGED_MEANWHILE.format(file=path))
    write_together({folder / name: content for name, content in collection.contents.items()})


def _records(index: LedgerIndex, forms: Iterable[UnitForm], on: date, approved: Ids) -> Iterable[TriedRecord]:
    for form in forms:
        unit, digest = form.duties.organization, form.result.file.digest
        for new, answer in answer_records(index, form.record, unit, form.answers, on, approved):
            yield new, form, answer
        for remark in remark_answers(index, form.record, unit, form.answers, on):
            yield remark, form, None
        state = submission_state(form.answers)
        yield submission_record(form.record, unit, form.number, on, state, digest), form, None
