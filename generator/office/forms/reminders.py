"""Who has answered, as a list for the office; and the letters to those who have not."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Final

from xlsxwriter import Workbook

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_status import RoundStatus, UnitStatus, is_reminded
from generator.language import formatting
from generator.language.office.rounds import form_words
from generator.language.office.rounds import round_words as words
from generator.ledger.office_records import Round
from generator.office.forms.form_files import in_file_names

WIDTHS: Final = (28, 10, 10, 10, 12, 8, 8, 8)


def status_rows(status: RoundStatus) -> Iterator[tuple[str, ...]]:
    """A row for each unit that is asked, in the order of the ledger."""
    for unit in status.units:
        newest = unit.submissions[-1] if unit.submissions else None
        yield (
            unit.duties.organization.name,
            str(len(unit.duties.values)),
            str(len(unit.duties.tasks)),
            str(unit.state) if unit.state else words.NOT_RECEIVED,
            newest.received_on.isoformat() if newest else "",
            words.ON_TIME[unit.on_time],
            str(unit.days_late) if unit.days_late else "",
            str(len(unit.submissions)),
        )


def status_workbook(record: Round, status: RoundStatus) -> bytes:
    """The same as a workbook."""
    out = io.BytesIO()
    with Workbook(out) as book:
        book.set_properties({"created": datetime.combine(record.opens_on, time(), UTC)})
        sheet = book.add_worksheet(words.SHEET)
        head = book.add_format({"bold": True})
        for column, (name, width) in enumerate(zip(words.HEADS, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, name, head)
        for at, row in enumerate(status_rows(status), 1):
            for column, text in enumerate(row):
                if text.isdigit():
                    sheet.write_number(at, column, int(text))
                elif text:
                    sheet.write_string(at, column, text)
        sheet.freeze_panes(1, 1)
    return out.getvalue()


def reminders(
    index: LedgerIndex, record: Round, status: RoundStatus, *, every_day: bool = False
) -> Iterator[tuple[str, str]]:
    """Name and text of a letter to each unit that is late and is reminded today; ``every_day``: whatever the day is."""
    for unit in status.units:
        if not unit.answered and unit.days_late and (every_day or is_reminded(unit.days_late)):
            name = in_file_names(unit.duties.organization)
            yield words.REMINDER_NAME.format(round=record.id, unit=name), _letter(index, record, status, unit)


def _letter(index: LedgerIndex, record: Round, status: RoundStatus, unit: UnitStatus) -> str:
    duties = unit.duties
    values = form_words.SEPARATOR.join(one.indicator.name for one in duties.values)
    tasks = form_words.SEPARATOR.join(one.task.title for one in duties.tasks)
    return words.REMINDER.format(
        unit=duties.organization.full_name or duties.organization.name,
        plan=index.plans[record.plan].title,
        period=formatting.period(record.period),
        due=formatting.day(record.due_on),
        days=unit.days_late,
        office=index.site.publisher or words.OFFICE,
        values=len(duties.values),
        tasks=len(duties.tasks),
        value_names=values or words.NONE,
        task_names=tasks or words.NONE,
        on=formatting.day(status.on),
    )
