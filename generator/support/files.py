"""Folders of very many files: listed and removed."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path


def files(folder: Path) -> list[str]:
    """Every file below a folder, relative to it, in no order."""
    start = len(f"{folder}/")
    return [f"{above}/{name}"[start:] for above, _, names in os.walk(folder) for name in names]


def remove(folder: Path) -> None:
    """Remove a folder of ours with all that is in it, if it is there."""
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)
