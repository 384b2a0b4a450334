"""The command ``upgrade``."""

from __future__ import annotations

import argparse
from collections import Counter

from generator.cli.common import print_error
from generator.language import command_words
from generator.ledger.editing.ledger_upgrade import Upgrade, upgrade_ledger
from generator.ledger.editing.yaml_file import EditRefused
from generator.ledger.load import InvalidLedger
from generator.ledger.upgrades import VERSION


def upgrade(options: argparse.Namespace) -> int:
    """Write an old ledger anew in the words of the present contract."""
    try:
        done = upgrade_ledger(options.folder)
    except EditRefused as refused:
        print_error(str(refused))
    except InvalidLedger as invalid:
        for finding in invalid.findings:
            print_error(str(finding))
        print_error(command_words.UPGRADE_FAULTY.format(count=len(invalid.findings)))
    except OSError as error:
        reason = command_words.why_not_written(error) or error.strerror
        print_error(command_words.UPGRADE_FAILED.format(file=error.filename or options.folder, reason=reason))
    else:
        _print_done(done)
        return 0
    return 1


def _print_done(done: Upgrade) -> None:
    """Say what was renamed, and what a person must look at."""
    if done.version_mark:
        print(command_words.UPGRADE_SET.format(mark=done.version_mark, version=VERSION))
    for rename in done.renames:
        print(command_words.UPGRADE_RENAMED.format(mark=rename.mark, old=rename.old, new=rename.new))
    for (old, new), count in Counter((rename.old, rename.new) for rename in done.renames).items():
        print(command_words.UPGRADE_COUNT.format(old=old, new=new, count=count))
    words = command_words.UPGRADE_DONE if done.files else command_words.UPGRADE_ALREADY
    print(words.format(version=VERSION, files=len(done.files)))
    if done.questions:
        print(command_words.UPGRADE_LOOK.format(count=len(done.questions)))
    for question in done.questions:
        words = command_words.UPGRADE_QUESTIONS[question.code].format(text=question.text)
        print(f"{question.mark}: {words}")
