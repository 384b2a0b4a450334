"""The command that makes the forms of a round."""

from __future__ import annotations

import argparse

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.round_duties import RoundDuties, round_duties
from generator.analysis.target_status import StatusIndex
from generator.cli.common import load_checked, print_error, print_not_written
from generator.cli.office.breakdown import breakdown
from generator.language import formatting
from generator.language.office.rounds import breakdown_words
from generator.language.office.rounds import form_words as words
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.office_records import Round
from generator.office.forms.form_content import UnitForm, unit_forms
from generator.office.forms.form_files import write_forms


def forms(options: argparse.Namespace) -> int:
    """Make one workbook for each unit that a round asks, or that breaks targets down."""
    if options.breakdown:
        return breakdown(options)
    if not options.round:
        print_error(breakdown_words.NO_ROUND)
        return 2
    index = LedgerIndex(load_checked(options))
    record = named_round(index, options.round)
    if record is None:
        return 2
    duties = round_duties(index, record)
    made = unit_forms(index, StatusIndex(index), duties)
    try:
        write_forms(options.out, made, index.site.package)
    except EditRefused as refused:
        print_error(str(refused))
        return 1
    except OSError as error:
        return print_not_written(error)
    _print_made(options, made, duties)
    return 0


def named_round(index: LedgerIndex, id_: str) -> Round | None:
    """The round of an id; None, which is told, where there is none."""
    record = next((one for one in index.ledger.rounds if one.id == id_), None)
    if record is None:
        known = words.SEPARATOR.join(one.id for one in index.ledger.rounds)
        print_error(words.NO_ROUND.format(round=id_, known=known) if known else words.NO_ROUNDS)
    return record


def _print_made(options: argparse.Namespace, made: list[UnitForm], duties: RoundDuties) -> None:
    values, tasks = sum(len(form.values) for form in made), sum(len(form.tasks) for form in made)
    print(words.WRITTEN.format(count=formatting.count(len(made)), folder=options.out, values=values, tasks=tasks))
    if duties.unasked:
        print(words.UNASKED.format(names=words.SEPARATOR.join(one.name for one in duties.unasked)))
    if duties.without_lead:
        names = (getattr(one, "title", "") or getattr(one, "name", "") for one in duties.without_lead)
        print(words.WITHOUT_LEAD.format(names=words.SEPARATOR.join(names)))
    if duties.without_unit:
        print(words.WITHOUT_UNIT.format(names=words.SEPARATOR.join(one.name for one in duties.without_unit)))
