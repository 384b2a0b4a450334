"""Before a command runs: what a killed one left is ended, and two that write at one place run one after the other."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from generator.cli.common import data_folder, print_error, say
from generator.language.office import record_words as words
from generator.support.files import locked_folder
from generator.support.whole_files import LIST, Ended, end_writes

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
        for base in _with_lists([ledger], [ledger and ledger.parent, out, json and json.parent]):
            with ExitStack() as shortly:
                if place is None:  # who only reads waits for nobody, unless there is a list
                    shortly.enter_context(_alone(ledger.parent if ledger else base))
                _tell(end_writes(base))
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


def _with_lists(trees: list[Path | None], folders: list[Path | None]) -> list[Path]:
    """The folders in which there is a list of what is being written."""
    below = (Path(above) for tree in trees if tree for above, _, names in os.walk(tree) if LIST in names)
    return [*dict.fromkeys([*below, *(folder for folder in folders if folder and (folder / LIST).is_file())])]


def _tell(ended: Ended) -> None:
    """Say what became of what was left."""
    if ended.written:
        print_error(words.ENDED.format(count=len(ended.written), file=ended.written[0]))
    if ended.removed:
        print_error(words.TAKEN_BACK)
    for path, new in ended.beside.items():
        print_error(words.CHANGED_SINCE.format(file=path, new=new))
