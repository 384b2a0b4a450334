"""Folders of very many files: listed, locked, flushed to the disk, removed, and moved to another name."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Final

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]  # nothing is locked there

HAS_LOCKS: Final = fcntl is not None
"""Whether this system has locks that end with the process that has them."""
OPEN_ELSEWHERE = (5, 32, 33)
"""Numbers with which Windows says that another program has a file open: denied, shared, locked."""
TRIES, PAUSE = 8, 0.25
"""How often, and how many seconds apart, a name is asked for that another program holds."""
WAITING = 8
"""How many files wait for the disk together: it keeps them in one go. 1,230 files took 0.2 s, one by one 4 s."""


def files(folder: Path) -> list[str]:
    """Every file below a folder, relative to it and divided by ``/``, in no order."""
    start = len(f"{folder}/")
    return [f"{above}/{name}"[start:].replace(os.sep, "/") for above, _, names in os.walk(folder) for name in names]


def folder_links(folder: Path) -> list[str]:
    """Every link below a folder that leads to a folder, relative to it: :func:`files` does not go through them."""
    start = len(f"{folder}/")
    below = (f"{above}/{name}" for above, names, _ in os.walk(folder) for name in names)
    return [path[start:].replace(os.sep, "/") for path in below if os.path.islink(path)]  # noqa: PTH114 very many


def flush(folder: Path, names: Iterable[str]) -> None:
    """Have the disk keep files below a folder, and all its folders, even if the power fails the next moment.

    Raises:
        OSError: the disk could not keep one of them.
    """
    folders = [Path(above) for above, _, _ in os.walk(folder)]
    with ThreadPoolExecutor(WAITING) as threads:
        list(threads.map(lambda name: _sync(folder / name, os.O_RDWR), names))
        list(threads.map(flush_folder, folders))


def flush_folder(folder: Path) -> None:
    """Have the disk keep the names in a folder. Windows has no such thing."""
    if os.name != "nt":
        _sync(folder, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    file = os.open(path, flags)
    try:
        os.fsync(file)
    finally:
        os.close(file)


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


def lock(file: int, when_busy: Callable[[], None]) -> None:
    """Lock an open file; it is free again when it is closed in this process and in all that it was handed to.

    Args:
        file: the number of the open file.
        when_busy: called where another process has the lock; when it returns, the other one is waited for.
    """
    if fcntl is None:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        when_busy()
        fcntl.flock(file, fcntl.LOCK_EX)
