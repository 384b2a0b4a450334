"""The records of the ledger that the answers of a form make."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from generator.analysis.ledger_index import LedgerIndex
from generator.language.office.rounds import ingest_words as words
from generator.ledger.editing.record_text import Record
from generator.ledger.enums import SubmissionState
from generator.ledger.office_records import Round
from generator.ledger.records import Observation, Organization
from generator.office.forms.form_identity import checksum
from generator.office.ingest.form_answers import FormAnswers, TaskAnswer, ValueAnswer
from generator.office.ingest.new_values import NewRecord

LONGEST_ID: Final = 80


def answer_records(
    index: LedgerIndex,
    record: Round,
    unit: Organization,
    answers: FormAnswers,
    received_on: date,
    approved: Collection[str] = (),
) -> Iterator[tuple[NewRecord, ValueAnswer | TaskAnswer]]:
    """A record for each answer, with the answer.

    Args:
        index: the ledger.
        record: the round.
        unit: who answers.
        answers: what it answers.
        received_on: the day on which the form came.
        approved: ids of results that are approved: they stay, and another value is a revision of them.
    """
    file = f"disclosures/{record.document}.yml"
    for value in answers.values:
        new = _observation(index, record, unit, value, received_on)
        found = results_told(index, record, value)
        if not found or (found[-1].id not in approved and not found[-1].revises):
            yield NewRecord(file, "observations", ("indicator", "organization", "period"), new), value
        elif found[-1].id not in approved:
            same = {"id": found[-1].id, "revises": found[-1].revises or ""}
            yield NewRecord(file, "observations", ("id",), _revision(new, same, value)), value
        elif (found[-1].value, found[-1].status) != (value.value, value.status):
            own = {"id": f"{found[0].id}-r{len(found)}", "revises": found[-1].id}
            yield NewRecord(file, "observations", ("id",), _revision(new, own, value)), value
    for task in answers.tasks:
        yield NewRecord(file, "reports", ("id",), _report(index, record, unit, task)), task


def results_told(index: LedgerIndex, record: Round, answer: ValueAnswer) -> list[Observation]:
    """What a round has of a result that is asked for: the first answer, then its revisions in their order."""
    owed = answer.owed
    told = [
        one
        for one in index.observations_of.get(owed.indicator.id, ())
        if (one.document, one.organization, one.period) == (record.document, owed.measured, record.period)
    ]
    found = [one for one in told if not one.revises][:1]
    while found and (later := index.revision_of.get(found[-1].id)):
        found.append(later)
    return found


def _revision(record: Record, ids: Record, answer: ValueAnswer) -> Record:
    """A result that takes the place of another one: its reason is the unit's, else that it gave none."""
    note = words.REVISION_NOTE.format(reason=answer.remark or words.NO_REASON)
    before = {key: value for key, value in record.items() if key not in ("source", "note")}
    return {"id": ids["id"], **before, "revises": ids["revises"], "source": record["source"], "note": note}


def _observation(
    index: LedgerIndex, record: Round, unit: Organization, answer: ValueAnswer, received_on: date
) -> Record:
    measured = index.organizations[answer.owed.measured].name if answer.owed.measured else ""
    return {
        "indicator": answer.owed.indicator.id,
        "organization": measured,
        "period": record.period,
        "since_year": "" if answer.asked.since_year is None else str(answer.asked.since_year),
        "value": f"{answer.value:f}",
        "value_text": answer.printed,
        "qualifier": answer.qualifier,
        "basis": str(answer.asked.basis),
        "status": str(answer.status),
        "as_of_on": answer.as_of,
        "reported_by": unit.name,
        "reported_on": received_on.isoformat(),
        "source": {"locator": _locator(unit, answer)},
        "note": words.FIGURE_NOTE.format(remark=answer.remark) if answer.remark else "",
    }


def _report(index: LedgerIndex, record: Round, unit: Organization, answer: TaskAnswer) -> Record:
    task, share = answer.owed.task, answer.owed.share
    return {
        "id": report_id(record, task.id, unit.id),
        "plan": task.plan,
        "section": task.section,
        "organization": index.organizations[share].name if share else "",
        "period": record.period,
        "state": str(answer.state),
        "summary": answer.progress,
        "reason": answer.reason,
        "evidence": answer.evidence,
        "tasks": [task.id],
        "source": {"locator": _locator(unit, answer)},
    }


def report_id(record: Round, task: str, unit: str) -> str:
    """The id of what a unit reports on a task in a round: its address, so it has all three."""
    whole = f"{record.id}-{task}-{unit}"
    return whole if len(whole) <= LONGEST_ID else f"{whole[: LONGEST_ID - 9].rstrip('-')}-{checksum([whole])[:8]}"


def _locator(unit: Organization, answer: ValueAnswer | TaskAnswer) -> str:
    column = "value" if isinstance(answer, ValueAnswer) else "progress"
    cell = f"{answer.row.sheet}!{answer.row.place(column)}"
    return words.LOCATOR.format(unit=unit.name, cell=cell)


def submission_state(answers: FormAnswers) -> SubmissionState:
    """How complete an answer is: by what stands in it, not by what it says of itself."""
    if not answers.answered:
        return SubmissionState.EMPTY
    if len(answers.unchanged) == answers.wanted:
        return SubmissionState.NO_CHANGE
    return SubmissionState.COMPLETE if answers.answered >= answers.wanted else SubmissionState.PARTIAL


def submission_record(
    record: Round, unit: Organization, number: int, received_on: date, state: SubmissionState, file_sha256: str
) -> NewRecord:
    """That a unit answered."""
    return NewRecord(
        f"submissions/{record.id}.yml",
        "",
        ("organization", "number"),
        {
            "organization": unit.name,
            "number": str(number),
            "received_on": received_on.isoformat(),
            "state": str(state),
            "file_sha256": file_sha256,
        },
    )


def acknowledgement(code: str, id_: str, value: str, reason: str, on: date) -> NewRecord:
    """A doubt that the unit itself explained."""
    return NewRecord(
        "acknowledged.yml",
        "",
        ("code", "record"),
        {"code": code, "record": id_, "value": value, "reason": reason, "on": on.isoformat()},
    )
