"""What several commands need: the folders that the options name, the checked ledger, findings on the screen."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.language import command_words
from generator.ledger.checks.findings_file import screen_lines
from generator.ledger.load import CheckedLedger, load
from generator.ledger.reading.findings import Finding, why_stopped
from generator.ledger.reading.ledger_files import texts_beside
from generator.support.packaged_files import CONTRACT, own_or_packaged
from generator.support.stopwatch import Stopwatch


def data_folder(options: argparse.Namespace) -> Path:
    """The folder of the ledger."""
    return options.data or Path("data")


def contract_path(options: argparse.Namespace) -> Path:
    """The file of the contract."""
    return options.contract or own_or_packaged(Path(CONTRACT.name), CONTRACT)


def sources_folder(options: argparse.Namespace) -> Path | None:
    """The folder of official texts: the option, else the environment; None where the one beside the ledger is meant."""
    given = options.sources or os.environ.get("SOURCES")
    return Path(given) if given else None


def texts_folder(options: argparse.Namespace) -> Path | None:
    """The folder of official texts: the one that was named, else the one beside the ledger."""
    return sources_folder(options) or texts_beside(data_folder(options))


def load_checked(options: argparse.Namespace) -> CheckedLedger:
    """The checked ledger; the time of each stage is printed. Raises InvalidLedger."""
    return load(data_folder(options), contract_path(options), Stopwatch(print, command_words.SECONDS))


def load_publishable(options: argparse.Namespace) -> CheckedLedger:
    """The checked ledger, when nothing in it is doubted or a draft either. Raises InvalidLedger."""
    return load_checked(options).publishable()


def print_findings(findings: Sequence[Finding]) -> int:
    """Print findings, and how many there are; returns the exit status."""
    for line in screen_lines(findings):
        print_error(line)
    print_error(why_stopped(findings))
    return 1


def print_not_written(error: OSError) -> int:
    """Print why a file could not be written; returns the exit status."""
    reason = command_words.why_not_written(error) or error.strerror
    print_error(command_words.EDIT_FAILED.format(file=command_words.unwritable_file(error), reason=reason))
    return 1


def typed(path: Path) -> str:
    """A path as it is typed in a command: in quotes where it has a space."""
    return f'"{path}"' if " " in str(path) else str(path)


def say(message: str) -> None:
    """Print a line at once: whoever waits must see why."""
    print(message, flush=True)


def print_error(message: str) -> None:
    """Print a message to the error output."""
    print(message, file=sys.stderr)
