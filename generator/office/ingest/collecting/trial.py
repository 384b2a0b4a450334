"""New records are tried in the ledger: a fault blocks the form it comes from, a doubt leaves out one value."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.language.office.rounds import ingest_words
from generator.ledger.contract import Contract
from generator.ledger.enums import CellGrade, Grade
from generator.ledger.load import ReadLedger, read_files
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.ledger_files import FileContent, find_files
from generator.office.ingest.answer_records import acknowledgement
from generator.office.ingest.collecting.returned_forms import UnitForm
from generator.office.ingest.form_answers import TaskAnswer, ValueAnswer
from generator.office.ingest.form_findings import FormFinding
from generator.office.ingest.new_values import NewRecord, new_contents

TriedRecord = tuple[NewRecord, UnitForm, "ValueAnswer | TaskAnswer | None"]
"""A new record, the form that it comes from, and the answer; None for that the unit answered."""


def tried(folder: Path, contract: Contract, contents: Mapping[str, bytes]) -> ReadLedger:
    """The ledger as it would be."""
    files = find_files(folder)
    together = {**files.files, **{name: FileContent(content) for name, content in contents.items()}}
    return read_files(replace(files, files=dict(sorted(together.items()))), contract, folder)


def judged(ledger: ReadLedger, records: Sequence[TriedRecord], on: date) -> tuple[bool, list[NewRecord]]:
    """Whether something has to be left out, and the doubts that units explained.

    A fault blocks the form that it comes from; a doubt without a reason leaves out the one value.
    """
    again, acknowledged, elsewhere = False, [], []
    places = AnswerPlaces(ledger, records)
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


def _block_what_spoils(ledger: ReadLedger, records: Sequence[TriedRecord], elsewhere: Sequence[Finding]) -> None:
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


class AnswerPlaces:
    """From a place in the ledger as it would be to the answer that stands there."""

    def __init__(self, ledger: ReadLedger, records: Sequence[TriedRecord]) -> None:
        self._starts: dict[str, list[int]] = {}
        self._told: dict[tuple[str, int], TriedRecord] = {}
        wanted = {_key(new, ledger.tables.names): (new, form, answer) for new, form, answer in records}
        for table in ("observations", "reports", "submissions"):
            for row in ledger.tables.rows[table]:
                self._starts.setdefault(row.mark.file, []).append(row.mark.line)
                key = (table, *(row[column] for column in KNOWN_BY[table]))
                if key in wanted:
                    self._told[row.mark.file, row.mark.line] = wanted[key]
        for starts in self._starts.values():
            starts.sort()

    def of(self, finding: Finding) -> TriedRecord | None:
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
