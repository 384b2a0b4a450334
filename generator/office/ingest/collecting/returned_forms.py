"""The forms of units that are asked, one of each unit, and which of their answers stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import RoundDuties, UnitDuties
from generator.ledger.office_records import Round
from generator.office.ingest.answer_records import results_told
from generator.office.ingest.collecting.received_files import FileResult
from generator.office.ingest.filled_workbooks import read_filled
from generator.office.ingest.form_answers import FormAnswers, read_answers
from generator.office.ingest.form_findings import FormFinding, FormRefused, not_workbook
from generator.office.ingest.form_reading import ReturnedForm, read_form
from generator.office.workbooks.workbook_file import WorkbookRefused


@dataclass(slots=True)
class UnitForm:
    """A form that may be taken."""

    result: FileResult
    record: Round
    duties: UnitDuties
    number: int
    answers: FormAnswers


def unit_form(
    index: LedgerIndex, duties_of: Mapping[str, RoundDuties], result: FileResult, on: date, round_: str
) -> UnitForm | None:
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
    return UnitForm(result, record, duties, max((s.number for s in known), default=0) + 1, answers)


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


def latest_forms(forms: Iterable[UnitForm | None]) -> list[UnitForm]:
    """Of several forms of one unit the last one; the others are told."""
    latest: dict[tuple[str, str], UnitForm] = {}
    for form in forms:
        if form is not None:
            key = (form.record.id, form.duties.organization.id)
            if key in latest:
                other = latest.pop(key)
                other.result.findings.append(FormFinding("given-twice", values={"file": form.result.file.name}))
            latest[key] = form
    return [*latest.values()]


def leave_out_repeats(index: LedgerIndex, forms: Iterable[UnitForm]) -> None:
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


def changed_answers(index: LedgerIndex, form: UnitForm) -> Iterable[FormFinding]:
    """Figures that the unit told otherwise before in this round: an old form may have come after a new one."""
    for answer in form.answers.values:
        told = results_told(index, form.record, answer)
        if told and told[-1].reported_on and told[-1].value != answer.value:
            values = {"old": told[-1].value_text, "on": told[-1].reported_on, "new": answer.printed}
            yield FormFinding("changed-answer", answer.row.sheet, answer.row.place("value"), values)
