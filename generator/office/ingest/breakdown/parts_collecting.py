"""Forms that break targets down come back, many at once: read, tried in the ledger, and made into its lines."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from io import BytesIO

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.target_status import StatusIndex
from generator.language.office.rounds import breakdown_words as words
from generator.language.office.rounds import ingest_words
from generator.ledger.editing.record_text import Record
from generator.ledger.enums import CellGrade, Grade, SubmissionState
from generator.ledger.load import CheckedLedger, ReadLedger
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.ledger_files import find_files
from generator.ledger.reading.rows import Row
from generator.ledger.records import Document
from generator.office.forms.breakdown.breakdown_content import BreakdownForm, breakdown_forms
from generator.office.forms.form_identity import BREAKDOWN
from generator.office.ingest.answer_records import acknowledgement
from generator.office.ingest.breakdown.part_answers import PartAnswer, PartAnswers, read_parts, reason_of
from generator.office.ingest.collecting.received_files import Collection, FileResult, ReceivedFile
from generator.office.ingest.collecting.returned_forms import returned_form
from generator.office.ingest.collecting.trial import tried
from generator.office.ingest.form_findings import FormFinding, FormRefused
from generator.office.ingest.form_reading import ReturnedForm
from generator.office.ingest.new_values import NewRecord, new_contents
from generator.office.workbooks.workbook_file import WORKBOOK_PART, WorkbookRefused, parts_of

OF_WHOLE = ("indicator", "start_year", "end_year", "tier", "set_by")
"""Columns in which the parts of one whole are alike."""
KNOWN_BY = (*OF_WHOLE, "organization", "replaced_by")
"""Columns in which each target is another one; a new one takes the place of none."""


@dataclass(slots=True)
class _Returned:
    """A form that may be taken."""

    result: FileResult
    form: BreakdownForm
    answers: PartAnswers


def is_breakdown(file: ReceivedFile) -> bool:
    """Whether a file says of itself that it breaks targets down."""
    try:
        parts_of(file.content)  # a part that unpacks to much more than it says is not read
    except WorkbookRefused:
        return False
    with zipfile.ZipFile(BytesIO(file.content)) as book:
        return BREAKDOWN.encode() in book.read(WORKBOOK_PART)


def collect_parts(index: LedgerIndex, checked: CheckedLedger, received: Sequence[ReceivedFile], on: date) -> Collection:
    """Read forms that break targets down. Nothing is written.

    Args:
        index: the look-ups of the ledger.
        checked: the ledger.
        received: the files.
        on: the day on which they came.
    """
    folder, names = checked.folder, checked.tables.names
    before = {name: path.read_bytes() for name, path in find_files(folder).files.items()}
    results = [FileResult(file) for file in received]
    statuses = StatusIndex(index)
    forms = _latest(_returned(index, statuses, result) for result in results)
    taken = [form for form in forms if not form.result.blocked]
    _leave_out_repeats(taken)
    while True:
        told = [(_record(form, answer), form, answer) for form in taken for answer in form.answers.new]
        records = [record for record, _, _ in told]
        contents = new_contents(folder, records, names)
        again, acknowledged = _judged(tried(folder, checked.contract, contents), told, names, on)
        if not again:
            break
        taken = [form for form in taken if not form.result.blocked]
    if acknowledged:
        contents = new_contents(folder, [*records, *acknowledged], names)
    for form in taken:
        rows, filled = form.form.rows, form.answers.filled
        full = SubmissionState.COMPLETE if filled >= rows else SubmissionState.PARTIAL
        form.result.state = full if filled else SubmissionState.EMPTY
        form.result.values = len(form.answers.new)
        form.result.reports = filled
    return Collection(results, contents, {name: before.get(name) for name in contents})


# -- one file


def _returned(index: LedgerIndex, statuses: StatusIndex, result: FileResult) -> _Returned | None:
    """The form of a file, when it is one of this ledger."""
    try:
        returned = returned_form(result.file.content)
        form = _asked(index, statuses, returned)
    except FormRefused as refused:
        result.findings.append(refused.finding)
        return None
    result.unit = form.organization.name
    answers = read_parts(form, returned)
    result.findings += answers.findings
    return _Returned(result, form, answers)


def _asked(index: LedgerIndex, statuses: StatusIndex, returned: ReturnedForm) -> BreakdownForm:
    """What the unit of a form would be asked for today. Raises FormRefused."""
    told = returned.identity
    document = index.documents.get(told.round.removeprefix(BREAKDOWN))
    if told.site != index.site.package:
        raise FormRefused("other-site", site=told.site, own=index.site.package)
    if document is None:
        raise FormRefused("breakdown-document", document=told.round.removeprefix(BREAKDOWN))
    if told.plan not in index.plans:
        raise FormRefused("breakdown-plan", plan=told.plan)
    if told.unit not in index.organizations:
        raise FormRefused("unknown-unit", unit=told.unit)
    form = _form(index, statuses, document, returned)
    if form is None:
        raise FormRefused("breakdown-nothing", unit=index.organizations[told.unit].name)
    return form


def _form(
    index: LedgerIndex, statuses: StatusIndex, document: Document, returned: ReturnedForm
) -> BreakdownForm | None:
    told = returned.identity
    targets = {target.id: target.indicator for target in index.ledger.targets}
    wanted = dict.fromkeys(targets.get(row.key.partition("@")[0], "") for row in returned.rows)
    forms = breakdown_forms(index, statuses, document, [*filter(None, wanted)] or [""]).forms
    return next((one for one in forms if (one.plan.id, one.organization.id) == (told.plan, told.unit)), None)


def _latest(forms: Iterable[_Returned | None]) -> list[_Returned]:
    """Of several forms of one unit for one plan and document the last one; the others are told."""
    latest: dict[tuple[str, ...], _Returned] = {}
    for one in forms:
        if one is not None:
            key = (one.form.document.id, one.form.plan.id, one.form.organization.id)
            if key in latest:
                values = {"file": one.result.file.name}
                latest.pop(key).result.findings.append(FormFinding("given-twice", values=values))
            latest[key] = one
    return [*latest.values()]


def _leave_out_repeats(forms: Iterable[_Returned]) -> None:
    """Where several units lead, the first part stands: the same one again adds nothing, another one is asked back."""
    told: dict[tuple[str, str], tuple[Decimal | None, str]] = {}
    for form in forms:
        unit, kept = form.form.organization.name, []
        for answer in form.answers.new:
            key = (answer.part.target.id, answer.part.organization.id)
            value, by = told.setdefault(key, (answer.value, unit))
            if by == unit:
                kept.append(answer)
            elif value != answer.value:
                values = {"unit": by, "value": value}
                row = answer.row
                form.result.findings.append(FormFinding("other-unit", row.sheet, row.place("value"), values))
        form.answers = replace(form.answers, new=tuple(kept))


# -- all of them in the ledger

_Told = tuple[NewRecord, _Returned, PartAnswer]


def _record(form: _Returned, answer: PartAnswer) -> NewRecord:
    """The target that an answer makes."""
    target, row = answer.part.target, answer.row
    column = "text" if answer.value is None else "value"
    place = f"{row.sheet}!{row.place(column)}"
    record: Record = {
        "indicator": target.indicator,
        "organization": answer.part.organization.name,
        "start_year": str(target.start_year),
        "end_year": str(target.end_year),
        "due": target.due or "",
        "comparator": str(answer.comparator or ""),
        "value": "" if answer.value is None else f"{answer.value:f}",
        "value_text": answer.text,
        "tier": str(target.tier or ""),
        "set_by": str(target.set_by or ""),
        "source": {"locator": words.LOCATOR.format(unit=form.form.organization.name, cell=place)},
        "note": words.NOTE.format(remark=answer.remark) if answer.remark else "",
    }
    return NewRecord(f"disclosures/{form.form.document.id}.yml", "targets", KNOWN_BY, record)


def _judged(
    ledger: ReadLedger, told: Sequence[_Told], names: Mapping[str, str], on: date
) -> tuple[bool, list[NewRecord]]:
    """Whether something has to be left out, and the doubts that units explained.

    A fault blocks the form that it comes from; a doubt without a reason leaves out the parts of its target.
    """
    again, acknowledged = False, []
    for finding in ledger.findings():
        found = _concerned(ledger, finding, told, names)
        if found is None:
            continue
        _, form, answer = found
        if finding.grade is Grade.FAULT:
            form.result.findings.append(_as_form_finding(finding, answer, CellGrade.ERROR))
            again = True
        elif finding.grade is Grade.DOUBT:
            group = [one for one in form.answers.new if one.part.target is answer.part.target]
            if reason := reason_of(group):
                values = finding.values
                new = acknowledgement(finding.code, str(values["record"]), str(values["value"]), reason, on)
                acknowledged.append(new)
            else:
                form.result.findings.append(_as_form_finding(finding, answer, CellGrade.DOUBT))
                kept = tuple(one for one in form.answers.new if one not in group)
                form.answers = replace(form.answers, new=kept)
                again = True
    return again, acknowledged


def _concerned(ledger: ReadLedger, finding: Finding, told: Sequence[_Told], names: Mapping[str, str]) -> _Told | None:
    """The answer that a finding is about: its own target, else one that was added to the same whole."""
    rows: list[Row] = ledger.tables.rows["targets"]
    before = [row for row in rows if row.mark.file == finding.mark.file and row.mark.line <= finding.mark.line]
    row = max(before, key=lambda one: one.mark.line, default=None)
    if row is None:
        return None
    same_whole = [one for one in told if _cells(one[0], OF_WHOLE, names) == row.texts(OF_WHOLE)]
    return next((one for one in same_whole if _cells(one[0], KNOWN_BY, names) == row.texts(KNOWN_BY)), None) or next(
        iter(same_whole), None
    )


def _cells(new: NewRecord, columns: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """What a new target has in some columns, names of units as their ids."""
    texts = (str(new.record.get(column, "")) for column in columns)
    return tuple(names.get(text, text) for text in texts)


def _as_form_finding(finding: Finding, answer: PartAnswer, grade: CellGrade) -> FormFinding:
    said = ingest_words.PROBLEM.format(problem=finding.problem, remedy=finding.remedy)
    place = answer.row.place("text" if answer.value is None else "value")
    return FormFinding("ledger", answer.row.sheet, place, {"grade": str(grade), "words": said})
