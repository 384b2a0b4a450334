"""The command that writes what was done in a period, for the assessment of units and for a circular."""

from __future__ import annotations

import argparse

from generator.analysis.ledger_index import LedgerIndex
from generator.analysis.rounds.appraisal import appraisal as appraisal_of
from generator.analysis.target_status import StatusIndex
from generator.cli.common import data_folder, load_publishable, print_error, print_not_written
from generator.history.git import NoHistory
from generator.language import formatting, history_words
from generator.language.office.rounds import appraisal_words as words
from generator.ledger.periods import is_period
from generator.office.appraisal.files import Uncommitted, appraisal_files, appraised
from generator.support.whole_files import write_together


def appraisal(options: argparse.Namespace) -> int:
    """Write the tables of each unit and of the whole place, and the circular."""
    if not is_period(options.period):
        print_error(words.BAD_PERIOD.format(period=options.period))
        return 2
    index = LedgerIndex(load_publishable(options))
    statuses = StatusIndex(index)
    found = appraisal_of(index, statuses, options.period)
    if not (found.whole.targets or found.whole.tasks or found.whole.answers):
        print_error(words.NOTHING_KNOWN.format(period=formatting.period(options.period)))
        return 2
    try:
        made = appraised(index, statuses, found, data_folder(options))
        write_together({options.out / name: content for name, content in appraisal_files(made).items()})
    except Uncommitted:
        print_error(words.UNCOMMITTED)
        return 1
    except NoHistory as none:
        print_error(words.GIT_UNTOLD.format(reason=history_words.NO_HISTORY[none.reason]))
        return 1
    except OSError as error:
        return print_not_written(error)
    print(words.WRITTEN.format(units=len(found.units), whole=index.site.whole, folder=options.out))
    print(words.FROZEN.format(made_from=made.made_from))
    return 0
