"""A folder that several processes need, made by the first of them."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path


def made_once(parent: Path, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of a name below another, filled by whoever comes first; the others wait until it is complete.

    What a failed attempt left is removed: the next process fails with the same error, and not on half a folder.
    """
    folder, complete = parent / name, parent / f"{name}.complete"
    with (parent / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # given back when the file is closed, or the process ends
        if not complete.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            complete.touch()
    return folder
