"""The answers of a form that breaks targets down: each part read, and the parts held against their whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from generator.analysis.breakdown import Part, add, agreement, asked_of_parts
from generator.language import formatting, state_words
from generator.language.office.rounds import breakdown_words as words
from generator.language.office.rounds import filled_words
from generator.ledger.enums import CellGrade, Comparator, Direction
from generator.office.forms.breakdown.breakdown_content import BreakdownForm, BrokenTarget, OpenPart, part_key
from generator.office.ingest.cells.number_cells import read_number
from generator.office.ingest.cells.plausibility import Asked
from generator.office.ingest.form_answers import cell_findings, unfit, words_of
from generator.office.ingest.form_findings import FormFinding
from generator.office.ingest.form_reading import FormRow, ReturnedForm


@dataclass(frozen=True, slots=True)
class PartAnswer:
    """A part that a unit sets."""

    row: FormRow
    part: OpenPart
    value: Decimal | None
    text: str
    """As it is to be printed: the number with its unit, else the words."""
    comparator: Comparator | None
    remark: str


@dataclass(frozen=True, slots=True)
class PartAnswers:
    """What stands in a form: parts that are not in the ledger yet, and how many rows have an answer."""

    new: tuple[PartAnswer, ...]
    filled: int
    findings: list[FormFinding] = field(default_factory=list)


def read_parts(form: BreakdownForm, returned: ReturnedForm) -> PartAnswers:
    """The parts of a form that came back.

    Args:
        form: what its unit would be asked for today.
        returned: the form as it came back.
    """
    findings = list(returned.findings)
    rows = {row.key: row for row in returned.rows}
    owed = {part_key(part) for one in form.targets for part in one.parts}
    findings += [FormFinding("row-over", row.sheet, f"A{row.row}") for key, row in rows.items() if key not in owed]
    new: list[PartAnswer] = []
    filled = 0
    for one in form.targets:
        own = [(part, rows[part_key(part)]) for part in one.parts if part_key(part) in rows]
        answers = [answer for part, row in own if (answer := _answer(one, part, row, findings))]
        filled += len(answers)
        added = [answer for answer in answers if _is_new(one, answer, findings)]
        if added and _agrees(one, answers, findings):
            new += added
    return PartAnswers(tuple(new), filled, findings)


def _answer(one: BrokenTarget, part: OpenPart, row: FormRow, findings: list[FormFinding]) -> PartAnswer | None:
    """What a row says; None where it says nothing that can be taken."""
    if all(cell.is_blank for cell in row.cells.values()):
        return None
    findings += unfit(row)
    said = words_of(row, "comparator")
    if said and said not in set(Comparator):
        findings.append(FormFinding("status-unknown", row.sheet, row.place("comparator"), {"text": said}))
        return None
    comparator = Comparator(said) if said else one.target.comparator
    text, remark = words_of(row, "text"), words_of(row, "remark")
    if not one.in_numbers:
        if not text:
            findings.append(FormFinding("part-words", row.sheet, row.place("text")))
            return None
        return PartAnswer(row, part, None, text, None, remark)
    value = _number(one, row, findings)
    if value is None:
        if row.cells["value"].is_blank and not row.cells["value"].merged:
            findings.append(FormFinding("part-empty", row.sheet, row.place("value")))
        return None
    return PartAnswer(row, part, value, text or f"{value:f}{one.indicator.unit or ''}", comparator, remark)


def _number(one: BrokenTarget, row: FormRow, findings: list[FormFinding]) -> Decimal | None:
    reading = read_number(row.cells["value"], Asked(one.indicator.name, one.indicator.unit or ""))
    findings += cell_findings(row, "value", reading)
    good = reading.grade in (CellGrade.GOOD, CellGrade.NOTICE)
    return reading.value if good and isinstance(reading.value, Decimal) else None


def _is_new(one: BrokenTarget, answer: PartAnswer, findings: list[FormFinding]) -> bool:
    """Whether the ledger does not have a part yet; one that differs is told and stays out."""
    there = answer.part.there
    if there is None:
        return True
    same = there.value == answer.value and (answer.value is not None or there.value_text == answer.text)
    if not same or (words_of(answer.row, "comparator") and there.comparator != answer.comparator):
        place = answer.row.place("value" if one.in_numbers else "text")
        values = {"there": there.value_text, "value": answer.text}
        findings.append(FormFinding("part-there", answer.row.sheet, place, values))
    return False


# -- parts against their whole


def _agrees(one: BrokenTarget, answers: list[PartAnswer], findings: list[FormFinding]) -> bool:
    """Whether the parts may be taken: they agree with the whole, or the unit says why not."""
    if one.obstacle or not one.in_numbers:
        return True
    values = {answer.part.organization.id: answer.value for answer in answers}
    summed = add(
        (Part(part.organization.name, values.get(part.organization.id, _there(part))) for part in one.parts),
        one.target.value,
    )
    assert summed is not None, "there is an answer"
    falling = one.indicator.direction is Direction.LOWER
    asked = asked_of_parts(one.indicator.measure, one.target.comparator, falling=falling)
    word = agreement(summed, one.indicator.unit, asked, falling=falling, complete=not summed.missing)
    last = answers[-1].row
    told = {"total": f"{summed.total:f}", "whole": one.text}
    if word == state_words.UNCHECKED:
        told["names"] = _names(summed.missing)
        findings.append(FormFinding("parts-unchecked", last.sheet, last.place("value"), told))
    code = {state_words.CONTRADICTS: "parts-differ", state_words.FALLS_SHORT: "parts-short"}.get(word)
    if code is None:
        return True
    told["remark"] = reason_of(answers)
    code = "parts-explained" if told["remark"] else code
    findings.append(FormFinding(code, last.sheet, last.place("value"), told))
    return bool(told["remark"])


def _there(part: OpenPart) -> Decimal | None:
    return part.there.value if part.there else None


def reason_of(answers: list[PartAnswer]) -> str:
    """Why parts differ from their whole, in the unit's words."""
    return next(_reasons(answers), "")


def _reasons(answers: list[PartAnswer]) -> Iterator[str]:
    return (answer.remark for answer in answers if answer.remark not in filled_words.BLANKS)


def _names(missing: tuple[str, ...]) -> str:
    names = formatting.AND.join(missing[: words.SHOWN])
    return names if len(missing) <= words.SHOWN else words.AND_MORE.format(names=names, count=len(missing))
