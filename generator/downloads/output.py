"""A file of the site: its path, and what makes its content."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

Cells = tuple[str, ...]
"""The cells of one row as text, in the order of the columns."""

Files = dict[str, bytes]
"""Path below the site's root → content."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the site."""

    path: str
    """Below the site's root."""
    make: Callable[[], bytes]
    """Makes the content; it has no other effect, and gives the same each time."""


def make_all(outputs: Iterable[OutputFile]) -> Files:
    """The content of every file."""
    return {output.path: output.make() for output in outputs}


UNFINISHED = ".ledger-unfinished"
"""The folder inside the one that is written to, where files are until all are there."""


def write(files: Files, folder: Path) -> None:
    """Write files below a folder, all or none: they take the places of old ones when all of them are on the disk.

    Raises:
        OSError: they cannot be written; the old ones are as they were.
    """
    new = folder / UNFINISHED
    try:
        shutil.rmtree(new, ignore_errors=True)  # of a run that was killed
        for name, content in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        for name in files:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).replace(folder / name)
    finally:
        shutil.rmtree(new, ignore_errors=True)
