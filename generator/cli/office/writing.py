"""Before a command runs: what a killed one left is ended, and two that write at one place run one after the other."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from generator.cli.common import data_folder, print_error, say
from generator.language.office import record_words as words
from generator.office.left_writes import end_left
from generator.support.files import locked_folder
from generator.support.whole_files import bases_below

DATA = "data"
INTO = {"import": "into", "split": "into", "init": "folder", "review": "folder"}
"""The commands that are told the folder around a ledger → the option that says which."""
CHANGING = ("import", "split", "init", "upgrade", "ingest", "locate", "relocate", "round", "release")
"""The commands that write into a ledger and end. The server of reviews writes at a time of its own."""
OUT = {
    "forms": "out",
    "appraisal": "out",
    "round": "out",
    "ingest": "replies",
    "export": "folder",
    "pages": "folder",
    "offline": "folder",
    "bundle": "folder",
}
"""The commands that write files beside a ledger → the option that says where."""


@contextmanager
def writing(options: argparse.Namespace) -> Iterator[None]:
    """Run a command alone at the place where it writes, after what a killed one left there is ended.

    Raises OSError: what was left cannot be ended.
    """
    ledger: Path | None = _ledger(options)
    out: Path | None = getattr(options, OUT.get(options.command, ""), None)
    json: Path | None = getattr(options, "json", None)
    place = (ledger and ledger.parent) if options.command in CHANGING else out  # the folder around may be a new one
    with ExitStack() as stack:
        if place is not None:
            stack.enter_context(_alone(place, make=options.command in INTO or place is out))
        trees, folders = [ledger], [ledger and ledger.parent, out, json and json.parent]
        for base in bases_below(filter(None, trees), filter(None, folders)):
            with ExitStack() as shortly:
                if place is None:  # who only reads waits for nobody, unless there is a list
                    shortly.enter_context(_alone(ledger.parent if ledger else base))
                for line in end_left(base):
                    print_error(line)
        yield


@contextmanager
def _alone(place: Path, *, make: bool = False) -> Iterator[None]:
    with locked_folder(place, lambda: say(words.WAITING.format(folder=place)), make=make):
        yield


def _ledger(options: argparse.Namespace) -> Path | None:
    """The folder of the ledger that a command reads or writes."""
    if options.command == "upgrade":
        folder: Path = options.folder
        return folder
    if options.command not in INTO:
        return data_folder(options)
    around: Path | None = getattr(options, INTO[options.command])
    return around and around / DATA
