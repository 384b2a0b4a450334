"""The command ``init``."""

from __future__ import annotations

import argparse

from generator.cli.common import print_error
from generator.cli.parser import program_name
from generator.language import command_words
from generator.language.office import init_words
from generator.ledger.enums import PlaceLevel
from generator.office.start.new_place import NoStart, level_of, write_start


def init(options: argparse.Namespace) -> int:
    """Make the folder of a new place."""
    level = level_of(options.name, options.level)
    try:
        files = write_start(options.folder, options.name, level, demo=options.demo)
    except NoStart as refused:
        print_error(str(refused))
        return 2
    except OSError as error:
        reason = command_words.why_not_written(error) or error.strerror
        print_error(init_words.NOT_WRITTEN.format(file=error.filename or options.folder, reason=reason))
        return 1
    what = init_words.DEMO_START if options.demo else init_words.EMPTY_START
    values = {"folder": options.folder, "what": what, "name": options.name, "level": level, "count": len(files)}
    print(init_words.DONE.format(**values))
    if level is PlaceLevel.PREFECTURE_CITY and not options.level:
        print(init_words.CITY_TAKEN)
    print(init_words.NEXT_STEPS.format(program=program_name()))
    return 0
