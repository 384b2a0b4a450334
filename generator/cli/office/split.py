"""The command ``split``: a notice becomes the draft of a ledger."""

from __future__ import annotations

import argparse

from generator.cli.common import contract_path, print_error, print_findings, typed
from generator.cli.parser import program_name
from generator.cli.passages import not_written
from generator.language import command_words
from generator.language.office import split_words
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.load import InvalidLedger
from generator.office.documents.refused import DocumentRefused
from generator.office.splitting.writing import split_notice, summary
from generator.support.file_names import shown


def split(options: argparse.Namespace) -> int:
    """Read a notice; write the draft of its ledger, and what was read as JSON."""
    if options.into is None and options.json is None:
        print_error(split_words.WHERE)
        return 2
    try:
        done = split_notice(options.notice, options.into, contract_path(options), options.json)
    except DocumentRefused as refused:
        print_error(str(refused))
        return 1
    except InvalidLedger as invalid:
        return print_findings(invalid.findings)
    except (EditRefused, OSError) as error:
        return not_written(error)
    for note in done.notes:
        print(split_words.NOTE.format(file=shown(options.notice.name), note=note))
    if options.into is not None:
        print(command_words.WRITTEN.format(count=done.written, folder=options.into))
        print(summary(done))
        print(split_words.NEXT.format(program=program_name(), folder=typed(options.into)))
    return 0
