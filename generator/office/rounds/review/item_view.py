"""What a page shows of one item: the new value, the last one, the difference, what is doubted, what was remarked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.analysis.rounds.round_duties import OwedValue
from generator.language import formatting
from generator.language.office.rounds import round_review_words as words
from generator.ledger.enums import RemarkState
from generator.ledger.periods import time_of
from generator.ledger.records import Observation, Report
from generator.office.forms.form_content import last_result
from generator.office.rounds.round_items import Remark, RoundItem, RoundView


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item beside what was told last."""

    item: RoundItem
    is_value: bool
    new: str
    period: str
    last: str
    last_period: str
    difference: str
    facts: tuple[tuple[str, str], ...]
    """What else was told: title and text."""
    said: tuple[str, ...]
    """Doubts, and how they were explained."""
    remarks: tuple[Remark, ...]
    is_open: bool
    """Whether a remark waits for an answer."""


def item_view(view: RoundView, item: RoundItem) -> ItemView:
    """What is shown of an item."""
    is_open = any(remark.state is RemarkState.OPEN for remark in item.remarks)
    if isinstance(item.record, Observation):
        return _value(view, item, item.record, is_open=is_open)
    return _report(view, item, item.record, is_open=is_open)


def _value(view: RoundView, item: RoundItem, record: Observation, *, is_open: bool) -> ItemView:
    index = view.index
    indicator = index.indicators[record.indicator]
    last = last_result(index, OwedValue(indicator, record.organization), record.period)
    facts = {
        "basis": _counted(record),
        "status": str(record.status),
        "as_of": record.as_of_on.isoformat() if record.as_of_on else "",
        "note": record.note or "",
        "locator": record.locator,
    }
    earlier = index.observations[record.revises] if record.revises else None
    said = [words.REVISED.format(value=_text(earlier, indicator.unit))] if earlier else []
    return ItemView(
        item,
        True,
        _text(record, indicator.unit),
        formatting.period(record.period),
        _last_text(record, last, indicator.unit),
        formatting.period(last.period) if last else "",
        _difference(record, last),
        tuple((words.FACTS[key], text) for key, text in facts.items() if text),
        (*said, *_said(view, record.id)),
        item.remarks,
        is_open,
    )


def _text(record: Observation, unit: str | None) -> str:
    return record.value_text if record.value is None else formatting.amount(str(record.value), unit)


def _last_text(record: Observation, last: Observation | None, unit: str | None) -> str:
    """The last value; one that counts in another way says so."""
    if last is None:
        return words.NO_LAST
    text = _text(last, unit)
    return text if _counts_alike(record, last) else words.COUNTED.format(value=text, counted=_counted(last))


def _counted(record: Observation) -> str:
    return f"{record.basis}{formatting.since(record.since_year) if record.since_year else ''}"


def _counts_alike(record: Observation, last: Observation) -> bool:
    return (record.basis, record.since_year) == (last.basis, last.since_year)


def _difference(record: Observation, last: Observation | None) -> str:
    """How much the new value is above or below the last one; only of values that count in the same way."""
    if last is None or record.value is None or last.value is None:
        return ""
    if not _counts_alike(record, last):
        return ""
    change = record.value - last.value
    if not change:
        return words.SAME
    difference = f"{change:+f}".replace("-", "−")
    if not last.value:
        return difference
    share = (change / abs(last.value) * 100).quantize(Decimal("0.1"))
    return words.WITH_SHARE.format(difference=difference, share=f"{share:+f}".replace("-", "−"))


def _said(view: RoundView, id_: str) -> list[str]:
    """Doubts that are open, and those that the unit explained."""
    open_ = [note for note in view.checked.notes if note.values.get("record") == id_]
    settled = [one for one in view.index.ledger.acknowledged if one.record == id_]
    return [
        *(words.DOUBT.format(problem=note.problem, remedy=note.remedy) for note in open_),
        *(words.SETTLED.format(reason=one.reason) for one in settled),
    ]


def _report(view: RoundView, item: RoundItem, record: Report, *, is_open: bool) -> ItemView:
    before = [
        one
        for one in view.index.reports_of_task(item.id)
        if time_of(one.period) < time_of(record.period) and one.organization == record.organization
    ]
    last = max(before, key=lambda one: time_of(one.period), default=None)
    facts = {
        "summary": record.summary,
        "reason": record.reason or "",
        "evidence": record.evidence or "",
        "locator": record.locator,
    }
    return ItemView(
        item,
        False,
        str(record.state),
        formatting.period(record.period),
        str(last.state) if last else words.NO_LAST,
        formatting.period(last.period) if last else "",
        "",
        tuple((words.FACTS[key], text) for key, text in facts.items() if text),
        tuple(_said(view, record.id)),
        item.remarks,
        is_open,
    )
