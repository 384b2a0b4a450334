"""The command that says how a round stands."""

from __future__ import annotations

import argparse
from datetime import date

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import RoundDuties, round_duties
from generator.analysis.rounds.round_status import RoundStatus, round_status
from generator.cli.common import load_checked, print_not_written
from generator.cli.office.forms import named_round
from generator.language import formatting
from generator.language.office.rounds import form_words
from generator.language.office.rounds import round_words as words
from generator.ledger.enums import SubmissionState
from generator.office.forms.reminders import reminders, status_rows, status_workbook
from generator.office.new_files import write_contents


def round(options: argparse.Namespace) -> int:
    """Say who has answered a round, and write the reminders of the day."""
    index = LedgerIndex(load_checked(options))
    record = named_round(index, options.round)
    if record is None:
        return 2
    duties = round_duties(index, record)
    status = round_status(index, duties, options.on or date.today())
    _print(index, duties, status)
    if options.out:
        letters = dict(reminders(index, record, status, every_day=options.all))
        contents = {options.out / name: text.encode() for name, text in letters.items()}
        table = words.LIST_NAME.format(round=record.id, on=status.on.isoformat())
        try:
            write_contents({**contents, options.out / table: status_workbook(record, status)})
        except OSError as error:
            return print_not_written(error)
        said = words.WRITTEN.format(count=len(letters), folder=options.out) if letters else words.NOTHING_LATE
        print(said)
    return 0


def _print(index: LedgerIndex, duties: RoundDuties, status: RoundStatus) -> None:
    record, answered = duties.record, [unit for unit in status.units if unit.answered]
    plan, period = index.plans[record.plan].title, formatting.period(record.period)
    print(words.TITLE.format(plan=plan, period=period, on=status.on.isoformat()))
    print(words.LAST_DAY.format(due=record.due_on, last_day=status.last_day))
    print(
        words.COUNTS.format(
            expected=status.expected,
            received=status.received,
            on_time=status.on_time,
            late=len(answered) - status.on_time,
            missing=status.expected - status.received,
        )
    )
    counted = {state.name.lower(): status.in_state(state) for state in SubmissionState}
    print(
        words.STATES.format(
            complete=counted["complete"],
            partial=counted["partial"],
            unchanged=counted["no_change"],
            empty=counted["empty"],
        )
    )
    for row in status_rows(status):
        late = words.LATE.format(days=row[6]) if row[6] else ""
        print("  " + "　".join(filter(None, (row[0], row[3], row[4], row[5], late))))
    if duties.unasked:
        print(words.UNASKED.format(names=form_words.SEPARATOR.join(one.name for one in duties.unasked)))
    if status.unexpected:
        print(words.UNEXPECTED.format(names=form_words.SEPARATOR.join(one.name for one in status.unexpected)))
