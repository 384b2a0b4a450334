"""Runs the command that was written."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

from generator.cli.common import data_folder, print_error, print_findings
from generator.cli.office.writing import writing
from generator.cli.parser import make_parser, program_name
from generator.language import command_words
from generator.ledger.contract import BadContract
from generator.ledger.load import InvalidLedger
from generator.support.file_names import shown
from generator.support.files import refusal_in

MODULES = {
    "init": "office.start",
    "import": "office.importing",
    "check": "check",
    "verify": "check",
    "locate": "passages",
    "relocate": "passages",
    "export": "data",
    "pages": "data",
    "diff": "history",
    "release": "history",
    "build": "site",
    "publish": "publish",
    "offline": "site",
    "serve": "site",
    "upgrade": "upgrade",
    "split": "office.split",
    "review": "office.review",
    "forms": "office.forms",
    "ingest": "office.ingest",
    "round": "office.round",
    "appraisal": "office.appraisal",
    "simulate": "simulate",
    "bundle": "office.bundle",
}
"""Command → the module of this folder that has a function of this name. It is imported when the command runs, so that
no command waits for what another one needs."""

READERS = {
    "check",
    "verify",
    "locate",
    "relocate",
    "export",
    "forms",
    "appraisal",
    "pages",
    "diff",
    "release",
    "build",
    "publish",
    "serve",
}
"""The commands that read the ledger of the folder in which they are run."""

OUTPUTS = {
    "build": "site",
    "publish": "target",
    "export": "folder",
    "pages": "folder",
    "offline": "folder",
    "forms": "out",
    "appraisal": "out",
    "round": "out",
}
"""The commands that write many files → the option that says where. Among those of the ledger they would be taken for
parts of it."""

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
    try:
        if options.command in READERS and _lacks_ledger(options):
            print_error(command_words.NO_LEDGER.format(program=program_name()))
            return 2
        if (folder := _ledger_to_write_into(options)) is not None:
            print_error(command_words.LEDGER_IS_THERE.format(folder=folder))
            return 2
        module = import_module(f"generator.cli.{MODULES[options.command]}")
        name = f"{options.command}_" if iskeyword(options.command) else options.command
        run: Callable[[argparse.Namespace], int] = getattr(module, name)
        with writing(options):
            return run(options)
    except InvalidLedger as invalid:
        return print_findings(invalid.findings)
    except BadContract as bad:
        print_error(str(bad))
        return 2
    except KeyboardInterrupt:
        print_error(command_words.STOPPED)
        return INTERRUPTED
    except BaseException as error:  # that of a library of Rust is no Exception
        refusal = refusal_in(error)
        reason = command_words.why_not_written(refusal) if refusal else None
        if refusal is None or reason is None:
            raise
        print_error(_refused(refusal, reason, options))
        return 1


def _refused(error: OSError, reason: str, options: argparse.Namespace) -> str:
    """What could not be read or written, and why; a full disk does not say which file, then it is the folder."""
    file = error.filename2 or error.filename or getattr(options, OUTPUTS.get(options.command, ""), None)
    if file is None:
        return command_words.NOT_DONE.format(reason=reason)
    return command_words.CANNOT_USE.format(file=shown(str(file)), reason=reason)


def _lacks_ledger(options: argparse.Namespace) -> bool:
    """Whether a command would read the ledger of a folder that has none."""
    config: Path | None = getattr(options, "config", None)
    if (
        getattr(options, "rollback", False) or options.data is not None or (config is not None and config.exists())
    ):  # the settings say where the ledger is
        return False
    return not (config.parent / data_folder(options) if config else data_folder(options)).is_dir()


def _ledger_to_write_into(options: argparse.Namespace) -> Path | None:
    """The folder that a command would write to, where the ledger is there or around it."""
    out: Path | None = getattr(options, OUTPUTS.get(options.command, ""), None)
    if out is None or not data_folder(options).is_dir():
        return None
    ledger, folder = data_folder(options).resolve(), Path(os.path.realpath(out))
    own = folder / "data" if options.command == "export" else folder  # a package has a folder of that name
    if own == ledger and options.command in ("build", "publish"):  # refused later, with what is in it
        return None
    return out if folder.is_relative_to(ledger) or own == ledger else None
