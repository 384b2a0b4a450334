"""A unit that answers again answers the open remarks on what it told before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.analysis.ledger_index import LedgerIndex
from generator.language.office.rounds import approval_words as words
from generator.ledger.enums import RemarkState
from generator.ledger.office_records import ObservationRemark, Round, TaskRemark
from generator.ledger.records import Organization
from generator.office.ingest.answer_records import results_told
from generator.office.ingest.form_answers import FormAnswers, ValueAnswer
from generator.office.ingest.new_values import NewRecord

FILES: Final = {"observation": "remarks/observations.yml", "task": "remarks/tasks.yml"}
"""What a remark is on → its file."""


def remark_answers(
    index: LedgerIndex, record: Round, unit: Organization, answers: FormAnswers, on: date
) -> Iterator[NewRecord]:
    """The open remarks that a form answers: with another value, with words to the same one, with a new report."""
    for value in answers.values:
        told = results_told(index, record, value)
        changed = bool(told) and (told[-1].value, told[-1].status) != (value.value, value.status)
        for one in told:
            for remark in index.remarks_of_observation.get(one.id, ()) if changed or value.remark else ():
                yield from _answered(remark, unit, value.remark or _again(unit, on, value))
    for task in answers.tasks:
        for about_task in index.remarks_of_task.get(task.owed.task.id, ()):
            if about_task.on >= record.opens_on:
                yield from _answered(
                    about_task, unit, words.ANSWER_OF_UNIT.format(unit=unit.name, on=on, text=task.state)
                )


def _again(unit: Organization, on: date, value: ValueAnswer) -> str:
    return words.ANSWER_OF_UNIT.format(unit=unit.name, on=on, text=value.printed)


def _answered(remark: ObservationRemark | TaskRemark, unit: Organization, answer: str) -> Iterator[NewRecord]:
    if remark.state is RemarkState.OPEN and remark.organization in (None, unit.id):
        yield answered(remark, answer)


def answered(remark: ObservationRemark | TaskRemark, answer: str) -> NewRecord:
    """A remark with its answer; what else it says stays as it is written."""
    if isinstance(remark, ObservationRemark):
        about, id_ = "observation", remark.observation
    else:
        about, id_ = "task", remark.task
    told = {"id": remark.id, about: id_, "on": remark.on.isoformat(), "state": str(RemarkState.ANSWERED)}
    return NewRecord(FILES[about], "", ("id",), {**told, "text": remark.text, "answer": " ".join(answer.split())})
