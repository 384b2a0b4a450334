"""The answers of a form: each cell read, graded, and held against what was told before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final
from unicodedata import category

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import OwedTask, OwedValue, UnitDuties
from generator.language.office.rounds import filled_words, form_words
from generator.language.office.rounds import ingest_words as words
from generator.language.office.rounds.filled_numbers import TEXT_MARKS
from generator.ledger.enums import Basis, CellGrade, Measure, ReportState, Status
from generator.ledger.office_records import Round
from generator.ledger.personal_data import find_personal, masked
from generator.office.forms.asked_basis import AskedBasis, asked_basis
from generator.office.forms.form_content import key_of, last_result
from generator.office.ingest.cells.number_cells import read_number
from generator.office.ingest.cells.plausibility import SETTLED, Asked
from generator.office.ingest.cells.readings import FilledCell, Reading
from generator.office.ingest.cells.word_cells import read_day, read_state
from generator.office.ingest.form_findings import FormFinding
from generator.office.ingest.form_reading import FormRow, ReturnedForm
from generator.support.bare_text import bare

LONGEST: Final = {"progress": 200, "reason": 200, "evidence": 100, "remark": 200}
"""Characters of answers in words."""
LONGEST_OTHER: Final = 60
SHOWN: Final = 60
"""Characters of a cell that a finding repeats."""


@dataclass(frozen=True, slots=True)
class ValueAnswer:
    """A result that a unit gives."""

    row: FormRow
    owed: OwedValue
    asked: AskedBasis
    value: Decimal
    printed: str
    """As the unit typed it."""
    qualifier: str
    """The softener beside it."""
    status: Status
    as_of: str
    remark: str


@dataclass(frozen=True, slots=True)
class TaskAnswer:
    """What a unit tells of a task."""

    row: FormRow
    owed: OwedTask
    state: ReportState
    progress: str
    reason: str
    evidence: str


@dataclass(frozen=True, slots=True)
class FormAnswers:
    """What stands in a form."""

    values: tuple[ValueAnswer, ...] = ()
    tasks: tuple[TaskAnswer, ...] = ()
    unchanged: frozenset[str] = frozenset()
    """Keys of what is answered with 无变化."""
    wanted: int = 0
    """How many rows the form has."""
    agreed: int = 0
    """How many figures another unit had told already."""
    findings: list[FormFinding] = field(default_factory=list)

    @property
    def answered(self) -> int:
        """Rows that have an answer."""
        return len(self.values) + len(self.tasks) + len(self.unchanged) + self.agreed


def read_answers(
    index: LedgerIndex, record: Round, duties: UnitDuties, form: ReturnedForm, received_on: date
) -> FormAnswers:
    """The answers of a form whose unit is known.

    Args:
        index: the ledger.
        record: the round.
        duties: what the unit owes today.
        form: the form as it came back.
        received_on: the day on which it came; nothing is of a later one.
    """
    findings = list(form.findings)
    values_owed = {key_of(one.indicator.id, one.measured): one for one in duties.values}
    tasks_owed = {key_of(one.task.id, one.share): one for one in duties.tasks}
    values: list[ValueAnswer] = []
    tasks: list[TaskAnswer] = []
    unchanged: set[str] = set()
    for row in form.rows:
        if all(cell.is_blank for cell in row.cells.values()):
            continue
        findings += [*unfit(row)]
        if owed := values_owed.get(row.key) if row.sheet == form_words.VALUES else None:
            reading = _value(index, record, row, owed, received_on, findings)
            values += [reading] if isinstance(reading, ValueAnswer) else []
            unchanged |= {row.sheet + row.key} if reading == filled_words.NO_CHANGE_ANSWER else set()
        elif owed_task := tasks_owed.get(row.key) if row.sheet == form_words.TASKS else None:
            answer = _task(row, owed_task, findings)
            tasks += [answer] if isinstance(answer, TaskAnswer) else []
            unchanged |= {row.sheet + row.key} if answer == filled_words.NO_CHANGE_ANSWER else set()
        else:
            findings.append(FormFinding("row-over", row.sheet, f"A{row.row}"))
    if _no_change(form, bool(values or tasks), findings):
        unchanged |= {row.sheet + row.key for row in form.rows}
    return FormAnswers(tuple(values), tuple(tasks), frozenset(unchanged), len(form.rows), findings=findings)


def _no_change(form: ReturnedForm, has_answers: bool, findings: list[FormFinding]) -> bool:
    """Whether the whole form is answered with 无变化."""
    text, cell = bare(form.cover.text), f"B{form.cover_row}"
    if text not in (*form_words.COVER_ANSWERS, ""):
        findings.append(FormFinding("cover-unknown", form_words.COVER, cell, {"text": text}))
    if text != form_words.NO_CHANGE:
        return False
    if has_answers:
        findings.append(FormFinding("no-change-and-values", form_words.COVER, cell))
    return not has_answers


def unfit(row: FormRow) -> Iterable[FormFinding]:
    """What no cell may hold, whatever is asked for in it."""
    for column, cell in row.cells.items():
        text, place = words_of(row, column), row.place(column)
        limit = LONGEST.get(column, LONGEST_OTHER)
        if len(text) > limit:
            yield FormFinding("too-long", row.sheet, place, {"count": len(text), "limit": limit})
        if any(find_personal(text)):
            yield FormFinding("personal", row.sheet, place, {"text": masked(text, words.MASK)[:SHOWN]})
        if column == "value":
            continue
        if cell.formula and not cell.text:
            yield FormFinding("formula-empty", row.sheet, place)
        if cell.error:
            yield FormFinding("cell-error", row.sheet, place, {"text": cell.text})


def words_of(row: FormRow, column: str) -> str:
    """The words of a cell on one line, without what is struck through and without signs that nobody sees."""
    cell = row.cells[column]
    text = cell.text if cell.standing is None else cell.standing
    text = "".join(sign for sign in " ".join(text.split()) if category(sign)[0] != "C")
    return "" if text in filled_words.BLANKS else text


# -- indicators


def _value(
    index: LedgerIndex,
    record: Round,
    row: FormRow,
    owed: OwedValue,
    received_on: date,
    findings: list[FormFinding],
) -> ValueAnswer | str:
    """The result of a row; else what is answered in its place."""
    indicator = owed.indicator
    last = last_result(index, owed, record.period)
    number = last.value if last else None
    reading = read_number(row.cells["value"], Asked(indicator.name, indicator.unit or "", number))
    remark = words_of(row, "remark")
    plan = index.plans[indicator.plan]
    reading = _against_last(reading, number, asked_basis(indicator, plan, record.period), indicator.measure)
    status = _status(row, reading, findings)
    as_of = read_day(row.cells["as_of"], received_on)
    findings += cell_findings(row, "as_of", as_of) if row.cells["as_of"].text.strip() else []
    confirmed = bool(remark) and reading.typed is not None and _settled(reading)
    if confirmed:
        values = {"value": reading.typed, "remark": remark}
        findings.append(FormFinding("confirmed", row.sheet, row.place("value"), values))
    else:
        findings += cell_findings(row, "value", reading)
    if number is None and isinstance(reading.value, Decimal):
        findings.append(FormFinding("no-last", row.sheet, row.place("value")))
    value = reading.typed if confirmed else reading.value if reading.grade in TAKEN else None
    if not isinstance(value, Decimal):
        if row.cells["value"].is_blank and not row.cells["value"].merged:
            findings.append(FormFinding("value-missing", row.sheet, row.place("value")))
        return reading.answer
    day = str(as_of.value or "") if as_of.grade in TAKEN and len(str(as_of.value or "")) == 10 else ""
    printed = _printed(row.cells["value"], value)
    asked = asked_basis(indicator, plan, record.period)
    return ValueAnswer(row, owed, asked, value, printed, reading.qualifier, status, day, remark)


def _printed(cell: FilledCell, value: Decimal) -> str:
    """A value as the unit typed it; where it was read in another unit or from words, as it was read."""
    text = bare(cell.text if cell.standing is None else cell.standing).lstrip(TEXT_MARKS + "+")
    return text if f"{value:f}" in text.replace(",", "") else f"{value:f}"


TAKEN: Final = (CellGrade.GOOD, CellGrade.NOTICE)


def _settled(reading: Reading) -> bool:
    """Whether all that is doubted is settled by a reason of the unit."""
    doubts = [reason.code for reason in reading.reasons if reason.grade is CellGrade.DOUBT]
    return bool(doubts) and SETTLED.issuperset(doubts) and reading.grade is CellGrade.DOUBT


def _against_last(reading: Reading, last: Decimal | None, asked: AskedBasis, measure: Measure) -> Reading:
    """A sum does not fall, and a figure that runs is seldom the same again."""
    if not isinstance(reading.value, Decimal) or last is None or reading.grade is CellGrade.DOUBT:
        return reading
    if asked.basis is Basis.SINCE and measure is Measure.CUMULATIVE and reading.value < last:
        return reading.because("falling", CellGrade.DOUBT, last=last)
    if reading.value == last and asked.basis is not Basis.POINT:
        return reading.because("unchanged", CellGrade.DOUBT)
    return reading


def _status(row: FormRow, reading: Reading, findings: list[FormFinding]) -> Status:
    text = bare(words_of(row, "status"))
    text = filled_words.ESTIMATES.get(text, text)
    if text in filled_words.BLANKS:
        return Status(reading.status) if reading.status else Status.FINAL
    if text not in set(Status):
        findings.append(FormFinding("status-unknown", row.sheet, row.place("status"), {"text": text}))
        return Status.FINAL
    return Status(text)


def cell_findings(row: FormRow, column: str, reading: Reading) -> list[FormFinding]:
    return [
        FormFinding(reason.code, row.sheet, row.place(column), reason=reason)
        for reason in reading.reasons
        if reason.code != "no-answer"
    ]


# -- tasks


def _task(row: FormRow, owed: OwedTask, findings: list[FormFinding]) -> TaskAnswer | str:
    """What is told of a task; else what is answered in its place."""
    reading = read_state(row.cells["state"])
    findings += cell_findings(row, "state", reading)
    if any(cell.merged for cell in row.cells.values()):
        findings.append(FormFinding("merged", row.sheet, row.place("state")))
        return ""
    if reading.answer:
        return reading.answer
    progress, reason, evidence = (words_of(row, column) for column in ("progress", "reason", "evidence"))
    if reading.value is None or reading.grade not in TAKEN:
        if progress and not row.cells["state"].text.strip():
            findings.append(FormFinding("state-missing", row.sheet, row.place("state")))
        return ""
    if not progress:
        findings.append(FormFinding("progress-missing", row.sheet, row.place("progress")))
        return ""
    if str(reading.value) in words.REASONED_STATES and not reason:
        findings.append(FormFinding("reason-missing", row.sheet, row.place("reason"), {"state": reading.value}))
    return TaskAnswer(row, owed, ReportState(str(reading.value)), progress, reason, evidence)
