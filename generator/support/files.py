"""Folders of very many files: listed, removed, and moved to another name."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

OPEN_ELSEWHERE = (5, 32, 33)
"""Numbers with which Windows says that another program has a file open: denied, shared, locked."""
TRIES, PAUSE = 8, 0.25
"""How often, and how many seconds apart, a name is asked for that another program holds."""


def files(folder: Path) -> list[str]:
    """Every file below a folder, relative to it and divided by ``/``, in no order."""
    start = len(f"{folder}/")
    return [f"{above}/{name}"[start:].replace(os.sep, "/") for above, _, names in os.walk(folder) for name in names]


def remove(folder: Path) -> None:
    """Remove a folder of ours with all that is in it, if it is there."""
    with suppress(FileNotFoundError):
        shutil.rmtree(folder)


def is_open_elsewhere(error: OSError) -> bool:
    """Whether Windows refused something because another program has the file open, or a file of the folder."""
    return getattr(error, "winerror", None) in OPEN_ELSEWHERE


def move(source: Path, target: Path, pause: Callable[[float], None] = time.sleep) -> None:
    """Give a file or folder another name; a file that is there gives way.

    Under Windows virus scanners and indexes open new files for a moment: so a few more tries are made.

    Raises:
        OSError: it cannot be done, see :func:`is_open_elsewhere`.
    """
    for _ in range(TRIES - 1):
        try:
            source.replace(target)
        except OSError as error:
            if not is_open_elsewhere(error):
                raise
            pause(PAUSE)
        else:
            return
    source.replace(target)
