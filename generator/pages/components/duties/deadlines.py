"""When tasks are due, in words: a day, again and again, or without end; and their steps."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.language import formatting, page_words
from generator.ledger.enums import EndReason, Recurrence
from generator.ledger.records import Milestone, Task
from generator.pages.components.states import css_class

SAME = re.compile(page_words.SAME_DEADLINE)


class MilestoneRow(NamedTuple):
    """A step of a task; ``state`` is empty where the ledger says nothing of it."""

    due: str
    text: str
    state: str
    css_class: str


class Deadline(NamedTuple):
    """When a task is due: in our words, in the document's where these say more, and its steps."""

    words: str
    printed: str
    milestones: tuple[MilestoneRow, ...]


def deadline(record: Task, milestones: list[Milestone]) -> Deadline:
    """When a task is due, and its steps."""
    words, printed = deadline_words(record), record.due_text or ""
    silent = not any(sign.isalnum() for sign in printed) or SAME.sub("", words) == SAME.sub("", printed)
    rows = tuple(
        MilestoneRow(formatting.due(m.due), m.text, m.state or "", css_class(m.state) if m.state else "")
        for m in milestones
    )
    return Deadline(words, "" if silent else printed, rows)


def deadline_words(record: Task) -> str:
    """``2024 年 9 月底前``, ``每季度``, ``长期``; empty where the document prints no time."""
    if record.due:
        return formatting.by(record.due)
    if record.recurrence and record.recurrence is not Recurrence.ONCE:
        return page_words.RECURRENCES[record.recurrence]
    return ""


def short_deadline(record: Task) -> str:
    """The same for a list, where a year alone says no more than the plan does: ``2024 年 9 月底前完成``, ``每季度``."""
    if not record.due:
        return deadline_words(record)
    return "" if len(record.due) == len("2020") else formatting.done_by(record.due)


def end_words(record: Task) -> str:
    """``已取消``, ``已并入``, ``已完成``; empty for a task that goes on."""
    return page_words.ENDS[EndReason(record.end_reason)] if record.end_reason else ""
