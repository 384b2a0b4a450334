"""A file of the site: its path, and what makes its content."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.support.whole_files import write_together

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


def write(files: Files, folder: Path) -> None:
    """Write files below a folder, all or none, also if the run is killed, see :func:`write_together`.

    Raises:
        OSError: they cannot be written; the old ones are as they were.
    """
    write_together({folder / name: content for name, content in files.items()}, folder)
