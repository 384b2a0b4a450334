"""Remarks on what came in: a question sends an item back, a note stays, an answer settles a question."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Final

from generator.language.office.rounds import approval_words as words
from generator.language.office.rounds import branch_words, ingest_words
from generator.ledger.enums import RemarkState
from generator.ledger.personal_data import find_personal, masked
from generator.ledger.records import Observation
from generator.office.ingest.new_values import NewRecord
from generator.office.ingest.remark_answers import FILES, answered
from generator.office.rounds.round_branch import RoundRefused
from generator.office.rounds.round_items import RoundItem, RoundView
from generator.support.suggestions import closest_match

LONGEST: Final = 200
"""Characters of a remark."""


def found_item(view: RoundView, wanted: str) -> RoundItem:
    """The item that is meant: by the id of its result, its task or its indicator. Raises RoundRefused."""
    found = [item for item in view.items if item.id == wanted]
    found = found or [i for i in view.items if isinstance(i.record, Observation) and i.record.indicator == wanted]
    if len(found) == 1:
        return found[0]
    round_ = view.record.id
    if found:
        ids = branch_words.SEPARATOR.join(item.id for item in found)
        raise RoundRefused(words.SEVERAL_ITEMS.format(item=wanted, ids=ids))
    names = {item.id for item in view.items}
    names |= {item.record.indicator for item in view.items if isinstance(item.record, Observation)}
    near = closest_match(wanted, names)
    hint = words.PERHAPS.format(name=near) if near else ""
    raise RoundRefused(words.NO_ITEM.format(round=round_, item=wanted, hint=hint))


def refuse_unfit(text: str) -> None:
    """A remark is not too long and has no number of a person. Raises RoundRefused."""
    if not text.strip():
        raise RoundRefused(words.EMPTY)
    if len(text) > LONGEST:
        raise RoundRefused(words.TOO_LONG.format(count=len(text), limit=LONGEST))
    if any(find_personal(text)):
        raise RoundRefused(words.PERSONAL.format(text=masked(text, ingest_words.MASK)))


def new_remark(view: RoundView, item: RoundItem, state: RemarkState, text: str, on: date) -> NewRecord:
    """A remark on an item, meant for the unit that told it. Raises RoundRefused."""
    refuse_unfit(text)
    about = _about(item)
    unit = item.unit.name if state is RemarkState.OPEN else ""
    ledger = view.index.ledger
    taken = {*(one.id for one in ledger.observation_remarks), *(one.id for one in ledger.task_remarks)}
    id_ = next(id_ for n in count(1) if (id_ := f"{view.record.id}-remark-{n}") not in taken)
    line = " ".join(text.split())
    record = {"id": id_, about: item.id, "organization": unit, "on": on.isoformat(), "state": str(state), "text": line}
    return NewRecord(FILES[about], "", ("id",), record)


def answers(item: RoundItem, text: str) -> list[NewRecord]:
    """The open remarks of an item with their answer. Raises RoundRefused."""
    refuse_unfit(text)
    return [answered(remark, text) for remark in item.remarks if remark.state is RemarkState.OPEN]


def _about(item: RoundItem) -> str:
    return "observation" if isinstance(item.record, Observation) else "task"
