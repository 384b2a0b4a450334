"""The command ``simulate``."""

from __future__ import annotations

import argparse

from generator.cli.common import print_error
from generator.language import command_words
from generator.simulate import OutOfRange, Size
from generator.simulate import simulate as simulate_ledger


def simulate(options: argparse.Namespace) -> int:
    """Write a made-up ledger."""
    try:
        size = Size(options.tasks, options.indicators, options.organizations, options.years, options.seed)
        count = simulate_ledger(options.folder, size)
    except OutOfRange as wrong:
        print_error(command_words.SIZE_RANGE.format(option=f"--{wrong.name}", low=wrong.low, high=wrong.high))
        return 2
    except FileExistsError:
        print_error(command_words.NOT_EMPTY.format(folder=options.folder))
        return 2
    print(command_words.WRITTEN.format(count=count, folder=options.folder))
    return 0
