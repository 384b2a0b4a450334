"""Folders of very many files: listed, locked, flushed, removed, moved; files that somebody gave, read if fit."""

from __future__ import annotations

import ctypes
import errno
import os
import re
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
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
SYNCED: Final = os.O_RDWR if os.name == "nt" else os.O_RDONLY
"""How a file is opened that the disk is to keep: elsewhere than under Windows it may be one that nobody may write."""
WAITING = 8
"""How many files wait for the disk together: it keeps them in one go. 1,230 files took 0.2 s, one by one 4 s."""
NO_MEMORY: Final = re.compile(
    r"failed to map segment|annot allocate memory|out of memory|paging file is too small|null pointer"
    r"|can't start new thread"
)
"""What libraries say where the system has no memory left for them, for a thread, or for a part of the program."""
AT_CURRENT_FOLDER, EXCHANGE = -100, 2
"""What Linux calls the folder of this process, and two names that are exchanged (``AT_FDCWD``, ``RENAME_EXCHANGE``)."""


def files(folder: Path) -> list[str]:
    """Every file below a folder, relative to it and divided by ``/``, in no order."""
    start = len(f"{folder}/")
    return [f"{above}/{name}"[start:].replace(os.sep, "/") for above, _, names in os.walk(folder) for name in names]


def folder_links(folder: Path) -> list[str]:
    """Every link below a folder that leads to a folder, relative to it: :func:`files` does not go through them."""
    start = len(f"{folder}/")
    below = (f"{above}/{name}" for above, names, _ in os.walk(folder) for name in names)
    return [path[start:].replace(os.sep, "/") for path in below if os.path.islink(path)]  # noqa: PTH114 very many


def is_utf8(content: bytes) -> bool:
    """Whether the content of a file is text in UTF-8."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def flush(folder: Path, names: Iterable[str]) -> None:
    """Have the disk keep files below a folder, and all its folders, even if the power fails the next moment.

    Raises:
        OSError: the disk could not keep one of them.
    """
    flush_files(folder / name for name in names)
    flush_folders(Path(above) for above, _, _ in os.walk(folder))


def flush_files(paths: Iterable[Path]) -> None:
    """Have the disk keep files. Raises OSError where it could not keep one of them."""
    _together(lambda path: _sync(path, SYNCED), list(paths))


def flush_folders(folders: Iterable[Path]) -> None:
    """Have the disk keep the names in folders. Raises OSError where it could not keep those of one of them."""
    _together(flush_folder, list(folders))


def _together(keep: Callable[[Path], None], paths: Sequence[Path]) -> None:
    """Have the disk keep several at a time; one after the other where the system has no memory for threads."""
    try:
        with ThreadPoolExecutor(WAITING) as threads:
            list(threads.map(keep, paths))
    except RuntimeError:
        for path in paths:
            keep(path)


def flush_all(folder: Path) -> None:
    """Have the disk of a folder keep all that was written to it, by whomever: for very many files it is one wait.

    Systems other than Linux flush all their disks, and tell of no error; Windows does nothing.

    Raises:
        OSError: the disk could not keep something.
    """
    library = _linux()
    if library is None or not hasattr(library, "syncfs"):
        getattr(os, "sync", lambda: None)()
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(opened):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(opened)


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


def refusal_in(error: BaseException) -> OSError | None:
    """What the system refused, where an error tells of that: a library may put it into one of its own."""
    if isinstance(error, MemoryError) or (not isinstance(error, OSError) and NO_MEMORY.search(str(error))):
        return OSError(errno.ENOMEM, "no memory")
    inner = error.args[0] if error.args and not isinstance(error, OSError) else error
    return inner if isinstance(inner, OSError) else None


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


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change their names in one step, so that at each moment both names lead to one of them.

    Returns:
        Whether it was done. Only Linux can, and not on every file system.
    """
    library = _linux()
    if library is None or not hasattr(library, "renameat2"):
        return False
    sys.audit("os.rename", one, other, -1, -1)  # as Python itself tells of each change of a name
    names = [part for path in (one, other) for part in (AT_CURRENT_FOLDER, os.fsencode(path))]
    failed: int = library.renameat2(*names, EXCHANGE)
    return not failed


@cache
def _linux() -> ctypes.CDLL | None:
    """The C library of Linux, for what Python has no names for; None elsewhere."""
    return ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


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


@contextmanager
def locked_folder(folder: Path, when_busy: Callable[[], None], *, make: bool = False) -> Iterator[None]:
    """A folder that one process alone works in at a time.

    Nothing is locked where the system or the disk has no locks of folders, or the folder cannot be opened.

    Args:
        folder: the folder.
        when_busy: called where another process has the lock; when it returns, the other one is waited for.
        make: whether the folder is made where it is missing; it is gone at the end where it is empty then.
    """
    while HAS_LOCKS:
        made = [one for one in (folder, *folder.parents) if make and not one.exists()]
        try:
            if made:
                folder.mkdir(parents=True, exist_ok=True)
            file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)  # a file in its place is told later, and no pipe waits
        except OSError:
            break
        try:
            with suppress(OSError):
                lock(file, when_busy)
            if not folder.is_dir() or not os.path.samestat(os.fstat(file), folder.stat()):  # removed meanwhile
                continue
            yield
            return
        finally:
            for one in made:
                with suppress(OSError):
                    one.rmdir()
            os.close(file)
    yield


class UnfitFile(OSError):
    """A file that is not read: a pipe or a device, or larger than a file of its kind may be."""

    def __init__(self, path: Path, limit: int = 0) -> None:
        super().__init__(errno.EFBIG, "not read", str(path))
        self.limit = limit
        """The largest size in bytes; 0 where it is no plain file."""


def refuse_unfit(path: Path, limit: int) -> None:
    """Refuse a file that is not to be read, before it is opened.

    Args:
        path: the file.
        limit: the bytes that a file of its kind has at most.

    Raises:
        UnfitFile: it is no plain file, or larger.
        OSError: it is not there, or is a folder.
    """
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "a folder", str(path))
    if not stat.S_ISREG(status.st_mode):
        raise UnfitFile(path)
    if status.st_size > limit:
        raise UnfitFile(path, limit)


def read_plain(path: Path, limit: int) -> bytes:
    """The content of a file. Raises as :func:`refuse_unfit` does."""
    refuse_unfit(path, limit)
    return path.read_bytes()
