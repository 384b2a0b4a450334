"""A file of the site: its path, and what makes its content."""

from __future__ import annotations

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


def write(files: Files, folder: Path) -> None:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
