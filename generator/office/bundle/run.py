"""A command of a bundle: any of the program's, or ``preview``, which finds a ledger by itself and opens the browser."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

from generator.__main__ import run
from generator.language.office import bundle_words
from generator.ledger.enums import PlaceLevel
from generator.office.start.new_place import write_start

PREVIEW = "preview"
DEMO = "demo"
"""The folder of the demonstration that is made where there is no ledger yet."""


def run_bundled(folder: Path, arguments: list[str]) -> NoReturn:
    """Run a command, and end this process.

    Args:
        folder: the folder of the bundle.
        arguments: what was written behind the name of the program.
    """
    if arguments[:1] == [PREVIEW]:
        place = Path(arguments[1]) if arguments[1:] else _choose(folder)
        if place is None:
            sys.exit(2)
        print(bundle_words.SHOWING.format(folder=place), flush=True)
        os.chdir(place)
        arguments = ["serve", "--open"]
    sys.argv = [bundle_words.PROGRAM, *arguments]
    run()


def ledgers(folder: Path) -> list[Path]:
    """The folders with a ledger in the folder of the bundle."""
    return sorted(path.parent.parent for path in folder.glob("*/data/site.yml"))


def _choose(folder: Path) -> Path | None:
    """The only ledger, or the one that is chosen; the demonstration where there is none."""
    found = ledgers(folder)
    if not found:
        print(bundle_words.NO_LEDGER.format(folder=DEMO))
        write_start(folder / DEMO, bundle_words.DEMO_PLACE, PlaceLevel.DISTRICT, demo=True)
        return folder / DEMO
    if len(found) == 1:
        return found[0]
    for number, path in enumerate(found, 1):
        print(f"{number}  {path.name}")
    chosen = input(bundle_words.WHICH).strip()
    if chosen.isdecimal() and 0 < int(chosen) <= len(found):
        return found[int(chosen) - 1]
    print(bundle_words.NONE_CHOSEN)
    return None
