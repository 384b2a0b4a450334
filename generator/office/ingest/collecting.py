"""Forms come back, many at once: each is read and graded, all are tried in the ledger, and what holds is written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import RoundDuties, UnitDuties, round_duties
from generator.language.office.rounds import ingest_words
from generator.ledger.contract import Contract
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.enums import CellGrade, Grade, SubmissionState
from generator.ledger.load import CheckedLedger, ReadLedger, read_files
from generator.ledger.office_records import Round
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.ledger_files import FileContent, find_files
from generator.office.ingest.answer_records import (
    acknowledgement,
    answer_records,
    results_told,
    submission_record,
    submission_state,
)
from generator.office.ingest.filled_workbooks import read_filled
from generator.office.ingest.form_answers import FormAnswers, TaskAnswer, ValueAnswer, read_answers
from generator.office.ingest.form_findings import FormFinding, FormRefused, not_workbook
from generator.office.ingest.form_reading import ReturnedForm, read_form
from generator.office.ingest.new_values import NewRecord, new_contents
from generator.office.ingest.remark_answers import remark_answers
from generator.office.workbooks.workbook_file import WorkbookRefused
from generator.support.whole_files import write_together

Ids = AbstractSet[str]


@dataclass(frozen=True)
class ReceivedFile:
    """A file as it was sent: its name, and what is in it."""

    name: str
    content: bytes

    @cached_property
    def digest(self) -> str:
        """Its SHA-256, by which it is known again."""
        return sha256(self.content).hexdigest()


@dataclass(slots=True)
class FileResult:
    """What became of a file."""

    file: ReceivedFile
    findings: list[FormFinding] = field(default_factory=list)
    unit: str = ""
    state: SubmissionState | None = None
    """None where it was not taken."""
    values: int = 0
    reports: int = 0

    @property
    def taken(self) -> bool:
        """Whether its answers are in the ledger."""
        return self.state is not None

    @property
    def blocked(self) -> bool:
        """Whether something in it is wrong."""
        return any(finding.blocks for finding in self.findings)


@dataclass(slots=True)
class _Returned:
    """A form that may be taken."""

    result: FileResult
    record: Round
    duties: UnitDuties
    number: int
    answers: FormAnswers


@dataclass(frozen=True)
class Collection:
    """What came in, and what it changes."""

    results: list[FileResult]
    contents: Mapping[str, bytes]
    """Name below data/ → its new content."""
    before: Mapping[str, bytes | None]
    """The same files as they were read; None where there was none."""


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
    forms = _latest(_returned(index, duties, result, on, round_) for result in results)
    taken = [form for form in forms if not form.result.blocked]
    _leave_out_repeats(index, taken)
    while True:
        records = [*_records(index, taken, on, approved)]
        contents = new_contents(folder, [new for new, _, _ in records], names)
        ledger = tried(folder, checked.contract, contents)
        again, acknowledged = _judged(ledger, records, on)
        if not again:
            break
        taken = [form for form in taken if not form.result.blocked]
    if acknowledged:
        contents = new_contents(folder, [*(new for new, _, _ in records), *acknowledged], names)
    for form in taken:
        form.result.findings += _changed_answers(index, form)
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


# -- one file


def _returned(
    index: LedgerIndex, duties_of: Mapping[str, RoundDuties], result: FileResult, on: date, round_: str
) -> _Returned | None:
    """The form of a file, when it is one of a unit that is asked."""
    try:
        form = returned_form(result.file.content)
        record, duties = _asked(index, duties_of, form, round_)
    except FormRefused as refused:
        result.findings.append(refused.finding)
        return None
    result.unit = duties.organization.name
    known = [s for s in index.ledger.submissions if (s.round, s.organization) == (record.id, duties.organization.id)]
    if same := next((s for s in known if s.file_sha256 == result.file.digest), None):
        last = max(s.number for s in known)
        code = "taken-before" if same.number == last else "taken-before-another"
        result.findings.append(FormFinding(code, values={"number": same.number, "last": last}))
        return None
    answers = read_answers(index, record, duties, form, on)
    result.findings += answers.findings
    return _Returned(result, record, duties, max((s.number for s in known), default=0) + 1, answers)


def returned_form(content: bytes) -> ReturnedForm:
    """The form in a file. Raises FormRefused, also where the file is no workbook that can be read."""
    try:
        return read_form(read_filled(content))
    except WorkbookRefused as refused:
        raise not_workbook(refused) from refused


def _asked(
    index: LedgerIndex, duties_of: Mapping[str, RoundDuties], form: ReturnedForm, round_: str
) -> tuple[Round, UnitDuties]:
    """The round of a form and what its unit owes today. Raises FormRefused."""
    told = form.identity
    if told.site != index.site.package:
        raise FormRefused("other-site", site=told.site, own=index.site.package)
    if told.round not in duties_of:
        raise FormRefused("unknown-round", round=told.round)
    duties = duties_of[told.round]
    record = duties.record
    if round_ and round_ != told.round:
        raise FormRefused("other-round", round=told.round, own=round_)
    if told.plan != record.plan:
        raise FormRefused("other-plan", plan=told.plan, round=record.id, own=record.plan)
    if told.unit not in index.organizations:
        raise FormRefused("unknown-unit", unit=told.unit)
    own = next((unit for unit in duties.units if unit.organization.id == told.unit), None)
    if own is None:
        raise FormRefused("not-asked", unit=index.organizations[told.unit].name)
    return record, own


def _latest(forms: Iterable[_Returned | None]) -> list[_Returned]:
    """Of several forms of one unit the last one; the others are told."""
    latest: dict[tuple[str, str], _Returned] = {}
    for form in forms:
        if form is not None:
            key = (form.record.id, form.duties.organization.id)
            if key in latest:
                other = latest.pop(key)
                other.result.findings.append(FormFinding("given-twice", values={"file": form.result.file.name}))
            latest[key] = form
    return [*latest.values()]


def _leave_out_repeats(index: LedgerIndex, forms: Iterable[_Returned]) -> None:
    """Where several units lead, the first figure stands: the same one again adds nothing, another one is asked back."""
    told: dict[tuple[str, str | None, str], tuple[Decimal | None, str]] = {}
    for one in index.ledger.observations:
        if one.reported_by:
            told[one.indicator, one.organization, one.document + one.period] = (one.value, one.reported_by)
    for form in forms:
        unit, kept, agreed = form.duties.organization.id, [], 0
        for answer in form.answers.values:
            key = (answer.owed.indicator.id, answer.owed.measured, form.record.document + form.record.period)
            value, by = told.setdefault(key, (answer.value, unit))
            if by == unit:
                kept.append(answer)
            else:
                code = "other-unit-same" if value == answer.value else "other-unit"
                agreed += value == answer.value
                values = {"unit": index.organizations[by].name, "value": value}
                form.result.findings.append(FormFinding(code, answer.row.sheet, answer.row.place("value"), values))
        form.answers = replace(form.answers, values=tuple(kept), agreed=agreed)


def _changed_answers(index: LedgerIndex, form: _Returned) -> Iterable[FormFinding]:
    """Figures that the unit told otherwise before in this round: an old form may have come after a new one."""
    for answer in form.answers.values:
        told = results_told(index, form.record, answer)
        if told and told[-1].reported_on and told[-1].value != answer.value:
            values = {"old": told[-1].value_text, "on": told[-1].reported_on, "new": answer.printed}
            yield FormFinding("changed-answer", answer.row.sheet, answer.row.place("value"), values)


# -- all of them in the ledger

_Told = tuple[NewRecord, _Returned, "ValueAnswer | TaskAnswer | None"]
"""A new record, the form that it comes from, and the answer; None for that the unit answered."""


def _records(index: LedgerIndex, forms: Iterable[_Returned], on: date, approved: Ids) -> Iterable[_Told]:
    for form in forms:
        unit, digest = form.duties.organization, form.result.file.digest
        for new, answer in answer_records(index, form.record, unit, form.answers, on, approved):
            yield new, form, answer
        for remark in remark_answers(index, form.record, unit, form.answers, on):
            yield remark, form, None
        state = submission_state(form.answers)
        yield submission_record(form.record, unit, form.number, on, state, digest), form, None


def tried(folder: Path, contract: Contract, contents: Mapping[str, bytes]) -> ReadLedger:
    """The ledger as it would be."""
    files = find_files(folder)
    together = {**files.files, **{name: FileContent(content) for name, content in contents.items()}}
    return read_files(replace(files, files=dict(sorted(together.items()))), contract, folder)


def _judged(ledger: ReadLedger, records: Sequence[_Told], on: date) -> tuple[bool, list[NewRecord]]:
    """Whether something has to be left out, and the doubts that units explained.

    A fault blocks the form that it comes from; a doubt without a reason leaves out the one value.
    """
    again, acknowledged, elsewhere = False, [], []
    places = _Places(ledger, records)
    for finding in ledger.findings():
        told = places.of(finding)
        if told is None:
            elsewhere += [finding] if finding.grade is Grade.FAULT else []
            continue
        _, form, answer = told
        if finding.grade is Grade.FAULT:
            form.result.findings.append(_as_form_finding(finding, answer, str(CellGrade.ERROR)))
            again = True
        elif finding.grade is Grade.DOUBT and isinstance(answer, ValueAnswer):
            values = finding.values
            if answer.remark:
                new = acknowledgement(finding.code, str(values["record"]), str(values["value"]), answer.remark, on)
                acknowledged.append(new)
            else:
                form.result.findings.append(_as_form_finding(finding, answer, str(CellGrade.DOUBT)))
                form.answers = replace(
                    form.answers, values=tuple(value for value in form.answers.values if value is not answer)
                )
                again = True
    if elsewhere and not again:
        _block_what_spoils(ledger, records, elsewhere)
        again = True
    return again, acknowledged


def _block_what_spoils(ledger: ReadLedger, records: Sequence[_Told], elsewhere: Sequence[Finding]) -> None:
    """A fault far from every answer: the forms that make one when they are tried alone are blocked, else all are."""
    own: dict[int, list[NewRecord]] = {}
    for new, form, _ in records:
        own.setdefault(id(form), []).append(new)
    alone: dict[int, Sequence[Finding]] = {}
    for form_id, news in own.items():
        contents = new_contents(ledger.folder, news, ledger.tables.names)
        faults = [f for f in tried(ledger.folder, ledger.contract, contents).findings() if f.grade is Grade.FAULT]
        alone |= {form_id: faults} if faults else {}
    for form in {id(form): form for _, form, _ in records}.values():
        for finding in alone.get(id(form), () if alone else elsewhere):
            values = {
                "grade": str(CellGrade.ERROR),
                "words": ingest_words.SPOILT.format(mark=finding.mark, problem=finding.problem),
            }
            form.result.findings.append(FormFinding("ledger", values=values))


def _as_form_finding(finding: Finding, answer: ValueAnswer | TaskAnswer | None, grade: str) -> FormFinding:
    values = {"grade": grade, "words": ingest_words.PROBLEM.format(problem=finding.problem, remedy=finding.remedy)}
    if answer is None:
        return FormFinding("ledger", values=values)
    column = "value" if isinstance(answer, ValueAnswer) else "state"
    return FormFinding("ledger", answer.row.sheet, answer.row.place(column), values)


class _Places:
    """From a place in the ledger as it would be to the answer that stands there."""

    def __init__(self, ledger: ReadLedger, records: Sequence[_Told]) -> None:
        self._starts: dict[str, list[int]] = {}
        self._told: dict[tuple[str, int], _Told] = {}
        wanted = {_key(new, ledger.tables.names): (new, form, answer) for new, form, answer in records}
        for table in ("observations", "reports", "submissions"):
            for row in ledger.tables.rows[table]:
                self._starts.setdefault(row.mark.file, []).append(row.mark.line)
                key = (table, *(row[column] for column in KNOWN_BY[table]))
                if key in wanted:
                    self._told[row.mark.file, row.mark.line] = wanted[key]
        for starts in self._starts.values():
            starts.sort()

    def of(self, finding: Finding) -> _Told | None:
        """The answer that a finding is about; None where it is about something else."""
        starts = self._starts.get(finding.mark.file, [])
        at = bisect_right(starts, finding.mark.line)
        return self._told.get((finding.mark.file, starts[at - 1])) if at else None


KNOWN_BY = {
    "observations": ("indicator", "organization", "period"),
    "reports": ("id",),
    "submissions": ("organization", "number"),
    "remarks": ("id",),
}
"""Table → the columns by which a new record is known in it."""


def _key(new: NewRecord, names: Mapping[str, str]) -> tuple[str, ...]:
    table = new.list or new.file.partition("/")[0]
    texts = (str(new.record.get(column, "")) for column in KNOWN_BY[table])
    return (table, *(names.get(text, text) for text in texts))
