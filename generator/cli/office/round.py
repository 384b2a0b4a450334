"""The command that says how a round stands."""

from __future__ import annotations

import argparse
from datetime import date

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import RoundDuties, round_duties
from generator.analysis.rounds.round_status import RoundStatus, round_status
from generator.cli.common import load_checked, print_error, print_not_written
from generator.cli.office.forms import named_round
from generator.cli.office.round_actions import run_action
from generator.history.git import NoHistory
from generator.language import formatting
from generator.language.office.rounds import approval_words, form_words
from generator.language.office.rounds import round_words as words
from generator.ledger.enums import ItemState, RemarkState, SubmissionState
from generator.ledger.load import CheckedLedger
from generator.office.forms.reminders import reminders, status_rows, status_workbook
from generator.office.rounds.approval import view_of
from generator.office.rounds.commits import ledger_at
from generator.office.rounds.return_letters import return_letters
from generator.office.rounds.round_branch import RoundRefused, round_branch, why_none
from generator.office.rounds.round_items import RoundView
from generator.support.whole_files import write_together


def round(options: argparse.Namespace) -> int:
    """Say who has answered a round and how far it is checked, and write the reminders of the day; or another action."""
    if options.action not in (None, "status"):
        return run_action(options)
    checked = load_checked(options)
    try:
        index, view = _on_branch(options, checked)
    except RoundRefused as refused:
        print_error(str(refused))
        return 1
    record = named_round(index, options.round)
    if record is None:
        return 2
    duties = round_duties(index, record)
    status = round_status(index, duties, options.on or date.today())
    _print(index, duties, status)
    if view is not None and view.items:
        _print_items(view)
    if options.out:
        letters = dict(reminders(index, record, status, every_day=options.all))
        returns = dict(return_letters(view, status.on)) if view else {}
        contents = {options.out / name: text.encode() for name, text in {**letters, **returns}.items()}
        table = words.LIST_NAME.format(round=record.id, on=status.on.isoformat())
        try:
            write_together({**contents, options.out / table: status_workbook(record, status)})
        except OSError as error:
            return print_not_written(error)
        said = words.WRITTEN.format(count=len(letters), folder=options.out) if letters else words.NOTHING_LATE
        print(said)
        if returns:
            print(words.RETURNS_WRITTEN.format(count=len(returns), folder=options.out))
    return 0


def _on_branch(options: argparse.Namespace, checked: CheckedLedger) -> tuple[LedgerIndex, RoundView | None]:
    """The ledger as the branch of the round has it, where it has more than the editor's, and what came in.

    Raises RoundRefused and InvalidLedger.
    """
    if all(one.id != options.round for one in checked.ledger.rounds):
        return LedgerIndex(checked), None
    try:
        branch = round_branch(checked.folder, options.round)
        tip = branch.tip()
        if tip is not None and not branch.holds(branch.head(), tip):
            checked = ledger_at(checked.folder, tip, checked.contract).checked()
        view = view_of(branch, checked)
    except NoHistory as none:
        if none.reason == "damaged":
            raise RoundRefused(why_none(none, checked.folder)) from None
        return LedgerIndex(checked), None
    return view.index, view


def _print_items(view: RoundView) -> None:
    """How far what came in has come: counts, then by unit, with what waits named."""
    counts = {state.name.lower(): len(view.in_state(state)) for state in ItemState}
    print(approval_words.COUNTS.format(**counts))
    for unit in dict.fromkeys(item.unit for item in view.items):
        own = [item for item in view.items if item.unit == unit]
        parts = [(state, sum(item.state is state for item in own)) for state in ItemState]
        said = "　".join(approval_words.COUNT.format(state=state, count=n) for state, n in parts if n)
        print(approval_words.UNIT.format(unit=unit.name, counts=said))
        for item in own:
            if item.state in (ItemState.WAITING, ItemState.RETURNED):
                print(approval_words.ITEM.format(state=item.state, name=item.name, text=item.text, id=item.id))
            for remark in item.remarks if item.state is ItemState.RETURNED else ():
                if remark.state is RemarkState.OPEN:
                    print(approval_words.REMARK.format(on=remark.on, text=remark.text))


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
