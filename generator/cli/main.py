"""Runs the command that was written."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module

from generator.cli.common import print_error, print_findings
from generator.cli.parser import make_parser
from generator.language import command_words
from generator.ledger.load import InvalidLedger

MODULES = {
    "check": "check",
    "verify": "check",
    "locate": "passages",
    "relocate": "passages",
    "export": "data",
    "pages": "data",
    "diff": "history",
    "release": "history",
    "build": "site",
    "offline": "site",
    "serve": "site",
    "upgrade": "upgrade",
    "simulate": "simulate",
}
"""Command → the module of this folder that has a function of this name. It is imported when the command runs, so that
no command waits for what another one needs."""

INTERRUPTED = 130
"""The exit status of a command that was ended with Ctrl-C, as a shell has it."""


def main(arguments: list[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: what was written behind ``python -m generator``; None for those of this process.

    Returns:
        The exit status: 0 done, 1 findings, 2 wrong use.
    """
    options = make_parser().parse_args(arguments)
    module = import_module(f"generator.cli.{MODULES[options.command]}")
    run: Callable[[argparse.Namespace], int] = getattr(module, options.command)
    try:
        return run(options)
    except InvalidLedger as invalid:
        return print_findings(invalid.findings)
    except KeyboardInterrupt:
        print_error(command_words.STOPPED)
        return INTERRUPTED
